"""How a report is laid out: what is prose and what only frames it."""

from __future__ import annotations

from dataclasses import dataclass

from trendechos.records import Span


@dataclass(frozen=True, slots=True)
class Layout:
    """Sentences (the title's first), furniture and agency dateline of one report, in order of position.

    No span begins or ends with white
    space, none overlaps another, and furniture and dateline are no sentences.
    """

    sentences: tuple[Span, ...]
    furniture: tuple[Span, ...] = ()
    dateline: Span | None = None
    language: str = "en"
