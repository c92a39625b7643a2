"""What a store of many claims costs: size, rate of writing, and the time of each look-up.

    python -m benchmarks.store REPORTS.jsonl [--claims 1000000] [--store PATH_OR_URL]

The claims found in REPORTS are moved to made reports until there are enough. Each made report has words of
its own and the claims of one real report; batches are committed as reading commits them. Times are medians
of several look-ups of different reports.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from sqlalchemy import text

from trendechos.claims import moved
from trendechos.flow.collect import collect
from trendechos.flow.work import Batch, read_batch
from trendechos.records import Claim, Report
from trendechos.records.codec import content_id, decode, encode
from trendechos.settings import Settings
from trendechos.store import Store, View, open_store
from trendechos.store.store import Read

ENGINE = "engine-of-the-benchmark"
BATCH = 20
TIMES = 15


def made(reads: Sequence[Read], claims: int) -> Iterator[Read]:
    """Made reports with the claims of real ones until there are `claims`."""
    chance = random.Random(8)
    words = sorted({word for read in reads for word in read.report.text.split()})
    bodies = [[encode(claim) for claim in read.claims] for read in reads]
    count = number = 0
    while count < claims:
        read, own = reads[number % len(reads)], bodies[number % len(reads)]
        extra = " ".join(chance.choices(words, k=300))
        report = replace(
            read.report,
            report_id=f"made-{number}",
            version_id=content_id("version", number),
            text=f"{read.report.text}\n{extra} serial{number}",
        )
        found = tuple(decode(Claim, moved(body, report)) for body in own)
        yield Read(report, found, read.gaps, read.sentences, read.words, content_id("reading", number))
        count += len(found)
        number += 1


def fill(store: Store, reads: Iterator[Read]) -> tuple[list[Report], int, float, float]:
    """The reports written, their claims, and the wall and CPU seconds that writing took."""
    reports: list[Report] = []
    claims, wall, cpu = 0, 0.0, 0.0
    batch: list[Read] = []
    for read in reads:
        batch.append(read)
        reports.append(read.report)
        claims += len(read.claims)
        if len(batch) == BATCH:
            before = time.perf_counter(), time.process_time()
            write(store, batch)
            wall, cpu = wall + time.perf_counter() - before[0], cpu + time.process_time() - before[1]
            batch = []
    write(store, batch)
    return reports, claims, wall, cpu


def write(store: Store, batch: Sequence[Read]) -> None:
    with store.writer() as writer:
        writer.add_reports([read.report for read in batch])
        writer.unread([read.report for read in batch], ENGINE)
    with store.writer() as writer:
        writer.add_read(batch, ENGINE, {})


def lookups(reports: Sequence[Report]) -> dict[str, Callable[[View], object]]:
    """Every look-up by what it does."""
    chance = random.Random(9)

    def some(count: int) -> list[Report]:
        return chance.sample(reports, min(count, len(reports)))

    def a_word() -> str:
        return f"serial{chance.randrange(len(reports))}"

    return {
        "claims of 1 report": lambda view: view.claims(some(1), ENGINE),
        "claims of 100 reports": lambda view: view.claims(some(100), ENGINE),
        "gaps of 100 reports": lambda view: view.gaps(some(100), ENGINE),
        "100 reports by id": lambda view: view.reports([one.report_id for one in some(100)]),
        "which of 1,000 reports are unread": lambda view: view.unread(some(1000), ENGINE),
        "which of 100 readings were made": lambda view: view.read_as(
            [content_id("reading", chance.randrange(len(reports))) for _ in range(100)], ENGINE
        ),
        "search: a word of one report": lambda view: view.search(a_word()),
        "search: a word of many claims": lambda view: view.search("soldiers"),
        "search: a phrase": lambda view: view.search('"north korean troops"'),
        "search: a word, narrowed to quotes": lambda view: view.search("missiles", facets={"kind": "quote"}),
        "facets of a word": lambda view: view.facets("missiles"),
    }


def size(store: Store, location: str) -> int:
    if "://" not in location:
        return sum(path.stat().st_size for path in Path(location).parent.glob(Path(location).name + "*"))
    with store.view() as view:
        connection = view._connection
        return int(connection.execute(text("SELECT pg_database_size(current_database())")).scalar_one())


def main() -> None:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("reports")
    arguments.add_argument("--claims", type=int, default=1_000_000)
    arguments.add_argument("--store", default="")
    given = arguments.parse_args()
    reports, _ = collect([given.reports], Settings(), today="2999-12-31")
    reads = [read for read in read_batch(Batch(tuple(reports), {}, "")).reads if read.claims]
    with tempfile.TemporaryDirectory() as folder:
        location = given.store or str(Path(folder) / "store.sqlite")
        with closing(open_store(location)) as store:
            written, claims, wall, cpu = fill(store, made(reads, given.claims))
            kind = "PostgreSQL" if "://" in location else "SQLite"
            print(f"{kind}: {claims:,} claims of {len(written):,} reports")
            print(f"written: {claims / cpu:,.0f} claims/CPU-s of this process, {claims / wall:,.0f} claims/s")
            print(f"size: {size(store, location) / 1e9:.2f} GB\n")
            print("| look-up | median ms | slowest ms |\n|---|---|---|")
            for name, job in lookups(written).items():
                spent = []
                for _ in range(TIMES):
                    before = time.perf_counter()
                    with store.view() as view:
                        job(view)
                    spent.append(1000 * (time.perf_counter() - before))
                print(f"| {name} | {statistics.median(spent):.1f} | {max(spent):.1f} |", flush=True)


if __name__ == "__main__":
    main()
