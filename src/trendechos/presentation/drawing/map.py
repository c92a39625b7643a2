"""The places of a situation on packaged borders: countries and provinces as areas, towns and sites as dots."""

from __future__ import annotations

from dataclasses import dataclass, field

from markupsafe import Markup

from trendechos.knowledge import borders
from trendechos.presentation.drawing.frame import Box, Frame, around, clipped, fitted, path
from trendechos.presentation.drawing.svg import tag
from trendechos.presentation.index import Index
from trendechos.presentation.sections.where import claims_at
from trendechos.presentation.wording import figures
from trendechos.presentation.wording.inert import inert
from trendechos.presentation.wording.parties import party
from trendechos.presentation.wording.parts import flat
from trendechos.records import SituationPlace

# More marks than this hide each other; all places stand in the list below the map.
SHOWN = 40
# Beyond so many degrees to a side the close view would show nothing; what lies further is in the overview.
REACH = 14.0
_DOTS = frozenset({"site", "town"})
# Width of a letter of 12.5 units in the widest usual sans serif, plain and bold.
_LETTER, _BOLD = 6.6, 8.4


@dataclass(frozen=True, slots=True)
class Room:
    """Where labels already stand, so that none covers another."""

    frame: Frame
    taken: list[Box] = field(default_factory=list)

    def find(
        self, x: float, y: float, text: str, gap: float, letter: float = _LETTER
    ) -> tuple[float, float, str] | None:
        """Position and anchor for a label beside a point, None when there is no room."""
        wide = len(text) * letter
        for dx, dy, anchor in (
            (gap, 4.0, "start"),
            (-gap, 4.0, "end"),
            (0.0, -gap, "middle"),
            (0.0, gap + 9, "middle"),
        ):
            left = x + dx - {"start": 0.0, "end": wide, "middle": wide / 2}[anchor]
            box = (left - 2, y + dy - 11, left + wide + 2, y + dy + 3)
            inside = (
                box[0] >= 2
                and box[2] <= self.frame.width - 2
                and box[1] >= 2
                and box[3] <= self.frame.height - 2
            )
            if inside and not any(_overlap(box, other) for other in self.taken):
                self.taken.append(box)
                return x + dx, y + dy, anchor
        return None


def world(index: Index, width: float, name: str) -> list[Markup]:
    """A close view of the places that belong together and, where others lie far off, an overview."""
    places = [place for place in index.situation.places if claims_at(index, place)][:SHOWN]
    near = [box for place in _near(places) if (box := _box(place))]
    views, rest = [], places
    if near:
        frame = fitted(around(near), width, width * 0.45, width * 0.66)
        views.append(_view(places, frame, f"{name}-near", "The places close up"))
        rest = [place for place in places if not _in_view(place, frame)]
    if any(_box(place) for place in rest):
        every = around(box for place in places if (box := _box(place)))
        frame = fitted(every, width, width * 0.4, width * 0.6)
        views.append(_view(places, frame, f"{name}-all", "All places"))
    return views


def _in_view(place: SituationPlace, frame: Frame) -> bool:
    """True when a view shows the place: its point, or some of its area."""
    shape = _shape(place)
    box = shape.box if shape is not None else _box(place)
    return box is not None and frame.meets(box)


def _near(places: list[SituationPlace]) -> list[SituationPlace]:
    """The places finer than a country that fit one close view, the most spoken of first."""
    fine = [place for place in places if place.precision not in ("country", "area") and _box(place)]
    fine.sort(key=lambda place: (-place.claims_count, place.name))
    kept: list[SituationPlace] = []
    for place in fine:
        boxes = [_box(one) for one in (*kept, place)]
        known = [box for box in boxes if box]
        wide = max(box[2] for box in known) - min(box[0] for box in known)
        tall = max(box[3] for box in known) - min(box[1] for box in known)
        if not kept or (wide <= REACH and tall <= REACH):
            kept.append(place)
    return kept


def _shape(place: SituationPlace) -> borders.Shape | None:
    if place.precision == "province" and place.adm1:
        return borders.province(place.adm1)
    return borders.country(place.country) if place.precision == "country" and place.country else None


def _box(place: SituationPlace) -> Box | None:
    shape = _shape(place)
    if shape is not None and place.precision == "province":
        return shape.box
    if place.lat is None or place.lon is None or place.precision == "area":
        return None
    return place.lon, place.lat, place.lon, place.lat


