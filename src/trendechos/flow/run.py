"""One run from inputs to files: what the commands and the Python API call."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path

from trendechos import __version__, batch, reading
from trendechos.errors import InvalidInput
from trendechos.flow.assess import Assessed, Question, assess
from trendechos.flow.collect import collect
from trendechos.flow.progress import Progress, silent
from trendechos.flow.publish import register
from trendechos.flow.read import Reader, Tally
from trendechos.flow.work import parser, sentence_texts
from trendechos.presentation import render
from trendechos.records import Claim, Correction, Evidence, Gap, Reading, Report, Run
from trendechos.records.codec import Json, content_id, to_json
from trendechos.settings import Settings
from trendechos.store import open_store

INPUTS = "inputs.json"
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
    progress("parse", 0, 1)
    reports, gaps = collect(inputs, settings, today=today())
    progress("parse", 1, 1)
    with _reader(settings, reports) as reader:
        started = now()
        run_id = content_id("run", started, list(inputs))
        with reader.store.writer() as writer:
            writer.add_run(Run(run_id, started, None, len(reports), 0, 0, 0, "running"))
        tally = reader.read(reports, progress, total=len(reports))
        with reader.store.writer() as writer:
            writer.add_run(
                Run(
                    run_id,
                    started,
                    now(),
                    tally.reports,
                    tally.new_reports,
                    tally.sentences,
                    tally.new_sentences,
                    "done",
                )
            )
        with reader.store.view() as view:
            claims = view.claims(reports, reader.engine)
            gaps += view.gaps(reports, reader.engine)
            corrections = view.corrections()
    return Collected(tuple(reports), tuple(claims), tuple(gaps), tally, tuple(corrections))


def readings_of(inputs: Sequence[str], settings: Settings, progress: Progress = silent) -> Iterator[Reading]:
    """The Readings of the reports that `inputs` hold, in their order, from kept parses."""
    reports, _ = collect(inputs, settings, today=today())
    with _reader(settings, reports) as reader:
        reader.read(reports, progress, total=len(reports))
        for report in reports:
            texts = sentence_texts(report)
            with reader.store.view() as view:
                parsed = view.sentences(texts, parser(settings.model).model)
            if all(text in parsed for text in texts):
                yield reading.join(report, reading.split(report), parsed)


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
    when the inputs hold no report at all.
    """
    collected = claims_of(inputs, settings, progress)
    if not collected.reports:
        reasons = "; ".join(f"{gap.subject}: {gap.reason}" for gap in collected.gaps[:5])
        raise InvalidInput(f"no report in {', '.join(inputs)}" + (f" ({reasons})" if reasons else ""))
    if keep:
        with closing(open_store(settings.store_url)) as store, store.writer() as writer:
            register(writer, collected.reports, title=question.title, about=question.about, made_at=now())
    assessed = assess(
        collected.reports,
        collected.claims,
        question,
        gaps=collected.gaps,
        corrections=collected.corrections,
        progress=progress,
    )
    return assessed, collected.tally


def write_brief(assessed: Assessed, out: Path) -> list[Path]:
    """Writes brief.html, brief.md, situation.json and inputs.json into `out` and returns their paths.

    Each file appears whole or not at all. Raises InvalidInput for a folder that somebody has signed.
    """
    if (out / SIGNATURE).exists():
        raise InvalidInput(f"{out}: this brief is signed and stays as it is; give another --out")
    brief = assessed.brief
    contents = {
        "brief.html": render.html(brief, assessed.situation, assessed.evidence),
        "brief.md": render.markdown(brief, assessed.situation, assessed.evidence),
        "situation.json": to_json(render.document(assessed.situation), indent=2) + "\n",
        INPUTS: to_json(inputs_of(assessed.evidence), indent=2) + "\n",
    }
    try:
        out.mkdir(parents=True, exist_ok=True)
        return [_write_whole(out / name, text) for name, text in contents.items()]
    except OSError as error:
        raise InvalidInput(f"{out}: cannot be written: {error.strerror}; give another --out") from error


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
    # Half an emoji from a broken page has no UTF-8 form; it is written as its replacement.
    unfinished.write_bytes(text.encode("utf-8", "replace"))
    os.replace(unfinished, path)
    return path


@contextmanager
def _reader(settings: Settings, reports: Sequence[Report]) -> Iterator[Reader]:
    words = sum(len(report.text) for report in reports) // 6
    with (
        closing(open_store(settings.store_url)) as store,
        closing(batch.choose(settings.executor, words=words)) as executor,
    ):
        yield Reader(store, executor, settings.model, settings.batch_words)


def today() -> str:
    """The present day in UTC, `YYYY-MM-DD`."""
    return now()[:10]


def now() -> str:
    """The present instant in UTC, to the microsecond."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
