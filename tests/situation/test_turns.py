"""Who says the contrary of what he, or his side, said before."""

from __future__ import annotations

from typing import Any

import pytest
from tests.build import claim, event, number, origin, place, report, speaker

from trendechos.records import Claim, Cue, Report, Span
from trendechos.situation.surroundings import Surroundings
from trendechos.situation.turns import turns

HOMS = place("Homs", "town", "SYR")
GOVERNOR, ARMY, CHIEF = (
    speaker("Sami Haddad", "SYR"),
    speaker("Syrian army", "SYR"),
    speaker("Ali Nasser", "SYR"),
)
DENIED, HAD_DENIED = Cue("denied", "deny", Span(0, 6)), Cue("had denied", "deny", Span(0, 10))
ADMITTED = Cue("admitted", "confirm", Span(0, 8))
NO: dict[str, Any] = {"type": "denial", "polarity": "denied", "cue": DENIED}


def said(text: str, who: Any, on: str, *, page: Report | None = None, **fields: Any) -> Claim:
    return claim(text, who, page or report(f"{text} ({on})", on), **({"places": (HOMS,)} | fields))


def turned(*claims: Claim) -> list[tuple[str, str]]:
    around = Surroundings({one.claim_id: one for one in claims}, [origin(one) for one in claims])
    return [turn.words for turn in turns(around)]


CHOLERA = {"lemmas": ("cholera", "homs")}


@pytest.mark.parametrize(
    ("later", "turns_it"),
    [
        (said("there was cholera in Homs", GOVERNOR, "2025-05-05", **CHOLERA), True),
        (said("there was no cholera in Homs", GOVERNOR, "2025-05-05", **CHOLERA), False),
        (said("there was cholera in Homs", GOVERNOR, "2025-05-01", **CHOLERA), False),  # on one day
        (said("there was cholera in Homs", CHIEF, "2025-05-05", **CHOLERA), False),  # another speaker
        (said("there was hunger in Homs", GOVERNOR, "2025-05-05", lemmas=("hunger", "rural")), False),
    ],
)
def test_yes_after_no_of_one_speaker_on_one_matter(later: Claim, turns_it: bool) -> None:
    before = said("there is no cholera in Homs", GOVERNOR, "2025-05-01", **CHOLERA)
    assert turned(before, later) == ([(before.text, later.text)] if turns_it else [])


def test_his_chief_admits_after_the_army_denied() -> None:
    before = said("it", ARMY, "2025-05-01", **NO)
    after = said("his men left Homs, days after the army denied it", CHIEF, "2025-05-04", cue=ADMITTED)
    assert turned(before, after) == [(before.text, after.text)]


def test_a_page_says_behind_what_is_confirmed_that_it_was_denied() -> None:
    before = said(
        "any case of mumps in the capital", GOVERNOR, "2025-05-01", places=(), lemmas=("case", "mumps"), **NO
    )
    page = report("They confirmed a case of mumps, two days after saying that there was none", "2025-05-03")
    after = said("a case of mumps", CHIEF, "2025-05-03", page=page, places=(), lemmas=("case", "mumps"))
    around = Surroundings(
        {one.claim_id: one for one in (before, after)}, [origin(before), origin(after)], {page.report_id: page}
    )
    assert [turn.words for turn in turns(around)] == [(before.text, after.text)]


def test_a_page_recalls_the_denial_beside_the_admission() -> None:
    before = said("an outbreak in the camps", GOVERNOR, "2025-05-01", lemmas=("outbreak", "camp"), **NO)
    page = report("He, who had denied an outbreak, said: We accept the result", "2025-05-05")
    recalled = said(
        "an outbreak", GOVERNOR, "2025-05-05", page=page, lemmas=("outbreak",), **(NO | {"cue": HAD_DENIED})
    )
    after = said("We accept the result", GOVERNOR, "2025-05-05", page=page, lemmas=("accept", "result"))
    assert (before.text, after.text) in turned(before, recalled, after)


def test_a_figure_is_taken_back() -> None:
    dead = {"type": "casualties", "event": event("ASSAULT")}
    before = said(
        "40 people were killed", ARMY, "2025-05-01", quantities=(number(40, 40, counts="killed"),), **dead
    )
    after = said(
        "the Syrian army withdrew its figure of 40 dead", ARMY, "2025-05-06",
        quantities=(number(40, 40, counts="killed"),),
    )  # fmt: skip
    assert turned(before, after) == [(before.text, after.text)]
