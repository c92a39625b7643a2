"""The country of a report's outlet, where packaged knowledge has it."""

from __future__ import annotations

from trendechos.records import Report


def country_of(report: Report) -> str | None:
    """The alpha-3 code of the outlet's country; None when it is not known."""
    return None
