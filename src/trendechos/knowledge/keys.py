"""One form for the many spellings of a name, so that exact look-ups find it."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters that Unicode does not decompose.
_LETTERS = str.maketrans(
    {"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "Æ": "Ae",
     "œ": "oe", "Œ": "Oe", "þ": "th", "ð": "d", "ə": "a", "’": "'", "‘": "'", "ʼ": "'", "ʻ": "'", "ʿ": "'",
     "`": "'", "´": "'", "‐": "-", "‑": "-", "–": "-", "—": "-", "&": " and "}
)  # fmt: skip

# American and British spellings of words that names of bodies hold.
_SPELLINGS = {
    "defense": "defence", "defenses": "defences", "center": "centre", "organization": "organisation",
    "organizations": "organisations", "programme": "program", "labor": "labour", "mobilization": "mobilisation",
    "stabilization": "stabilisation", "advisor": "adviser", "advisors": "advisers",
"harbor": "harbour", "colonization": "colonisation",
}  # fmt: skip

_WORD = re.compile(r"[^\W_]+\+?")


def plain(name: str) -> str:
    """The name in plain letters and apostrophes, without accents, case kept.

    >>> plain("Erdoğan’s")
    "Erdogan's"
    """
    if name.isascii():
        return name.replace("`", "'").replace("&", " and ")
    folded = unicodedata.normalize("NFKD", name.translate(_LETTERS))
    # Whole pages come by as well: few letters are distinct, and fewer are marks.
    marks = {ord(letter): None for letter in set(folded) if unicodedata.combining(letter)}
    return folded.translate(marks) if marks else folded


def bare(name: str) -> str:
    """The plain name without a leading article and a trailing possessive, case kept.

    >>> bare("the Kremlin's")
    'Kremlin'
    """
    text = plain(name).strip(" \t\n\"“”,.;:()[]'")
    if text[:4].lower() == "the ":
        text = text[4:].lstrip()
    if text[-2:].lower() == "'s":
        return text[:-2]
    return text


@lru_cache(maxsize=200_000)
def key(name: str) -> str:
    """The form in which a name is looked up: lower case, no accents, points, hyphens, article or possessives.

    >>> key("The Défense Ministry's"), key("Kim Jong-un"), key("U.N.")
    ('defence ministry', 'kim jong un', 'un')
    """
    text = bare(name).lower().replace("'s ", " ").replace("'", "").replace(".", "")
    return " ".join(_SPELLINGS.get(word, word) for word in _WORD.findall(text))


@lru_cache(maxsize=200_000)
def acronym(name: str) -> str | None:
    """The letters of a name written in capitals ("U.S.", "SBU", "G7"), or None when it is not an acronym.

    A title-cased word of four letters or more counts too, as the British press writes Nato and Unicef.

    >>> acronym("the U.N."), acronym("Nato"), acronym("us"), acronym("Who")
    ('UN', 'NATO', None, None)
    """
    text = bare(name).replace(".", "")
    if not text or " " in text:
        return None
    letters = text.replace("-", "").replace("/", "").replace("+", "")
    if letters.isalnum() and letters.isupper() and len(letters) > 1:
        return text.upper()
    if len(letters) > 3 and letters.isalpha() and letters.istitle():
        return text.upper()
    return None
