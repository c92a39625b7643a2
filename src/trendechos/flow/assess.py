"""From claims to a situation: the one place that composes the stages behind the reading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from operator import attrgetter
from re import fullmatch

from trendechos import presentation, situation
from trendechos.batch import Executor
from trendechos.errors import InvalidInput
from trendechos.flow import corrections as corrected
from trendechos.flow.kept import Kept
from trendechos.flow.memory import uncollected
from trendechos.flow.progress import Progress, silent
from trendechos.flow.versions import latest
from trendechos.records import (
    Brief,
    Claim,
    Corrected,
    Correction,
    Evidence,
    Gap,
    Removed,
    Report,
    Situation,
)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of the reports: as of which day, since which day, about what, under which title.

    Raises InvalidInput for a day that is none.
    """

    as_of: str | None = None
    since: str | None = None
    about: str | None = None
    title: str = ""

    def __post_init__(self) -> None:
        for name, value in (("as of", self.as_of), ("since", self.since)):
            if value is not None and not _is_day(value):
                raise InvalidInput(f"{name} {value}: give a day as YYYY-MM-DD, such as 2024-11-05")


def _is_day(value: str) -> bool:
    # The library reads other ISO forms as well, such as 20241105.
    if not fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen beside the reports of a situation: (day, reports) of their outlets, and pages gone."""

    volume: tuple[tuple[str, int], ...] = ()
    removed: tuple[Removed, ...] = ()


UNSEEN = Seen()


@dataclass(frozen=True, slots=True)
class Assessed:
    """A situation with the evidence that it rests on, and what people corrected in it."""

    situation: Situation
    evidence: Evidence
    corrected: tuple[Corrected, ...] = ()

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
    corrections: Sequence[Correction] = (),
    seen: Seen = UNSEEN,
    kept: Kept | None = None,
    progress: Progress = silent,
    executor: Executor | None = None,
) -> Assessed:
    """The situation that `claims` of `reports` make as of the day asked about, as corrected by people.

    `seen` is what is known beside the reports themselves: all that their outlets published, and pages that
    are gone. `kept` holds what the last call for this situation found, and gives the same in less time
    where little is new. The order of reports and claims makes no difference, nor do pages later than the
    day, nor who compares the claims: `executor` where they are many.
    """
    known = [one for one in corrections if not _later(one, question.as_of)]
    with uncollected():
        gathered = _gather(
            reports,
            claims,
            question,
            gaps,
            known,
            seen=seen,
            by=kept or Kept(executor, for_now=True),
            progress=progress,
        )
        progress("assess", 0, 1)
        found = situation.assess(
            gathered.evidence,
            as_of=question.as_of,
            since=question.since,
            title=question.title,
            around=gathered.around,
        )
    predictions, resolved = corrected.resolve(gathered.found, found.predictions, found.origins)
    progress("assess", 1, 1)
    if resolved:
        found = replace(found, predictions=predictions)
    return Assessed(found, gathered.evidence, (*gathered.done, *resolved))


def _later(one: Correction, as_of: str | None) -> bool:
    """True for a resolution said after the day asked about: what came of it was not known then."""
    return one.corrects == "resolution" and as_of is not None and one.made_at[:10] > as_of


@dataclass(frozen=True, slots=True)
class _Gathered:
    evidence: Evidence
    around: situation.Surroundings
    found: tuple[corrected.Found, ...]
    done: tuple[Corrected, ...]


def _gather(
    reports: Sequence[Report],
    claims: Sequence[Claim],
    question: Question,
    gaps: Sequence[Gap],
    corrections: Sequence[Correction],
    *,
    seen: Seen,
    by: Kept,
    progress: Progress,
) -> _Gathered:
    held = situation.held(sorted(reports, key=attrgetter("report_id", "version_id")), question.as_of)
    kept, some = _on_the_matter(held, by.ordered(claims), question)
    some = by.resolved(some)
    progress("echoes", 0, len(some))
    groups = by.join(some, kept)
    found, unfit = corrected.find(corrections, some, kept)
    done: tuple[Corrected, ...] = ()
    if found:
        applied = corrected.apply(found, some, groups)
        if applied.claims != some:
            some = applied.claims
            groups = by.join(some, kept)
        done = (*applied.done, *corrected.linked(found, some))
        groups = corrected.regroup(found, groups, some)
    origins = by.trace(groups, some, kept)
    progress("echoes", len(some), len(some))
    around = by.around(some, origins, kept)
    propositions = situation.pose(origins, some, around=around)
    related = by.relate(origins, situation.compared(propositions, around), some, kept)
    evidence = Evidence(
        reports=kept, claims=some, groups=groups, origins=related, propositions=propositions,
        copies=by.copies(kept),
        gaps=(*_known_then(gaps, reports, held), *unfit, *situation.uncompared(propositions)),
        left_out_undated=held.left_out_undated, left_out_later=held.left_out_later,
        volume=_volume(seen, held, question), removed=_gone(seen, kept, question.as_of),
        earlier=_earlier(held, kept),
    )  # fmt: skip
    return _Gathered(evidence, around, tuple(found), done)


def _on_the_matter(
    held: situation.Held, claims: Iterable[Claim], question: Question
) -> tuple[dict[str, Report], dict[str, Claim]]:
    """The latest version of each page held and its claims, narrowed to what is asked about."""
    kept = {report.report_id: report for report in latest(held.reports)}
    versions = {report.report_id: report.version_id for report in kept.values()}
    some = {claim.claim_id: claim for claim in claims if versions.get(claim.report_id) == claim.version_id}
    if question.about:
        relevant = situation.about(question.about, kept, some)
        kept = {report_id: report for report_id, report in kept.items() if report_id in relevant}
        some = {claim_id: claim for claim_id, claim in some.items() if claim.report_id in relevant}
    return kept, some


def _known_then(gaps: Sequence[Gap], reports: Sequence[Report], held: situation.Held) -> tuple[Gap, ...]:
    """The gaps without those of reports that the day asked about leaves out."""
    if not gaps:
        return ()
    out = {report.report_id for report in reports} - {report.report_id for report in held.reports}
    return tuple(gap for gap in gaps if gap.subject not in out)


def _volume(seen: Seen, held: situation.Held, question: Question) -> tuple[tuple[str, int], ...]:
    """(day, reports) of all that was read, by the day asked about; empty where only the matter is known."""
    if seen.volume:
        return tuple((day, count) for day, count in seen.volume if day <= (held.as_of or "9999"))
    if not question.about:
        return ()
    days = Counter(day for report in latest(held.reports) if (day := report.published_on))
    return tuple(sorted(days.items()))


def _gone(seen: Seen, kept: Mapping[str, Report], as_of: str | None) -> tuple[Removed, ...]:
    last = as_of or "9999"
    return tuple(
        one if (one.returned_on or "") <= last else replace(one, returned_on=None)
        for one in seen.removed
        if one.report_id in kept and one.noticed_on <= last
    )


def _earlier(held: situation.Held, kept: Mapping[str, Report]) -> tuple[Report, ...]:
    """The versions held of the pages in `kept` that a later one replaced."""
    urls = {report.url for report in kept.values() if report.url}
    return tuple(
        report
        for report in held.reports
        if (report.report_id in kept and kept[report.report_id].version_id != report.version_id)
        or (report.report_id not in kept and report.url in urls)
    )
