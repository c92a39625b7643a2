"""How long a million fresh articles take: thousands are read into a store, memory and speed watched meanwhile.

    python -m benchmarks.million TEXTS.jsonl [--articles 10000] [--words 685] [--executor processes:2]

TEXTS (rows with a `text`) lend their sentences to made articles that nobody has read (benchmarks/made.py).
Memory is what /proc says is resident, summed over this process and all its children, so that pages which
they share count more than once.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.made import articles, sentences_of
from trendechos.batch import choose
from trendechos.flow.read import Reader
from trendechos.records import Report
from trendechos.store import open_store

PAGE = os.sysconf("SC_PAGE_SIZE")
TICKS = os.sysconf("SC_CLK_TCK")


def family() -> list[int]:
    """This process and everything that it started, directly or not."""
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parent = int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1])
            except OSError:
                continue  # it ended meanwhile
            children.setdefault(parent, []).append(int(entry.name))
    found = [os.getpid()]
    for pid in found:
        found += children.get(pid, [])
    return found


def resident() -> int:
    total = 0
    for pid in family():
        try:
            total += int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * PAGE
        except OSError:
            continue
    return total


def cpu_seconds() -> float:
    total = 0
    for pid in family():
        try:
            spent = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        total += int(spent[11]) + int(spent[12])
    return total / TICKS


@dataclass
class Watch:
    """Looks at memory every half second while work goes on."""

    peak: int = 0
    over: threading.Event = field(default_factory=threading.Event)

    def run(self) -> None:
        while not self.over.wait(0.5):
            self.peak = max(self.peak, resident())


@dataclass
class Counted:
    """Counts the words of what passes."""

    words: int = 0

    def passed(self, reports: Iterator[Report]) -> Iterator[Report]:
        for report in reports:
            self.words += len(report.text.split())
            yield report


def main() -> None:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("texts", type=Path)
    arguments.add_argument("--articles", type=int, default=10_000)
    arguments.add_argument("--words", type=int, default=685)
    arguments.add_argument("--executor", default="processes:2")
    given = arguments.parse_args()
    counted = Counted()
    reports = counted.passed(articles(sentences_of(given.texts), given.articles, words=given.words))
    watch = Watch()
    watcher = threading.Thread(target=watch.run, daemon=True)
    marks: list[tuple[int, int, float]] = []
    with tempfile.TemporaryDirectory() as folder, closing(choose(given.executor)) as executor:
        store = open_store(str(Path(folder) / "store.sqlite"))
        watcher.start()
        reader = Reader(store, executor)
        started, done, claims_held, first = time.perf_counter(), 0, 0, (0.0, 0)
        for some, _ in reader.stream(reports):
            done += len(some)
            spent = time.perf_counter() - started
            first = first if first[1] else (spent, done)
            if done * 10 // given.articles > len(marks):
                marks.append((done, resident(), spent))
                left = spent / done * (given.articles - done)
                print(
                    f"{done:,} articles, {done / spent:.1f} a second, {marks[-1][1] / 1e9:.2f} GB, "
                    f"{left:,.0f} s to go",
                    file=sys.stderr, flush=True,
                )  # fmt: skip
        wall, cpu = time.perf_counter() - started, cpu_seconds()
        with store.view() as view:
            claims_held = sum(len(view.claims([one], reader.engine)) for one in some)
        store.close()
        size = sum(path.stat().st_size for path in Path(folder).iterdir())
        watch.over.set()
        watcher.join()
    # The start (model and gazetteer in each worker) happens once, not once in ten thousand articles.
    steady = (done - first[1]) / max(wall - first[0], 1e-9)
    print(f"\n{done:,} made articles, {counted.words / done:.0f} words each, {given.executor}\n")
    print(f"wall: {wall:,.1f} s, {done / wall:.2f} articles/s, {counted.words / wall:,.0f} words/s")
    print(f"CPU of all processes: {cpu:,.1f} s, {counted.words / cpu:,.0f} words/CPU-s")
    print(f"behind the first batch: {steady:.2f} articles/s")
    print(f"a million: {1e6 / (done / wall) / 3600:.1f} hours, {1e6 / steady / 3600:.1f} without the start")
    print(f"peak resident, all processes: {watch.peak / 1e9:.2f} GB; store: {size / 1e9:.2f} GB")
    print(f"claims of the last {len(some)} articles: {claims_held}")
    print("resident over time: " + ", ".join(f"{held / 1e9:.2f} GB at {count:,}" for count, held, _ in marks))


if __name__ == "__main__":
    main()
