"""Text made comparable: one spelling of the same words, whatever the page's typography."""

from __future__ import annotations

import re
import unicodedata

# Signs that pages write in several ways; what is left after NFKC.
_SIGNS = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-", "\u00ad": None}
)
_WORD = re.compile(r"[^\W_]+(?:['.,-][^\W_]+)*")
# Letters that match an English one where case is ignored.
_TWINS = str.maketrans({"ſ": "s", "ı": "i"})


def small(text: str) -> str:
    """`text` in small letters, letter by letter as long, for patterns of small letters.

    >>> small("On 5 May in İzmir")
    'on 5 may in izmir'
    """
    if text.isascii():
        return text.lower()
    # The one letter that becomes two in small letters.
    return text.replace("İ", "i").lower().translate(_TWINS)


def normalise(text: str) -> str:
    """The text folded for comparison: NFKC, case folded, plain quotes and dashes, single spaces.

    >>> normalise("The  “Kremlin”\\u00a0said")
    'the "kremlin" said'
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).translate(_SIGNS)
    return " ".join(text.casefold().split())


def fold(name: str) -> str:
    """A name folded for look-up: `normalise` without accents, full stops and a leading article.

    >>> fold("The U.S. Défense")
    'us defense'
    """
    plain = normalise(name)
    if not plain.isascii():
        plain = "".join(sign for sign in unicodedata.normalize("NFD", plain) if not unicodedata.combining(sign))
    return plain.replace(".", "").removeprefix("the ").strip()


def words(text: str) -> list[str]:
    """The words of a text, folded; a number with its separators is one word, empty for no words.

    >>> words("Some 11,000 troops, he said.")
    ['some', '11,000', 'troops', 'he', 'said']
    """
    return _WORD.findall(normalise(text))


def word_spans(text: str) -> list[tuple[int, int]]:
    """Where the words of the text as written stand, as half-open code point offsets, in order."""
    return [match.span() for match in _WORD.finditer(text)]
