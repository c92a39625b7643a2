"""New claims placed among those held, without grouping everything again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from trendechos.echoes.group import MERGE, Joined, join_lines
from trendechos.echoes.nearby import in_reach
from trendechos.echoes.profile import profile, signature
from trendechos.echoes.score import BITS, Row, Scores
from trendechos.records import Claim, Report

# Claims held that share at least one key with a claim.
Held = Callable[[Claim], Iterable[Claim]]
# All claims held that lines of links lead to from one of them, itself included.
Line = Callable[[Claim], Iterable[Claim]]


def touch(
    new: Iterable[Claim],
    held: Held,
    line: Line,
    *,
    left: Iterable[Claim] = (),
    reports: Mapping[str, Report] | None = None,
) -> Joined:
    """The groups of the new claims and of all claims held that a line of links leads to, with their lines.

    Groups without a claim in common with these stay as they were: together they are what `join` makes
    of everything. `held` gives the claims that share a key with one, `line` those of one line as `join_lines`
    gave them, `reports` those of all claims. `left` are claims of lines that lost one: they are grouped again.
    """
    fresh = {claim.claim_id: claim for claim in new}
    seen = {claim.claim_id: claim for claim in left} | fresh
    scores = Scores()
    rows: dict[str, Row] = {}
    pages = reports or {}

    def row(claim: Claim) -> Row:
        if claim.claim_id not in rows:
            rows[claim.claim_id] = scores.row(profile(claim, pages.get(claim.report_id)))
        return rows[claim.claim_id]

    for claim in fresh.values():
        for other in held(claim):
            if other.claim_id in seen or not in_reach(claim, other, pages):
                continue
            if _linked(scores, row(claim), row(other)):
                seen.update((one.claim_id, one) for one in line(other))
    return join_lines(seen, reports=reports)


def _linked(scores: Scores, one: Row, other: Row) -> bool:
    """True when the two may stand in one group: alike, or copies that say too little to be called alike."""
    similarity = scores.similarity(one, other)
    if similarity is not None and similarity >= MERGE - BITS:
        return True
    return signature(one.profile) == signature(other.profile)
