"""Where: the places of the situation and what lies around them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from trendechos.knowledge import borders, countries
from trendechos.knowledge.geodesy import distance_km
from trendechos.records import Origin, Place, SituationPlace, Span
from trendechos.situation.naming import name as party_name
from trendechos.situation.scopes import Scope
from trendechos.situation.surroundings import Surroundings
from trendechos.situation.wording import listed

_NOWHERE = Span(0, 0)
# Only these stand for a point on the ground; a distance from the middle of a province would mislead.
_POINTS = frozenset(["site", "town"])
# The named places next to which a reader places a town.
_LANDMARKS = 40
_NEAR_KM = 300
# Packaged outlines are coarse: a border within this is worth a word, to tens of kilometres.
_BORDER_KM = 200
# Some 40 ms each: only for the places that a map would label.
_BORDERS_FOR = 12


def places(around: Surroundings) -> tuple[SituationPlace, ...]:
    """The places named in claims, those of most origins first, each as precise as its name and no more.

    `context` says province and country, and for a town or site how far it lies, as the crow flies, from
    the nearest two other towns of the situation within 300 km and from a foreign border within 200 km.
    """
    claims: Counter[str] = Counter()
    carried: Counter[str] = Counter()
    known: dict[str, Scope] = {}
    forms: dict[str, Counter[Place]] = defaultdict(Counter)
    for some in around.parts(_found):
        for key, (scope, origins, count, named) in some.items():
            known[key] = scope
            claims[key] += count
            carried[key] += origins
            for form, many in named.items():
                forms[key][form] += many
    best = {key: _best(known[key], forms[key]) for key in known}
    order = sorted(known, key=lambda key: (-carried[key], -claims[key], known[key].name, key))
    provinces = {
        place.adm1: known[key].name
        for key, place in best.items()
        if place.precision == "province" and place.adm1
    }
    towns = [
        (known[key].name, best[key])
        for key in order
        if best[key].precision in _POINTS and best[key].lat is not None
    ]
    return tuple(
        SituationPlace(
            name=known[key].name,
            lat=best[key].lat,
            lon=best[key].lon,
            precision=known[key].precision,
            country=known[key].country,
            claims_count=claims[key],
            origins_count=carried[key],
            context="; ".join(
                part
                for part in (
                    _context(known[key], best[key], provinces, towns[:_LANDMARKS]),
                    _border(known[key], best[key]) if at < _BORDERS_FOR else "",
                    _borders_of(best[key].adm1 if known[key].precision == "province" else None)
                    if at < _BORDERS_FOR
                    else "",
                )
                if part
            ),
            adm1=best[key].adm1,
            geonameid=best[key].geonameid,
        )
        for at, key in enumerate(order)
    )


def _found(
    origins: Sequence[Origin], around: Surroundings
) -> dict[str, tuple[Scope, int, int, Counter[Place]]]:
    """The places that some origins name, each with how many of them and of their claims do, and as what."""
    found: dict[str, tuple[Scope, int, int, Counter[Place]]] = {}
    for origin in origins:
        for scope, count, named in around.once(_named, origin):
            _, ids, claims, forms = found.get(scope.key) or (scope, 0, 0, Counter[Place]())
            forms.update(named)
            found[scope.key] = scope, ids + 1, claims + count, forms
    return found


def _named(origin: Origin, around: Surroundings) -> list[tuple[Scope, int, list[Place]]]:
    """The places that an origin names, each with how many claims name it and as what."""
    found: dict[str, tuple[Scope, set[str], list[Place]]] = {}
    for claim in around.held(origin):
        for place in claim.places:
            scope = around.scopes.of(place)
            if scope.name == scope.name.lower():
                continue  # "the front" is somewhere, and no map can say where
            _, ids, forms = found.setdefault(scope.key, (scope, set(), []))
            ids.add(claim.claim_id)
            forms.append(_bare(place))
    return [(scope, len(ids), forms) for scope, ids, forms in found.values()]


def _border(scope: Scope, place: Place) -> str:
    """The nearest foreign border of a town or site within 200 km, in words; empty otherwise."""
    if scope.precision not in _POINTS or place.lat is None or place.lon is None or not place.country:
        return ""
    found = _nearest_border(place.lat, place.lon, place.country)
    if found is None:
        return ""
    km, code = found
    return f"about {_rounded(km)} km from the border with {party_name(code)}"


# A reader places a country by a few of its neighbours.
_NAMED_NEIGHBOURS = 5


def _neighbours(code: str | None) -> str:
    """The capital and neighbours of a country in words; empty for one that is not known."""
    try:
        country = countries.by_code(code or "")
    except KeyError:
        return ""
    names = [party_name(one) for one in country.neighbours]
    shown = names[:_NAMED_NEIGHBOURS]
    if len(names) > len(shown):
        shown.append(f"{len(names) - len(shown)} more")
    capital = f"capital {country.capital}" if country.capital else ""
    return "; ".join(part for part in (capital, f"borders {listed(shown)}" if shown else "") if part)


@lru_cache(maxsize=1000)
def _borders_of(adm1: str | None) -> str:
    """The foreign countries that touch a province, in words; empty where none does or none is known."""
    shape = borders.province(adm1) if adm1 else None
    if shape is None or adm1 is None:
        return ""
    try:
        country = countries.by_code(adm1.split("-", 1)[0])
    except KeyError:
        return ""
    touching = [
        party_name(code)
        for code in country.neighbours
        if (outline := borders.country(code)) is not None
        and _meet(shape.box, outline.box)
        and borders.province_to_country_km(adm1, code) == 0.0
    ]
    return f"on the border with {listed(touching)}" if touching else ""


def _meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    """True when two boxes of degrees overlap, a tenth of a degree allowed."""
    west, south, east, north = one
    return (
        west - 0.1 <= other[2]
        and other[0] <= east + 0.1
        and south - 0.1 <= other[3]
        and other[1] <= north + 0.1
    )


@lru_cache(maxsize=10_000)
def _nearest_border(lat: float, lon: float, country: str) -> tuple[float, str] | None:
    try:
        neighbours = countries.by_code(country).neighbours
    except KeyError:
        return None
    found = [
        (km, code)
        for code in neighbours
        if (km := borders.distance_to_border_km(lat, lon, code)) is not None and km <= _BORDER_KM
    ]
    return min(found, default=None)


def _best(scope: Scope, forms: Mapping[Place, int]) -> Place:
    """The record that stands for the place: of its own precision, with a position, named most often."""
    fitting = [place for place in forms if place.precision == scope.precision] or list(forms)
    return min(fitting, key=lambda place: (place.lat is None, -forms[place], place.name, place.geonameid or 0))


def _context(
    scope: Scope, place: Place, provinces: Mapping[str, str], towns: Sequence[tuple[str, Place]]
) -> str:
    """Province, country and near towns in words; empty where none is known."""
    if scope.precision == "country":
        return _neighbours(scope.country)
    parts = []
    province = provinces.get(place.adm1) if place.adm1 and scope.precision != "province" else None
    if province and province != scope.name:
        parts.append(province)
    if scope.country:
        land = party_name(scope.country)
        parts.append(f"province or region of {land}" if scope.precision == "province" else land)
    near = [f"about {_rounded(km)} km from {other}" for km, other in _near(scope, place, towns)[:2]]
    return "; ".join([", ".join(parts), *near] if parts else near)


def _near(scope: Scope, place: Place, towns: Sequence[tuple[str, Place]]) -> list[tuple[float, str]]:
    if scope.precision not in _POINTS or place.lat is None or place.lon is None:
        return []
    found = [
        (distance_km((place.lat, place.lon), (other.lat, other.lon)), label)
        for label, other in towns
        if other.lat is not None and other.lon is not None and other.geonameid != place.geonameid
    ]
    return sorted((km, label) for km, label in found if 1 <= km <= _NEAR_KM)


def _rounded(km: float) -> int:
    """Whole tens from 20 km up: the places themselves are kilometres wide."""
    return round(km / 10) * 10 if km >= 20 else round(km)


def _bare(place: Place) -> Place:
    return Place(
        place.name, place.precision, _NOWHERE, place.country, place.adm1, place.geonameid, place.lat, place.lon
    )  # fmt: skip
