"""Attention and evidence day by day: reports, repeats and new origins, each on a line of its own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from trendechos.presentation.drawing.svg import tag
from trendechos.presentation.wording import dates, figures
from trendechos.records import Attention, Burst, TimelineEntry

_LINES = (("reports", "Pages"), ("echoes", "Repeats"), ("new_origins", "New origins"))
_LANE = 58.0


def attention(
    days: Sequence[Attention], bursts: Sequence[Burst], width: float, name: str, year: str | None
) -> Markup:
    """Three rows of bars over the same days; bursts are shaded in the row that they belong to."""
    axis = Axis.of([day.day for day in days], 4, width - 4)
    height = _LANE * 3 + 18
    top = {key: max((getattr(day, key) for day in days), default=0) for key, _ in _LINES}
    parts = []
    for rank, (key, label) in enumerate(_LINES):
        base = _LANE * (rank + 1)
        parts += [_burst(burst, axis, base) for burst in bursts if _row_of(burst) == key]
        parts.append(tag("line", x1=0, x2=width, y1=base, y2=base, klass="grid"))
        parts += [_bar(axis, day.day, getattr(day, key), top[key], base, key) for day in days]
        parts.append(tag("text", f"{label}, at most {top[key]:,} a day", x=0, y=base - 43, klass="tick"))
    parts += axis.labels(height - 4, year)
    listed = "; ".join(
        f"{dates.day(one.day, year)}: {figures.count(one.reports, 'page')}, "
        f"{figures.count(one.echoes, 'repeat')}, {figures.count(one.new_origins, 'new origin')}"
        for one in days
    )
    return _svg(parts, width, height, name, ("Pages, repeats and new origins by day", listed))


def lanes(entries: Sequence[TimelineEntry], width: float, name: str, year: str | None) -> Markup:
    """Two lanes on one scale of time: said to have happened above, said below; height counts origins."""
    dated = [one for one in entries if one.when.day and not one.background]
    axis = Axis.of([one.when.day or "" for one in dated], 4, width - 4)
    height, middle = 150.0, 72.0
    parts = [
        tag("text", "Said to have happened", x=0, y=12, klass="tick"),
        tag("text", "Said", x=0, y=middle + 58, klass="tick"),
        tag("line", x1=0, x2=width, y1=middle, y2=middle, klass="grid"),
    ]
    counted: dict[tuple[str, str], int] = {}
    for one in dated:
        place = (one.when.day or "", one.lane)
        counted[place] = counted.get(place, 0) + len(one.origins)
    top = max(counted.values(), default=1)
    for (day, lane), many in sorted(counted.items()):
        tall = max(4.0, 46.0 * many / top)
        y = middle - 2 - tall if lane == "event" else middle + 2
        label = f"{dates.day(day, year)}: {figures.count(many, 'origin')}"
        bar = tag("rect", tag("title", label), x=axis.at(day) - 3, y=y, width=6, height=tall, klass=lane)
        parts.append(tag("g", bar, data_on=day))
    parts += axis.labels(height - 4, year)
    listed = "; ".join(
        f"{dates.day(day, year)}, {lane}: {many}" for (day, lane), many in sorted(counted.items())
    )
    return _svg(parts, width, height, name, ("Events and statements by day", listed))


def spark(days: Sequence[Attention], name: str) -> Markup:
    """A small picture of the last sixty days held: pages as bars, new origins as dots on top."""
    shown = days[-60:]
    axis = Axis.of([day.day for day in shown], 4, 176)
    top = max((day.reports for day in shown), default=0)
    fresh = max((day.new_origins for day in shown), default=0)
    parts = [_bar(axis, day.day, day.reports, top, 40, "reports", tall=26) for day in shown]
    for day in shown:
        if day.new_origins:
            size = 1.6 + 2.4 * day.new_origins / fresh
            parts.append(tag("circle", cx=axis.at(day.day), cy=8, r=size, klass="new_origins"))
    last = shown[-1] if shown else None
    told = f"{len(shown)} days with pages, the last {last.day}" if last else "no dated page"
    return _svg(parts, 180, 42, name, ("Pages (bars) and new origins (dots) by day", told), klass="spark")


def _svg(
    parts: Sequence[Markup], width: float, height: float, name: str, told: tuple[str, str], klass: str = "days"
) -> Markup:
    size = "wide" if width > 500 else "narrow"
    return tag(
        "svg", tag("title", told[0], id=f"{name}-t"), tag("desc", told[1], id=f"{name}-d"), *parts,
        viewBox=f"0 0 {width:.0f} {height:.0f}", role="img",
        klass=klass if klass == "spark" else f"{klass} {size}", aria_labelledby=f"{name}-t {name}-d",
    )  # fmt: skip


class Axis:
    """Days from left to right."""

    def __init__(self, first: date, last: date, left: float, right: float) -> None:
        """Spans the days from `first` to `last` between two positions."""
        self.first, self.last, self.left, self.right = first, last, left, right

    @classmethod
    def of(cls, days: Sequence[str], left: float, right: float) -> Axis:
        """The axis that holds these days; one of a single day when there are none."""
        known = sorted(date.fromisoformat(day) for day in days if day) or [date(2000, 1, 1)]
        return cls(known[0], known[-1], left, right)

    def at(self, day: str) -> float:
        """Where a day stands."""
        span = (self.last - self.first).days
        share = (date.fromisoformat(day) - self.first).days / span if span else 0.5
        return self.left + 4 + share * (self.right - self.left - 8)

    def labels(self, y: float, year: str | None) -> list[Markup]:
        """The first and last day by name."""
        ends = [(self.first, self.left, "start"), (self.last, self.right, "end")]
        if self.first == self.last:
            ends = [(self.first, (self.left + self.right) / 2, "middle")]
        return [
            tag("text", dates.short(day.isoformat(), year), x=x, y=y, text_anchor=anchor, klass="tick")
            for day, x, anchor in ends
        ]


def _bar(
    axis: Axis, day: str, many: int, top: int, base: float, klass: str, *, tall: float = 38.0
) -> Markup:  # fmt: skip
    if not many:
        return Markup("")
    long = max(2.0, tall * many / top)
    return tag("rect", x=axis.at(day) - 2, y=base - long, width=4, height=long, klass=klass, data_on=day)


def _row_of(burst: Burst) -> str:
    return "new_origins" if burst.series == "new_origins" else "reports"


def _burst(burst: Burst, axis: Axis, base: float) -> Markup:
    left, right = axis.at(burst.first_on) - 5, axis.at(burst.last_on) + 5
    label = f"more than usual{': ' + burst.finding if burst.finding else ''}"
    return tag(
        "rect", tag("title", label), x=left, y=base - 40, width=right - left, height=40, klass="contested"
    )
