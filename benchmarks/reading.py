"""What reading costs: fresh text, text with repeated sentences, pure copies, beside the model and peers.

    python -m benchmarks.reading REPORTS.jsonl [--runs 3] [--reports 100]

Single process, CPU seconds, medians of several runs taken in turn, so that a slow moment of the machine
falls on all alike. Peers run when they are installed (pip install textacy quantulum3 gdelt-regkg); none
is a dependency.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

import spacy

from trendechos.batch import Serial
from trendechos.flow.collect import collect
from trendechos.flow.read import Reader
from trendechos.flow.work import Batch, parser, read_batch, sentence_texts
from trendechos.reading.parse import PACKAGE
from trendechos.records import Report
from trendechos.records.codec import content_id
from trendechos.settings import Settings
from trendechos.store import open_store

Job = Callable[[], object]


def cpu(job: Job) -> float:
    before = time.process_time()
    job()
    return time.process_time() - before


def each(function: Callable[[str], object], texts: Sequence[str]) -> None:
    for text in texts:
        function(text)


def redundant(reports: Sequence[Report], share: float) -> list[Report]:
    """The reports with about `share` of their sentences taken from the report before, as syndication does."""
    made = []
    for before, report in zip([reports[-1], *reports[:-1]], reports, strict=True):
        lines = before.text.split(". ")
        taken = ". ".join(lines[: max(1, int(len(lines) * share))])
        made.append(
            replace(report, text=f"{taken}. {report.text}", version_id=content_id("made", report.text, taken))
        )
    return made


def ours(reports: Sequence[Report], held: Sequence[Report] = ()) -> tuple[Job, Callable[[], None]]:
    """A job that reads `reports` into a store that holds `held` already, and what closes the store."""
    folder = tempfile.TemporaryDirectory()
    store = open_store(str(Path(folder.name) / "store.sqlite"))
    reader = Reader(store, Serial())
    reader.read(held)

    def close() -> None:
        store.close()
        folder.cleanup()

    return lambda: reader.read(reports), close


def peers(texts: Sequence[str]) -> dict[str, Job]:
    """One job for each peer that is installed."""
    found: dict[str, Job] = {}
    for name, module in (
        ("quantulum3", "quantulum3.parser"),
        ("gdelt-regkg", "gdelt_regkg"),
        ("geotext", "geotext"),
    ):
        try:
            peer: Any = import_module(module)
        except ImportError:
            continue
        if name == "quantulum3":
            found[f"{name}: quantities only"] = partial(each, peer.parse, texts)
        elif name == "geotext":
            found[f"{name}: place names only"] = partial(each, peer.GeoText, texts)
    try:
        extract: Any = import_module("textacy.extract")
    except ImportError:
        return found
    model = spacy.load(PACKAGE)

    def quotations() -> None:
        for doc in model.pipe(texts):
            try:
                list(extract.direct_quotations(doc))
            except ValueError:  # an odd number of quotation marks
                continue

    found["textacy: direct quotations, with the model it needs"] = quotations
    return found


def jobs(reports: Sequence[Report]) -> tuple[dict[str, tuple[Job, int]], list[Callable[[], None]]]:
    """Every job with the words that it reads."""
    texts = [report.text for report in reports]
    words = sum(len(text.split()) for text in texts)
    sentences = [text for report in reports for text in sentence_texts(report)]
    full = spacy.load(PACKAGE)
    bare = parser("")
    found: dict[str, tuple[Job, int]] = {
        "stock full pipeline, documents": (lambda: list(full.pipe(texts, batch_size=16)), words),
        "our model alone, sentences": (lambda: bare.parse(sentences), words),
        "whole reading, no store": (lambda: read_batch(Batch(tuple(reports), {}, "")), words),
    }
    closers = []
    doubled = redundant(reports, 0.1)
    copies = [
        replace(report, report_id=f"copy-{report.report_id}", url=None, outlet="Copy Post")
        for report in reports
    ]
    for name, some, held in (
        ("whole reading into a store, fresh", reports, ()),
        ("the same, a tenth of the sentences repeated", doubled, ()),
        ("pure copies of what is held", copies, reports),
        ("the same pages again", reports, reports),
    ):
        job, close = ours(some, held)
        closers.append(close)
        found[name] = (job, sum(len(report.text.split()) for report in some))
    return found | {name: (job, words) for name, job in peers(texts).items()}, closers


def main() -> None:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("reports", type=Path)
    arguments.add_argument("--runs", type=int, default=3)
    arguments.add_argument("--reports", dest="count", type=int, default=100)
    given = arguments.parse_args()
    reports, _ = collect([str(given.reports)], Settings(), today="2999-12-31")
    reports = reports[: given.count]
    if not reports:
        sys.exit("no reports")
    read_batch(Batch(tuple(reports[:2]), {}, ""))  # loads the model and the packaged knowledge

    spent: dict[str, list[float]] = {}
    words: dict[str, int] = {}
    for _ in range(given.runs):
        found, closers = jobs(reports)
        for name, (job, count) in found.items():
            spent.setdefault(name, []).append(cpu(job))
            words[name] = count
        for close in closers:
            close()

    print(
        f"{len(reports)} reports, {sum(len(one.text.split()) for one in reports):,} words, "
        f"medians of {given.runs}\n"
    )
    print("| job | words per CPU-second | reports per CPU-second | beside the stock pipeline |")
    print("|---|---|---|---|")
    stock = words["stock full pipeline, documents"] / statistics.median(spent["stock full pipeline, documents"])
    for name, seconds in spent.items():
        rate = words[name] / max(statistics.median(seconds), 1e-9)
        per_report = rate / (words[name] / len(reports))
        print(f"| {name} | {rate:,.0f} | {per_report:,.1f} | {rate / stock:.2f} |")


if __name__ == "__main__":
    main()
