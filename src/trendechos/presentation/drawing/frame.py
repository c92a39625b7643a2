"""From degrees to a flat map, north up: a plate carrée whose scale is true in the middle of the view."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Point = tuple[float, float]
Box = tuple[float, float, float, float]  # west, south, east, north in degrees

# A single town is shown with some land around it, a few hours' drive to each side.
LEAST_DEGREES = 3.0
MARGIN = 0.16


@dataclass(frozen=True, slots=True)
class Frame:
    """A view of the earth: its box in degrees, drawn `width` by `height` units."""

    box: Box
    width: float
    height: float

    def at(self, lon: float, lat: float) -> Point:
        """Where a position falls, in units from the upper left."""
        west, south, east, north = self.box
        return (lon - west) / (east - west) * self.width, (north - lat) / (north - south) * self.height

    def holds(self, lon: float, lat: float) -> bool:
        """True when the position is in view."""
        west, south, east, north = self.box
        return west <= lon <= east and south <= lat <= north

    def meets(self, box: Box) -> bool:
        """True when the box is at least partly in view."""
        west, south, east, north = self.box
        return box[0] <= east and box[2] >= west and box[1] <= north and box[3] >= south

    @property
    def units_per_km(self) -> float:
        """Length of a kilometre in the middle of the view."""
        return self.height / ((self.box[3] - self.box[1]) * 111.195)


def around(boxes: Iterable[Box]) -> Box:
    """The box that holds all boxes, with a margin and no smaller than three degrees."""
    listed = list(boxes)
    west, south = min(box[0] for box in listed), min(box[1] for box in listed)
    east, north = max(box[2] for box in listed), max(box[3] for box in listed)
    wide, tall = max(east - west, LEAST_DEGREES), max(north - south, LEAST_DEGREES)
    x, y = (west + east) / 2, (south + north) / 2
    wide, tall = wide * (0.5 + MARGIN), tall * (0.5 + MARGIN)
    return x - wide, y - tall, x + wide, y + tall


def fitted(box: Box, width: float, least: float, most: float) -> Frame:
    """A frame of this width around the box, `least` to `most` high; the view grows where it must."""
    west, south, east, north = box
    x, y = (west + east) / 2, (south + north) / 2
    squeeze = max(math.cos(math.radians(min(max(y, -75.0), 75.0))), 0.2)
    wide, tall = (east - west) * squeeze, north - south
    height = min(max(width * tall / wide, least), most)
    if height * wide > width * tall:
        tall = height * wide / width
    else:
        wide = width * tall / height
    half = wide / squeeze / 2
    return Frame((x - half, y - tall / 2, x + half, y + tall / 2), width, height)


def clipped(ring: Sequence[Point], width: float, height: float) -> list[Point]:
    """A ring cut to the view and a little beyond (Sutherland and Hodgman 1974); empty when it lies outside."""
    points = list(ring)
    over = 4.0
    for axis, bound, sign in (
        (0, -over, 1.0),
        (0, width + over, -1.0),
        (1, -over, 1.0),
        (1, height + over, -1.0),
    ):
        points = _cut(points, axis, bound, sign)
        if not points:
            return []
    return points


def _cut(points: list[Point], axis: int, bound: float, sign: float) -> list[Point]:
    out: list[Point] = []
    if not points:
        return out
    before = points[-1]
    was_in = (before[axis] - bound) * sign >= 0
    for point in points:
        is_in = (point[axis] - bound) * sign >= 0
        if is_in != was_in:
            share = (bound - before[axis]) / (point[axis] - before[axis])
            out.append((before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])))
        if is_in:
            out.append(point)
        before, was_in = point, is_in
    return out


def path(rings: Iterable[Sequence[Point]]) -> str:
    """Rings as SVG path data in steps; islands under two units and points within 1.2 are left out."""
    pieces = []
    for ring in rings:
        if not ring or _small(ring):
            continue
        at = (round(ring[0][0], 1), round(ring[0][1], 1))
        steps = [f"M{at[0]:g} {at[1]:g}l"]
        for x, y in ring[1:]:
            dx, dy = round(x - at[0], 1), round(y - at[1], 1)
            if abs(dx) + abs(dy) > 1.2:
                steps.append(f"{dx:g} {dy:g} ")
                at = (round(at[0] + dx, 1), round(at[1] + dy, 1))
        if len(steps) > 3:
            pieces.append("".join(steps).rstrip() + "z")
    return "".join(pieces)


def _small(ring: Sequence[Point]) -> bool:
    xs, ys = [point[0] for point in ring], [point[1] for point in ring]
    return max(xs) - min(xs) < 2 and max(ys) - min(ys) < 2
