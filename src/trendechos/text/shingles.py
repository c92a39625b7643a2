"""Runs of words, the units in which wording is compared."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from trendechos.text.hashing import mix

Hashes = npt.NDArray[np.uint64]


def shingles(words: Sequence[str], size: int) -> frozenset[str]:
    """All runs of `size` neighbouring words, joined by a space; empty for a shorter text.

    >>> sorted(shingles(["he", "said", "so"], 2))
    ['he said', 'said so']
    """
    return frozenset(" ".join(words[at : at + size]) for at in range(len(words) - size + 1))


# An odd multiplier makes the hash of a run depend on the order of its words.
_STEP = np.uint64(0xC2B2AE3D27D4EB4F)


def shingle_hashes(words: Hashes, size: int) -> Hashes:
    """One 64-bit hash a run of `size` words, in order of position; empty for a shorter text."""
    count = len(words) - size + 1
    if count <= 0:
        return np.empty(0, np.uint64)
    mixed = words[:count].copy()
    for at in range(1, size):
        mixed *= _STEP
        mixed += words[at : at + count]
    return mix(mixed)


def winnow(hashes: Hashes, window: int) -> Hashes:
    """The smallest hash of every window, each once, in order (Schleimer, Wilkerson, Aiken 2003).

    Two texts that share `window` neighbouring hashes share at least one chosen hash. A text with
    fewer hashes gives the smallest one; no hashes give none.
    """
    least, reach, window = hashes, 1, min(window, len(hashes))
    while reach < window:
        step = min(reach, window - reach)
        least = np.minimum(least[:-step], least[step:])
        reach += step
    return distinct(least)


def distinct(hashes: Hashes) -> Hashes:
    """The hashes in order, each once; for the few of one text a fraction of what `numpy.unique` takes."""
    ordered = np.sort(hashes)
    first = np.ones(len(ordered), np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=first[1:])
    found: Hashes = ordered[first]
    return found
