"""Which words of one text stand in another."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from trendechos.text.hashing import WordHashes
from trendechos.text.shingles import Hashes, shingle_hashes, winnow

_WORD = re.compile(r"\w+")
# Five words: short enough to live through one changed word in six, long enough to be rare.
SHINGLE = 5
# Any passage of SHINGLE + WINDOW - 1 = 12 words that two texts share is found.
WINDOW = 8
# Runs of shared words this close together, on about the same line of both texts, are one passage.
_GAP = 6
# A passage below this many shared words is a stock phrase.
_PASSAGE = 8

_HASHES = WordHashes()


@dataclass(frozen=True, slots=True, eq=False)
class Print:
    """A text as hashes: of its words, of its five-word runs, and the places of the runs that are looked up."""

    words: Hashes
    runs: Hashes
    chosen: npt.NDArray[np.intp]


def take_print(text: str) -> Print:
    """The hashes of a text; empty arrays for a text without words."""
    words = np.array(_HASHES.of(_WORD.findall(text)), np.uint64)
    runs = shingle_hashes(words, min(SHINGLE, max(1, len(words))))
    return Print(words, runs, winnow(runs, WINDOW))


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage that two texts share: word ranges, half-open, in each, and how many words agree."""

    start: int
    end: int
    of_start: int
    of_end: int
    shared: int


def align(one: Print, other: Print) -> tuple[Passage, ...]:
    """The passages of `one` that stand in `other`, in order of position in `one`; none for a stock phrase alone.

    Runs of five equal words are joined along the diagonal where at most six words lie between them.
    """
    order = np.argsort(other.runs, kind="stable")
    ranked = other.runs[order]
    at = np.searchsorted(ranked, one.runs)
    at[at == len(ranked)] = 0
    if not len(ranked):
        return ()
    hits = np.flatnonzero(ranked[at] == one.runs)
    if not len(hits):
        return ()
    return _join(hits, order[at[hits]], len(one.words), len(other.words))


def _join(
    mine: npt.NDArray[np.intp], theirs: npt.NDArray[np.intp], length: int, of_length: int
) -> tuple[Passage, ...]:
    steps = np.diff(mine)
    apart = (steps > _GAP + SHINGLE) | (np.abs(np.diff(theirs) - steps) > _GAP)
    starts = np.concatenate(([0], np.flatnonzero(apart) + 1))
    ends = np.concatenate((np.flatnonzero(apart) + 1, [len(mine)]))
    size = min(SHINGLE, length)
    covered = np.concatenate((np.minimum(steps, size), [size]))
    found = []
    for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
        shared = int(covered[start : end - 1].sum()) + size
        if shared >= min(_PASSAGE, length):
            last = end - 1
            found.append(
                Passage(
                    int(mine[start]),
                    min(int(mine[last]) + size, length),
                    int(theirs[start:end].min()),
                    min(int(theirs[start:end].max()) + size, of_length),
                    shared,
                )
            )
    return tuple(found)


def char_spans(text: str, ranges: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The word ranges as half-open code point offsets into the text."""
    at = [match.span() for match in _WORD.finditer(text)]
    return tuple((at[start][0], at[end - 1][1]) for start, end in ranges)
