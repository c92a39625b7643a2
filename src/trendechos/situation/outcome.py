"""What became of predictions, as far as later claims settle it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from trendechos.records import Claim, Origin, Prediction
from trendechos.situation.ahead import is_readied
from trendechos.situation.calendar import last_day
from trendechos.situation.parties import EVENT_TYPES
from trendechos.situation.topics import Topic


@dataclass(frozen=True, slots=True)
class Ahead:
    """A prediction with what it is about, the party of its author and its key claim."""

    prediction: Prediction
    about: Topic
    party: str | None
    claim: Claim


@dataclass(frozen=True, slots=True)
class Fact:
    """What an origin says, on a day, is or was so somewhere."""

    day: str
    origin: Origin
    about: Topic
    claim: Claim


def is_fact(about: Topic, held: Sequence[Claim]) -> bool:
    """True for what is said on a known day to be so, somewhere; not for what is only readied or recalled."""
    if not (about.family and about.place and about.day) or about.planned:
        return False
    return held[0].type in EVENT_TYPES and not is_readied(held[0]) and not all(one.background for one in held)


def settled(register: Iterable[Ahead], facts: Iterable[Fact]) -> list[Prediction]:
    """The predictions, those marked that later claims bear out or their author replaced."""
    by_matter: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        place = fact.about.place.broad if fact.about.place else ""
        by_matter[(fact.about.family or "", place)].append(fact)
    for group in by_matter.values():
        group.sort(key=lambda one: (one.day, one.origin.origin_id))
    return _superseded([_borne_out(one, by_matter) for one in register])


def _borne_out(one: Ahead, facts: Mapping[tuple[str, str], Sequence[Fact]]) -> Ahead:
    about, prediction = one.about, one.prediction
    if not about.family or not about.place or not about.parties or not about.day:
        return one
    if prediction.condition or one.claim.polarity != "asserted":
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
    return replace(one, prediction=replace(prediction, status="came_true", resolved_by=first.origin.origin_id))


def _superseded(register: Iterable[Ahead]) -> list[Prediction]:
    """The predictions; those marked on which their author later said otherwise."""
    same: dict[tuple[str, str, str, str], list[Ahead]] = defaultdict(list)
    found = []
    for one in register:
        author, about = one.prediction.author, one.about
        if author.kind in ("unnamed", "none") or not (
            about.family and about.place and about.parties and about.day
        ):
            found.append(one.prediction)
        else:
            key = (author.canonical, about.family, "+".join(sorted(about.parties)), about.place.broad)
            same[key].append(one)
    for group in same.values():
        group.sort(key=lambda one: (one.about.day or "", one.prediction.prediction_id))
        found += [_replaced(one, group[-1]) for one in group]
    return found


def _replaced(one: Ahead, last: Ahead) -> Prediction:
    later = (one.about.day or "") < (last.about.day or "")
    if one.prediction.status != "open" or not later or _foretold(one) == _foretold(last):
        return one.prediction
    return replace(one.prediction, status="superseded", resolved_by=last.prediction.origin_id)


def _foretold(one: Ahead) -> tuple[object, ...]:
    """What makes two predictions on one matter the same: the term, the numbers, yes or no, the condition."""
    numbers = tuple(sorted((str(each.low), str(each.high), each.counts) for each in one.claim.quantities))
    return one.prediction.by, numbers, one.claim.polarity, one.prediction.condition
