"""Names in a report (not yet written)."""

from __future__ import annotations

from trendechos.records import Mention, Report, Sentence


def find(report: Report, sentences: tuple[Sentence, ...]) -> tuple[Mention, ...]:
    """No mentions yet."""
    return ()
