"""Which place a name stands for, by everything else that the report names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import cos, log10, radians

from trendechos.knowledge.gazetteer import GazetteerEntry
from trendechos.reading.toponyms import Toponym
from trendechos.records import Report

# Weights tuned on the development news of three public toponym sets (LGL, GeoWebNews, TR-News).
PER_TENFOLD = 1.0  # people
COUNTRY, PROVINCE, DISTRICT, AREA, SITE = 2.0, 0.5, -1.2, 0.3, 0.2
ALIAS = -1.0
CONTAINED = 6.0
SAME_REGION, SAME_COUNTRY = 2.2, 1.6
NEAR, NEAR_KM = 2.0, 150.0
MOST_CANDIDATES = 40
ROUNDS = 3


def resolve(toponyms: Sequence[Toponym], report: Report) -> list[GazetteerEntry | None]:
    """One place a toponym, in the order given; None for a name without candidates. Names of one report agree."""
    groups: dict[tuple[str, tuple[str, ...] | None], list[int]] = {}
    for index, toponym in enumerate(toponyms):
        groups.setdefault((toponym.folded, toponym.kinds), []).append(index)
    chosen: list[GazetteerEntry | None] = [_prior_best(toponym) for toponym in toponyms]
    home = _home(report)
    for _ in range(ROUNDS):
        context = _Context(toponyms, chosen, home)
        following = list(chosen)
        for indices in groups.values():
            for index in indices:
                following[index] = context.best(toponyms[index], [toponyms[other] for other in indices])
        if following == chosen:
            break
        chosen = following
    return chosen


def _home(report: Report) -> str | None:
    """The country of the outlet, where packaged knowledge holds it."""
    return None


def _prior(entry: GazetteerEntry, toponym: Toponym) -> float:
    score = PER_TENFOLD * log10(entry.population + 100)
    if entry.kind == "country":
        score += COUNTRY
    elif entry.kind == "province":
        score += PROVINCE
    elif entry.kind == "district":
        score += DISTRICT if toponym.kinds is None else 0.0
    elif entry.kind == "area":
        score += AREA
    elif entry.kind == "site":
        score += SITE
    if entry.how == "alias":
        score += ALIAS
    return score


def _prior_best(toponym: Toponym) -> GazetteerEntry | None:
    if not toponym.entries:
        return None
    return max(toponym.entries[:MOST_CANDIDATES], key=lambda entry: _prior(entry, toponym))


class _Context:
    """What the places chosen so far say for a candidate."""

    def __init__(
        self, toponyms: Sequence[Toponym], chosen: Sequence[GazetteerEntry | None], home: str | None
    ) -> None:
        self.countries: Counter[str] = Counter()
        self.regions: Counter[str] = Counter()
        self.points: list[tuple[str, float, float, float]] = []
        self.home = home
        counted: Counter[str] = Counter()
        for toponym, entry in zip(toponyms, chosen, strict=True):
            if entry is None:
                continue
            counted[toponym.folded] += 1
            # The tenth mention of a name says little more than the third.
            weight = 1.0 / counted[toponym.folded]
            sure = _sureness(toponym, entry)
            if entry.country:
                self.countries[entry.country] += weight * sure  # type: ignore[assignment]
            if entry.adm1:
                self.regions[entry.adm1] += weight * sure  # type: ignore[assignment]
            if entry.kind in ("town", "district", "site") and counted[toponym.folded] == 1:
                self.points.append((toponym.folded, entry.lat, entry.lon, sure))
        self.country_sum = sum(self.countries.values()) or 1.0
        self.region_sum = sum(self.regions.values()) or 1.0

    def best(self, toponym: Toponym, same: Sequence[Toponym]) -> GazetteerEntry | None:
        if not toponym.entries:
            return None
        entries = toponym.entries[:MOST_CANDIDATES]
        if len(entries) == 1:
            return entries[0]
        holders = [one.container for one in ([toponym] if toponym.container else same) if one.container]
        return max(entries, key=lambda entry: (self._score(entry, toponym, holders), entry.population))

    def _score(self, entry: GazetteerEntry, toponym: Toponym, holders: Sequence[Toponym | None]) -> float:
        score = _prior(entry, toponym)
        if entry.country:
            score += SAME_COUNTRY * self._others(self.countries, entry.country, toponym) / self.country_sum
        if entry.adm1 and entry.kind != "province":
            score += SAME_REGION * self._others(self.regions, entry.adm1, toponym) / self.region_sum
        for holder in holders:
            if holder is not None and _holds(holder, entry):
                score += CONTAINED
                break
        near = 0.0
        for folded, lat, lon, sure in self.points:
            if folded != toponym.folded:
                distance = _quick_km(entry.lat, entry.lon, lat, lon)
                if distance < 3 * NEAR_KM:
                    near += sure / (1 + (distance / NEAR_KM) ** 2)
        return score + NEAR * min(near, 2.0)

    def _others(self, counts: Counter[str], code: str, toponym: Toponym) -> float:
        return float(counts[code])


def _sureness(toponym: Toponym, entry: GazetteerEntry) -> float:
    if toponym.container is not None or len(toponym.entries) == 1:
        return 1.0
    if entry.kind == "country" or entry.how in ("demonym", "abbreviation"):
        return 1.0
    return 0.4


def _holds(holder: Toponym, entry: GazetteerEntry) -> bool:
    for outer in holder.entries:
        if outer.kind == "country" and outer.country == entry.country and entry.kind != "country":
            return True
        if outer.kind == "province" and outer.adm1 and outer.adm1 == entry.adm1 and entry.kind != "province":
            return True
        if (
            outer.country == entry.country
            and outer.kind in ("district", "area", "town")
            and outer.population > entry.population
            and _quick_km(outer.lat, outer.lon, entry.lat, entry.lon) < (400 if outer.kind == "area" else 60)
        ):
            return True
    return False


def _quick_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Distance on a flat map around the two points: right to a few percent under 500 km, and cheap."""
    north = (lat1 - lat2) * 111.2
    east = (lon1 - lon2) * 111.2 * cos(radians((lat1 + lat2) / 2))
    return float((north * north + east * east) ** 0.5)
