"""How many origins are independent of each other, and why we say so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from trendechos.records import Independence, Origin
from trendechos.situation.wording import listed

# The exact search is for the few pairs that are ever independent; past this it takes a lower bound.
_EXACT = 24


def independent_count(origin_ids: Sequence[str], origins: Mapping[str, Origin]) -> int:
    """The size of the largest set of origins that are independent pair by pair; 0 without any origin.

    A pair counts as independent only when one of the two says so and neither says otherwise; what is
    not established adds nothing. Exact up to 24 linked origins, above that a lower bound.
    """
    ids = sorted(set(origin_ids))
    if not ids:
        return 0
    links = _links(ids, origins)
    linked = sorted((one for one in ids if links[one]), key=lambda one: (-len(links[one]), one))
    if not linked:
        return 1
    if len(linked) <= _EXACT:
        return _largest(frozenset(linked), links)
    chosen: list[str] = []
    for one in linked:
        if all(one in links[other] for other in chosen):
            chosen.append(one)
    return len(chosen)


def _links(ids: Sequence[str], origins: Mapping[str, Origin]) -> dict[str, frozenset[str]]:
    wanted = set(ids)
    said: dict[tuple[str, str], set[Independence]] = {}
    for one in ids:
        origin = origins.get(one)
        for relation in origin.relations if origin else ():
            # Few pairs are ever independent, and a large question has many of the others.
            if (
                relation.independence == "independent"
                and relation.origin_id in wanted
                and relation.origin_id != one
            ):
                said[(min(one, relation.origin_id), max(one, relation.origin_id))] = {"independent"}
    for one in {name for pair in said for name in pair}:
        for relation in origins[one].relations if one in origins else ():
            pair = (min(one, relation.origin_id), max(one, relation.origin_id))
            if pair in said:
                said[pair].add(relation.independence)
    links: dict[str, set[str]] = {one: set() for one in ids}
    for (left, right), verdicts in said.items():
        if verdicts == {"independent"}:
            links[left].add(right)
            links[right].add(left)
    return {one: frozenset(others) for one, others in links.items()}


def _largest(candidates: frozenset[str], links: Mapping[str, frozenset[str]]) -> int:
    best = 0
    stack = [(0, candidates)]
    while stack:
        size, left = stack.pop()
        if not left:
            best = max(best, size)
        elif size + len(left) > best:
            one = min(left, key=lambda name: (-len(links[name] & left), name))
            stack.append((size, left - {one}))
            stack.append((size + 1, left & links[one]))
    return best


def verdict(
    origin_ids: Sequence[str], origins: Mapping[str, Origin], names: Mapping[str, str]
) -> tuple[int, Independence, str]:
    """The count of independent origins, the independence of all together, and the reason in words.

    `names` gives the reader's name of each voice by origin. All pairs must be dependent for
    `dependent`; anything short of two independent origins is otherwise `not_established`.
    """
    ids = sorted(set(origin_ids))
    count = independent_count(ids, origins)
    voices = listed(list(dict.fromkeys(names[one] for one in ids if names.get(one)))[:6])
    if len(ids) <= 1:
        return count, "not_established", "one origin" if ids else "no origin for it"
    if count > 1:
        details = _details(ids, origins, "independent")
        return count, "independent", f"{count} origins with separate evidence{details}"
    if _all_dependent(ids, origins):
        return (
            count,
            "dependent",
            f"{len(ids)} origins that depend on each other{_details(ids, origins, 'dependent')}",
        )
    voices_text = f" ({voices})" if voices else ""
    return count, "not_established", f"{len(ids)} origins{voices_text}; independence is not established"


def _all_dependent(ids: Sequence[str], origins: Mapping[str, Origin]) -> bool:
    """True when dependence links all origins: each depends, directly or by steps, on every other."""
    wanted = set(ids)
    near: dict[str, set[str]] = {one: set() for one in ids}
    for one in ids:
        for relation in origins[one].relations if one in origins else ():
            if relation.independence == "dependent" and relation.origin_id in wanted:
                near[one].add(relation.origin_id)
                near[relation.origin_id].add(one)
    reached, edge = {ids[0]}, [ids[0]]
    while edge:
        fresh = near[edge.pop()] - reached
        reached |= fresh
        edge.extend(fresh)
    return len(reached) == len(wanted)


def _details(ids: Sequence[str], origins: Mapping[str, Origin], kind: Independence) -> str:
    wanted = set(ids)
    reasons = {
        relation.detail or relation.reason
        for one in ids
        for relation in (origins[one].relations if one in origins else ())
        if relation.independence == kind and relation.origin_id in wanted
    }
    shown = sorted(reasons)[:3]
    return f": {'; '.join(shown)}" if shown else ""
