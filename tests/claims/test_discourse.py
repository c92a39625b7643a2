import pytest
from tests.claims.parsed import find_in


def _scene(text: str) -> list[str]:
    """The event places of the last claim of `text`."""
    last = max(find_in(text), key=lambda claim: claim.span.start)
    return [place.name for place in last.places if place.role == "event"]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Soldiers entered Khartoum. The general said they were shelled.", ["Khartoum"]),
        ("The army sent 4,000 troops to Goma, he said. Another 500 were sent on Friday, he said.", ["Goma"]),
        ("Rebels attacked a base near Goma. The minister denied the reports.", ["Goma"]),
        ("Kenya sent 400 men to Jacmel, aides said. Nairobi denied the reports.", ["Haiti"]),
        ("Rebels shelled Goma, aides said. The film was made in Lagos. Kigali denied the reports.", ["Goma"]),
        ("Troops have arrived in Chad, officials said. Paris declined to confirm the deployment.", ["Chad"]),
        ("Some men are heading to Goma and some have died there, the minister said.", ["Goma"]),
    ],
)  # fmt: skip
def test_carries_on_the_place_of_what_a_claim_continues(text: str, event: list[str]) -> None:
    assert _scene(text) == event


@pytest.mark.parametrize(
    "text",
    [
        "Chadian troops entered Goma, officials said. Burundian losses exceed 600 killed, the minister said.",
        "Rebels attacked a base near Goma. Elsewhere, 20 soldiers were killed, the army said.",
        "Rebels attacked a base near Goma. The minister said prices will rise.",
        "The envoys met in Doha, aides said. The group said it still holds 20 captives.",
        "The army could not confirm that rebels were in Goma. It said 4,000 troops had been sent.",
    ],
)
def test_takes_no_place_from_another_event(text: str) -> None:
    assert _scene(text) == []


def test_an_inherited_place_stands_at_its_mention_and_scopes_only_numbers_that_point_back() -> None:
    text = "The army sent 4,000 troops to Goma, the minister said. About 500 were sent on Friday, he said."
    last = max(find_in(text), key=lambda claim: claim.span.start)
    assert text[last.places[0].span.start : last.places[0].span.end] == "Goma"
    assert [item.scope for item in last.quantities] == [None]


def test_describes_a_ground_without_a_name() -> None:
    (claim,) = find_in("The army said 300 men are now in forward areas.")
    assert [(place.name, place.precision, place.lat) for place in claim.places] == [
        ("forward areas", "area", None)
    ]


def test_takes_no_place_that_is_only_named_later() -> None:
    first = find_in("Hamas fighters attacked a base. Chadian soldiers shelled Goma.")[0]
    assert [place.name for place in first.places if place.role == "event"] == []
