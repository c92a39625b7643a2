"""A number with everything that makes it answer one question and not another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from trendechos.records.span import Span

Qualifier = Literal[
    "exactly", "about", "at_least", "more_than", "at_most", "less_than", "up_to", "nearly", "range", "none"
]
Change = Literal["none", "up", "down"]
Counts = Literal[
    "troops", "killed", "wounded", "killed_or_wounded", "casualties", "captured", "missing", "displaced",
    "civilians", "weapons", "money", "distance", "share", "duration", "age", "other",
]  # fmt: skip
# What can befall people: numbers of these count those to whom something was done.
FATES: frozenset[str] = frozenset(
    ["killed", "wounded", "killed_or_wounded", "casualties", "captured", "missing", "displaced"]
)
# Those of them that make a toll.
TOLLS: frozenset[str] = frozenset(["killed", "wounded", "killed_or_wounded", "casualties"])
Window = Literal["day", "week", "month", "cumulative", "planned", "none"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count or measure in a report, as the text has it.

    Bounds are inclusive and None where the text gives none ("several hundred" keeps only `words`;
    "at least 3,000" has a `low` and no `high`). `unit` is the counted noun or the unit of measure,
    `scope` the place that the number is about. `former` marks a value that the text replaces by
    another ("from 41"): claims leave it out.
    """

    words: str
    span: Span
    low: float | None = None
    high: float | None = None
    qualifier: Qualifier = "none"
    unit: str | None = None
    change: Change = "none"
    counts: Counts = "other"
    scope: str | None = None
    window: Window = "none"
    former: bool = False
