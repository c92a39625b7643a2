import pytest
from tests.claims.parsed import clause

from trendechos.claims import events, polarity


@pytest.mark.parametrize(
    ("text", "negative"),
    [
        ("No troops have crossed the border.", True),
        ("None of the soldiers has crossed the border.", True),
        ("The soldiers have not crossed the border.", True),
        ("There is no evidence of troops in the capital.", True),
        ("The ministry does not believe that troops crossed the border.", True),
        ("Not only soldiers crossed the border.", False),
        ("No fewer than 900 soldiers crossed the border.", False),
        ("The soldiers have crossed the border.", False),
    ],
)
def test_finds_negation_on_the_way_to_the_event(text: str, negative: bool) -> None:
    found = clause(text)
    assert polarity.negated(found, events.path(found, events.find(found, "PERSONNEL"))) is negative


@pytest.mark.parametrize(
    ("text", "false"),
    [
        ("The story is fake news.", True),
        ("These are baseless rumours.", True),
        ("She described a report that over 60 sailors died as false.", True),
        ("This looks like another invented story.", True),
        ("He opposes fake news laws.", False),
        ("The story is true.", False),
    ],
)
def test_finds_what_is_called_false(text: str, false: bool) -> None:
    assert polarity.called_false(clause(text)) is false


@pytest.mark.parametrize(
    ("text", "unable"),
    [
        ("He could not confirm that rebels entered the city.", True),
        ("The agency has been unable to verify the footage.", True),
        ("Neither side has confirmed the raid.", True),
        ("The agency has verified the footage.", False),
    ],
)
def test_finds_what_could_not_be_checked(text: str, unable: bool) -> None:
    assert polarity.unable_to_check(clause(text)) is unable
