"""Gaps: what was not produced, and why."""

from __future__ import annotations

from collections import Counter

from trendechos.presentation.index import Index
from trendechos.presentation.sections import common
from trendechos.presentation.wording import figures
from trendechos.presentation.wording.parts import flat, given, note
from trendechos.records import Row, Section, Table


def build(index: Index) -> Section:
    """Gaps counted by reason, and every one of them behind a heading."""
    gaps = index.situation.gaps
    if not gaps:
        return Section("gaps", "Gaps", (note("Nothing was left unread that we know of."),))
    counted = Counter((flat(gap.stage), flat(gap.reason)) for gap in gaps)
    lines = [
        note(given(f"{reason}"), f": {figures.small(many)} ({stage}).")
        for (stage, reason), many in sorted(counted.items(), key=lambda one: (-one[1], one[0]))[
            : common.OPEN_ROWS
        ]
    ]
    rows = tuple(
        Row((flat(gap.subject), flat(gap.stage), flat(gap.reason), flat(gap.detail)), (), "coverage")
        for gap in gaps[: common.ALL_ROWS]
    )
    caption = f"Every gap: {figures.small(len(gaps))}"
    table = Table(caption, ("Where", "Stage", "Reason", "Detail"), rows, collapsed=True)
    return Section("gaps", "Gaps", tuple(lines), (table,), listed=True)
