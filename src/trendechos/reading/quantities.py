"""Quantities in a report (not yet written)."""

from __future__ import annotations

from trendechos.records import Quantity, Report, Sentence


def find(report: Report, sentences: tuple[Sentence, ...]) -> tuple[Quantity, ...]:
    """No quantities yet."""
    return ()
