"""Echoes by an executor: pairs of claims in batches, the same echoes in the same order as one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice

from trendechos import echoes
from trendechos.batch import Executor
from trendechos.records import Claim, Echo, Report

# Comparing takes some 50 microseconds a pair, so that a batch is a quarter of a second of work.
PAIRS = 5_000


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of claims by id, the claims, and what their pages lend them."""

    ids: tuple[tuple[str, str], ...]
    claims: Mapping[str, Claim]
    reports: Mapping[str, Report]


def compare(claims: Iterable[Claim], reports: Mapping[str, Report], executor: Executor) -> Iterator[Echo]:
    """The echoes among `claims`, in order of ids; a few batches are under way at a time."""
    # The words of a page are not compared, and would be most of what a batch weighs.
    pages = {key: replace(report, text="", extra=()) for key, report in reports.items()}
    for found in executor.map(compare_batch, _batches(echoes.pairs(claims), pages)):
        yield from found


def compare_batch(batch: Pairs) -> tuple[Echo, ...]:
    """The echoes of one batch."""
    pairs = ((batch.claims[left], batch.claims[right]) for left, right in batch.ids)
    return tuple(echoes.compare(pairs, reports=batch.reports))


def _batches(pairs: Iterator[tuple[Claim, Claim]], pages: Mapping[str, Report]) -> Iterator[Pairs]:
    while some := list(islice(pairs, PAIRS)):
        held = {claim.claim_id: claim for pair in some for claim in pair}
        near = {claim.report_id: pages[claim.report_id] for claim in held.values() if claim.report_id in pages}
        yield Pairs(tuple((left.claim_id, right.claim_id) for left, right in some), held, near)
