"""Days, months and stretches as a reader says them."""

from __future__ import annotations

from trendechos.records import Moment

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip


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
    ('8 October to 13 October', 'from August')
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
    return day(first, year) if first == last else f"{day(first, year)} to {day(last, year)}"


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
