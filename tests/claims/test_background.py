import pytest
from tests.claims.parsed import find_in, tree

from trendechos.claims.background import is_background
from trendechos.records import Moment


@pytest.mark.parametrize(
    ("said", "happened", "old"),
    [
        (Moment("2024-05-06", "day"), None, False),
        (Moment("2024-05-05", "day"), None, False),
        (Moment("2024-05-01", "day"), None, True),
        (Moment("2024-03", "month"), None, True),
        (Moment("2024-05-06", "day"), Moment("2022", "year"), True),
        (None, Moment("2014", "year"), True),
        (None, Moment("2024-05-02", "day"), False),
        (None, None, False),
    ],
)
def test_dates_before_the_news_are_background(said: Moment | None, happened: Moment | None, old: bool) -> None:
    parsed = tree("The minister said the bridge was hit.").parsed
    assert is_background(parsed, {0, 1, 2}, said, happened, "2024-05-06") is old


def test_words_that_look_back_are_background() -> None:
    parsed = tree("Earlier the minister said the bridge was hit.").parsed
    assert is_background(parsed, {0, 1, 2, 3}, None, None, None)
    assert not is_background(parsed, {1, 2, 3}, None, None, None)


def test_the_first_sentence_is_news_behind_a_dateline_too() -> None:
    (one,) = find_in("ABUJA, May 6 (Reuters) - The toll has risen to 29, the emergency agency has said.")
    assert not one.background
