from __future__ import annotations

import pytest

from trendechos.text.quotes import pairs

CASES = [
    ('He said: "Go."', ['"Go."']),
    ("“Go,” he said. “Now.”", ["“Go,”", "“Now.”"]),
    ("“He said ‘go’ to me.”", ["“He said ‘go’ to me.”"]),
    ('"He said “go” to me."', ['"He said “go” to me."']),
    ("‘Go now,’ he said.", ["‘Go now,’"]),
    ("It’s Anna’s and the voters’ choice.", []),
    ("''Go now,'' he said.", ["''Go now,''"]),
    ("“First part.\n\n“Second part,” she said.", ["“First part.", "“Second part,”"]),
    ("“Never closed.\n\nNext paragraph.", []),
    ("“A line that\ngoes on,” she said.", ["“A line that\ngoes on,”"]),
    ("„Geh,“ sagte er. «Va,» dit-il.", ["„Geh,“", "«Va,»"]),
    ('A 6" pipe and a 4" pipe.', []),
    ("“Is it full?“ she asked. “Yes,“ he said.", ["“Is it full?“", "“Yes,“"]),
    ("”They must leave. They will,” said Lee.", ["”They must leave. They will,”"]),
    ("“He is 6’2”,” she said.", ["“He is 6’2”,”"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_pairs(text, expected):
    assert [text[start:end] for start, end in pairs(text)] == expected


def test_a_curly_mark_closes_a_straight_one_that_holds_no_curly_opening():
    text = '"It is long,” said Lind. "Some fall. Others stay."'
    assert [text[start:end] for start, end in pairs(text)] == ['"It is long,”', '"Some fall. Others stay."']


def test_a_curly_quotation_in_a_straight_one_stays_inside():
    text = '"He said “go” and left," she said.'
    assert [text[start:end] for start, end in pairs(text)] == ['"He said “go” and left,"']
