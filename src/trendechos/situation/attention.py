"""Attention and evidence apart: per day the reports, the echoes and the origins not seen before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from trendechos.records import Attention, Burst, Origin, Proposition, TopicAttention
from trendechos.situation.bursts import Stretch, against_mean, against_total
from trendechos.situation.calendar import day_of, one_day, ordinal
from trendechos.situation.slices import totalled
from trendechos.situation.surroundings import Page, Surroundings

# A clock a century off must not make a hundred years of empty days.
_LONGEST_DAYS = 3660
_TOPICS = 20
# (report, day) of each claim of an origin.
_Dated = tuple[tuple[str, str], ...]


def attention(around: Surroundings) -> tuple[Attention, ...]:
    """One entry for each day with a dated report, earliest first; undated reports are on no day.

    An origin is new on the first day on which a held report carries it; every further claim of it is
    an echo on the day of its report.
    """
    counts = totalled(around.pages(_published))
    parts = around.parts(_carried)
    return _daily(counts, totalled(new for new, _ in parts), totalled(carried for _, carried in parts))


def by_topic(propositions: Sequence[Proposition], around: Surroundings) -> tuple[TopicAttention, ...]:
    """The same for the reports that speak to each of the first twenty propositions, in their order."""
    return tuple(
        TopicAttention(one.proposition_id, around.again(_on_topic, one.proposition_id, _dated_of(one, around)))
        for one in propositions[:_TOPICS]
    )


def _dated_of(proposition: Proposition, around: Surroundings) -> tuple[_Dated, ...]:
    return tuple(around.once(dated_pages, origin) for origin in around.answering(proposition))


def _on_topic(origins: Iterable[_Dated]) -> tuple[Attention, ...]:
    listed = [dated for dated in origins if dated]
    pages = dict(pair for dated in listed for pair in dated)
    new = Counter(min(day for _, day in dated) for dated in listed)
    return _daily(Counter(pages.values()), new, Counter(day for dated in listed for _, day in dated))


def _published(pages: Iterable[Page]) -> Counter[str]:
    return Counter(day for report, _ in pages if (day := one_day(report.published)))


def _carried(origins: Iterable[Origin], around: Surroundings) -> tuple[Counter[str], Counter[str]]:
    """The days on which some origins are new, and those on which they are carried."""
    listed = [dated for origin in origins if (dated := around.once(dated_pages, origin))]
    new = Counter(min(day for _, day in dated) for dated in listed)
    return new, Counter(day for dated in listed for _, day in dated)


def dated_pages(origin: Origin, around: Surroundings) -> _Dated:
    """The pages of the claims of an origin with their days; undated ones are left out."""
    pages = ((one.report_id, around.report(one)) for one in around.held(origin))
    return tuple((name, day) for name, page in pages if page and (day := one_day(page.published)))


def _daily(counts: Counter[str], new: Counter[str], carried: Counter[str]) -> tuple[Attention, ...]:
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
