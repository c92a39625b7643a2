"""What the first lines of a plain text say of the page: headline, author, date."""

from __future__ import annotations

import re
from dataclasses import dataclass

from trendechos.languages.en import furniture
from trendechos.text.quotes import CLOSING

# A page puts its headline, standfirst, author and date first; further down these forms mean something else.
HEAD_LINES = 8
# The longest headlines of news pages run to about 30 words.
LONGEST_TITLE = 200
# A date with nothing but a clock and a reading time behind it, which a page without its markup glues together.
_SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_WRITTEN = re.compile(r"(?:\d{1,2} [A-Za-z]{3,9}\.?,? \d{4}|[A-Za-z]{3,9}\.? \d{1,2},? \d{4})")
_BY = re.compile(r"^(?:by|author|written by|story by|posted by)[: ]\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Head:
    """Headline, author and date as a page's first lines give them; `ambiguous` is a date readable two ways."""

    title: str | None = None
    byline: str | None = None
    published: str | None = None
    ambiguous: str | None = None


def read(text: str) -> Head:
    """What the first lines of `text` say of the page; each part None where they do not say it.

    A first line without a full stop, with prose behind it, is the headline. A day and month that could
    stand in either order give no date but `ambiguous`.

    >>> prose = "The bridge fell on Monday, as many had long feared, said the mayor."
    >>> page = f"Bridge falls\\nAda Byron\\n11/10/20244 min read\\n{prose}"
    >>> read(page).title, read(page).byline, read(page).ambiguous
    ('Bridge falls', 'Ada Byron', '11/10/2024')
    """
    lines = [line.strip() for line in text[:4000].splitlines() if line.strip()]
    prose = any(len(line) > 60 and line.endswith((".", *CLOSING)) for line in lines[1:])
    if not prose or len(lines[0].lstrip("# ")) > LONGEST_TITLE:
        return Head()
    headline = lines[0].lstrip("# ").strip()
    framed = _is_framing(lines[0])
    title = None if framed or headline.endswith((".", "!", ",", ";", *CLOSING)) else headline
    byline, published, ambiguous = None, None, None
    for line in lines[0 if framed else 1 : HEAD_LINES]:
        if furniture.date_line().fullmatch(line):
            published, ambiguous = _date(line) if not (published or ambiguous) else (published, ambiguous)
        elif byline is None and _is_author(line):
            byline = _BY.sub("", line)
    return Head(title, byline, published, ambiguous)


def _date(line: str) -> tuple[str | None, str | None]:
    if match := _SLASHED.search(line):
        first, second, year = int(match[1]), int(match[2]), match[3]
        if first == second or (first > 12) != (second > 12):
            day, month = (first, second) if first > 12 else (second, first)
            return f"{year}-{month:02d}-{day:02d}", None
        return None, match[0]
    found = _ISO.search(line) or _WRITTEN.search(line)
    return (found[0], None) if found else (None, None)


def _is_author(line: str) -> bool:
    return len(line) <= 80 and bool(
        furniture.authors().fullmatch(line) or furniture.bare_name().fullmatch(line)
    )


def _is_framing(line: str) -> bool:
    return bool(furniture.lines().fullmatch(line) or furniture.authors().fullmatch(line))
