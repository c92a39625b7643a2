"""Which of many claims can be one statement at all: those that share a key, on days that allow it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from trendechos.echoes.features import LIVE, MEMORY
from trendechos.echoes.keys import FIGURE
from trendechos.echoes.numbers import figures
from trendechos.echoes.profile import Profile, published, said
from trendechos.records import Claim, Report

Places = npt.NDArray[np.intp]

# How a claim stands in time: said on a stated day; told as news of the page's day; told on a page of a day;
# any day, since none is known or the stated time is longer than a day; told as news, looked up by its figure.
_FIXED, _LIVE, _PAGE, _OPEN, _AGAIN = range(5)
# More than the ordinals of all dates.
_SPAN = 1 << 22
# Who looks, at whom, and from how many days before to how many days after its own day. Outside of these the
# feature `occasion` forbids the link: nothing is lost, and a key that a long situation shares on every day
# costs no more than its days. Of two of a kind the earlier looks, so that each pair is found once.
_REACH = (
    (_FIXED, _FIXED, 0, 1), (_LIVE, _LIVE, 0, LIVE), (_PAGE, _PAGE, 0, MEMORY),
    (_FIXED, _LIVE, -1, MEMORY), (_FIXED, _PAGE, -1, MEMORY), (_LIVE, _PAGE, -MEMORY, MEMORY),
    (_OPEN, _OPEN, 0, _SPAN), (_OPEN, _FIXED, -_SPAN, _SPAN), (_OPEN, _LIVE, -_SPAN, _SPAN),
    (_OPEN, _PAGE, -_SPAN, _SPAN), (_AGAIN, _AGAIN, 0, MEMORY), (_FIXED, _AGAIN, -1, MEMORY),
    (_AGAIN, _PAGE, -MEMORY, MEMORY), (_OPEN, _AGAIN, -_SPAN, _SPAN),
)  # fmt: skip
_BETWEEN = {(one, other): (first, last) for one, other, first, last in _REACH}
# Pairs worked on at a time: some tens of megabytes.
_CHUNK = 1 << 20


class _Shelf(NamedTuple):
    """Entries of one kind by key and day: the composite of both, and whose they are."""

    codes: npt.NDArray[np.int64]
    claims: Places


def nearby(profiles: Sequence[Profile], held: Iterable[Iterable[str]]) -> Iterator[tuple[Places, Places]]:
    """The pairs of places in `profiles` that share a key of `held` and may be one statement by their days.

    Each pair once, the lower place first, as arrays of some length sorted by lower place.
    """
    keys, owners, told = _entries(held)
    kinds, days = _days(profiles)
    stands = kinds[owners]
    # A figure is told again as news of a later day.
    stands[told & (stands == _LIVE)] = _AGAIN
    shelves = [_shelf(keys, owners, days, stands == kind) for kind in range(5)]
    starts = np.cumsum([0, *(len(shelf.claims) for shelf in shelves)])
    pool = np.concatenate([shelf.claims for shelf in shelves])
    looks = [_look(shelves[one], shelves[other], first, last) + starts[other]
             for one, other, first, last in _REACH]  # fmt: skip
    who = np.concatenate([shelves[one].claims for one, *_ in _REACH])
    ranges = np.concatenate(looks, axis=1)
    some = np.flatnonzero(ranges[1] > ranges[0])
    some = some[np.argsort(who[some], kind="stable")]
    yield from _spread(who[some], ranges[0, some], ranges[1, some], pool, len(profiles))


def _entries(held: Iterable[Iterable[str]]) -> tuple[npt.NDArray[np.int64], Places, npt.NDArray[np.bool_]]:
    """The keys that several share, as numbers, whose they are, and which are of a voice's figure."""
    known: defaultdict[str, int] = defaultdict(count().__next__)
    keys: list[int] = []
    counts: list[int] = []
    for some in held:
        before = len(keys)
        keys.extend(map(known.__getitem__, some))
        counts.append(len(keys) - before)
    numbers = np.array(keys, np.int64)
    owners = np.repeat(np.arange(len(counts)), counts)
    shared = np.bincount(numbers, minlength=1)[numbers] > 1
    told = np.array([FIGURE in key for key in known], bool)[numbers]
    return numbers[shared], owners[shared], told[shared]


def _days(profiles: Sequence[Profile]) -> tuple[Places, npt.NDArray[np.int64]]:
    kinds, days = np.empty(len(profiles), np.intp), np.zeros(len(profiles), np.int64)
    for at, made in enumerate(profiles):
        kinds[at], days[at] = _stand(made.claim, made.said, made.published)
    return kinds, days


def _stand(claim: Claim, on: tuple[int, int] | None, page: int | None) -> tuple[int, int]:
    """How a claim stands in time, and its day; 0 where it has none."""
    if on is not None:
        return (_FIXED, on[0]) if on[0] == on[1] else (_OPEN, 0)
    if page is None:
        return _OPEN, 0
    live = claim.said_when is not None and claim.speaker.kind != "none"
    return (_LIVE if live else _PAGE), page


def in_reach(one: Claim, other: Claim, reports: Mapping[str, Report]) -> bool:
    """True for two claims that may be one statement by their days, or by a figure told again."""
    (kind, day), (its, on) = sorted(
        _stand(claim, said(claim, page), published(page))
        for claim, page in ((one, reports.get(one.report_id)), (other, reports.get(other.report_id)))
    )
    if its == _OPEN or not figures(one.quantities).isdisjoint(figures(other.quantities)):
        return True
    first, last = _BETWEEN[kind, its]
    return first <= on - day <= last


def _shelf(
    keys: npt.NDArray[np.int64], owners: Places, days: npt.NDArray[np.int64], chosen: npt.NDArray[np.bool_]
) -> _Shelf:
    claims = owners[chosen]
    codes = keys[chosen] * _SPAN + days[claims]
    order = np.lexsort((claims, codes))
    return _Shelf(codes[order], claims[order])


def _look(one: _Shelf, other: _Shelf, first: int, last: int) -> npt.NDArray[np.intp]:
    """For every entry of `one` the first and the last place, half-open, of the entries of `other` in reach."""
    keys, days = np.divmod(one.codes, _SPAN)
    high = np.searchsorted(other.codes, keys * _SPAN + np.clip(days + last, 0, _SPAN - 1), "right")
    if one is other:
        low = np.arange(1, len(one.codes) + 1)
    else:
        low = np.searchsorted(other.codes, keys * _SPAN + np.clip(days + first, 0, _SPAN - 1), "left")
    return np.stack((low, np.maximum(low, high)))


def _spread(who: Places, low: Places, high: Places, pool: Places, many: int) -> Iterator[tuple[Places, Places]]:
    """The ranges written out as pairs, all those of one who looks in one piece, without repeats."""
    ends = np.cumsum(high - low)
    at = 0
    while at < len(who):
        stop = int(np.searchsorted(ends, (ends[at - 1] if at else 0) + _CHUNK, "right"))
        # Whoever looks under several keys finds the same claim under several.
        stop = int(np.searchsorted(who, who[min(max(stop, at + 1), len(who)) - 1], "right"))
        lengths = (high - low)[at:stop]
        before = np.cumsum(lengths) - lengths
        found = pool[np.arange(int(lengths.sum())) + np.repeat(low[at:stop] - before, lengths)]
        mine = np.repeat(who[at:stop], lengths)
        pairs = np.sort(np.minimum(mine, found) * many + np.maximum(mine, found))
        left, right = np.divmod(pairs[np.diff(pairs, prepend=-1) != 0], many)
        yield left, right
        at = stop
