"""The Python API: ten functions from reports to a brief; nothing is kept between calls."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from trendechos.flow.assess import Assessed, Question
from trendechos.flow.assess import assess as assess_claims
from trendechos.flow.collect import collect
from trendechos.flow.run import today, write_brief
from trendechos.flow.work import Batch, read_batch, read_one
from trendechos.presentation import render
from trendechos.records import Brief, Claim, Gap, Origin, Reading, Report, Situation
from trendechos.settings import Settings


def load(*inputs: str | Path) -> list[Report]:
    """The reports in files, folders or at addresses; see `load_with_gaps` for what could not be read."""
    return load_with_gaps(*inputs)[0]


def load_with_gaps(*inputs: str | Path) -> tuple[list[Report], list[Gap]]:
    """The reports in files, folders or at addresses, and a Gap for each that could not be read."""
    return collect([str(one) for one in inputs], Settings(), today=today())


def read(report: Report) -> Reading:
    """The sentences, names, places, times and quantities of one report."""
    return read_one(report)


def find(reports: Iterable[Report]) -> list[Claim]:
    """Who says what happened, in each of the reports."""
    done = read_batch(Batch(tuple(reports), {}, ""))
    return [claim for one in done.reads for claim in one.claims]


def trace(reports: Sequence[Report], *, as_of: str | None = None) -> tuple[Origin, ...]:
    """The statements behind the reports' claims as of a day, echoes joined."""
    return assess(reports, as_of=as_of).origins


def assess(
    reports: Sequence[Report],
    *,
    as_of: str | None = None,
    since: str | None = None,
    about: str | None = None,
    title: str = "",
) -> Situation:
    """The situation that the reports make as of a day (`YYYY-MM-DD`, by default the latest published)."""
    return _assessed(reports, Question(as_of, since, about, title)).situation


def compose(reports: Sequence[Report], *, as_of: str | None = None, title: str = "") -> Brief:
    """The situation as of a day, written out: every sentence cites the claims that it rests on."""
    return _assessed(reports, Question(as_of=as_of, title=title)).brief


def html(reports: Sequence[Report], *, as_of: str | None = None, title: str = "") -> str:
    """The brief as one self-contained page."""
    assessed = _assessed(reports, Question(as_of=as_of, title=title))
    return render.html(assessed.brief, assessed.situation, assessed.evidence)


def markdown(reports: Sequence[Report], *, as_of: str | None = None, title: str = "") -> str:
    """The brief as Markdown."""
    assessed = _assessed(reports, Question(as_of=as_of, title=title))
    return render.markdown(assessed.brief, assessed.situation, assessed.evidence)


def write(
    reports: Sequence[Report], out: str | Path, *, as_of: str | None = None, title: str = ""
) -> list[Path]:
    """Writes brief.html, brief.md and situation.json into the folder `out` and returns their paths."""
    return write_brief(_assessed(reports, Question(as_of=as_of, title=title)), Path(out))


def _assessed(reports: Sequence[Report], question: Question) -> Assessed:
    return assess_claims(reports, find(reports), question)
