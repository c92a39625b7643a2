"""Claims that are alike in everything but the page, compared as one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

import numpy as np

from trendechos.echoes.compare import LINK
from trendechos.echoes.features import PAGE, SAME_PAGE
from trendechos.echoes.keys import keys_of
from trendechos.echoes.nearby import nearby
from trendechos.echoes.profile import Profile, credited, profile, signature
from trendechos.echoes.score import BITS, Block, Row, Scores
from trendechos.records import Claim, Report


class Twins:
    """Sets of claims that are alike in everything but the page; similarities worked out when asked for.

    A set goes by its lowest signature. It has one row an outlet that somebody credits, and one for all
    others, since no feature tells these apart; and it knows on which pages and in which attributions its
    members stand.
    """

    def __init__(self, claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> None:
        """Profiles every claim once."""
        self.of: dict[str, str] = {}
        self.members: dict[str, list[str]] = {}
        self._claims, self._reports = claims, reports
        self._scores = Scores()
        self._rows: dict[str, dict[str, Row]] = {}
        self._pages: dict[str, dict[str, dict[str, str]]] = {}
        self._known: dict[tuple[str, str], float | None] = {}
        self._named = frozenset(outlet for claim in claims.values() for outlet in credited(claim))
        for claim_id in sorted(claims):
            claim = claims[claim_id]
            self._add(claim_id, profile(claim, reports.get(claim.report_id), known=self._named))

    def _add(self, claim_id: str, made: Profile) -> None:
        name = signature(made)
        self.of[claim_id] = name
        self.members.setdefault(name, []).append(claim_id)
        rows = self._rows.setdefault(name, {})
        if made.outlet not in rows:
            rows[made.outlet] = self._scores.row(made)
        claim = made.claim
        page = self._pages.setdefault(name, {}).setdefault(claim.version_id, {})
        page[claim.attribution_id] = claim.span.field

    def profile(self, claim_id: str) -> Profile:
        """The claim as compared."""
        rows = self._rows[self.of[claim_id]].values()
        held = next((row.profile for row in rows if row.profile.claim.claim_id == claim_id), None)
        claim = self._claims[claim_id]
        return held or profile(claim, self._reports.get(claim.report_id), known=self._named)

    @property
    def names(self) -> tuple[str, ...]:
        """The sets, in order."""
        return tuple(sorted(self.members))

    def links(self, least: float) -> Iterator[tuple[str, str, float | None]]:
        """The pairs of sets that share a key and of which two members are at least so like, pages apart.

        Each once, with the similarity of the sets: None where a feature or a page forbids it. Similarities
        down to LINK are kept meanwhile: clusters ask for most of them.
        """
        names = self.names
        rows = [next(iter(self._rows[name].values())) for name in names]
        block = Block(self._scores, rows)
        several = np.array([len(self._rows[name]) > 1 for name in names], bool)
        numbers: dict[str, int] = {}
        # Its page, where a set stands on one only.
        pages = np.array(
            [numbers.setdefault(next(iter(some)), len(numbers)) if len(some) == 1 else -1
             for some in (self._pages[name] for name in names)],
        )  # fmt: skip
        profiles = [row.profile for row in rows]
        held = (keys_of(made) for made in profiles)
        for left, right in nearby(profiles, held):
            likes = block.similarities(left, right, least=LINK)
            apart = several[left] | several[right]
            likes[apart] = np.inf
            kept = np.flatnonzero(likes >= LINK - BITS)
            ones, twos = left[kept], right[kept]
            asked = (pages[ones] == pages[twos]) | (pages[ones] < 0) | (pages[twos] < 0) | apart[kept]
            columns = (ones, twos, np.round(likes[kept], 9), asked)
            for one, two, like, alone in zip(*(column.tolist() for column in columns), strict=True):
                if not alone:
                    self._known[(names[one], names[two])] = like
                if (like if like < np.inf else self._likeness(names[one], names[two]) or 0.0) < least - BITS:
                    continue
                yield names[one], names[two], self.similarity(names[one], names[two]) if alone else like

    def similarity(self, left: str, right: str) -> float | None:
        """The similarity of the likest two members, or None when a feature forbids every pair."""
        pair = (left, right) if left < right else (right, left)
        if pair not in self._known:
            best = self._likeness(*pair)
            self._known[pair] = None if best is None else self._paged(*pair, best)
        return self._known[pair]

    def total(self, left: tuple[str, ...], right: tuple[str, ...]) -> float | None:
        """The summed similarity over the cross pairs, or None when one of them is forbidden."""
        total = 0.0
        for one, two in product(left, right):
            similarity = self.similarity(one, two)
            if similarity is None:
                return None
            total += similarity
        return total

    def _likeness(self, left: str, right: str) -> float | None:
        """The similarity of the likest two members, pages apart, or None when a feature forbids every pair."""
        ones, others = self._rows[left], self._rows[right]
        if len(ones) == len(others) == 1:
            (one,), (other,) = ones.values(), others.values()
            return self._scores.similarity(one, other)
        pairs = product(ones.values(), others.values())
        found = (self._scores.similarity(one, two) for one, two in pairs)
        return max((similarity for similarity in found if similarity is not None), default=None)

    def _paged(self, left: str, right: str, best: float) -> float | None:
        """The similarity with what the pages on which both stand take from it."""
        one, two = self._pages[left], self._pages[right]
        pages = one.keys() & two.keys()
        if any(one[page].keys() & two[page].keys() for page in pages):
            return None
        # The least that a page takes, as for the likest two members.
        apart = min((set(one[page].values()) == set(two[page].values()) for page in pages), default=False)
        return round(best + (PAGE.weight * SAME_PAGE if apart else 0.0), 9)
