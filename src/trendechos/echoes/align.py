"""Which words of one text stand in another."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from trendechos.echoes.retell import mark_pairs, marks
from trendechos.echoes.reword import pair_hashes
from trendechos.text.hashing import WordHashes, word_hashes
from trendechos.text.shingles import Hashes, shingle_hashes, winnow

# Five words: short enough to live through one changed word in six, long enough to be rare.
SHINGLE = 5
# Any passage of SHINGLE + WINDOW - 1 = 20 words that two texts share is found; a smaller window is slower.
WINDOW = 16
# Runs of shared words this close together, on about the same line of both texts, are one passage.
_GAP = 6
# A passage below this many shared words is a stock phrase.
_PASSAGE = 8


@dataclass(frozen=True, eq=False)
class Print:
    """A text as hashes: its words, its five-word runs, and the keys that are looked up, each once.

    The keys are first some `chosen` runs, then `paired` pairs of content stems, then pairs of the `marks`:
    the stems of names and figures in order.
    """

    words: WordHashes
    runs: Hashes
    chosen: int
    paired: int
    keys: Hashes
    marks: Hashes

    @cached_property
    def ranked(self) -> tuple[Hashes, npt.NDArray[np.intp]]:
        """The runs in order of hash, and where each stands."""
        order = np.argsort(self.runs, kind="stable")
        return self.runs[order], order


def take_print(text: str) -> Print:
    """The hashes of a text; empty arrays for a text without words."""
    words = word_hashes(text)
    runs = shingle_hashes(words.hashes, min(SHINGLE, max(1, len(words.hashes))))
    chosen = winnow(runs, WINDOW)
    pairs, named = pair_hashes(words), words.stems[marks(text, words)]
    keys = np.concatenate((chosen, pairs, mark_pairs(named)))
    return Print(words, runs, len(chosen), len(pairs), keys, named)


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage that two texts share: word ranges, half-open, in each, and how many words agree."""

    start: int
    end: int
    of_start: int
    of_end: int
    shared: int


def align(one: Print, other: Print) -> tuple[Passage, ...]:
    """The passages of `one` that stand in `other`, in order of position; none for a stock phrase alone.

    Runs of five equal words are joined along the diagonal where at most six words lie between them.
    """
    ranked, order = other.ranked
    at = np.searchsorted(ranked, one.runs)
    at[at == len(ranked)] = 0
    if not len(ranked):
        return ()
    hits = np.flatnonzero(ranked[at] == one.runs)
    if not len(hits):
        return ()
    return _join(hits, order[at[hits]], len(one.words.hashes), len(other.words.hashes))


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
