"""Quotations given to the cues that carry them, and to the speaker who goes on speaking."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from trendechos.claims.found import Found
from trendechos.claims.line import Line
from trendechos.claims.sources import phrase

# A quotation of fewer words is a term in quotation marks rather than a statement.
LEAST_WORDS = 3
# Between a quotation and its cue or source stand a comma, a space and at most an adverb or a date.
MOST_BETWEEN = 30

Range = tuple[int, int]


def assign(lines: Sequence[Line], found: Sequence[Found], quotes: Sequence[Range], text: str) -> list[Range]:
    """Widens the contents of `found` to the quotations of one field that they carry; gives back those nobody carries."""
    taken = [False] * len(quotes)
    starts = [start for start, _ in quotes]
    for one in found:
        at = _position(lines, one)
        if _inside(quotes, starts, at) is not None:
            _clip(one, quotes[_inside(quotes, starts, at)])  # type: ignore[index]
            continue
        if one.quotes:
            _take_adjacent(lines, one, quotes, taken, text)
        if one.act != "topic" or one.quotes:
            _widen(one, quotes, taken)
    return [quote for quote, used in zip(quotes, taken, strict=True) if not used]


def _position(lines: Sequence[Line], one: Found) -> int:
    line = lines[one.line]
    return line.offset + line.parsed.starts[one.at]


def _inside(quotes: Sequence[Range], starts: Sequence[int], at: int) -> int | None:
    index = bisect_right(starts, at) - 1
    return index if index >= 0 and at < quotes[index][1] else None


def _clip(one: Found, quote: Range) -> None:
    """What is said inside a quotation ends with it."""
    start, end = quote
    one.ranges = [(max(a, start), min(b, end)) for a, b in one.ranges if max(a, start) < min(b, end)]


def _widen(one: Found, quotes: Sequence[Range], taken: list[bool]) -> None:
    """A content that reaches into a quotation holds all of it."""
    for index, (start, end) in enumerate(quotes):
        touching = [piece for piece in one.ranges if piece[0] < end and start < piece[1]]
        if not touching:
            continue
        low = min(start, touching[0][0])
        high = max(end, touching[-1][1])
        one.ranges = sorted([piece for piece in one.ranges if piece not in touching] + [(low, high)])
        taken[index] = True


def _take_adjacent(
    lines: Sequence[Line], one: Found, quotes: Sequence[Range], taken: list[bool], text: str
) -> None:
    """Gives a speech verb the quotation beside it where the parse gave it nothing, or only its topic."""
    if one.ranges and one.frame not in ("o", "p", "s", "x", "g"):
        return
    low, high = _extent(lines, one)
    best: tuple[int, int] | None = None
    for index, (start, end) in enumerate(quotes):
        if taken[index] or len(text[start:end].split()) < LEAST_WORDS:
            continue
        if any(start < b and a < end for a, b in one.ranges):
            continue
        gap = low - end if end <= low else start - high if start >= high else None
        if gap is None or gap > MOST_BETWEEN or "\n" in text[min(end, high) : max(low, start)]:
            continue
        if best is None or gap < best[0]:
            best = (gap, index)
    if best is not None:
        one.ranges = [quotes[best[1]]]
        one.frame, one.act = "q", "speech"
        taken[best[1]] = True


def _extent(lines: Sequence[Line], one: Found) -> Range:
    """From the first to the last character of the cue with its source, where that stands beside it."""
    line = lines[one.line]
    first, last = one.cue[0], one.cue[-1]
    if one.source is not None:
        low, high = phrase(line, one.source, set(one.cue))
        if high < first <= high + 4:
            first = low
        elif last < low <= last + 4:
            last = high
    return line.offset + line.parsed.starts[first], line.offset + line.parsed.end(last)


def go_on(lines: Sequence[Line], found: Sequence[Found], free: Sequence[Range], text: str) -> list[Range]:
    """Adds quotations that stand as sentences of their own to the speaker before them; gives back the rest.

    The speaker goes on while the paragraph lasts, and into the next paragraph after an unclosed mark,
    after a colon, or where the paragraph before was all quotation.
    """
    left: list[Range] = []
    for start, end in free:
        if len(text[start:end].split()) < LEAST_WORDS or not _stands_alone(lines, start, end):
            continue
        before = [
            one for one in found
            if one.ranges and one.act in ("speech", "topic") and one.quotes and max(b for _, b in one.ranges) <= start
        ]  # fmt: skip
        one = max(
            before, key=lambda each: max(_position(lines, each), max(b for _, b in each.ranges)), default=None
        )
        if one is None:
            left.append((start, end))
            continue
        reach = max(_position(lines, one) + 1, max(b for _, b in one.ranges))
        between = text[reach:start]
        if "\n" not in between.strip() and "\n" not in between:
            one.ranges.append((start, end))
        elif not between.strip(" \n\r\t\xa0.,") or between.rstrip().endswith(":"):
            one.ranges.append((start, end))
        else:
            left.append((start, end))
    return left


def _stands_alone(lines: Sequence[Line], start: int, end: int) -> bool:
    """True when a quotation begins where a sentence begins and ends where one ends."""
    begins = any(0 <= start - line.offset <= 1 for line in lines)
    ends = any(-1 <= line.sentence.span.end - end <= 2 for line in lines)
    return begins and ends
