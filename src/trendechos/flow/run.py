"""One run from inputs to files: what the commands and the Python API call."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from errno import EACCES
from hashlib import blake2b
from pathlib import Path

from trendechos import __version__, batch, reading
from trendechos.errors import InvalidInput
from trendechos.flow.assess import Assessed, Question, assess
from trendechos.flow.collect import INPUTS, SITUATION, collect, no_report, size, stream
from trendechos.flow.progress import Progress, silent
from trendechos.flow.publish import register
from trendechos.flow.read import Reader, Tally
from trendechos.flow.work import parser, sentence_texts
from trendechos.presentation import render
from trendechos.records import Claim, Correction, Evidence, Gap, Reading, Report, Run
from trendechos.records.codec import Json, content_id, to_json
from trendechos.settings import Settings
from trendechos.store import Store, open_store

SIGNATURE = "signature.json"


@dataclass(frozen=True, slots=True)
class Collected:
    """What the inputs hold and what reading them gave."""

    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    gaps: tuple[Gap, ...]
    tally: Tally
    corrections: tuple[Correction, ...] = ()


def claims_of(inputs: Sequence[str], settings: Settings, progress: Progress = silent) -> Collected:
    """The reports that `inputs` hold and their claims; what the store holds already is not read again."""
    reports, gaps = _opened(inputs, settings, progress)
    with _reader(settings, _words(reports)) as reader:
        return _collected(reader, inputs, reports, gaps, progress)


def claims_in(
    inputs: Sequence[str], settings: Settings, gaps: list[Gap], progress: Progress = silent
) -> Iterator[Claim]:
    """The claims of the reports that `inputs` hold, in the order of the input, of any length.

    `gaps` grows by what was not produced. Raises InvalidInput when the inputs hold no report at all.
    """
    reports = _streamed(inputs, settings, gaps)
    with _reader(settings, size(inputs) // 6) as reader:
        ledger = _Ledger.start(reader.store, inputs)
        last = Tally()
        for some, tally in reader.stream(reports, progress):
            last = tally
            with reader.store.view() as view:
                found = view.claims(some, reader.engine)
                gaps += view.gaps(some, reader.engine)
            place = {report.report_id: at for at, report in reversed(list(enumerate(some)))}
            yield from sorted(found, key=lambda claim: place[claim.report_id])
        ledger.note(last, ended=now())


def readings_of(
    inputs: Sequence[str], settings: Settings, gaps: list[Gap], progress: Progress = silent
) -> Iterator[Reading]:
    """The Readings of the reports that `inputs` hold, in their order, from kept parses.

    `gaps` grows by what cannot be used. Raises InvalidInput when the inputs hold no report at all.
    """
    reports = _streamed(inputs, settings, gaps)
    with _reader(settings, size(inputs) // 6) as reader:
        model = parser(settings.model).model
        for some, _ in reader.stream(reports, progress):
            for report in some:
                texts = sentence_texts(report)
                with reader.store.view() as view:
                    parsed = view.sentences(texts, model)
                if all(text in parsed for text in texts):
                    yield reading.join(report, reading.split(report), parsed)


def _streamed(inputs: Sequence[str], settings: Settings, gaps: list[Gap]) -> Iterator[Report]:
    """The reports one by one; raises InvalidInput at the end when there was none."""
    empty = True
    for report in stream(inputs, settings, gaps, today=today()):
        empty = False
        yield report
    if empty:
        raise InvalidInput(no_report(inputs, gaps))


def assess_inputs(
    inputs: Sequence[str],
    question: Question,
    settings: Settings,
    progress: Progress = silent,
    *,
    keep: bool = False,
) -> tuple[Assessed, Tally]:
    """The situation that `inputs` hold as of the day asked about.

    With `keep` the store knows the situation afterwards, so that `serve` shows it. Raises InvalidInput
    when the inputs hold no report at all, or none by that day and on that matter.
    """
    reports, gaps = _opened(inputs, settings, progress)
    if not reports:
        raise InvalidInput(no_report(inputs, gaps))
    with _reader(settings, _words(reports)) as reader:
        collected = _collected(reader, inputs, reports, gaps, progress)
        assessed = assess(
            collected.reports,
            collected.claims,
            question,
            gaps=collected.gaps,
            corrections=collected.corrections,
            progress=progress,
            executor=reader.executor,
        )
        coverage = assessed.situation.coverage
        if not coverage.reports:
            raise InvalidInput(none_left(question, collected.reports))
        if keep:
            with reader.store.writer() as writer:
                register(writer, reports, title=question.title, about=question.about, made_at=now())
    return assessed, collected.tally


def none_left(question: Question, reports: Sequence[Report]) -> str:
    """What to tell somebody whose question leaves all reports out: by its day, else by its matter."""
    first = min((day for report in reports if (day := report.published_on)), default="")
    held = f"none of the {len(reports):,} reports"
    if question.as_of and (not first or question.as_of < first):
        dated = f"the earliest is of {first}" if first else "none of them has a date"
        return f"{held} was there by {question.as_of}: {dated}; give a later --as-of, or none"
    return (
        f'{held} is about "{question.about}": most of its words have to stand in a report, and names count'
        " double; give --about fewer words, or others"
    )


def _opened(inputs: Sequence[str], settings: Settings, progress: Progress) -> tuple[list[Report], list[Gap]]:
    progress("parse", 0, 1)
    found = collect(inputs, settings, today=today())
    progress("parse", 1, 1)
    return found


def _collected(
    reader: Reader, inputs: Sequence[str], reports: list[Report], gaps: list[Gap], progress: Progress
) -> Collected:
    ledger = _Ledger.start(reader.store, inputs, len(reports))
    progress("read", 0, len(reports))
    tally = reader.read(reports, progress, total=len(reports))
    ledger.note(tally, ended=now())
    with reader.store.view() as view:
        claims = view.claims(reports, reader.engine)
        gaps = gaps + view.gaps(reports, reader.engine)
        corrections = view.corrections()
    return Collected(tuple(reports), tuple(claims), tuple(gaps), tally, tuple(corrections))


@dataclass(frozen=True, slots=True)
class _Ledger:
    """Where one run is written down, first as running, at last as done."""

    store: Store
    run_id: str
    started: str

    @classmethod
    def start(cls, store: Store, inputs: Sequence[str], reports: int = 0) -> _Ledger:
        started = now()
        ledger = cls(store, content_id("run", started, list(inputs)), started)
        ledger.note(Tally(reports))
        return ledger

    def note(self, tally: Tally, *, ended: str | None = None) -> None:
        counts = (tally.reports, tally.new_reports, tally.sentences, tally.new_sentences)
        status = "done" if ended else "running"
        with self.store.writer() as writer:
            writer.add_run(Run(self.run_id, self.started, ended, *counts, status))


def write_brief(assessed: Assessed, out: Path) -> list[Path]:
    """Writes brief.html, brief.md, situation.json and inputs.json into `out` and returns their paths.

    Each file appears whole or not at all. Raises InvalidInput for a folder that somebody has signed.
    """
    make_room(out)
    brief = assessed.brief
    contents = {
        "brief.html": render.html(brief, assessed.situation, assessed.evidence),
        "brief.md": render.markdown(brief, assessed.situation, assessed.evidence),
        SITUATION: to_json(render.document(assessed.situation), indent=2) + "\n",
        INPUTS: to_json(inputs_of(assessed.evidence), indent=2) + "\n",
    }
    try:
        return [_write_whole(out / name, text) for name, text in contents.items()]
    except OSError as error:
        raise _unwritable(out, error) from error


def make_room(out: Path) -> None:
    """Makes the folder of a brief; raises InvalidInput where that fails or somebody signed what is in it."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        if (out / SIGNATURE).exists():
            raise InvalidInput(f"{out}: this brief is signed and stays as it is; give another --out")
        if not os.access(out, os.W_OK):
            raise PermissionError(EACCES, os.strerror(EACCES))
    except OSError as error:
        raise _unwritable(out, error) from error


