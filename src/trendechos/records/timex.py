"""A time expression in a report."""

from __future__ import annotations

from dataclasses import dataclass

from trendechos.records.moment import Moment
from trendechos.records.span import Span


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression and what it resolves to; `moment` is None where the text gives too little.

    `duration` is an ISO 8601 length (`P3W`) for what says how long something lasted; such a time has no moment.
    """

    text: str
    span: Span
    moment: Moment | None
    duration: str | None = None
