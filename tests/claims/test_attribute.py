"""Who says which words: one table of sentences in our own words, read with the real language model."""

from __future__ import annotations

import pytest

from trendechos.claims import Attribution
from trendechos.records import Report


def content(report: Report, one: Attribution) -> str:
    return " | ".join(report.words(span.field)[span.start : span.end] for span in one.content)


def spoken(report: Report, found: tuple[Attribution, ...]) -> list[tuple[str, str, str]]:
    """(speaker as written, cue, content) of what is not the outlet's own voice."""
    return [
        (one.speaker.name, one.cue.text, content(report, one))
        for one in found
        if one.cue is not None and one.puts_forward
    ]


# text, speaker as written, cue, content
ONE = [
    # direct and indirect
    ('"The dam is full," the mayor said.', "the mayor", "said", '"The dam is full,"'),
    ("The mayor said the dam is full.", "The mayor", "said", "the dam is full"),
    ("The mayor said that the dam is full.", "The mayor", "said", "that the dam is full"),
    (
        'The mayor said the dam was "close to failing" on Monday.',
        "The mayor", "said", 'the dam was "close to failing" on Monday',
    ),
    (
        "Rebels hold the airport, the army spokesman told reporters.",
        "the army spokesman", "told", "Rebels hold the airport",
    ),
    (
        "Rebels hold the airport, said the army spokesman.",
        "the army spokesman", "said", "Rebels hold the airport",
    ),
    (
        "The bridge, engineers say, will not survive another flood.",
        "engineers", "say", "The bridge | will not survive another flood.",
    ),
    ("But the talks collapsed, a diplomat said.", "a diplomat", "said", "But the talks collapsed"),
    ('"We lost everything," Amina Yusuf, 34, said.', "Amina Yusuf", "said", '"We lost everything,"'),
    ("“Leave now,” police warned.", "police", "warned", "“Leave now,”"),
    # what is told of the speaker is no content
    ("The party said that turnout was low but gave no figure.", "The party", "said", "that turnout was low"),
    ("Relief Watch now puts the number of people killed since May at 248.",
        "Relief Watch", "now puts", "the number of people killed since May at 248",
    ),
    (
        "The president visited Beira and pledged 5 million meticais to rebuild homes.",
        "The president", "pledged", "5 million meticais to rebuild homes",
    ),
    (
        "The army has not commented since Monday, when it held a parade.",
        "The army", "has not", "commented since Monday",
    ),
    # a number that somebody gives
    ("Police estimated the crowd at 1,200.", "Police", "estimated", "the crowd at 1,200"),
    ("Organisers spoke of more than 6,000.", "Organisers", "spoke of", "more than 6,000"),
    # two verbs that are one answer
    ("The office would neither confirm nor deny the arrest.",
        "The office", "neither confirm nor deny", "the arrest",
    ),
    ("The army does not confirm or deny it.", "The army", "does not confirm or deny", "it"),
    # a long aside between a quotation's speaker and the verb
    (
        "“I would have sat in that cell,” Mr. Moyo, now 81 and retired in Mutare, Zimbabwe, said by phone.",
        "Mr. Moyo", "said", "“I would have sat in that cell,”",
    ),
    # addressees are no content
    (
        "The minister told parliament that the port had reopened.",
        "The minister", "told", "that the port had reopened",
    ),
    # according to, citing, per
    (
        "According to the Red Cross, 300 people are missing.",
        "the Red Cross", "According to", "300 people are missing.",
    ),
    (
        "Some 300 people are missing, according to the Red Cross.",
        "the Red Cross", "according to", "Some 300 people are missing",
    ),
    ("The toll rose to 40, per Unicef.", "Unicef", "per", "The toll rose to 40"),
    # as somebody put it
    ("The harvest failed, as farmers reported.", "farmers", "reported", "The harvest failed"),
    # nouns as cues
    ("The claim that the vote was rigged spread quickly.", "", "claim", "that the vote was rigged"),
    ("The army's claim that it took the town spread quickly.", "The army", "claim", "that it took the town"),
    (
        "Observers dismissed the governor's assertion that the count was fair.",
        "the governor", "assertion", "that the count was fair",
    ),
    # documents and images as sources
    (
        "Satellite images show new trenches near the river.",
        "Satellite images", "show", "new trenches near the river",
    ),
    (
        "A survey found that most voters distrust the court.",
        "A survey", "found", "that most voters distrust the court",
    ),
    # passive without a source
    ("The general is believed to have fled.", "", "is believed", "The general | to have fled"),
    ("The general reportedly fled to the north.", "", "reportedly", "The general | fled to the north."),
    ("The aide allegedly took bribes.", "", "allegedly", "The aide | took bribes."),
    # late objects and clauses
    ("The ministry confirmed on 5 May the first deaths.", "The ministry", "confirmed", "the first deaths"),
    (
        "The paper reported on Sunday, citing two officials, that the talks had failed.",
        "two officials", "reported", "that the talks had failed",
    ),
    # colon
    (
        "Mayor Ruth Adeyemi: The dam is full and the town must leave.",
        "Mayor Ruth Adeyemi", ":", "The dam is full and the town must leave.",
    ),
    # questions and demands
    (
        "The senator asked whether the troops would leave.",
        "The senator", "asked", "whether the troops would leave",
    ),
    ("The bishop called the raid a crime.", "The bishop", "called", "the raid a crime"),
    ("The bishop described the raid as a crime.", "The bishop", "described", "the raid as a crime"),
    ("The council urged the rebels to leave the city.", "The council", "urged", "the rebels to leave the city"),
    ("The envoy accused Sudan of arming the militia.", "The envoy", "accused", "Sudan of arming the militia"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "cue", "words"), ONE)
