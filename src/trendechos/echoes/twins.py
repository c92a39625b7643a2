"""Claims that are alike in everything but the page, compared as one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product

import numpy as np

from trendechos.echoes.compare import LINK
from trendechos.echoes.features import PAGE, SAME_PAGE
from trendechos.echoes.keys import keys_of
from trendechos.echoes.nearby import nearby
from trendechos.echoes.profile import Profile, credited, profile, signature
from trendechos.echoes.score import BITS, Block, Row, Scores
from trendechos.records import Claim, Report

# By set those that it is linked to, with their similarity, None where something forbids it.
Near = list[dict[int, float | None]]


class Twins:
    """Sets of claims that are alike in everything but the page; similarities worked out when asked for.

    Sets go by number, in order of their signatures. Each has one row an outlet that somebody credits, and one
    for all others, since no feature tells these apart.
    """

    def __init__(self, claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> None:
        """Profiles every claim once."""
        self._claims, self._reports = claims, reports
        self._named = frozenset(outlet for claim in claims.values() for outlet in credited(claim))
        self._scores = Scores()
        sets: dict[str, list[str]] = {}
        rows: dict[str, dict[str, Row]] = {}
        for claim_id in sorted(claims):
            made = self._profile(claim_id)
            name = signature(made)
            sets.setdefault(name, []).append(claim_id)
            by_outlet = rows.setdefault(name, {})
            if made.outlet not in by_outlet:
                by_outlet[made.outlet] = self._scores.row(made)
        self.members = [sets[name] for name in sorted(sets)]
        self.of = {claim_id: at for at, ids in enumerate(self.members) for claim_id in ids}
        self._rows = [tuple(rows[name].values()) for name in sorted(sets)]
        self._known: dict[int, float | None] = {}
        self._pages: dict[int, dict[str, dict[str, str]]] = {}
        self._page = list(map(self._only_page, self.members))

    def profile(self, claim_id: str) -> Profile:
        """The claim as compared."""
        rows = self._rows[self.of[claim_id]]
        held = (row.profile for row in rows if row.profile.claim.claim_id == claim_id)
        return next(held, None) or self._profile(claim_id)

    def _profile(self, claim_id: str) -> Profile:
        claim = self._claims[claim_id]
        return profile(claim, self._reports.get(claim.report_id), known=self._named)

    def links(self, least: float) -> Near:
        """For each set those that share a key and of which two members are at least so like, pages apart.

        Each with the similarity of the sets: None where a feature or a page forbids it. Similarities down
        to LINK are kept meanwhile: clusters ask for most of them.
        """
        found: Near = [{} for _ in self.members]
        profiles = [rows[0].profile for rows in self._rows]
        block = Block(self._scores, [rows[0] for rows in self._rows])
        numbers: dict[str, int] = {"": -1}
        pages = np.array([numbers.setdefault(page, len(numbers)) for page in self._page])
        several = np.array([len(rows) > 1 for rows in self._rows], bool)
        for left, right in nearby(profiles, map(keys_of, profiles)):
            likes = block.similarities(left, right, least=LINK)
            apart = several[left] | several[right]
            likes[apart] = np.inf
            kept = np.flatnonzero(likes >= LINK - BITS)
            ones, twos, likes = left[kept], right[kept], np.round(likes[kept], 9)
            asked = (pages[ones] == pages[twos]) | (pages[ones] < 0) | (pages[twos] < 0) | apart[kept]
            codes = ones * len(self.members) + twos
            self._known.update(zip(codes[~asked].tolist(), likes[~asked].tolist(), strict=True))
            strong = likes >= least - BITS
            columns = (column[strong].tolist() for column in (ones, twos, likes, asked))
            for one, two, like, alone in zip(*columns, strict=True):
                if like == np.inf and (self._likeness(one, two) or 0.0) < least - BITS:
                    continue
                found[one][two] = found[two][one] = self.similarity(one, two) if alone else like
        return found

    def similarity(self, left: int, right: int) -> float | None:
        """The similarity of the likest two members, or None when a feature forbids every pair."""
        pair = left * len(self.members) + right if left < right else right * len(self.members) + left
        if pair not in self._known:
            best = self._likeness(left, right)
            self._known[pair] = None if best is None else self._paged(left, right, best)
        return self._known[pair]

    def total(self, left: Sequence[int], right: Sequence[int]) -> float | None:
        """The summed similarity over the cross pairs, or None when one of them is forbidden."""
        total = 0.0
        for one, two in product(left, right):
            similarity = self.similarity(one, two)
            if similarity is None:
                return None
            total += similarity
        return total

    def _likeness(self, left: int, right: int) -> float | None:
        """The similarity of the likest two members, pages apart, or None when a feature forbids every pair."""
        ones, others = self._rows[left], self._rows[right]
        if len(ones) == len(others) == 1:
            return self._scores.similarity(ones[0], others[0])
        found = (self._scores.similarity(one, two) for one, two in product(ones, others))
        return max((similarity for similarity in found if similarity is not None), default=None)

    def _paged(self, left: int, right: int, best: float) -> float | None:
        """The similarity with what the pages on which both stand take from it."""
        if self._page[left] != self._page[right] and self._page[left] and self._page[right]:
            return round(best, 9)
        one, two = self._on_pages(left), self._on_pages(right)
        pages = one.keys() & two.keys()
        if any(one[page].keys() & two[page].keys() for page in pages):
            return None
        # The least that a page takes, as for the likest two members.
        apart = min((set(one[page].values()) == set(two[page].values()) for page in pages), default=False)
        return round(best + (PAGE.weight * SAME_PAGE if apart else 0.0), 9)

    def _only_page(self, members: Sequence[str]) -> str:
        """The page of a set that stands on one only, else an empty string."""
        pages = {self._claims[claim_id].version_id for claim_id in members}
        return pages.pop() if len(pages) == 1 else ""

    def _on_pages(self, at: int) -> dict[str, dict[str, str]]:
        """By page the attributions in which members of the set stand, each with its field."""
        if at not in self._pages:
            pages = self._pages[at] = {}
            for claim in (self._claims[claim_id] for claim_id in self.members[at]):
                pages.setdefault(claim.version_id, {})[claim.attribution_id] = claim.span.field
        return self._pages[at]
