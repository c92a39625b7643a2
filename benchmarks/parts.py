"""What each part of a reading costs beside the language model's own time.

    python -m benchmarks.parts REPORTS.jsonl [--runs 5] [--reports 84]

One process, CPU seconds, without the collector, as reading runs. Every run reads the reports with other words
changed (benchmarks/made.py), so that nothing is remembered from another; the model parses all their sentences
first, then each report goes through the parts in turn. Shares are of the parse of the same run, and their
medians are shown. `coding` is events and actors with all else that makes attributions claims: clauses, hedges,
status, times and places of a claim; so the sum in which it stands is more than events and actors alone.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import TypeVar

from benchmarks.made import afresh, taken
from trendechos import claims, reading
from trendechos.flow.memory import uncollected
from trendechos.flow.work import parser
from trendechos.reading import names, places, quantities, times
from trendechos.records import ParsedSentence, Reading, Report, Sentence

Made = TypeVar("Made")
PARTS = ("split", "names", "places", "times", "quantities", "attribution", "coding")
SUMS = {
    "coding, places, times, quantities": ("coding", "places", "times", "quantities"),
    "all beside the model": PARTS,
}


class Clock:
    """The CPU seconds that each part took so far."""

    def __init__(self) -> None:
        self.spent = dict.fromkeys(("parse", *PARTS), 0.0)

    def time(self, part: str, make: Callable[[], Made]) -> Made:
        begun = time.process_time()
        made = make()
        self.spent[part] += time.process_time() - begun
        return made


def measure(reports: Sequence[Report]) -> dict[str, float]:
    """The CPU seconds of each part over all reports."""
    clock = Clock()
    layouts = clock.time("split", lambda: [reading.split(report) for report in reports])
    texts = {
        report.words(span.field)[span.start : span.end]: None
        for report, layout in zip(reports, layouts, strict=True)
        for span in layout.sentences
    }
    parses = clock.time("parse", lambda: parser("").parse(list(texts)))
    parsed = {one.text: one for one in parses}
    for report, layout in zip(reports, layouts, strict=True):
        rest(clock, report, layout, parsed)
    return clock.spent


def rest(clock: Clock, report: Report, layout: reading.Layout, parsed: dict[str, ParsedSentence]) -> None:
    """Takes one report through all that comes behind the model, as `reading.join` and `claims.find` do."""
    sentences = tuple(
        Sentence(span, parsed[report.words(span.field)[span.start : span.end]]) for span in layout.sentences
    )
    mentions = clock.time("names", lambda: names.find(report, sentences))
    read = Reading(
        report_id=report.report_id,
        version_id=report.version_id,
        language=layout.language,
        sentences=sentences,
        mentions=mentions,
        places=clock.time("places", lambda: places.find(report, sentences, mentions, dateline=layout.dateline)),
        times=clock.time("times", lambda: times.find(report, sentences, layout.dateline)),
        quantities=clock.time("quantities", lambda: quantities.find(report, sentences)),
        furniture=layout.furniture,
        dateline=layout.dateline,
    )
    said = clock.time("attribution", lambda: claims.attribute(report, read))
    clock.time("coding", lambda: claims.code(report, read, said))


def main() -> None:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("reports", type=Path)
    arguments.add_argument("--runs", type=int, default=5)
    arguments.add_argument("--reports", dest="count", type=int, default=84)
    given = arguments.parse_args()
    reports = taken(given.reports, given.count)
    with uncollected():
        measure(afresh(reports, 0))  # loads the model and the packaged knowledge
        runs = [measure(afresh(reports, run + 1)) for run in range(given.runs)]
    words = sum(len(report.text.split()) for report in reports)
    print(f"{len(reports)} reports, {words:,} words, medians of {given.runs}\n")
    print("| part | CPU seconds | beside the parse |")
    print("|---|---|---|")
    for part in ("parse", *PARTS):
        show(part, runs, (part,))
    for name, parts in SUMS.items():
        show(name, runs, parts)


def show(name: str, runs: Sequence[dict[str, float]], parts: Sequence[str]) -> None:
    """One row: the median time and share of the parts together."""
    sums = [sum(run[part] for part in parts) for run in runs]
    shares = [spent / run["parse"] for spent, run in zip(sums, runs, strict=True)]
    print(f"| {name} | {median(sums):.2f} | {median(shares):.1%} |")


if __name__ == "__main__":
    main()
