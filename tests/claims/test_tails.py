"""Where what is named rather than told ends."""

from __future__ import annotations

import pytest

# text, cue, content
ENDS = [
    ("The union backed Ruth Okoro, the former mayor.", "backed", "Ruth Okoro"),
    ("The minister praised the dam, which was built in May.", "praised", "the dam"),
    ("The envoy criticised the general, who left the party in June.", "criticised", "the general"),
    ("The bank denied the charges and sued the newspaper.", "denied", "the charges"),
    ("The envoy criticised the general who left the party.", "criticised", "the general who left the party"),
    ("The mayor named the winner, Ruth Okoro.", "named", "the winner, Ruth Okoro"),
]


@pytest.mark.parametrize(("text", "cue", "content"), ENDS)
def test_the_content_ends_before_the_writers_words(said, text, cue, content):
    report, found = said(text)
    one = next(one for one in found if one.cue and one.cue.text == cue)
    assert [report.text[span.start : span.end] for span in one.content] == [content]


# text, cue, source
SOURCES = [
    ("The loss led the general to admit that the war was lost.", "to admit", "the general"),
    ("The minister used the visit to say that the road was open.", "to say", "The minister"),
    ("Shares fell amid concern that the bank would fail.", "concern", None),
]


@pytest.mark.parametrize(("text", "cue", "source"), SOURCES)
def test_who_is_made_to_speak_speaks(said, text, cue, source):
    report, found = said(text)
    one = next(one for one in found if one.cue and one.cue.text == cue)
    assert (one.source and report.text[one.source.start : one.source.end]) == source


# text, cues
SLIGHT = [
    ("The man who mocks losers left the town.", []),
    ("It was a way to hide the raid that was criticised.", []),
    ("Satellite photos show new trenches.", ["show"]),
    ("The man mocked losers.", ["mocked"]),
    ("The mayor, who denied it, left the town.", ["denied"]),
    ("The man who mocks “losers” left the town.", ["mocks"]),
]


@pytest.mark.parametrize(("text", "cues"), SLIGHT)
def test_a_bare_word_deep_in_a_sentence_is_not_what_somebody_says(said, text, cues):
    _, found = said(text)
    assert [one.cue.text for one in found if one.cue] == cues
