"""Predictions, threats, conditions and calls found, against 300 sentences labelled twice.

    python -m evaluation.predictions PATH [--errors]

PATH is a folder that holds the labelled files anywhere below it (polnear_train, reports_dev,
gum_news_dev, re3d as JSON Lines). The labels lie beside the gate's gold and hold no text: sentences are
named by file, document, offsets and BLAKE2b; one that no longer has its hash is left out and counted.
Prints agreement of the two passes (Cohen's kappa), then precision and recall of what our register of
predictions and of calls holds, on the sentences on which both passes agree. A sentence is found when a
registered claim overlaps it.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from evaluation.gold import Row, rows
from evaluation.kursk import claims_of
from evaluation.measure import Measure, scores
from trendechos.echoes import trace
from trendechos.records import EchoGroup, Report
from trendechos.situation import Surroundings
from trendechos.situation.outlook import calls, predictions

LABELS = Path(__file__).parent / "gold" / "predictions"
PASSES = ("first", "second")
AHEAD = frozenset({"prediction", "threat", "condition"})
Place = tuple[str, str, int, int]


@dataclass(frozen=True, slots=True)
class Labels:
    """Both passes by place, and the places whose text is here unchanged."""

    first: Mapping[Place, str]
    second: Mapping[Place, str]
    held: frozenset[Place]

    @property
    def agreed(self) -> dict[Place, str]:
        return {at: label for at, label in self.first.items() if at in self.held and self.second[at] == label}


def place(row: Row) -> Place:
    return row["file"], row["id"], row["start"], row["end"]


def kappa(pairs: Sequence[tuple[str, str]]) -> float:
    """Cohen's kappa; 1 where both passes give one label throughout.

    >>> round(kappa([("a", "a"), ("a", "b"), ("b", "b"), ("b", "b")]), 2)
    0.5
    """
    size = len(pairs)
    same = sum(a == b for a, b in pairs) / size
    one, other = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    chance = sum(one[label] * other[label] for label in one) / size**2
    return (same - chance) / (1 - chance) if chance < 1 else 1.0


def documents(folder: Path, wanted: Iterable[Place]) -> dict[tuple[str, str], Row]:
    """The labelled documents by file name and id."""
    ids = {(at[0], at[1]) for at in wanted}
    found: dict[tuple[str, str], Row] = {}
    for name in sorted({file for file, _ in ids}):
        for path in sorted(folder.rglob(name)):
            found |= {(name, row["id"]): row for row in rows(path) if (name, row["id"]) in ids}
    return found


def labels(held: Mapping[tuple[str, str], Row]) -> Labels:
    first, second = ({place(row): row for row in rows(LABELS / f"labels_{name}.jsonl")} for name in PASSES)
    same = {at for at, row in first.items() if _text_hash(held, at) == row["sentence"]}
    one, other = ({at: row["label"] for at, row in each.items()} for each in (first, second))
    return Labels(one, other, frozenset(same))


def _text_hash(held: Mapping[tuple[str, str], Row], at: Place) -> str | None:
    row = held.get((at[0], at[1]))
    return _hash(row["text"][at[2] : at[3]]) if row else None


def _hash(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def registered(held: Mapping[tuple[str, str], Row]) -> dict[tuple[str, str], list[tuple[str, int, int]]]:
    """What our registers hold of each document: (`ahead` or `call`, start, end)."""
    out: dict[tuple[str, str], list[tuple[str, int, int]]] = {}
    reports = {key: _report(row) for key, row in held.items()}
    found = claims_of(reports.values())
    for key, report in reports.items():
        listed = {claim.claim_id: claim for claim in found[report.report_id]}
        # Each claim alone is an origin: what is registered is asked of every sentence.
        origins = trace([EchoGroup(one, (one,)) for one in sorted(listed)], listed, {report.report_id: report})
        span = {origin.origin_id: [listed[one].span for one in origin.claims] for origin in origins}
        around = Surroundings(listed, origins)
        kinds = [("ahead", one.origin_id) for one in predictions(around)]
        kinds += [("call", one.origin_id) for one in calls(around)]
        spans = [(kind, where) for kind, one in kinds for where in span[one] if where.field == "text"]
        out[key] = [(kind, where.start, where.end) for kind, where in spans]
    return out


def _report(row: Row) -> Report:
    return Report(row["id"], row["id"], row["text"], title=None, outlet=row.get("outlet"), language="en")


def kinds_at(at: Place, held: Mapping[tuple[str, str], list[tuple[str, int, int]]]) -> set[str]:
    return {kind for kind, start, end in held[at[0], at[1]] if start < at[3] and at[2] < end}


def measures(agreed: Mapping[Place, str], found: Mapping[Place, set[str]]) -> tuple[Measure, ...]:
    made: list[Measure] = []
    for name, wanted in (("ahead", AHEAD), ("call", frozenset({"call"}))):
        gold = {at for at, label in agreed.items() if label in wanted}
        given = {at for at in agreed if name in found[at]}
        made += scores(name, len(gold & given), len(given), len(gold))
    gold = {at for at, label in agreed.items() if label != "none"}
    given = {at for at in agreed if found[at]}
    return (*made, *scores("either", len(gold & given), len(given), len(gold)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--errors", action="store_true")
    given = parser.parse_args()
    wanted = [place(row) for row in rows(LABELS / "labels_first.jsonl")]
    held = documents(given.path, wanted)
    both = labels(held)
    if not both.held:
        parser.error(f"no labelled sentence below {given.path}: give the folder that holds the sets")
    pairs = [(label, both.second[at]) for at, label in sorted(both.first.items())]
    print(f"{len(pairs)} sentences, {len(both.held)} with their text here; first pass {_counts(pairs, 0)}")
    print(f"agreement {sum(a == b for a, b in pairs)}/{len(pairs)}, Cohen's kappa {kappa(pairs):.3f}")
    agreed, register = both.agreed, registered(held)
    found = {at: kinds_at(at, register) for at in agreed}
    for one in measures(agreed, found):
        print(f"{one.name:18} {one.value:.3f}  ({one.right:.0f} of {one.total:.0f})")
    if given.errors:
        _errors(agreed, found, held)


def _counts(pairs: Sequence[tuple[str, str]], side: int) -> str:
    return ", ".join(f"{name} {count}" for name, count in sorted(Counter(pair[side] for pair in pairs).items()))


def _errors(agreed: Mapping[Place, str], found: Mapping[Place, set[str]], held: Mapping[Any, Row]) -> None:
    for at, label in sorted(agreed.items()):
        right = {"call"} if label == "call" else {"ahead"} if label in AHEAD else set()
        if found[at] != right:
            text = " ".join(held[at[0], at[1]]["text"][at[2] : at[3]].split())
            print(f"gold {label}, found {sorted(found[at])}: {text[:200]}")


if __name__ == "__main__":
    main()
