"""Days, weeks, months and years counted from an anchor day, as moments no finer than they are known."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from trendechos.records import Moment
from trendechos.records.moment import Precision


def day(on: date) -> Moment:
    """The moment of one day."""
    return Moment(on.isoformat(), "day")


def month(year: int, number: int) -> Moment | None:
    """The moment of one month; `number` may run below 1 or above 12. None outside the calendar."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    return Moment(f"{year:04d}-{number:02d}", "month") if 1 <= year <= 9999 else None


def year(number: int) -> Moment | None:
    """The moment of one year, or None outside the calendar."""
    return Moment(f"{number:04d}", "year") if 1 <= number <= 9999 else None


def stretch(first: Moment | None, last: Moment | None, precision: Precision = "day") -> Moment | None:
    """The stretch from the start of `first` to the end of `last`; an open side for None, None for two."""
    if first is None and last is None:
        return None
    if first and last and first.first > last.last[: len(first.first)]:
        return None
    known = (first or last).precision if first or last else precision  # type: ignore[union-attr]
    return Moment(f"{first.first if first else ''}/{last.last if last else ''}", known)


def week(anchor: date, shift: int) -> Moment | None:
    """Monday to Sunday of the week `shift` weeks from the one of `anchor`."""
    start = shifted(anchor, 7 * shift - anchor.weekday())
    end = shifted(start, 6) if start else None
    return stretch(day(start), day(end)) if start and end else None


def weekend(anchor: date, shift: int) -> Moment | None:
    """Saturday and Sunday of the week `shift` weeks from the one of `anchor`."""
    start = shifted(anchor, 7 * shift - anchor.weekday() + 5)
    end = shifted(start, 1) if start else None
    return stretch(day(start), day(end)) if start and end else None


def decade(start: int) -> Moment | None:
    """Ten years from `start`."""
    return stretch(year(start), year(start + 9))


def shifted(anchor: date, days: int) -> date | None:
    """The day `days` from `anchor`, or None outside the calendar."""
    try:
        return anchor + timedelta(days=days)
    except OverflowError:
        return None


def on(year_number: int, month_number: int, day_number: int) -> date | None:
    """That day, or None where the calendar has none (31 June)."""
    try:
        return date(year_number, month_number, day_number)
    except ValueError:
        return None


def back(anchor: date, count: int, unit: str) -> Moment | None:
    """The moment `count` units before `anchor` (after, when negative), as coarse as the unit."""
    if abs(count) > 9999:
        return None
    if unit == "day":
        found = shifted(anchor, -count)
        return day(found) if found else None
    if unit == "month":
        return month(anchor.year, anchor.month - count)
    if unit == "weekend":
        return weekend(anchor, -count)
    if unit in ("week", "fortnight"):
        return week(anchor, -count * (2 if unit == "fortnight" else 1))
    return year(anchor.year - count * (10 if unit == "decade" else 1))


def weekday(anchor: date, number: int, *, which: str, ahead: bool) -> date | None:
    """The day of the week `number` (Monday is 0) that news of `anchor` means.

    A bare weekday is the day itself or the latest past one, and the coming one where the sentence
    is `ahead`; `last` and `next` never mean the day itself.
    """
    behind = (anchor.weekday() - number) % 7
    if which in ("next", "coming", "this coming") or (ahead and which != "last"):
        return shifted(anchor, (number - anchor.weekday()) % 7 or (7 if which else 0))
    if which in ("last", "past", "the previous"):
        return shifted(anchor, -(behind or 7))
    return shifted(anchor, -behind)


def nearest(anchor: date, month_number: int, day_number: int | None, *, ahead: bool) -> date | None:
    """The day of a date without year, or the first of a month: the latest past, the next where `ahead`."""
    years = (anchor.year, anchor.year + 1) if ahead else (anchor.year, anchor.year - 1)
    limit = anchor if day_number else anchor.replace(day=1)
    for candidate in years:
        found = on(candidate, month_number, day_number or 1)
        if found and (found >= limit if ahead else found <= (anchor if day_number else _end(anchor))):
            return found
    # 29 February may lie further off than the year next to it.
    return on(anchor.year, month_number, day_number or 1)


def closest(anchor: date, month_number: int, day_number: int | None) -> date | None:
    """The day of a date without year, or the first of a month, nearest to `anchor`, past or to come.

    News without a word of what is to come is of the past: a day ahead must be nearer by half.
    """
    found = (
        on(year_number, month_number, day_number or 1)
        for year_number in range(anchor.year - 1, anchor.year + 2)
    )
    base = anchor if day_number else anchor.replace(day=1)
    return min((day for day in found if day), key=lambda day: (_gap(day, base), day), default=None)


def _gap(day: date, base: date) -> int:
    days = (day - base).days
    return days * 2 if days > 0 else -days


def _end(anchor: date) -> date:
    return anchor.replace(day=calendar.monthrange(anchor.year, anchor.month)[1])
