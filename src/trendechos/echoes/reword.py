"""Sentences that say what another text says in other words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from trendechos.text.hashing import WordHashes, mix
from trendechos.text.shingles import Hashes, distinct

_STEP = np.uint64(0x9E3779B97F4A7C15)
_STOP = re.compile(r"[.!?][\"'”’)\]]*\s+|\n+")
# One pair of neighbouring content words in sixteen is looked up: a rewritten article keeps dozens.
_SAMPLED = np.uint64(15)
# Content stems shared by two sentences: best F1 (.82) on the MRPC training pairs, see evaluation/copies.py.
ALIKE = 0.5
# A sentence with fewer content words says too little to be recognised.
_LEAST = 4

Sentence = tuple[int, int, frozenset[int]]


@dataclass(frozen=True, slots=True)
class Reworded:
    """A sentence and the sentence of the other text that it rewords, as code point ranges, and its words."""

    span: tuple[int, int]
    of_span: tuple[int, int]
    words: int
    similarity: float


def pair_hashes(words: WordHashes) -> Hashes:
    """A sample of the neighbouring pairs of content stems, order put aside, each once."""
    stems = words.stems[words.content]
    if len(stems) <= 2:
        return np.empty(0, np.uint64)
    left, right = np.concatenate((stems[:-1], stems[:-2])), np.concatenate((stems[1:], stems[2:]))
    hashes = mix(np.minimum(left, right) * _STEP + np.maximum(left, right))
    return distinct(hashes[(hashes & _SAMPLED) == 0])


def sentences(text: str, words: WordHashes) -> list[Sentence]:
    """First and last word of every sentence, half-open, and its content stems; by full stops and line ends."""
    ends = [match.end() for match in _STOP.finditer(text)]
    cuts = np.unique(np.concatenate(([0], np.searchsorted(words.starts, ends), [len(words.starts)]))).tolist()
    found = []
    for start, end in pairwise(cuts):
        stems: npt.NDArray[np.uint64] = words.stems[start:end][words.content[start:end]]
        found.append((start, end, frozenset(stems.tolist())))
    return found


def reworded(text: str, words: WordHashes, other: str, of_words: WordHashes) -> tuple[Reworded, ...]:
    """The sentences of `text` that reword one of `other`, in order; none that share too few content words."""
    theirs = [one for one in sentences(other, of_words) if len(one[2]) >= _LEAST]
    found = []
    for start, end, stems in sentences(text, words):
        if len(stems) < _LEAST or not theirs:
            continue
        best = max(theirs, key=lambda one: (likeness(stems, one[2]), -one[0]))
        similarity = likeness(stems, best[2])
        if similarity >= ALIKE:
            span = int(words.starts[start]), int(words.ends[end - 1])
            of_span = int(of_words.starts[best[0]]), int(of_words.ends[best[1] - 1])
            found.append(Reworded(span, of_span, end - start, similarity))
    return tuple(found)


def likeness(left: frozenset[int], right: frozenset[int]) -> float:
    """Content stems shared by two sentences over the mean of their numbers, 0..1 (Dice)."""
    if not left or not right:
        return 0.0
    return 2 * len(left & right) / (len(left) + len(right))
