"""Days as written: which day a moment stands for, and how far apart days are."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from functools import lru_cache

from trendechos.records import Moment


@lru_cache(maxsize=100_000)
def ordinal(day: str) -> int | None:
    """The number of the day `YYYY-MM-DD` counted from year 1, or None when it is no calendar day.

    >>> ordinal("2024-11-05") - ordinal("2024-11-04"), ordinal("2024-02-30")
    (1, None)
    """
    try:
        return date.fromisoformat(day[:10]).toordinal()
    except ValueError:
        return None


def day_of(number: int) -> str:
    """The day `YYYY-MM-DD` with that number."""
    return date.fromordinal(number).isoformat()


def first_day(moment: Moment | None) -> str | None:
    """The earliest day that `moment` may mean, or None when it has no start.

    >>> first_day(Moment("2024-10", "month")), last_day(Moment("2024-10", "month"))
    ('2024-10-01', '2024-10-31')
    """
    return _edge(moment.first, end=False) if moment else None


def last_day(moment: Moment | None) -> str | None:
    """The latest day that `moment` may mean, or None when it has no end."""
    return _edge(moment.last, end=True) if moment else None


def one_day(moment: Moment | None) -> str | None:
    """The day of `moment`, or None when it is coarser than a day or no calendar day."""
    day = moment.day if moment else None
    return day if day and ordinal(day) is not None else None


def spoken(moment: Moment) -> str:
    """A moment as words for a reader, no finer than it is.

    >>> spoken(Moment("2024-10-08/2024-10-13", "day")), spoken(Moment("2024-10", "month"))
    ('8 October 2024 to 13 October 2024', 'October 2024')
    """
    parts = [_words(part) for part in dict.fromkeys((moment.first, moment.last))]
    if len(parts) == 1:
        return parts[0]
    if not parts[0]:
        return f"until {parts[1]}"
    return f"{parts[0]} to {parts[1]}" if parts[1] else f"since {parts[0]}"


_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip


def _words(value: str) -> str:
    pieces = value[:10].split("-")
    if len(pieces) > 1 and pieces[1].isdigit() and 1 <= int(pieces[1]) <= 12:
        pieces[1] = _MONTHS[int(pieces[1]) - 1]
    if len(pieces) > 2:
        pieces[2] = pieces[2].lstrip("0")
    return " ".join(reversed(pieces))


@lru_cache(maxsize=100_000)
def _edge(value: str, *, end: bool) -> str | None:
    day = value[:10]
    if len(day) == 4 and day.isdigit():
        day += "-12-31" if end else "-01-01"
    elif len(day) == 7:
        year, _, month = day.partition("-")
        if not (year.isdigit() and month.isdigit() and 1 <= int(month) <= 12 and int(year) > 0):
            return None
        day += f"-{monthrange(int(year), int(month))[1]:02d}" if end else "-01"
    return day if ordinal(day) is not None else None
