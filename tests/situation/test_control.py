"""Who holds a place: one question a side, and what contradicts it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.build import claim, event, origin, place, report, speaker

from trendechos.records import Actor, Claim, Event
from trendechos.situation.propositions import pose

BARA = place("Bara", "town", "SDN")
ARMY, GROUP, WITNESS = (
    speaker("Sudanese army", "SDN"),
    speaker("RSF", "RSF"),
    speaker("residents", None, "unnamed"),
)


def taken(by: str) -> Event:
    found = event("COERCE", by)
    return Event(found.plover, "192", "seize", actors=found.actors)


def said(text: str, who: Any, on: str, by: str, **fields: Any) -> Claim:
    fixed: dict[str, Any] = {"type": "combat", "event": taken(by), "places": (BARA,)}
    return claim(text, who, report(text, on), **(fixed | fields))


def stances(*claims: Claim) -> dict[str, dict[str, str]]:
    origins = {origin(one).origin_id: one for one in claims}
    posed = pose([origin(one) for one in claims], {one.claim_id: one for one in claims})
    return {
        question.text: {origins[one.origin_id].text: one.stance for one in question.stances}
        for question in posed
    }


TOOK = said("RSF fighters captured Bara", GROUP, "2025-10-25", "SDNREBRSF")
HOLDS = said("the army still holds Bara", ARMY, "2025-10-26", "SDNMIL", status="ongoing")


def test_each_side_has_its_question_and_the_other_contradicts_it() -> None:
    found = stances(TOOK, HOLDS)
    assert found["Rapid Support Forces have taken or hold Bara"] == {
        TOOK.text: "supports", HOLDS.text: "contradicts",
    }  # fmt: skip
    assert found["Sudanese forces have taken or hold Bara"] == {HOLDS.text: "supports"}


def test_a_place_that_changes_hands_later_contradicts_nothing() -> None:
    retaken = said("the army retook Bara", ARMY, "2025-11-20", "SDNMIL")
    found = stances(TOOK, retaken)
    assert found["Rapid Support Forces have taken or hold Bara"] == {TOOK.text: "supports"}


def test_who_withdraws_no_longer_holds_it() -> None:
    left = said(
        "the army withdrew from Bara", WITNESS, "2025-10-27", "SDNMIL", type="withdrawal",
        event=event("RETREAT", "SDNMIL"),
    )  # fmt: skip
    assert stances(HOLDS, left)["Sudanese forces have taken or hold Bara"][left.text] == "contradicts"


def test_a_denial_of_the_capture_denies_it() -> None:
    denied = said(
        "RSF fighters captured Bara", ARMY, "2025-10-25", "SDNREBRSF", type="denial", polarity="denied",
    )  # fmt: skip
    assert "contradicts" in stances(TOOK, denied)["Rapid Support Forces have taken or hold Bara"].values()


@pytest.mark.parametrize(
    ("what", "held"),
    [("Bara", True), ("the town", True), ("a lorry", False), ("the chair", False)],
)
def test_only_a_place_is_taken_or_held(what: str, held: bool) -> None:
    event = replace(taken("SDNREBRSF"), recipients=(Actor(what, None),))
    found = stances(said(f"RSF fighters took {what} in Bara", GROUP, "2025-10-25", "SDNREBRSF", event=event))
    assert ("Rapid Support Forces have taken or hold Bara" in found) is held
