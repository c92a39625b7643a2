"""MinHash over whole documents, the usual way to find near copies, as a yardstick for ours.

Broder 1997, with bands of rows after Indyk and Motwani 1998: 128 permutations in 42 bands of 3, so that a
pair of Jaccard similarity 0.3 is looked at in two cases of three, and kept from an estimate of 0.3 on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

import numpy as np
import numpy.typing as npt

from trendechos.records import Report
from trendechos.text.hashing import mix, word_hashes
from trendechos.text.shingles import shingle_hashes

NAME = "MinHash 128, 5-word shingles, 0.3"
_PERMUTATIONS, _ROWS, _RUN = 128, 3, 5
_ALIKE = 0.3


def near(held: Mapping[str, Report]) -> Iterator[tuple[str, str]]:
    """The pairs of reports whose estimated Jaccard similarity is at least 0.3, names in order."""
    rng = np.random.default_rng(1)
    salts = rng.integers(1, 1 << 63, _PERMUTATIONS, np.uint64)
    signed = {name: _signature(held[name].text, salts) for name in sorted(held)}
    shelves: dict[tuple[int, bytes], list[str]] = {}
    for name, signature in signed.items():
        for start in range(0, _PERMUTATIONS - _ROWS + 1, _ROWS):
            shelves.setdefault((start, signature[start : start + _ROWS].tobytes()), []).append(name)
    asked = {pair for shelf in shelves.values() for pair in combinations(shelf, 2)}
    for one, other in sorted(asked):
        if (signed[one] == signed[other]).mean() >= _ALIKE:
            yield one, other


def _signature(text: str, salts: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint64]:
    words = word_hashes(text).hashes
    runs = shingle_hashes(words, min(_RUN, max(1, len(words))))
    if not len(runs):
        return np.zeros(len(salts), np.uint64)
    least: npt.NDArray[np.uint64] = mix(runs[:, None] ^ salts[None, :]).min(axis=0)
    return least
