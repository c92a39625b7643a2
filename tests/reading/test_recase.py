"""Sentences in capitals, for the language model."""

import pytest

from trendechos.reading import Parser
from trendechos.reading.recase import recased, shouted

COMMON = frozenset({
    "rebel", "shell", "the", "port", "of", "minister", "said", "on", "leave", "a", "road", "to", "who", "join",
})  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("REBELS SHELLED THE PORT OF HODEIDAH.", "Rebels shelled the port of Hodeidah."),
        ("THE MINISTER SAID ON MONDAY TO EL SALVADOR", "The minister said on Monday to El Salvador"),
        ("THE US MINISTER WHO JOINED NATO", "The US minister who joined NATO"),
        ("REBELS OF THE [FMLN] LEAVING LIMA", "Rebels of the [FMLN] leaving Lima"),
    ],
)  # fmt: skip
def test_gives_small_letters_back(text: str, expected: str) -> None:
    assert recased(text, COMMON) == expected


@pytest.mark.parametrize(
    ("text", "loud"),
    [
        ("REBELS SHELLED THE PORT OF HODEIDAH.", True),
        ("Rebels shelled the port of Hodeidah.", False),
        ("NATO, UN", False),
        ("", False),
        ("REBELS SHELLED THE PORT but the road to the hill stayed open all day.", False),
    ],
)
def test_knows_a_sentence_in_capitals(text: str, loud: bool) -> None:
    assert shouted(text) is loud


def test_a_parse_keeps_the_words_as_they_stand() -> None:
    text = "REBELS SHELLED THE PORT OF HODEIDAH."
    (parsed,) = Parser().parse([text])
    assert parsed.text == text
    assert parsed.words[:3] == ("REBELS", "SHELLED", "THE")
    assert parsed.poses[1:6] == ("VERB", "DET", "NOUN", "ADP", "PROPN")


def test_notes_in_brackets_leave_the_parse_alone() -> None:
    text = "THE ELN [ARMY OF LIBERATION] UNITS SHELLED THE PORT OF HODEIDAH."
    (parsed,) = Parser().parse([text])
    assert parsed.words[:4] == ("THE", "ELN", "UNITS", "SHELLED")
    assert [
        parsed.text[start : start + len(word)] for start, word in zip(parsed.starts, parsed.words, strict=True)
    ] == [*parsed.words]


@pytest.mark.parametrize("text", ["İSTANBUL WAS SHELLED BY REBELS", "STRAẞE ŒUVRE ŉ THE PORT OF HODEIDAH"])
def test_never_changes_the_length(text: str) -> None:
    assert len(recased(text, COMMON)) == len(text)
