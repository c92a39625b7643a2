"""Echoes to groups: claims that repeat one statement by one speaker on one occasion."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import combinations

from trendechos.echoes.compare import LINK, weigh
from trendechos.echoes.score import BITS
from trendechos.echoes.twins import Near, Twins
from trendechos.records import Claim, Echo, EchoGroup, Report
from trendechos.records.codec import content_id

# Mean similarity over all pairs of two clusters that lets them become one: best B-cubed F1 on the development
# gold between 0.35 and 0.45.
MERGE = 0.40
# Groups of up to this many wordings show the reasons for every pair, larger ones each wording's best links.
_SHOWN = 8
_BEST = 3

Edge = tuple[str, str]


def group(
    claims: Mapping[str, Claim], echoes: Iterable[Echo], *, reports: Mapping[str, Report] | None = None
) -> tuple[EchoGroup, ...]:
    """Every claim in exactly one group, groups in order of id; the order of the input makes no difference.

    Average-link clustering along the echoes, strongest first; two clusters never become one when a
    feature forbids any pair of them, so that a chain of weak links does not join two occasions. Claims
    that are alike in everything but the page count once, so that copies do not sway the mean.
    """
    links = {(echo.left_id, echo.right_id): echo for echo in echoes}
    twins = Twins(claims, reports or {})
    near: Near = [{} for _ in twins.members]
    for one, two in ((twins.of[a], twins.of[b]) for a, b in links):
        if one != two:
            near[one][two] = near[two][one] = twins.similarity(one, two)
    return tuple(_group(members, _inside(members, links)) for members in _members(twins, near, _lines(near)))


@dataclass(frozen=True, slots=True)
class Joined:
    """Groups of claims, and `lines`: the sets of claims that links connect, inside which all groups lie."""

    groups: tuple[EchoGroup, ...]
    lines: tuple[frozenset[str], ...]


def join(claims: Mapping[str, Claim], *, reports: Mapping[str, Report] | None = None) -> tuple[EchoGroup, ...]:
    """The groups that comparing all pairs and grouping would give, in less time where claims are many.

    Sets of copies are compared once, and reasons are written out only for links inside a group: all of
    them in a group of few wordings, else the best of each wording.
    """
    return join_lines(claims, reports=reports).groups


def join_lines(claims: Mapping[str, Claim], *, reports: Mapping[str, Report] | None = None) -> Joined:
    """What `join` gives, with the lines: whatever comes to one of them leaves the others as they are."""
    twins = Twins(claims, reports or {})
    # The mean over the pairs of two clusters reaches MERGE only where one pair does: weaker links decide none.
    near = twins.links(MERGE - BITS)
    lines = list(_lines(near))
    groups = (_group(members, tuple(_reasons(members, twins))) for members in _members(twins, near, lines))
    return Joined(
        tuple(groups), tuple(frozenset(one for at in line for one in twins.members[at]) for line in lines)
    )


def _lines(near: Near) -> Iterator[list[int]]:
    """The numbers of all sets of twins that links connect."""
    seen = [False] * len(near)
    for start in range(len(near)):
        if seen[start]:
            continue
        seen[start], line = True, [start]
        for at in line:
            fresh = [other for other in near[at] if not seen[other]]
            for other in fresh:
                seen[other] = True
            line += fresh
        yield line


def _members(twins: Twins, near: Near, lines: Iterable[list[int]]) -> list[tuple[str, ...]]:
    """The claims of each cluster; those of one line are worked out apart from all others."""
    return sorted(
        tuple(sorted(claim for at in cluster for claim in twins.members[at]))
        for line in lines
        for cluster in _clusters(twins, near, line)
    )


def _clusters(twins: Twins, near: Near, line: list[int]) -> Iterable[tuple[int, ...]]:
    """Sets of twins, the likest two of all clusters that a link joins made one until none are like enough."""
    clusters: dict[int, tuple[int, ...]] = {at: (at,) for at in line}
    if len(line) == 1:
        return clusters.values()
    # By cluster and cluster that a link leads to, the summed similarity of all their pairs. What two claims
    # of one page lose for it may have made a link too weak.
    sums = {
        at: {other: like for other, like in near[at].items() if like is not None and like >= MERGE - BITS}
        for at in line
    }
    heap = [
        (-round(like, 9), one, two, 1, 1)
        for one, found in sums.items() for two, like in found.items() if one < two and like >= MERGE
    ]  # fmt: skip
    heapify(heap)
    sizes = dict.fromkeys(line, 1)
    while heap:
        _, keep, drop, mine, its = heappop(heap)
        if sizes.get(keep) != mine or sizes.get(drop) != its:
            continue
        totals = sums[keep] = _merged(twins, clusters, sums, keep, drop)
        clusters[keep] += clusters.pop(drop)
        mine = sizes[keep] = mine + sizes.pop(drop)
        for other, total in totals.items():
            sums[other][keep] = total
            size = mine * sizes[other]
            if total >= MERGE * size - BITS:
                one, two = (keep, other) if keep < other else (other, keep)
                heappush(heap, (-round(total / size, 9), one, two, sizes[one], sizes[two]))
    return clusters.values()


def _merged(
    twins: Twins,
    clusters: Mapping[int, tuple[int, ...]],
    sums: dict[int, dict[int, float]],
    keep: int,
    drop: int,
) -> dict[int, float]:
    """The summed similarities of the two clusters to every other that a link leads to and none forbids."""
    one, two = sums.pop(keep), sums.pop(drop)
    totals = {}
    for other in (one.keys() | two.keys()) - {keep, drop}:
        around = sums[other]
        mine = around.pop(keep) if keep in around else twins.total(clusters[keep], clusters[other])
        its = around.pop(drop) if drop in around else twins.total(clusters[drop], clusters[other])
        if mine is not None and its is not None:
            totals[other] = mine + its
    return totals


def _pair(one: str, two: str) -> Edge:
    return (one, two) if one < two else (two, one)


def _inside(members: tuple[str, ...], links: Mapping[Edge, Echo]) -> tuple[Echo, ...]:
    return tuple(links[pair] for pair in combinations(members, 2) if pair in links)


def _shown(members: tuple[str, ...], twins: Twins) -> Iterator[Edge]:
    """The pairs of claims whose reasons a group shows."""
    first: dict[int, str] = {}
    for claim_id in members:
        at = twins.of[claim_id]
        if at in first:
            yield first[at], claim_id
        first.setdefault(at, claim_id)
    for at, claim_id in first.items():
        others = [other for other in first if other != at]
        if len(first) > _SHOWN:
            others.sort(key=lambda other: (-(twins.similarity(at, other) or 0.0), other))
            del others[_BEST:]
        yield from (_pair(claim_id, first[other]) for other in others)


def _reasons(members: tuple[str, ...], twins: Twins) -> Iterator[Echo]:
    """The links inside a group that it shows."""
    if len(members) == 1:
        return
    held = {claim_id: twins.profile(claim_id) for claim_id in members}
    for left, right in sorted(set(_shown(members, twins))):
        echo = weigh(held[left], held[right])
        if echo is not None and echo.similarity >= LINK:
            yield echo


def _group(members: tuple[str, ...], echoes: tuple[Echo, ...]) -> EchoGroup:
    return EchoGroup(content_id("group", *members), members, echoes)
