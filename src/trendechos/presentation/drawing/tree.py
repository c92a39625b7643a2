"""Echo trees drawn over time: one row a page, a line only where a credit or shared words show a route."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from trendechos.presentation.drawing.svg import tag
from trendechos.presentation.wording import dates
from trendechos.presentation.wording.parts import flat


@dataclass(frozen=True, slots=True)
class Leaf:
    """One row: `day` None stands in the column of undated pages; `parent` is the row it hangs from."""

    label: str
    day: str | None
    kind: str
    depth: int = 0
    parent: int | None = None
    route: str = "unknown"
    drifts: bool = False
    href: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """Where things stand, in units of the viewBox; `wide` has labels beside the marks, narrow above."""

    width: float
    left: float
    right: float
    row: float
    wide: bool


WIDE = Shape(760, 320, 668, 25, wide=True)
NARROW = Shape(340, 14, 272, 42, wide=False)
TOP = 26.0


def drawing(leaves: Sequence[Leaf], shape: Shape, name: str, heading: str, year: str | None) -> Markup:
    """The rows as one drawing, days from left to right, pages without a day in a column at the right."""
    axis = _Axis(tuple(sorted({leaf.day for leaf in leaves if leaf.day})), shape)
    undated = any(leaf.day is None for leaf in leaves)
    height = TOP + shape.row * len(leaves) + 8
    listed = "; ".join(f"{leaf.label}, {dates.day(leaf.day, year)}, {leaf.detail}" for leaf in leaves)
    spots = [(axis.at(leaf.day), _middle(shape, rank)) for rank, leaf in enumerate(leaves)]
    return tag(
        "svg",
        tag("title", heading, id=f"{name}-t"), tag("desc", listed, id=f"{name}-d"),
        _days(axis, height, year, undated=undated),
        *(_link(leaf, spots, rank) for rank, leaf in enumerate(leaves)),
        *(_leaf(leaf, spots[rank], shape) for rank, leaf in enumerate(leaves)),
        viewBox=f"0 0 {shape.width:.0f} {height:.0f}", role="group",
        klass="tree " + ("wide" if shape.wide else "narrow"), aria_labelledby=f"{name}-t {name}-d",
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Axis:
    days: tuple[str, ...]
    shape: Shape

    def at(self, day: str | None) -> float:
        """Where a day stands."""
        if day is None:
            return self.shape.right + (self.shape.width - self.shape.right) * 0.55
        first, last = date.fromisoformat(self.days[0]), date.fromisoformat(self.days[-1])
        span = (last - first).days
        share = (date.fromisoformat(day) - first).days / span if span else 0.5
        return self.shape.left + 8 + share * (self.shape.right - self.shape.left - 16)

    def ticks(self) -> list[str]:
        """Days to name: the first and the last, and those between that have room."""
        room = 62.0
        out = [*self.days[:1], *self.days[-1:]]
        if len(out) == 2 and (out[0] == out[1] or self.at(out[1]) - self.at(out[0]) < room):
            out = out[:1]
        for day in self.days[1:-1]:
            if all(abs(self.at(day) - self.at(other)) >= room for other in out):
                out.append(day)
        return sorted(out)


def _middle(shape: Shape, rank: int) -> float:
    return TOP + shape.row * rank + (shape.row / 2 if shape.wide else shape.row * 0.72)


def _days(axis: _Axis, height: float, year: str | None, *, undated: bool) -> Markup:
    out = Markup("")
    for day in axis.ticks() if axis.days else ():
        x = axis.at(day)
        out += tag("line", x1=x, x2=x, y1=20, y2=height, klass="grid")
        out += tag("text", dates.short(day, year), x=x, y=13, text_anchor="middle", klass="tick")
    if undated:
        out += tag("text", "no day", x=axis.at(None), y=13, text_anchor="middle", klass="tick")
    return out


def _link(leaf: Leaf, spots: Sequence[tuple[float, float]], rank: int) -> Markup:
    if leaf.parent is None:
        return Markup("")
    (x1, y1), (x2, y2) = spots[leaf.parent], spots[rank]
    return tag("path", d=f"M{x1:.1f} {y1:.1f}V{y2:.1f}H{x2:.1f}", klass=f"link {leaf.route}")


def _leaf(leaf: Leaf, spot: tuple[float, float], shape: Shape) -> Markup:
    x, y = spot
    limit = (46 if shape.wide else 44) - 2 * leaf.depth
    label = flat(leaf.label, 300)
    label = label if len(label) <= limit else label[: limit - 1].rstrip() + "…"
    indent = 12.0 * leaf.depth if shape.wide else 8.0 * leaf.depth
    text = tag("text", label, x=indent, y=y + 4 if shape.wide else y - 13, klass=f"who {leaf.kind}")
    # The whole row leads on, not only the few letters and the dot in it.
    top = y - shape.row * (0.5 if shape.wide else 0.72)
    hit = tag("rect", x=0, y=top, width=shape.width, height=shape.row, klass="hit")
    marks = []
    if leaf.drifts:
        marks.append(tag("circle", cx=x, cy=y, r=8.5, klass="drift"))
    if leaf.kind == "origin":
        marks.append(tag("rect", x=x - 5, y=y - 5, width=10, height=10, klass="root"))
    else:
        marks.append(tag("circle", cx=x, cy=y, r=4.2, klass="dot" if leaf.route != "unknown" else "ring"))
    shown = tag("g", tag("title", f"{leaf.label}: {leaf.detail}"), hit, text, *marks, data_on=leaf.day or "")
    return tag("a", shown, href=leaf.href) if leaf.href else shown
