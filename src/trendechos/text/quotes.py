"""Quotation marks paired over a whole text."""

from __future__ import annotations

import re

OPENING = frozenset("“„«")
CLOSING = frozenset("”»")
_MARKS = re.compile(r"[“”„«»\"\n]|''|``|(?<!\w)[‘']{1}(?=\w)|(?<=[\w.,!?…])[’'](?!\w)")
# A quotation longer than this is two marks that do not belong together; the longest in news transcripts
# that we looked at run to about 10,000 characters.
LONGEST = 12_000


def pairs(text: str) -> tuple[tuple[int, int], ...]:
    """The outermost quotations of `text` as (start, end), marks included, in order.

    A quotation ends at its closing mark or, where the next paragraph opens with a mark again, at the end of its paragraph; a mark without partner
    in its paragraph gives nothing. Single marks count only outside double ones and only as a pair.

    >>> pairs('He said: "Go." She left.')
    ((9, 14),)
    """
    found: list[tuple[int, int]] = []
    for start, end in _paragraphs(text):
        found.extend(_in_paragraph(text, start, end))
    return tuple(found)


def _paragraphs(text: str) -> list[tuple[int, int]]:
    return [(part.start(), part.end()) for part in re.finditer(r"[^\n]+", text)]


def _in_paragraph(text: str, start: int, end: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    opened: int | None = None
    single: int | None = None
    for mark in _MARKS.finditer(text, start, end):
        sign, at = mark.group(), mark.start()
        if sign in {"'", "‘", "’"}:
            if opened is not None:
                continue
            if sign == "‘" or (sign == "'" and single is None and (at == start or not text[at - 1].isalnum())):
                single = at
            elif single is not None:
                found.append((single, mark.end()))
                single = None
            continue
        straight = sign in {'"', "''"}
        if opened is None:
            if sign in OPENING or sign == "``" or (straight and _can_open(text, at, mark.end(), end)):
                opened = at
        elif sign in CLOSING or straight:
            found.append((opened, mark.end()))
            opened = None
    if opened is not None and end - opened > 1:
        # The paragraph opens and never closes: speech that goes on in the next paragraph.
        rest = text[end : end + 4].lstrip()
        if rest[:1] in OPENING or rest[:1] == '"':
            found.append((opened, end))
    return sorted(_merged(found))


def _can_open(text: str, at: int, behind: int, end: int) -> bool:
    return behind < end and not text[behind].isspace()


def _merged(found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Without quotations that lie inside another and without those too long to be one."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(found, key=lambda pair: (pair[0], -pair[1])):
        if end - start <= LONGEST and not (kept and start < kept[-1][1]):
            kept.append((start, end))
    return kept
