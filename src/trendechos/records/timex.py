"""A time expression in a report."""

from __future__ import annotations

from dataclasses import dataclass

from trendechos.records.moment import Moment
from trendechos.records.span import Span


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression and what it resolves to; `moment` is None where the text gives too little."""

    text: str
    span: Span
    moment: Moment | None
