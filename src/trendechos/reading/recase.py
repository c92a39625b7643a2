"""Sentences in capitals given back their small letters, for the language model only."""

from __future__ import annotations

import re
from collections.abc import Container

from trendechos.knowledge.actor_tables import index
from trendechos.knowledge.gazetteer import Gazetteer, fold, load, lookup
from trendechos.languages.en import geography
from trendechos.languages.en import times as words

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# Shorter sentences may be headings or acronyms; old wires and headlines in capitals are longer.
_LEAST_LETTERS = 16
_ENDINGS = (
    ("ies", "y"),
    ("es", ""),
    ("s", ""),
    ("ied", "y"),
    ("ed", ""),
    ("ed", "e"),
    ("ing", ""),
    ("ing", "e"),
)
_NOTE = re.compile(r"\[[^\[\]]*\]")
_DAYS = frozenset([*words.MONTHS, *words.WEEKDAYS])
_VOWELS = frozenset("aeiouy")
# A larger town is a name even where its name is a word too ("Lima").
_LARGE = 500_000


def shouted(text: str) -> bool:
    """True for a sentence of some length whose letters are nearly all capitals.

    >>> shouted("REBELS SHELLED THE PORT OF HODEIDAH."), shouted("The UN left.")
    (True, False)
    """
    if not text[:40].isupper() and not text.isupper():
        return False
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) >= _LEAST_LETTERS and sum(map(str.isupper, letters)) >= 0.9 * len(letters)


def without_notes(text: str) -> str:
    """`text` with blanks for an editor's notes in square brackets ("FMLN [FARABUNDO MARTI FRONT] UNITS").

    Wires in capitals are full of them, and the parse breaks where one stands; what is nothing but a note stays.
    """
    bare = _NOTE.sub(lambda note: " " * len(note.group()), text) if "[" in text else text
    return bare if bare.strip() else text


def recased(text: str, common: Container[str]) -> str:
    """`text` in small letters but for names, acronyms and the first word; character by character as long.

    `common` holds the ordinary words of the language. Names are words that it lacks, names of countries,
    peoples and first names, and names of places of several words.
    """
    gazetteer = load()
    found = list(_WORD.finditer(text))
    folded = [fold(match.group()) for match in found]
    named = _places(gazetteer, folded)
    out = list(text)
    for number, match in enumerate(found):
        word = match.group()
        before = found[number - 1].group() if number else ""
        written = _written(word, before, common, named=number in named)
        if len(written) == len(word):
            out[match.start() : match.end()] = written
    return "".join(out)


def _written(word: str, before: str, common: Container[str], *, named: bool) -> str:
    """The word as it would stand inside a sentence in small letters."""
    low = word.lower()
    plain = low.split("'")[0].split("’")[0]
    if _is_acronym(word, plain, common) or (word == "US" and before == "THE"):
        return word
    if not before or named or plain in _DAYS or not _ordinary(plain, common) or _always_a_name(plain):
        return low[:1].upper() + low[1:]
    return low


def _is_acronym(word: str, plain: str, common: Container[str]) -> bool:
    """True for acronyms of known bodies and short words without a vowel; not for "WHO" and "IT"."""
    if word in index().acronyms:
        return plain not in common or len(word) > 3
    return len(word) <= 5 and not set(plain) & _VOWELS and plain not in common


def _ordinary(low: str, common: Container[str]) -> bool:
    """True for a word of the language in any of its regular forms."""
    if low in common:
        return True
    stems = (
        low.removesuffix(end) + new for end, new in _ENDINGS if low.endswith(end) and len(low) > len(end) + 2
    )
    doubled = low[:-3] if low.endswith("ing") else low[:-2] if low.endswith("ed") else ""
    short = doubled[:-1] if len(doubled) > 3 and doubled[-1] == doubled[-2] else ""
    return any(stem in common for stem in (*stems, short) if stem)


def _always_a_name(low: str) -> bool:
    """True for first names, countries, peoples and large towns that are no ordinary words."""
    if low in geography.ordinary_words():
        return False
    if low in geography.given_names():
        return len(low) > 3
    return any(entry.kind == "country" or entry.population >= _LARGE for entry in lookup(low)[:1])


def _places(gazetteer: Gazetteer, folded: list[str]) -> set[int]:
    """The words that belong to names of places of two words or more."""
    named: set[int] = set()
    for start in range(len(folded)):
        if start in named:
            continue
        run = " ".join(folded[start : start + 5])
        for name in reversed(gazetteer.longest(run)):
            length = name.count(" ") + 1
            if length > 1 and run[len(name) : len(name) + 1] in ("", " ") and folded[start] not in _LEADS:
                named.update(range(start, start + length))
                break
    return named


# Small words that begin a place's name somewhere and a phrase everywhere.
_LEADS = frozenset(
    ["the", "of", "in", "at", "to", "for", "a", "an", "on", "and", "or", "he", "is", "was", "by", "as"]
)
