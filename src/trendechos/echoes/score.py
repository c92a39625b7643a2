"""Similarities of many claims: each feature measured once for each pair of what it reads."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from trendechos.echoes.features import APART, CLASS, SAME_SAID, Finding, Named
from trendechos.echoes.profile import Profile

Floats = npt.NDArray[np.float64]
Places = npt.NDArray[np.intp]
_Table = tuple[dict[int, float | None], Callable[[Profile, Profile], Finding], float, bool]


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """A profile with a number for what each feature of `Scores` reads of it."""

    profile: Profile
    ids: tuple[int, ...]


class Scores:
    """The weighted sum of features for pairs of rows, the same as `features.findings` gives without details.

    Claims of one situation repeat speakers, days, figures and places, so that most agreements are
    looked up. Words are compared each time.
    """

    def __init__(self, features: tuple[Named, ...] = APART) -> None:
        """Nothing known yet."""
        self._read = tuple(named.reads for named in features if named.reads is not None)
        self._direct = tuple((named.measure, named.weight) for named in features if named.reads is None)
        self._ids: tuple[dict[Hashable, int], ...] = tuple({} for _ in self._read)
        self._tables: tuple[_Table, ...] = tuple(
            ({}, named.measure, named.weight, named.vetoes) for named in features if named.reads is not None
        )

    def row(self, profile: Profile) -> Row:
        """The profile ready for comparison."""
        read = zip(self._read, self._ids, strict=True)
        return Row(profile, tuple(ids.setdefault(reads(profile), len(ids)) for reads, ids in read))

    def similarity(self, left: Row, right: Row) -> float | None:
        """The weighted sum over all features, or None as soon as one forbids the link."""
        total = 0.0
        for table, one, two in zip(self._tables, left.ids, right.ids, strict=True):
            part = _look_up(table, one, two, left, right)
            if part is None:
                return None
            total += part
        for measure, weight in self._direct:
            total += measure(left.profile, right.profile)[0] * weight
        return total

    def part(self, at: int, left: Row, right: Row) -> float:
        """What the looked-up feature number `at` adds, minus infinity where it forbids the link."""
        part = _look_up(self._tables[at], left.ids[at], right.ids[at], left, right)
        return -np.inf if part is None else part

    @property
    def sizes(self) -> tuple[int, ...]:
        """How many readings each looked-up feature has seen."""
        return tuple(map(len, self._ids))


def _look_up(table: _Table, one: int, two: int, left: Row, right: Row) -> float | None:
    known, measure, weight, vetoes = table
    pair = one << 32 | two if one < two else two << 32 | one
    if pair not in known:
        agreement = measure(left.profile, right.profile)[0]
        known[pair] = None if vetoes and agreement <= -1 else agreement * weight
    return known[pair]


class Block:
    """Rows compared with many others at a time; gives what `Scores.similarity` gives, as an array."""

    def __init__(self, scores: Scores, rows: Sequence[Row]) -> None:
        """The rows as arrays of numbers, words padded to the longest."""
        self._scores, self._rows = scores, rows
        self._ids = np.array([row.ids for row in rows], np.intp).reshape(len(rows), len(scores.sizes))
        self._weights = {named.name: named.weight for named in APART if named.reads is None}
        profiles = [row.profile for row in rows]
        self._content = _Words(
            [profile.content for profile in profiles], lambda word: CLASS if word.isupper() else 1.0
        )
        self._wording = _Words([profile.wording for profile in profiles], lambda _: 1.0)
        # By reading: what the feature adds against every other reading, not a number where not yet measured.
        self._known: tuple[dict[int, Floats], ...] = tuple({} for _ in scores.sizes)

    def similarities(self, at: int, others: Places) -> Floats:
        """The similarity of row `at` to each of the others, minus infinity where a feature forbids it."""
        total = np.zeros(len(others))
        open_at = np.arange(len(others))
        for feature in range(len(self._known)):
            total[open_at] += self._parts(feature, at, others[open_at])
            open_at = open_at[total[open_at] > -np.inf]
        left = others[open_at]
        shared, one, two = self._content.shared(at, left)
        total[open_at] += self._weights["content"] * _content(shared, one, two)
        shared, one, two = self._wording.shared(at, left)
        total[open_at] += self._weights["wording"] * shared / np.maximum(np.minimum(one, two), 1.0)
        return total

    def _parts(self, feature: int, at: int, others: Places) -> Floats:
        mine = int(self._ids[at, feature])
        known = self._known[feature]
        if mine not in known:
            known[mine] = np.full(self._scores.sizes[feature], np.nan)
        line = known[mine]
        readings = self._ids[others, feature]
        missing = np.flatnonzero(np.isnan(line[readings]))
        if len(missing):
            new, first = np.unique(readings[missing], return_index=True)
            left, some = self._rows[at], others[missing[first]].tolist()
            line[new] = [self._scores.part(feature, left, self._rows[other]) for other in some]
        parts: Floats = line[readings]
        return parts


def _content(both: Floats, one: float, two: Floats) -> Floats:
    """`features.content` for many: the same formula over arrays."""
    share = np.maximum(2 * both / (one + two + 1), 0.75 * both / (np.minimum(one, two) + 1))
    agreement = np.where(share < SAME_SAID, 2 * share - 0.3, 1.0)
    found: Floats = np.where(np.minimum(one, two) == 0, 0.0, agreement)
    return found


class _Words:
    """Sets of words as padded lines of numbers, with what each word weighs."""

    def __init__(self, sets: Sequence[Iterable[str]], weigh: Callable[[str], float]) -> None:
        numbers: dict[str, int] = {}
        lines = [[numbers.setdefault(word, len(numbers) + 1) for word in sorted(words)] for words in sets]
        self._lines = np.zeros((len(lines), max(map(len, lines), default=0)), np.int32)
        for place, line in enumerate(lines):
            self._lines[place, : len(line)] = line
        self._weights = np.array([0.0, *map(weigh, numbers)])
        self._mass = self._weights[self._lines].sum(axis=1)
        self._mark = np.zeros(len(self._weights))

    def shared(self, at: int, others: Places) -> tuple[Floats, float, Floats]:
        """What the words of `at` and each of the others weigh together, alone, and alone."""
        mine = self._lines[at]
        self._mark[mine] = self._weights[mine]
        shared: Floats = self._mark[self._lines[others]].sum(axis=1)
        self._mark[mine] = 0.0
        return shared, float(self._mass[at]), self._mass[others]
