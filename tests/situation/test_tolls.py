"""Noughts given in words, and tolls that are counted apart."""

from __future__ import annotations

from typing import Any

import pytest
from tests.build import claim, event, number, origin, place, report, speaker

from trendechos.records import Claim, Cue, Proposition, Quantity, Span
from trendechos.situation.propositions import pose
from trendechos.situation.surroundings import Surroundings
from trendechos.situation.tolls import is_part, nobody

HOMS = place("Homs", "town", "SYR")
MINISTRY, HELPERS = speaker("Interior Ministry", "SYR", "government"), speaker("White Helmets", None, "group")
HIT: dict[str, Any] = {"type": "casualties", "event": event("ASSAULT"), "places": (HOMS,)}


def said(text: str, who: Any = MINISTRY, on: str = "2025-05-01", **fields: Any) -> Claim:
    return claim(text, who, report(text, on), **(HIT | fields))


def asked(*claims: Claim) -> dict[str, Proposition]:
    posed = pose([origin(one) for one in claims], {one.claim_id: one for one in claims})
    return {one.text: one for one in posed}


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("No one was killed in Homs", "killed"),
        ("there were no casualties", "killed"),
        ("zero deaths in Homs", "killed"),
        ("Nobody was wounded", "wounded"),
        ("no soldiers had been injured in the raid", "wounded"),
        ("no people are missing", "missing"),
        ("there were no reports of casualties", None),
        ("no further deaths were recorded", None),
        ("no one knows how many were killed", None),
        ("no one was killed by officers", None),
        ("five people were killed", None),
    ],
)
def test_words_for_nobody_are_a_nought(text: str, counts: str | None) -> None:
    found = nobody(said(text))
    assert (found.counts if found else None) == counts
    assert found is None or (found.low, found.high) == (0, 0)
    assert found is None or text[found.span.start : found.span.end] == found.words


@pytest.mark.parametrize(
    "fields",
    [
        {"cue": Cue("denied", "deny", Span(0, 6))},
        {"polarity": "noncommittal"},
        {"certainty": "conditional_or_future"},
    ],
)
def test_what_is_denied_or_left_open_or_to_come_is_none(fields: dict[str, Any]) -> None:
    assert nobody(said("no one was killed", **fields)) is None


def test_a_nought_stands_beside_other_values_and_contradicts_that_people_were_hurt() -> None:
    none = said("No one was killed in Homs", type="denial", polarity="denied")
    five = said(
        "five people were killed in Homs", HELPERS, quantities=(number(5, 5, counts="killed", unit="people"),)
    )
    found = asked(none, five)
    values = found["How many people were killed in Homs"]
    assert sorted((one.low, one.high, one.stance) for one in values.stances) == [
        (0, 0, "value"), (5, 5, "value"),
    ]  # fmt: skip
    stances = {one.origin_id: one.stance for one in found["People were killed or hurt in Homs"].stances}
    assert stances == {origin(none).origin_id: "contradicts", origin(five).origin_id: "supports"}


def test_deaths_by_a_disease_are_a_question_of_their_own() -> None:
    def toll(text: str, count: int) -> Claim:
        return said(text, HELPERS, quantities=(number(count, count, counts="killed", unit="people"),))

    found = asked(toll("38 people died in Homs", 38), toll("cholera killed five people in Homs", 5))
    assert {"How many people were killed in Homs", "How many people were killed by cholera in Homs"} <= set(
        found
    )


def test_a_mended_count_is_no_toll() -> None:
    twice = said("three bodies were counted twice", quantities=(number(3, 3, counts="killed", unit="bodies"),))
    assert not any(text.startswith("How many") for text in asked(twice))


@pytest.mark.parametrize(("text", "words", "part"), [
    ("nine children were among the dead", "nine", True),
    ("40 people, including nine children, were killed", "nine", True),
    ("six of the deaths were not counted", "six", True),
    ("four further deaths are looked into", "four", True),
    ("14 cases, including nine deaths", "nine", False),
    ("nine people were killed in Homs", "nine", False),
    ("nine men of the guard were killed", "nine", False),
])  # fmt: skip
def test_some_of_a_toll_are_not_the_toll(text: str, words: str, part: bool) -> None:
    one = said(text)
    at = text.index(words)
    unit = text[at:].split()[1]
    count = Quantity(words, Span(at, at + len(words)), 9, 9, unit=unit, counts="killed")
    assert is_part(count, one, Surroundings({one.claim_id: one})) is part


@pytest.mark.parametrize(("text", "asked_of"), [
    ("the number of dead could reach 500 by May", False),
    ("the toll may well rise to 500", False),
    ("the number of dead has risen to 500", True),
])  # fmt: skip
def test_what_a_toll_may_come_to_is_no_toll(text: str, asked_of: Any) -> None:
    at = text.index("500")
    count = Quantity("500", Span(at, at + 3), 500, 500, unit="dead", counts="killed")
    found = asked(said(text, HELPERS, quantities=(count,)))
    assert ("How many people were killed in Homs" in found) is asked_of


def test_who_demands_something_after_deaths_states_no_toll() -> None:
    text = "try those who fired after a blast that killed 27"
    count = Quantity("27", Span(46, 48), 27, 27, counts="killed", unit="people")
    assert text[46:48] == "27"
    assert not any(one.startswith("How many") for one in asked(said(text, quantities=(count,), type="call")))
    assert any(one.startswith("How many") for one in asked(said(text, quantities=(count,))))


def test_how_many_of_them_were_civilians_is_no_count_of_troops() -> None:
    text = "17 of them civilians"
    army = {"type": "deployment", "event": event("MOBILIZE", "TURMIL")}
    count = Quantity("17", Span(0, 2), 17, 17, unit="soldiers", counts="troops", scope="Homs")
    assert not any(
        one.startswith("How many") for one in asked(said(text, HELPERS, quantities=(count,), **army))
    )
    assert "How many Turkish troops are in Homs" in asked(
        said("17 of them are in Homs", HELPERS, quantities=(count,), **army)
    )