def _unwritable(out: Path, error: OSError) -> InvalidInput:
    return InvalidInput(f"{out}: cannot be written: {error.strerror}; give another --out")


def inputs_of(evidence: Evidence) -> Json:
    """What a situation rests on: each report with its version and the hash of its frozen words."""
    return {
        "trendechos": __version__,
        "reports": [
            {
                "report_id": report.report_id,
                "version_id": report.version_id,
                "words": words_hash(report),
                "url": report.url,
                "published": report.published.value if report.published else None,
            }
            for _, report in sorted(evidence.reports.items())
        ],
    }


def words_hash(report: Report) -> str:
    """BLAKE2b (32 bytes, hex) of the frozen title and text."""
    text = to_json([report.title, report.text])
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=32).hexdigest()


def _write_whole(path: Path, text: str) -> Path:
    unfinished = path.with_name(path.name + ".part")
    try:
        # Half an emoji from a broken page has no UTF-8 form; it is written as its replacement.
        unfinished.write_bytes(text.encode("utf-8", "replace"))
        os.replace(unfinished, path)
    except OSError:
        unfinished.unlink(missing_ok=True)
        raise
    return path


@contextmanager
def _reader(settings: Settings, words: int) -> Iterator[Reader]:
    with (
        closing(open_store(settings.store_url)) as store,
        closing(batch.choose(settings.executor, words=words)) as executor,
    ):
        yield Reader(store, executor, settings.model, settings.batch_words)


def _words(reports: Sequence[Report]) -> int:
    return sum(len(report.text) for report in reports) // 6


def today() -> str:
    """The present day in UTC, `YYYY-MM-DD`."""
    return now()[:10]


def now() -> str:
    """The present instant in UTC, to the microsecond."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
