"""What is kept between assessments changes their cost and nothing else."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from benchmarks.assess import Wire
from hypothesis import given, settings
from hypothesis import strategies as st

from trendechos.flow.assess import Assessed, Question, assess
from trendechos.flow.kept import Kept
from trendechos.records import Claim, Moment, Report

REPORTS, CLAIMS = Wire(3).make(280)
BY_REPORT: dict[str, list[Claim]] = {}
for _claim in CLAIMS:
    BY_REPORT.setdefault(_claim.report_id, []).append(_claim)


def of(reports: list[Report], kept: Kept | None) -> Assessed:
    claims = [claim for report in reports for claim in _claims(report)]
    return assess(reports, claims, Question(since="2024-02-01"), kept=kept)


def _claims(report: Report) -> list[Claim]:
    """The claims of a page; its other version says less, and calls people and places otherwise."""
    found = [replace(claim, version_id=report.version_id) for claim in BY_REPORT.get(report.report_id, ())]
    return [_retold(claim) for claim in found[1:]] if report.version_id.endswith("-2") else found


def _retold(claim: Claim) -> Claim:
    """The same claim by a last name only, from a province of the town's name, with half a country's name."""
    last = claim.speaker.canonical.rpartition(" ")[2]
    places = tuple(replace(one, name=f"{one.name} Oblast", precision="province") for one in claim.places)
    return replace(
        claim,
        speaker=replace(claim.speaker, canonical=last, party=None),
        places=places,  # type: ignore[arg-type]
        text=f"{claim.text} North Korean soldiers fight there, as do men of the North.",
    )


def parts(one: Assessed) -> dict[str, Any]:
    return {
        "groups": one.evidence.groups, "origins": one.evidence.origins, "copies": one.evidence.copies,
        "propositions": one.evidence.propositions, "situation": one.situation,
    }  # fmt: skip


STEPS = st.lists(
    st.tuples(st.sampled_from(["add", "drop", "rewrite", "redate"]), st.integers(0, len(REPORTS) - 1)),
    min_size=1,
    max_size=6,
)


def other(report: Report, what: str) -> Report:
    """The page in other words, or under another day."""
    if what == "rewrite":
        return replace(report, version_id=f"{report.report_id}-2")
    return replace(report, published=Moment("2024-03-09", "day"))


@settings(max_examples=20, deadline=None)
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
            held[report.report_id] = report if what == "add" else other(report, what)
        assert parts(of(list(held.values()), kept)) == parts(of(list(held.values()), None))
