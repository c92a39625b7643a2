"""Which place a name means within one situation, so that "Kursk", "Kursk region" and "Kursk Oblast" are one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from trendechos.knowledge.gazetteer import candidates
from trendechos.languages.en.places import ARTICLES, COMPASS_WORDS, PROVINCE_WORDS
from trendechos.records import Claim, Place, PlacePrecision

_RANK: dict[str, int] = {"province": 0, "country": 1, "town": 2, "district": 3, "site": 4, "area": 5}


@dataclass(frozen=True, slots=True)
class Scope:
    """One place of a situation: the same `key` for all names of it. `broad` is the key for events there.

    `broad` of a stretch of a country ("eastern Russia") is the country's key; of any other place its own.
    """

    key: str
    name: str
    precision: PlacePrecision
    country: str | None
    broad: str


@lru_cache(maxsize=100_000)
def stem(name: str) -> str:
    """A place name in lower case without article and without words like "region".

    >>> stem("the Kursk region"), stem("Russia's Kursk Oblast"), stem("Eastern Russia")
    ('kursk', 'kursk', 'eastern russia')
    """
    words = name.lower().replace(",", " ").split()
    whose = ("'s", "’s")
    kept = [
        word for word in words
        if word not in ARTICLES and word not in PROVINCE_WORDS and not (len(words) > 1 and word.endswith(whose))
    ]  # fmt: skip
    return " ".join(kept or words)


class Scopes:
    """The places of a set of claims, looked up by name or record; built once, the same for any order."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        names: dict[str, Counter[tuple[int, str, str]]] = defaultdict(Counter)
        kinds: dict[tuple[str, str], tuple[str, str | None]] = {}
        for claim in claims:
            for place in claim.places:
                rank = _RANK[place.precision]
                entry = (rank, place.country or "", _identity(place))
                names[stem(place.name)][entry] += 1
                kinds[(stem(place.name), entry[2])] = (place.precision, place.country)
        self._best: dict[str, tuple[str, str | None, str]] = {}
        self._labels: dict[str, str] = {}
        self._settle(names, kinds)
        self._label(claims)

    def _settle(
        self,
        names: Mapping[str, Counter[tuple[int, str, str]]],
        kinds: Mapping[tuple[str, str], tuple[str, str | None]],
    ) -> None:
        for name, entries in names.items():
            # A province wins over the town that gives it its name; then the place named most often.
            rank, _, identity = min(entries, key=lambda entry: (entry[0] > 0, -entries[entry], entry))
            precision, country = kinds[(name, identity)]
            self._best[name] = (identity if rank < 5 else f"area:{name}", country, precision)

    def _label(self, claims: Iterable[Claim]) -> None:
        seen: dict[str, Counter[str]] = defaultdict(Counter)
        for claim in claims:
            for place in claim.places:
                seen[self.of(place).key][place.name] += 1
        for key, counter in seen.items():
            # The fullest common name: the most frequent, the longer one on a tie.
            self._labels[key] = min(counter, key=lambda name: (-counter[name], -len(name), name))

    def of(self, place: Place) -> Scope:
        """The scope of a place record."""
        return self.named(place.name, place)

    def knows(self, name: str) -> bool:
        """True when a claim names such a place or the gazetteer holds it."""
        return stem(name) in self._best or bool(candidates(name))

    def named(self, name: str, place: Place | None = None) -> Scope:
        """The scope that `name` means here; a key of its own when no claim names such a place."""
        known = self._best.get(stem(name))
        if known is None:
            key, country, precision = f"name:{stem(name)}", place.country if place else None, "area"
        else:
            key, country, precision = known
        compass = precision == "area" and country is not None and _is_part(stem(name))
        return Scope(
            key=key,
            name=self._labels.get(key, name),
            precision=precision,  # type: ignore[arg-type]
            country=country,
            broad=f"country:{country}" if compass else key,
        )


def _is_part(name: str) -> bool:
    return any(word in COMPASS_WORDS for word in name.split())


def _identity(place: Place) -> str:
    if place.precision == "country" and place.country:
        return f"country:{place.country}"
    if place.precision == "province" and place.adm1:
        return f"adm1:{place.adm1}"
    if place.geonameid is not None:
        return f"geo:{place.geonameid}"
    return f"name:{stem(place.name)}"
