"""Names of places and what they may stand for.

Built by scripts/build_gazetteer.py from GeoNames (CC BY 4.0), Natural Earth and the sources in
NOTICE; read-only and mapped into memory, so that processes share it.
"""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal

import marisa_trie
import numpy as np

from trendechos.records import PlacePrecision

How = Literal["name", "alias", "demonym", "abbreviation"]
KINDS: tuple[PlacePrecision, ...] = ("site", "town", "district", "province", "country", "area")
HOWS: tuple[How, ...] = ("name", "alias", "demonym", "abbreviation")
FOLDER = Path(__file__).parent / "data" / "geo"
LONGEST_NAME_WORDS = 7

_DROPPED = re.compile(r"[.'’‘ʻʼ`´]")
_SPACES = re.compile(r"[\s\-‐‑–—/,]+")
_PLAIN = re.compile(r"[a-z0-9 ]*")


@dataclass(frozen=True, slots=True)
class GazetteerEntry:
    """One place: ISO 3166-1 alpha-3 and ISO 3166-2 codes, WGS 84 degrees, and `how` the name stands for it."""

    geonameid: int | None
    name: str
    kind: PlacePrecision
    country: str | None
    adm1: str | None
    lat: float
    lon: float
    population: int
    how: How = "name"


@lru_cache(maxsize=200_000)
def fold(name: str) -> str:
    """A name as the gazetteer keys it: no case, marks, stops or apostrophes, hyphens as spaces.

    >>> fold("Deir al-Balah"), fold("St. John’s"), fold("Türkiye")
    ('deir al balah', 'st johns', 'turkiye')
    """
    folded = _SPACES.sub(" ", _DROPPED.sub("", name.casefold())).strip()
    if _PLAIN.fullmatch(folded):
        return folded
    for letter, plain in (("ł", "l"), ("ø", "o"), ("đ", "d"), ("ı", "i"), ("æ", "ae"), ("œ", "oe"), ("ð", "d")):
        folded = folded.replace(letter, plain)
    decomposed = unicodedata.normalize("NFKD", folded)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


class Gazetteer:
    """The packaged tables, opened once: a trie of folded names, postings, and one row a place."""

    def __init__(self, folder: Path) -> None:
        """Maps the tables in `folder`."""
        self._trie = marisa_trie.Trie().mmap(str(folder / "names.trie"))
        self._first = np.load(folder / "first.npy", mmap_mode="r")
        self._postings = np.load(folder / "postings.npy", mmap_mode="r")
        self._rows = np.load(folder / "places.npy", mmap_mode="r")
        self._words: bytes = (folder / "words.bin").read_bytes()
        codes = json.loads((folder / "codes.json").read_text("utf-8"))
        self._countries: list[str] = codes["countries"]
        self._regions: list[str] = codes["regions"]

    def longest(self, words: str) -> list[str]:
        """The folded names that `words`, already folded, begins with, shortest first."""
        return self._trie.prefixes(words)  # type: ignore[no-any-return]

    def holds(self, folded: str) -> bool:
        """True when some place bears the folded name."""
        return folded in self._trie

    def entries(self, folded: str) -> tuple[GazetteerEntry, ...]:
        """The places that bear the folded name, most populous first; empty when none does."""
        key = self._trie.get(folded)
        if key is None:
            return ()
        postings = self._postings[self._first[key] : self._first[key + 1]]
        return tuple(self._entry(int(posting)) for posting in postings)

    def _entry(self, posting: int) -> GazetteerEntry:
        row: Any = self._rows[posting >> 2]
        country, region, start = int(row["country"]), int(row["region"]), int(row["start"])
        return GazetteerEntry(
            geonameid=int(row["geonameid"]) or None,
            name=self._words[start : self._words.index(b"\n", start)].decode("utf-8"),
            kind=KINDS[row["kind"]],
            country=self._countries[country] or None,
            adm1=self._regions[region] or None,
            lat=round(float(row["lat"]), 5),
            lon=round(float(row["lon"]), 5),
            population=int(row["population"]),
            how=HOWS[posting & 3],
        )


@cache
def load() -> Gazetteer:
    """The packaged gazetteer, opened on first use."""
    return Gazetteer(FOLDER)


@lru_cache(maxsize=50_000)
def lookup(folded: str) -> tuple[GazetteerEntry, ...]:
    """The places that bear an already folded name, most populous first; empty when none does."""
    return load().entries(folded)


def candidates(name: str) -> tuple[GazetteerEntry, ...]:
    """The places that bear `name` (own, other, demonym, abbreviation), most populous first; empty if none.

    Names are compared without case, diacritics, stops and hyphens.

    >>> candidates("Sudzha")[0].adm1, candidates("Ukrainians")[0].name
    ('RU-KRS', 'Ukraine')
    """
    return lookup(fold(name))
