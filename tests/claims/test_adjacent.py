"""Who speaks right behind a quotation, where the parse mistakes it."""

from __future__ import annotations

import pytest

# text, source as written, cue, content
BESIDE = [
    ("“We were wrong to wait for the rain,” Osei, 58, told AFP on Monday.", "Osei", "told"),
    ("“Anybody who drinks it, they fall ill,” said Ruth Lee, who has lived there.", "Ruth Lee", "said"),
    (
        '"One man came in and said maybe they should burn it," said the woman, who like many had fled.',
        "the woman", "said",
    ),
    ('"I will not call it a mistake, so forget it," said retired surgeon Ben Osei, asked about the raid.',
     "retired surgeon Ben Osei", "said"),
    ("“Shame!” blared the front page of The Harbour Herald.", "the front page of The Harbour Herald", "blared"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "cue"), BESIDE)
def test_the_speaker_stands_right_behind(said, text, source, cue):
    report, found = said(text)
    got = [one for one in found if one.cue and one.cue.text == cue and one.parent is None]
    assert len(got) == 1
    assert got[0].source is not None
    assert report.text[got[0].source.start : got[0].source.end].startswith(source)
    assert got[0].content[0].start == 0


def test_a_speaker_with_a_verb_of_no_list_goes_on(said):
    text = '"Bread matters," the deputy minister riffed on it, drawing laughs. "So the town needs more flour!"'
    report, found = said(text)
    (one,) = [one for one in found if one.cue and one.cue.text == "riffed"]
    assert [report.text[span.start : span.end] for span in one.content] == [
        '"Bread matters,"', '"So the town needs more flour!"',
    ]  # fmt: skip


def test_a_term_before_a_verb_is_no_speech(said):
    assert not [one for one in said("The “old guard,” officials left behind in May, is gone.")[1] if one.cue]


# sentences whose parse has no subject for the cue, and the speaker
LED = [
    (
        "Rep. Ann Okoro (N-Lagos), chair of the party's drafting committee, said Lee was not worried.",
        "Ann Okoro",
    ),
    (
        "Mr. Bando - in a line that seemed aimed at the army - declared that a president must serve all.",
        "Bando",
    ),
    ("In Aweil, South Sudan, Martin Deng said the road was open.", "Martin Deng"),
    ("As a part of his plea, Marcel Lungu, 44, said that he had burned the store.", "Marcel Lungu"),
    (
        "The plan was backed by Curly Hansen, who's argued for years that the dam should stay public.",
        "Curly Hansen",
    ),
]


@pytest.mark.parametrize(("text", "name"), LED)
def test_the_subject_stands_before_asides(said, text, name):
    found = [one for one in said(text)[1] if one.cue and one.act == "speech" and one.parent is None]
    assert [one.speaker.name.endswith(name) for one in found] == [True]


# quotations beside two verbs: which cue carries which
BESIDE_TWO = [
    (
        '"There is a man with a problem here," Cruz said as the heckler yelled: "You fail!"',
        [("said", '"There is a man with a problem here,"'), ("yelled", '"You fail!"')],
    ),
    (
        '"Thank you, son," Cruz replied, before adding that he thinks "children should speak with respect."',
        [("replied", '"Thank you, son,"'), ("adding", 'that he thinks "children should speak with respect."')],
    ),
    ('Asked whether he would resign under the charge, Lee said, "Probably."', [("said", '"Probably."')]),
    (
        "Osei hinted that the guard had fallen for a rival - “He would have liked him,” Osei said twice.",
        [("hinted", "that the guard had fallen for a rival"), ("said", "“He would have liked him,”")],
    ),
    (
        '"Friend, let me be blunt. The dam will not hold," the email read. It was signed.',
        [("read", '"Friend, let me be blunt. The dam will not hold,"')],
    ),
    (
        "The campaign sent out a text message to supporters saying: “We have won the vote in the north!”",
        [("saying", "“We have won the vote in the north!”")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), BESIDE_TWO)
def test_each_quotation_has_its_own_cue(said, text, expected):
    report, found = said(text)
    got = [
        (one.cue.text, " | ".join(report.text[span.start : span.end] for span in one.content))
        for one in found
        if one.cue and one.source and one.parent is None and one.act in ("speech", "evidence")
    ]
    assert got == expected


def test_a_heading_in_single_marks_is_nobodys_speech(said):
    text = "Lee, who leads the town, says it is \"a disaster.\"\n\n'Chief of trade.'\n\nThe port is closed."
    report, found = said(text)
    (one,) = [one for one in found if one.cue]
    assert report.text[one.content[0].start : one.content[-1].end] == 'it is "a disaster."'


def test_a_line_between_ends_the_speech(said):
    text = '"He may read them," Reid said. "But they are fake."\n\n@harbour.\n\n"Great speech. She is ready."'
    report, found = said(text)
    (one,) = [one for one in found if one.cue]
    assert [report.text[span.start : span.end] for span in one.content] == [
        '"He may read them,"', '"But they are fake."',
    ]  # fmt: skip
