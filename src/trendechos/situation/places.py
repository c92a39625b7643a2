"""Where: the places of the situation and what lies around them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

from trendechos.records import Evidence, Place, SituationPlace, Span
from trendechos.situation.naming import name as party_name
from trendechos.situation.scopes import Scope, Scopes

_NOWHERE = Span(0, 0)


def places(evidence: Evidence) -> tuple[SituationPlace, ...]:
    """The places named in claims, those of most origins first, each as precise as its name and no more."""
    scopes = Scopes(evidence.claims.values())
    origin_of = {claim_id: origin.origin_id for origin in evidence.origins for claim_id in origin.claims}
    claims: dict[str, set[str]] = defaultdict(set)
    origins: dict[str, set[str]] = defaultdict(set)
    known: dict[str, Scope] = {}
    forms: dict[str, Counter[Place]] = defaultdict(Counter)
    for claim_id in sorted(evidence.claims):
        for place in evidence.claims[claim_id].places:
            scope = scopes.of(place)
            known[scope.key] = scope
            claims[scope.key].add(claim_id)
            forms[scope.key][_bare(place)] += 1
            if claim_id in origin_of:
                origins[scope.key].add(origin_of[claim_id])
    found = [_place(known[key], forms[key], len(claims[key]), len(origins[key])) for key in known]
    return tuple(sorted(found, key=lambda place: (-place.origins_count, -place.claims_count, place.name)))


def _place(scope: Scope, forms: Mapping[Place, int], claims_count: int, origins_count: int) -> SituationPlace:
    fitting = [place for place in forms if place.precision == scope.precision] or list(forms)
    best = min(fitting, key=lambda place: (place.lat is None, -forms[place], place.name, place.geonameid or 0))
    return SituationPlace(
        name=scope.name,
        lat=best.lat,
        lon=best.lon,
        precision=scope.precision,
        country=scope.country,
        claims_count=claims_count,
        origins_count=origins_count,
        context=_context(scope),
        adm1=best.adm1,
        geonameid=best.geonameid,
    )


def _context(scope: Scope) -> str:
    """The country of a place in words; empty where none is known or the place is one."""
    return party_name(scope.country) if scope.country and scope.precision != "country" else ""


def _bare(place: Place) -> Place:
    return Place(
        place.name, place.precision, _NOWHERE, place.country, place.adm1, place.geonameid, place.lat, place.lon
    )  # fmt: skip
