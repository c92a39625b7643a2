"""Whose words they are: owners, makers, issuers, critics and participles, each in a sentence."""

from __future__ import annotations

import pytest

FORMS = [
    # text, source as it stands, speaker, cue, content
    (
        "Despite Kenyan claims that the road was open, trucks turned back.",
        "Kenyan", "Kenyan government", "claims", "that the road was open",
    ),
    (
        "Peru's denial that it had sent soldiers was read out.",
        "Peru's", "Peruvian government", "denial", "that it had sent soldiers",
    ),
    ("The promise she made is that taxes will fall.", "she", "she", "promise", "that taxes will fall"),
    (
        "Mr. Okoro has been a pointed critic of the bill.",
        "Mr. Okoro", "Okoro", "critic of", "the bill",
    ),
    (
        "The mayor made a third attempt to calm them, writing that the dam would hold.",
        "The mayor", "mayor", "writing", "that the dam would hold",
    ),
    (
        "The party posted a message that said the vote was off.",
        "The party", "party", "said", "the vote was off",
    ),
    (
        "On Monday a council that opposed the ban was closed.",
        "a council that", "council", "opposed", "the ban",
    ),
    # who spoke stands inside what a transcript has
    (
        "“The dam will hold,” Mr. Okoro said, according to a transcript of the call.",
        "a transcript of the call", "transcript of the call", "according to",
        "“The dam will hold,” Mr. Okoro said",
    ),
    (
        "According to the Lake Forum, 47 people, young and old, remain in the camp.",
        "the Lake Forum", "Lake Forum", "According to", "47 people, young and old, remain in the camp",
    ),
    (
        "Dr. Ruth Amari, spokesperson for the ministry, told a meeting in the capital that 88 were hurt.",
        "Dr. Ruth Amari, spokesperson for the ministry", "Ruth Amari", "told", "that 88 were hurt",
    ),
    (
        "The envoy said after hearing two aides that the talks had failed.",
        "The envoy", "envoy", "said", "that the talks had failed",
    ),
    (
        "The nurse told families that the list was long: 50 names, of whom 20 are children.",
        "The nurse", "nurse", "told", "that the list was long: 50 names, of whom 20 are children",
    ),
    (
        "The agency expects cases in the camps in the coming days.",
        "The agency", "agency", "expects", "cases in the camps in the coming days",
    ),
    ("WHO assesses the risk as high.", "WHO", "World Health Organization", "assesses", "the risk as high"),
    ("It is his job, she said, to open the dam.", "she", "she", "said", "It is his job | to open the dam"),
    ("I think the harvest will fail.", "I", "", "think", "the harvest will fail"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "speaker", "cue", "words"), FORMS)
def test_whose_words(said, text, source, speaker, cue, words):
    report, found = said(text)
    got = [
        (
            report.text[one.source.start : one.source.end] if one.source else "",
            one.speaker.canonical,
            one.cue.text,
            " | ".join(report.text[span.start : span.end] for span in one.content).rstrip("."),
        )
        for one in found
        if one.cue is not None
    ]
    assert (source, speaker, cue, words) in got


@pytest.mark.parametrize(
    "text",
    [
        "The army was sent to defend the border.",
        "You might think that the war is over.",
        "â€œLeave at once.â€ She didnâ€™t say when.",
        "What they are saying: the heading of a list.",
        "As of May, 28 cases, 23 confirmed and five probable, have come from four districts.",
        "It sent money to the 14 whose names were confirmed.",
    ],
)
def test_nobody_says_this(said, text):
    _, found = said(text)
    assert [one.mode for one in found] in ([], ["asserted"])


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("The guide cited her as saying the lake is deep.", []),
        ("It is worth noting that the lake is deep.", []),
        ("She went on to say that the lake is deep.", []),
        ("He told reporters on Monday.", []),
        ("What they are saying: “We will stay,” one of the guides said.", []),
        (
            "He told reporters after two guides had briefed him.",
            ["He told reporters after two guides had briefed him"],
        ),
    ],
)
def test_what_only_brings_words_is_no_news(said, text, left):
    report, found = said(text)
    asserted = [one for one in found if one.mode == "asserted"]
    assert [report.text[one.content[0].start : one.content[-1].end] for one in asserted] == left


@pytest.mark.parametrize(
    ("title", "closes"),
    [
        ("Only a fifth of the money is pledged – Okoro", True),
        ("Only a fifth of the money is pledged – Reuters", False),
    ],
)
def test_a_name_closes_a_title(said, title, closes):
    _, found = said(
        "The minister, Ben Okoro, met donors. Okoro told Reuters that money was short.", title=title
    )
    first = next(one for one in found if one.content[0].field == "title")
    assert (first.cue.text == "–") is closes
    assert first.speaker.canonical == ("Ben Okoro" if closes else "")
