"""Places in a report."""

from __future__ import annotations

from trendechos.records import Mention, Place, Report, Sentence, Span


def find(
    report: Report,
    sentences: tuple[Sentence, ...],
    mentions: tuple[Mention, ...],
    *,
    dateline: Span | None = None,
) -> tuple[Place, ...]:
    """No places yet."""
    return ()