def _view(places: list[SituationPlace], frame: Frame, name: str, heading: str) -> Markup:
    room = Room(frame)
    named = {place.country for place in places if place.precision == "country"}
    layers = [tag("rect", x=0, y=0, width=frame.width, height=frame.height, klass="sea")]
    in_view = [shape for shape in borders.all_countries() if frame.meets(shape.box)]
    layers += [_area(shape, frame, "named" if shape.code in named else "land") for shape in in_view]
    provinces = [(place, _shape(place)) for place in places if place.precision == "province"]
    layers += [_area(shape, frame, "province", place) for place, shape in provinces if shape is not None]
    layers.append(_scale_bar(frame, room))
    dots = [place for place in places if _is_dot(place, frame)]
    layers += [_dot(place, frame, room) for place in reversed(dots)]
    layers += [_label(place, frame, room) for place in dots]
    layers += [_area_label(place, frame, room) for place, _ in provinces]
    # Far out the names of all countries would hide the few that matter.
    close = frame.box[2] - frame.box[0] < 4 * REACH
    labelled = sorted(in_view, key=lambda shape: shape.code not in named)
    layers += [_country_label(shape, frame, room) for shape in labelled if close or shape.code in named]
    listed = "; ".join(f"{flat(place.name)}, {flat(place.context) or place.precision}" for place in places)
    return tag(
        "svg", tag("title", heading, id=f"{name}-t"), tag("desc", listed, id=f"{name}-d"), *layers,
        viewBox=f"0 0 {frame.width:.0f} {frame.height:.0f}", role="img",
        klass="map " + ("wide" if frame.width > 500 else "narrow"), aria_labelledby=f"{name}-t {name}-d",
    )  # fmt: skip


def _area(shape: borders.Shape, frame: Frame, klass: str, place: SituationPlace | None = None) -> Markup:
    rings = (
        clipped([frame.at(lon, lat) for lon, lat in ring.tolist()], frame.width, frame.height)
        for polygon in shape.polygons
        for ring in polygon
    )
    data = path(rings)
    if not data:
        return Markup("")
    if place is None:
        return tag("path", d=data, klass=klass, fill_rule="evenodd")
    return tag("path", _title(place), d=data, klass=klass, fill_rule="evenodd", data_place=_name(place))


def _name(place: SituationPlace) -> str:
    return inert(flat(place.name))


def _title(place: SituationPlace) -> Markup:
    claims = figures.count(place.claims_count, "claim")
    return tag("title", f"{flat(place.name)}: {claims}, {figures.count(place.origins_count, 'origin')}")


def _is_dot(place: SituationPlace, frame: Frame) -> bool:
    if place.lat is None or place.lon is None or place.precision in ("country", "area", "province"):
        return False
    return frame.holds(place.lon, place.lat)


def _point(place: SituationPlace, frame: Frame) -> tuple[float, float]:
    return frame.at(place.lon or 0.0, place.lat or 0.0)


def _dot(place: SituationPlace, frame: Frame, room: Room) -> Markup:
    x, y = _point(place, frame)
    room.taken.append((x - 5, y - 5, x + 5, y + 5))
    if place.precision not in _DOTS:
        return tag("circle", _title(place), cx=x, cy=y, r=14, klass="district", data_place=_name(place))
    halo = tag("circle", cx=x, cy=y, r=9, klass="halo")
    dot = tag("circle", cx=x, cy=y, r=3.6, klass="town")
    return tag("g", _title(place), halo, dot, data_place=_name(place))


def _label(place: SituationPlace, frame: Frame, room: Room) -> Markup:
    x, y = _point(place, frame)
    text = flat(place.name, 40)
    spot = room.find(x, y, text, 11, _BOLD)
    return tag("text", text, x=spot[0], y=spot[1], text_anchor=spot[2], klass="place") if spot else Markup("")


def _area_label(place: SituationPlace, frame: Frame, room: Room) -> Markup:
    if place.lat is None or place.lon is None or not frame.holds(place.lon, place.lat):
        return Markup("")
    x, y = _point(place, frame)
    text = flat(place.name, 40)
    spot = room.find(x - len(text) * _LETTER / 2, y, text, 0)
    return tag("text", text, x=spot[0], y=spot[1], text_anchor=spot[2], klass="region") if spot else Markup("")


def _country_label(shape: borders.Shape, frame: Frame, room: Room) -> Markup:
    """The country's name in the middle of what is in view of it, where there is room."""
    best: Box | None = None
    for polygon in shape.polygons:
        ring = clipped([frame.at(lon, lat) for lon, lat in polygon[0].tolist()], frame.width, frame.height)
        if ring:
            xs, ys = [point[0] for point in ring], [point[1] for point in ring]
            box = (min(xs), min(ys), max(xs), max(ys))
            if best is None or _size(box) > _size(best):
                best = box
    text = party(shape.code) or shape.name
    if best is None or best[2] - best[0] < len(text) * _LETTER or best[3] - best[1] < 26:
        return Markup("")
    x, y = (best[0] + best[2]) / 2, (best[1] + best[3]) / 2
    spot = room.find(x - len(text) * _LETTER / 2, y, text, 0)
    return tag("text", text, x=spot[0], y=spot[1], text_anchor=spot[2], klass="country") if spot else Markup("")


def _scale_bar(frame: Frame, room: Room) -> Markup:
    km = next(
        size
        for size in (2000, 1000, 500, 200, 100, 50, 20, 10, 5)
        if size * frame.units_per_km < 120 or size == 5
    )
    x, y, long = 12.0, frame.height - 12, km * frame.units_per_km
    room.taken.append((0, y - 18, x + long + 60, frame.height))
    line = tag("path", d=f"M{x:.1f} {y - 4:.1f}v4h{long:.1f}v-4", klass="scale")
    return line + tag("text", f"{km:,} km", x=x + long + 6, y=y + 2, klass="tick")


def _size(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
