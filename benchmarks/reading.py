"""What reading costs: fresh text, text with repeated sentences, pure copies, beside the model and peers.

    python -m benchmarks.reading REPORTS.jsonl [--runs 3] [--reports 100] [--peers PYTHON]

Single process, CPU seconds, medians of several runs taken in turn, so that a slow moment of the machine
falls on all alike. Every job of every run reads the reports with other words changed (benchmarks/made.py), so
that nothing is remembered from another. Peers run in an environment of their own, named by its interpreter
(benchmarks/peers.txt), each set beside the stock pipeline as that environment runs it.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path

import spacy

from benchmarks.made import afresh, taken
from benchmarks.peers import STOCK
from trendechos.batch import Serial
from trendechos.flow.read import Reader
from trendechos.flow.work import Batch, parser, read_batch, sentence_texts
from trendechos.reading.parse import PACKAGE
from trendechos.records import Report
from trendechos.records.codec import content_id
from trendechos.store import open_store

Job = Callable[[], object]


def cpu(job: Job) -> float:
    before = time.process_time()
    job()
    return time.process_time() - before


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


def peers(python: str, texts: Sequence[str], runs: int) -> dict[str, list[float]]:
    """The CPU seconds of each peer that works in the environment of the interpreter `python`."""
    script = str(Path(__file__).with_name("peers.py"))
    done = subprocess.run(
        [python, script, str(runs)], input=json.dumps(texts), capture_output=True, text=True, check=True
    )
    found = json.loads(done.stdout)
    for name, reason in found["missing"].items():
        print(f"not run: {name} ({reason})", file=sys.stderr)
    return dict(found["spent"])


def jobs(reports: Sequence[Report], run: int) -> tuple[dict[str, tuple[Job, int]], list[Callable[[], None]]]:
    """Every job with the words that it reads; each has reports of its own, which nothing remembers."""
    made = (afresh(reports, 100 * run + number) for number in count())
    full = spacy.load(PACKAGE)
    bare = parser("")
    texts = [report.text for report in next(made)]
    sentences = [text for report in next(made) for text in sentence_texts(report)]
    batch = Batch(tuple(next(made)), {}, "")
    words = sum(len(text.split()) for text in texts)
    found: dict[str, tuple[Job, int]] = {
        STOCK: (lambda: list(full.pipe(texts, batch_size=16)), words),
        "our model alone, sentences": (lambda: bare.parse(sentences), words),
        "whole reading, no store": (lambda: read_batch(batch), words),
    }
    held = next(made)
    copies = [replace(report, report_id=f"copy-{report.report_id}", outlet="Copy Post") for report in held]
    closers = []
    for name, some, before in (
        ("whole reading into a store, fresh", next(made), ()),
        ("the same, a tenth of the sentences repeated", redundant(next(made), 0.1), ()),
        ("pure copies of what is held", copies, held),
        ("the same pages again", held, held),
    ):
        job, close = ours(some, before)
        closers.append(close)
        found[name] = (job, sum(len(report.text.split()) for report in some))
    return found, closers


def main() -> None:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("reports", type=Path)
    arguments.add_argument("--runs", type=int, default=3)
    arguments.add_argument("--reports", dest="count", type=int, default=100)
    arguments.add_argument("--peers", metavar="PYTHON", help="interpreter of an environment that has them")
    given = arguments.parse_args()
    reports = taken(given.reports, given.count)
    read_batch(Batch(tuple(reports[:2]), {}, ""))  # loads the model and the packaged knowledge

    spent: dict[str, list[float]] = {}
    words: dict[str, int] = {}
    for run in range(given.runs):
        found, closers = jobs(reports, run)
        for name, (job, size) in found.items():
            spent.setdefault(name, []).append(cpu(job))
            words[name] = size
        for close in closers:
            close()

    print(
        f"{len(reports)} reports, {sum(len(one.text.split()) for one in reports):,} words, "
        f"medians of {given.runs}\n"
    )
    print("| job | words per CPU-second | reports per CPU-second | beside the stock pipeline |")
    print("|---|---|---|---|")
    show(spent, words, len(reports))
    if given.peers:
        print(
            "\n| in the peers' environment | words per CPU-second | reports per CPU-second | beside the stock |"
        )
        print("|---|---|---|---|")
        texts = [report.text for report in reports]
        theirs = peers(given.peers, texts, given.runs)
        show(theirs, dict.fromkeys(theirs, sum(len(text.split()) for text in texts)), len(texts))


def show(spent: Mapping[str, list[float]], words: Mapping[str, int], reports: int) -> None:
    """One row a job."""
    stock = words[STOCK] / statistics.median(spent[STOCK])
    for name, seconds in spent.items():
        rate = words[name] / max(statistics.median(seconds), 1e-9)
        print(f"| {name} | {rate:,.0f} | {rate / (words[name] / reports):,.1f} | {rate / stock:.2f} |")


if __name__ == "__main__":
    main()
