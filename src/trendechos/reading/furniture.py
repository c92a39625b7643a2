"""Lines that frame an article, and the dateline an agency puts before it."""

from __future__ import annotations

import re

from trendechos.knowledge import gazetteer
from trendechos.languages.en import furniture as words

# Longer lines are prose whatever they hold; the longest sign-offs seen run to about 300 characters.
LONGEST = 320
LONGEST_NAME = 60
LONGEST_AUTHORS = 140
# Smaller towns share their names with too many people.
LEAST_PEOPLE = 100_000


def is_furniture(line: str) -> bool:
    """True for a line that frames the article: author, date, credit, newsletter, rights, sharing.

    >>> is_furniture("11/10/20244 min read"), is_furniture("He gave credit to the army.")
    (True, False)
    """
    if len(line) > LONGEST:
        return False
    if words.lines().fullmatch(line):
        return True
    return len(line) <= LONGEST_AUTHORS and bool(words.authors().fullmatch(line))


def is_date_line(line: str) -> bool:
    """True for a line that holds only a date, with or without clock and reading time."""
    return len(line) <= LONGEST and bool(words.date_line().fullmatch(line))


def is_bare_name(line: str) -> bool:
    """True for a line that could be an author's name and nothing else."""
    return len(line) <= LONGEST_NAME and bool(words.bare_name().fullmatch(line))


def dateline_end(line: str) -> int | None:
    """Where the text behind an agency dateline begins, or None when the line has no dateline.

    >>> line = "SEOUL, Oct. 18 (Yonhap) -- The army fired."
    >>> line[dateline_end(line):]
    'The army fired.'
    """
    head = line[:160]
    for pattern in words.datelines():
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
    # In a text all in capitals anything before a dash would look like a place.
    mixed = any(letter.islower() for letter in match.string[match.end() : match.end() + 60])
    if dash == ":":
        # "DOHA: ..." and the label of a speaker ("BLITZER: ...") look alike.
        return mixed and all(_is_town(one) for one in place.split("/"))
    return mixed and len(place) >= 4 and (spaced or dash in ("—", "--", "–"))


def _is_town(name: str) -> bool:
    """True for the name of a town of some size."""
    return any(
        entry.kind == "town" and entry.population >= LEAST_PEOPLE
        for entry in gazetteer.candidates(name.strip())
    )
