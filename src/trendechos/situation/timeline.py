"""What is said to have happened, by when it happened; and what was said, in a lane of its own."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from trendechos.records import Claim, Moment, Origin, TimelineEntry
from trendechos.situation.ahead import is_scrap
from trendechos.situation.calendar import first_day, last_day
from trendechos.situation.parties import EVENT_TYPES
from trendechos.situation.stances import AGAINST
from trendechos.situation.surroundings import Surroundings
from trendechos.situation.topics import Topic, stance, topic

_Order = tuple[str, int, str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Happening:
    moment: Moment
    origin: Origin
    claim: Claim
    about: Topic


def timeline(around: Surroundings) -> tuple[TimelineEntry, ...]:
    """Events merged across origins by kind, parties, place and time, then statements; by time, earliest first.

    An event dated only to the month joins the one event of its kind that falls in it; where several do,
    it stands alone. What is to come is no event. The words are those of the most widely carried origin.
    """
    happened: dict[tuple[str, str, str], list[_Happening]] = defaultdict(list)
    for event in around.every(_event):
        place = event.about.place.broad if event.about.place else ""
        happened[(event.claim.type, "+".join(sorted(event.about.parties)), place)].append(event)
    events = [entry for _, group in sorted(happened.items()) for entry in _merged(group)]
    return tuple(sorted(events, key=_when)) + tuple(around.ranked(_statement))


def _event(origin: Origin, around: Surroundings) -> _Happening | None:
    held = around.held(origin)
    stated = [claim for claim in held if claim.type in EVENT_TYPES and claim.happened_when]
    if not stated or around.once(stance, origin) in AGAINST:
        return None
    about = around.once(topic, origin)
    if about.planned:
        return None
    finest = min(stated, key=lambda claim: (_coarseness(claim.happened_when), claim.claim_id))
    moment = finest.happened_when
    if moment is None or (first_day(moment) is None and last_day(moment) is None):
        return None
    return _Happening(moment, origin, finest, about)


def _statement(origin: Origin, around: Surroundings) -> tuple[_Order, TimelineEntry] | None:
    held = around.held(origin)
    if not held or is_scrap(held[0]) or origin.said_when is None or first_day(origin.said_when) is None:
        return None
    key = held[0]
    entry = TimelineEntry(
        when=origin.said_when,
        lane="statement",
        text=origin.label,
        type=key.type,
        origins=(origin.origin_id,),
        background=all(claim.background for claim in held),
        places=tuple(dict.fromkeys(place.name for place in key.places)),
    )
    return _when(entry), entry


def _merged(group: list[_Happening]) -> list[TimelineEntry]:
    by_moment: dict[Moment, list[_Happening]] = defaultdict(list)
    for event in group:
        by_moment[event.moment].append(event)
    order = sorted(by_moment, key=lambda moment: (_coarseness(moment), moment.value))
    kept: dict[Moment, list[_Happening]] = {}
    for moment in order:
        inside = [finer for finer in kept if _holds(moment, finer)] if len(kept) <= 500 else []
        if len(inside) == 1:
            kept[inside[0]].extend(by_moment[moment])
        else:
            kept[moment] = list(by_moment[moment])
    return [_entry(moment, events) for moment, events in kept.items()]


def _entry(moment: Moment, events: list[_Happening]) -> TimelineEntry:
    lead = min(events, key=lambda event: (-len(event.origin.reports), event.origin.origin_id))
    return TimelineEntry(
        when=moment,
        lane="event",
        text=lead.claim.text,
        type=lead.claim.type,
        origins=tuple(sorted({event.origin.origin_id for event in events})),
        background=all(event.claim.background for event in events),
        places=(lead.about.place.name,) if lead.about.place else (),
    )


def _holds(wide: Moment, narrow: Moment) -> bool:
    first, last = first_day(wide), last_day(wide)
    inner_first, inner_last = first_day(narrow), last_day(narrow)
    if not (first and last and inner_first and inner_last):
        return False
    return first <= inner_first and inner_last <= last


_PRECISION = {"minute": 0, "day": 1, "month": 3, "year": 4}


def _coarseness(moment: Moment | None) -> int:
    if moment is None:
        return 9
    return max(_PRECISION[moment.precision], 2 if "/" in moment.value else 0)


def _when(entry: TimelineEntry) -> _Order:
    first = first_day(entry.when) or last_day(entry.when) or ""
    return (first, _coarseness(entry.when), entry.when.value, entry.origins)
