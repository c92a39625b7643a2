"""A question that several origins speak to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from trendechos.records.origin import Independence
from trendechos.records.quantity import Qualifier

StanceKind = Literal[
    "supports", "partly_supports", "contradicts", "doubts", "denies", "noncommittal", "value", "differs"
]


@dataclass(frozen=True, slots=True)
class Stance:
    """What one origin does to a proposition; bounds only where it gives a value."""

    origin_id: str
    stance: StanceKind
    low: float | None = None
    high: float | None = None
    qualifier: Qualifier | None = None


@dataclass(frozen=True, slots=True)
class Proposition:
    """A question that several origins speak to, with pages, origins, voices and independence apart.

    `independence` and `reason` sum up the pairs among the origins that support or give a value;
    `splits` names pairs of origins inside one party that do not agree.
    """

    proposition_id: str
    text: str
    kind: Literal["value", "statement"]
    stances: tuple[Stance, ...]
    pages_count: int
    origins_count: int
    voices_count: int
    independent_origins_count: int
    independence: Independence
    reason: str
    not_heard: tuple[str, ...] = ()
    open_questions: tuple[str, ...] = ()
    splits: tuple[tuple[str, str], ...] = ()
