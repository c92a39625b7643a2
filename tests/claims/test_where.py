import pytest
from tests.claims.parsed import find_in


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Rebels attacked a base near Goma.", ["Goma"]),
        ("France sent soldiers to Chad.", ["Chad"]),
        ("Soldiers entered Khartoum.", ["Khartoum"]),
        ("The president of Chad met the rebels.", []),
        ("Chad attacked the rebels.", []),
        # no destination, no government under its capital's name, no aside on somebody
        ("He denied that the owner had fled to Dubai.", []),
        ("Nine men were shot as the bloc slapped sanctions on Dodoma.", []),
        ("Ana Reis, who is in prison in Goma, has admitted the murder.", []),
    ],
)
def test_tells_where_it_happened_from_who_acted(text: str, event: list[str]) -> None:
    found = [place.name for claim in find_in(text) for place in claim.places if place.role == "event"]
    assert found == event


def test_points_back_to_the_place_before() -> None:
    last = find_in("Soldiers entered Khartoum. The general said they were shelled.")[-1]
    assert [place.name for place in last.places if place.role == "event"] == ["Khartoum"]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "The mayor was seized in Goma as he drove to Kigali.",
            [("Goma", "event"), ("Kigali", "mentioned")],
        ),
        ("Rebels took a camp in Goma, 90 km south of Kampala.", [("Goma", "event"), ("Kampala", "mentioned")]),
        ("Rebels took a camp 90 km south of Kampala.", [("Kampala", "event")]),
        ("Two men were shot in the Westlands neighbourhood of Nairobi.", [("Nairobi", "event")]),
    ],
)
def test_places_of_other_acts_are_mentioned(text: str, roles: list[tuple[str, str]]) -> None:
    found = {place.name: place.role for claim in find_in(text)[:1] for place in claim.places}
    assert {name: found.get(name) for name, _ in roles} == dict(roles)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Eastern Chad saw heavy fighting last week.", "Chad"),
        ("Rebels seized the town of Sake on Sunday.", "Sake"),
        ("Jets bombed a school in Sagaing two days ago.", "Sagaing Region"),
        ("The village of Qarwelle was shelled.", "Qarwelle"),
    ],
)
def test_a_place_that_cannot_act_is_where_it_happened(text: str, name: str) -> None:
    assert [place.name for place in find_in(text)[0].places if place.role == "event"] == [name]


def test_fighting_is_at_a_spot_and_not_in_a_whole_state() -> None:
    text = (
        "Rebels attacked Goma. Troops were sent to the Democratic Republic of the Congo. The fighting went on."
    )
    assert [place.name for place in find_in(text)[-1].places if place.role == "event"] == ["Goma"]


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("Soldiers held the front line.", "front line"),
        ("Officers are on occupied land.", "occupied land"),
        ("Jets hit the air force base.", "air force base"),
        ("A grower was shot in front of the others.", None),
    ],
)
def test_describes_ground_without_a_name(text: str, area: str | None) -> None:
    found = [place.name for place in find_in(text)[0].places if place.role == "event"]
    assert found == ([area] if area else [])


def test_a_part_of_a_town_is_the_town() -> None:
    claim = find_in("Shells fell in parts of Khartoum and in the western half of Omdurman.")[0]
    assert [place.name for place in claim.places if place.role == "event"] == ["Khartoum", "Omdurman"]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Eleven people were killed in Peshawar, Pakistan.", ["Peshawar"]),
        ("Eleven people were killed in Lamu, in eastern Kenya.", ["Lamu"]),
        ("Rebels took control of Lamu, a town in Kenya.", ["Lamu"]),
        ("Bodies were found in Paiporta, near Valencia.", ["Paiporta"]),
        ("Bodies were found near Valencia.", ["Valencia"]),
        ("Soldiers were sent to Kenya and to Lamu.", ["Kenya", "Lamu"]),
        ("The junta's troops have withdrawn from Lashio.", ["Lashio"]),
        ("Families fled the town of Sake on Sunday.", ["Sake"]),
        ("The fall of Goma was a blow to the army.", ["Goma"]),
        ("Rebels from Chad attacked a base in neighbouring Sudan.", ["Sudan"]),
        ("Jets hit more bases.", []),
        ("Over 60 people died in the Lokoja flood.", ["Lokoja"]),
        ("The army killed nine men west of Goma.", ["Goma"]),
    ],
)
def test_names_the_spot_and_not_what_it_lies_in_or_near(text: str, event: list[str]) -> None:
    assert [place.name for place in find_in(text)[0].places if place.role == "event"] == event


def test_a_refusal_takes_no_place_from_what_comes_later() -> None:
    first, *_ = find_in("The opposition rejected the result. Riots broke out in Caracas a day later.")
    assert first.places == ()


def test_where_a_witness_came_to_is_not_where_it_happened() -> None:
    text = "Families fled Goma on Sunday. A teacher who reached Kigali said he saw 20 bodies in the market."
    last = find_in(text)[-1]
    assert [place.name for place in last.places if place.role == "event"] == ["Goma"]


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Rebels attacked Goma. Police said nine people were killed.", "Goma"),
        ("A flood hit Lokoja on Sunday. The flood has killed 38 people, the agency said.", "Lokoja"),
        ("Chad sent troops to Goma. The minister said 600,000 had died.", None),
    ],
)
def test_the_dead_of_an_act_told_before_are_of_its_place(text: str, scope: str | None) -> None:
    claim = next(one for one in find_in(text) if one.quantities)
    assert claim.quantities[0].scope == scope


def test_a_place_that_nothing_knows_is_not_filled_from_another() -> None:
    text = "A quake struck Nepal on Friday. Most of the dead were in Qarpur district. Nepalgunj lies in ruins."
    claim = next(one for one in find_in(text) if "Qarpur" in one.text)
    assert [place.name for place in claim.places if place.role == "event"] == []


def test_the_dead_of_a_disaster_are_where_it_struck() -> None:
    claims = find_in("An earthquake struck Nepal on Friday. The dead include nine children, officials said.")
    claim = next(one for one in claims if "dead" in one.text)
    assert [place.name for place in claim.places if place.role == "event"] == ["Nepal"]


def test_a_toll_is_of_no_place_that_is_named_only_later() -> None:
    toll, *_ = find_in("The attack has killed at least seven people, police said. A rally was held in Goma.")
    assert (toll.places, toll.quantities[0].scope) == ((), None)
