"""Whose people numbers of losses count, and whose forces are said to have suffered."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.build import claim, number, origin, place, report, speaker

from trendechos.records import Actor, Claim, Cue, Event, Place, Span
from trendechos.situation import pose

GOMA = place("Goma", "town", "COD", "CD-NK")
DOCTORS = speaker("Kivu Doctors", kind="organisation")
ARMY = speaker("Sylvain Ekenge", "COD")
REBELS = ("M23", "CODREBM23")
DENIED = Cue("denied", "deny", Span(0, 6))
SOLDIERS = ("Congolese soldiers", "CODMIL")


def happened(text: str, by: Any, *, actors: Any = (), recipients: Any = (), **fields: Any) -> Claim:
    event = Event(
        "ASSAULT",
        None,
        None,
        (),
        tuple(Actor(*one) for one in actors),
        tuple(Actor(*one) for one in recipients),
    )
    return claim(
        text,
        by,
        report(text, "2025-01-28"),
        **{"type": "casualties", "event": event, "places": (GOMA,)} | fields,
    )


def questions(*claims: Claim) -> set[str]:
    return {one.text for one in pose([origin(one) for one in claims], {one.claim_id: one for one in claims})}


def killed(low: float, unit: str | None) -> dict[str, Any]:
    return {"quantities": (number(low, low, counts="killed", unit=unit, scope="Goma"),)}


@pytest.mark.parametrize(("text", "actors", "recipients", "unit", "asks"), [
    ("12 civilians were killed by M23 in Goma", [REBELS], [("12 civilians", None)], "civilians", "people"),
    ("M23 killed 12 in Goma", [REBELS], [("12", None)], None, "people"),
    ("12 people were killed when Rwandan jets hit Goma", [], [("12 people", None)], "people", "people"),
    ("Congolese women were killed in Goma", [], [("Congolese women", "COD")], "Congolese women", "people"),
    ("12 rebels were killed in Goma", [SOLDIERS], [("12 rebels", None)], "rebels", "armed people"),
    ("M23 lost 12 men in Goma", [REBELS], [("12 men", None)], "men", "M23 people"),
    ("Rwandan troops died in Goma", [], [("Rwandan troops", "RWAMIL")], "Rwandan troops", "Rwandan people"),
])  # fmt: skip
def test_a_toll_counts_the_dead_and_never_who_killed_them(text, actors, recipients, unit, asks):
    asked = questions(happened(text, DOCTORS, actors=actors, recipients=recipients, **killed(12, unit)))
    assert f"How many {asks} were killed in Goma" in asked


def test_a_bare_toll_is_one_with_that_of_the_civilians_and_apart_from_the_fighters() -> None:
    asked = questions(
        happened("12 civilians were killed in Goma", DOCTORS, recipients=[("12 civilians", None)],
                 **killed(12, "civilians")),
        happened("15 were killed in Goma", ARMY, recipients=[("15", None)], **killed(15, None)),
        happened("90 fighters were killed in Goma", ARMY, recipients=[("90 fighters", None)],
                 **killed(90, "fighters")),
    )  # fmt: skip
    assert {one for one in asked if one.startswith("How many")} == {
        "How many people were killed in Goma",
        "How many armed people were killed in Goma",
    }


def test_who_kills_civilians_has_no_losses() -> None:
    asked = questions(
        happened("M23 killed civilians in Goma", DOCTORS, actors=[REBELS], recipients=[("civilians", None)]),
        happened("villagers were shot by M23 in Goma", ARMY, actors=[REBELS], recipients=[("villagers", None)]),
    )
    assert asked == {"People were killed or hurt in Goma"}


def test_a_toll_without_a_place_is_of_the_place_that_its_page_is_about() -> None:
    page = report(
        "The flood reached Goma. It killed 12 people. Thousands died. The army says it lost 40 soldiers.",
        "2025-01-28",
    )
    event = Event("ASSAULT", None)
    flood = claim("The flood reached Goma", DOCTORS, page, type="other", places=(GOMA,))
    toll = claim("It killed 12 people", DOCTORS, page, type="casualties", event=event,
                 quantities=(number(12, 12, counts="killed", unit="people"),))  # fmt: skip
    vague = claim("Thousands died", DOCTORS, page, type="casualties", event=event,
                  quantities=(number(None, None, words="Thousands", counts="killed"),))  # fmt: skip
    lost = claim("it lost 40 soldiers", ARMY, page, type="casualties",
                 event=Event("ASSAULT", None, actors=(Actor("The army", "CODMIL"),)),
                 quantities=(number(40, 40, counts="killed", unit="soldiers"),))  # fmt: skip
    found = pose([origin(one) for one in (flood, toll, vague, lost)], {
        one.claim_id: one for one in (flood, toll, vague, lost)
    })  # fmt: skip
    values = {(one.text, stance.low) for one in found for stance in one.stances if stance.stance == "value"}
    assert values == {
        ("How many people were killed in Goma", 12),
        ("How many Congolese people were killed", 40),
    }


def test_a_denial_of_one_matter_is_none_of_another_on_the_same_page() -> None:
    commissioner = speaker("Aline Kavira")
    page = report(
        "The flood killed 12 people in Goma. An official denied a cholera outbreak in camps. So: no outbreak."
    )
    toll = claim("The flood killed 12 people in Goma", DOCTORS, page, type="casualties",
                 event=Event("ASSAULT", None), places=(GOMA,), **killed(12, "people"))  # fmt: skip
    denial = {"type": "denial", "polarity": "negative", "certainty": "denied", "cue": DENIED}
    denied = claim(
        "a cholera outbreak in camps", commissioner, page, lemmas=("camp", "cholera", "outbreak"), **denial
    )
    short = claim("no outbreak", commissioner, page, lemmas=("outbreak",), **denial)
    held = {one.claim_id: one for one in (toll, denied, short)}
    posed = pose([origin(toll), origin(denied, short)], held)
    assert posed
    assert all(len(one.stances) == 1 for one in posed)


def test_a_place_spelled_in_two_ways_is_one_place() -> None:
    spelled = Place("Gōma", "town", Span(22, 26), "COD", "CD-NK", role="event")
    asked = questions(
        happened("12 were killed in Gōma", DOCTORS, places=(replace(GOMA, name="Gōma"),),
                 quantities=(number(12, 12, counts="killed", scope="Gōma"),)),
        happened("at least 15 killed in Goma", ARMY, places=(spelled,),
                 quantities=(number(15, None, counts="killed", scope="Goma"),)),
    )  # fmt: skip
    assert {one for one in asked if one.startswith("How many")} == {"How many people were killed in Gōma"}


@pytest.mark.parametrize(("body", "asked"), [(("Red Cross", "NGOICRC"), False), (("Rwanda", "RWA"), True)])
def test_a_charity_has_no_troops(body: tuple[str, str], *, asked: bool) -> None:
    told = claim(
        "The three soldiers were taken to Goma", ARMY, type="deployment", places=(GOMA,),
        quantities=(number(3, 3, counts="troops", unit="soldiers", scope="Goma"),),
        event=Event("MOBILIZE", None, "troops", (), (Actor(*body),)),
    )  # fmt: skip
    assert any("troops" in one and "How many" in one for one in questions(told)) is asked
