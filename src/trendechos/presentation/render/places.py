"""The places of a situation as GeoJSON (RFC 7946)."""

from __future__ import annotations

from trendechos.records import Situation, SituationPlace
from trendechos.records.codec import Json

# Only these precisions are points on the ground; the rest is a label position and says so.
_POINTS = frozenset({"site", "town"})


def geojson(situation: Situation) -> Json:
    """A FeatureCollection; `label_position` is true for all but towns and sites, an unknown position null."""
    return {"type": "FeatureCollection", "features": [_feature(place) for place in situation.places]}


def _feature(place: SituationPlace) -> Json:
    known = place.lat is not None and place.lon is not None
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]} if known else None,
        "properties": {
            "name": place.name,
            "precision": place.precision,
            "label_position": place.precision not in _POINTS,
            "country": place.country,
            "adm1": place.adm1,
            "geonameid": place.geonameid,
            "claims_count": place.claims_count,
            "origins_count": place.origins_count,
            "context": place.context,
        },
    }
