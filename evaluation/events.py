"""Scores PLOVER root types on sentences with given actors: `python -m evaluation.events PATH...`.

Reads two layouts: one row a sentence with `source`, `target` and `gold_root`, and the PLOVER gold
standard records (older 0.5b types, mapped to 2.0). CONCEDE and RETREAT are one class, YIELD, where
the gold knows only that. Prints F1 a class and their mean (macro-F1) over the classes of the gold, with
our types as PLOVER 2.0 has them. Both golds were labelled before 2.0, when the type followed the CAMEO root
and sanctions were COERCE (a conviction was ACCUSE, land taken ASSAULT); the last lines read our answers
by their CAMEO code in that older way.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.measure import Measure, share
from trendechos.claims import coding
from trendechos.knowledge import cameo
from trendechos.languages.en.events import Term
from trendechos.reading import Parser
from trendechos.text.tree import Tree

# PLOVER 0.5b to 2.0, as in docs/standards.
_OLD = {
    "DEMAND": "REQUEST",
    "DISAPPROVE": "ACCUSE",
    "INVESTIGATE": "ACCUSE",
    "FIGHT": "ASSAULT",
    "CRIME": "ASSAULT",
    "YIELD": "YIELD",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One gold sentence: who acts on whom, and the root type."""

    text: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    root: str


def read(path: Path) -> list[Row]:
    """The gold rows of a file in either layout."""
    rows = [json.loads(line) for line in path.read_text().splitlines() if line.strip()]
    return [row for item in rows if (row := _row(item)) is not None]


def _row(item: Mapping[str, Any]) -> Row | None:
    if "gold_root" in item:
        return Row(item["sentence"], (item["source"],), (item["target"],), item["gold_root"])
    if "event" not in item or "text" not in item:
        return None
    names = [
        tuple(
            actor["actorText"]
            for actor in item.get(side) or ()
            if isinstance(actor, dict) and actor.get("actorText")
        )
        for side in ("source", "target")
    ]
    return Row(item["text"], names[0], names[1], _OLD.get(item["event"], item["event"]))


def tokens(tree: Tree, text: str, names: Sequence[str]) -> frozenset[int]:
    """The tokens of the first mention of each of `names` in `text`."""
    found: set[int] = set()
    for name in names:
        start = text.find(name)
        if start >= 0:
            parsed = tree.parsed
            found |= {t for t in range(len(parsed.words)) if start <= parsed.starts[t] < start + len(name)}
    return frozenset(found)


def predict(rows: Sequence[Row]) -> list[Term | None]:
    """What happened in each row, None where no word names an event."""
    out = []
    for row, sentence in zip(rows, Parser().parse([row.text for row in rows]), strict=True):
        tree = Tree(sentence)
        sides = (tokens(tree, row.text, names) for names in (row.source, row.target))
        out.append(coding.between(tree, *sides))
    return out


def root(term: Term | None, *, older: bool = False) -> str:
    """The root type of `term`, `none` without one; with `older` by its CAMEO root, as before PLOVER 2.0."""
    name = (term.plover if term else None) or "none"
    if older and term is not None and term.plover and term.cameo:
        name = "COERCE" if term.cameo.startswith("163") else cameo.plover(term.cameo[:2])[0] or name
    return "YIELD" if name in ("CONCEDE", "RETREAT") else name


def scores(gold: Sequence[str], found: Sequence[str]) -> dict[str, tuple[int, int, int]]:
    """Right, found and gold counts by class of the gold."""
    right = Counter(a for a, b in zip(gold, found, strict=True) if a == b)
    named, wanted = Counter(found), Counter(gold)
    return {name: (right[name], named[name], wanted[name]) for name in sorted(wanted)}


def f1(right: int, found: int, gold: int) -> float:
    """F1 from counts; 0 where nothing is right."""
    return 2 * right / (found + gold) if right else 0.0


def main() -> None:
    """Prints a table for each file."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("paths", type=Path, nargs="+")
    for path in arguments.parse_args().paths:
        rows = read(path)
        terms = predict(rows)
        print(f"{path.name}: {len(rows)} sentences")
        for older in (False, True):
            table = _table(rows, terms, older=older)
            for name, counts in table.items() if not older else ():
                print(
                    f"  {name:10s} F1 {f1(*counts):.3f}  right {counts[0]}, found {counts[1]}, gold {counts[2]}"
                )
            for one in _summary(len(rows), table):
                print(f"  {one.name} {one.value:.3f}{', read in the older way' if older else ''}")


def measures(path: Path) -> tuple[Measure, ...]:
    rows = read(path)
    return _summary(len(rows), _table(rows, predict(rows)))


def _table(
    rows: Sequence[Row], terms: Sequence[Term | None], *, older: bool = False
) -> dict[str, tuple[int, int, int]]:
    # Both layouts fold CONCEDE and RETREAT.
    gold = ["YIELD" if row.root in ("CONCEDE", "RETREAT") else row.root for row in rows]
    return scores(gold, [root(term, older=older) for term in terms])


def _summary(rows: int, table: Mapping[str, tuple[int, int, int]]) -> tuple[Measure, Measure]:
    right = sum(counts[0] for counts in table.values())
    macro = sum(f1(*counts) for counts in table.values()) / len(table)
    return Measure("root macro-F1", macro, right, rows), share("root accuracy", right, rows)


if __name__ == "__main__":
    main()
