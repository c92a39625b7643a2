"""Where: the map and the places as a list, with what they are and where they lie."""

from __future__ import annotations

from trendechos.presentation.index import Index
from trendechos.presentation.sections import common
from trendechos.presentation.wording.parts import flat, note
from trendechos.records import Row, Section, SituationPlace

_PRECISION = {
    "site": "site",
    "town": "town",
    "district": "district",
    "province": "province or region",
    "country": "country",
    "area": "area without fixed borders",
}
_HEAD = ("Place", "What it is", "Where it lies", "Claims", "Origins")


def build(index: Index) -> Section:
    """The places that claims speak of; a country or province is an area, never a point."""
    rows = [row for place in index.situation.places if (row := _row(index, place))]
    if not rows:
        return Section("where", "Where", (note("No place was found that we could put on a map."),))
    sentence = note(
        "A place is drawn as precisely as its name: countries and provinces as areas, towns and sites"
        " as points."
    )
    tables = common.table(_HEAD, rows, caption="Places", numbers=(3, 4))
    return Section("where", "Where", (sentence,), tables, figure="map")


def _row(index: Index, place: SituationPlace) -> Row | None:
    claims = claims_at(index, place)
    if not claims:
        return None
    cells = (
        flat(place.name), _PRECISION.get(place.precision, place.precision), flat(place.context) or "–",
        f"{place.claims_count:,}", f"{place.origins_count:,}",
    )  # fmt: skip
    return Row(cells, claims)


def claims_at(index: Index, place: SituationPlace) -> tuple[str, ...]:
    """The claims that name the place, at most twelve."""
    by_id = index.at.get(("", place.geonameid), ()) if place.geonameid is not None else ()
    return (by_id or index.at.get((place.name, None), ()))[: common.OPEN_ROWS]
