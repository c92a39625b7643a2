"""Reading one batch of reports: the pure function that executors spread."""

from __future__ import annotations

import traceback
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from trendechos import claims, reading
from trendechos.flow.memory import uncollected
from trendechos.records import Claim, Gap, ParsedSentence, Reading, Report
from trendechos.store.store import Read


@dataclass(frozen=True, slots=True)
class Batch:
    """Reports to read, the parses already kept, and the model to make the others with."""

    reports: tuple[Report, ...]
    parsed: Mapping[str, ParsedSentence]
    model: str
    # By report, the hash of all that its reading depends on.
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a batch: one Read a report, and the parses that were not kept before."""

    reads: tuple[Read, ...]
    parsed: tuple[ParsedSentence, ...]


@cache
def parser(model: str) -> reading.Parser:
    """The language model at `model` (empty: the packaged one), loaded once a process."""
    return reading.Parser(model or None)


def sentence_texts(report: Report) -> list[str]:
    """The sentences of a report as the model will see them."""
    return [report.words(span.field)[span.start : span.end] for span in reading.split(report).sentences]


def read_batch(batch: Batch) -> Done:
    """Reads the reports of a batch; each sentence text is parsed once, alone."""
    with uncollected():
        layouts = [reading.split(report) for report in batch.reports]
        texts = {
            report.words(span.field)[span.start : span.end]: None
            for report, layout in zip(batch.reports, layouts, strict=True)
            for span in layout.sentences
        }
        fresh = [text for text in texts if text not in batch.parsed]
        made = parser(batch.model).parse(fresh) if fresh else []
        parsed = {**batch.parsed, **{one.text: one for one in made}}
        keys = batch.keys or ("",) * len(batch.reports)
        reads = tuple(
            _read(report, layout, parsed, key)
            for report, layout, key in zip(batch.reports, layouts, keys, strict=True)
        )
    return Done(reads, tuple(made))


def _read(report: Report, layout: reading.Layout, parsed: Mapping[str, ParsedSentence], key: str) -> Read:
    try:
        joined = reading.join(report, layout, parsed)
        found = claims.find(report, joined)
    except Exception as error:  # noqa: BLE001 - a fault of ours in one report must not cost the others theirs
        where = traceback.extract_tb(error.__traceback__)[-1]
        detail = f"{type(error).__name__}: {error} ({Path(where.filename).name}, line {where.lineno})"
        fault = Gap(report.report_id, "find", "fault of this program, please report it", detail)
        return Read(report, (), (fault,), 0, 0, key)
    return Read(
        report,
        tuple(one for one in found if isinstance(one, Claim)),
        tuple(one for one in found if isinstance(one, Gap)),
        len(joined.sentences),
        sum(len(sentence.parsed.words) for sentence in joined.sentences),
        key,
    )


def read_one(report: Report, model: str = "") -> Reading:
    """The Reading of one report, made afresh."""
    layout = reading.split(report)
    made = parser(model).parse(sentence_texts(report))
    return reading.join(report, layout, {one.text: one for one in made})
