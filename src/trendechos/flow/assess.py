"""From claims to a situation: the one place that composes the stages behind the reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from trendechos import echoes, presentation, situation
from trendechos.flow.progress import Progress, silent
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
    kept = {report.report_id: report for report in held.reports}
    versions = {(report.report_id, report.version_id) for report in held.reports}
    some = [claim for claim in claims if (claim.report_id, claim.version_id) in versions]
    if question.about:
        relevant = situation.about(question.about, kept, {claim.claim_id: claim for claim in some})
        kept = {report_id: report for report_id, report in kept.items() if report_id in relevant}
        some = [claim for claim in some if claim.report_id in relevant]
    by_id = {claim.claim_id: claim for claim in sorted(some, key=lambda claim: claim.claim_id)}
    progress("echoes", 0, len(by_id))
    found = echoes.group(by_id, tuple(echoes.compare(_pairs(by_id))))
    origins = echoes.trace(found, by_id, kept)
    progress("echoes", len(by_id), len(by_id))
    propositions = situation.pose(origins, by_id)
    related = echoes.relate(origins, propositions, by_id, kept)
    return Evidence(
        reports=kept, claims=by_id, groups=found, origins=related, propositions=propositions,
        copies=echoes.copies(kept), gaps=tuple(gaps),
        left_out_undated=held.left_out_undated, left_out_later=held.left_out_later,
    )  # fmt: skip


def _pairs(claims: Mapping[str, Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Each pair of claims that share a blocking key, once, in sorted order."""
    buckets: dict[str, list[str]] = {}
    for claim_id, claim in claims.items():
        for key in echoes.keys(claim):
            buckets.setdefault(key, []).append(claim_id)
    for left, right in sorted(_distinct(buckets.values())):
        yield claims[left], claims[right]


def _distinct(buckets: Iterable[list[str]]) -> set[tuple[str, str]]:
    return {pair for bucket in buckets for pair in combinations(sorted(set(bucket)), 2)}
