"""One spelling of the same words."""

import pytest

from trendechos.text.normalise import fold, normalise, word_spans, words


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("“No,” he\u00a0said", '"no," he said'),
        ("ＵＮ – talks…", "un - talks..."),
        ("  two\n\nlines ", "two lines"),
        ("so\u00adft hyphen", "soft hyphen"),
        ("", ""),
    ],
)
def test_typography_makes_no_difference(written: str, plain: str) -> None:
    assert normalise(written) == plain


def test_names_fold_without_accents_stops_and_article() -> None:
    assert fold("The U.S.") == fold("us")
    assert fold("Défense") == "defense"


def test_a_number_is_one_word_and_spans_point_into_the_text() -> None:
    text = "Some 12,500 people’s homes"
    assert words(text)[1] == "12,500"
    assert [text[start:end] for start, end in word_spans("Some 12,500")] == ["Some", "12,500"]
