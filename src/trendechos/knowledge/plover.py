"""PLOVER 2.0: event types with scores, modes and contexts.

Source: the PLOVER 2.0 draft manual; where it contradicts itself, data/codes/decisions.tsv says what we do.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal

from trendechos.knowledge.tables import rows

Recipient = Literal["yes", "no", "optional"]


@dataclass(frozen=True, slots=True)
class EventType:
    """One event type: quad class 1-4, score -10..10, whether it needs a recipient, scores of its modes."""

    name: str
    quad: int
    score: float
    recipient: Recipient
    modes: MappingProxyType[str, float]


@cache
def types() -> MappingProxyType[str, EventType]:
    """The 16 event types by name, in the order of the manual.

    >>> types()["ASSAULT"].modes["drone"], types()["ACCUSE"].score
    (-9.5, -3.0)
    """
    found = {}
    for name, quad, score, recipient, modes in rows("codes/plover", 5):
        pairs = (mode.rsplit(" ", 1) for mode in modes.split(";") if mode)
        scores = MappingProxyType({mode: float(value) for mode, value in pairs})
        found[name] = EventType(name, int(quad), float(score), recipient, scores)  # type: ignore[arg-type]
    return MappingProxyType(found)


@cache
def contexts() -> tuple[str, ...]:
    """The 37 contexts, in the order of the manual."""
    return tuple(name for (name,) in rows("codes/contexts", 1))


def score(event: str, mode: str | None = None) -> float:
    """The score of a type, or of its mode; raises KeyError for a type or mode that PLOVER does not know."""
    kind = types()[event]
    return kind.modes[mode] if mode else kind.score


@cache
def decisions() -> tuple[tuple[str, str, str], ...]:
    """Our local decisions on contradictions of the published tables: subject, what we do, why."""
    return tuple((subject, choice, why) for subject, choice, why in rows("codes/decisions", 3))


@cache
def sectors() -> MappingProxyType[str, str]:
    """Sector codes of actors (`MIL`, `GOV`) and what they mean."""
    return MappingProxyType({code: meaning for code, meaning, _ in rows("codes/sectors", 3)})
