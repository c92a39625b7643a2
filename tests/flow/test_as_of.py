"""Nothing that was published or fetched later leaks into the situation as of a past day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from benchmarks.assess import Wire
from hypothesis import given, settings
from hypothesis import strategies as st

from trendechos.errors import InvalidInput
from trendechos.flow.assess import Question, Seen, assess
from trendechos.presentation import render
from trendechos.records import Claim, Gap, Moment, Removed, Report

REPORTS, CLAIMS = Wire(5).make(240)
FIRST = date(2024, 1, 1)


def on(days: int) -> Moment:
    return Moment((FIRST + timedelta(days=days)).isoformat(), "day")


def later(report: Report, days: int) -> Report:
    """A version of the page fetched so many days into the stream; it keeps the day of the page."""
    return replace(report, version_id=f"{report.version_id}-2", retrieved=on(days), text=f"{report.text} 1")


def shown(
    reports: list[Report], claims: list[Claim], as_of: str, seen: Seen, gaps: list[Gap]
) -> dict[str, Any]:
    question = Question(as_of=as_of, since=(FIRST + timedelta(days=10)).isoformat())
    found = dict(render.document(assess(reports, claims, question, seen=seen, gaps=gaps).situation))
    # How much more is held, and left out, is all that may tell.
    found["coverage"] = {key: value for key, value in found["coverage"].items() if key != "left_out_later"}
    return found


@settings(max_examples=8, deadline=None)
@given(st.integers(15, 110), st.lists(st.integers(0, len(REPORTS) - 1), max_size=4), st.integers(1, 60))
def test_the_situation_as_of_a_day_does_not_depend_on_later_pages(
    days: int, changed: list[int], after: int
) -> None:
    as_of = on(days).value
    dated = [report for report in REPORTS if report.published and report.published.value <= as_of]
    ids = {report.report_id for report in dated}
    known = [claim for claim in CLAIMS if claim.report_id in ids]
    versions = [later(REPORTS[at], days + after) for at in changed]
    gaps = [Gap(report.report_id, "claims", "no speaker") for report in REPORTS]
    gone = Removed(REPORTS[0].report_id, on(days + after).value)
    volume = tuple((on(day).value, 20) for day in range(200))
    then = shown(
        dated, known, as_of, Seen(tuple(one for one in volume if one[0] <= as_of)),
        [gap for gap in gaps if gap.subject in ids],
    )  # fmt: skip
    assert shown([*versions, *REPORTS], CLAIMS, as_of, Seen(volume, (gone,)), gaps) == then


@pytest.mark.parametrize("value", ["5.11.2024", "20241105", "2024-02-30", "2024-11", "", "0000-01-01"])
def test_what_is_no_day_is_refused_and_not_compared(value: str) -> None:
    for name in ("as_of", "since"):
        with pytest.raises(InvalidInput, match="YYYY-MM-DD"):
            Question(**{name: value})
