"""How much of a page stands for a claim."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.build import claim, report, speaker

from trendechos.presentation.wording import stretch
from trendechos.records import Claim, Cue, Report, Span


def made(text: str, cue: str, words: str, mode: str = "reported") -> tuple[Claim, Report]:
    page = report(text)
    at = text.index(cue)
    one = claim(words, speaker("Ama Osei"), page)
    return replace(one, mode=mode, cue=Cue(cue, "say", Span(at, at + len(cue)))), page  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "cue", "words", "led"),
    [
        ("Osei accused the mayor of lying.", "accused", "the mayor of lying", "accused the mayor of lying"),
        ("Osei said the dam broke.", "said", "the dam broke", ""),
        ("Osei warned that the dam may break.", "warned", "the dam may break", ""),
        ("The dam broke, Osei warned.", "warned", "The dam broke", ""),
        ("Osei vowed 5 boats to save them.", "vowed", "to save them", "vowed 5 boats to save them"),
        ("Osei told reporters the dam broke.", "told", "the dam broke", ""),
        ("Osei: dam broke", ":", "dam broke", ""),
        ("Osei welcomed the vote.", "welcomed", "welcomed the vote", "welcomed the vote"),
    ],
)
def test_a_fragment_is_led_by_its_verb(text: str, cue: str, words: str, led: str) -> None:
    assert stretch.led(*made(text, cue, words)) == led


def test_a_fragment_that_ends_in_a_quotation_is_led_by_its_verb_and_a_quotation_is_not() -> None:
    text = 'Osei blamed the delay on "heavy rain". Osei said "we waited".'
    part = made(text, "blamed", 'the delay on "heavy rain"', "quoted")
    assert stretch.led(*part) == 'blamed the delay on "heavy rain"'
    assert stretch.led(*made(text, "said", "we waited", "quoted")) == ""


@pytest.mark.parametrize(
    ("text", "words", "shown"),
    [
        ('Osei said it was "a drop in the sea".', 'it was "a drop in the sea', 'it was "a drop in the sea"'),
        ("Osei said it was “a drop.” He left.", "it was “a drop", "it was “a drop”"),
        ('Osei said "such faults" were rare.', 'such faults" were rare', '"such faults" were rare'),
        ("Osei said 5 cedi ($0.4) are due", "5 cedi ($0.4", "5 cedi ($0.4)"),
        ("Osei said that it broke.", "that it broke", "it broke"),
        ("Osei said that.", "that", "that"),
    ],
)  # fmt: skip
def test_quotations_are_whole_and_no_clause_opens_with_that(text: str, words: str, shown: str) -> None:
    assert stretch.of(*made(text, "said", words)) == shown
