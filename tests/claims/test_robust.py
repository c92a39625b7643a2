"""Bad input: claims where they are clear, nothing raised, every span inside its text."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
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


def test_a_transcript_in_quotation_marks_is_one_too(said):
    text = 'Both met.\n\n"RIVERA: Will the dam hold?\n\n"OKORO: It will, and we think so."\n\nRain fell.'
    found = [one for one in said(text)[1] if one.mode != "asserted" and one.parent is None]
    assert [one.speaker.name for one in found] == ["RIVERA", "OKORO"]


def test_a_headline_quotes_who_opens_it(said):
    (one,) = said("", title="Ruth Lee on Leaving the Town Council for Good: ‘We Are Ready.’")[1]
    assert (one.speaker.name, one.cue.text) == ("Ruth Lee", "on Leaving the Town Council for Good:")


def test_what_stands_in_a_quotation_without_a_speaker_belongs_to_it(said):
    _, found = said("Rain fell.\n\n“The mayor said that the dam was full, and nobody came.”\n\nIt went on.")
    inner = next(one for one in found if one.cue and one.cue.text == "said")
    assert found[inner.parent].doubt


def test_parts_in_a_talk_are_labels_too(said):
    report, found = said("Interviewer: Are you all safe?\n\nAna Ruiz: We left in May. Nobody helped us.")
    got = [
        (one.speaker.name, report.text[one.content[0].start : one.content[-1].end]) for one in found if one.cue
    ]
    assert got == [("Interviewer", "Are you all safe?"), ("Ana Ruiz", "We left in May. Nobody helped us.")]


def test_a_list_gives_each_item_its_own_speaker(said):
    report, found = said("- The army said the town fell\n- Rebels deny the loss\n- “We left,” said a nurse")
    got = [
        (one.speaker.name, one.cue.text, report.text[one.content[0].start : one.content[-1].end])
        for one in found
        if one.cue
    ]
    assert got == [
        ("The army", "said", "the town fell"),
        ("Rebels", "deny", "the loss"),
        ("a nurse", "said", "“We left,”"),
    ]


def test_an_open_quotation_gives_no_wrong_speaker(said):
    found = said("“The dam is full, the mayor said.\n\nOsei left the town. “We stay,” Lee said.")[1]
    quoted = [one for one in found if one.cue and one.speaker.name == "Osei"]
    assert not quoted
    assert any(one.speaker.name == "Lee" for one in found)


def test_a_quotation_in_a_quotation_stays_inside(said):
    found = said("“He told me ‘the dam is full’ and ran,” Ruth Lee said.")[1]
    outer = [one for one in found if one.parent is None and one.cue]
    assert [(one.speaker.name, one.content[0].start, one.content[-1].end) for one in outer] == [
        ("Ruth Lee", 0, 39)
    ]


def test_capitals_read_as_speech(said):
    found = said("THE ARMY SAID THE TOWN HAD FALLEN.")[1]
    assert [(one.speaker.name, one.cue.text) for one in found if one.cue] == [("THE ARMY", "SAID")]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(
            [
                "said",
                "the mayor",
                "“",
                "”",
                '"',
                "'",
                "''",
                "‘",
                "’",
                ",",
                ".",
                ":",
                ";",
                "—",
                "-",
                "(",
                ")",
                "\n",
                "\n\n",
                "according to",
                "that",
                "Lee",
                "LEE",
                "told",
                "it",
                "he",
                "they",
                "and",
                "but",
                "denied",
                "6’2”",
                "Q",
                "raised alarms about",
                "as",
                "called",
                "as the crowd roared",
                "read",
                "é",
                "â€œ",
                "\u202e",
                "\x00",
                "…",
                "asked about",
                "which",
                "fears",
                "would",
                "fail",
                "in a poll",
                "?",
                "!",
            ]
        ),
        max_size=60,
    )
)
def test_no_order_of_words_and_marks_raises(said, words):
    report, found = said(" ".join(words))
    for one in found:
        assert one.content
        for span in one.content:
            assert 0 <= span.start < span.end <= len(report.words(span.field))


def test_an_empty_reading_gives_nothing():
    report = make_report("The dam is full.")
    assert attribute(report, Reading(report.report_id, report.version_id, "en", ())) == ()


def test_the_order_of_calls_does_not_matter(said):
    text = 'Ruth Adeyemi said the dam was full. "We must leave," she said.'
    first = said(text)[1]
    said("Another page says something else entirely, Karl Osei said.")
    assert said(text)[1] == first
