"""Bad input: claims where they are clear, nothing raised, every span inside its text."""

from __future__ import annotations

import pytest
from tests.build import report as make_report

from trendechos.claims import attribute
from trendechos.records import Reading

BAD = [
    "",
    "   \n\n  ",
    '"',
    '"""""',
    "said said said said",
    '"The dam is full, he said.',
    "“The dam ” is “ full,” she said. ”",
    "THE ARMY SAID THE TOWN HAD FALLEN. \"WE HOLD IT,\" SAID THE GENERAL.",
    "- The army said the town fell\n- Rebels deny it\n• A third line: none",
    "SMITH: We will go.\nJONES: We will not go there.\nSMITH: Then stay.",
    "â€œThe dam is full,â€\x9d she said. Ã©tÃ©.",
    "He said \"she said 'they said \"go\"' and left\".",
    "The mayor said \ud83d the dam was full.",
    "According to according to according to.",
    "a: b: c: d: e",
    ", said ,",
    "\u200b\u202e“said”\u202c",
    "The minister said " + "that the road was open and " * 400 + "closed.",
    "word " * 2000,
    "“" * 500 + "word said" + "”" * 500,
]  # fmt: skip


@pytest.mark.parametrize("text", BAD)
def test_nothing_is_raised_and_spans_fit(said, text):
    report, found = said(text, title=text[:80])
    for one in found:
        assert one.content
        for span in (
            *one.content,
            *((one.cue.span,) if one.cue else ()),
            *((one.source,) if one.source else ()),
        ):
            assert span.end <= len(report.words(span.field))


def test_a_transcript_gives_each_line_to_its_speaker(said):
    report, found = said("SMITH: We will go to the north.\n\nJONES: We will not leave the town.")
    got = [
        (one.speaker.name, report.text[one.content[0].start : one.content[-1].end]) for one in found if one.cue
    ]
    assert got == [("SMITH", "We will go to the north."), ("JONES", "We will not leave the town.")]


def test_an_empty_reading_gives_nothing():
    report = make_report("The dam is full.")
    assert attribute(report, Reading(report.report_id, report.version_id, "en", ())) == ()


def test_the_order_of_calls_does_not_matter(said):
    text = 'Ruth Adeyemi said the dam was full. "We must leave," she said.'
    first = said(text)[1]
    said("Another page says something else entirely, Karl Osei said.")
    assert said(text)[1] == first
