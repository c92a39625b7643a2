"""Which place a name means within one situation, so that "Kursk", "Kursk region" and "Kursk Oblast" are one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from trendechos.knowledge.gazetteer import candidates
from trendechos.languages.en.places import ARTICLES, COMPASS_WORDS, PROVINCE_WORDS
from trendechos.records import Claim, Place, PlacePrecision

_RANK: dict[PlacePrecision, int] = {"province": 0, "country": 1, "town": 2, "district": 3, "site": 4, "area": 5}


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
    adm1: str | None = None

    def holds(self, other: Scope) -> bool:
        """True for a province or country and a place known to lie in it."""
        if self.country is None or self.country != other.country or self.key == other.key:
            return False
        if self.precision == "country":
            return True
        return self.precision == "province" and self.adm1 is not None and self.adm1 == other.adm1


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


_Entry = tuple[int, str, str, str]  # rank of its precision, country, identity, province
_PRECISIONS: dict[int, PlacePrecision] = {rank: precision for precision, rank in _RANK.items()}


class Scopes:
    """The places of a set of claims, looked up by name or record; the same for any order of claims."""

    def __init__(self, claims: Iterable[Claim] = ()) -> None:
        """Counts which place each name means, and how each place is called."""
        self._entries: dict[str, Counter[_Entry]] = {}
        self._forms: dict[str, Counter[str]] = {}
        self._best: dict[str, _Entry] = {}
        self._stems: dict[str, set[str]] = defaultdict(set)
        self._scopes: dict[str, Scope] = {}
        self.change((), claims)

    def change(self, gone: Iterable[Claim], new: Iterable[Claim]) -> frozenset[str]:
        """Takes claims out and in; the stems of names that now mean another place, or one called otherwise."""
        touched: set[str] = set()
        for claims, by in ((gone, -1), (new, 1)):
            for claim in claims:
                for place in claim.places:
                    name = stem(place.name)
                    entry = (_RANK[place.precision], place.country or "", _identity(place), place.adm1 or "")
                    self._entries.setdefault(name, Counter())[entry] += by
                    self._forms.setdefault(name, Counter())[place.name] += by
                    touched.add(name)
        keys = {key for name in touched for key in self._settle(name)}
        moved = {name for name in touched if name not in self._best and name in self._scopes}
        for name in moved:
            del self._scopes[name]
        for key in keys:
            moved |= self._label(key)
        return frozenset(moved)

    def _settle(self, name: str) -> set[str]:
        """Finds which place a name means by now; the keys of that place and of the one that it meant before."""
        before = self._best.pop(name, None)
        entries = self._entries[name] = +self._entries[name]
        self._forms[name] = +self._forms[name]
        if entries:
            # A province wins over the town that gives it its name; then the place named most often.
            self._best[name] = min(entries, key=lambda entry: (entry[0] > 0, -entries[entry], entry))
        if before is not None:
            self._stems[_key(name, before)].discard(name)
        if name in self._best:
            self._stems[_key(name, self._best[name])].add(name)
        return {_key(name, entry) for entry in (before, self._best.get(name)) if entry is not None}

    def _label(self, key: str) -> set[str]:
        """Names a place by its fullest common name; the stems of which the scope is another than before."""
        counter: Counter[str] = Counter()
        for name in self._stems[key]:
            counter.update(self._forms[name])
        # The most frequent, the longer one on a tie.
        label = min(counter, key=lambda name: (-counter[name], -len(name), name), default="")
        scopes = {name: _scope(name, key, label, self._best[name]) for name in self._stems[key]}
        moved = {name for name, scope in scopes.items() if self._scopes.get(name) != scope}
        self._scopes.update((name, scopes[name]) for name in moved)
        return moved

    def of(self, place: Place) -> Scope:
        """The scope of a place record."""
        return self.named(place.name, place)

    def knows(self, name: str) -> bool:
        """True when a claim names such a place or the gazetteer holds it."""
        return stem(name) in self._best or bool(candidates(name))

    def named(self, name: str, place: Place | None = None) -> Scope:
        """The scope that `name` means here; a key of its own when no claim names such a place."""
        known = self._scopes.get(stem(name))
        if known is not None:
            return known
        entry = (_RANK["area"], (place.country if place else None) or "", "", "")
        return _scope(stem(name), f"name:{stem(name)}", name, entry)


def _key(name: str, entry: _Entry) -> str:
    return f"area:{name}" if entry[0] == _RANK["area"] else entry[2]


def _scope(name: str, key: str, label: str, entry: _Entry) -> Scope:
    precision, country = _PRECISIONS[entry[0]], entry[1] or None
    compass = precision == "area" and country is not None and _is_part(name)
    return Scope(key, label, precision, country, f"country:{country}" if compass else key, entry[3] or None)


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
