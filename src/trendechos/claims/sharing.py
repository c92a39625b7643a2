"""Place and time behind the last of several verbs that share them ("killed nine and hurt two in Goma")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from trendechos.claims import parts
from trendechos.claims.coded import Coded
from trendechos.records import Claim

# Acts of one force in one place follow from each other: those sent fight, those who fight fall.
FORCE = frozenset({"deployment", "combat", "casualties", "capture", "withdrawal"})


def share(told: Sequence[tuple[Claim, Coded]]) -> list[tuple[Claim, Coded]]:
    """`told` with acts of force that have no place or no time of their own given those behind a later conjunct.

    Only within the words of one attribution in one sentence; what stands before the later verb is its own.
    """
    out = list(told)
    for index in reversed(range(len(out) - 1)):
        (claim, coded), (later, behind) = out[index], out[index + 1]
        if claim.type in FORCE and claim.attribution_id == later.attribution_id and _joined(coded, behind):
            out[index] = (_with_place(_with_time(claim, coded, later, behind), later, behind), coded)
    return out


def _joined(one: Coded, other: Coded) -> bool:
    """True for conjuncts: the head of the other is reached from that of the first by "and" alone."""
    if one.context is not other.context:
        return False
    parsed, token = other.clause.parsed, other.clause.head
    passive = parsed.tags[token] == parsed.tags[one.clause.head] == "VBN"
    if not passive and other.clause.tree.child(token, "nsubj", "nsubjpass") is not None:
        return False  # "Rebels shelled Sake and the army fled from Goma"
    while token != one.clause.head and parsed.deps[token] == "conj":
        token = parsed.heads[token]
    return token == one.clause.head and one.clause.head < other.clause.head


def _with_place(claim: Claim, later: Claim, behind: Coded) -> Claim:
    if any(place.role == "event" for place in claim.places):
        return claim
    start = behind.context.span([behind.clause.head]).start
    places = tuple(place for place in later.places if place.role == "event" and place.span.start > start)
    if not places:
        return claim
    return replace(claim, places=(*claim.places, *places), quantities=parts.scoped(claim.quantities, places))


def _with_time(claim: Claim, coded: Coded, later: Claim, behind: Coded) -> Claim:
    if parts.gives_time(coded.clause, coded.context.start, coded.context.times):
        return claim
    timex = parts.nearest_time(behind.clause, behind.context.start, behind.context.times, behind.path[-1])
    head = behind.context.span([behind.clause.head])
    if timex is None or timex.span.start < head.start or later.happened_when is None:
        return claim
    return replace(claim, happened_when=later.happened_when)
