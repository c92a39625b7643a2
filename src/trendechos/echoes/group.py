"""Echoes to groups: claims that repeat one statement by one speaker on one occasion."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from trendechos.echoes.compare import weigh
from trendechos.echoes.profile import Profile, profile
from trendechos.records import Claim, Echo, EchoGroup, Report
from trendechos.records.codec import content_id

# Mean similarity over all pairs of two clusters that lets them become one.
MERGE = 0.40


def group(
    claims: Mapping[str, Claim], echoes: Iterable[Echo], *, reports: Mapping[str, Report] | None = None
) -> tuple[EchoGroup, ...]:
    """Every claim in exactly one group, groups in order of id; the order of the input makes no difference.

    Average-link clustering inside the connected parts of the echo graph, strongest link first; two
    clusters never become one when a feature forbids any pair of them, so that a chain of weak links
    does not join two occasions.
    """
    links = {(echo.left_id, echo.right_id): echo for echo in echoes}
    weights = _Weights(claims, reports or {})
    clusters: dict[str, tuple[str, ...]] = {claim_id: (claim_id,) for claim_id in sorted(claims)}
    owner = {claim_id: claim_id for claim_id in clusters}
    ordered = sorted(links.values(), key=lambda echo: (-echo.similarity, echo.left_id, echo.right_id))
    changed = True
    while changed:
        changed = False
        for echo in ordered:
            left, right = owner.get(echo.left_id), owner.get(echo.right_id)
            if left is None or right is None or left == right:
                continue
            mean = weights.mean(clusters[left], clusters[right])
            if mean is None or mean < MERGE:
                continue
            keep, drop = sorted((left, right))
            clusters[keep] = tuple(sorted(clusters[keep] + clusters.pop(drop)))
            owner.update(dict.fromkeys(clusters[keep], keep))
            changed = True
    return tuple(_group(members, links) for members in sorted(clusters.values()))


def _group(members: tuple[str, ...], links: Mapping[tuple[str, str], Echo]) -> EchoGroup:
    inside = [
        links[left, right]
        for at, left in enumerate(members)
        for right in members[at + 1 :]
        if (left, right) in links
    ]
    return EchoGroup(content_id("group", *members), members, tuple(inside))


class _Weights:
    """Similarities looked up or worked out once a pair; None forbids."""

    def __init__(self, claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> None:
        """Holds the claims and their reports; profiles are made when first asked for."""
        self._claims = claims
        self._reports = reports
        self._profiles: dict[str, Profile] = {}
        self._known: dict[tuple[str, str], float | None] = {}

    def mean(self, left: tuple[str, ...], right: tuple[str, ...]) -> float | None:
        """The mean similarity over the cross pairs, or None when one of them is forbidden."""
        total = 0.0
        for one in left:
            for two in right:
                pair = (one, two) if one < two else (two, one)
                if pair not in self._known:
                    echo = weigh(self._profile(pair[0]), self._profile(pair[1]))
                    self._known[pair] = None if echo is None else echo.similarity
                similarity = self._known[pair]
                if similarity is None:
                    return None
                total += similarity
        return total / (len(left) * len(right))

    def _profile(self, claim_id: str) -> Profile:
        if claim_id not in self._profiles:
            claim = self._claims[claim_id]
            self._profiles[claim_id] = profile(claim, self._reports.get(claim.report_id))
        return self._profiles[claim_id]
