"""Claims as coded events: calls and bare statements among them."""

import pytest
from tests.claims.parsed import find_in

from trendechos.knowledge import cameo


def codes(text: str) -> list[tuple[str | None, str | None]]:
    return [(claim.event.plover, claim.event.cameo) if claim.event else (None, None) for claim in find_in(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya demanded that Somalia free the pilots.", ("REQUEST", "100")),
        ("Kenya urged Somalia to free the pilots.", ("REQUEST", "025")),
        ("Kenya urged Somalia to meet the rebels.", ("REQUEST", "026")),
        ("Guterres appealed for a ceasefire in Sudan.", ("REQUEST", "020")),
        ("The mayor said the economy is strong.", (None, "010")),
        ("The mayor called on people to stay calm.", (None, "020")),
    ],
)
def test_statements_and_appeals_keep_cameo_01_and_02(text: str, expected: tuple[str | None, str]) -> None:
    assert codes(text) == [expected]


def test_a_call_is_a_request_by_its_speaker_of_those_who_are_to_act() -> None:
    event = find_in("Kenya demanded that Somalia free the pilots.")[0].event
    assert event is not None
    assert [actor.code for actor in event.actors] == ["KEN"]
    assert [actor.code for actor in event.recipients] == ["SOM"]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("The rebels demanded an official apology and compensation from Kenya.", ["KEN"]),
        ("The rebels demanded 1,500 prisoners.", []),
        ("Kenya called for restraint.", []),
        ("Kenya urged both sides to respect the truce.", ["both sides"]),
        ("Kenya said that Somalia must leave the port.", ["SOM"]),
        ("Kenya said that the agency should share its data with the ministry.", ["the agency"]),
    ],
)
def test_asked_are_people_bodies_and_states_not_what_is_asked_for(text: str, asked: list[str]) -> None:
    event = find_in(text)[0].event
    assert event is not None
    assert [actor.code or actor.name for actor in event.recipients] == asked


def test_who_weighs_a_step_is_the_actor_of_it() -> None:
    event = find_in("Kenya is considering curbs at the port, an official said.")[0].event
    assert event is not None
    assert (event.cameo, [actor.code for actor in event.actors]) == ("014", ["KEN"])


def test_an_assessment_is_no_event() -> None:
    claims = find_in("Analysts said the attack shows how weak the army is.")
    assert [claim.event for claim in claims if claim.type == "assessment"] == [None]


def test_alliances_stay_one_actor() -> None:
    event = find_in("NATO condemned the attack.")[0].event
    assert event is not None
    assert [actor.name for actor in event.actors] == ["NATO"]


@pytest.mark.parametrize("code", ["010", "011", "020", "026", "100", "190"])
def test_both_goldstein_values_are_known(code: str) -> None:
    assert cameo.goldstein(code) is not None
    assert cameo.goldstein(code, "icews") is not None


def test_a_threat_is_coded_by_what_is_threatened() -> None:
    claim = find_in("The commander threatened to attack ships in the Red Sea.")[0]
    assert claim.type == "threat"
    assert claim.event is not None
    assert (claim.event.plover, claim.event.mode) == ("THREATEN", "violence")


def test_talks_between_countries_are_held_where_the_text_says() -> None:
    claim = find_in("Egypt mediated talks between Chad and Niger in Doha.")[0]
    assert [place.name for place in claim.places if place.role == "event"] == ["Doha"]


def test_a_time_to_come_is_not_that_of_what_is_done() -> None:
    claim = find_in("Chad and Niger agreed to a truce that begins on Friday.")[0]
    assert claim.type == "agreement"
    assert claim.happened_when is None
