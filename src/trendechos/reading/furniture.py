"""Lines that frame an article, and the dateline an agency puts before it."""

from __future__ import annotations

import re
from functools import cache

from trendechos.languages.en import furniture as words

# Longer lines are prose whatever they hold; the longest sign-offs seen run to about 300 characters.
LONGEST = 320
BARE_NAME_WORDS = 5


@cache
def _lines() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in words.LINES), re.IGNORECASE)


@cache
def _authors() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in words.AUTHOR_LINES))


@cache
def _date_line() -> re.Pattern[str]:
    return re.compile(words.DATE_LINE, re.IGNORECASE)


@cache
def _bare_name() -> re.Pattern[str]:
    return re.compile(words.BARE_NAME)


@cache
def _datelines() -> tuple[re.Pattern[str], ...]:
    return re.compile(words.DATELINE), re.compile(words.DATELINE_MIXED)


def is_furniture(line: str) -> bool:
    """True for a line that frames the article: author, date, credit, newsletter, rights, sharing.

    >>> is_furniture("11/10/20244 min read"), is_furniture("He gave credit to the army.")
    (True, False)
    """
    if len(line) > LONGEST:
        return False
    return bool(_lines().fullmatch(line) or _authors().fullmatch(line))


def is_date_line(line: str) -> bool:
    """True for a line that holds only a date, with or without clock and reading time."""
    return len(line) <= LONGEST and bool(_date_line().fullmatch(line))


def is_bare_name(line: str) -> bool:
    """True for a line that could be an author's name and nothing else."""
    return len(line) <= 60 and bool(_bare_name().fullmatch(line))


def dateline_end(line: str) -> int | None:
    """Where the text behind an agency dateline begins, or None when the line has no dateline.

    >>> line = "SEOUL, Oct. 18 (Yonhap) -- The army fired."
    >>> line[dateline_end(line):]
    'The army fired.'
    """
    head = line[:160]
    for pattern in _datelines():
        match = pattern.match(head)
        if match and _plausible(match):
            return match.end()
    return None


def _plausible(match: re.Match[str]) -> bool:
    place, dash = match["place"], match["dash"]
    if match["agency"] or match["date"]:
        return True
    # "US-backed", "NATO: the alliance", "B-52": a dash alone needs room around it and a place of some length.
    spaced = match.string[match.start("dash") - 1].isspace() and match.string[match.end("dash") :][:1].isspace()
    return len(place) >= 4 and dash != ":" and (spaced or dash in ("—", "--", "–"))
