"""Named measures with their counts, as every evaluator returns them and the gate compares them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Measure:
    """One number with what it is made of: `value` is in 0..1, higher is better, `right` of `total`."""

    name: str
    value: float
    right: float
    total: float


def share(name: str, right: float, total: float) -> Measure:
    """`right` of `total`; 0 where there is nothing.

    >>> share("found", 3, 4).value
    0.75
    """
    return Measure(name, right / total if total else 0.0, right, total)


def scores(
    name: str, right: int, given: int, gold: int, *, met: int | None = None
) -> tuple[Measure, Measure, Measure]:
    """Precision, recall and F1; `met` counts the gold ones that are met, where one answer may meet several.

    >>> [round(one.value, 2) for one in scores("value", 3, 4, 6)]
    [0.75, 0.5, 0.6]
    """
    met = right if met is None else met
    precision, recall = share(f"{name} precision", right, given), share(f"{name} recall", met, gold)
    both = precision.value + recall.value
    f1 = 2 * precision.value * recall.value / both if both else 0.0
    return precision, recall, Measure(f"{name} F1", f1, right + met, given + gold)


def under(prefix: str, measures: Iterable[Measure]) -> tuple[Measure, ...]:
    """The measures with `prefix` and a slash before each name."""
    return tuple(replace(one, name=f"{prefix}/{one.name}") for one in measures)
