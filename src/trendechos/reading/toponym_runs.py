"""Runs of words that may be one name of a place."""

from __future__ import annotations

from trendechos.knowledge.gazetteer import LONGEST_NAME_WORDS, fold
from trendechos.languages.en import geography as words

_JOINTS = frozenset(["-", "–", "'", "’", "&", "al-", "'s", "’s"])


def opens(tokens: tuple[str, ...], token: int) -> bool:
    """True for a token with which the name of a place may begin."""
    word = tokens[token]
    if word[0].isupper():
        return True
    # "al-Mawasi" when the tokenizer parts it; "el-Fasher" as one token.
    return (word[:3] in ("al-", "el-", "ad-", "as-", "ar-", "an-", "ash") and "-" in word) or (
        word in ("al", "el")
        and token + 2 < len(tokens)
        and tokens[token + 1] == "-"
        and tokens[token + 2][0].isupper()
    )


def run_from(tokens: tuple[str, ...], first: int) -> tuple[str, dict[int, int]]:
    """The folded words from `first` on that could be one name, and which length ends behind which token."""
    parts = ""
    ends: dict[int, int] = {}
    count = 0
    for token in range(first, min(len(tokens), first + 12)):
        word = tokens[token]
        capital = word[0].isupper() or (word[0].isdigit() and token > first)
        joins = capital or word.lower() in words.PARTICLES or word in _JOINTS or token == first or "-" in word
        if not joins:
            break
        folded = fold(word) if word != "&" else "&"
        if word in ("'s", "’s"):
            # "People's Republic"; a possessive that ends a name ends it a token earlier.
            parts += "s"
        elif folded:
            parts = f"{parts} {folded}" if parts else folded
            count += 1
            if count > LONGEST_NAME_WORDS:
                break
            if capital or token == first:
                ends[len(parts)] = token + 1
        elif word in ("'", "’"):
            break
    return parts, ends
