"""A place, as precise as the name that stands for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from trendechos.records.span import Span

PlacePrecision = Literal["site", "town", "district", "province", "country", "area"]
PlaceRole = Literal["event", "mentioned"]


@dataclass(frozen=True, slots=True)
class Place:
    """A place named in a report; coordinates in WGS 84 degrees, None where no gazetteer holds it.

    `lat`/`lon` of a province, country or area are a label position and are never drawn as a pin.
    """

    name: str
    precision: PlacePrecision
    span: Span
    country: str | None = None
    adm1: str | None = None
    geonameid: int | None = None
    lat: float | None = None
    lon: float | None = None
    role: PlaceRole = "mentioned"
