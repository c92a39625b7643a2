"""Claims that are alike in everything but the page, compared as one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import product

import numpy as np

from trendechos.echoes.features import PAGE, SAME_PAGE
from trendechos.echoes.keys import keys
from trendechos.echoes.profile import Profile, profile, signature
from trendechos.echoes.score import Block, Row, Scores
from trendechos.records import Claim, Report

# Equal sums in another order differ by no more.
_BITS = 1e-9


class Twins:
    """Sets of claims that are alike in everything but the page; similarities worked out once a pair.

    A set goes by its lowest signature. It has one row an outlet, since only the outlet still tells
    twins apart, and knows on which pages and in which attributions they stand.
    """

    def __init__(self, claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> None:
        """Profiles every claim once."""
        self.of: dict[str, str] = {}
        self.members: dict[str, list[str]] = {}
        self._claims = claims
        self._scores = Scores()
        self._rows: dict[str, dict[str, Row]] = {}
        self._credits: dict[str, frozenset[str]] = {}
        self._pages: dict[str, dict[str, set[str]]] = {}
        self._known: dict[tuple[str, str], float | None] = {}
        for claim_id in sorted(claims):
            claim = claims[claim_id]
            made = profile(claim, reports.get(claim.report_id))
            self._add(claim_id, claim, made, signature(made))

    def _add(self, claim_id: str, claim: Claim, made: Profile, name: str) -> None:
        self.of[claim_id] = name
        self.members.setdefault(name, []).append(claim_id)
        rows = self._rows.setdefault(name, {})
        if made.outlet not in rows:
            rows[made.outlet] = self._scores.row(made)
        self._credits.setdefault(name, credited(claim, made))
        self._pages.setdefault(name, {}).setdefault(claim.version_id, set()).add(claim.attribution_id)

    @property
    def names(self) -> tuple[str, ...]:
        """The sets, in order."""
        return tuple(sorted(self.members))

    def edges(self, least: float) -> Iterator[tuple[str, str]]:
        """The pairs of sets that share a key and are at least so like, each once, in order."""
        names = self.names
        held = [keys(self._claims[self.members[name][0]]) for name in names]
        shelves: dict[str, list[int]] = {}
        for at, some in enumerate(held):
            for key in some:
                shelves.setdefault(key, []).append(at)
        shared = {key: np.array(shelf) for key, shelf in shelves.items() if len(shelf) > 1}
        # Who credits an outlet may be like another through it and is compared alone; for all others the page's
        # own outlet makes no difference.
        scores = Scores()
        first = (next(iter(self._rows[name].values())).profile for name in names)
        block = Block(scores, [scores.row(replace(one, outlet="", routes=frozenset())) for one in first])
        routed = np.array([bool(self._credits[name]) for name in names])
        for at, some in enumerate(held):
            near = [
                shelf[np.searchsorted(shelf, at + 1) :]
                for key in some
                if (shelf := shared.get(key)) is not None
            ]
            others = np.unique(np.concatenate(near)) if near else np.empty(0, np.intp)
            plain = others[~(routed[others] | routed[at])]
            likes = block.similarities(at, plain)
            alike = likes >= least - _BITS
            for other, like in zip(plain[alike].tolist(), likes[alike].tolist(), strict=True):
                self._known[names[at], names[other]] = self._paged(names[at], names[other], like)
            for other in np.sort(np.concatenate((plain[alike], np.setdiff1d(others, plain)))).tolist():
                found = self.similarity(names[at], names[other])
                if found is not None and found >= least:
                    yield names[at], names[other]

    def similarity(self, left: str, right: str) -> float | None:
        """The similarity of the likest two members, or None when a feature forbids every pair."""
        pair = (left, right) if left < right else (right, left)
        if pair not in self._known:
            self._known[pair] = self._weigh(*pair)
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

    def _weigh(self, left: str, right: str) -> float | None:
        rows, others = self._rows[left], self._rows[right]
        if len(rows) == len(others) == 1:
            best = self._scores.similarity(next(iter(rows.values())), next(iter(others.values())))
        else:
            named = self._credits[left] | self._credits[right]
            found = [
                similarity
                for one, two in product(_telling(rows, named), _telling(others, named))
                if (similarity := self._scores.similarity(one, two)) is not None
            ]
            best = max(found) if found else None
        return None if best is None else self._paged(left, right, best)

    def _paged(self, left: str, right: str, best: float) -> float | None:
        """The similarity with what the pages on which both stand take from it."""
        pages = self._pages[left].keys() & self._pages[right].keys()
        if any(self._pages[left][page] & self._pages[right][page] for page in pages):
            return None
        return round(best + (PAGE.weight * SAME_PAGE if pages else 0.0), 9)


def credited(claim: Claim, made: Profile) -> frozenset[str]:
    """The outlets that a claim credits, whichever page it stands on."""
    own = {made.outlet} - {link for link in made.routes if claim.chain or claim.speaker.kind == "outlet"}
    return made.routes - own


def _telling(rows: Mapping[str, Row], named: frozenset[str]) -> list[Row]:
    """A row of every outlet that somebody credits, and of two more: the outlets nobody credits are alike."""
    told = [outlet for outlet in rows if outlet in named]
    rest = sorted(outlet for outlet in rows if outlet not in named)[:2]
    return [rows[outlet] for outlet in (*told, *rest)]
