"""Stretches of time in which something runs above its rest (Kleinberg 2002, batched two-state automaton)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import lgamma, log

# Kleinberg's own defaults: the busy state has twice the base share, entering it costs ln n.
_TIMES = 2.0
_GAMMA = 1.0
# The busy share stays below one, so that a day wholly on topic keeps a finite cost.
_CEILING = 0.9999


@dataclass(frozen=True, slots=True)
class Stretch:
    """Bins `[first, last]`, both included, and the cost saved by calling them busy."""

    first: int
    last: int
    weight: float


def against_total(
    hits: Sequence[int], totals: Sequence[int], *, times: float = _TIMES, gamma: float = _GAMMA
) -> tuple[Stretch, ...]:
    """The stretches in which `hits` out of `totals` per bin run at `times` their overall share.

    The cost of a bin is the negative log likelihood of a binomial draw, entering the busy state costs
    `gamma` ln(bins); the cheapest path is found by dynamic programming. Empty without hits.
    """
    drawn = sum(hits)
    base = drawn / max(1, sum(totals))
    if drawn == 0 or base >= _CEILING / times:
        return ()
    busy = min(_CEILING, times * base)
    costs = [
        (_binomial(hit, total, base), _binomial(hit, total, busy))
        for hit, total in zip(hits, totals, strict=True)
    ]
    return _stretches(costs, gamma * log(max(2, len(costs))))


def against_mean(counts: Sequence[int], *, times: float = _TIMES, gamma: float = _GAMMA) -> tuple[Stretch, ...]:
    """The stretches in which `counts` per bin run at `times` their mean, by a Poisson cost.

    For want of a total volume to hold them against. Empty without counts.
    """
    drawn = sum(counts)
    if drawn == 0 or len(counts) < 2:
        return ()
    base = drawn / len(counts)
    costs = [(_poisson(count, base), _poisson(count, times * base)) for count in counts]
    return _stretches(costs, gamma * log(len(costs)))


def _stretches(costs: Sequence[tuple[float, float]], enter: float) -> tuple[Stretch, ...]:
    calm, busy = costs[0][0], costs[0][1] + enter
    came: list[tuple[int, int]] = [(0, 0)]
    for quiet_cost, busy_cost in costs[1:]:
        # Leaving the busy state is free (Kleinberg), ties stay calm.
        from_calm = 0 if calm <= busy else 1
        from_busy = 1 if busy <= calm + enter else 0
        calm, busy = min(calm, busy) + quiet_cost, min(busy, calm + enter) + busy_cost
        came.append((from_calm, from_busy))
    state = 0 if calm <= busy else 1
    path = [0] * len(costs)
    for at in range(len(costs) - 1, -1, -1):
        path[at] = state
        state = came[at][state]
    found: list[Stretch] = []
    start = None
    for at, here in enumerate([*path, 0]):
        if here and start is None:
            start = at
        elif not here and start is not None:
            saved = sum(quiet - loud for quiet, loud in costs[start:at])
            found.append(Stretch(start, at - 1, round(saved, 6)))
            start = None
    return tuple(found)


def _binomial(hit: int, total: int, share: float) -> float:
    hit = min(hit, total)
    ways = lgamma(total + 1) - lgamma(hit + 1) - lgamma(total - hit + 1)
    return -(ways + hit * log(share) + (total - hit) * log(1 - share))


def _poisson(count: int, mean: float) -> float:
    return mean - count * log(mean) + lgamma(count + 1)
