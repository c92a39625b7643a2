"""The timeline: what is said to have happened, and what was said, in two lanes."""

from __future__ import annotations

from collections.abc import Sequence

from trendechos.presentation.index import Index
from trendechos.presentation.sections import common
from trendechos.presentation.wording import dates, figures
from trendechos.presentation.wording.parts import joined, note, plain
from trendechos.records import BriefSentence, Origin, Row, Section, TimelineEntry

_HEAD = ("When", "What", "Who says so", "Pages")
# What was said stands with its question too; in a lane of its own only so much of it can be looked through.
STATEMENTS = 40


def build(index: Index) -> Section:
    """Two subsections, oldest first: events as said to have happened, and statements by when they were made."""
    entries = [one for one in index.situation.timeline if not one.background and index.known(one.origins)]
    lanes: list[Section] = []
    for lane, heading in (("event", "Said to have happened"), ("statement", "Said")):
        listed = [one for one in entries if one.lane == lane]
        if not listed:
            continue
        shown, cut = (listed, ()) if lane == "event" else (_widest(index, listed), _cut(len(listed)))
        rows = [_row(index, one) for one in shown]
        tables = common.table(_HEAD, rows, caption=heading, words=(1,), latest=True)
        # Behind its heading where there are events to read.
        lanes.append(Section(f"timeline-{lane}", heading, cut, tables, collapsed=bool(lanes)))
    if not lanes:
        return Section(
            "timeline", "Timeline", (note("No claim gives a time that we could place on a timeline."),)
        )
    return Section("timeline", "Timeline", subsections=tuple(lanes))


def _widest(index: Index, entries: Sequence[TimelineEntry]) -> list[TimelineEntry]:
    """The entries that most pages carry, the later of two alike, in their order."""
    carried = [len({page for one in index.known(each.origins) for page in one.reports}) for each in entries]
    ranked = sorted(range(len(entries)), key=lambda at: (-carried[at], -at))
    return [entries[at] for at in sorted(ranked[:STATEMENTS])]


def _cut(many: int) -> tuple[BriefSentence, ...]:
    """How many statements are left out of the lane, where some are."""
    if many <= STATEMENTS:
        return ()
    more = f"{figures.number(many - STATEMENTS)} more are in the situation’s JSON"
    return (note(f"The {STATEMENTS} that most pages carry, the later of two alike; {more}."),)


def _row(index: Index, entry: TimelineEntry) -> Row:
    origins = index.known(entry.origins)
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
