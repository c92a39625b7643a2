"""What was found of some dozen records together, kept until one of them changes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Container, Hashable, Iterable, Mapping, Sequence
from itertools import compress
from operator import is_not
from typing import Any, TypeVar
from zlib import crc32

Value = TypeVar("Value")


class Slices:
    """Ids in slices, with what was found of each slice for as long as none of it is touched."""

    def __init__(self, slice_of: Callable[[str], str]) -> None:
        """No ids yet; `slice_of` says to which slice an id belongs."""
        self._slice_of = slice_of
        self._ids: dict[str, list[str]] = {}
        self._known: dict[str, dict[Hashable, Any]] = {}

    def touch(self, ids: Iterable[str], held: Container[str]) -> None:
        """Forgets what was found of the slices of `ids`, of which those in `held` are in by now."""
        fresh: dict[str, set[str]] = defaultdict(set)
        for one in ids:
            fresh[self._slice_of(one)].add(one)
        for name, some in fresh.items():
            rest = some.union(self._ids.get(name, ()))
            self._ids[name] = sorted(one for one in rest if one in held)
            self._known[name] = {}
        if len(self._known) != len(self._ids) or fresh:
            self._ids = dict(sorted(self._ids.items()))

    def found(self, key: Hashable, find: Callable[[Sequence[str]], Value]) -> list[Value]:
        """What `find` gives for the ids of each slice, in the order of slices; kept under `key`."""
        made: list[Value] = []
        for name, ids in self._ids.items():
            known = self._known[name]
            if key not in known:
                known[key] = find(ids)
            made.append(known[key])
        return made


def totalled(counts: Iterable[Mapping[Any, int]]) -> Counter[Any]:
    """The sums of all counts."""
    found: Counter[Any] = Counter()
    for some in counts:
        for key, many in some.items():
            found[key] = found.get(key, 0) + many
    return found


# Of an origin's id 24 hex digits follow.
_START = len("origin-")


def many(origin_id: str) -> str:
    """One of some 4,000 slices of origins, in the order of their ids."""
    return origin_id[: _START + 3]


def few(origin_id: str) -> str:
    """One of some 256 slices of origins, in the order of their ids."""
    return origin_id[: _START + 2]


def by_hash(report_id: str) -> str:
    """One of 256 slices, whatever ids look like."""
    return f"{crc32(report_id.encode('utf-8', 'surrogatepass')) & 0xFF:02x}"


def differ(old: Mapping[str, object], new: Mapping[str, object]) -> tuple[set[str], set[str]]:
    """The keys of which the value is gone or another, and those of which it is new or another."""
    # Most values are the very objects of before: these pass without a step of Python each.
    others = compress(new, map(is_not, map(old.get, new), new.values()))
    other = {key for key in others if key not in old or old[key] != new[key]}
    gone = {key for key in old if key not in new} if len(old) + len(other) != len(new) else set[str]()
    return gone | {key for key in other if key in old}, other
