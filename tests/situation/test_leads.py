"""What most pages open with is told by the pages that say it, whoever they name."""

from __future__ import annotations

from itertools import permutations

import pytest
from tests.build import claim, evidence, origin, report, speaker

from trendechos.records import Evidence, Lead, Speaker
from trendechos.situation import assess

NOBODY = Speaker("", "", "none", None, None)
MAYOR = speaker("Ada Kuhn")
OPENINGS = (
    "A ferry with tourists sank off Lake Orta.",
    "The ferry sank off Lake Orta with tourists aboard.",
    "Tourists drowned when a ferry sank off Lake Orta.",
    "Prices of bread rose again in three cities.",
)


def held(*texts: str, day: str = "2024-11-04", who: Speaker = NOBODY) -> Evidence:
    pages = [report(text, published=day, outlet=f"Paper {at}") for at, text in enumerate(texts)]
    claims = [claim(page.text.rstrip("."), who, page) for page in pages]
    return evidence(tuple(pages), tuple(claims), *(origin(one) for one in claims))


def leads(found: Evidence) -> tuple[Lead, ...]:
    return assess(found, as_of="2024-11-30").leads


def test_the_line_that_most_pages_share_leads_with_a_claim_of_each() -> None:
    (lead,) = leads(held(*OPENINGS))
    assert lead.text.startswith(("A ferry", "The ferry", "Tourists"))
    assert (lead.pages_count, lead.of_count, len(lead.claims), lead.from_day) == (3, 4, 3, None)


def test_the_order_of_pages_does_not_matter() -> None:
    assert len({leads(held(*some))[0].pages_count for some in permutations(OPENINGS)}) == 1
    whole = held(*OPENINGS)
    turned = Evidence(
        dict(reversed(whole.reports.items())), dict(reversed(whole.claims.items())),
        whole.groups, whole.origins[::-1], whole.propositions,
    )  # fmt: skip
    assert leads(whole) == leads(turned)


@pytest.mark.parametrize(
    ("texts", "why"),
    [
        ([f"A ferry with {many} tourists sank off Lake Orta." for many in (12, 40, 70)], "other figures"),
        (["She sank the tourist ferry off Lake Orta."] * 3, "nobody knows who she is"),
        (["who sank the tourist ferry off Lake Orta."] * 3, "cut out of its sentence"),
        (["The ferry sank."] * 3, "too short to say something alone"),
    ],
)
def test_a_line_that_pages_do_not_share_or_that_says_nothing_alone_leads_nowhere(
    texts: list[str], why: str
) -> None:
    assert leads(held(*texts)) == (), why


def test_what_opens_the_pages_of_the_last_days_is_told_apart() -> None:
    old = [held(text, day=f"2024-10-0{at}") for at, text in enumerate(OPENINGS, 1)]
    new = held(*(f"Divers raised the wreck of the ferry {when} night." for when in ("by", "at", "last")))
    parts = [*old, new]
    whole = Evidence(
        {key: one for part in parts for key, one in part.reports.items()},
        {key: one for part in parts for key, one in part.claims.items()},
        (), tuple(one for part in parts for one in part.origins), (),
    )  # fmt: skip
    last = leads(whole)[-1]
    assert last.text.startswith("Divers raised the wreck")
    assert (last.from_day, last.pages_count) == ("2024-10-03", 3)
