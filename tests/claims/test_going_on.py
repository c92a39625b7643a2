"""Quotations as newspapers write them: each goes to the right person, or to nobody."""

from __future__ import annotations

import pytest

SPOKEN = [
    # text, words of a quotation, canonical speaker ("" for nobody)
    ("“We stay,” said Ruth Ade, the mayor. “We have nowhere to go. It is late.”", "It is late", "Ruth Ade"),
    ("“I saw it,” Omar Noor said. “There was smoke.\n“Then people ran.”", "Then people", "Omar Noor"),
    ("“If it rains,” said Ida Kim, an economist, “the peso will fall.”", "the peso", "Ida Kim"),
    ("“I lost,” said Ida Kim. His lawyer, John Park, disagreed. “He won.”", "He won", "John Park"),
    ("“I lost,” said Ida Kim. Then she left the room. “I lost all.”", "I lost all", "Ida Kim"),
    ("Mr. Cole was unrepentant. “I'd do it again.”", "do it again", "Cole"),
    ("Ms. Grant paused and looked out the window. “I'm a farmer.”", "a farmer", "Grant"),
    ("Mr. Osei closed the school on Monday. “We had no choice.”", "no choice", "Osei"),
    ("Goma fell on Monday. “It was chaos.”", "It was chaos", ""),
    ("“There is no plan,” according to Ines Roth, a nurse. “We strike.”", "We strike", "Ines Roth"),
    ("The judge asked her why she came. “I was afraid,” she said.", "I was afraid", "she"),
    ("“Who did it?” Ida Kim asked. “My husband.”", "My husband", "Ida Kim"),
    ("“I ran,” Ida Kim said. “From whom?” “From my husband.”", "From my", ""),
    ("“All is open,” Ida Kim told us after hinting that “more” may come. “All.”", "“All.”", "Ida Kim"),
    ('"It is long,” said Paul Lind. "Some will fall. Others will not."', "Others", "Paul Lind"),
    ("“If none came” from the north, Paul Lind said, “we would starve.”", "none came", "Paul Lind"),
    ("The crowd chanted, “Send them home,” and “Build it now.”", "Build it", "crowd"),
    ("She called over her shoulder, “His words do not help.”", "His words", "She"),
    ("“If he wants to lead, he should act,” the editorial read.", "should act", "editorial"),
    ("Tom Ebel spoke. Betsy Ebel shook her head. “He is wrong.”", "He is wrong", "Betsy Ebel"),
]


@pytest.mark.parametrize(("text", "words", "speaker"), SPOKEN)
def test_who_speaks(said, text, words, speaker):
    report, found = said(text)
    at = report.text.index(words)
    holds = [one for one in found if any(span.start <= at < span.end for span in one.content)]
    outer = [one.speaker.canonical for one in holds if one.mode == "quoted" and one.parent is None]
    assert outer == [speaker]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Neither man came - “Born rich,” Mr. Elk said - but both voted.", "“Born rich,”"),
        ("It angered some (“I want my dues back,” wrote Ed Nel, a welder).", "“I want my dues back,”"),
        ("He spoke too, telling a friend, “They are able,” he said.", "“They are able,”"),
    ],
)
def test_what_leads_up_to_a_closed_quotation_is_not_said(said, text, content):
    report, found = said(text)
    quoted = [one for one in found if one.mode == "quoted"]
    assert [report.text[one.content[0].start : one.content[-1].end] for one in quoted] == [content]


def test_who_acts_and_then_speaks_has_acted(said):
    report, found = said("Mr. Osei closed the school on Monday. “We had no choice.”")
    own = [one for one in found if one.mode == "asserted"]
    words = [report.text[span.start : span.end] for one in own for span in one.content]
    assert words == ["Mr. Osei closed the school on Monday"]
