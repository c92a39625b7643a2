from __future__ import annotations

import re
from typing import Any

import pytest
from tests.build import claim, day, event, origin, place, report, speaker

from trendechos.records import Claim, Moment, Prediction
from trendechos.situation.outlook import predictions
from trendechos.situation.surroundings import Surroundings

ANALYST, PAPER = speaker("Lea Brandt"), speaker("", kind="none")
UTILITY = speaker("Grid Company", "LTU", kind="organisation")
MINISTRY = speaker("Norwegian Defence Ministry", "NOR", kind="government")
KAUNAS, VARNA = place("Kaunas", "town", "LTU"), place("Varna", "town", "BGR")
AHEAD: dict[str, Any] = {
    "type": "prediction", "status": "predicted", "certainty": "conditional_or_future",
    "happened_when": None,
}  # fmt: skip


EMPTY = re.compile(
    r"the|an?|to|is|of|be|was|in|by|her|his|s?he|it|there|no|had|has|have|will|could|may|if|anyone"
)


def said(text: str, by: Any, on: str, **fields: Any) -> Claim:
    words = (word.strip(".,").lower() for word in text.split())
    fields.setdefault("lemmas", tuple(word for word in words if not EMPTY.fullmatch(word)))
    return claim(text, by, report(f"{text} ({on})", on), **fields)


def told(text: str, by: Any = PAPER, on: str = "2025-03-05", **fields: Any) -> Claim:
    return said(text, by, on, **fields)


def foretold(text: str, by: Any = ANALYST, **fields: Any) -> Claim:
    return said(text, by, "2025-03-03", **(AHEAD | fields))


def settled(ahead: Claim, *later: Claim) -> Prediction:
    claims = {one.claim_id: one for one in (ahead, *later)}
    found = predictions(Surroundings(claims, [origin(one) for one in claims.values()]))
    return next(one for one in found if one.words == ahead.text)


SACKED = foretold("Finance Minister Rudd is likely to be sacked by the end of the week, since he lied")


@pytest.mark.parametrize(
    ("later", "status"),
    [
        (told("Emma Rudd was relieved of her post"), "came_true"),
        (told("the prime minister has dismissed Rudd"), "came_true"),
        (told("Rudd was relieved of her post", ANALYST), "open"),  # only its author says so
        (told("Rudd was relieved of her post", on="2025-03-12"), "open"),  # after the term
        (told("Rudd was relieved of her post", on="2025-03-03"), "open"),  # not later
        (told("Tom Hale was relieved of his post"), "open"),  # somebody else
        (told("Rudd dismissed the report", polarity="denied"), "open"),
        (told("Rudd may be dismissed", certainty="possible"), "open"),
        (told("Rudd met miners"), "open"),
    ],
)
def test_another_word_for_the_deed_with_the_same_name_bears_it_out(later: Claim, status: str) -> None:
    assert settled(SACKED, later).status == status


POWER = foretold("power will be restored in the town by Wednesday", UTILITY, happened_when=day("2025-03-05"))


@pytest.mark.parametrize(
    ("later", "status"),
    [
        (
            told("the town remained without power in spite of a promise", on="2025-03-05"),
            "did_not",
        ),
        (told("the town remained without power", on="2025-03-06"), "did_not"),
        (told("the town remained without power", on="2025-03-05"), "open"),  # the day is not over
        (told("power was restored in the town", on="2025-03-05"), "came_true"),
        (told("power was restored in the town", UTILITY, on="2025-03-05"), "open"),
        (told("power was restored in the town", on="2025-03-06"), "open"),  # too late, and nobody says it was
    ],
)
def test_what_goes_on_after_its_term_belies_it(later: Claim, status: str) -> None:
    found = settled(POWER, later)
    assert found.status == status
    assert (found.resolved_by is None) == (status == "open")


def test_what_was_ruled_out_and_came_did_not_come_true() -> None:
    never = foretold("there is no chance of finding anyone alive", polarity="denied", type="denial")
    assert settled(never, told("divers pulled two men alive from the wreck")).status == "did_not"
    assert settled(never, told("divers found ten bodies in the wreck")).status == "open"


def test_a_state_says_that_it_began_what_an_analyst_foretold_of_it() -> None:
    ahead = foretold("Norway could start to escort tankers within weeks")
    began = told("it had begun to escort tankers", MINISTRY, event=event("MOBILIZE", "NORMIL"))
    assert settled(ahead, began).status == "came_true"
    assert settled(ahead, told("Poland has begun to escort tankers")).status == "open"


def test_a_place_elsewhere_and_a_condition_with_a_term_leave_it_open() -> None:
    here = foretold("the museum will probably reopen", places=(KAUNAS,))
    assert settled(here, told("the museum has reopened", places=(KAUNAS,))).status == "came_true"
    assert settled(here, told("the museum has reopened", places=(VARNA,))).status == "open"
    hanging = foretold("if talks succeed, the hostages could be freed within two days")
    assert settled(hanging, told("the hostages were freed")).status == "open"


def test_without_a_known_deed_all_of_it_must_be_told() -> None:
    ahead = foretold("the opposition will boycott the vote")
    assert settled(ahead, told("the opposition boycott of the vote was total")).status == "came_true"
    assert settled(ahead, told("the opposition held the vote in contempt")).status == "open"
    assert settled(ahead, told("the opposition boycott of the vote failed", polarity="denied")).status == "open"


def test_the_same_place_tells_as_much_as_a_word() -> None:
    ahead = foretold("Varna will fall to rebels", places=(VARNA,), lemmas=("varna", "fall", "rebel"))
    fell = ("varna", "fall", "rebel")
    assert settled(ahead, told("Varna fell to rebels", places=(VARNA,), lemmas=fell)).status == "came_true"
    assert settled(ahead, told("Kaunas fell to rebels", places=(KAUNAS,), lemmas=fell)).status == "open"


def test_what_is_to_come_next_week_does_not_come_before() -> None:
    ahead = foretold(
        "the port will probably reopen next week", happened_when=Moment("2025-03-10/2025-03-16", "day")
    )
    reopened = "the port has reopened"
    assert settled(ahead, told(reopened, on="2025-03-11")).status == "came_true"
    assert settled(ahead, told(reopened, on="2025-03-05")).status == "open"
