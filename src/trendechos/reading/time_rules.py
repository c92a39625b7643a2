"""Patterns of time expressions and what each resolves to, given the day the report speaks from."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from trendechos.languages.en import times as words
from trendechos.languages.en.numbers import CARDINALS
from trendechos.languages.en.time_patterns import PATTERNS
from trendechos.reading import time_calendar as cal
from trendechos.records import Moment

Tense = Literal["past", "ahead", "open"]


@dataclass(frozen=True, slots=True)
class Frame:
    """What an expression is resolved against: anchor day, day and month named last, tense of its verb."""

    anchor: date | None
    last: date | None
    recent: date | None
    tense: Callable[[], Tense]

    def ahead(self) -> bool:
        """True when the verb says that the time is to come."""
        return self.tense() == "ahead"


Rule = Callable[["re.Match[str]", Frame], Moment | None]


def _month_number(text: str) -> int:
    return words.MONTHS[text.lower().rstrip(".")]


def _digits(text: str) -> int:
    return int(re.match(r"\d+", text)[0])  # type: ignore[index]


def _count(text: str) -> int | None:
    text = text.lower()
    if text.isdigit():
        return int(text)
    return 1 if text in ("a", "an") else CARDINALS.get(text)


def _leads_ahead(match: re.Match[str], frame: Frame) -> bool:
    before = match.string[max(0, match.start() - 10) : match.start()].lower().split()
    if before and (before[-1] in words.FUTURE_LEADS or before[-2:] in (["early", "as"], ["soon", "as"])):
        return frame.tense() != "past"
    return frame.ahead()


def _full(match: re.Match[str], frame: Frame) -> Moment | None:
    """A day of a month, with or without its year; a stretch of days inside one month."""
    number = _month_number(match["month"])
    first, last = _digits(match["first"]), _digits(match["last"]) if match["last"] else None
    short = match["short"] if "short" in match.re.groupindex else None
    if match["year"]:
        start = cal.on(int(match["year"]), number, first)
    elif short:  # old wires: "3 JAN 90 --"
        start = cal.on(int(short) + (1900 if int(short) >= 50 else 2000), number, first)
    elif frame.anchor is None:
        return None
    elif match["which"]:
        shift = {"this": 0, "last": -1, "next": 1}[match["which"].lower()]
        start = cal.on(frame.anchor.year + shift, number, first)
    else:
        ahead = _leads_ahead(match, frame)
        start = cal.nearest(frame.anchor, number, first, ahead=ahead)
        if not ahead and frame.tense() == "open":
            start = cal.closest(frame.anchor, number, first)
        elif start and start > frame.anchor and not ahead:
            return None
    if start is None or last is None:
        return cal.day(start) if start else None
    end = cal.on(start.year, number, last)
    return cal.stretch(cal.day(start), cal.day(end)) if end else None


def _feast(match: re.Match[str], frame: Frame) -> Moment | None:
    """ "Christmas Day": the day of the calendar, in the year given or the nearest."""
    name = " ".join(match["feast"].lower().replace("’", "'").split())
    month, day = words.FEASTS.get(name, (0, 0))
    if not month:
        return None
    if match["year"]:
        found = cal.on(int(match["year"]), month, day)
    elif frame.anchor is None:
        return None
    else:
        found = cal.nearest(frame.anchor, month, day, ahead=_leads_ahead(match, frame))
    return cal.day(found) if found else None


def _two_months(match: re.Match[str], frame: Frame) -> Moment | None:
    """ "8 October to 13 November": a stretch over two months."""
    year = int(match["year"]) if match["year"] else None
    ends = []
    for name, number in (("month", "first"), ("month2", "last")):
        month = _month_number(match[name])
        if year is not None:
            found = cal.on(year, month, _digits(match[number]))
        elif frame.anchor is not None:
            found = cal.nearest(frame.anchor, month, _digits(match[number]), ahead=frame.ahead())
        else:
            return None
        ends.append(found)
    start, end = ends
    return cal.stretch(cal.day(start), cal.day(end)) if start and end else None


def _month(match: re.Match[str], frame: Frame) -> Moment | None:
    """A month, with or without its year."""
    number = _month_number(match["month"])
    if match["year"]:
        return cal.month(int(match["year"]), number)
    if frame.anchor is None:
        return None
    which = (match["which"] or match["behind"] or "").lower().split(" ")[0]
    if which in ("last", "next", "this"):
        if match["behind"]:
            return cal.month(frame.anchor.year + {"this": 0, "last": -1, "next": 1}[which], number)
        ahead = which == "next"
        found = cal.nearest(frame.anchor, number, None, ahead=ahead)
        if found and which != "this" and (found.year, found.month) == (frame.anchor.year, frame.anchor.month):
            return cal.month(found.year + (1 if ahead else -1), number)
    else:
        ahead = _leads_ahead(match, frame)
        found = cal.nearest(frame.anchor, number, None, ahead=ahead)
        if not ahead and frame.tense() == "open":
            found = cal.closest(frame.anchor, number, None)
    return cal.month(found.year, found.month) if found else None


def _iso(match: re.Match[str], frame: Frame) -> Moment | None:
    found = cal.on(int(match["y"]), int(match["m"]), int(match["d"]))
    return cal.day(found) if found else None


def _slashes(match: re.Match[str], frame: Frame) -> Moment | None:
    """A date in figures; None where day and month could be either."""
    one, two, year = int(match["a"]), int(match["b"]), int(match["y"])
    year += 2000 if year < 100 else 0
    if one != two and one <= 12 and two <= 12:
        return None
    found = cal.on(year, two, one) if one > 12 else cal.on(year, one, two)
    return cal.day(found) if found else None


def _years(match: re.Match[str], frame: Frame) -> Moment | None:
    return cal.stretch(
        cal.year(int(match["y1"])),
        cal.year(int(match["y2"]) if len(match["y2"]) == 4 else int(match["y1"][:2] + match["y2"])),
    )


def _year(match: re.Match[str], frame: Frame) -> Moment | None:
    return cal.year(int(match["y"]))


def _decade(match: re.Match[str], frame: Frame) -> Moment | None:
    start = int(match["long"]) if match["long"] else 1900 + int(match["short"])
    return cal.decade(start + 100 if not match["long"] and start < 1930 else start)


def _quarter(match: re.Match[str], frame: Frame) -> Moment | None:
    number = "firsecthifou".index(match["nth"].lower()[:3]) // 3 if match["nth"] else int(match["q"]) - 1
    year = int(match["year"]) if match["year"] else None
    if year is None:
        if frame.anchor is None or not match["which"]:
            return None
        year = frame.anchor.year + {"this": 0, "last": -1, "next": 1}.get(match["which"].lower(), 0)
    return cal.stretch(cal.month(year, 3 * number + 1), cal.month(year, 3 * number + 3))


def _season(match: re.Match[str], frame: Frame) -> Moment | None:
    first, length = words.SEASONS[match["season"].lower()]
    if match["year"]:
        year = int(match["year"])
    elif frame.anchor is None:
        return None
    else:
        year = frame.anchor.year
        which = (match["which"] or "").lower()
        over = frame.anchor.month >= first + length
        if which == "last" and not over:
            year -= 1
        elif which == "next" and frame.anchor.month >= first:
            year += 1
    return cal.stretch(cal.month(year, first), cal.month(year, first + length - 1))


def _weekday(match: re.Match[str], frame: Frame) -> Moment | None:
    if frame.anchor is None:
        return None
    number = words.WEEKDAYS[match["name"].lower().rstrip(".")]
    which = (match["which"] or "").lower()
    found = cal.weekday(
        frame.anchor,
        number,
        which="" if which == "this" else which,
        ahead=not which and _leads_ahead(match, frame),
    )
    if found and match["week"]:
        shift = {"last": -7, "next": 7, "this": 0}[match["week"].lower().split()[0]]
        monday = cal.shifted(frame.anchor, shift - frame.anchor.weekday())
        found = cal.shifted(monday, number) if monday else None
    return cal.day(found) if found else None


def _named(match: re.Match[str], frame: Frame) -> Moment | None:
    """Today, yesterday, tomorrow, tonight, last night."""
    if frame.anchor is None:
        return None
    text = match.group().lower()
    shift = 0
    if "before yesterday" in text:
        shift = -2
    elif "after tomorrow" in text:
        shift = 2
    elif "yesterday" in text or text.startswith("last"):
        shift = -1
    elif "tomorrow" in text:
        shift = 1
    found = cal.shifted(frame.anchor, shift)
    return cal.day(found) if found else None


def _this(match: re.Match[str], frame: Frame) -> Moment | None:
    """ "Last week", "this month", "next year", "earlier this month", "the weekend"."""
    if frame.anchor is None:
        return None
    unit = words.UNITS[match["unit"].lower()]
    which = (match["which"] or "this").lower()
    shift = -1 if which in ("last", "past") else 1 if which in ("next", "coming") else 0
    if unit == "weekend":
        weekday = frame.anchor.weekday()
        if shift == 0 and weekday < 5 and not _leads_ahead(match, frame):
            shift = -1
        elif shift == 1 and weekday < 5:
            shift = 0
        return cal.weekend(frame.anchor, shift)
    if unit == "decade":
        return cal.decade(frame.anchor.year // 10 * 10 + 10 * shift)
    return cal.back(frame.anchor, -shift, unit)


def _ago(match: re.Match[str], frame: Frame) -> Moment | None:
    count = _count(match["n"])
    if count is None or frame.anchor is None:
        return None
    unit = match["unit"].lower()
    if unit.startswith("hour"):
        return cal.back(frame.anchor, count // 24, "day") if count % 24 == 0 or count < 6 else None
    return cal.back(frame.anchor, count, words.UNITS[unit])


def _earlier(match: re.Match[str], frame: Frame) -> Moment | None:
    """ "Two days earlier", "the day before", "the following week": counted from the day spoken of last."""
    coarse = words.UNITS[match["unit"].lower()] in ("month", "year", "decade")
    base = (frame.recent if coarse else frame.last) or frame.anchor
    count = _count(match["n"]) if match["n"] else 1
    if base is None or count is None:
        return None
    text = match.group().lower()
    unit = words.UNITS[match["unit"].lower()]
    if match["same"]:
        return cal.back(base, 0, unit)
    if text.endswith(("later", "after")) or "following" in text or "next" in text:
        count = -count
    return cal.back(base, count, unit)


def _recent(match: re.Match[str], frame: Frame) -> Moment | None:
    """ "In the past 30 days", "in recent weeks": a stretch that ends with the anchor day."""
    if frame.anchor is None:
        return None
    count = _count(match["n"]) if match["n"] else None
    ahead = "next" in match.group().lower() or "coming" in match.group().lower()
    unit = words.UNITS[match["unit"].lower()]
    if unit == "day" and match["unit"].lower().startswith("hour"):
        count = -(-count // 24) if count else None
    if count is None:
        edge = cal.day(frame.anchor)
        return cal.stretch(edge, None) if ahead else cal.stretch(None, edge)
    days = {"day": 1, "week": 7, "fortnight": 14}.get(unit)
    if days:
        other = cal.shifted(frame.anchor, days * count if ahead else -days * count)
        far = cal.day(other) if other else None
        near = cal.back(frame.anchor, 0, "day")
    else:
        near = cal.back(frame.anchor, 0, "month" if unit == "month" else "year")
        far = cal.back(frame.anchor, -count if ahead else count, unit)
    return cal.stretch(near, far) if ahead else cal.stretch(far, near)


RULES: dict[str, Rule] = {
    "iso": _iso,
    "slashes": _slashes,
    "twomonths": _two_months,
    "daymonth": _full,
    "monthday": _full,
    "feast": _feast,
    "month": _month,
    "quarter": _quarter,
    "season": _season,
    "decade": _decade,
    "years": _years,
    "named": _named,
    "ago": _ago,
    "earlier": _earlier,
    "recent": _recent,
    "this": _this,
    "weekday": _weekday,
    "year": _year,
}


@cache
def compiled() -> tuple[re.Pattern[str], dict[str, tuple[re.Pattern[str], Rule]]]:
    """One pattern that finds any expression in small letters, and the pattern and rule of each kind.

    The first goes over all the text, and is twice as fast where it need not look for both cases.
    """
    loose = "|".join(
        f"(?P<r_{name}>{re.sub(r'[(][?]P<[a-z0-9]+>', '(?:', pattern).lower()})"
        for name, pattern in PATTERNS.items()
    )
    single = {name: (re.compile(pattern, re.IGNORECASE), RULES[name]) for name, pattern in PATTERNS.items()}
    return re.compile(rf"(?<![\w$€£.,/-])(?:{loose})(?!\w)"), single
