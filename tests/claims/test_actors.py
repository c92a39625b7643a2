"""Who acts and who is acted upon."""

import pytest
from tests.claims.parsed import find_in


def sides(text: str) -> tuple[list[str], list[str]]:
    event = next(claim.event for claim in find_in(text) if claim.event is not None)
    return [actor.name for actor in event.actors], [actor.name for actor in event.recipients]


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Members of the National Guard shot two farmers.", ["Members of the National Guard"], ["two farmers"]),
        ("A group of armed men kidnapped a judge.", ["A group of armed men"], ["a judge"]),
        ("The murder of the judge by gunmen shocked the town.", ["gunmen"], ["the judge"]),
        ("The army condemned the attack.", ["The army"], []),
        ("A bomb killed two farmers.", [], ["two farmers"]),
        ("A bomb exploded near a school, killing two pupils.", [], ["two pupils"]),
        ("Rebels staged an attack on a convoy.", ["Rebels"], ["a convoy"]),
        ("The attack was carried out by rebels.", ["rebels"], []),
        ("Rebels hurled grenades at a bus.", ["Rebels"], ["a bus"]),
        ("The army destroyed two rifles.", ["The army"], ["two rifles"]),
        ("Two nurses died in the bombing.", [], ["Two nurses"]),
        ("Two bodies were found shot in a park.", [], ["Two bodies"]),
        ("Gunmen left three villagers dead.", ["Gunmen"], ["three villagers"]),
        ("Among the dead were two children and a nurse.", [], ["two children", "a nurse"]),
        (
            "Clashes between the army and the rebels killed 12 farmers.",
            ["the army", "the rebels"],
            ["12 farmers"],
        ),
        ("A bomb planted by separatists killed a judge.", ["separatists"], ["a judge"]),
        ("Four miners were killed in an attack by bandits.", ["bandits"], ["Four miners"]),
        ("Two officers were implicated in the murder of a priest.", ["Two officers"], ["a priest"]),
        ("Gunmen opened fire on a minibus.", ["Gunmen"], ["a minibus"]),
        ("A drone hit their vehicle.", [], ["their vehicle"]),
    ],
)
def test_people_and_bodies_act_and_suffer(text: str, actors: list[str], recipients: list[str]) -> None:
    assert sides(text) == (actors, recipients)


def test_moved_forces_act_with_who_moves_them() -> None:
    actors, recipients = sides("Kenya sent 400 soldiers to Haiti.")
    assert actors == ["Kenyan government", "400 soldiers"]
    assert recipients == ["Haiti"]


def test_who_acts_after_a_preposition_is_not_who_says_so() -> None:
    text = (
        "The Kremlin dismissed on Thursday what Seoul says about the North having perhaps sent military "
        "people to aid Russia."
    )
    aid = next(claim.event for claim in find_in(text) if claim.type == "aid")
    assert aid is not None
    assert [actor.code for actor in aid.actors] != ["KOR"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("At least 40 people were killed or wounded in the raid.", 1),
        ("At least 40 people were killed and nine were wounded in the raid.", 2),
    ],
)
def test_killed_or_wounded_is_one_toll(text: str, count: int) -> None:
    claims = find_in(text)
    assert len(claims) == count
    assert claims[0].quantities[0].counts == ("killed_or_wounded" if count == 1 else "killed")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Chadian soldiers shelled a base.", "TCDMIL"),
        ("Hamas fighters shelled a base.", "PSEREBHMS"),
    ],
)
def test_soldiers_of_a_state_are_its_military_and_others_those_of_their_body(text: str, code: str) -> None:
    event = find_in(text)[0].event
    assert event is not None
    assert [(actor.name, actor.code) for actor in event.actors] == [
        (text.split(" shelled", maxsplit=1)[0], code)
    ]
