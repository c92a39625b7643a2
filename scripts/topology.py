"""TopoJSON to rings of longitude and latitude, and tests of a point against them; used by the build scripts."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np

Ring = np.ndarray[Any, np.dtype[np.float64]]


def arcs(topology: dict[str, Any]) -> list[Ring]:
    """The arcs of a quantised topology as absolute positions, (n, 2) each."""
    scale = np.array(topology["transform"]["scale"])
    translate = np.array(topology["transform"]["translate"])
    return [np.cumsum(np.array(arc, dtype=float), axis=0) * scale + translate for arc in topology["arcs"]]


def rings(geometry: dict[str, Any], lines: list[Ring]) -> list[list[Ring]]:
    """The polygons of a geometry, each a list of rings, outer ring first."""
    if geometry["type"] == "Polygon":
        polygons = [geometry["arcs"]]
    elif geometry["type"] == "MultiPolygon":
        polygons = geometry["arcs"]
    else:
        return []
    return [[_ring(ring, lines) for ring in polygon] for polygon in polygons]


def _ring(indices: list[int], lines: list[Ring]) -> Ring:
    parts: list[Ring] = []
    for index in indices:
        line = lines[index] if index >= 0 else lines[~index][::-1]
        parts.append(line if not parts else line[1:])
    return np.concatenate(parts)


def area_and_centre(ring: Ring) -> tuple[float, float, float]:
    """Unsigned area in square degrees and the centroid (lon, lat) of one ring (shoelace formula)."""
    x, y = ring[:-1, 0], ring[:-1, 1]
    following_x, following_y = ring[1:, 0], ring[1:, 1]
    cross = x * following_y - following_x * y
    double = cross.sum()
    if abs(double) < 1e-12:
        return 0.0, float(x.mean()), float(y.mean())
    lon = ((x + following_x) * cross).sum() / (3 * double)
    lat = ((y + following_y) * cross).sum() / (3 * double)
    return abs(double) / 2, float(lon), float(lat)


def centre(polygons: list[list[Ring]]) -> tuple[float, float]:
    """The centroid (lon, lat) of the largest polygon."""
    return max(area_and_centre(polygon[0]) for polygon in polygons)[1:]


def inside(ring: Ring, lon: Ring, lat: Ring) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """Which of the points lie inside the ring (ray casting)."""
    found = np.zeros(len(lon), dtype=bool)
    for (x1, y1), (x2, y2) in pairwise(ring):
        if y1 == y2:
            continue
        crosses = (lat > min(y1, y2)) & (lat <= max(y1, y2)) & (lon <= (lat - y1) * (x2 - x1) / (y2 - y1) + x1)
        found ^= crosses
    return found
