"""A table from 64-bit fingerprints to the earliest report that holds them."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Hashes = npt.NDArray[np.uint64]
Owners = npt.NDArray[np.int32]

_EMPTY = np.uint64(0)


class Earliest:
    """Fingerprints with the number of one owner each: the one whose rank is lowest of all that were put in.

    Taking the lowest makes the content independent of the order of arrival. Open addressing with
    linear probing; 12 bytes a slot, at most half full. A rank may be any tuple that sorts.
    """

    __slots__ = ("_count", "_keys", "_mask", "_owners")

    def __init__(self, slots: int = 1 << 16) -> None:
        """An empty table; `slots` is a power of two and grows by itself."""
        self._reset(slots)

    def __len__(self) -> int:
        return self._count

    def _reset(self, slots: int) -> None:
        self._keys = np.zeros(slots, np.uint64)
        self._owners = np.full(slots, -1, np.int32)
        self._mask = np.uint64(slots - 1)
        self._count = 0

    def get(self, hashes: Hashes) -> Owners:
        """The owner of each hash, -1 where nobody holds it."""
        slots = self._find(_filled(hashes))
        return self._owners[slots]

    def put(self, hashes: Hashes, owner: int) -> None:
        """Makes `owner` the owner of the hashes; the caller has kept those that an earlier report owns out."""
        keys = np.unique(_filled(hashes))
        if not len(keys):
            return
        if 2 * (self._count + len(keys)) > len(self._keys):
            self._grow(self._count + len(keys))
        self._write(keys, np.full(len(keys), owner, np.int32))

    def _write(self, keys: Hashes, owners: Owners) -> None:
        while len(keys):
            slots = self._find(keys)
            fresh = self._keys[slots] == _EMPTY
            # Two new keys may have found the same free slot: the first takes it, the others look again.
            _, first = np.unique(slots, return_index=True)
            winner = np.zeros(len(keys), bool)
            winner[first] = True
            self._keys[slots[winner]] = keys[winner]
            self._owners[slots[winner]] = owners[winner]
            self._count += int((fresh & winner).sum())
            keys, owners = keys[~winner], owners[~winner]

    def _find(self, keys: Hashes) -> npt.NDArray[np.intp]:
        """The slot of each key, or the free slot where it belongs."""
        slots = (keys & self._mask).astype(np.intp)
        held = self._keys[slots]
        open_at = np.flatnonzero((held != keys) & (held != _EMPTY))
        while len(open_at):
            slots[open_at] = (slots[open_at] + 1) & int(self._mask)
            held = self._keys[slots[open_at]]
            open_at = open_at[(held != keys[open_at]) & (held != _EMPTY)]
        return slots

    def _grow(self, needed: int) -> None:
        keys, owners = self._keys, self._owners
        kept = keys != _EMPTY
        slots = len(keys)
        while slots < 4 * needed:
            slots *= 2
        self._reset(slots)
        self._write(keys[kept], owners[kept])


def _filled(hashes: Hashes) -> Hashes:
    """The hashes with 0, which marks a free slot, moved to 1."""
    return np.where(hashes == _EMPTY, np.uint64(1), hashes)