def test_one_attribution(said, text, speaker, cue, words):
    report, found = said(text)
    got = [(who, by, what.rstrip(".")) for who, by, what in spoken(report, found)]
    assert any(who == speaker and by.startswith(cue) and what == words.rstrip(".") for who, by, what in got), (
        spoken(report, found)
    )


TWO = [
    (
        "The mayor said the dam was full and told residents to leave.",
        [("said", "the dam was full"), ("told", "residents to leave")],
    ),
    (
        "Farmers said the rain came late, and officials warned that prices would rise.",
        [("said", "the rain came late"), ("warned", "that prices would rise")],
    ),
    (
        "He rejected the report, calling it a fabrication.",
        [("rejected", "the report"), ("calling", "it a fabrication")],
    ),
    (
        "The minister said the road was open, adding that convoys had left.",
        [("said", "the road was open"), ("adding", "that convoys had left")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TWO)
def test_clauses_that_report_again_stand_apart(said, text, expected):
    report, found = said(text)
    got = {(cue, what) for _, cue, what in spoken(report, found)}
    assert set(expected) <= got


def test_a_participle_has_the_source_of_its_sentence(said):
    report, found = said("The minister said the road was open, adding that convoys had left.")
    assert {who for who, _, _ in spoken(report, found)} == {"The minister"}


CONTINUED = [
    ('"The dam is full," Ruth Adeyemi said. "We must leave."', '"The dam is full," | "We must leave."'),
    (
        '"The dam is full," Ruth Adeyemi said.\n\n"We must leave before the night comes."',
        '"The dam is full," | "We must leave before the night comes."',
    ),
    ("“The dam is full. We must leave,” Ruth Adeyemi said.", "“The dam is full. We must leave,”"),
    ('Ruth Adeyemi said: "The dam is full. We must leave."', '"The dam is full. We must leave."'),
    (
        "“The dam is full.\n\n“We must leave,” Ruth Adeyemi said.",
        "“We must leave,”",
    ),
    ('Ruth Adeyemi was blunt:\n\n"The dam is full and we must leave."', '"The dam is full and we must leave."'),
    ('"The dam is full," Ruth Adeyemi said, "and we must leave."', '"The dam is full," | "and we must leave."'),
    ("“The ‘safe’ dam is full,” Ruth Adeyemi said.", "“The ‘safe’ dam is full,”"),
]


@pytest.mark.parametrize(("text", "words"), CONTINUED)
def test_quotations_go_on(said, text, words):
    report, found = said(text)
    mine = [one for one in found if one.mode == "quoted" and one.speaker.canonical == "Ruth Adeyemi"]
    assert [content(report, one) for one in mine if content(report, one) == words] == [words]


def test_a_quotation_without_a_speaker_gets_none(said):
    _, found = said('The square was empty.\n\n"Nobody will come here again tonight."\n\nRain fell on the town.')
    (orphan,) = [one for one in found if one.mode == "quoted"]
    assert orphan.speaker.kind == "none"
    assert orphan.doubt


STANCES = [
    # text, negated, noncommittal, kind
    ("The ministry denied that troops had crossed.", False, False, "deny"),
    ("The ministry did not deny that troops had crossed.", True, True, "deny"),
    ("The ministry has not confirmed the deaths.", True, True, "confirm"),
    ("The ministry declined to comment on the deaths.", False, True, "decline"),
    ("The ministry refused to say how many had died.", False, True, "decline"),
    ("The general confirmed that the town had fallen.", False, False, "confirm"),
    ("Neither side confirmed the deaths.", True, True, "confirm"),
    ("The ministry would not confirm or deny the deaths.", True, True, "deny"),
    ("The army claimed that the town had fallen.", False, False, "claim"),
    ("The UN warned that stocks would run out.", False, False, "predict"),
]


@pytest.mark.parametrize(("text", "negated", "noncommittal", "kind"), STANCES)
def test_stances(said, text, negated, noncommittal, kind):
    _, found = said(text)
    one = next(one for one in found if one.cue is not None and one.parent is None)
    assert (one.negated, one.noncommittal, one.cue.kind) == (negated, noncommittal, kind)


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The army said the town had fallen.", "neutral"),
        ("The army claimed the town had fallen.", "distancing"),
        ("The army revealed that the town had fallen.", "endorsing"),
        ("The aide allegedly took bribes.", "distancing"),
    ],
)
def test_how_the_page_reports(said, text, stance):
    _, found = said(text)
    assert next(one for one in found if one.cue is not None).reported_as == stance


