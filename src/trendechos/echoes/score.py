"""Similarities of many claims: each feature measured once for each pair of what it reads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Sequence
from dataclasses import dataclass
from itertools import count
from typing import NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt

from trendechos.echoes.features import (
    APART,
    MOST,
    SAME_SAID,
    SAME_TOLD,
    STRANGE,
    Named,
    openness,
    restated,
    silence,
    told_of_others,
)
from trendechos.echoes.numbers import figures
from trendechos.echoes.profile import CLASS, Profile

Floats = npt.NDArray[np.float64]
Places = npt.NDArray[np.intp]
Word = TypeVar("Word", str, int)


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """A profile with a number for what each feature of `Scores` reads of it."""

    profile: Profile
    ids: tuple[int, ...]


class _Table(NamedTuple):
    """A looked-up feature with what it adds for each pair of readings met so far."""

    named: Named
    known: dict[int, float | None]


class Scores:
    """The weighted sum of features for pairs of rows, the same as `features.findings` gives without details.

    Claims of one situation repeat speakers, days, figures and places, so that most agreements are
    looked up. Words are compared each time.
    """

    def __init__(self, features: tuple[Named, ...] = APART) -> None:
        """Nothing known yet."""
        self._direct = tuple(
            (named.agree, named.weight, named.vetoes) for named in features if named.agree is not None
        )
        read = [(named, named.reads) for named in features if named.reads is not None]
        self._ids: tuple[tuple[Callable[[Profile], Hashable], dict[Hashable, int]], ...] = tuple(
            (reads, {}) for _, reads in read
        )
        self._tables = tuple(_Table(named, {}) for named, _ in read)

    def row(self, profile: Profile) -> Row:
        """The profile ready for comparison."""
        return Row(profile, tuple(ids.setdefault(reads(profile), len(ids)) for reads, ids in self._ids))

    def similarity(self, left: Row, right: Row) -> float | None:
        """The weighted sum over all features, or None as soon as one forbids the link."""
        total = 0.0
        for table, one, two in zip(self._tables, left.ids, right.ids, strict=True):
            part = _part(table, one, two, left, right)
            if part is None:
                return None
            total += part
        for agree, weight, vetoes in self._direct:
            agreement = agree(left.profile, right.profile)
            if vetoes and agreement <= -1:
                return None
            total += agreement * weight
        return total

    def part(self, at: int, left: Row, right: Row) -> float:
        """What the looked-up feature number `at` adds, minus infinity where it forbids the link."""
        part = _part(self._tables[at], left.ids[at], right.ids[at], left, right)
        return -np.inf if part is None else part

    @property
    def weights(self) -> tuple[float, ...]:
        """The most that each looked-up feature can add."""
        return tuple(table.named.weight for table in self._tables)

    @property
    def sizes(self) -> tuple[int, ...]:
        """How many readings each looked-up feature has seen."""
        return tuple(len(ids) for _, ids in self._ids)

    @property
    def joint(self) -> tuple[bool, ...]:
        """Which looked-up features read something of two profiles together."""
        return tuple(table.named.joint is not None for table in self._tables)


def _part(table: _Table, one: int, two: int, left: Row, right: Row) -> float | None:
    """What a feature adds for a pair of readings, noted in its table; None where it forbids the link."""
    named, known = table
    pair = one << 32 | two if one < two else two << 32 | one
    if named.joint is not None and named.joint(left.profile, right.profile):
        pair = ~pair
    if pair not in known:
        agreement = named.measure(left.profile, right.profile)[0]
        known[pair] = None if named.vetoes and agreement <= -1 else agreement * named.weight
    return known[pair]


# Readings of a feature up to this number have a table of all their pairs (8 bytes each).
_TABLE = 1 << 11
# Sums of the same parts in another order differ by no more.
BITS = 1e-9


class Block:
    """Rows compared many pairs at a time; gives what `Scores.similarity` gives, as an array."""

    def __init__(self, scores: Scores, rows: Sequence[Row]) -> None:
        """The rows as arrays of numbers, words padded to the longest."""
        self._scores, self._rows = scores, rows
        self._ids = np.array([row.ids for row in rows], np.intp).reshape(len(rows), len(scores.sizes))
        self._weights = {named.name: named.weight for named in APART if named.reads is None}
        profiles = [row.profile for row in rows]
        self._content = _Words(
            [profile.content for profile in profiles], lambda word: CLASS if word.isupper() else 1.0
        )
        self._silence = np.array([silence(profile) for profile in profiles])
        self._openness = np.array([openness(profile) for profile in profiles])
        self._names = np.array([bool(profile.names) for profile in profiles], bool)
        self._figures = [figures(profile.claim.quantities) for profile in profiles]
        self._telling = np.array(list(map(bool, self._figures)), bool)
        self._wording = _Words([profile.wording for profile in profiles], lambda _: 1.0)
        self._tables = tuple(
            np.full((1 + joint) * size * size, np.nan) if size <= _TABLE else None
            for size, joint in zip(scores.sizes, scores.joint, strict=True)
        )

    def similarities(self, left: Places, right: Places, *, least: float = -np.inf) -> Floats:
        """The similarity of each pair of places; minus infinity where one is forbidden or below `least`.

        Fastest where pairs with one left place stand together.
        """
        found = np.full(len(left), -np.inf)
        at = np.arange(len(left))
        total = np.zeros(len(left))
        for feature in range(len(self._tables)):
            total += self._parts(feature, left, right)
            # What words can still add lifts no pair from further below.
            held = np.flatnonzero(total >= least - self._open(feature) - BITS)
            if len(held) < len(total):
                at, total, left, right = at[held], total[held], left[held], right[held]
        shared, one, two = self._content.shared(left, right)
        silent = np.maximum(self._silence[left], self._silence[right])
        silent = np.maximum(silent, np.minimum(self._openness[left], self._openness[right]))
        content = _content(shared, one, two, silent)
        total += self._weights["content"] * content
        told = (content > SAME_TOLD) & self._names[left] & self._names[right]
        for place in np.flatnonzero(told).tolist():
            if told_of_others(self._rows[left[place]].profile, self._rows[right[place]].profile):
                total[place] = -np.inf
        held = np.flatnonzero(total >= least - self._weights["wording"] - BITS)
        at, total, left, right = at[held], total[held], left[held], right[held]
        shared, one, two = self._wording.shared(left, right)
        total += self._weights["wording"] * shared / np.maximum(np.minimum(one, two), 1.0)
        kept = total >= least - BITS
        found[at[kept]] = total[kept]
        return found

    def _open(self, feature: int) -> float:
        """The most that the features after this one can add."""
        return sum(self._scores.weights[feature + 1 :]) + sum(self._weights.values())

    def _parts(self, feature: int, left: Places, right: Places) -> Floats:
        one, two = self._ids[left, feature], self._ids[right, feature]
        size = self._scores.sizes[feature]
        pairs = np.minimum(one, two) * size + np.maximum(one, two)
        if self._scores.joint[feature]:
            pairs[self._restated(left, right)] += size * size
        table = self._tables[feature]
        if table is None:
            new, first, back = np.unique(pairs, return_index=True, return_inverse=True)
            return self._measured(feature, left[first], right[first])[back]
        missing = np.flatnonzero(np.isnan(table[pairs]))
        if len(missing):
            new, first = np.unique(pairs[missing], return_index=True)
            table[new] = self._measured(feature, left[missing[first]], right[missing[first]])
        parts: Floats = table[pairs]
        return parts

    def _restated(self, left: Places, right: Places) -> list[int]:
        """Which of the pairs give one figure again."""
        both = np.flatnonzero(self._telling[left] & self._telling[right])
        places = zip(both.tolist(), left[both].tolist(), right[both].tolist(), strict=True)
        return [
            at
            for at, one, two in places
            if not self._figures[one].isdisjoint(self._figures[two])
            and restated(self._rows[one].profile, self._rows[two].profile)
        ]

    def _measured(self, feature: int, left: Places, right: Places) -> Floats:
        rows, part = self._rows, self._scores.part
        places = zip(left.tolist(), right.tolist(), strict=True)
        return np.array([part(feature, rows[one], rows[two]) for one, two in places], np.float64)


def _content(both: Floats, one: Floats, two: Floats, silent: Floats) -> Floats:
    """`features.content` for many: the same formula over arrays."""
    least = np.minimum(one, two)
    share = np.maximum(2 * both / (one + two + 1), 0.75 * both / (least + 1))
    against = np.minimum(MOST, STRANGE + silent * least)
    agreement = np.minimum(1.0, (1 + against) * share / SAME_SAID - against)
    found: Floats = np.where(least == 0, np.where(silent > 0, -STRANGE, 0.0), agreement)
    return found


# Words marked, and looked up, at a time: 16 megabytes.
_CELLS = 1 << 21


class _Words:
    """Sets of words as padded lines of numbers, with what each word weighs."""

    def __init__(self, sets: Sequence[Collection[Word]], weigh: Callable[[Word], float]) -> None:
        numbers: defaultdict[Word, int] = defaultdict(count(1).__next__)
        every = np.array([numbers[word] for words in sets for word in words], np.int32)
        sizes = np.array(list(map(len, sets)), np.intp)
        # One column a set: sums over the first axis are the fast ones.
        self._lines = np.zeros((int(sizes.max(initial=0)), len(sets)), np.int32)
        owners = np.repeat(np.arange(len(sets)), sizes)
        self._lines[np.arange(len(every)) - (np.cumsum(sizes) - sizes)[owners], owners] = every
        self._weights = np.array([0.0, *map(weigh, numbers)])
        self._mass = self._weights[self._lines].sum(axis=0)
        self._mark = np.zeros((max(1, _CELLS // len(self._weights)), len(self._weights)))

    def shared(self, left: Places, right: Places) -> tuple[Floats, Floats, Floats]:
        """What the words of each pair weigh together, those of the left alone and those of the right."""
        shared = np.zeros(len(left))
        mark, lines, weights = self._mark, self._lines, self._weights
        # The left words of some pairs are marked, each set in a row of its own, and looked up by the right.
        rows = np.cumsum(np.diff(left, prepend=left[:1]) != 0)
        start, most = 0, max(1, _CELLS // max(1, len(lines)))
        while start < len(left):
            end = min(start + most, int(np.searchsorted(rows, rows[start] + len(mark))))
            row, first = np.unique(rows[start:end] - rows[start], return_index=True)
            mine = lines[:, left[start:end][first]]
            mark[row, mine] = weights[mine]
            shared[start:end] = mark[rows[start:end] - rows[start], lines[:, right[start:end]]].sum(axis=0)
            mark[row, mine] = 0.0
            start = end
        return shared, self._mass[left], self._mass[right]
