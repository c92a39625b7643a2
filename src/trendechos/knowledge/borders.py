"""Outlines of countries and first-level regions, for maps and for "how far from the border".

Built by scripts/build_borders.py from Natural Earth (public domain). Country lines follow the resolutions of
the United Nations General Assembly (Crimea is Ukraine's); they are no statement about control on the ground.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

FOLDER = Path(__file__).parent / "data" / "geo"
COUNTRIES = FOLDER / "countries.npz"
PROVINCES = FOLDER / "provinces.npz"
UNIT = 0.001  # degrees of one step in the packed files
KM_PER_DEGREE = 111.195

Ring = np.ndarray[Any, np.dtype[np.float64]]


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """An outline: `polygons` of rings, outer ring first, each (n, 2) of longitude and latitude in degrees.

    `code` is ISO 3166-1 alpha-3 for a country and ISO 3166-2 for a region; empty for a territory without one.
    No ring crosses the line of 180 degrees.
    """

    code: str
    name: str
    polygons: tuple[tuple[Ring, ...], ...]
    box: tuple[float, float, float, float]

    def holds(self, lat: float, lon: float) -> bool:
        """True when the position lies inside."""
        west, south, east, north = self.box
        if not (west <= lon <= east and south <= lat <= north):
            return False
        return sum(_inside(ring, lat, lon) for polygon in self.polygons for ring in polygon) % 2 == 1


@cache
def all_countries() -> tuple[Shape, ...]:
    """The outlines of all countries and territories, by code."""
    return _read(COUNTRIES)


@cache
def all_provinces() -> tuple[Shape, ...]:
    """The outlines of the regions of all countries, by ISO 3166-2 code."""
    return _read(PROVINCES)


def country(code: str) -> Shape | None:
    """The outline of a country by ISO 3166-1 alpha-3 code; None when there is none."""
    return _by_code(COUNTRIES).get(code)


def province(code: str) -> Shape | None:
    """The outline of a region by ISO 3166-2 code; None when there is none."""
    return _by_code(PROVINCES).get(code)


def provinces_of(alpha2: str) -> tuple[Shape, ...]:
    """The outlines of a country's regions by its ISO 3166-1 alpha-2 code; empty when none is held."""
    return tuple(shape for shape in all_provinces() if shape.code.startswith(alpha2 + "-"))


def country_at(lat: float, lon: float) -> str | None:
    """The alpha-3 code of the country that holds the position; None at sea and off the coarse coast.

    >>> country_at(45.3, 34.4), country_at(0.0, -30.0)
    ('UKR', None)
    """
    return next((shape.code or None for shape in all_countries() if shape.holds(lat, lon)), None)


def province_at(lat: float, lon: float) -> str | None:
    """The ISO 3166-2 code of the region that holds the position; None when none does.

    >>> province_at(51.191, 35.27)
    'RU-KRS'
    """
    return next((shape.code for shape in all_provinces() if shape.holds(lat, lon)), None)


def distance_to_border_km(lat: float, lon: float, country_code: str) -> float | None:
    """Kilometres from a position to the nearest point of a country's outline, coasts included; None if unknown.

    Good to about three kilometres; computed on a flat map around the position, so best under 500 km.
    """
    outline = country(country_code)
    if outline is None:
        return None
    rings = [ring for polygon in outline.polygons for ring in polygon]
    if not outline.holds(lat, lon):
        # From outside, the nearest edge of any of its regions is its border, and regions are drawn finer.
        finer = [ring for shape in _regions(country_code) for polygon in shape.polygons for ring in polygon]
        rings = finer or rings
    return min(_gap_km(ring, lat, lon) for ring in rings)


def province_to_country_km(code: str, country_code: str) -> float | None:
    """Kilometres between a region and another country; 0.0 when they touch; None when either is unknown."""
    shape, other = province(code), country(country_code)
    if shape is None or other is None:
        return None
    points = np.concatenate([ring for polygon in shape.polygons for ring in polygon])
    # Every tenth point finds the stretch, all points near it the distance.
    rough = [distance_to_border_km(float(lat), float(lon), country_code) or 0.0 for lon, lat in points[::10]]
    best = 10 * int(np.argmin(rough))
    near = [
        distance_to_border_km(float(lat), float(lon), country_code) or 0.0
        for lon, lat in points[max(0, best - 10) : best + 11]
    ]
    # Two drawings of one line differ by up to about two kilometres.
    return 0.0 if min(near) < 3.0 else min(near)


@cache
def _by_code(path: Path) -> dict[str, Shape]:
    found: dict[str, Shape] = {}
    for shape in _read(path):
        found.setdefault(shape.code, shape)
    found.pop("", None)
    return found


@cache
def _regions(country_code: str) -> tuple[Shape, ...]:
    alpha2 = _alpha2().get(country_code)
    return provinces_of(alpha2) if alpha2 else ()


@cache
def _alpha2() -> dict[str, str]:
    lines = (FOLDER / "countries.tsv").read_text("utf-8").splitlines()[1:]
    return {line.split("\t")[0]: line.split("\t")[1] for line in lines}


@cache
def _read(path: Path) -> tuple[Shape, ...]:
    with np.load(path) as packed:
        points, lengths = packed["points"], packed["lengths"]
        owners, polygons = packed["owners"].tolist(), packed["polygons"].tolist()
        codes, names = packed["codes"].tolist(), packed["names"].tolist()
    parts: list[dict[int, list[Ring]]] = [{} for _ in codes]
    first = 0
    for length, owner, polygon in zip(lengths.tolist(), owners, polygons, strict=True):
        ring = np.cumsum(points[first : first + length], axis=0) * UNIT
        parts[owner].setdefault(polygon, []).append(ring)
        first += length
    shapes = []
    for code, name, own in zip(codes, names, parts, strict=True):
        every = np.concatenate([ring for rings in own.values() for ring in rings])
        (west, south), (east, north) = every.min(axis=0).tolist(), every.max(axis=0).tolist()
        shapes.append(
            Shape(code, name, tuple(tuple(rings) for rings in own.values()), (west, south, east, north))
        )
    return tuple(shapes)


def _inside(ring: Ring, lat: float, lon: float) -> bool:
    """Ray casting over all edges at once."""
    x1, y1, x2, y2 = ring[:-1, 0], ring[:-1, 1], ring[1:, 0], ring[1:, 1]
    spans = (y1 > lat) != (y2 > lat)
    if not spans.any():
        return False
    x1, y1, x2, y2 = x1[spans], y1[spans], x2[spans], y2[spans]
    return bool(np.count_nonzero(lon < (x2 - x1) * (lat - y1) / (y2 - y1) + x1) % 2)


def _gap_km(ring: Ring, lat: float, lon: float) -> float:
    """Distance to the nearest edge, on a flat map whose middle is the position."""
    east = ((ring[:, 0] - lon + 180) % 360 - 180) * KM_PER_DEGREE * np.cos(np.radians(lat))
    north = (ring[:, 1] - lat) * KM_PER_DEGREE
    x, y = east[:-1], north[:-1]
    dx, dy = np.diff(east), np.diff(north)
    lengths = dx * dx + dy * dy
    share = np.clip(-(x * dx + y * dy) / np.where(lengths > 0, lengths, 1.0), 0.0, 1.0)
    return float(np.sqrt(((x + share * dx) ** 2 + (y + share * dy) ** 2).min()))
