"""The numbers: one table for each kind and scope, values side by side and never merged."""

from __future__ import annotations

from trendechos.presentation.index import Index
from trendechos.presentation.sections import common
from trendechos.presentation.sections.values import PEOPLE
from trendechos.presentation.wording import figures
from trendechos.presentation.wording.parts import flat, lowered, note, plain
from trendechos.records import BriefSentence, Point, Row, Section, Series, Table

# So many questions get a table of their own; figures given once stand together in one table.
TABLES = 10
_HEAD = ("Value", "Who", "Said", "Basis", "Pages")


def build(index: Index) -> Section:
    """The numbers section, or its heading with a note when no page gives a number."""
    series = [one for one in index.situation.series if _rows(index, one)]
    shared, alone = split(index, series)
    tables = [table for one in shared for table in _table(index, one)]
    tables += _others(index, alone)
    if not tables:
        return Section(
            "numbers", "The numbers", (note("No page gives a number that we could tie to a speaker."),)
        )
    return Section("numbers", "The numbers", (_opening(),), tuple(tables))


def split(index: Index, series: list[Series]) -> tuple[list[Series], list[Series]]:
    """The series worth a table of their own, those about a place and on most pages first, and the others."""
    worth = [one for one in series if len(_known(index, one)) > 1 and tied(one.counts, one.scope)]
    worth.sort(key=lambda one: (not one.scope, -sum(point.pages_count for point in one.points)))
    shared = worth[:TABLES]
    chosen = {one.series_id for one in shared}
    return shared, [one for one in series if one.series_id not in chosen]


def tied(counts: str | None, scope: str | None) -> bool:
    """True for counts of people and things, shares, numbers about a place; loose sums answer no question."""
    return (
        bool(scope)
        or counts in ("share", "other")
        or (counts in PEOPLE and counts not in ("civilians", "weapons"))
    )


def _opening() -> BriefSentence:
    return note(
        "Each table answers one question: one kind of count, one scope, one stretch of time."
        " Values stand side by side as they were given, newest first, and are never merged into a range."
    )


def title(series: Series) -> str:
    """What a series counts, where and over what time, in words."""
    measure = flat(series.measure) or figures.COUNTS.get(series.counts, "number")
    measure = measure[:1].upper() + measure[1:]
    scope = f" in {flat(series.scope)}" if series.scope and series.scope.lower() not in measure.lower() else ""
    window = figures.WINDOWS.get(series.window, "")
    return f"{measure}{scope}" + (f", {window}" if window and window not in measure else "")


def _known(index: Index, series: Series) -> list[Point]:
    return [point for point in series.points if index.known((point.origin_id,))]


def _rows(index: Index, series: Series) -> list[Row]:
    points = sorted(
        _known(index, series), key=lambda point: (point.said_on or "", point.pages_count), reverse=True
    )
    return [_row(index, point) for point in points]


def value(index: Index, point: Point) -> str:
    """A point's value with its unit, in words, and the page's own words where it gives no number."""
    text, quantity = (
        figures.bounds(point.low, point.high, point.qualifier),
        index.origins[point.origin_id].quantity,
    )
    if quantity is None:
        return text or "no number"
    if not text:
        return lowered(flat(quantity.words))
    same = (quantity.low, quantity.high) == (point.low, point.high)
    return f"{text} {flat(quantity.unit)}" if quantity.unit and same else text


def _row(index: Index, point: Point) -> Row:
    origin = index.origins[point.origin_id]
    earlier = "; revises an earlier figure" if point.revises in index.origins else ""
    if origin.key_claim_id in index.mistold:
        earlier = "; not what others have from this speaker"
    cells = (
        value(index, point),
        plain(index.who(origin)),
        index.day(origin),
        common.basis(index, origin) + earlier,
        index.pages_count(origin),
    )
    return Row(cells, index.cites(origin))


def _table(index: Index, series: Series) -> tuple[Table, ...]:
    key = f"numbers-{series.series_id}"
    return common.table(_HEAD, _rows(index, series), caption=title(series), key=key, numbers=())


def _others(index: Index, alone: list[Series]) -> list[Table]:
    rows = [Row((title(one), *row.cells), row.claim_ids) for one in alone for row in _rows(index, one)]
    if not rows:
        return []
    caption = f"Other figures: {figures.small(len(rows))}"
    return [Table(caption, ("Question", *_HEAD), tuple(rows[: common.ALL_ROWS]), collapsed=True)]
