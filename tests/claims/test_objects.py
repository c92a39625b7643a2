"""Complements that the parse splits otherwise."""

from __future__ import annotations

import pytest

FOUND = [
    ('The manager called that "beyond absurd."', "called", 'that "beyond absurd."'),
    ('The mayor met the guard, who called their son "a true hero."', "called", 'their son "a true hero."'),
    ("He met Mr. Lee, who has called it ''deeply flawed,'' in May.", "has called", "it ''deeply flawed,''"),
    (
        "Followers sat down, accusing the mayor's followers of fraud and his campaign of fabricated attacks.",
        "accusing", "the mayor's followers of fraud and his campaign of fabricated attacks",
    ),
    ("Critics quickly accused the president of hiding it.", "quickly accused", "the president of hiding it"),
    (
        "Voters see their own party as insufficiently committed to the plan.",
        "see", "their own party as insufficiently committed to the plan",
    ),
    ("The minister was asked about securing the dam.", "was asked about", "securing the dam"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "words"), FOUND)
def test_the_complement_is_whole(said, text, cue, words):
    report, found = said(text)
    got = [
        " | ".join(report.text[span.start : span.end] for span in one.content)
        for one in found
        if one.cue and one.cue.text == cue
    ]
    assert got == [words]
