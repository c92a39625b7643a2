"""Demands, small clauses, open questions, surveys and issuers of statements, each in a sentence."""

from __future__ import annotations

import pytest

FORMS = [
    # text, source, cue, content
    (
        "The envoy is calling for the rebels to leave the city.",
        "The envoy", "is calling for", "the rebels to leave the city",
    ),
    (
        "The bishop called on the council to block the deal on Monday.",
        "The bishop", "called on", "the council to block the deal on Monday",
    ),
    ("It is unclear who gave the order.", "", "unclear", "who gave the order"),
    (
        "In a poll released on Monday, most voters backed the treaty.",
        "a poll released on Monday", "In", "most voters backed the treaty",
    ),
    (
        "In a Tamba poll last week, 40 percent of farmers trusted the bank.",
        "a Tamba poll last week", "In", "40 percent of farmers trusted the bank",
    ),
    (
        "The mayor led his rivals by 9 points in a new Radio Tamba poll.",
        "a new Radio Tamba poll", "in", "The mayor led his rivals by 9 points",
    ),
    # who faces words utters none
    ("The army faces accusations of torture in the camps.", "", "accusations of", "torture in the camps"),
    ("The ruling sparked fears that the talks would fail.", "", "fears", "that the talks would fail"),
    # what stirs a feeling is what is felt about
    (
        "Teachers were angered by the ruling of the court.",
        "Teachers", "were angered by", "the ruling of the court",
    ),
    (
        "The new tax has surprised the bishop.",
        "the bishop", "has surprised", "The new tax",
    ),
    (
        "The party released a statement saying it would boycott the vote.",
        "The party", "saying", "it would boycott the vote",
    ),
    (
        "The firms are taking pains to say they back nobody.",
        "The firms", "to say", "they back nobody",
    ),
    ("The governor made the case that taxes must fall.", "The governor", "case", "that taxes must fall"),
    (
        "The friend referred to him as the kindest man in town.",
        "The friend", "referred to", "him as the kindest man in town",
    ),
    # what the writer adds behind a comma is not what was said
    (
        "The mayor said the dam was built by Ruth Adeyemi, who left the town in May.",
        "The mayor", "said", "the dam was built by Ruth Adeyemi",
    ),
    (
        "Rain fell all night, and the mayor said the dam was full.",
        "the mayor", "said", "the dam was full",
    ),
    ("The court held that the law was void.", "The court", "held", "that the law was void"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "cue", "words"), FORMS)
def test_who_says_what(said, text, source, cue, words):
    report, found = said(text)
    got = [
        (
            report.text[one.source.start : one.source.end] if one.source else "",
            one.cue.text,
            " | ".join(report.text[span.start : span.end] for span in one.content).rstrip("."),
        )
        for one in found
        if one.cue is not None
    ]
    assert (source, cue, words) in got


@pytest.mark.parametrize(
    "text",
    [
        "The judge read a letter saying the debt was paid.",
        "The wall held them back.",
        "The children are supposed to sleep.",
    ],
)
def test_who_does_not(said, text):
    _, found = said(text)
    assert not any(one.cue is not None and one.speaker.kind == "person" for one in found)
    assert all(one.cue is None or one.cue.text == "saying" for one in found)
