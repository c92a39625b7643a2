"""Whether two statements of one speaker are of one matter, told by their words."""

from __future__ import annotations

from trendechos.languages.en.outlook import TIME_WORDS
from trendechos.records import Claim

# This much of their words two statements of one matter have in common, and no fewer (our judgement).
_SAME_WORDS = 0.6
_FEWEST = 2


def matter(claim: Claim) -> frozenset[str]:
    """The words that say what a claim is about: no number, and not when."""
    return frozenset(word for word in claim.lemmas if not word[0].isdigit()) - TIME_WORDS


def is_one(words: frozenset[str], others: frozenset[str]) -> bool:
    """True for most of the words in common."""
    shared = len(words & others)
    return shared >= _FEWEST and shared >= _SAME_WORDS * len(words | others)
