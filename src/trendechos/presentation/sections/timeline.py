"""The timeline: what is said to have happened, and what was said, in two lanes."""

from __future__ import annotations

from trendechos.presentation.index import Index
from trendechos.presentation.sections import common
from trendechos.presentation.wording import dates
from trendechos.presentation.wording.parts import joined, note, plain
from trendechos.records import Origin, Row, Section, TimelineEntry

_HEAD = ("When", "What", "Who says so", "Pages")


def build(index: Index) -> Section:
    """Two subsections, oldest first: events as said to have happened, and statements by when they were made."""
    entries = [one for one in index.situation.timeline if not one.background]
    lanes: list[Section] = []
    for lane, heading in (("event", "Said to have happened"), ("statement", "Said")):
        rows = [row for one in entries if one.lane == lane and (row := _row(index, one))]
        if rows:
            tables = common.table(_HEAD, rows, caption=heading, words=(1,), latest=True)
            # What was said stands with its question too; behind its heading where there are events to read.
            lanes.append(Section(f"timeline-{lane}", heading, (), tables, collapsed=bool(lanes)))
    if not lanes:
        return Section(
            "timeline", "Timeline", (note("No claim gives a time that we could place on a timeline."),)
        )
    return Section("timeline", "Timeline", subsections=tuple(lanes))


def _row(index: Index, entry: TimelineEntry) -> Row | None:
    origins = index.known(entry.origins)
    if not origins:
        return None
    cells = (
        dates.moment(entry.when, index.year),
        _what(index, entry, origins[0]),
        who(index, origins),
        index.pages_count(*origins),
    )
    return Row(cells, index.cites(*origins))


def _what(index: Index, entry: TimelineEntry, origin: Origin) -> str:
    """An event in the words of the entry, a statement in those of its page."""
    if entry.lane == "event":
        return index.marked(entry.text, origin).text
    return index.said(origin).text


def who(index: Index, origins: list[Origin]) -> str:
    """The speakers of several origins, each once, the first four by name."""
    names = list(dict.fromkeys(plain(index.who(origin)) for origin in origins))
    more = f" and {len(names) - 4} more" if len(names) > 4 else ""
    return plain(joined([(name,) for name in names[:4]], last=", " if more else " and ")) + more
