"""Time expressions against the dates of GUM's news documents (Wikinews, CC BY): found, and right.

    python -m evaluation.times PATH [--errors]

A gold date is found by an expression that overlaps it. A value is right when it names the same
year, month or day; a gold stretch needs both ends. A gold date that only bounds an event
(`notBefore`, `notAfter`) is right when our value does not contradict the bounds.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from evaluation.measure import Measure, scores
from trendechos.reading import Parser, split, times
from trendechos.records import Moment, Report, Sentence, Timex

_HOUR = re.compile(
    r"\d\s?[ap]\.?m\b|\d:\d\d|\b\d{4}\b\s*\(?(?:GMT|UTC|local|hours|hrs)|noon|midnight", re.IGNORECASE
)


def within(bound: str, value: str, *, after: bool) -> bool:
    size = min(len(bound), len(value))
    return value[:size] >= bound[:size] if after else value[:size] <= bound[:size]


def same(gold: dict[str, Any], mine: Timex) -> bool:
    moment = mine.moment
    if moment is None:
        return False
    if "when" in gold:
        wanted = gold["when"][:10]
        return wanted in (moment.first[:10], moment.last[:10])
    if "from" in gold and "to" in gold:
        return ends(moment, gold["from"], gold["to"])
    low, high = gold.get("notBefore"), gold.get("notAfter")
    return (not low or not moment.last or within(low, moment.last, after=True)) and (
        not high or not moment.first or within(high, moment.first, after=False)
    )


def ends(moment: Moment, first: str, last: str) -> bool:
    start, end = moment.first, moment.last
    return bool(start and end) and first.startswith(start) and last.startswith(end)


def read(rows: Iterable[dict[str, Any]]) -> Iterable[tuple[dict[str, Any], tuple[Timex, ...]]]:
    parser = Parser()
    for row in rows:
        report = Report(row["id"], row["id"], row["text"], published=Moment(row["published"], "day"))
        layout = split(report)
        texts = [row["text"][span.start : span.end] for span in layout.sentences]
        sentences = tuple(
            Sentence(span, parsed) for span, parsed in zip(layout.sentences, parser.parse(texts), strict=True)
        )
        found = times.find(report, sentences, layout.dateline)
        # Gold marks dates alone: lengths of time and hours without a day are neither.
        yield row, tuple(item for item in found if item.duration is None and not _hour_alone(item))


def _hour_alone(item: Timex) -> bool:
    return item.moment is None and _HOUR.search(item.text) is not None


def main(arguments: list[str]) -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("path", type=Path)
    options.add_argument("--errors", action="store_true")
    chosen = options.parse_args(arguments)
    for one in measures(chosen.path, errors=chosen.errors):
        print(f"{one.name:18} {one.value:.3f}  ({one.right:.0f} of {one.total:.0f})")


def measures(path: Path, *, errors: bool = False) -> tuple[Measure, ...]:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    wanted = given = found = right = found_given = right_given = 0
    for row, mine in read(rows):
        left, good_ones = list(mine), set[Timex]()
        for gold in row["dates"]:
            hits = [one for one in mine if one.span.start < gold["end"] and gold["start"] < one.span.end]
            wanted += 1
            found += bool(hits)
            fitting = {one for one in hits if same(gold, one)}
            good = bool(fitting)
            good_ones |= fitting
            right += good
            left = [one for one in left if one not in hits]
            if errors and not good:
                shown = {key: value for key, value in gold.items() if key not in ("start", "end")}
                print("GOLD", shown, [(one.text, one.moment) for one in hits], row["published"])
        given += len(mine)
        found_given += len(mine) - len(left)
        right_given += len(good_ones)
        if errors and left:
            print("EXTRA", [(one.text, one.moment and one.moment.value) for one in left])
    # One expression may hold two gold dates ("from 2004 to 2009"): precision counts ours, recall the gold ones.
    return (
        *scores("found", found_given, given, wanted, met=found),
        *scores("value", right_given, given, wanted, met=right),
    )


if __name__ == "__main__":
    main(sys.argv[1:])
