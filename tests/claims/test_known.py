"""Acts that a clause takes as known, and who answers for an act that another clause tells."""

from __future__ import annotations

import pytest
from tests.claims.parsed import find_in

from trendechos.records import Claim


def violent(text: str) -> list[Claim]:
    return [one for one in find_in(text) if one.event is not None and one.event.plover == "ASSAULT"]


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("The ministry condemned the assassination of editor Amina Diallo.", [], ["Amina Diallo"]),
        ("Police are investigating the killing of two nurses by militiamen.", ["militiamen"], ["two nurses"]),
        ("A court convicted three men of the murder of a policeman.", ["three men"], ["a policeman"]),
        ("Police arrested two men over the bombing of a mosque.", [], ["a mosque"]),
        ("The army freed a boy whom bandits had kidnapped.", ["bandits"], ["a boy"]),
    ],
)
def test_known_act_is_a_claim_of_its_own(text: str, actors: list[str], recipients: list[str]) -> None:
    (one,) = violent(text)
    assert one.event is not None
    assert [actor.name for actor in one.event.actors] == actors
    assert [actor.name for actor in one.event.recipients] == recipients
    assert one.status == "done" or one.type == "combat"


@pytest.mark.parametrize(
    "text",
    [
        "Police prevented an attack on the market.",
        "The ministry warned of raids on villages.",
        "The ministry will act when rebels attack villages.",
    ],
)
def test_nothing_is_known_of_what_did_not_happen(text: str) -> None:
    assert not [one for one in violent(text) if one.status == "done" and one.text.startswith(("an ", "raids"))]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The UN blamed the army for the bombing of a clinic.", "the army"),
        ("Protesters accused the police of killing a student.", "the police"),
        ("The Taliban claimed responsibility for the attack on the bank.", "Taliban"),
        ("Al-Shabaab said it carried out the raid.", "al-Shabaab"),
        ("Al-Shabaab's attack on the hotel killed 32 people.", "al-Shabaab"),
        ("The shelling of the market by the RSF killed nine people.", "the RSF"),
        ("The murder of the bishop was attributed to the ELN.", "National Liberation Army (Colombia)"),
    ],
)
def test_who_answers_for_an_act(text: str, actor: str) -> None:
    assert actor in [one.name for claim in violent(text) if claim.event for one in claim.event.actors]


def test_what_came_before_or_at_once_is_a_claim_of_its_own() -> None:
    one, other = violent("A guard was wounded when gunmen shelled the post.")
    assert one.event is not None
    assert other.event is not None
    assert [actor.name for actor in one.event.recipients] == ["A guard"]
    assert [actor.name for actor in other.event.actors] == ["gunmen"]
    assert [actor.name for actor in other.event.recipients] == ["the post"]


def test_not_a_single_one_denies() -> None:
    (one,) = violent("Not a single person was killed in the raid.")
    assert one.polarity == "denied"


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("A bomb exploded in a restaurant on Monday.", ["a restaurant"]),
        ("A grenade exploded in Mogadishu on Monday.", []),
        ("The attack left three people dead.", ["three people"]),
        ("The raid led to the death of ten miners.", ["ten miners"]),
        ("Gunmen set fire to a grocery store.", ["a grocery store"]),
        ("Five people, including a mayor, were wounded in an ambush.", ["Five people", "a mayor"]),
    ],
)
def test_whom_an_act_hits(text: str, recipients: list[str]) -> None:
    (one,) = violent(text)
    assert one.event is not None
    assert [actor.name for actor in one.event.recipients] == recipients


def test_deaths_without_a_coded_cause_keep_those_who_died() -> None:
    (one,) = find_in("At least 95 people died in floods in eastern Spain.")
    assert one.event is not None
    assert (one.event.plover, one.event.cameo) == (None, None)
    assert [actor.name for actor in one.event.recipients] == ["95 people"]
