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


# a verb with a noun of speech is one cue
LIGHT = [
    (
        "Kenya recently raised alarms about around 900 Chinese troops allegedly stationed in Sudan.",
        "Kenya", "raised alarms about", "around 900 Chinese troops allegedly stationed in Sudan", "speech",
    ),
    ("Aid groups sounded the alarm over hunger in the camp.", "Aid groups", "sounded the alarm over",
     "hunger in the camp", "speech"),
    ("The minister made repeated references to the dam.", "The minister", "made repeated references to",
     "the dam", "topic"),
    # what is said stands elsewhere, or nowhere
    ("She had made the accusation in May.", "She", "had made", "the accusation", "speech"),
    ("The city council has made no comment.", "The city council", "has made", "no comment", "speech"),
    ("The trawler's agent did not answer calls.", "The trawler's agent", "did not", "answer calls", "speech"),
    # what is called so, however the parse takes it
    ("The nurse called the delay unacceptable.", "The nurse", "called", "the delay unacceptable", "speech"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "cue", "words", "act"), LIGHT)
def test_a_noun_of_speech_makes_one_cue_with_its_verb(said, text, speaker, cue, words, act):
    report, found = said(text)
    (one,) = [one for one in found if one.cue]
    got = " | ".join(report.text[span.start : span.end] for span in one.content)
    assert (one.speaker.name, one.cue.text, got, one.act) == (speaker, cue, words, act)


def test_compared_with_last_year_says_nothing(said):
    assert not [one for one in said("Prices rose by a tenth, compared with last year.")[1] if one.cue]
    assert not [one for one in said("The release put many families at risk of theft.")[1] if one.cue]


def test_what_a_statement_says_counts_once(said):
    found = said("Ruth Lee said in a statement that the plans were sound.")[1]
    assert [one.cue.text for one in found if one.cue] == ["said"]


# clauses that go on with the subject of the cue
AGAIN = [
    ("Lungu said he welcomed the trial and added that he would plead guilty.", "he welcomed the trial"),
    ("The judge said she regretted her words and promised to stay silent.", "she regretted her words"),
]


@pytest.mark.parametrize(("text", "words"), AGAIN)
def test_a_verb_that_reports_again_leaves_the_content(said, text, words):
    report, found = said(text)
    first = next(one for one in found if one.cue and one.cue.text == "said")
    assert report.text[first.content[0].start : first.content[-1].end] == words


ASIDE = [
    ("Its leverage, they believe, is not going away.", "they", "Its leverage | is not going away."),
    ("The flight, tax records show, took nine hours.", "tax records", "The flight | took nine hours."),
    (
        "He has a rally planned for that night - and the permit, his team said, was hard to get.",
        "his team", "the permit | was hard to get.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "words"), ASIDE)
def test_a_cue_in_parenthesis_has_its_own_clause(said, text, speaker, words):
    report, found = said(text)
    (one,) = [one for one in found if one.cue]
    assert one.speaker.name == speaker
    assert " | ".join(report.text[span.start : span.end] for span in one.content) == words


def test_a_clause_behind_a_semicolon_goes_on(said):
    report, found = said("Analysts suggest that these fighters are no recruits; they are well-trained.")
    (one,) = found
    assert report.text[one.content[0].start : one.content[-1].end] == (
        "that these fighters are no recruits; they are well-trained"
    )


def test_a_verb_taken_for_a_noun_still_reports(said):
    report, found = said(
        "The army could prolong the war, which Zelensky fears would make talks more difficult."
    )
    (one,) = [one for one in found if one.cue]
    assert (one.speaker.name, one.cue.text) == ("Zelensky", "fears")
    assert [report.text[span.start : span.end] for span in one.content] == [
        "which", "would make talks more difficult",
    ]  # fmt: skip


def test_a_clause_belongs_to_the_nearest_verb(said):
    found = said(
        "He called on allies to act and counter the plan, stressing that delay could set a precedent."
    )[1]
    assert [one.cue.text for one in found if one.cue] == ["called on", "stressing"]


def test_a_noun_has_its_clause_behind_a_phrase(said):
    report, found = said("Despite his claim in a recent interview that he had left, he stayed.")
    (one,) = [one for one in found if one.cue]
    assert (one.cue.text, report.text[one.content[0].start : one.content[-1].end]) == (
        "claim",
        "that he had left",
    )


@pytest.mark.parametrize("text", ["The host asked Osei on Monday.", "A guest asked the minister twice."])
def test_who_is_asked_is_not_what_is_asked(said, text):
    _, found = said(text)
    assert [one.mode for one in found] == ["asserted"]
