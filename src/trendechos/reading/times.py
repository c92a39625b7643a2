"""Time expressions in a report (not yet written)."""

from __future__ import annotations

from trendechos.records import Report, Sentence, Span, Timex


def find(report: Report, sentences: tuple[Sentence, ...], dateline: Span | None) -> tuple[Timex, ...]:
    """No times yet."""
    return ()
