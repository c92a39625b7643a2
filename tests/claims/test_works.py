"""Titles of works in quotation marks, which nobody says, beside words that somebody does say."""

from __future__ import annotations

import pytest

from trendechos.claims import works
from trendechos.text.quotes import pairs


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Sara Lind, who wrote “The Long Winter,” lives in Oslo.", []),
        ("In an essay called “Why We Fight,” he argued that it was lost.", []),
        ("The band played “Here Comes the Rain” and “Imagine.”", []),
        ("She is the author of “The End of Rain.”", []),
        ("He called it “a quiet day.”", ["“a quiet day.”"]),
        ("She wrote, “We will win.”", ["“We will win.”"]),
        ("“Rain Is Coming,” said Lind.", ["“Rain Is Coming,”"]),
        ("Lind wrote: “Stop Now.”", ["“Stop Now.”"]),
    ],
)
def test_without(text, kept):
    assert [text[start:end] for start, end in works.without(text, pairs(text))] == kept


def test_a_title_is_no_claim_of_its_author(said):
    _, found = said("Sara Lind, who wrote “The Long Winter,” lives in Oslo.")
    assert [one.mode for one in found] == ["asserted"]


def test_what_is_argued_in_a_titled_essay_is_the_claim(said):
    report, found = said("In an essay called “Why We Fight,” Sara Lind argued that the war was lost.")
    (one,) = [one for one in found if one.cue is not None]
    assert [report.text[span.start : span.end] for span in one.content] == ["that the war was lost"]
