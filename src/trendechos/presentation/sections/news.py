"""What is new: since the day asked about, or over the last days held."""

from __future__ import annotations

from trendechos.presentation.index import Index
from trendechos.presentation.sections import common
from trendechos.presentation.wording import dates, figures
from trendechos.presentation.wording.parts import given, note, say
from trendechos.records import BriefSentence, Difference, Section

_KINDS = {
    "new_origin": "New",
    "number_moved": "Number moved",
    "stance_reversed": "Changed position",
    "prediction_due": "Prediction due",
    "corrected": "Corrected",
    "removed": "Removed",
}
SHOWN = 12
# Without a day to compare with, "new" is what was first said in the last two days held.
NEW_DAYS = 2


def build(index: Index) -> Section:
    """What is new, as one line each; echoes of old things are named as old."""
    situation = index.situation
    changes = situation.changes
    lines = [_change(index, change) for change in changes[:SHOWN]]
    if situation.since:
        head = note(
            f"Since {dates.day(situation.since, index.year)}: {figures.count(len(changes), 'change')}."
            + (f" The first {figures.small(SHOWN)} follow." if len(changes) > SHOWN else "")
        )
    elif changes:
        head = note(f"{figures.count(len(changes), 'change')} in the last days held.")
    else:
        head = note(
            "No earlier day was asked for; these were first said in the last"
            f" {figures.small(NEW_DAYS + 1)} days held."
        )
        lines = _latest(index)
        if not lines:
            head = note("No earlier day was asked for, and nothing dated falls in the last days held.")
    return Section("new", "What is new", (head, *lines, *_loud(index)), listed=True)


def _change(index: Index, change: Difference) -> BriefSentence:
    label = _KINDS.get(change.kind, "Change")
    when = f", {dates.day(change.on, index.year)}" if change.on else ""
    origin = next(iter(index.known((change.origin_id,))), None)
    if origin is None:
        return note(f"{label}{when}: ", given(change.text.rstrip(".")), ".")
    if change.kind == "new_origin":
        return common.statement(index, origin)
    return say(f"{label}{when}: ", given(change.text.rstrip(".")), ".", claims=index.cites(origin))


def _latest(index: Index) -> list[BriefSentence]:
    last = index.situation.as_of or index.situation.coverage.dated_to
    fresh = [
        origin
        for origin in index.situation.origins
        if origin.said_when and common.recent(origin.said_when.day, last, NEW_DAYS) and index.cites(origin)
    ]
    fresh.sort(key=lambda origin: (-len(origin.reports), origin.origin_id))
    lines = [common.statement(index, origin) for origin in fresh[:6]]
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
