"""Scores attributions against PolNeAR: `python -m evaluation.attribution PATH`.

An attribution of ours matches one of the gold's when the characters of their contents have an
intersection over union of 0.5 or more, one to one, best first; its source and its cue are right when
they share a character with the gold's. Gold annotates outermost attributions only, so only ours that
stand in no other are scored. `tokens` counts words inside any source, cue or content; `exact` and
`overlap` count whole spans of matched pairs.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from trendechos.claims import Attribution, attribute
from trendechos.reading import Parser, join, split
from trendechos.records import Reading, Report, Span

Chars = frozenset[int]
PARTS = ("source", "cue", "content")


@dataclass(frozen=True)
class Relation:
    """One attribution as sets of character positions."""

    source: Chars
    cue: Chars
    content: Chars
    direct: bool = False


@dataclass
class Tally:
    """Matched, ours and gold counted over documents."""

    ours: int = 0
    gold: int = 0
    content: int = 0
    sourced: int = 0
    cued: int = 0
    direct: int = 0
    direct_found: int = 0
    tokens: dict[str, list[int]] = field(default_factory=dict)
    exact: dict[str, list[int]] = field(default_factory=dict)
    overlap: dict[str, list[int]] = field(default_factory=dict)


def chars(spans: Iterable[Span]) -> Chars:
    return frozenset(at for span in spans for at in range(span.start, span.end))


def ours_of(attributions: Sequence[Attribution]) -> list[Relation]:
    return [
        Relation(
            chars([one.source] if one.source else []),
            chars([one.cue.span] if one.cue else []),
            chars(one.content),
        )
        for one in attributions
        if one.parent is None and one.mode != "asserted" and one.content[0].field == "text"
    ]


def gold_of(row: dict[str, Any]) -> list[Relation]:
    found = []
    for one in row["annotations"][0]["attributions"]:
        parts = {
            part: chars(Span(piece["start"], piece["end"]) for piece in one[part])
            for part in ("source", "cue", "content")
        }
        if parts["content"]:
            text = "".join(piece["text"] for piece in one["content"]).strip()
            direct = text[:1] in "\"“'‘" and text[-1:] in "\"”'’"
            found.append(Relation(parts["source"], parts["cue"], parts["content"], direct))
    return found


def pair(ours: Sequence[Relation], gold: Sequence[Relation], least: float = 0.5) -> list[tuple[int, int]]:
    """(ours, gold) pairs one to one, best intersection over union of contents first, not under `least`."""
    rated = []
    for i, one in enumerate(ours):
        for j, other in enumerate(gold):
            shared = len(one.content & other.content)
            if shared and (ratio := shared / len(one.content | other.content)) >= least:
                rated.append((-ratio, i, j))
    pairs: list[tuple[int, int]] = []
    used_ours: set[int] = set()
    used_gold: set[int] = set()
    for _, i, j in sorted(rated):
        if i not in used_ours and j not in used_gold:
            pairs.append((i, j))
            used_ours.add(i)
            used_gold.add(j)
    return pairs


def count(tally: Tally, text: str, ours: Sequence[Relation], gold: Sequence[Relation]) -> None:
    """Adds one document to `tally`."""
    tally.ours += len(ours)
    tally.gold += len(gold)
    tally.direct += sum(one.direct for one in gold)
    pairs = pair(ours, gold)
    for part in PARTS:
        both = [(getattr(ours[i], part), getattr(gold[j], part)) for i, j in pairs]
        sizes = [sum(bool(getattr(one, part)) for one in side) for side in (ours, gold)]
        _add(tally.exact, part, [sum(bool(a) and a == b for a, b in both), *sizes])
        _add(tally.overlap, part, [sum(bool(a & b) for a, b in both), *sizes])
    for i, j in pairs:
        tally.content += 1
        tally.direct_found += gold[j].direct
        right = bool(ours[i].source & gold[j].source) or not (ours[i].source or gold[j].source)
        tally.sourced += right
        tally.cued += right and bool(ours[i].cue & gold[j].cue)
    for part in PARTS:
        mine = frozenset().union(*(getattr(one, part) for one in ours))
        theirs = frozenset().union(*(getattr(one, part) for one in gold))
        numbers = tally.tokens.setdefault(part, [0, 0, 0])
        for word in _words(text):
            a, b = bool(mine & word), bool(theirs & word)
            numbers[0] += a and b
            numbers[1] += a
            numbers[2] += b


def _add(numbers: dict[str, list[int]], part: str, more: list[int]) -> None:
    numbers[part] = [a + b for a, b in zip(numbers.get(part, [0, 0, 0]), more, strict=True)]


def _words(text: str) -> list[Chars]:
    words, at = [], 0
    for word in text.split():
        at = text.index(word, at)
        words.append(frozenset(range(at, at + len(word))))
        at += len(word)
    return words


def f1(right: int, ours: int, gold: int) -> str:
    precision, recall = right / max(1, ours), right / max(1, gold)
    mean = 2 * precision * recall / max(1e-9, precision + recall)
    return f"P {precision:.3f}  R {recall:.3f}  F1 {mean:.3f}  ({right} right, {ours} ours, {gold} gold)"


def show(tally: Tally) -> None:
    print("content               ", f1(tally.content, tally.ours, tally.gold))
    print("content, source       ", f1(tally.sourced, tally.ours, tally.gold))
    print("content, source, cue  ", f1(tally.cued, tally.ours, tally.gold))
    share = tally.direct_found / max(1, tally.direct)
    print(f"direct quotes          R {share:.3f}  ({tally.direct_found} of {tally.direct})")
    for kind, numbers in (("tokens", tally.tokens), ("exact", tally.exact), ("overlap", tally.overlap)):
        for part, (right, mine, theirs) in numbers.items():
            print(f"{kind + ', ' + part:22}", f1(right, mine, theirs))


def evaluate(documents: Iterable[tuple[dict[str, Any], Report, Reading]]) -> tuple[Tally, float]:
    """The tally over documents and the CPU seconds that attribution alone took."""
    tally, spent = Tally(), 0.0
    for row, report, reading in documents:
        begin = time.process_time()
        got = attribute(report, reading)
        spent += time.process_time() - begin
        count(tally, report.text, ours_of(got), gold_of(row))
    return tally, spent


def read(rows: Iterable[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], Report, Reading, float]]:
    """Each row with its report, its reading and the CPU seconds that the reading took."""
    parser = Parser()
    parser.parse(["Load the model before the clock starts."])
    for row in rows:
        report = Report(row["id"], row["id"], row["text"], outlet=row.get("publisher"), language="en")
        begin = time.process_time()
        layout = split(report)
        words = list(
            dict.fromkeys(report.words(span.field)[span.start : span.end] for span in layout.sentences)
        )
        parsed = dict(zip(words, parser.parse(words), strict=True))
        reading = join(report, layout, parsed)
        yield row, report, reading, time.process_time() - begin


def main(paths: Sequence[str]) -> None:
    rows = [json.loads(line) for path in paths for line in Path(path).read_text(encoding="utf-8").splitlines()]
    documents = list(read(rows))
    tally, spent = evaluate((row, report, reading) for row, report, reading, _ in documents)
    show(tally)
    words = sum(len(report.text.split()) for _, report, _, _ in documents)
    reading_time = sum(seconds for _, _, _, seconds in documents)
    print(
        f"{len(documents)} documents, {words} words; reading {words / reading_time:,.0f} words/s, "
        f"attribution {words / spent:,.0f} words/s: {spent / reading_time:.1%} on top"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
