"""What is kept between assessments changes their cost and nothing else."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from benchmarks.assess import Wire
from hypothesis import given, settings
from hypothesis import strategies as st

from trendechos.flow.assess import Assessed, Question, assess
from trendechos.flow.kept import Kept
from trendechos.records import Claim, Report

REPORTS, CLAIMS = Wire(3).make(280)
BY_REPORT: dict[str, list[Claim]] = {}
for _claim in CLAIMS:
    BY_REPORT.setdefault(_claim.report_id, []).append(_claim)


def of(reports: list[Report], kept: Kept | None) -> Assessed:
    claims = [claim for report in reports for claim in _claims(report)]
    return assess(reports, claims, Question(since="2024-02-01"), kept=kept)


def _claims(report: Report) -> list[Claim]:
    """The claims of a page; one of its other version says less."""
    found = [replace(claim, version_id=report.version_id) for claim in BY_REPORT.get(report.report_id, ())]
    return found[1:] if report.version_id.endswith("-2") else found


def parts(one: Assessed) -> dict[str, Any]:
    return {
        "groups": one.evidence.groups, "origins": one.evidence.origins, "copies": one.evidence.copies,
        "propositions": one.evidence.propositions, "situation": one.situation,
    }  # fmt: skip


STEPS = st.lists(
    st.tuples(st.sampled_from(["add", "drop", "change"]), st.integers(0, len(REPORTS) - 1)),
    min_size=1,
    max_size=6,
)


@settings(max_examples=12, deadline=None)
@given(st.sets(st.integers(0, len(REPORTS) - 1), min_size=1, max_size=60), STEPS)
def test_reports_one_by_one_give_what_all_at_once_gives(first: set[int], steps: list[tuple[str, int]]) -> None:
    held = {REPORTS[at].report_id: REPORTS[at] for at in sorted(first)}
    kept = Kept()
    of(list(held.values()), kept)
    for what, at in steps:
        report = REPORTS[at]
        if what == "drop":
            held.pop(report.report_id, None)
        else:
            held[report.report_id] = report if what == "add" else replace(report, version_id=f"{at}-2")
        assert parts(of(list(held.values()), kept)) == parts(of(list(held.values()), None))
