"""Counts that somebody changes or sets are said by who does so."""

from __future__ import annotations

import pytest

COUNTED = [
    # text, speaker, content
    (
        "The Red Cross lowered its count of missing people from 40 to 31 on Monday.",
        "The Red Cross", "its count of missing people / to 31",
    ),
    (
        "The ministry raised the number of miners killed in the blast to 31.",
        "The ministry", "the number of miners killed in the blast to 31",
    ),
    ("Rescuers revised the toll to 18 from 21.", "Rescuers", "the toll to 18"),
    (
        "The network now puts the number of people arrested since June at 90.",
        "The network", "the number of people arrested since June at 90",
    ),
    ("The health ministry gave the number of dead as 22.", "The health ministry", "the number of dead as 22"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "content"), COUNTED)
def test_a_count_is_a_statement(said, text, speaker, content):
    report, found = said(text)
    (one,) = [each for each in found if each.cue is not None]
    words = " / ".join(report.text[span.start : span.end] for span in one.content)
    assert (one.speaker.name, words, one.act) == (speaker, content, "speech")


def test_a_number_changed_in_deed_is_no_statement(said):
    _, found = said("The company cut the number of jobs to 500.")
    assert [one.mode for one in found] == ["asserted"]
