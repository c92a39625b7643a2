"""What must hold of any collection of reports."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.build import speaker
from tests.echoes.scene import ENVOY, EXAMPLES, MINISTER, MINISTRY, NOBODY, RIVAL, figure, held, origins, said

from trendechos.echoes import relate
from trendechos.records import Claim, Origin, Proposition, Report, Speaker, Stance

Page = tuple[Claim, Report]

TOGO = speaker("Ama Boateng", "TGO")
SPEAKERS = (
    MINISTER, RIVAL, MINISTRY, ENVOY, TOGO, NOBODY, speaker("a relief worker", None, "unnamed"),
    speaker("a health official", "GHA", "unnamed"), speaker("Herald", None, "outlet"),
)  # fmt: skip
TEXTS = (
    "Floods displaced 3,000 people in the north", "Some 3,000 people fled the floods", "Ada is cut off",
    "The floods cut off Keta", "Briefed by the Ministry of Health, our teams counted 3,000 displaced people",
)  # fmt: skip


@st.composite
def page(draw: st.DrawFn) -> Page:
    by = draw(st.sampled_from(SPEAKERS))
    number = draw(st.sampled_from((3000, 5200, None)))
    chain = draw(st.sampled_from((None, ENVOY, TOGO, speaker("Wire", None, "outlet"))))
    day = draw(st.sampled_from((None, "2024-05-05", "2024-05-06")))
    return said(
        draw(st.sampled_from(TEXTS)),
        by,
        day,
        page=draw(st.sampled_from(("Daily", "Post", "Wire", "Herald"))),
        published=draw(st.sampled_from((None, "2024-05-07", "2024-05-08"))),
        quantities=(figure(number),) if number else (),
        basis=draw(st.sampled_from(("none_given", "imagery", "captive", "intelligence"))),
        chain=(chain,) if chain and chain != by else (),
        mode="asserted" if by is NOBODY else "reported",
        type=draw(st.sampled_from(("casualties", "statement", "denial"))),
        polarity=draw(st.sampled_from(("asserted", "asserted", "denied", "noncommittal"))),
        certainty=draw(st.sampled_from(("asserted", "possible"))),
        background=draw(st.booleans()),
    )


PAGES = st.lists(page(), min_size=1, max_size=7).map(
    lambda pages: list({one[0].claim_id: one for one in pages}.values())
)


def related(pages: list[Page]) -> tuple[Origin, ...]:
    """All origins of the pages, as if every one spoke to one question."""
    claims, reports = held(*pages)
    found = origins(*pages)
    stances = tuple(Stance(origin.origin_id, "supports") for origin in found)
    asked = Proposition("p", "?", "statement", stances, 0, 0, 0, 0, "not_established", "")
    return relate(found, (asked,), claims, reports)


def independent(pages: list[Page]) -> int:
    """The largest number of origins of which every two are independent of each other."""
    found = related(pages)
    free = {
        frozenset((origin.origin_id, relation.origin_id))
        for origin in found
        for relation in origin.relations
        if relation.independence == "independent"
    }
    ids = [origin.origin_id for origin in found]
    return max(
        (
            size
            for size in range(2, len(ids) + 1)
            for some in combinations(ids, size)
            if all(frozenset(pair) in free for pair in combinations(some, 2))
        ),
        default=0,
    )


def shape(found: tuple[Origin, ...]) -> list[tuple]:
    return [
        (origin.origin_id, origin.label, origin.reports, origin.relations, origin.drift) for origin in found
    ]


@settings(max_examples=EXAMPLES, deadline=None)
@given(PAGES, st.randoms(use_true_random=False))
def test_order_does_not_matter(pages: list[Page], rng) -> None:
    shuffled = list(pages)
    rng.shuffle(shuffled)
    assert shape(related(shuffled)) == shape(related(pages))


@settings(max_examples=EXAMPLES, deadline=None)
@given(PAGES, st.integers(0, 6))
def test_an_exact_copy_changes_no_origin_count(pages: list[Page], which: int) -> None:
    claim, source = pages[which % len(pages)]
    copy = replace(
        claim, claim_id=claim.claim_id + "-copy", attribution_id="copy", report_id="copy", version_id="copy"
    )
    again = replace(source, report_id="copy", version_id="copy")
    assert len(origins(*pages, (copy, again))) == len(origins(*pages))


@settings(max_examples=EXAMPLES, deadline=None)
@given(PAGES, st.integers(0, 6), st.sampled_from(SPEAKERS))
def test_a_report_that_credits_an_origin_never_raises_independence(
    pages: list[Page], which: int, by: Speaker
) -> None:
    credited = pages[which % len(pages)][0]
    link = (credited.speaker,) if credited.speaker.canonical and credited.speaker != by else ()
    new = said(
        credited.text, by, page="Echo", chain=link, basis="report_of_another", quantities=credited.quantities
    )
    assert independent([*pages, new]) <= independent(pages)


@settings(max_examples=EXAMPLES, deadline=None)
@given(PAGES, st.integers(0, 6))
def test_removing_a_report_never_raises_independence(pages: list[Page], which: int) -> None:
    rest = [one for place, one in enumerate(pages) if place != which % len(pages)]
    assert not rest or independent(rest) <= independent(pages)


@given(st.integers(2, 5))
def test_a_loop_of_outlets_is_one_origin_and_not_established(size: int) -> None:
    outlets = [f"Outlet {number}" for number in range(size)]
    loop = [
        said(
            "The dam above Ada has failed",
            speaker(outlets[(at + 1) % size], None, "outlet"),
            page=name,
            type="other",
        )
        for at, name in enumerate(outlets)
    ]
    (origin,) = related(loop)
    assert len(origin.claims) == size
    assert independent(loop) == 0
