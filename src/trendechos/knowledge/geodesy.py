"""Distances on the globe."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

# Mean radius of the Earth (IUGG), kilometres; the sphere is off by at most 0.6%.
RADIUS_KM = 6371.0088

Position = tuple[float, float]


def distance_km(first: Position, second: Position) -> float:
    """Great-circle distance in kilometres of two (latitude, longitude) in degrees, by the haversine formula.

    >>> round(distance_km((51.191, 35.27), (50.454, 30.524)))
    343
    """
    lat1, lon1, lat2, lon2 = (radians(value) for value in (*first, *second))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * RADIUS_KM * asin(min(1.0, sqrt(half)))
