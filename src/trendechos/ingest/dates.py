"""Publication dates as they come in, with the precision they have."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from email.utils import parsedate_to_datetime

from trendechos.records import Moment

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
)  # fmt: skip
_NUMBER = {month[:3]: number for number, month in enumerate(_MONTHS, 1)}
_YEAR = re.compile(r"\d{4}")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_DAY_MONTH = re.compile(r"(?:[A-Za-z]+,? )?(\d{1,2}) ([A-Za-z]{3,9})\.?,? (\d{4})")
_MONTH_DAY = re.compile(r"(?:[A-Za-z]+,? )?([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})")
_EARLIEST_YEAR = 1500


def parse(value: str) -> Moment | None:
    """The moment that `value` names, no finer than it is written; None when it names none.

    Understood: year, month, day, RFC 3339, the date of RFC 5322 and a day with the month in English
    words. Days that could be read two ways (04/11/2024) are not. An offset is kept as given.

    >>> parse("2024-11").precision
    'month'
    """
    value = value.strip()
    if _YEAR.fullmatch(value):
        return _checked(value, "year", int(value))
    if match := _MONTH.fullmatch(value):
        valid = 1 <= int(match[2]) <= 12
        return _checked(value, "month", int(match[1])) if valid else None
    return _written(value) or _standard(value)


def future(moment: Moment, today: str) -> bool:
    """True when `moment` starts more than a day after `today` (the far side of the date line is one day on)."""
    limit = (date.fromisoformat(today[:10]) + timedelta(days=1)).isoformat()
    return moment.first > limit[: len(moment.first)] if len(moment.first) < 10 else moment.first[:10] > limit


def _checked(value: str, precision: str, year: int) -> Moment | None:
    if year < _EARLIEST_YEAR:
        return None
    return Moment(value, precision)  # type: ignore[arg-type]


def _written(value: str) -> Moment | None:
    if match := _DAY_MONTH.fullmatch(value):
        number, name, year = match[1], match[2], match[3]
    elif match := _MONTH_DAY.fullmatch(value):
        name, number, year = match[1], match[2], match[3]
    else:
        return None
    name = name.lower()
    month = _NUMBER.get(name[:3])
    if not month or not (_MONTHS[month - 1].startswith(name) or name == "sept"):
        return None
    try:
        return _checked(date(int(year), month, int(number)).isoformat(), "day", int(year))
    except ValueError:
        return None


def _standard(value: str) -> Moment | None:
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        try:
            moment = parsedate_to_datetime(value)
        except (ValueError, TypeError, IndexError, OverflowError):
            return None
        return _instant(moment)
    if "T" not in value.upper().split("W")[0] and ":" not in value:
        return _checked(moment.date().isoformat(), "day", moment.year)
    return _instant(moment)


def _instant(moment: datetime) -> Moment | None:
    text = moment.replace(microsecond=0).isoformat().replace("+00:00", "Z")
    return _checked(text, "minute", moment.year)
