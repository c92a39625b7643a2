"""What became of predictions, as far as later claims settle it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from trendechos.languages.en.outlook import OF_THE_DEAD, RISES
from trendechos.records import TOLLS, Claim, Origin, Prediction, Proposition, Stance
from trendechos.records.situation import PredictionStatus
from trendechos.situation.ahead import is_readied
from trendechos.situation.borne_out import Told, borne_out
from trendechos.situation.calendar import last_day
from trendechos.situation.parties import EVENT_TYPES
from trendechos.situation.replaced import Ahead, replaced
from trendechos.situation.topics import Topic

_TOLLS = TOLLS | {"missing"}
_RISES, _OF_THE_DEAD = (re.compile("|".join(each), re.IGNORECASE) for each in (RISES, OF_THE_DEAD))


@dataclass(frozen=True, slots=True)
class Fact:
    """What an origin says, on a day, is or was so somewhere."""

    day: str
    origin: Origin
    about: Topic
    claim: Claim


def risen(
    found: Iterable[Prediction], posed: Iterable[Proposition], origins: Mapping[str, Origin]
) -> tuple[Prediction, ...]:
    """The predictions; that a toll would rise came true where a later answer to its question is higher.

    The toll meant is one that a page of the prediction or its author gives; of higher ones the one on most
    pages counts.
    """
    tolls = [one for one in posed if one.kind == "value" and one.counts in _TOLLS]
    return tuple(_risen(one, tolls, origins) for one in found)


def _risen(one: Prediction, tolls: Sequence[Proposition], origins: Mapping[str, Origin]) -> Prediction:
    origin = origins[one.origin_id]
    day, last = last_day(origin.said_when), last_day(one.by) or "9999"
    if not day or one.status != "open" or one.condition or not _RISES.search(one.words):
        return one
    higher: list[tuple[int, str, str]] = []
    for toll in tolls:
        given = [(stance, origins[stance.origin_id]) for stance in toll.stances if stance.origin_id in origins]
        known = [stance.low for stance, other in given if stance.low and _is_meant(stance, other, origin, day)]
        higher += [
            (-len(other.reports), stance.said_on, other.origin_id)
            for stance, other in given
            if known and stance.said_on and day < stance.said_on <= last and (stance.low or 0) > max(known)
        ]
    return replace(one, status="came_true", resolved_by=min(higher)[2]) if higher else one


def _is_meant(stance: Stance, other: Origin, origin: Origin, day: str) -> bool:
    """True for a toll by then of the prediction's author; on its page where the prediction names a toll."""
    if other.speaker.kind == "none" or (stance.said_on or "") > day:
        return False
    beside = bool(_OF_THE_DEAD.search(origin.text)) and not set(origin.reports).isdisjoint(other.reports)
    return beside or other.speaker.canonical == origin.speaker.canonical


def is_fact(about: Topic, held: Sequence[Claim]) -> bool:
    """True for what is said on a known day to be so, somewhere; not for what is only readied or recalled."""
    if not (about.family and about.place and about.day) or about.planned:
        return False
    return held[0].type in EVENT_TYPES and not is_readied(held[0]) and not all(one.background for one in held)


def settled(register: Iterable[Ahead], facts: Iterable[Fact], deeds: Iterable[Told]) -> list[Prediction]:
    """The predictions, those marked that later claims bear out or belie, or that their author replaced."""
    by_matter: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        place = fact.about.place.broad if fact.about.place else ""
        by_matter[(fact.about.family or "", place)].append(fact)
    for group in by_matter.values():
        group.sort(key=lambda one: (one.day, one.origin.origin_id))
    return replaced(borne_out((_settled(one, by_matter) for one in register), deeds))


def _settled(one: Ahead, facts: Mapping[tuple[str, str], Sequence[Fact]]) -> Ahead:
    about, prediction = one.about, one.prediction
    if not about.family or not about.place or not about.parties or not about.day:
        return one
    if prediction.condition or one.claim.polarity == "noncommittal":
        return one
    same = (
        fact
        for fact in facts.get((about.family, about.place.broad), ())
        if about.parties <= fact.about.parties | fact.about.others
        and fact.origin.origin_id != prediction.origin_id
    )
    first = next(same, None)
    # What others said to be so before, or on the day, is no outcome: more of it may have been meant.
    if first is None or first.day <= about.day:
        return one
    happened = last_day(first.claim.happened_when)
    if first.day > (last_day(prediction.by) or "9999") or (happened and happened < about.day):
        return one
    if not first.origin.party or first.origin.party == one.party:
        return one
    # Of what was said never to come, such an event is the contrary.
    status: PredictionStatus = "came_true" if one.claim.polarity == "asserted" else "did_not"
    return replace(one, prediction=replace(prediction, status=status, resolved_by=first.origin.origin_id))
