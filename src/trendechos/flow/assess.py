"""From claims to a situation: the one place that composes the stages behind the reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from trendechos import echoes, presentation, situation
from trendechos.flow.progress import Progress, silent
from trendechos.flow.versions import latest
from trendechos.records import Brief, Claim, Evidence, Gap, Report, Situation


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of the reports: as of which day, since which day, about what, under which title."""

    as_of: str | None = None
    since: str | None = None
    about: str | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class Assessed:
    """A situation with the evidence that it rests on."""

    situation: Situation
    evidence: Evidence

    @property
    def brief(self) -> Brief:
        """The situation written out."""
        return presentation.compose(self.situation, self.evidence)


def assess(
    reports: Sequence[Report],
    claims: Sequence[Claim],
    question: Question,
    *,
    gaps: Sequence[Gap] = (),
    progress: Progress = silent,
) -> Assessed:
    """The situation that `claims` of `reports` make as of the day asked about.

    The order of reports and claims makes no difference.
    """
    evidence = gather(reports, claims, question, gaps=gaps, progress=progress)
    progress("assess", 0, 1)
    found = situation.assess(evidence, as_of=question.as_of, since=question.since, title=question.title)
    progress("assess", 1, 1)
    return Assessed(found, evidence)


def gather(
    reports: Sequence[Report],
    claims: Sequence[Claim],
    question: Question,
    *,
    gaps: Sequence[Gap] = (),
    progress: Progress = silent,
) -> Evidence:
    """Everything that the assessment rests on: what was held, its echoes, origins and questions."""
    held = situation.held(
        sorted(reports, key=lambda report: (report.report_id, report.version_id)), question.as_of
    )
    kept = {report.report_id: report for report in latest(held.reports)}
    some = {
        claim.claim_id: claim
        for claim in sorted(claims, key=lambda claim: claim.claim_id)
        if claim.report_id in kept and kept[claim.report_id].version_id == claim.version_id
    }
    if question.about:
        relevant = situation.about(question.about, kept, some)
        kept = {report_id: report for report_id, report in kept.items() if report_id in relevant}
        some = {claim_id: claim for claim_id, claim in some.items() if claim.report_id in relevant}
    progress("echoes", 0, len(some))
    found = echoes.group(some, echoes.compare(echoes.pairs(some.values()), reports=kept), reports=kept)
    origins = echoes.trace(found, some, kept)
    progress("echoes", len(some), len(some))
    propositions = situation.pose(origins, some)
    related = echoes.relate(origins, propositions, some, kept)
    return Evidence(
        reports=kept, claims=some, groups=found, origins=related, propositions=propositions,
        copies=echoes.copies(kept), gaps=tuple(gaps),
        left_out_undated=held.left_out_undated, left_out_later=held.left_out_later,
    )  # fmt: skip
