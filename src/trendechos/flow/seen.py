"""What the store knows beside a situation's reports: all that their outlets published, and pages gone."""

from __future__ import annotations

from collections import Counter

from trendechos.flow.assess import Seen
from trendechos.records import Removed
from trendechos.store import View


def seen(view: View, situation_id: str) -> Seen:
    """What watching saw for a situation; empty for one that is not watched.

    The volume counts the outlets of which the situation took at least one report, the refused ones too.
    """
    listed = view.watching.volume(situation_id)
    taken = {one.outlet for one in listed if one.taken}
    days: Counter[str] = Counter()
    for one in listed:
        if one.day and one.outlet in taken:
            days[one.day] += one.reports
    gone = [
        Removed(one.report_id, one.noticed_at[:10], one.returned_at[:10] if one.returned_at else None)
        for one in view.watching.removals(situation_id)
    ]
    return Seen(tuple(sorted(days.items())), tuple(gone))
