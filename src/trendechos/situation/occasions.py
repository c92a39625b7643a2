"""Which statements of one kind are of one occasion, and which of another some weeks or days away."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from trendechos.situation.calendar import day_of, ordinal
from trendechos.situation.subjects import Subject
from trendechos.situation.tolls import own_day

# The same words three weeks apart are of another happening.
_APART_DAYS = 21


def occasions(group: list[Subject]) -> list[list[Subject]]:
    """The group split where more than three weeks lie between neighbours; undated ones go with the most."""
    dated = sorted(
        (number, subject.origin.origin_id, subject)
        for subject in group
        if (number := ordinal(subject.topic.day or ""))
    )
    undated = [subject for subject in group if ordinal(subject.topic.day or "") is None]
    parts: list[list[Subject]] = []
    before = None
    for number, _, subject in dated:
        if before is None or number - before > _APART_DAYS:
            parts.append([])
        parts[-1].append(subject)
        before = number
    if not parts:
        return [undated]
    max(reversed(parts), key=len).extend(undated)
    return parts


def by_own_day(group: Sequence[Subject]) -> list[tuple[str, list[Subject]]]:
    """Tolls by the day that their own words name, where it is not one day ("22 killed on Thursday").

    Days that follow each other are one; without any day stand those that name none.
    """
    named = {one.origin.origin_id: _own_days(one) for one in group}
    days = sorted({numbers[0] for numbers in named.values() if numbers})
    starts = [day for at, day in enumerate(days) if at == 0 or day - days[at - 1] > 1]
    if len(starts) < 2:
        return [("", list(group))]
    parts: dict[str, list[Subject]] = defaultdict(list)
    for one in group:
        own = named[one.origin.origin_id]
        parts[day_of(max(day for day in starts if day <= own[0])) if own else ""].append(one)
    return sorted(parts.items())


def _own_days(subject: Subject) -> list[int]:
    days = (ordinal(own_day(claim) or "") for claim in subject.claims)
    return sorted(day for day in days if day is not None)
