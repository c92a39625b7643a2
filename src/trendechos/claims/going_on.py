"""Quotations that stand as sentences of their own: who goes on speaking, and where somebody else begins."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from trendechos.claims.found import Found
from trendechos.claims.line import Line
from trendechos.claims.resumed import (
    CLOSED,
    DASHES,
    ENDED,
    bare_end,
    begun,
    final,
    is_heading,
    line_at,
    mixed,
    position,
    reaction,
    resumes,
)
from trendechos.languages.en.reporting import REACTIONS

# A quotation of fewer words is a term in quotation marks rather than a statement.
LEAST_WORDS = 3
CLOSED_QUESTION = ("?”", '?"', "?''")
_OPENERS = "“\"'‘"
_MARKS = ("“", "”", '"', "''")

Range = tuple[int, int]


def go_on(
    lines: Sequence[Line], own: Sequence[Line], found: Sequence[Found], free: Sequence[Range], text: str
) -> list[Range]:
    """Adds quotations that stand as sentences of their own to the speaker before them; gives back the rest.

    The speaker goes on while the paragraph lasts, and into the next paragraph when that is nothing but
    quotation, or after a colon. `own` are the lines of the field in which the quotations stand.
    """
    left: list[Range] = []
    carried = {one.line for one in found if one.quotes and one.ranges and not one.inside}
    heard = [one for one in found if not one.inside and lines[one.line].lows[one.at] not in DASHES]
    speaking = sorted(
        (one for one in heard if _speaks(one, text) and (one.quotes or one.line not in carried)),
        key=lambda one: position(lines, one),
    )
    places = [position(lines, one) for one in speaking]
    cued = {one.line for one in found if not one.inside}
    firsts = sorted((min(one.ranges)[0], at) for at, one in enumerate(found) if one.quotes and one.ranges)
    for start, end in (quote for quote in free if not is_heading(text, *quote)):
        index = bisect_right(places, start) - 1
        before = _carrier(speaking, index, text) if index >= 0 else None
        before = before if before is not None and before.ranges else None
        here = line_at(own, start)
        if before is not None and (
            resumes(here, before, start, text)
            or (not _stands_alone(own, start, end) and mixed(here, before, (start, end), cued, text))
        ):
            before.ranges.append((start, end))
            continue
        if text[max(0, start - 3) : start].rstrip().endswith(":") or text.endswith(CLOSED, 0, end):
            alone = True
        else:
            whole = len(text[start:end].split()) >= LEAST_WORDS or final(text, end) in (".", "!", "?")
            alone = whole and _stands_alone(own, start, end)
        if not alone:
            if text.endswith(ENDED[:3], 0, end) and len(text[start:end].split()) > LEAST_WORDS:
                left.append((start, end))
            continue
        if not _stands_alone(own, start, end):
            left.append((start, end))
            continue
        behind = bare_end(text, start)
        announced = behind if text.endswith(":", 0, behind) else -1
        while index >= 0 and not speaking[index].ranges and places[index] >= announced:
            index -= 1
        following = _follower(found, firsts, end, text)
        if following is not None:
            following.ranges = sorted([(start, end), *following.ranges])
            continue
        last = speaking[index] if index >= 0 else None
        if (
            last is None
            or _is_anothers(own, last, (start, end), text)
            or _is_introduced(own, last, start, text)
        ):
            left.append((start, end))
            continue
        one = _carrier(speaking, index, text)
        reach = max([places[index] + 1, *(b for _, b in one.ranges)])
        broken = text.find("\n", reach, start)
        apart = broken < behind
        if (
            broken < 0
            or reach < announced
            or (not apart and (_carries_quotation(one, text) or text[lines[one.line].offset] in _MARKS))
        ):
            one.ranges.append((start, end))
        else:
            left.append((start, end))
    return left


def _is_introduced(own: Sequence[Line], one: Found, start: int, text: str) -> bool:
    """True when a sentence without a cue of its own leads up to a quotation with a colon."""
    behind = bare_end(text, start)
    line = line_at(own, behind - 1) if text.endswith(":", 0, behind) else None
    return line is not None and line.index != one.line


def _is_anothers(own: Sequence[Line], one: Found, quote: Range, text: str) -> bool:
    """True when somebody else reacts in the sentence before a quotation, or answers the quotation before it."""
    start, _ = quote
    asked = text.endswith(CLOSED_QUESTION, 0, bare_end(text, start, " "))
    if asked and one.ranges and one.ranges[-1][1] <= start and start - max(b for _, b in one.ranges) <= 1:
        return True
    found = reaction(own, start, text)
    if found is None or found[0].index == one.line:
        return False
    line, verb, who = found
    return line.tags[who] != "PRP" and line.lemmas[verb] in REACTIONS


def _speaks(one: Found, text: str) -> bool:
    """True for speech, and for a text that reads as quoted (“...,” the statement read)."""
    if not one.quotes:
        # “...,” according to X: the quotation goes on where nobody else is said to speak it.
        return one.frame == "a" and one.act == "speech" and _carries_quotation(one, text)
    return one.act in ("speech", "topic") or (one.act != "attitude" and _carries_quotation(one, text))


def _carrier(speaking: Sequence[Found], index: int, text: str) -> Found:
    """Of the cues of one sentence the last that carries a quotation ('"No," said X, who said ...')."""
    last, at = speaking[index], index
    while at >= 0 and speaking[at].line == last.line:
        if any(text[a] in _OPENERS and text.endswith(CLOSED, 0, b) for a, b in speaking[at].ranges):
            # '"Now," said X, hinting that “more” may come.'
            return speaking[at]
        at -= 1
    while index >= 0 and speaking[index].line == last.line:
        if speaking[index].ranges and _carries_quotation(speaking[index], text):
            return speaking[index]
        index -= 1
    return last


def _follower(found: Sequence[Found], firsts: Sequence[tuple[int, int]], end: int, text: str) -> Found | None:
    """The cue whose quotation begins right behind `end`, on the same line.

    `firsts` says in order where contents began before any was added to, each with the place of its cue.
    """
    near = firsts[bisect_left(firsts, (end, 0)) : bisect_left(firsts, (end + 2, 0))]
    for first, at in sorted(near, key=lambda each: each[1]):
        begins = min(found[at].ranges)[0] == first
        if begins and text[first] in _OPENERS and text[end:first] in ("", " "):
            return found[at]
    return None


def _carries_quotation(one: Found, text: str) -> bool:
    return any(any(mark in text[a:b] for mark in _MARKS) for a, b in one.ranges)


def _stands_alone(lines: Sequence[Line], start: int, end: int) -> bool:
    """True when a quotation begins where a sentence begins and ends where one ends."""
    first, last = begun(lines, start + 1), bisect_left(lines, end - 1, key=lambda line: line.sentence.span.end)
    begins = first is not None and start - first.offset <= 1
    return begins and last < len(lines) and lines[last].sentence.span.end - end <= 2
