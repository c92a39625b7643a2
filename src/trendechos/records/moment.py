"""A time as precise as its source and no more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Precision = Literal["year", "month", "day", "minute"]


@dataclass(frozen=True, slots=True)
class Moment:
    """A point or stretch of time.

    `value` is an ISO 8601 prefix as long as `precision` allows (`2024`, `2024-10`, `2024-10-30`,
    `2024-10-30T14:05:00Z`), or two of them joined by `/` for a stretch (`2024-10-08/2024-10-13`;
    one side may be empty when the text leaves it open: `2024-08/`).
    """

    value: str
    precision: Precision

    @property
    def first(self) -> str:
        """The start as written in `value`; empty when the stretch has no stated start."""
        return self.value.split("/", 1)[0]

    @property
    def last(self) -> str:
        """The end as written in `value`; empty when the stretch has no stated end."""
        return self.value.rsplit("/", 1)[-1]

    @property
    def day(self) -> str | None:
        """The single day `YYYY-MM-DD`, or None when the moment is coarser or spans several."""
        if self.precision not in ("day", "minute"):
            return None
        first, stretch, last = self.value.partition("/")
        return first[:10] if not stretch or first[:10] == last[:10] else None
