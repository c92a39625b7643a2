"""Attention and evidence apart: per day the reports, the echoes and the origins not seen before."""

from __future__ import annotations

from collections import Counter

from trendechos.records import Attention, Burst, Evidence
from trendechos.situation.bursts import Stretch, against_mean
from trendechos.situation.calendar import day_of, one_day, ordinal

# A clock a century off must not make a hundred years of empty days.
_LONGEST_DAYS = 3660


def attention(evidence: Evidence) -> tuple[Attention, ...]:
    """One entry for each day with a dated report, earliest first; undated reports are on no day.

    An origin is new on the first day on which a held report carries it; every further claim of it is
    an echo on the day of its report.
    """
    days = {report.report_id: day for report in evidence.reports.values() if (day := one_day(report.published))}
    reports = Counter(days.values())
    new: Counter[str] = Counter()
    carried: Counter[str] = Counter()
    for origin in evidence.origins:
        dated = [
            days[claim.report_id]
            for claim_id in origin.claims
            if (claim := evidence.claims.get(claim_id)) and claim.report_id in days
        ]
        if dated:
            new[min(dated)] += 1
            carried.update(dated)
    return tuple(
        Attention(day=day, reports=reports[day], echoes=carried[day] - new[day], new_origins=new[day])
        for day in sorted(reports)
    )


def bursts(days: tuple[Attention, ...]) -> tuple[Burst, ...]:
    """The stretches of days in which new origins, or reports, run at twice their mean; by series and time.

    A burst of reports in which no burst of new origins falls is `loud but nothing new`. The days
    counted are those between the first and last dated report, at most ten years up to the last.
    """
    if not days:
        return ()
    numbers = {entry.day: ordinal(entry.day) or 0 for entry in days}
    last = max(numbers.values())
    first = max(min(numbers.values()), last - _LONGEST_DAYS)
    reports, new = [0] * (last - first + 1), [0] * (last - first + 1)
    for entry in days:
        at = numbers[entry.day] - first
        if at >= 0:
            reports[at], new[at] = entry.reports, entry.new_origins
    fresh = against_mean(new)
    loud = against_mean(reports)
    found = [_burst("new_origins", stretch, first, "") for stretch in fresh]
    found += [
        _burst("attention", stretch, first, "" if _meets(stretch, fresh) else "loud but nothing new")
        for stretch in loud
    ]
    return tuple(found)


def _meets(stretch: Stretch, others: tuple[Stretch, ...]) -> bool:
    return any(stretch.first <= other.last and other.first <= stretch.last for other in others)


def _burst(kind: str, stretch: Stretch, first: int, finding: str) -> Burst:
    return Burst(kind, day_of(first + stretch.first), day_of(first + stretch.last), stretch.weight, finding)  # type: ignore[arg-type]
