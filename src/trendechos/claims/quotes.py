"""Quotations given to the cues that carry them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from operator import itemgetter

from trendechos.claims.found import Found
from trendechos.claims.line import Line
from trendechos.claims.resumed import CLOSED, bare_end, final, position
from trendechos.claims.sources import phrase
from trendechos.text.quotes import holding

# A quotation of fewer words is a term in quotation marks rather than a statement.
LEAST_WORDS = 3
# Between a quotation and its cue or source stand a comma, a space and at most an adverb or a date.
MOST_BETWEEN = 30
# Behind the first half of a sentence some words may stand that are not quoted.
MOST_BETWEEN_HALVES = 90
# A source in apposition may stand between ("...," Sarah Lee, 69, said).
MOST_BEFORE = 70

Range = tuple[int, int]
# '"Thank you," he replied, before adding that ...': what begins so is no part of a closed quotation.
_CIRCUMSTANCES = frozenset({"before", "after", "when", "while", "as", "though", "although"})
_OPENERS = "“\"'‘"
_OPENED = ("“", '"', "''")
_BREAKS = tuple(",(-–—")
_AND = re.compile(r",? (?:and|or),? ")
# In "hoped to publish “The Long Rain,” her first book" the words behind a quotation go on.
_PART_OF_A_WISH = ("x", "i", "r", "n", "g")
_MARKS = ("“", "”", '"', "''")


def assign(lines: Sequence[Line], found: Sequence[Found], quotes: Sequence[Range], text: str) -> list[Range]:
    """Widens contents to the quotations of one field that they carry; gives back those that nobody carries."""
    taken = [False] * len(quotes)
    starts = [start for start, _ in quotes]
    beside: dict[int, list[Found]] = defaultdict(list)
    for one in found:
        beside[one.line].append(one)
    for one in found:
        near = beside[one.line]
        at = position(lines, one)
        held = holding(quotes, at)
        if held is not None:
            _clip(one, held)
            one.inside = True
            continue
        if one.quotes:
            cues = [position(lines, other) for other in near if other.quotes]
            _take_adjacent(lines, one, quotes, taken, text, cues=cues)
            _take_joined(one, quotes, taken, text)
            _take_first_half(lines, one, quotes, taken, text, cues=cues)
        if one.act != "topic" or one.quotes:
            _widen(one, quotes, taken)
            _pass_on(lines, one, near, text)
            if one.frame == "a" and any(other.at in one.content for other in near):
                continue  # "“Go,” Lee said, according to a transcript": who spoke is part of it
            if one.frame not in _PART_OF_A_WISH:
                # What an object has before a quotation ("the need for it: “Go”") belongs to it.
                one.ranges = [
                    _trimmed(piece, quotes, starts, text, at if one.frame != "o" else 0) for piece in one.ranges
                ]
            one.ranges = _tidy(one.ranges, at, text)
            places = [position(lines, other) for other in near]
            one.ranges = [_behind_others(piece, places, text, at) for piece in one.ranges]
    for one in found:
        _keep_own(lines, one, beside[one.line])
        _take_back(lines, one, beside[one.line], text)
    return [quote for quote, used in zip(quotes, taken, strict=True) if not used]


def _keep_own(lines: Sequence[Line], one: Found, near: Sequence[Found]) -> None:
    """Leaves the quotation right behind a later cue to that cue alone ("said A, adding, “B”")."""
    if len(one.ranges) < 2:
        return
    at = position(lines, one)
    for other in near:
        if other.quotes and position(lines, other) > at and len(other.ranges) == 1:
            behind = other.ranges[0][0] > position(lines, other)
            if behind and other.ranges[0] in one.ranges:
                one.ranges = [piece for piece in one.ranges if piece != other.ranges[0]] or one.ranges


def _take_back(lines: Sequence[Line], one: Found, near: Sequence[Found], text: str) -> None:
    """Leaves a quotation right before a cue to that cue alone ("X hinted at it - “Never,” he said")."""
    if len(one.ranges) != 1 or not one.quotes or one.ranges[0][1] > position(lines, one):
        return
    start, end = one.ranges[0]
    before = bare_end(text, start, " ,–—-")
    closed = text.endswith(CLOSED[:3], 0, end) and text[start] in _OPENERS
    for other in near:
        if other is not one and position(lines, other) < before:
            pieces = [piece for piece in other.ranges if piece != (start, end)] if closed else other.ranges
            other.ranges = [(a, before) if a < before and b == end else (a, b) for a, b in pieces]


def _clip(one: Found, quote: Range) -> None:
    """What is said inside a quotation ends with it."""
    start, end = quote
    one.ranges = [(max(a, start), min(b, end)) for a, b in one.ranges if max(a, start) < min(b, end)]


def _widen(one: Found, quotes: Sequence[Range], taken: list[bool]) -> None:
    """A content that reaches into a quotation holds all of it."""
    first, last = min((a for a, _ in one.ranges), default=0), max((b for _, b in one.ranges), default=0)
    for index in range(bisect_right(quotes, first, key=_end), bisect_left(quotes, last, key=_start)):
        start, end = quotes[index]
        touching = [piece for piece in one.ranges if piece[0] < end and start < piece[1]]
        if not touching:
            continue
        low = min(start, touching[0][0])
        high = max(end, touching[-1][1])
        one.ranges = sorted([piece for piece in one.ranges if piece not in touching] + [(low, high)])
        taken[index] = True


def _pass_on(lines: Sequence[Line], one: Found, near: Sequence[Found], text: str) -> None:
    """Gives the quotation behind a later cue to that cue ('"Go," he said, adding, "Now."')."""
    at = position(lines, one)
    if not any(end <= at and text.endswith(CLOSED, 0, end) for _, end in one.ranges):
        return
    for other in near:
        if not other.quotes or other.act == "attitude":
            continue
        place = position(lines, other)
        behind = [piece for piece in one.ranges if at < place < piece[0]]
        if other.act == "topic" or (other.ranges and not _meet(other.ranges, behind)):
            continue
        if behind:
            one.ranges = [piece for piece in one.ranges if piece not in behind]
            other.ranges = sorted({*other.ranges, *behind}) if not other.ranges else other.ranges


def _meet(some: Sequence[Range], others: Sequence[Range]) -> bool:
    return any(a < d and c < b for a, b in some for c, d in others)


def _tidy(ranges: list[Range], at: int, text: str) -> list[Range]:
    """Without unquoted words behind the cue of a closed quotation ('"Quiet," he said, as the bell rang.')."""
    behind = [piece for piece in ranges if piece[0] > at and text[piece[0]] in _OPENERS]
    if behind and not any(mark in text[a:b] for a, b in ranges if b <= at for mark in _MARKS):
        # "Asked about the dam, she said: “It is full.”": what leads up to a whole quotation is the writer's.
        ranges = [piece for piece in ranges if piece[0] > at]
    closed = [piece for piece in ranges if piece[1] <= at and text.endswith(CLOSED, 0, piece[1])]
    if not closed or at - closed[-1][1] > 60:
        return ranges
    return [
        piece for piece in ranges
        if piece[1] <= at
        or (
            any(mark in text[piece[0] : piece[1]] for mark in _MARKS)
            and text[piece[0] : piece[1]].split(" ", 1)[0] not in _CIRCUMSTANCES
        )
    ]  # fmt: skip


def _behind_others(piece: Range, cues: Sequence[int], text: str, at: int) -> Range:
    """A closed quotation before its cue without what another cue has before it ("X hinted - “Y,” he said")."""
    start, end = piece
    low = max(text.rfind(mark, start, max(start, end - 2)) for mark in ("“", '"', "''"))
    if end > at or low <= start or not text[start:end].endswith(CLOSED):
        return piece
    apart = text[start:low].rstrip()[-1:] in ("-", "–", "—", ";", ":")
    return (low, end) if apart and any(start <= place < low for place in cues) else piece


def _trimmed(piece: Range, quotes: Sequence[Range], starts: Sequence[int], text: str, at: int) -> Range:
    """A piece of content without a sentence before its quotation, and without what trails a closed one."""
    start, end = piece
    for index in range(bisect_right(starts, start - 1), len(quotes)):
        low, high = quotes[index]
        if low >= end:
            break
        if (
            low > start
            and text[start:low].rstrip()[-1:] in (".", ":", "!", "?")
            and (high <= at or (at and high - low > low - start))
        ):
            start = low
        if start < low and high == end <= at and _is_whole(text, (start, low, high)):
            start = low
        if low == start and high < end and final(text, high) in (",", ".", "!", "?"):
            rest = text[high:end]
            if not any(mark in rest for mark in _MARKS):
                end = high
    return start, end


def _is_whole(text: str, at: tuple[int, int, int]) -> bool:
    """True for a closed quotation of whole sentences behind words that nobody says ("Both - “Go,” ...")."""
    start, low, high = at
    first = text[low:high].lstrip(_OPENERS)[:1]
    return first.isupper() and text.endswith(CLOSED, 0, high) and text[start:low].rstrip()[-1:] in _BREAKS


def _take_adjacent(
    lines: Sequence[Line],
    one: Found,
    quotes: Sequence[Range],
    taken: list[bool],
    text: str,
    *,
    cues: Sequence[int],
) -> None:
    """Gives a speech verb the quotations beside it: instead of a mere topic, and beside a first half."""
    (low, high), own = _extent(lines, one), position(lines, one)
    for before in (True, False):
        best: tuple[int, int] | None = None
        for index in _ended(quotes, low) if before else _begun(quotes, high):
            start, end = quotes[index]
            gap = low - end if before else start - high
            if taken[index] or (best and gap >= best[0]):
                continue
            between = text[end:low] if before else text[high:start]
            short = len(text[start:end].split()) < LEAST_WORDS
            held = bool(one.ranges) and (before or between not in (", ", ": "))
            if "\n" in between or (short and (held or gap > 2)):
                continue
            ended = final(text, end) == "." and lines[one.line].offset >= end
            if before and (ended or any(end <= at < low and at != own for at in cues)):
                continue
            if not before and (
                any(mark in between for mark in ".;!?") or any(high < at < start for at in cues)
            ):
                continue
            if any(start < b and a < end for a, b in one.ranges):
                continue
            best = (gap, index)
        if best is None:
            continue
        if one.frame in ("o", "p", "s", "x", "g"):
            one.ranges = []
        elif one.ranges and before and min(one.ranges)[0] >= high:
            start, end = quotes[best[1]]
            if best[0] > 2 or final(text, end) != ",":
                # "On trade he said that ...": an earlier quotation belongs to an earlier cue.
                continue
        one.ranges = sorted([*one.ranges, quotes[best[1]]])
        one.frame, one.act = "q", "speech"
        taken[best[1]] = True


def _ended(quotes: Sequence[Range], low: int) -> range:
    """Which quotations end before `low`, but not too far from it."""
    return range(bisect_left(quotes, low - MOST_BEFORE, key=_end), bisect_right(quotes, low, key=_end))


def _begun(quotes: Sequence[Range], high: int) -> range:
    """Which quotations begin behind `high`, but not too far from it."""
    return range(bisect_left(quotes, high, key=_start), bisect_right(quotes, high + MOST_BETWEEN, key=_start))


_start, _end = itemgetter(0), itemgetter(1)


def _take_joined(one: Found, quotes: Sequence[Range], taken: list[bool], text: str) -> None:
    """Gives a cue the quotations joined to its last one by "and" (chanted, “Out,” and “Now.”)."""
    index = bisect_right(quotes, one.ranges[-1]) - 1 if one.ranges else -1
    if index < 0 or quotes[index] != one.ranges[-1]:
        return
    while index + 1 < len(quotes) and not taken[index + 1]:
        start, end = quotes[index + 1]
        if not _AND.fullmatch(text, quotes[index][1], start):
            return
        low = one.ranges[-1][0]
        one.ranges[-1] = (low, end)
        taken[index + 1] = True
        index += 1


def _take_first_half(
    lines: Sequence[Line],
    one: Found,
    quotes: Sequence[Range],
    taken: list[bool],
    text: str,
    *,
    cues: Sequence[int],
) -> None:
    """Gives a cue the first half that begins with a quotation (“If none come” by May, he said, “we go.”)."""
    at, begins = position(lines, one), lines[one.line].offset
    if not one.ranges or not text.startswith(_OPENED, begins) or min(one.ranges)[0] < at:
        return
    low, _ = _extent(lines, one)
    if text[low - 2 : low] != ", ":
        return
    index = bisect_right(quotes, (begins, len(text))) - 1
    if (
        index < 0
        or taken[index]
        or quotes[index][0] != begins
        or not text.startswith(_OPENED, min(one.ranges)[0])
    ):
        return
    between = text[quotes[index][1] : low]
    apart = any(mark in between for mark in ".;:!?\n") or any(begins <= other < low for other in cues)
    if not apart and len(between) <= MOST_BETWEEN_HALVES:
        one.ranges = sorted([(begins, low - 2), *one.ranges])
        taken[index] = True


def _extent(lines: Sequence[Line], one: Found) -> Range:
    """From the first to the last character of the cue with its source, where that stands beside it."""
    line = lines[one.line]
    first, last = one.cue[0], one.cue[-1]
    if one.source is not None:
        low, high = phrase(line, one.source, set(one.cue))
        # The parse may hang a quotation on who speaks it.
        low = max([low, *(token + 1 for token in range(low, one.source) if line.lows[token] in _MARKS)])
        if high < first <= high + 4:
            first = low
        elif last < low <= last + 4:
            last = high
    return line.offset + line.parsed.starts[first], line.offset + line.parsed.end(last)
