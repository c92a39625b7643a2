"""Clock times and lengths of time in a sentence: "at 2 p.m. on Tuesday", "for three weeks"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from trendechos.languages.en.numbers import CARDINALS
from trendechos.languages.en.time_patterns import CLOCK, CLOCK_LINK, COUNTED_LENGTH
from trendechos.records import Moment, Span, Timex
from trendechos.text.normalise import small

_CLOCK = re.compile(CLOCK, re.IGNORECASE)
_LINK = re.compile(CLOCK_LINK, re.IGNORECASE)
_LENGTH = re.compile(COUNTED_LENGTH, re.IGNORECASE)
_LED = re.compile(r"at|around|about|by|until|shortly|just", re.IGNORECASE)
_FIGURE = re.compile(r"\d")
# ISO 8601 letters of the units of a length of time; hours stand behind a T.
_UNITS = {
    "minute": ("T", "M"), "hour": ("T", "H"), "day": ("", "D"), "night": ("", "D"), "week": ("", "W"),
    "fortnight": ("", "W"), "month": ("", "M"), "year": ("", "Y"), "decade": ("", "Y"),
}  # fmt: skip
_TIMES = {"fortnight": 2, "decade": 10}


def clocked(text: str, base: Span, days: Sequence[Timex]) -> list[Timex]:
    """`days` of the sentence `text` with the clock times in it.

    A clock time beside a day makes one expression with it; any other has no moment, because the text gives
    no day for it. A time without a stated zone is local and bears none; GMT and UTC are written as Z.
    """
    found = list(days)
    low = small(text)
    if _FIGURE.search(text) is None and "noon" not in low and "midnight" not in low:
        return found  # every clock time holds one of these
    for match in _CLOCK.finditer(text):
        hour = _hour(match)
        if hour is None:
            continue
        start, end = base.start + match.start(), base.start + match.end()
        if any(item.span.start < end and start < item.span.end for item in found):
            continue
        beside = next((item for item in found if _beside(text, base, item, start, end)), None)
        if beside is None:
            if match["full"] and not match["zone"] and not _LED.match(match[0]):
                continue  # "won 3:10"
            found.append(Timex(match[0], Span(start, end, base.field), None))
            continue
        first, last = min(start, beside.span.start), max(end, beside.span.end)
        words = text[first - base.start : last - base.start]
        found[found.index(beside)] = Timex(words, Span(first, last, base.field), _at(beside.moment, hour))
    return sorted(found, key=lambda item: item.span)


def _beside(text: str, base: Span, day: Timex, start: int, end: int) -> bool:
    """True when only "on", a comma or a zone stand between the clock time and a single `day`."""
    if day.moment is None or "/" in day.moment.value or day.moment.precision != "day":
        return False
    first, last = (end, day.span.start) if end <= day.span.start else (day.span.end, start)
    return _LINK.fullmatch(text[first - base.start : last - base.start]) is not None


def _at(day: Moment | None, hour: str) -> Moment | None:
    return replace(day, value=f"{day.value}T{hour}", precision="minute") if day else None


def _hour(match: re.Match[str]) -> str | None:
    """`14:00`, with Z where the text says GMT or UTC; None for an hour that no clock shows."""
    word = match["word"]
    if word:
        return "12:00" if word.lower() == "noon" else "00:00"
    if match["military"]:
        hour, minute = int(match["military"][:2]), int(match["military"][2:])
    elif match["half"]:
        hour, minute = int(match["hour"]), int(match["minute"] or 0)
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match["half"].lower().startswith("p") else 0)
    else:
        hour, minute = int(match["full"]), int(match["past"])
    if hour > 23 or minute > 59:
        return None
    zone = "Z" if (match["zone"] or "").upper() in ("GMT", "UTC") else ""
    return f"{hour:02}:{minute:02}{zone}"


def lengths(text: str, base: Span, others: Sequence[Timex]) -> Iterator[Timex]:
    """How long something lasted, as ISO 8601 durations ("for three weeks", P3W), without moment."""
    for match in _LENGTH.finditer(text):
        span = Span(base.start + match.start(), base.start + match.end(), base.field)
        count, unit = _count(match["n"]), match["unit"].lower().rstrip("s")
        if count is None or any(item.span.overlaps(span) for item in others):
            continue
        lead, letter = _UNITS[unit]
        duration = f"P{lead}{count * _TIMES.get(unit, 1)}{letter}"
        yield Timex(match[0], span, None, duration)


def _count(words: str) -> int | None:
    words = words.lower()
    if words.isdigit():
        return int(words)
    return 1 if words in ("a", "an") else CARDINALS.get(words)
