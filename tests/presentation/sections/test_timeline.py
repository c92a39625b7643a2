"""The lane of statements stays short enough to be looked through."""

from __future__ import annotations

import re

import pytest
from tests.build import claim, evidence, origin, report, speaker

from trendechos.presentation.index import Index
from trendechos.presentation.sections import timeline
from trendechos.records import Section
from trendechos.situation import assess


def lane(many: int) -> Section:
    """What was said, on a page each but for the first statement, which two carry."""
    pages = [report(f"Rain fell for {at} hours, Ana Roth said.", published="2024-11-04") for at in range(many)]
    copy = report("Rain fell for 0 hours, Ana Roth told us.", published="2024-11-04")
    claims = [claim(f"Rain fell for {at} hours", speaker("Ana Roth"), page) for at, page in enumerate(pages)]
    again = claim("Rain fell for 0 hours", speaker("Ana Roth"), copy)
    origins = [origin(*((one, again) if one is claims[0] else (one,))) for one in claims]
    held = evidence((*pages, copy), (*claims, again), *origins)
    built = timeline.build(Index(assess(held, as_of="2024-11-05"), held))
    (statements,) = (part for part in built.subsections if part.key == "timeline-statement")
    return statements


@pytest.mark.parametrize(("many", "left"), [(timeline.STATEMENTS, ""), (timeline.STATEMENTS + 3, "3")])
def test_the_widest_carried_stay_and_the_rest_is_counted(many: int, left: str) -> None:
    statements = lane(many)
    rows = [row.cells[1] for table in statements.tables for row in table.rows]
    assert len(rows) == timeline.STATEMENTS
    assert any("for 0 hours" in row for row in rows)
    told = " ".join(one.text for one in statements.sentences)
    assert re.findall(r"; (\d+) more", told) == ([left] if left else [])
