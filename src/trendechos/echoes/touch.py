"""New claims placed among those held, without grouping everything again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from trendechos.echoes.compare import LINK
from trendechos.echoes.group import join
from trendechos.echoes.keys import keys
from trendechos.echoes.profile import profile, signature
from trendechos.echoes.score import BITS, Row, Scores
from trendechos.records import Claim, EchoGroup, Report

# Claims held that share at least one of the keys: a store's look-up.
Held = Callable[[Iterable[str]], Iterable[Claim]]


def touch(
    new: Iterable[Claim], held: Held, *, reports: Mapping[str, Report] | None = None
) -> tuple[EchoGroup, ...]:
    """The groups of the new claims and of all claims held that a line of links leads to, in order of id.

    Groups without a claim in common with these stay as they were: together they are what `join` makes
    of everything. `held` gives the claims that share a key, `reports` those of all claims.
    """
    fresh = {claim.claim_id: claim for claim in new}
    seen = dict(fresh)
    scores = Scores()
    rows: dict[str, Row] = {}

    def row(claim: Claim) -> Row:
        if claim.claim_id not in rows:
            rows[claim.claim_id] = scores.row(profile(claim, (reports or {}).get(claim.report_id)))
        return rows[claim.claim_id]

    frontier = list(fresh.values())
    while frontier:
        claim = frontier.pop()
        for other in held(keys(claim)):
            if other.claim_id not in seen and _linked(scores, row(claim), row(other)):
                seen[other.claim_id] = other
                frontier.append(other)
    return join(seen, reports=reports)


def _linked(scores: Scores, one: Row, other: Row) -> bool:
    """True when the two may stand in one group: alike, or copies that say too little to be called alike."""
    similarity = scores.similarity(one, other)
    if similarity is not None and similarity >= LINK - BITS:
        return True
    return signature(one.profile) == signature(other.profile)
