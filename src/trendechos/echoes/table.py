"""A table from 64-bit fingerprints to the earliest report that holds them."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Hashes = npt.NDArray[np.uint64]
Owners = npt.NDArray[np.int32]
Slots = npt.NDArray[np.intp]

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
        return self.look(hashes)[1]

    def look(self, hashes: Hashes) -> tuple[Slots, Owners]:
        """Where each hash stands or would stand, good until the next `put`, and its owner."""
        slots = self._find(_filled(hashes))
        return slots, self._owners[slots]

    def put(self, hashes: Hashes, owner: int, slots: Slots | None = None) -> None:
        """Makes `owner` the owner of the hashes, each given once; the caller leaves out what is owned earlier.

        `slots` are those that `look` found for them, nothing having been put since.
        """
        if not len(hashes):
            return
        keys = _filled(hashes)
        if 2 * (self._count + len(keys)) > len(self._keys):
            self._grow(self._count + len(keys))
            slots = None
        self._write(keys, np.full(len(keys), owner, np.int32), self._find(keys) if slots is None else slots)

    def _write(self, keys: Hashes, owners: Owners, slots: Slots) -> None:
        while True:
            free = self._keys[slots] == _EMPTY
            # Two new keys may have found the same free slot: one takes it, the others look again.
            self._keys[slots[free]] = keys[free]
            held = self._keys[slots] == keys
            self._owners[slots[held]] = owners[held]
            self._count += int((free & held).sum())
            if held.all():
                return
            keys, owners = keys[~held], owners[~held]
            slots = self._find(keys)

    def _find(self, keys: Hashes) -> Slots:
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
        self._write(keys[kept], owners[kept], self._find(keys[kept]))


def _filled(hashes: Hashes) -> Hashes:
    """The hashes with 0, which marks a free slot, moved to 1."""
    return np.maximum(hashes, np.uint64(1))
