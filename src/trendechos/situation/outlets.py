"""The country of a report's outlet, where packaged knowledge has it."""

from __future__ import annotations

from trendechos.knowledge import outlets
from trendechos.records import Report


def country_of(report: Report) -> str | None:
    """The alpha-3 code of the outlet's country, by its address, else by its name; None when it is not known."""
    found = (outlets.domain(report.url) if report.url else None) or outlets.find(report.outlet or "")
    return found.country or None if found else None