@pytest.mark.parametrize(
    "text",
    [
        "The flood destroyed two bridges in the north.",
        "Rain fell on the capital for nine days.",
        "Voters in the capital formed long lines.",
    ],
)
def test_what_nobody_says_is_the_outlets_own(said, text):
    report, found = said(text)
    (one,) = found
    assert (one.mode, one.speaker.kind, one.cue) == ("asserted", "none", None)
    assert content(report, one).rstrip(".") == text.rstrip(".")


def test_the_rest_of_a_sentence_is_the_outlets_own(said):
    report, found = said("The mayor toured the dam and said it was full.")
    assert [content(report, one) for one in found if one.mode == "asserted"] == ["The mayor toured the dam"]


@pytest.mark.parametrize(
    "text",
    [
        "The minister wants to leave the coalition.",
        "The party plans to boycott the vote.",
        "Unions oppose the new law.",
        "The singer praised the crowd.",
    ],
)
def test_wishes_plans_and_topics_put_nothing_forward(said, text):
    _, found = said(text)
    assert [one.act for one in found if one.cue is not None] in (["attitude"], ["topic"])
    assert [one.mode for one in found if one.puts_forward] == ["asserted"]


def test_who_sought_refuge_asks_nobody(said):
    _, found = said("Some 300 people have sought refuge in the port.")
    assert [one.cue for one in found if one.cue is not None] == []


def test_every_span_fits_its_text(said):
    text = "“The dam is full,” the mayor said. He added that the town must leave, according to Radio Tamba."
    report, found = said(text, title="Mayor: leave now")
    for one in found:
        for span in one.content:
            assert 0 <= span.start < span.end <= len(report.words(span.field))
        if one.cue is not None:
            words = report.words(one.cue.span.field)
            assert words[one.cue.span.start : one.cue.span.end] == one.cue.text
        if one.speaker.span is not None:
            words = report.words(one.speaker.span.field)
            assert words[one.speaker.span.start : one.speaker.span.end] == one.speaker.name


@pytest.mark.parametrize(
    "text",
    [
        "The commission has 15 days to announce the results.",
        "The town counts votes after a calm election.",
        "Rain fell on the camp, as the number of people confirmed dead rose to 41.",
        "The nurse hid her name for fear of losing her job.",
        "The clerk checked what the guard said.",
    ],
)
def test_what_is_only_done_or_still_to_be_said_is_nobodys_word(said, text):
    assert not spoken(*said(text))
