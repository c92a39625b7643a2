"""Echo trees drawn over time: one row a page, a line only where a credit or shared words show a route."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from markupsafe import Markup

from trendechos.presentation.drawing.svg import tag
from trendechos.presentation.wording import dates
from trendechos.presentation.wording.parts import flat


@dataclass(frozen=True, slots=True)
class Leaf:
    """One row: `day` None stands in the column of undated pages; `parent` is the row it hangs from.

    `says` are its words, or how they differ where it `drifts`; `why` has a line for each reason.
    """

    label: str
    day: str | None
    kind: str
    depth: int = 0
    parent: int | None = None
    route: str = "unknown"
    drifts: bool = False
    href: str = ""
    detail: str = ""
    says: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """Where things stand, in units of the viewBox; `wide` has labels beside the marks, narrow above.

    Days lie between `left` and `right`, pages without one at `undated`, words from `words` on.
    """

    width: float
    left: float
    right: float
    undated: float
    words: float
    row: float
    wide: bool


WIDE = Shape(900, 268, 552, 576, 612, 25, wide=True)
NARROW = Shape(340, 14, 272, 306, 8, 42, wide=False)
TOP = 26.0
# Of a letter of 12 units in the widest usual fonts: sans serif, bold sans serif, italic serif.
_LETTER, _BOLD, _ITALIC = 6.5, 7.3, 7.2
_WORDS_LINE = 17.0


def drawing(leaves: Sequence[Leaf], shape: Shape, name: str, heading: str, year: str | None) -> Markup:
    """The rows as one drawing, days from left to right, pages without a day in a column at the right."""
    axis = _Axis(tuple(sorted({leaf.day for leaf in leaves if leaf.day})), shape)
    undated = any(leaf.day is None for leaf in leaves)
    tops = list(accumulate((_tall(leaf, shape) for leaf in leaves), initial=TOP))
    height = tops[-1] + 8
    listed = "; ".join(f"{leaf.label}, {dates.day(leaf.day, year)}, {leaf.detail}" for leaf in leaves)
    spots = [(axis.at(leaf.day), _middle(shape, top)) for leaf, top in zip(leaves, tops, strict=False)]
    return tag(
        "svg",
        tag("title", heading, id=f"{name}-t"), tag("desc", listed, id=f"{name}-d"),
        *(_band(leaf, tops[rank], shape) for rank, leaf in enumerate(leaves)),
        _days(axis, height, year, undated=undated),
        *(_link(leaf, spots, rank) for rank, leaf in enumerate(leaves)),
        *(_leaf(leaf, spots[rank], tops[rank], shape, rank) for rank, leaf in enumerate(leaves)),
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
            return self.shape.undated
        first, last = date.fromisoformat(self.days[0]), date.fromisoformat(self.days[-1])
        span = (last - first).days
        share = (date.fromisoformat(day) - first).days / span if span else 0.5
        return self.shape.left + 22 + share * (self.shape.right - self.shape.left - 44)

    def ticks(self) -> list[str]:
        """Days to name: the first and the last, and those between that have room."""
        room = 56.0
        out = [*self.days[:1], *self.days[-1:]]
        if len(out) == 2 and (out[0] == out[1] or self.at(out[1]) - self.at(out[0]) < room):
            out = out[:1]
        for day in self.days[1:-1]:
            if all(abs(self.at(day) - self.at(other)) >= room for other in out):
                out.append(day)
        return sorted(out)


def _tall(leaf: Leaf, shape: Shape) -> float:
    below = not shape.wide and leaf.drifts
    return shape.row + (_WORDS_LINE if below else 0.0)


def _middle(shape: Shape, top: float) -> float:
    return top + (shape.row / 2 if shape.wide else shape.row * 0.72)


def _days(axis: _Axis, height: float, year: str | None, *, undated: bool) -> Markup:
    out = Markup("")
    for day in axis.ticks() if axis.days else ():
        x = axis.at(day)
        out += tag("line", x1=x, x2=x, y1=20, y2=height, klass="grid")
        out += tag("text", dates.short(day, year), x=x, y=13, text_anchor="middle", klass="tick")
    if undated:
        out += tag("text", "no day", x=axis.at(None), y=13, text_anchor="middle", klass="tick")
    if axis.shape.wide:
        out += tag("text", "In its words, or how it changes them", x=axis.shape.words, y=13, klass="tick")
    return out


def _band(leaf: Leaf, top: float, shape: Shape) -> Markup:
    """The ground of a statement's row, and a thin line below every other row, to lead the eye across."""
    if leaf.kind == "origin":
        return tag("rect", x=0, y=top + 1, width=shape.width, height=shape.row - 2, rx=3, klass="band")
    y = top + _tall(leaf, shape)
    return tag("line", x1=0, x2=shape.width, y1=y, y2=y, klass="under")


