import pytest
from tests.claims.parsed import find_in


@pytest.mark.parametrize(
    ("text", "place", "day"),
    [
        ("The army killed 50 rebels and destroyed nine trucks in Goma on Friday.", "Goma", "2024-05-03"),
        ("Nine people were killed and 900 displaced by a flood in Lokoja on Friday.", "Lokoja", "2024-05-03"),
        ("Rebels killed nine people and the army shelled Goma on Friday.", None, None),
        ("The mayor was shot in Lokoja and two guards were hurt in Goma.", "Lokoja", None),
    ],
)  # fmt: skip
def test_shares_what_stands_behind_the_last_verb(text: str, place: str | None, day: str | None) -> None:
    first = find_in(text)[0]
    assert [item.name for item in first.places if item.role == "event"] == ([place] if place else [])
    assert (first.happened_when.value if first.happened_when else None) == day
