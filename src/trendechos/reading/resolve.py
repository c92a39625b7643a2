"""Which place a name stands for, by everything else that the report names.

Every name holds a share of belief in each of its candidates; a candidate gains by its people, by what
contains it in the text ("Paris, Texas"), and by candidates of other names in its region, its country and
near it, as far as those are believed themselves. A few rounds settle which reading of all names fits together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log, log10
from typing import Any

import numpy as np

from trendechos.knowledge import countries, outlets
from trendechos.knowledge.gazetteer import GazetteerEntry, fold
from trendechos.reading.toponyms import Toponym, is_spelling
from trendechos.records import Report


@dataclass(frozen=True, slots=True)
class Weights:
    """What counts how much; tuned on the development texts of LGL, GeoWebNews and TR-News together."""

    per_tenfold: float = 0.7  # people
    country: float = 1.2
    province: float = 0.5
    district: float = -1.2
    area: float = -0.5
    site: float = 0.2
    worldwide: float = 2.0  # seas and continents have no country to speak for them
    outshone: float = -3.0  # a region that is little more than its town: Seoul, Moscow
    capital: float = 0.5
    alias: float = -2.0
    contained: float = 4.0
    region: float = 4.5
    same_country: float = 3.5
    near: float = 2.0
    near_km: float = 60.0
    home: float = 0.8


WEIGHTS = Weights()
# A smaller town abroad is known by another spelling only where its country is named.
SMALL_TOWN = 300_000
# Shorter names than this are mostly short for a region's ("Mont.", "Colo.").
LEAST_NAME = 5
# Beyond the most likely a candidate counts only where the text names its region.
MOST_CANDIDATES = 12
ROUNDS = 4

Numbers = np.ndarray[Any, np.dtype[np.float64]]
Key = tuple[str, tuple[str, ...] | None, str]


@dataclass(slots=True)
class _Group:
    """The uses of one name with one kind and one container, and the candidates they share."""

    toponyms: list[int]
    entries: list[GazetteerEntry]
    priors: list[float]


def resolve(
    toponyms: Sequence[Toponym], report: Report, weights: Weights = WEIGHTS
) -> list[GazetteerEntry | None]:
    """One place a toponym, in the order given; None for a name without candidates."""
    groups = _groups(toponyms, report, weights)
    chosen: list[GazetteerEntry | None] = [None] * len(toponyms)
    if not groups:
        return chosen
    belief = _believed(groups, weights) if len(groups) > 1 else np.concatenate([g.priors for g in groups])
    first = 0
    for group in groups:
        own = belief[first : first + len(group.entries)]
        best = group.entries[int(own.argmax())]
        for index in group.toponyms:
            chosen[index] = best
        first += len(group.entries)
    return [
        None if entry is not None and _is_stray(entry, toponym, chosen) else entry
        for entry, toponym in zip(chosen, toponyms, strict=True)
    ]


def _is_stray(entry: GazetteerEntry, toponym: Toponym, chosen: Sequence[GazetteerEntry | None]) -> bool:
    """True for a small town, spelt otherwise than here, of a country that a report on others does not name."""
    small = entry.kind in ("town", "district") and entry.population < SMALL_TOWN
    if not small or toponym.container is not None or fold(entry.name) == toponym.folded:
        return False
    named = {other.country for other in chosen if other is not None and other.kind in ("country", "province")}
    near = {code for name in named if name for code in countries.by_code(name).neighbours}
    return bool(named) and entry.country not in named | near


def _groups(toponyms: Sequence[Toponym], report: Report, weights: Weights) -> list[_Group]:
    uses: dict[Key, list[int]] = {}
    holders: dict[str, list[Toponym]] = {}
    for index, toponym in enumerate(toponyms):
        if not toponym.entries:
            continue
        container = toponym.container
        if container is not None:
            holders.setdefault(toponym.folded, []).append(container)
        key = (toponym.folded, toponym.kinds, container.folded if container else "")
        uses.setdefault(key, []).append(index)
    own = home(report)
    named = _named_regions(toponyms)
    groups = []
    for (folded, _, _), indices in sorted(uses.items(), key=lambda item: item[1]):
        toponym = toponyms[indices[0]]
        held_by = [toponym.container] if toponym.container else holders.get(folded, [])
        scored = []
        for rank, entry in enumerate(toponym.entries):
            held = any(_holds(holder, entry) for holder in held_by)
            if rank >= MOST_CANDIDATES and not held and entry.adm1 not in named:
                continue
            score = _prior(entry, toponym, weights) + (weights.contained if held else 0.0)
            if toponym.kinds is None and entry.kind == "province" and _is_outshone(entry, toponym.entries):
                score += weights.outshone
            scored.append((score + (weights.home if own and entry.country == own else 0.0), entry))
        groups.append(_Group(indices, [entry for _, entry in scored], [score for score, _ in scored]))
    return groups


def home(report: Report) -> str | None:
    """The country of the outlet, from packaged knowledge or from the country code that ends its address."""
    outlet = outlets.find(report.outlet or "") or outlets.find(report.url or "")
    # An agency writes for the world.
    worldwide = outlet is not None and outlet.kind in ("agency", "aggregator")
    return None if worldwide else outlets.country(report.outlet, report.url)


def _named_regions(toponyms: Sequence[Toponym]) -> frozenset[str]:
    """The regions that the report names as such, or by their counties."""
    return frozenset(
        entry.adm1
        for toponym in toponyms
        for entry in toponym.entries[:MOST_CANDIDATES]
        if entry.adm1 and entry.kind in ("province", "district")
    )


@lru_cache(maxsize=20_000)
def _is_capital(entry: GazetteerEntry) -> bool:
    country = countries.capital_of(entry.name)
    return entry.kind == "town" and country is not None and country.code == entry.country


def _is_outshone(region: GazetteerEntry, entries: Sequence[GazetteerEntry]) -> bool:
    """True when the town of that name in the region is a capital or holds most of its people.

    So too for a region by another name than its own: Primorsk is a port, Primorye the region.
    """
    towns = (entry for entry in entries if entry.kind == "town" and entry.how == "name")
    if region.how == "alias" and any(len(town.name) >= LEAST_NAME for town in towns):
        return True
    return any(
        entry.kind == "town"
        and entry.country == region.country
        and (
            _is_capital(entry)
            or (entry.population >= 0.65 * region.population and _flat_km(entry, region) < 80)
        )
        for entry in entries[:MOST_CANDIDATES]
    )


def _prior(entry: GazetteerEntry, toponym: Toponym, weights: Weights) -> float:
    score = weights.per_tenfold * log10(entry.population + 100)
    if entry.kind == "country":
        score += weights.country
    elif entry.kind == "province":
        score += weights.province
    elif entry.kind == "district":
        score += weights.district if toponym.kinds is None else 0.0
    elif entry.kind == "area":
        score += weights.area if entry.country else weights.worldwide
    elif entry.kind == "site":
        score += weights.site
    elif _is_capital(entry):
        score += weights.capital
    if entry.how == "alias" and not is_spelling(fold(entry.name), toponym.folded):
        score += weights.alias
        if fold(entry.name)[:3] != toponym.folded[:3]:
            score += weights.alias
    return score


def _believed(groups: Sequence[_Group], weights: Weights) -> Numbers:
    """The score of every candidate of every group, one after the other, after the last round."""
    entries = [entry for group in groups for entry in group.entries]
    prior = np.array([score for group in groups for score in group.priors])
    owner = np.repeat(np.arange(len(groups)), [len(group.entries) for group in groups])
    starts = np.concatenate([[0], np.cumsum([len(group.entries) for group in groups])[:-1]])
    # The tenth use of a name says little more than the third.
    mass = np.array([1 + log(len(group.toponyms)) for group in groups])[owner]
    region = _codes([entry.adm1 for entry in entries])
    country = _codes([entry.country for entry in entries])
    point = np.array([entry.kind in ("town", "district", "site") for entry in entries])
    local = np.array([entry.kind not in ("country", "province") for entry in entries])
    other = owner[:, None] != owner[None, :]
    same_region = (region[:, None] == region[None, :]) & (region >= 0) & other & local[:, None]
    same_country = (country[:, None] == country[None, :]) & (country >= 0) & other
    near = _nearness(entries, weights.near_km) * (other & point[None, :] & point[:, None])
    support = weights.region * same_region + weights.same_country * same_country
    whole = max(1.0, float(mass[starts].sum()))
    scores = prior
    for _ in range(ROUNDS):
        belief = _shares(scores, owner, starts)
        weighed = belief * mass
        scores = prior + support @ weighed / whole + weights.near * np.minimum(near @ belief, 2.0)
    return np.asarray(scores)


def _shares(scores: Numbers, owner: Any, starts: Any) -> Numbers:
    """The scores of each group as shares of one."""
    powers = np.exp(scores - np.maximum.reduceat(scores, starts)[owner])
    return np.asarray(powers / np.add.reduceat(powers, starts)[owner])


def _codes(values: Sequence[str | None]) -> Any:
    known = {value: index for index, value in enumerate(sorted({value for value in values if value}))}
    return np.array([known[value] if value else -1 for value in values])


def _nearness(entries: Sequence[GazetteerEntry], near_km: float) -> Numbers:
    """1 at the same spot, half at `near_km`, 0 beyond three times that; on a flat map, to a few percent."""
    lat = np.array([entry.lat for entry in entries])
    lon = np.array([entry.lon for entry in entries])
    north = (lat[:, None] - lat[None, :]) * 111.2
    east = (lon[:, None] - lon[None, :]) * 111.2 * np.cos(np.radians(lat))[:, None]
    square = (north * north + east * east) / (near_km * near_km)
    return np.asarray(np.where(square < 9.0, 1.0 / (1.0 + square), 0.0))


def _holds(holder: Toponym, entry: GazetteerEntry) -> bool:
    """True when a candidate of the containing name contains the entry."""
    for outer in holder.entries:
        if outer.kind == "country" and outer.country == entry.country and entry.kind != "country":
            return True
        if outer.kind == "province" and outer.adm1 and outer.adm1 == entry.adm1 and entry.kind != "province":
            return True
        if (
            outer.country == entry.country
            and outer.kind in ("district", "area", "town")
            and outer.population > entry.population
            and _flat_km(outer, entry) < (400 if outer.kind == "area" else 60)
        ):
            return True
    return False


def _flat_km(first: GazetteerEntry, second: GazetteerEntry) -> float:
    north = (first.lat - second.lat) * 111.2
    east = (first.lon - second.lon) * 111.2 * float(np.cos(np.radians(first.lat)))
    return float((north * north + east * east) ** 0.5)
