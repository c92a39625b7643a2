"""What a second worker brings: the same made articles with one and two workers, by the clock.

    python -m benchmarks.workers TEXTS.jsonl [--articles 300] [--dask]

Each executor is started and its workers have read a little before the clock starts; what that start took is
printed beside it. Reading goes into a store, as in a real run.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

from benchmarks.made import articles, sentences_of
from trendechos.batch import Dask, Executor, Processes, Serial
from trendechos.flow.read import Reader
from trendechos.flow.work import Batch, read_batch
from trendechos.records import Report
from trendechos.records.codec import content_id
from trendechos.store import open_store


def timed(executor: Executor, warm: Sequence[Report], reports: Sequence[Report]) -> tuple[float, float, str]:
    """Seconds that the start and the reading took, and a hash of every claim that came out."""
    before = time.perf_counter()
    halves = [Batch((report,), {}, "") for report in warm[: 2 * executor.workers]]
    list(executor.map(read_batch, halves))
    ready = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(str(Path(folder) / "store.sqlite"))
        reader = Reader(store, executor, batch_words=5_000)
        ready_now = time.perf_counter()
        reader.read(reports)
        spent = time.perf_counter() - ready_now
        with store.view() as view:
            found = content_id("claims", [claim.claim_id for claim in view.claims(reports, reader.engine)])
        store.close()
    return ready - before, spent, found


def main() -> None:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("texts", type=Path)
    arguments.add_argument("--articles", type=int, default=300)
    arguments.add_argument("--dask", action="store_true", help="Dask workers as well")
    given = arguments.parse_args()
    sentences = sentences_of(given.texts)
    reports = list(articles(sentences, given.articles))
    warm = list(articles(sentences, 8, seed=9))
    read_batch(Batch(tuple(warm[:2]), {}, ""))  # what this process needs itself
    words = sum(len(report.text.split()) for report in reports)
    kinds: dict[str, Callable[[], Executor]] = {
        "serial": Serial,
        "1 process": lambda: Processes(1),
        "2 processes": lambda: Processes(2),
    }
    if given.dask:
        kinds |= {"1 Dask worker": lambda: Dask(workers=1), "2 Dask workers": lambda: Dask(workers=2)}
    print(f"{len(reports)} made articles, {words:,} words\n")
    print("| executor | start s | reading s | words a second | beside one of its kind |\n|---|---|---|---|---|")
    alone, results = 0.0, set()
    for name, make in kinds.items():
        before = time.perf_counter()
        with closing(make()) as executor:
            made = time.perf_counter() - before
            start, spent, found = timed(executor, warm, reports)
        alone = spent if not name.startswith("2") else alone
        results.add(found)
        print(
            f"| {name} | {made + start:.1f} | {spent:.1f} | {words / spent:,.0f} | {alone / spent:.2f} |",
            flush=True,
        )
    print(f"\nclaims: {'the same from all' if len(results) == 1 else 'NOT THE SAME'}")


if __name__ == "__main__":
    main()
