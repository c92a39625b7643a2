import pytest
from tests.claims.parsed import clause, split, words


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Rebels took the town.", ["Rebels took the town"]),
        (
            "The army has shelled the port, and two divisions have crossed the river.",
            ["The army has shelled the port", "two divisions have crossed the river"],
        ),
        (
            "About 4,000 fighters have arrived and should reach the front within days.",
            ["About 4,000 fighters have arrived", "should reach the front within days"],
        ),
        (
            "The minister visited Nairobi while fears grow that militias may attack the camp.",
            ["The minister visited Nairobi", "fears grow that militias may attack the camp"],
        ),
        ("Troops entered the city to restore order.", ["Troops entered the city to restore order"]),
        ("Soldiers who had deserted were caught.", ["Soldiers who had deserted were caught"]),
    ],
)
def test_splits_finite_clauses_and_no_finer(text: str, parts: list[str]) -> None:
    assert [words(found) for found in split(text)] == parts


@pytest.mark.parametrize(
    ("text", "above", "core"),
    [
        ("The militia is thought to have shelled the port.", ["thought"], "shelled"),
        ("The army plans to attack the town.", ["plans"], "attack"),
        ("Washington holds evidence of foreign fighters in Darfur.", ["holds"], "fighters"),
        ("It is not known if they will fight.", ["known"], "fight"),
        ("The rebels killed nine people.", [], "killed"),
        ("The governor confirmed clashes in the suburbs.", ["confirmed"], "clashes"),
    ],
)
def test_descends_to_what_is_said_to_have_happened(text: str, above: list[str], core: str) -> None:
    found = clause(text)
    assert [found.parsed.words[token] for token in found.above] == above
    assert found.parsed.words[found.core] == core


def test_gives_nothing_without_words() -> None:
    assert split("...") == ()
