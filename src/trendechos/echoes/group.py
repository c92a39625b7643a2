"""Echoes to groups: claims that repeat one statement by one speaker on one occasion."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from trendechos.echoes.features import APART, PAGE, SAME_PAGE, findings
from trendechos.echoes.profile import Profile, profile, signature
from trendechos.records import Claim, Echo, EchoGroup, Report
from trendechos.records.codec import content_id

# Mean similarity over all pairs of two clusters that lets them become one: best B-cubed F1 on the development
# gold between 0.35 and 0.45.
MERGE = 0.40


def group(
    claims: Mapping[str, Claim], echoes: Iterable[Echo], *, reports: Mapping[str, Report] | None = None
) -> tuple[EchoGroup, ...]:
    """Every claim in exactly one group, groups in order of id; the order of the input makes no difference.

    Average-link clustering along the echoes, strongest first; two clusters never become one when a
    feature forbids any pair of them, so that a chain of weak links does not join two occasions. Claims
    that are alike in everything but the page count once, so that copies do not sway the mean.
    """
    links = {(echo.left_id, echo.right_id): echo for echo in echoes}
    twins = _Twins(claims, reports or {})
    clusters: dict[str, tuple[str, ...]] = {name: (name,) for name in twins.names}
    owner = {name: name for name in clusters}
    ordered = sorted(links.values(), key=lambda echo: (-echo.similarity, echo.left_id, echo.right_id))
    edges = list(dict.fromkeys(tuple(sorted((twins.of[e.left_id], twins.of[e.right_id]))) for e in ordered))
    changed = True
    while changed:
        changed = False
        for one, two in edges:
            keep, drop = sorted((owner[one], owner[two]))
            if keep == drop:
                continue
            mean = twins.mean(clusters[keep], clusters[drop])
            if mean is None or mean < MERGE:
                continue
            clusters[keep] += clusters.pop(drop)
            owner.update(dict.fromkeys(clusters[keep], keep))
            changed = True
    found = [
        tuple(sorted(claim for name in names for claim in twins.members[name])) for names in clusters.values()
    ]
    return tuple(_group(members, links) for members in sorted(found))


def _group(members: tuple[str, ...], links: Mapping[tuple[str, str], Echo]) -> EchoGroup:
    inside = [
        links[left, right]
        for at, left in enumerate(members)
        for right in members[at + 1 :]
        if (left, right) in links
    ]
    return EchoGroup(content_id("group", *members), members, tuple(inside))


class _Twins:
    """Claims that are alike in everything but the page, as one; similarities worked out once a pair.

    A set of twins goes by its lowest signature. It has one profile an outlet, since only the outlet
    still tells twins apart, and knows on which pages and in which attributions they stand.
    """

    def __init__(self, claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> None:
        """Profiles every claim once."""
        self.of: dict[str, str] = {}
        self.members: dict[str, list[str]] = {}
        self._profiles: dict[str, dict[str, Profile]] = {}
        self._pages: dict[str, dict[str, set[str]]] = {}
        self._known: dict[tuple[str, str], float | None] = {}
        for claim_id in sorted(claims):
            claim = claims[claim_id]
            made = profile(claim, reports.get(claim.report_id))
            name = signature(made)
            self.of[claim_id] = name
            self.members.setdefault(name, []).append(claim_id)
            self._profiles.setdefault(name, {}).setdefault(made.outlet, made)
            self._pages.setdefault(name, {}).setdefault(claim.version_id, set()).add(claim.attribution_id)

    @property
    def names(self) -> tuple[str, ...]:
        """The sets, in order."""
        return tuple(sorted(self.members))

    def mean(self, left: tuple[str, ...], right: tuple[str, ...]) -> float | None:
        """The mean similarity over the cross pairs, or None when one of them is forbidden."""
        total = 0.0
        for one in left:
            for two in right:
                similarity = self._similarity(*sorted((one, two)))
                if similarity is None:
                    return None
                total += similarity
        return total / (len(left) * len(right))

    def _similarity(self, left: str, right: str) -> float | None:
        if (left, right) not in self._known:
            self._known[left, right] = self._weigh(left, right)
        return self._known[left, right]

    def _weigh(self, left: str, right: str) -> float | None:
        pages = self._pages[left].keys() & self._pages[right].keys()
        if any(self._pages[left][page] & self._pages[right][page] for page in pages):
            return None
        found = [
            sum(feature.weight * feature.agreement for feature in reasons)
            for one in self._profiles[left].values()
            for two in self._profiles[right].values()
            if (reasons := findings(one, two, APART)) is not None
        ]
        return max(found) + (PAGE.weight * SAME_PAGE if pages else 0.0) if found else None
