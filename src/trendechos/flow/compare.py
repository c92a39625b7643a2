"""Echoes by an executor: claims that could be linked go to one worker, the same groups as all at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from trendechos import echoes
from trendechos.batch import Executor
from trendechos.records import Claim, Report

# Fewer claims are grouped sooner here than they are sent (a second for some 5,000, 22 November 2026).
WORTH_SENDING = 2_000
# Batches for each worker, so that none waits long for the one with most to do.
BATCHES = 4


@dataclass(frozen=True, slots=True)
class Part:
    """Claims of which none can be linked to any outside, and what their pages lend them."""

    claims: tuple[Claim, ...]
    reports: Mapping[str, Report]


def grouped(
    claims: Mapping[str, Claim],
    reports: Mapping[str, Report],
    executor: Executor | None = None,
    *,
    least: int = WORTH_SENDING,
) -> echoes.Joined:
    """The claims that repeat one statement, with their lines; `executor` compares parts that share no key."""
    if executor is None or executor.workers < 2 or len(claims) < least:
        return echoes.join_lines(claims, reports=reports)
    found = list(executor.map(grouped_part, parts(claims, reports, executor.workers * BATCHES)))
    groups = sorted((group for some in found for group in some.groups), key=lambda group: group.claim_ids)
    return echoes.Joined(tuple(groups), tuple(line for some in found for line in some.lines))


def grouped_part(part: Part) -> echoes.Joined:
    """The groups and lines of one part."""
    return echoes.join_lines({claim.claim_id: claim for claim in part.claims}, reports=part.reports)


def parts(claims: Mapping[str, Claim], reports: Mapping[str, Report], count: int) -> Iterator[Part]:
    """The claims in parts of about equal size, some `count` of them where their keys allow."""
    size = -(-len(claims) // count)
    some: list[str] = []
    for together in sorted(_linked(claims.values()), key=lambda ids: (-len(ids), ids)):
        some += together
        if len(some) >= size:
            yield _part(some, claims, reports)
            some = []
    if some:
        yield _part(some, claims, reports)


def _part(ids: list[str], claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> Part:
    held = tuple(claims[claim_id] for claim_id in sorted(ids))
    told: dict[str, list[Claim]] = {}
    for claim in held:
        told.setdefault(claim.report_id, []).append(claim)
    # The words of the pages would be most of what a part weighs.
    pages = {
        report_id: echoes.compared(reports[report_id], some)
        for report_id, some in sorted(told.items())
        if report_id in reports
    }
    return Part(held, pages)


def _linked(claims: Iterable[Claim]) -> list[list[str]]:
    """The ids of claims that share a key with one another, directly or through others."""
    above: dict[str, str] = {}

    def top(name: str) -> str:
        while (higher := above.setdefault(name, name)) != name:
            above[name] = name = above[higher]
        return name

    ids = []
    for claim in claims:
        ids.append(claim.claim_id)
        for key in keys(claim):
            above[top(f"key|{key}")] = top(claim.claim_id)
    found: dict[str, list[str]] = {}
    for claim_id in ids:
        found.setdefault(top(claim_id), []).append(claim_id)
    return [sorted(some) for some in found.values()]


def keys(claim: Claim) -> tuple[str, ...]:
    """What a claim is looked up by: its keys and its words, so that claims without any key meet as well."""
    return (*(echoes.keys(claim) or ("",)), f"text|{claim.text}")
