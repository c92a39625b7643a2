"""Sources who keep their names back: what they say stays theirs, and the wish itself is nobody's statement."""

from __future__ import annotations

import pytest

SAID = [
    # text, speaker, content
    ("A nurse, who asked not to be named, said the ward had no beds.", "A nurse", "the ward had no beds"),
    ("Votes were bought, said a clerk who asked not to be identified.", "a clerk", "Votes were bought"),
    (
        "A senior officer, speaking on condition of anonymity, said the bridge had fallen.",
        "A senior officer", "the bridge had fallen",
    ),
    (
        "One engineer, who declined to be identified, told reporters the dam was leaking.",
        "One engineer", "the dam was leaking",
    ),
    ("An aide who requested anonymity said talks had collapsed.", "An aide", "talks had collapsed"),
    (
        "The ferry was full, said a sailor who insisted on anonymity because he feared for his job.",
        "a sailor", "The ferry was full",
    ),
    (
        "Two guards, who asked that their names not be used, said the gate was open.",
        "Two guards", "the gate was open",
    ),
    (
        "A nurse, who asked that she be identified only by her first name, said the ward was full.",
        "A nurse", "the ward was full",
    ),
    ("A man, who declined to give his name, said the shop was burned.", "A man", "the shop was burned"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "content"), SAID)
def test_only_the_statement_is_said(said, text, speaker, content):
    report, found = said(text)
    (one,) = [each for each in found if each.puts_forward]
    assert one.speaker.name == speaker
    assert " ".join(report.text[span.start : span.end] for span in one.content) == content


@pytest.mark.parametrize(
    "text",
    [
        "The official declined to be named.",
        "The sources asked not to be identified because the talks are private.",
        "She spoke on condition of anonymity.",
        "She spoke on condition of anonymity to discuss private talks.",
        "He refused to be photographed or named.",
    ],
)
def test_the_wish_alone_is_no_claim(said, text):
    assert said(text)[1] == ()


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The ministry declined to comment on the fire.", "to comment on the fire"),
        ("The union demanded that talks be named after its founder.", "that talks be named after its founder"),
        ("The mayor asked for water.", "water"),
    ],
)
def test_other_refusals_and_demands_stay(said, text, content):
    report, found = said(text)
    assert [report.text[one.content[0].start : one.content[-1].end] for one in found if one.cue] == [content]
