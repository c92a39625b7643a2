"""Quotations that go on where no cue stands beside them, and those that a verb or a name below carries."""

from __future__ import annotations

import pytest

SPOKEN = [
    # text, quotation
    ("“The port is shut,” Ruth Adeyemi said Wednesday. “Ships wait.”", "“Ships wait.”"),
    (
        "“These men know words,” said Ruth Adeyemi, speaking of the council, “and leave themselves room.”",
        "“and leave themselves room.”",
    ),
    (
        "“The dam is full,” Ruth Adeyemi said. “We could lose the lower town by night,” which has no wall.",
        "“We could lose the lower town by night,”",
    ),
    (
        "“The dam is full,” said Ruth Adeyemi. That makes it “by any measure a danger to the town.”",
        "“by any measure a danger to the town.”",
    ),
    ("Ruth Adeyemi shot back, “The council left us here with nothing at all.”", "“The council left us"),
    ("“The whole town hears of it, and it has to stop.”\n\n— Ruth Adeyemi\n\nRain fell.", "“The whole town"),
    ("“The whole town hears of it, and it has to stop.”\n― Ruth Adeyemi\nRain fell.", "“The whole town"),
    ("“It has to stop.”\n― Ruth Adeyemi\n“The mayor must go.”\n― Jan Osei\nRain fell.", "“It has"),
    (
        "The mayor praised it.\n\nRuth Adeyemi took the stage:\n\n“We waited for this dam for thirty years.”",
        "“We waited",
    ),
    (
        "“It is a gift to us,” said Ruth Adeyemi. Now, “there are people saying that it is safe.”",
        "“there are people",
    ),
    ("''It is a gift to us,'' said Ruth Adeyemi. ''That's it.'' That's why, he added, all came.", "''That's"),
    (
        "''The dam is full,'' Ruth Adeyemi said. ''We all know it.\n\n''But nobody acts on it now.''",
        "''But nobody acts on it now.''",
    ),
    (
        "“They do not know us,” said Ruth Adeyemi, who said she would not vote. “They never came here.”",
        "“They never came here.”",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words"), SPOKEN)
def test_the_speaker_goes_on(said, text, words):
    report, found = said(text)
    at = report.text.index(words)
    got = [one.speaker.canonical for one in found if any(span.start <= at < span.end for span in one.content)]
    assert got == ["Ruth Adeyemi"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # another name, or another cue, in the sentence
        ("“The dam is full,” said Ruth Adeyemi. Karl Osei has his “own plan for the whole town.”", "“own plan"),
        # a new paragraph of the writer's
        ("“The dam is full,” said Ruth Adeyemi.\n\nThe wall was “by far the best in the land.”", "“by far"),
        # a name further down that signs nothing
        ("“The whole town hears of it now.”\n\nKarl Osei left the town.", "“The whole"),
    ],
)
def test_nobody_is_made_to_speak(said, text, words):
    report, found = said(text)
    at = report.text.index(words)
    speaking = [one for one in found if any(span.start <= at < span.end for span in one.content)]
    assert all(one.speaker.kind == "none" for one in speaking)


def test_what_leads_up_to_a_whole_quotation_is_the_writers(said):
    report, found = said("Asked whether the dam would hold, Ruth Adeyemi said: “It will not hold for long.”")
    (one,) = [one for one in found if one.speaker.canonical == "Ruth Adeyemi" and one.mode == "quoted"]
    assert [report.text[span.start : span.end] for span in one.content] == ["“It will not hold for long.”"]


def test_a_quotation_belongs_to_the_cue_right_before_it(said):
    _, found = said("The minister welcomed the vote and added, “We will go there at once.”")
    quoted = [one.cue.text for one in found if one.mode == "quoted" and one.cue is not None]
    assert quoted == ["added"]


def test_a_transcript_gives_whole_answers_and_names_no_questioner(said):
    report, found = said(
        "MR. LEE: I have no number. We will check it.\n\nQ: Will you say when?\n\n"
        "LEE: Not before noon today. No.\n\nRain fell."
    )
    got = [
        (one.speaker.kind, " ".join(report.text[span.start : span.end] for span in one.content))
        for one in found
        if one.cue is not None
    ]
    assert got == [
        ("person", "I have no number. We will check it."),
        ("none", "Will you say when?"),
        ("person", "Not before noon today. No."),
    ]
