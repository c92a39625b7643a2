"""Echoes to groups: claims that repeat one statement by one speaker on one occasion."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import combinations

from trendechos.echoes.compare import LINK, weigh
from trendechos.echoes.score import BITS
from trendechos.echoes.twins import Twins
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
    edges = {
        pair: similarity
        for a, b in links
        if (pair := _pair(twins.of[a], twins.of[b]))[0] != pair[1]
        and (similarity := twins.similarity(*pair)) is not None
        and similarity >= MERGE - BITS
    }
    return tuple(_group(members, _inside(members, links)) for members in _members(twins, edges))


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
    links = {(one, two): similarity for one, two, similarity in twins.links(MERGE - BITS)}
    # What two claims of one page lose for it may have made a link too weak.
    edges = {
        pair: similarity for pair, similarity in links.items()
        if similarity is not None and similarity >= MERGE - BITS
    }  # fmt: skip
    groups = tuple(_group(members, tuple(_reasons(members, twins))) for members in _members(twins, edges))
    return Joined(groups, tuple(_lines(twins, links)))


def _lines(twins: Twins, links: Iterable[Edge]) -> Iterator[frozenset[str]]:
    """The claims of all sets of twins that links connect."""
    near: dict[str, list[str]] = {name: [] for name in twins.members}
    for one, two in links:
        near[one].append(two)
        near[two].append(one)
    while near:
        reached, edge = set[str](), [next(iter(near))]
        while edge:
            name = edge.pop()
            if name in near:
                edge += near.pop(name)
                reached.update(twins.members[name])
        yield frozenset(reached)


def _members(twins: Twins, edges: Mapping[Edge, float]) -> list[tuple[str, ...]]:
    return sorted(
        tuple(sorted(claim for name in names for claim in twins.members[name]))
        for names in _clusters(twins, edges)
    )


def _clusters(twins: Twins, edges: Mapping[Edge, float]) -> Iterable[tuple[str, ...]]:
    """Sets of twins, the likest two of all clusters that an edge joins made one until none are like enough."""
    number = {name: at for at, name in enumerate(twins.names)}
    clusters: dict[int, tuple[str, ...]] = {at: (name,) for name, at in number.items()}
    # By cluster and cluster that an edge leads to, the summed similarity of all their pairs.
    near: dict[int, dict[int, float]] = {}
    heap: list[tuple[float, int, int, int, int]] = []
    for (first, second), total in edges.items():
        one, two = number[first], number[second]
        near.setdefault(one, {})[two] = near.setdefault(two, {})[one] = total
        if total >= MERGE:
            heap.append((-round(total, 9), min(one, two), max(one, two), 1, 1))
    heapify(heap)
    while heap:
        _, keep, drop, *sizes = heappop(heap)
        if [len(clusters.get(at, ())) for at in (keep, drop)] != sizes:
            continue
        totals = _merged(twins, clusters, near, keep, drop)
        clusters[keep] += clusters.pop(drop)
        near[keep] = totals
        mine = len(clusters[keep])
        for other, total in totals.items():
            near[other][keep] = total
            size = mine * len(clusters[other])
            if total >= MERGE * size - BITS:
                one, two = (keep, other) if keep < other else (other, keep)
                heappush(heap, (-round(total / size, 9), one, two, len(clusters[one]), len(clusters[two])))
    return clusters.values()


def _merged(
    twins: Twins,
    clusters: Mapping[int, tuple[str, ...]],
    near: dict[int, dict[int, float]],
    keep: int,
    drop: int,
) -> dict[int, float]:
    """The summed similarities of the two clusters to every other that an edge leads to and none forbids."""
    one, two = near.pop(keep), near.pop(drop)
    totals = {}
    for other in (one.keys() | two.keys()) - {keep, drop}:
        around = near[other]
        sums = [
            around.pop(at) if at in around else twins.total(clusters[at], clusters[other])
            for at in (keep, drop)
        ]
        if sums[0] is not None and sums[1] is not None:
            totals[other] = sums[0] + sums[1]
    return totals


def _pair(one: str, two: str) -> Edge:
    return (one, two) if one < two else (two, one)


def _inside(members: tuple[str, ...], links: Mapping[Edge, Echo]) -> tuple[Echo, ...]:
    return tuple(links[pair] for pair in combinations(members, 2) if pair in links)


def _shown(members: tuple[str, ...], twins: Twins) -> Iterator[Edge]:
    """The pairs of claims whose reasons a group shows."""
    first: dict[str, str] = {}
    for claim_id in members:
        if twins.of[claim_id] in first:
            yield first[twins.of[claim_id]], claim_id
        first.setdefault(twins.of[claim_id], claim_id)
    names = sorted(first)
    for name in names:
        others = [other for other in names if other != name]
        if len(names) > _SHOWN:
            others.sort(key=lambda other: (-(twins.similarity(name, other) or 0.0), other))
            del others[_BEST:]
        yield from (_pair(first[name], first[other]) for other in others)


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
