"""Figures that count nothing: dates, times, scores, years and parts of names."""

from __future__ import annotations

import re
from functools import cache

from trendechos.languages.en import numbers as words
from trendechos.languages.en.places import STREET_BEHIND
from trendechos.reading import number_context as context
from trendechos.reading.number_counts import Noun, classify, people
from trendechos.reading.number_forms import Number
from trendechos.reading.number_line import PEOPLE_COUNTS, Line

_MONTH = (
    r"(?:(?i:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?"
    r"|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)|May|MAY)"
)


# Dates, clock times, telephone numbers, scores, ratios and addresses of the web: figures that count nothing.
_NO_COUNT = re.compile(
    rf"""
    \b{_MONTH}\s+\d{{1,2}}(?:\s*[-–]\s*\d{{1,2}}|\s+(?:to|and|or|through)\s+\d{{1,2}})?(?:,?\s+\d{{4}})?(?![\d,.]\d|\d|%|\s(?:per|million|billion))
  | \b\d{{1,2}}(?:\s*[-–]\s*\d{{1,2}}|\s+(?:to|and|or|through)\s+\d{{1,2}})?\s+(?:of\s+)?{_MONTH}\b
    (?:,?\s+\d{{4}})?
  | \b{_MONTH},?\s+\d{{4}}\b | \b(?:1[5-9]|20)\d\d-\d\d(?:-\d\d)?\b(?!\s*%)
  | \b\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}\b
  | \b\d{{1,2}}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?\s?m\b\.?|GMT|UTC|[A-Z]{{2,4}}T\b|hours\b)?
  | \b\d{{1,2}}\s*(?:[ap]\.m\.|[ap]m\b|o['’]clock)
  | (?<![\d,.])(?<!\d[-–])\d{{1,2}}[-–]\d{{1,2}}
    (?=\s+(?:win|lead|victory|defeat|loss|draw|down|up|in\b|against|to\b|over|record|vote|ruling|decision))
  | (?:\+|\b)\d{{2,4}}[-.\s]\d{{3,4}}[-.]\d{{3,4}}\b | \b\d{{3}}-\d{{4}}\b | \b\d{{1,2}}/\d{{1,2}}\b(?!\s+of)
  | \bhttps?://\S+ | \bwww\.\S+ | [#№]\s?\d+ | '\d0s\b | (?<![\d,.])0\d+\b(?!\.)
    """,
    re.VERBOSE,
)


_CLOCK_DECIMAL = re.compile(r"\d{1,2}\.\d\d$")


_SCORE = re.compile(r"(?<!\d)\d{1,2}[-–]\d{1,2}(?!\d)")


_YEAR = re.compile(r"(?:1[5-9]\d\d|20\d\d|21[0-2]\d)$")


@cache
def _naming() -> re.Pattern[str]:
    forms = "|".join(re.escape(form) for form in sorted(words.NAMING, key=len, reverse=True))
    return re.compile(rf"(?<![\w])(?:{forms})\s*$", re.IGNORECASE)


def no_count(number: Number, text: str) -> bool:
    """True for a figure that is part of a date, a time, a number to call or a name by its word before."""
    if number.vague or number.currency or number.part:
        return False
    if number.figure:
        left = max(0, number.start - 24)
        for match in _NO_COUNT.finditer(text, left, min(len(text), number.tail + 24)):
            if match.start() < number.end and number.start < match.end():
                decimal = _CLOCK_DECIMAL.match(match.group().strip())
                if not (decimal and (number.unit or not _clock_like(text, match.end()))):
                    return True
        if text[number.end : number.end + 1] in ("/", ":") and text[number.end + 1 : number.end + 2].isdigit():
            return True
        if not number.ranged and _SCORE.search(text[max(0, number.start - 3) : number.end + 3]):
            return True
        if number.plain and STREET_BEHIND.match(text, number.end):
            return True
    before = text[max(0, number.start - 16) : number.start]
    return number.unit is None and not number.hyphen and bool(_naming().search(before))


def _clock_like(text: str, end: int) -> bool:
    return re.match(r"\s*(?:[ap]\.?m\b|GMT|UTC|hours)", text[end : end + 8]) is not None


def is_name_or_year(line: Line, number: Number) -> bool:
    """True when a number without a noun is a year or belongs to a name ("Unit 3", "38 North")."""
    if number.vague or number.low is None:
        return False
    if number.plain and number.figure and _YEAR.fullmatch(number.whole):
        return True
    if number.plain and number.ranged and len(number.whole) == 4:
        return not _APPROXIMATE.search(line.parsed.text[: number.start])
    grouped = number.figure and "," in number.whole
    return not grouped and _is_name(line, number)


_APPROXIMATE = re.compile(r"(?:about|around|some|than|least|nearly|almost|to|at)\s+$")


def _is_name(line: Line, number: Number) -> bool:
    parsed, text = line.parsed, line.parsed.text
    token = line.token(number.start)
    if context.qualifier_before(text, number.first)[0] != "none":
        return False
    if not number.figure:
        return bool(token and text[number.start].isupper() and parsed.words[token - 1][:1].isupper())
    if not number.plain:
        return False
    before, after = token - 1, line.token(number.end - 1) + 1
    if before >= 0 and parsed.tags[before] in ("NNP", "NNPS") and number.start - parsed.end(before) <= 1:
        return True
    if before > 0 and parsed.words[before] == ")" and parsed.words[before - 1].isupper():
        return True
    follows = (
        after < len(parsed.words) and parsed.tags[after] == "NNP" and parsed.starts[after] - number.end <= 1
    )
    return follows and not people(parsed.words[after])


def is_score(text: str, number: Number) -> bool:
    """True for "2-1" and the like, which compare and do not count."""
    return (
        number.ranged and number.plain and "-" in text[number.start : number.end] and (number.low or 0) < 1000
    )


def is_year_before(line: Line, number: Number, noun: Noun) -> bool:
    """True for a year that stands before a noun as its date ("the 2024 elections", "1991 borders")."""
    if not _YEAR.fullmatch(number.whole) or number.ranged:
        return bool(_YEAR.fullmatch(number.whole))
    text = line.parsed.text
    if context.qualifier_before(text, number.first)[0] != "none":
        return False
    kind = classify(noun.lemma, line.parsed.words[noun.last], (), soldiers=line.people.soldiers)
    lead = f" {text[: number.start].rstrip().lower()}"
    return kind not in PEOPLE_COUNTS or lead.endswith(
        (" the", " in", " of", " since", " by", " until", " during", " early", " late", "'s", "’s")
    )
