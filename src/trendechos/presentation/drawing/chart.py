"""The values of one series by origin, one row each in the order said, as inline SVG."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from trendechos.presentation.drawing.scale import Scale, steps
from trendechos.presentation.drawing.svg import tag
from trendechos.presentation.index import Index
from trendechos.presentation.sections import numbers
from trendechos.presentation.wording import dates, figures
from trendechos.presentation.wording.parts import flat, plain
from trendechos.records import Point, Series

ARROW = 34.0
ROWS = 30
# Of a letter in the widest usual sans serif: bold at 12.5 units, plain at 11 and at 12.5.
_BOLD, _PLAIN, _NARROW = 8.2, 6.6, 6.9


@dataclass(frozen=True, slots=True)
class Shape:
    """Where things stand: `wide` has labels beside the marks, narrow above them; units of the viewBox."""

    width: float
    left: float
    right: float
    row: float
    wide: bool


WIDE = Shape(760, 306, 576, 28, wide=True)
NARROW = Shape(340, 10, 215, 44, wide=False)


def panel(index: Index, series: Series, shape: Shape, name: str) -> Markup:
    """One panel: dots, rings, bars and arrows, their values beside them; `name` makes its ids unique."""
    points = drawn(index, series)
    ticks = steps(max(_top(point) for point in points), 3)
    scale = Scale(ticks[-1], shape.left, shape.right)
    height = shape.row * len(points) + 34
    heading = f"{numbers.title(series)}: {figures.count(len(points), 'value')} by origin"
    listed = "; ".join(_spoken(index, point) for point in points)
    return tag(
        "svg",
        tag("title", heading, id=f"{name}-t"), tag("desc", listed, id=f"{name}-d"),
        _contested(series, points, shape), _grid(scale, ticks, height), _revisions(points, scale, shape),
        *(_row(index, point, scale, shape, rank) for rank, point in enumerate(points)),
        viewBox=f"0 0 {shape.width:.0f} {height:.0f}", role="img", klass="wide" if shape.wide else "narrow",
        aria_labelledby=f"{name}-t {name}-d",
    )  # fmt: skip


def drawn(index: Index, series: Series) -> list[Point]:
    """The points with a bound, oldest first, at most thirty (the newest)."""
    points = [
        point for point in series.points
        if (point.low is not None or point.high is not None) and index.known((point.origin_id,))
    ]  # fmt: skip
    return sorted(points, key=lambda point: (point.said_on or "", point.origin_id))[-ROWS:]


def _top(point: Point) -> float:
    return max(point.low or 0.0, point.high or 0.0)


def _label(point: Point) -> str:
    return figures.bounds(point.low, point.high, point.qualifier)


def _who(index: Index, point: Point, limit: int) -> str:
    name = flat(plain(index.who(index.origins[point.origin_id])), 200)
    return name if len(name) <= limit else name[: limit - 1].rstrip() + "…"


def _spoken(index: Index, point: Point) -> str:
    return f"{_day(index, point, short=False)}, {_who(index, point, 80)}: {_label(point)}"


def _day(index: Index, point: Point, *, short: bool = True) -> str:
    """When it was said, no finer than the pages say."""
    said = index.origins[point.origin_id].said_when
    if point.said_on and said is not None and not said.day:
        return dates.short(said.first, index.year) if short else dates.moment(said, index.year)
    return dates.short(point.said_on, index.year) if short else dates.day(point.said_on, index.year)


def _middle(shape: Shape, rank: int) -> float:
    return 8 + shape.row * rank + (shape.row / 2 if shape.wide else shape.row * 0.7)


def _grid(scale: Scale, ticks: list[float], height: float) -> Markup:
    lines = []
    for tick in ticks:
        x = scale.at(tick)
        lines.append(tag("line", x1=x, x2=x, y1=4, y2=height - 20, klass="grid"))
        lines.append(tag("text", figures.number(tick), x=x, y=height - 5, text_anchor="middle", klass="tick"))
    return Markup("").join(lines)


def _row(index: Index, point: Point, scale: Scale, shape: Shape, rank: int) -> Markup:
    y = _middle(shape, rank)
    day = _day(index, point)
    pages = figures.count(point.pages_count, "page")
    end = _end(point, scale) + 8
    said = [_label(point)]
    if shape.wide:
        said.append(tag("tspan", pages, dx=8, klass="pages"))
        head = tag("text", day, x=0, y=y + 4, klass="day")
        head += tag(
            "text", _who(index, point, int((shape.left - 62 - 8) / _NARROW)), x=62, y=y + 4, klass="who"
        )
    else:
        room = int((shape.width - 4) / _NARROW) - len(day) - len(pages) - 6
        head = tag("text", f"{day} · {_who(index, point, room)} · {pages}", x=4, y=y - 14, klass="who")
    # Where it would run out of the drawing, it stands on the other side of the mark.
    wide = len(_label(point)) * _BOLD + (len(pages) * _PLAIN + 8 if shape.wide else 0)
    anchor = "start"
    if end + wide > shape.width:
        end, anchor = _start(point, scale) - 8, "end"
    value = tag("text", *said, x=end, y=y + 4, text_anchor=anchor, klass="value")
    return tag("g", head, _mark(point, scale, y), value, data_on=point.said_on or "")


def _end(point: Point, scale: Scale) -> float:
    right = scale.at(_top(point))
    return right + (ARROW if _opens(point) == "right" else 6)


def _start(point: Point, scale: Scale) -> float:
    """Where the mark of a point begins."""
    low = point.low if point.low is not None and point.high is not None else _top(point)
    left = scale.at(low)
    return max(scale.left, left - ARROW) if _opens(point) == "left" else left - 6


def _opens(point: Point) -> str:
    """Which side is open: "right" (at least), "left" (up to), "" when neither."""
    if point.low is not None and (point.high is None or point.qualifier in ("at_least", "more_than")):
        return "right"
    if point.high is not None and (point.low is None or point.qualifier in ("up_to", "at_most", "less_than")):
        return "left"
    return ""


def _mark(point: Point, scale: Scale, y: float) -> Markup:
    opens = _opens(point)
    if opens:
        x = scale.at(point.low if opens == "right" and point.low is not None else _top(point))
        tip = x + (ARROW - 6 if opens == "right" else -min(ARROW - 6, x - scale.left + 6))
        back = -6 if opens == "right" else 6
        head = f"M{tip + back:.1f},{y - 4:.1f} L{tip:.1f},{y:.1f} L{tip + back:.1f},{y + 4:.1f}"
        dot = "ring" if point.qualifier in ("more_than", "less_than") else "dot"
        return (
            tag("line", x1=x, x2=tip, y1=y, y2=y, klass="bar")
            + tag("path", d=head, klass="head")
            + tag("circle", cx=x, cy=y, r=4.5, klass=dot)
        )
    if point.low is not None and point.high is not None and point.low != point.high:
        left, right = scale.at(point.low), scale.at(point.high)
        ends = [tag("line", x1=x, x2=x, y1=y - 5, y2=y + 5, klass="bar") for x in (left, right)]
        return tag("line", x1=left, x2=right, y1=y, y2=y, klass="range") + Markup("").join(ends)
    dot = "ring" if point.qualifier in ("about", "nearly") else "dot"
    return tag("circle", cx=scale.at(_top(point)), cy=y, r=4.5, klass=dot)


def _revisions(points: list[Point], scale: Scale, shape: Shape) -> Markup:
    """A thin line from a value to the one by which the same speaker later replaced it."""
    rank_of = {point.origin_id: rank for rank, point in enumerate(points)}
    lines = []
    for rank, point in enumerate(points):
        if point.revises in rank_of:
            earlier = points[rank_of[point.revises]]
            ends = {"x1": scale.at(_top(earlier)), "y1": _middle(shape, rank_of[point.revises])}
            lines.append(
                tag("line", x2=scale.at(_top(point)), y2=_middle(shape, rank), klass="revises", **ends)
            )
    return Markup("").join(lines)


def _contested(series: Series, points: list[Point], shape: Shape) -> Markup:
    bands = []
    for first, last in series.contested:
        inside = [rank for rank, point in enumerate(points) if point.said_on and first <= point.said_on <= last]
        if len(inside) > 1:
            top = 8 + shape.row * inside[0]
            tall = shape.row * (inside[-1] - inside[0] + 1)
            bands.append(tag("rect", x=0, y=top, width=shape.width, height=tall, klass="contested"))
    return Markup("").join(bands)
