"""Hashes that are the same in every process and on every machine."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from trendechos.text.normalise import normalise


def hash64(text: str) -> int:
    """An unsigned 64-bit BLAKE2b hash of the text, equal in every process; lone surrogates are kept."""
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little")


def sentence_hash(sentence: str) -> int:
    """The hash of a sentence as compared between pages: folded, so typography makes no difference.

    >>> sentence_hash("He said  “no”.") == sentence_hash('he said "no".')
    True
    """
    return hash64(normalise(sentence))


@dataclass(frozen=True, slots=True, eq=False)
class WordHashes:
    """The words of a text in order, folded.

    A 64-bit hash of each word and of its stem (the first letters), where it starts and ends in code
    points, and whether it carries content: four letters or more, or a number.
    """

    hashes: npt.NDArray[np.uint64]
    stems: npt.NDArray[np.uint64]
    starts: npt.NDArray[np.int64]
    ends: npt.NDArray[np.int64]
    content: npt.NDArray[np.bool_]


# An odd multiplier (golden ratio, 64 bit) and its powers weigh the letters of a word by position.
_STEP = 0x9E3779B97F4A7C15
_LONGEST = 64
# Letters of a stem: "deploy", "deployed" and "deployment" are one.
_STEM = 6


def word_hashes(text: str) -> WordHashes:
    """The hashed words of a text, empty arrays for none; letters past the 64th do not count.

    Works on whole arrays of code points, several times faster than a loop over words. Signs beyond
    the basic plane separate words.
    """
    letters = _folded()[np.minimum(code_points(text), 0xFFFF)]
    held = np.zeros(len(letters) + 2, np.bool_)
    np.not_equal(letters, 0, out=held[1:-1])
    edges = (held[1:] != held[:-1]).nonzero()[0]
    starts, ends = edges[::2], edges[1::2]
    if not len(starts):
        return WordHashes(np.empty(0, np.uint64), np.empty(0, np.uint64), starts, ends, np.empty(0, np.bool_))
    lengths = ends - starts
    inside = letters.nonzero()[0]
    place = np.minimum(inside - starts.repeat(lengths), _LONGEST - 1)
    weighed = letters[inside] * _powers()[place]
    firsts = lengths.cumsum() - lengths
    stems = np.where(place < _STEM, weighed, 0)
    initials = letters[starts]
    content = (lengths >= 4) | ((initials >= ord("0")) & (initials <= ord("9")))
    return WordHashes(
        mix(np.add.reduceat(weighed, firsts)), mix(np.add.reduceat(stems, firsts)), starts, ends, content
    )


def mix(hashes: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint64]:
    """The hashes with all bits stirred into the low ones (the finish of MurmurHash3 in short)."""
    stirred = hashes ^ (hashes >> np.uint64(32))
    stirred *= np.uint64(_STEP)
    stirred ^= stirred >> np.uint64(29)
    return stirred


def code_points(text: str) -> npt.NDArray[np.uint32]:
    """The text as an array, lone surrogates kept."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


@cache
def _powers() -> npt.NDArray[np.uint64]:
    powers = [pow(_STEP, place, 1 << 64) for place in range(1, _LONGEST)]
    return np.array([*powers, 0], np.uint64)


@cache
def _folded() -> npt.NDArray[np.uint64]:
    """For every code point of the basic plane its folded letter or digit, 0 for what separates words."""
    table = np.zeros(0x10000, np.uint64)
    for code in range(0xFFFF):
        sign = chr(code)
        if sign.isalnum():
            table[code] = ord(unicodedata.normalize("NFKC", sign).casefold()[:1] or sign)
    return table