def _link(leaf: Leaf, spots: Sequence[tuple[float, float]], rank: int) -> Markup:
    """From the page it has it from; a short lead-in where it credits a source that is not held."""
    x2, y2 = spots[rank]
    if leaf.parent is None:
        if leaf.route != "credit":
            return Markup("")
        lead = f"M{x2 - 17:.1f} {y2 - 4:.1f}v8M{x2 - 17:.1f} {y2:.1f}H{x2 - 5:.1f}"
        return tag("path", d=lead, klass="link credit", data_to=rank)
    x1, y1 = spots[leaf.parent]
    if x2 - x1 > 40:
        bend = min(60.0, (x2 - x1) / 2)
        line = f"M{x1 + 5:.1f} {y1:.1f}C{x1 + bend:.1f} {y1:.1f} {x2 - bend:.1f} {y2:.1f} {x2 - 6:.1f} {y2:.1f}"
    else:
        # On one day the line passes the dots between on the left.
        bow = min(x1, x2) - min(34.0, 10 + (y2 - y1) / 6)
        line = f"M{x1 - 5:.1f} {y1:.1f}C{bow:.1f} {y1:.1f} {bow:.1f} {y2:.1f} {x2 - 6:.1f} {y2:.1f}"
    return tag("path", d=line, klass=f"link {leaf.route}", data_to=rank, data_from=leaf.parent)


def _cut(text: str, room: float, letter: float) -> str:
    """Text cut to the room that there is for it."""
    limit = max(4, int(room / letter))
    line = flat(text, 300)
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def _leaf(leaf: Leaf, spot: tuple[float, float], top: float, shape: Shape, rank: int) -> Markup:
    x, y = spot
    origin = leaf.kind == "origin"
    indent = 6.0 + (12.0 if shape.wide else 8.0) * leaf.depth
    room = (shape.left if shape.wide else shape.width) - indent
    label = _cut(leaf.label, room, _BOLD if origin else _LETTER)
    parts = [tag("text", label, x=indent, y=y + 4 if shape.wide else y - 13, klass=f"who {leaf.kind}")]
    if shape.wide and leaf.says:
        parts.append(_says(leaf, shape.words, y + 4, shape.width - shape.words))
    elif leaf.drifts:
        parts.append(_says(leaf, indent, y + 21, shape.width - indent))
    if leaf.drifts:
        parts.append(tag("circle", cx=x, cy=y, r=8.5, klass="drift"))
    if origin:
        parts.append(tag("rect", x=x - 5, y=y - 5, width=10, height=10, klass="root"))
    else:
        parts.append(tag("circle", cx=x, cy=y, r=4.2, klass="dot" if leaf.route != "unknown" else "ring"))
    # The whole row leads on, not only the few letters and the dot in it.
    hit = tag("rect", x=0, y=top, width=shape.width, height=_tall(leaf, shape), klass="hit")
    title = tag("title", f"{leaf.label}: {leaf.why or leaf.detail}")
    shown = tag("g", title, hit, *parts, data_on=leaf.day or "")
    if not leaf.href:
        return shown
    return tag("a", shown, href=leaf.href, data_why=leaf.why or leaf.detail, data_row=rank)


def _says(leaf: Leaf, x: float, y: float, room: float) -> Markup:
    text = _cut(leaf.says, room, _LETTER if leaf.drifts else _ITALIC)
    return tag("text", text, x=x, y=y, klass="says changed" if leaf.drifts else "says")
