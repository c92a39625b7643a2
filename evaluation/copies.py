"""Copied and reworded text, on real coverage of events and on corrupted copies at known rates.

python -m evaluation.copies --events ECBPLUS.jsonl --paraphrases MRPC.jsonl --texts REPORTS.jsonl

Events: documents of one topic that share over 30% of five-word shingles of the shorter are copies
(silver). Paraphrases: sentence pairs, and documents built of their first sentences against documents
in which a share of the sentences is the paraphrase. Texts: whole reports, whose sentences are
dropped, reordered, replaced and interleaved with another report's. MinHash over whole documents
(evaluation/minhash.py) answers the same questions in the same run.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Callable, Iterable, Mapping
from itertools import combinations
from pathlib import Path
from typing import Any

from evaluation import minhash
from evaluation.measure import Measure, share
from trendechos.echoes import copies
from trendechos.echoes.reword import ALIKE, likeness
from trendechos.records import Moment, Report
from trendechos.text.hashing import word_hashes
from trendechos.text.shingles import shingles

Pair = frozenset[str]
Finder = Callable[[Mapping[str, Report]], set[Pair]]

_SILVER = 0.3
_TOPIC = re.compile(r"^(\d+)")


def report(name: str, text: str, day: int = 1) -> Report:
    return Report(name, name, text, published=Moment(f"2024-01-{day:02d}", "day"))


def ours(held: Mapping[str, Report]) -> set[Pair]:
    return {frozenset((copy.report_id, copy.of_report_id)) for copy in copies(held)}


def theirs(held: Mapping[str, Report]) -> set[Pair]:
    return set(map(frozenset, minhash.near(held)))


FINDERS: Mapping[str, Finder] = {"ours": ours, "MinHash": theirs}


def rows(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def events(path: Path) -> None:
    held, topic = {}, {}
    for row in rows(path):
        name = str(row.get("doc_id") or row.get("doc") or row.get("id"))
        tokens = [str(token[-1]) for token in row["tokens"]]
        held[name] = report(name, " ".join(tokens))
        match = _TOPIC.match(name)
        topic[name] = str(row.get("topic") or (match.group(1) if match else name))
    runs = {name: shingles(one.text.lower().split(), 5) for name, one in held.items()}
    silver, unrelated = set(), 0
    for a, b in combinations(sorted(held), 2):
        if topic[a] != topic[b]:
            unrelated += 1
        elif len(runs[a] & runs[b]) > _SILVER * max(1, min(len(runs[a]), len(runs[b]))):
            silver.add(frozenset((a, b)))
    print(f"events: {len(held)} documents, {len(silver)} silver pairs, {unrelated:,} unrelated pairs")
    for name, find in FINDERS.items():
        found = find(held)
        # A report is linked to the earliest holder only: pairs of one chain of copies count as found.
        chained = _closure(found)
        hit = len(silver & chained)
        false = sum(len({topic[one] for one in pair}) > 1 for pair in found)
        inside = sum(len({topic[one] for one in pair}) == 1 for pair in found)
        print(f"  {name}: recall {hit}/{len(silver)} = {hit / max(1, len(silver)):.3f},", end=" ")
        print(f"pairs in one topic {inside} (silver {len(found & silver)}),", end=" ")
        print(f"false links {false} = {1e6 * false / unrelated:.1f} per million")


def _closure(found: Iterable[Pair]) -> set[Pair]:
    root: dict[str, str] = {}

    def top(name: str) -> str:
        while root.setdefault(name, name) != name:
            name = root[name]
        return name

    for pair in sorted(map(sorted, found)):
        root[top(pair[-1])] = top(pair[0])
    groups: dict[str, list[str]] = {}
    for name in list(root):
        groups.setdefault(top(name), []).append(name)
    return {frozenset(pair) for members in groups.values() for pair in combinations(members, 2)}


def paraphrases(path: Path) -> None:
    read = [(str(row["s1"]), str(row["s2"]), int(row["label"])) for row in rows(path)]
    alike = [(_likeness(a, b) >= ALIKE, label == 1) for a, b, label in read]
    right = sum(said and true for said, true in alike)
    said, true = sum(said for said, _ in alike), sum(true for _, true in alike)
    print(
        f"paraphrases: {len(read)} pairs, precision {right / said:.3f} recall {right / true:.3f}"
        f" F1 {2 * right / (said + true):.3f} accuracy {sum(a == b for a, b in alike) / len(read):.3f}"
    )
    pairs = [(a, b) for a, b, label in read if label == 1]
    for rate in (0.25, 0.5, 0.75, 1.0):
        held, wanted = {}, set()
        for number, at in enumerate(range(0, len(pairs) - 10, 10)):
            some = pairs[at : at + 10]
            swapped = [b if place < rate * 10 else a for place, (a, b) in enumerate(some)]
            held[f"{number}-a"] = report(f"{number}-a", " ".join(a for a, _ in some))
            held[f"{number}-b"] = report(f"{number}-b", " ".join(swapped), 2)
            wanted.add(frozenset((f"{number}-a", f"{number}-b")))
        _print(f"  {rate:.0%} of ten sentences reworded", held, wanted)


def _likeness(one: str, other: str) -> float:
    left, right = word_hashes(one), word_hashes(other)
    return likeness(
        frozenset(left.stems[left.content].tolist()), frozenset(right.stems[right.content].tolist())
    )


def corrupted(path: Path, limit: int) -> tuple[Measure, ...]:
    texts = [sentences for row in rows(path) if len(sentences := _sentences(str(row["text"]))) >= 8][:limit]
    print(f"corrupted copies of {len(texts)} reports")
    made = []
    vocabulary = sorted({word for sentences in texts for sentence in sentences for word in sentence.split()})
    for name, corrupt in _CORRUPTIONS.items():
        for rate in (0.2, 0.4, 0.6, 0.8):
            rng = random.Random(f"{name} {rate}")
            held, wanted = {}, set()
            for number, sentences in enumerate(texts):
                other = texts[(number + len(texts) // 2) % len(texts)]
                held[f"{number}-a"] = report(f"{number}-a", " ".join(sentences))
                copied = corrupt(rng, sentences, rate, other, vocabulary)
                held[f"{number}-b"] = report(f"{number}-b", " ".join(copied), 2)
                wanted.add(frozenset((f"{number}-a", f"{number}-b")))
            made.append(_print(f"  {name} {rate:.0%}", held, wanted))
    return tuple(made)


def _sentences(text: str) -> list[str]:
    return [" ".join(part.split()) for part in re.split(r"(?<=[.!?])\s+", text) if part.strip()]


def _drop(rng: random.Random, own: list[str], rate: float, _: list[str], __: list[str]) -> list[str]:
    return [sentence for sentence in own if rng.random() >= rate] or own[:1]


def _reorder(rng: random.Random, own: list[str], rate: float, _: list[str], __: list[str]) -> list[str]:
    moved = [place for place in range(len(own)) if rng.random() < rate]
    shuffled = rng.sample(moved, len(moved))
    target = dict(zip(moved, shuffled, strict=True))
    return [own[target.get(place, place)] for place in range(len(own))]


def _replace(rng: random.Random, own: list[str], rate: float, _: list[str], vocabulary: list[str]) -> list[str]:
    return [
        " ".join(rng.choice(vocabulary) if rng.random() < rate else word for word in sentence.split())
        for sentence in own
    ]


def _interleave(rng: random.Random, own: list[str], rate: float, other: list[str], __: list[str]) -> list[str]:
    count = min(len(other), round(len(own) * rate / (1 - rate)))
    mixed = list(own)
    for sentence in other[:count]:
        mixed.insert(rng.randrange(len(mixed) + 1), sentence)
    return mixed


def _spin(rng: random.Random, own: list[str], rate: float, _: list[str], vocabulary: list[str]) -> list[str]:
    """Other ordinary words, names and figures kept, as a translation or a spun copy has it."""
    ordinary = [word for word in vocabulary if word.islower()]
    return [
        " ".join(
            rng.choice(ordinary) if word.islower() and rng.random() < rate else word
            for word in sentence.split()
        )
        for sentence in own
    ]


_CORRUPTIONS = {
    "sentences dropped": _drop,
    "sentences reordered": _reorder,
    "words replaced": _replace,
    "words but names and figures replaced": _spin,
    "another report's sentences among them": _interleave,
}


def _print(name: str, held: Mapping[str, Report], wanted: set[Pair]) -> Measure:
    hits = {who: len(wanted & _closure(find(held))) for who, find in FINDERS.items()}
    shown = ", ".join(f"{who} {hit / max(1, len(wanted)):.3f}" for who, hit in hits.items())
    print(f"{name}: recall {shown} of {len(wanted)}")
    return share(f"{name.strip()} recall", hits["ours"], len(wanted))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=Path)
    parser.add_argument("--paraphrases", type=Path)
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--limit", type=int, default=300)
    args = parser.parse_args()
    if args.events:
        events(args.events)
    if args.paraphrases:
        paraphrases(args.paraphrases)
    if args.texts:
        corrupted(args.texts, args.limit)


if __name__ == "__main__":
    main()
