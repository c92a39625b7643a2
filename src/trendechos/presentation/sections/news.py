"""What is new: since the day asked about, or over the last days held."""

from __future__ import annotations

from trendechos.presentation.index import Index
from trendechos.presentation.sections import common
from trendechos.presentation.wording import dates, figures
from trendechos.presentation.wording.parts import given, note, say
from trendechos.records import BriefSentence, Difference, Section

# In the order in which they matter: what moved, what turned, what fell due, what was taken back, what is new.
_KINDS = {
    "number_moved": "Number moved",
    "stance_reversed": "Changed position",
    "prediction_due": "Prediction due",
    "corrected": "Corrected",
    "removed": "Removed",
    "new_origin": "New",
    "echo_of_old": "Old, repeated",
}
SHOWN = 12
ALL = 200
# Without a day to compare with, "new" is what was first said in the last two days held.
NEW_DAYS = 2


def build(index: Index) -> Section:
    """What is new, as one line each; echoes of old things are named as old."""
    situation = index.situation
    changes = sorted(situation.changes, key=lambda change: _rank(index, change))[:ALL]
    lines = [_change(index, change) for change in changes]
    if not situation.since:
        lines = [*_latest(index), *lines]
        return Section("new", "What is new", (*lines[:ALL], *_loud(index)), listed=True)
    since = f"Since {dates.day(situation.since, index.year)}"
    head = note(f"{since}: {figures.count(len(situation.changes), 'change')}.")
    rest = tuple(lines[SHOWN:])
    more: tuple[Section, ...] = ()
    if rest:
        more = (Section("new-more", f"{len(rest)} more changes", rest, listed=True, collapsed=True),)
    return Section("new", "What is new", (head, *lines[:SHOWN], *_loud(index)), subsections=more, listed=True)


def _rank(index: Index, change: Difference) -> tuple[int, bool, int, str]:
    """What moved before what is only new, named speakers before none, wide before narrow."""
    origin = index.origins.get(change.origin_id)
    nobody = origin is None or origin.speaker.kind == "none"
    pages = len(origin.reports) if origin else 0
    return list(_KINDS).index(change.kind), nobody, -pages, change.origin_id


def _change(index: Index, change: Difference) -> BriefSentence:
    label = _KINDS.get(change.kind, "Change")
    when = f", {dates.day(change.on, index.year)}" if change.on else ""
    origin = next(iter(index.known((change.origin_id,))), None)
    if origin is None:
        return note(f"{label}{when}: ", given(change.text.rstrip(".")), ".")
    if change.kind == "new_origin":
        return common.statement(index, origin)
    both = [*index.known((change.before_id,)), origin] if change.before_id else [origin]
    return say(f"{label}{when}: ", given(change.text.rstrip(".")), ".", claims=index.cites(*both))


def _latest(index: Index) -> list[BriefSentence]:
    """Without a day to compare with: what was first said in the last days held, most carried first."""
    last = index.situation.as_of or index.situation.coverage.dated_to
    fresh = [
        origin
        for origin in index.situation.origins
        if origin.said_when and common.recent(origin.said_when.day, last, NEW_DAYS) and index.cites(origin)
    ]
    if not fresh:
        return [note("No earlier day was asked for, and nothing dated falls in the last days held.")]
    fresh.sort(key=lambda origin: (origin.speaker.kind == "none", -len(origin.reports), origin.origin_id))
    days = figures.small(NEW_DAYS + 1)
    lines = [note(f"No earlier day was asked for; these were first said in the last {days} days held.")]
    lines += [common.statement(index, origin) for origin in fresh[:6]]
    if len(fresh) > 6:
        lines.append(
            note(f"And {figures.count(len(fresh) - 6, 'further origin')} in the same days, listed below.")
        )
    return lines


def _loud(index: Index) -> list[BriefSentence]:
    """Days on which pages repeated and nothing new was said: a finding of its own."""
    days = [one for one in index.situation.attention if one.echoes >= 3 and one.new_origins == 0]
    return [
        note(
            f"Loud but nothing new: {figures.count(one.echoes, 'repeated claim')}"
            f" on {dates.day(one.day, index.year)}, no new origin."
        )
        for one in days[-2:]
    ]
