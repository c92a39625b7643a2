"""The numbers over time by origin: a chart for each question with more than one value."""

from __future__ import annotations

from trendechos.presentation.index import Index
from trendechos.presentation.sections import numbers
from trendechos.presentation.wording.parts import note
from trendechos.records import Section, Series


def charted(index: Index) -> list[Series]:
    """The series that a chart can show: two or more values with a bound."""
    shared, _ = numbers.split(index, list(index.situation.series))
    return [one for one in shared if len(plotted(index, one)) > 1]


def plotted(index: Index, series: Series) -> list[str]:
    """The ids of the origins whose value has a bound, in the order of the series."""
    return [
        point.origin_id
        for point in series.points
        if (point.low is not None or point.high is not None) and index.known((point.origin_id,))
    ]


def build(index: Index) -> Section:
    """The section that the charts stand in, or a note when there is nothing to draw."""
    found = charted(index)
    if not found:
        text = "No question has two values with a number, so there is no course over time to draw."
        return Section("series", "The numbers over time", (note(text),))
    text = (
        "One panel a question, one row an origin in the order said; pages that repeat a value are counted,"
        " not drawn."
        " A dot is a value as given, a ring one given with “about” or “nearly”, a bar a range,"
        " an arrow an open end (at least, more than; up to, less than)."
    )
    if any(one.contested for one in found):
        text += " Shaded: days on which values stand that cannot all be right."
    return Section("series", "The numbers over time", (note(text),), figure="series")
