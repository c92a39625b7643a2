"""Texts that tell another text's names and figures in its order, in words or a language of their own."""

from __future__ import annotations

import re
from functools import cache

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import LCSseq

from trendechos.languages.en.citing import TRANSLATED
from trendechos.records import Report
from trendechos.text.hashing import WordHashes, code_points
from trendechos.text.shingles import Hashes, distinct, shingle_hashes

# Names and figures that stand in the same order in both texts, of those of the longer. On ECB+ development data
# one of 7,700 pairs of texts on one event that share few words reaches it, and both of that pair have it from
# one newspaper.
RETOLD = 0.6
# Texts with fewer names and figures share their order by chance.
_LEAST = 12
# Every second pair of neighbours is looked up.
_SAMPLED = np.uint64(1)
_SALT = np.uint64(0xD6E8FEB86659FD93)


def marks(text: str, words: WordHashes) -> npt.NDArray[np.intp]:
    """The places of words that a translation keeps: figures, and capitals but for the first of a sentence."""
    if not len(words.starts):
        return np.empty(0, np.intp)
    signs = np.minimum(code_points(text), 0xFFFF)
    first = signs[words.starts]
    stops = _stops()[signs].cumsum()[words.starts]
    follows = np.zeros(len(stops), np.bool_)
    np.equal(stops[1:], stops[:-1], out=follows[1:])
    return (_digits()[first] | (_capitals()[first] & follows)).nonzero()[0]


def mark_pairs(stems: Hashes) -> Hashes:
    """A sample of the hashes of neighbouring marks, in their order, each once."""
    hashes = shingle_hashes(stems ^ _SALT, 2)
    return distinct(hashes[(hashes & _SAMPLED) == 0])


def retold(one: Hashes, other: Hashes) -> float:
    """The share of the marks of the longer text that stand in both in one order, 0..1; 0 where they are few."""
    if min(len(one), len(other)) < _LEAST:
        return 0.0
    return float(LCSseq.similarity(one.tolist(), other.tolist())) / max(len(one), len(other))


def translated(one: Report, other: Report) -> bool:
    """True for two reports in two languages, or where one says that it is a translation."""
    if one.language and other.language and one.language != other.language:
        return True
    texts = (text for report in (one, other) for text in (report.text, report.credit or ""))
    return any(_translated().search(text) for text in texts)


@cache
def _translated() -> re.Pattern[str]:
    return re.compile("|".join(TRANSLATED), re.IGNORECASE)


@cache
def _stops() -> npt.NDArray[np.bool_]:
    return _table(".!?:;\n•")


@cache
def _digits() -> npt.NDArray[np.bool_]:
    return _table("0123456789")


@cache
def _capitals() -> npt.NDArray[np.bool_]:
    return _table("".join(chr(code) for code in range(0xD800) if chr(code).isupper()))


def _table(signs: str) -> npt.NDArray[np.bool_]:
    found = np.zeros(0x10000, np.bool_)
    found[[ord(sign) for sign in signs]] = True
    return found
