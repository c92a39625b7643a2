"""Quantities against NewsQuant (Almasian et al. 2023): value, value and unit, value and change.

    python -m evaluation.quantities PATH [--errors]

A value is right when both bounds are (a range needs both). A unit is right when it names the gold
unit or its normal form, in singular or plural. `=`, `~`, `<`, `>`, up and down are compared as one.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from trendechos.reading import Parser, quantities
from trendechos.records import Quantity, Report, Sentence, Span

CHANGES = {
    "about": "~", "nearly": "~", "at_least": ">", "more_than": ">", "at_most": "<", "less_than": "<",
    "up_to": "<",
}  # fmt: skip
NAMES = {
    "percent": "percentage", "percent of": "percentage", "us dollar": "dollar", "year of age": "year of age",
    "pound sterling": "pound sterling", "meter": "metre", "kilometer": "kilometre", "degree celsius": "celsius",
    "degree fahrenheit": "fahrenheit", "knot": "knot", "litre": "litre", "yuan": "chinese yuan",
    "yen": "japanese yen",
    "pence": "point", "ringgit": "malaysian ringgit", "time": "count", "percentage point": "percentage point",
    "mile per hour": "mile per hour", "australian dollar": "australian dollar",
}  # fmt: skip


def singular(word: str) -> str:
    for ending, cut in (
        ("ies", "y"),
        ("sses", "ss"),
        ("ches", "ch"),
        ("xes", "x"),
        ("metres", "metre"),
        ("feet", "foot"),
    ):
        if word.endswith(ending):
            return word[: -len(ending)] + cut
    if word in ("inches", "inch"):
        return "inch"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return {"men": "man", "women": "woman", "people": "people", "fishermen": "fisherman"}.get(word, word)


def plain(unit: str | None) -> str:
    text = re.sub(r"[^\w$€£%/ ]", " ", (unit or "").lower())
    name = " ".join(singular(word) for word in text.split() if word not in ("of", "the", "and"))
    parts = [NAMES.get(part.strip(), part.strip()) for part in name.split(" per ")]
    return " per ".join(parts)


def numbers(value: str) -> tuple[float, ...]:
    match = re.fullmatch(r"(-?[\d.eE+-]+?)-([\d.]+)", value)
    if match and re.fullmatch(r"[\d.]+", match[1]):
        return tuple(sorted((float(match[1]), float(match[2]))))
    return (float(value),)


def same_value(gold: dict[str, Any], mine: Quantity) -> bool:
    wanted = numbers(gold["value"])
    bounds = {value for value in (mine.low, mine.high) if value is not None}
    return len(bounds) == len(wanted) and all(
        math.isclose(a, b, rel_tol=1e-5) for a, b in zip(sorted(wanted), sorted(bounds), strict=True)
    )


def same_unit(gold: dict[str, Any], mine: Quantity) -> bool:
    wanted = {plain(gold["unit"]), plain(gold["normalized_unit"])} - {""}
    unit = plain(mine.unit)
    if not unit or unit.startswith("of "):
        return not wanted or gold["unit"].strip("- ") == "" or _part(wanted, mine)
    return unit in wanted or f"% {unit}" in wanted or _part(wanted, mine)


def _part(wanted: set[str], mine: Quantity) -> bool:
    """Gold writes "% of those asked" for parts of a whole; which whole is not compared."""
    return mine.counts == "share" and any("%" in name for name in wanted)


def same_change(gold: dict[str, Any], mine: Quantity) -> bool:
    qualifier = CHANGES.get(mine.qualifier, "=")
    if mine.qualifier == "range" and mine.words.lower().startswith(("about ", "around ", "some ", "~")):
        qualifier = "~"  # a range is recorded as one; that it is about so stays in its words
    said = mine.change if mine.change != "none" else qualifier
    return bool(said == gold["change"])


def f1(right: int, wanted: int, given: int) -> str:
    precision, recall = right / max(given, 1), right / max(wanted, 1)
    both = 2 * precision * recall / (precision + recall) if right else 0.0
    return f"P {precision:.3f}  R {recall:.3f}  F1 {both:.3f}  ({right} right, {given} given, {wanted} gold)"


def score(rows: Iterable[dict[str, Any]], *, errors: bool = False) -> dict[str, str]:
    rows = list(rows)
    parsed = Parser().parse([row["text"] for row in rows])
    wanted = given = values = units = changes = 0
    for row, sentence in zip(rows, parsed, strict=True):
        report = Report("r", "v", row["text"])
        span = Span(0, len(row["text"]))
        mine = [
            one
            for one in quantities.find(report, (Sentence(span, sentence),))
            if one.low is not None or one.high is not None
        ]
        left = list(mine)
        wanted, given = wanted + len(row["quantities"]), given + len(mine)
        missed = []
        for gold in row["quantities"]:
            options = [one for one in left if same_value(gold, one)]
            if not options:
                missed.append(gold)
                continue
            best = max(options, key=lambda one: (same_unit(gold, one), same_change(gold, one)))
            left.remove(best)
            values, units, changes = (
                values + 1,
                units + same_unit(gold, best),
                changes + same_change(gold, best),
            )
            if errors and not (same_unit(gold, best) and same_change(gold, best)):
                print(
                    "UNIT/CHANGE",
                    gold["value"],
                    gold["unit"],
                    gold["normalized_unit"],
                    gold["change"],
                    "|",
                    best.unit,
                    best.qualifier,
                    best.change,
                    "|",
                    row["text"][:160],
                )
        if errors and (missed or left):
            print(
                "MISS",
                [(gold["value"], gold["unit"]) for gold in missed],
                "EXTRA",
                [(one.words, one.unit) for one in left],
                "|",
                row["text"][:260],
            )
    return {
        "value": f1(values, wanted, given), "value and unit": f1(units, wanted, given),
        "value and change": f1(changes, wanted, given),
    }  # fmt: skip


def main(arguments: list[str]) -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("path", type=Path)
    options.add_argument("--errors", action="store_true")
    chosen = options.parse_args(arguments)
    rows = [json.loads(line) for line in chosen.path.read_text(encoding="utf-8").splitlines()]
    for name, line in score(rows, errors=chosen.errors).items():
        print(f"{name:17}{line}")


if __name__ == "__main__":
    main(sys.argv[1:])
