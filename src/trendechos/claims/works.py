"""Quotation marks around the titles of works ("her novel “The Long Rain”"), which nobody says."""

from __future__ import annotations

import re
from collections.abc import Iterable

from trendechos.languages.en.sources import WORKS

Range = tuple[int, int]
# A title of more words is rare, and a statement in capitals is not.
MOST_WORDS = 12
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_LITTLE = frozenset(
    [
        "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "is", "it", "nor", "of", "on",
        "or", "so", "the", "to", "up", "with",
    ]
)  # fmt: skip
# Before a title stands what it was made by or what it is, and after a verb no comma.
_BEFORE = re.compile(r"(?:\b(?:author|director|writer|star|editor) of|(\w+)),? $", re.IGNORECASE)
_JOINED = re.compile(r"[”\"],?(?: a \w+,)? and $")


def without(text: str, quotes: Iterable[Range]) -> tuple[Range, ...]:
    """The `quotes` of `text` that are no titles of works.

    >>> without("He wrote “The Long Rain” and said “It was hard.”", ((9, 24), (34, 48)))
    ((34, 48),)
    """
    kept: list[Range] = []
    last = -1
    for start, end in quotes:
        joined = last >= 0 and start - last < MOST_WORDS * 2 and _JOINED.search(text, last - 1, start)
        if (joined or _named_before(text, start)) and _is_title(text[start:end]):
            last = end
        else:
            kept.append((start, end))
    return tuple(kept)


def _is_title(quote: str) -> bool:
    words = _WORD.findall(quote)
    if not 0 < len(words) <= MOST_WORDS or quote.rstrip("”\"'’").endswith((";", ":")):
        return False
    return words[0][0].isupper() and all(word[0].isupper() or word in _LITTLE for word in words)


def _named_before(text: str, start: int) -> bool:
    found = _BEFORE.search(text, max(0, start - 30), start)
    if found is None:
        return False
    word = found.group(1)
    return word is None or word.lower() in WORKS
