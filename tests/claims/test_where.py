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
    ],
)
def test_tells_where_it_happened_from_who_acted(text: str, event: list[str]) -> None:
    found = [place.name for claim in find_in(text) for place in claim.places if place.role == "event"]
    assert found == event


def test_points_back_to_the_place_before() -> None:
    last = find_in("Soldiers entered Khartoum. The general said they were shelled.")[-1]
    assert [place.name for place in last.places if place.role == "event"] == ["Khartoum"]
