"""Attention and evidence apart: per day the reports, the echoes and the origins not seen before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from trendechos.records import Attention, Burst, Claim, Evidence, Origin, Proposition, TopicAttention
from trendechos.situation.bursts import Stretch, against_mean, against_total
from trendechos.situation.calendar import day_of, one_day, ordinal

# A clock a century off must not make a hundred years of empty days.
_LONGEST_DAYS = 3660
_TOPICS = 20


def attention(evidence: Evidence) -> tuple[Attention, ...]:
    """One entry for each day with a dated report, earliest first; undated reports are on no day.

    An origin is new on the first day on which a held report carries it; every further claim of it is
    an echo on the day of its report.
    """
    return _daily(_days(evidence), evidence.origins, evidence.claims, everything=True)


def by_topic(evidence: Evidence, propositions: Sequence[Proposition]) -> tuple[TopicAttention, ...]:
    """The same for the reports that speak to each of the first twenty propositions, in their order."""
    days = _days(evidence)
    origins = {origin.origin_id: origin for origin in evidence.origins}
    found = []
    for proposition in propositions[:_TOPICS]:
        own = [origins[stance.origin_id] for stance in proposition.stances if stance.origin_id in origins]
        found.append(TopicAttention(proposition.proposition_id, _daily(days, own, evidence.claims)))
    return tuple(found)


def _days(evidence: Evidence) -> dict[str, str]:
    return {report.report_id: day for report in evidence.reports.values() if (day := one_day(report.published))}


def _daily(
    days: Mapping[str, str], origins: Iterable[Origin], claims: Mapping[str, Claim], *, everything: bool = False
) -> tuple[Attention, ...]:
    new: Counter[str] = Counter()
    carried: Counter[str] = Counter()
    pages: set[str] = set(days) if everything else set()
    for origin in origins:
        reports = [
            claims[one].report_id for one in origin.claims if one in claims and claims[one].report_id in days
        ]
        if reports:
            new[min(days[report] for report in reports)] += 1
            carried.update(days[report] for report in reports)
            pages.update(reports)
    counts = Counter(days[report] for report in pages)
    return tuple(
        Attention(day=day, reports=counts[day], echoes=carried[day] - new[day], new_origins=new[day])
        for day in sorted(counts)
    )


def bursts(days: tuple[Attention, ...], volume: Sequence[tuple[str, int]] = ()) -> tuple[Burst, ...]:
    """The stretches of days in which new origins, or reports, run at twice their rate; by series and time.

    The rate is the share of `volume` (day, all reports read) where that is known, else the mean a day.
    A burst of reports in which no burst of new origins falls is `loud but nothing new`. The days
    counted are those between the first and last dated report, at most ten years up to the last.
    """
    if not days:
        return ()
    numbers = {entry.day: ordinal(entry.day) or 0 for entry in days}
    last = max(numbers.values())
    first = max(min(numbers.values()), last - _LONGEST_DAYS)
    reports, new, total = ([0] * (last - first + 1) for _ in range(3))
    for entry in days:
        at = numbers[entry.day] - first
        if at >= 0:
            reports[at], new[at] = entry.reports, entry.new_origins
    for day, count in volume:
        at = (ordinal(day) or 0) - first
        if 0 <= at < len(total):
            total[at] += count
    fresh, loud = against_mean(new), against_mean(reports)
    if sum(total) > sum(reports):
        # A page can carry several origins; their share is of all that could have been new.
        loud = against_total(reports, [max(*pair) for pair in zip(total, reports, strict=True)])
    found = [_burst("new_origins", stretch, first, "") for stretch in fresh]
    for stretch in loud:
        found.append(
            _burst("attention", stretch, first, "" if _meets(stretch, fresh) else "loud but nothing new")
        )
    return tuple(found)


def _meets(stretch: Stretch, others: tuple[Stretch, ...]) -> bool:
    return any(stretch.first <= other.last and other.first <= stretch.last for other in others)


def _burst(kind: str, stretch: Stretch, first: int, finding: str) -> Burst:
    return Burst(kind, day_of(first + stretch.first), day_of(first + stretch.last), stretch.weight, finding)  # type: ignore[arg-type]
