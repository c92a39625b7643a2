"""Days, months and stretches as a reader says them."""

from __future__ import annotations

from datetime import date

from trendechos.records import Moment

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip


def known_day(day: str | None) -> bool:
    """True for a day of the calendar written `YYYY-MM-DD`.

    >>> known_day("2024-02-29"), known_day("2023-02-29"), known_day(None)
    (True, False, False)
    """
    try:
        return bool(day) and bool(date.fromisoformat(day or ""))
    except ValueError:
        return False


def day(value: str | None, year: str | None = None) -> str:
    """An ISO 8601 prefix in words, without the year when it is `year`; the value itself when it is no date.

    >>> day("2024-11-04", "2024"), day("2024-11-04"), day("2024-10", "2024"), day("2021"), day(None)
    ('4 November', '4 November 2024', 'October', '2021', 'no date')
    """
    if not value:
        return "no date"
    pieces = value[:10].split("-")
    tail = "" if pieces[0] == year else f" {pieces[0]}"
    if len(pieces) == 1:
        return pieces[0]
    if not (pieces[1].isdigit() and 1 <= int(pieces[1]) <= 12):
        return value
    month = _MONTHS[int(pieces[1]) - 1]
    if len(pieces) == 2:
        return month + tail
    return f"{int(pieces[2])} {month}{tail}" if pieces[2].isdigit() else value


def moment(value: Moment | None, year: str | None = None) -> str:
    """A moment in words, as precise as it is and no more.

    >>> moment(Moment("2024-10-08/2024-10-13", "day"), "2024"), moment(Moment("2024-08/", "month"), "2024")
    ('8 to 13 October', 'from August')
    >>> moment(Moment("2024-10-28/2024-11-02", "day")), moment(Moment("2023-12/2024-01", "month"), "2024")
    ('28 October to 2 November 2024', 'December 2023 to January')
    """
    if value is None:
        return "no date"
    if "/" not in value.value:
        return day(value.value, year)
    first, last = value.first, value.last
    if not last:
        return f"from {day(first, year)}"
    if not first:
        return f"until {day(last, year)}"
    if first == last:
        return day(first, year)
    # The same month is named once, and the same year.
    same = next((kept for kept in (7, 4) if len(first) == len(last) and first[:kept] == last[:kept]), 0)
    opening = day(first, first[:4] if same else year)
    if same == 7 and len(first) >= 10:
        opening = opening.split(" ")[0]
    return f"{opening} to {day(last, year)}"


def on(value: Moment | None, year: str | None = None) -> str:
    """A moment with its preposition, led by a blank, or "" when there is none: " on 4 November", " in October".

    >>> on(Moment("2024-11-04", "day"), "2024"), on(Moment("2024-10", "month"), "2024"), on(None)
    (' on 4 November', ' in October', '')
    """
    if value is None:
        return ""
    if "/" in value.value:
        return f", {moment(value, year)}"
    return f" {'in' if value.precision in ('year', 'month') else 'on'} {moment(value, year)}"


def short(value: str | None, year: str | None = None) -> str:
    """A day for charts and narrow columns.

    >>> short("2024-11-04", "2024"), short("2023-11-04", "2024"), short(None)
    ('4 Nov', '4 Nov 2023', 'no date')
    """
    words = day(value, year).split(" ")
    return " ".join(word[:3] if word in _MONTHS else word for word in words)
