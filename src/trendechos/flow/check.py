"""Proof that the stages stand in an order that works."""

from __future__ import annotations

from collections.abc import Sequence

from trendechos.flow.stages import Stage


def problems(stages: Sequence[Stage], *, given: frozenset[str] = frozenset({"bytes"})) -> list[str]:
    """What is wrong with the order of `stages`, one sentence each; empty when nothing is.

    >>> from trendechos.flow.stages import Stage
    >>> problems([Stage("b", 1, ("A",), ("B",), "")])
    ['b reads A, which nothing before it writes']
    """
    found, written, names = [], set(given), set()
    for stage in stages:
        if stage.name in names:
            found.append(f"{stage.name} stands twice")
        names.add(stage.name)
        missing = [noun for noun in stage.reads if noun not in written]
        found += [f"{stage.name} reads {noun}, which nothing before it writes" for noun in missing]
        written.update(stage.writes)
    return found
