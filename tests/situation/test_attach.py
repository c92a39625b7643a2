"""Which question a denial, doubt or non-answer speaks to."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.build import claim, event, number, origin, place, report, speaker

from trendechos.records import Claim, Cue, Proposition, Span
from trendechos.situation import pose

HOMS, PALMYRA = place("Homs", "town", "SYR"), place("Palmyra", "town", "SYR")
DOCTOR, NURSE = speaker("Leila Haddad", "SYR"), speaker("", kind="unnamed")
TEXT = (
    "Nine people were killed in Homs. The army dismissed the reports. Six of the deaths were no murders."
    " The army denied harming civilians in Homs. It found no proof of military use of the clinic in Homs."
    " In Palmyra a crowd gathered. No one was hurt."
)
PAGE = report(TEXT, "2025-05-01")
NINE: dict[str, Any] = {"quantities": (number(9, 9, counts="killed", unit="people"),)}
KILLED = claim("Nine people were killed in Homs", DOCTOR, PAGE, type="casualties", event=event("ASSAULT"),
               places=(HOMS,), **NINE)  # fmt: skip
NO: dict[str, Any] = {"type": "denial", "polarity": "denied"}
SAYS_NO = {**NO, "cue": Cue("denied", "deny", Span(0, 1))}


def answers(one: Claim) -> list[str]:
    """The stances that an answer takes to the question whether people were killed in Homs."""
    posed = pose([origin(KILLED), origin(one)], {each.claim_id: each for each in (KILLED, one)})
    asked = _one(posed, "People were killed or hurt in Homs")
    return [stance.stance for stance in asked.stances if stance.origin_id == origin(one).origin_id]


def _one(posed: tuple[Proposition, ...], text: str) -> Proposition:
    return next(one for one in posed if one.text == text)


def test_a_denial_of_harm_is_one_that_people_were_harmed() -> None:
    told = claim(
        "The army denied harming civilians in Homs", NURSE, PAGE, **SAYS_NO, places=(HOMS,), lemmas=("harm",)
    )
    assert answers(told) == ["denies"]


def test_that_some_died_of_something_else_denies_nobodys_death() -> None:
    told = claim(
        "Six of the deaths were no murders", NURSE, PAGE, **NO, places=(HOMS,), lemmas=("death", "murder")
    )
    assert answers(told) == []


def test_a_doubt_of_another_matter_of_that_place_is_none_of_the_toll() -> None:
    told = claim(
        "It found no proof of military use of the clinic in Homs", NURSE, PAGE, type="statement",
        polarity="noncommittal", places=(HOMS,), lemmas=("clinic", "military", "proof", "use"),
    )  # fmt: skip
    assert answers(told) == []


def test_nobody_hurt_elsewhere_contradicts_nothing() -> None:
    at = TEXT.index("Palmyra")
    near = replace(PALMYRA, span=Span(at, at + len("Palmyra")))
    told = claim("No one was hurt", NURSE, PAGE, **NO, places=(near,))
    assert answers(told) == []
    assert answers(claim("No one was hurt", NURSE, PAGE, **NO)) == ["contradicts"]


def test_who_only_the_other_says_struck_is_another_question() -> None:
    rebels, army = speaker("Rami", "RSF"), speaker("Sami", "SDN")
    strikes: dict[str, Any] = {"type": "combat", "places": (HOMS,)}
    both = (
        claim("Sudanese jets struck Homs", rebels, event=event("ASSAULT", "SDNMIL"), **strikes),
        claim("Sudanese jets did strike Homs", DOCTOR, event=event("ASSAULT", "SDNMIL"), **strikes),
        claim("a rocket of the RSF struck Homs", army, event=event("ASSAULT", "SDNREBRSF"), **strikes),
    )
    posed = pose([origin(one) for one in both], {one.claim_id: one for one in both})
    assert sorted(one.parties for one in posed) == [("RSF",), ("SDN",)]


def test_a_party_that_calls_claims_baseless_denies_no_talks_told_elsewhere() -> None:
    talks: dict[str, Any] = {"type": "consultation", "event": event("CONSULT", "USAGOV", to=("SYRGOV",))}
    told = claim(
        "Washington spoke with Damascus",
        speaker("Sam Reed", "USA"),
        report("x Washington spoke with Damascus"),
        **talks,
    )
    embassy = speaker("US embassy", "USA", "organisation")
    denial = claim("such claims", embassy, report("y such claims"), lemmas=(), event=talks["event"], **SAYS_NO)
    (asked,) = pose([origin(told), origin(denial)], {one.claim_id: one for one in (told, denial)})
    assert asked.against_count == 0
