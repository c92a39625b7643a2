"""Which reports count as of a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from trendechos.records import Report
from trendechos.situation.calendar import one_day


@dataclass(frozen=True, slots=True)
class Held:
    """The reports that count as of a day, in the order given, and how many were left out and why.

    `undated` are the ids of reports that are in although no day is known (only without a day asked
    for). `left_out_undated` counts reports without a known day, `left_out_later` those dated or
    retrieved only after the day.
    """

    reports: tuple[Report, ...]
    as_of: str | None
    undated: frozenset[str]
    left_out_undated: int
    left_out_later: int


def held(reports: Iterable[Report], as_of: str | None) -> Held:
    """The reports shown to exist by the day `as_of` (`YYYY-MM-DD`): published by then, or retrieved by then.

    A report dated after `as_of` is left out whatever else is known; one without a day of publication
    counts only when it was retrieved by then. A later version of a page, which often keeps the page's day,
    counts from the day on which it was retrieved. Without `as_of` all are in, undated ones flagged, and
    the day is the latest day of publication, None when no report has one.
    """
    everything = tuple(reports)
    if as_of is None:
        days = [one_day(report.published) for report in everything]
        undated = frozenset(one.report_id for one, day in zip(everything, days, strict=True) if not day)
        return Held(everything, max(filter(None, days), default=None), undated, 0, 0)
    kept, undated_count, later_count = [], 0, 0
    for report in everything:
        published, retrieved = one_day(report.published), one_day(report.retrieved)
        if (published and published > as_of) or (not published and retrieved and retrieved > as_of):
            later_count += 1
        elif not published and not retrieved:
            undated_count += 1
        else:
            kept.append(report)
    shown = _versions_then(kept, as_of)
    later_count += len(kept) - len(shown)
    return Held(tuple(shown), as_of, frozenset(), undated_count, later_count)


def _versions_then(kept: list[Report], as_of: str) -> list[Report]:
    """The reports without versions retrieved later, where another version of the page is held from before.

    A page of which every version was retrieved later is shown by the one retrieved first.
    """
    pages: dict[str, list[Report]] = defaultdict(list)
    for report in kept:
        pages[report.url or report.report_id].append(report)
    dropped: set[tuple[str, str]] = set()
    for versions in pages.values():
        later = [one for one in versions if (one_day(one.retrieved) or "") > as_of]
        if len(later) == len(versions):
            later = sorted(later, key=lambda one: (one_day(one.retrieved) or "", one.version_id))[1:]
        dropped.update((one.report_id, one.version_id) for one in later)
    return [one for one in kept if (one.report_id, one.version_id) not in dropped]
