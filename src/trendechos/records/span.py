"""Where words stand: half-open Unicode code point offsets into a frozen text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Field = Literal["text", "title"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a report: `[start, end)` in code points of its `text`, or of its `title`."""

    start: int
    end: int
    field: Field = "text"

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span needs 0 <= start <= end, not {self.start}:{self.end}")

    def overlaps(self, other: Span) -> bool:
        """True when both stand in the same field and share at least one character."""
        return self.field == other.field and self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """True when `other` lies wholly inside this span."""
        return self.field == other.field and self.start <= other.start and other.end <= self.end
