"""Quotation marks paired over a whole text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

OPENING = frozenset("“„«")
CLOSING = frozenset("”»")
_SINGLE = frozenset("'‘’")
_STRAIGHT = frozenset({'"', "''"})
# Every way begins with the mark itself, so that a text is searched for a few letters; what stands before a mark
# is looked at behind it.
_MARKS = re.compile(
    r"“|”|„|«|»|\"|\n|``|''|'(?<!\w')(?=\w)|‘(?<!\w‘)(?=\w)|'(?<=[\w.,!?…]')(?!\w)|’(?<=[\w.,!?…]’)(?!\w)"
)
_HEIGHT = re.compile(r"\d[’']\d{1,2}$")
# A quotation longer than this is two marks that do not belong together; the longest in news transcripts
# that we looked at run to about 10,000 characters.
LONGEST = 12_000


def pairs(text: str) -> tuple[tuple[int, int], ...]:
    """The outermost quotations of `text` as (start, end), marks included, in order.

    A quotation ends at its closing mark or, where the next paragraph opens with a mark again, at the end
    of its paragraph; a mark without partner in its paragraph gives nothing. A line that goes on in lower
    case is no new paragraph. Single marks count only outside double ones and only as a pair.

    >>> pairs('He said: "Go." She left.')
    ((9, 14),)
    """
    found: list[tuple[int, int]] = []
    for start, end in _paragraphs(text):
        found.extend(_in_paragraph(text, start, end))
    return tuple(found)


def holding(quotations: Sequence[tuple[int, int]], at: int) -> tuple[int, int] | None:
    """The one of `quotations`, in order, in which the character `at` stands, or None.

    >>> holding([(9, 14)], 13), holding([(9, 14)], 14)
    ((9, 14), None)
    """
    index = bisect_left(quotations, (at + 1, 0)) - 1
    return quotations[index] if index >= 0 and at < quotations[index][1] else None


_BREAK = re.compile(r"\s*\n\s*(?![a-z\s])")


def _paragraphs(text: str) -> list[tuple[int, int]]:
    found, start = [], 0
    for gap in _BREAK.finditer(text):
        found.append((start, gap.start()))
        start = gap.end()
    return [*found, (start, len(text))]


def _in_paragraph(text: str, start: int, end: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    opened: int | None = None
    straight_open = False
    single: int | None = None
    marks = [(mark.group(), mark.start(), mark.end()) for mark in _MARKS.finditer(text, start, end)]
    for index, (written, at, behind) in enumerate(marks):
        sign = _turned(text, (written, at, behind), opened)
        if sign in _SINGLE:
            if opened is None:
                single = _single(text, start, (sign, at, behind), single, found)
            continue
        if opened is not None and _inches(text, at, marks[index + 1 :]):
            continue
        straight = sign in _STRAIGHT
        if opened is None:
            if sign == "“" and at and text[at - 1].isalnum():
                continue
            if sign in OPENING or sign == "``" or (straight and behind < end and not text[behind].isspace()):
                opened, straight_open = at, straight
        elif _closes(text, (opened, at), sign, straight_open=straight_open, rest=marks[index + 1 :]):
            if straight and not straight_open and _opens(text, at, behind):
                continue
            found.append((opened, behind))
            opened = None
    if opened is not None and end - opened > 1 and _goes_on(text, end):
        found.append((opened, end))
    return _merged(found)


def _turned(text: str, mark: tuple[str, int, int], opened: int | None) -> str:
    """The sign that a curly mark typed the wrong way round stands for: “Go.“ she said, and ”Go.”"""
    sign, at, behind = mark
    ends = behind == len(text) or text[behind].isspace()
    if opened is not None and sign == "“" and text[opened] in "“”" and ends and not text[at - 1].isspace():
        return "”"
    begins = at == 0 or text[at - 1].isspace() or text[at - 1] in "\u200e\u200f\u202a\u202c\ufeff"
    return "“" if opened is None and sign == "”" and begins and text[behind : behind + 1].isalnum() else sign


def _inches(text: str, at: int, rest: list[tuple[str, int, int]]) -> bool:
    """True for the mark of 6’2”, where another mark still closes the quotation."""
    closing = next((sign for sign, _, _ in rest if sign not in _SINGLE), None)
    return bool(_HEIGHT.search(text, max(0, at - 5), at)) and (closing in CLOSING or closing in _STRAIGHT)


def _closes(
    text: str, between: tuple[int, int], sign: str, *, straight_open: bool, rest: list[tuple[str, int, int]]
) -> bool:
    """True when `sign` at the end of `between` may end the quotation that stands open from its beginning.

    Inside straight marks, curly ones are a quotation in the quotation while a straight one follows, unless
    no curly one was opened ("Go,” he said. "Now.").
    """
    opened, at = between
    if sign in _STRAIGHT or (sign == "“" and text[opened] == "„"):
        return True
    mixed = sign == "”" and "“" not in text[opened:at]
    return sign in CLOSING and (mixed or not (straight_open and _closes_straight(text, rest)))


def _single(
    text: str, start: int, mark: tuple[str, int, int], single: int | None, found: list[tuple[int, int]]
) -> int | None:
    """The place of the open single mark after `mark`; a closed pair goes to `found`."""
    sign, at, behind = mark
    if sign == "‘" or (sign == "'" and single is None and (at == start or not text[at - 1].isalnum())):
        return at
    if single is not None:
        found.append((single, behind))
    return None


def _closes_straight(text: str, rest: list[tuple[str, int, int]]) -> bool:
    return any(sign in _STRAIGHT and not _opens(text, at, behind) for sign, at, behind in rest)


def _opens(text: str, at: int, behind: int) -> bool:
    """True when a straight mark stands before a word and not behind one."""
    return (at == 0 or text[at - 1] in " \n\t\xa0([—–-") and behind < len(text) and text[behind].isalnum()


def _goes_on(text: str, end: int) -> bool:
    """True when the paragraph after `end` opens with a mark again: speech over several paragraphs."""
    following = text[end : end + 6].lstrip()
    return following[:1] in OPENING or following[:1] == '"' or following[:2] in ("''", "``")


def _merged(found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Without quotations that lie inside another and without those too long to be one."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(found, key=lambda pair: (pair[0], -pair[1])):
        if end - start <= LONGEST and not (kept and start < kept[-1][1]):
            kept.append((start, end))
    return kept
