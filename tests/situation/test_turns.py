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
    return [(turn.words, turn.now.text) for turn in turns(around)]


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
    assert [(turn.words, turn.now.text) for turn in turns(around)] == [(before.text, after.text)]


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


HOUSE = speaker("Grain House", None, kind="organisation")


def recalled(text: str, now: str, *former: str, who: Any = HOUSE) -> list[tuple[str, str]]:
    """The turns of a page of 4 May, of which `now` is said by somebody and `former` told by nobody."""
    page = report(text, "2025-05-04")
    speakers = {now: who} | dict.fromkeys(former, speaker("", kind="none"))
    held = [claim(one, by, page, places=(), lemmas=tuple(one.lower().split())) for one, by in speakers.items()]
    around = Surroundings(
        {one.claim_id: one for one in held}, [origin(one) for one in held], {page.report_id: page}
    )
    return [(turn.words, turn.now.text) for turn in turns(around)]


@pytest.mark.parametrize(
    ("behind", "tells"),
    [
        ("Earlier the company had spoken of repairs.", True),
        ("At first the company denied that rats were there.", True),
        ("The company had initially blamed the builders.", True),
        ("It had earlier said that it would rain.", False),  # may only add to it
        ("Earlier the ministry had spoken of repairs.", False),  # another body
        ("The company had said otherwise.", False),
    ],
)
def test_a_page_tells_what_was_said_before_and_no_longer_holds(behind: str, tells: bool) -> None:
    now = "the silo was shut because of rats"
    found = recalled(f"Grain House said {now}. {behind}", now, behind.removesuffix("."))
    assert found == ([(behind.removesuffix("."), now)] if tells else [])


def test_a_page_that_calls_it_a_shift_tells_the_former_side_in_any_words() -> None:
    now = "the silo was shut because of rats"
    text = f"In an apparent shift, Grain House said {now}. On Monday it had said that it was full."
    assert recalled(text, now) == [("On Monday it had said that it was full", now)]


def test_what_a_sentence_itself_takes_back() -> None:
    now = "the silo held rats"
    text = f"Grain House said {now}, backing away from an earlier statement that it was clean."
    assert recalled(text, now) == [("backing away from an earlier statement that it was clean", now)]


def test_a_company_regrets_what_it_had_at_first_said() -> None:
    former = "Among the dead are two drivers who the company had at first said were on leave"
    assert recalled(f"{former}.\n\nGrain House said it was sorry.", "it was sorry", former) == [
        ("are two drivers who the company had at first said were on leave", "it was sorry")
    ]


@pytest.mark.parametrize(
    "former",
    ["which said on Friday that there were no rats", "whose office had said on Friday that it was clean"],
)
def test_a_relative_clause_tells_the_former_side_and_its_sentence_the_new_one(former: str) -> None:
    now = "the silo was shut because of rats"
    assert recalled(f"Grain House, {former}, said {now}.", now) == [(f"{former}, said {now}", now)]


def test_a_ministry_owns_up_in_part_through_another_of_its_people() -> None:
    ministry = speaker("Ministry of the Interior", "SYR", kind="organisation")
    deputy = speaker("Deputy Interior Minister Omar Said", "SYR")
    before = said("live rounds had been used", ministry, "2025-05-01", lemmas=("live", "round", "use"), **NO)
    after = said("his men fired in isolated cases", deputy, "2025-05-03", lemmas=("man", "fire", "case"))
    other = said("his men fired in isolated cases", CHIEF, "2025-05-03", lemmas=("man", "fire", "case"))
    assert turned(before, after, other) == [(before.text, after.text)]


def test_what_was_weighed_is_refused() -> None:
    words = {"lemmas": ("ground", "plane"), "certainty": "conditional_or_future"}
    before = said("it may ground the planes", ARMY, "2025-05-01", status="considered", **words)
    after = said("it will not ground the planes", ARMY, "2025-05-03", polarity="denied", **words)
    assert turned(before, after) == [(before.text, after.text)]


def test_what_was_looked_into_is_ruled_out_by_the_state_that_did() -> None:
    cue = Cue("ruled out", "deny", Span(0, 9))
    before = said("they opened an inquiry into sabotage", CHIEF, "2025-05-01", lemmas=("inquiry", "sabotage"))
    after = said("sabotage", GOVERNOR, "2025-05-04", lemmas=("sabotage",), **(NO | {"cue": cue}))
    assert turned(before, after) == [(before.text, after.text)]
