"""Names of persons and bodies against the re3d set: `python -m evaluation.names PATH [--misses]`.

The set also marks descriptions ("the Iraqi population", "we") as organisations and persons. Counted here are
gold names: spans with a word in capitals that is no pronoun and, in persons, no title ("Defence Secretary").
The widest gold span of a kind stands for those inside it. A found mention is right when it overlaps (relaxed)
or equals, articles and titles aside (exact), a gold span of its kind. Gold that no annotator confirmed
(confidence 0: "Tuesday" as a person) asks for nothing, but excuses a find. Descriptions of a side (our kind
`other`: "Iraqi officials") may answer either kind and are not counted as names found. Organisation, government
and group are one kind, as the set has it; places and nationalities are left out.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

from evaluation.measure import Measure, scores
from trendechos import reading
from trendechos.knowledge import composition
from trendechos.knowledge.keys import bare, key
from trendechos.reading.name_tokens import words
from trendechos.records import Mention, Reading, Report
from trendechos.records.codec import content_id

KINDS = {
    "person": "Person",
    "organisation": "Organisation",
    "government": "Organisation",
    "group": "Organisation",
}
_NOT_NAMES = frozenset([
    "the", "a", "an", "i", "we", "he", "she", "it", "they", "you", "his", "her", "their", "our", "my", "this",
    "that", "these", "those", "one", "two", "some", "many", "all", "us", "who", "president", "minister",
    "prime", "secretary", "foreign", "government", "members", "mr", "ms",
])  # fmt: skip
Gold = tuple[int, int, str, str]


def read(text: str, name: str, parser: reading.Parser) -> tuple[Reading, float, float]:
    """The reading of a text, and the CPU seconds of the parse and of the names."""
    report = Report(name, content_id("version", text), text)
    layout = reading.split(report)
    texts = [report.words(span.field)[span.start : span.end] for span in layout.sentences]
    begun = time.process_time()
    parsed = dict(zip(texts, parser.parse(texts), strict=True))
    parse = time.process_time() - begun
    found = reading.join(report, layout, parsed)
    begun = time.process_time()
    reading.names.find(report, found.sentences)
    return found, parse, time.process_time() - begun


def named(row: dict[str, Any]) -> tuple[list[Gold], list[Gold]]:
    """Gold spans that hold a name, widest only, and all gold spans."""
    everything = [
        (e["begin"], e["end"], e["type"], row["text"][e["begin"] : e["end"]]) for e in row["entities"]
    ]
    names = []
    sure = {(e["begin"], e["end"], e["type"]) for e in row["entities"] if e["confidence"] > 0}
    for one in everything:
        if one[:3] not in sure:
            continue
        found = list(re.finditer(r"[\w’'.-]+", one[3]))
        plain = _NOT_NAMES | (
            words("title") | words("office") | words("not_name") if one[2] == "Person" else set()
        )
        strong = [word for word in found if word[0][0].isupper() and word[0].lower().strip(".'’") not in plain]
        if one[2] in ("Person", "Organisation") and strong:
            names.append(one)
    widest = [one for one in names if not any(_inside(one, other) for other in names)]
    return sorted(set(widest)), everything


def _inside(one: Gold, other: Gold) -> bool:
    same = one[2] == other[2] and one[:2] != other[:2]
    return same and other[0] <= one[0] and one[1] <= other[1]


def main(arguments: list[str]) -> None:
    counts, seconds, missed, wrong = _tally(Path(arguments[0]))
    for one in _measures(counts):
        print(f"{one.name:32} {one.value:.3f}  ({one.right:.0f} of {one.total:.0f})")
    print(
        f"names take {seconds[1] / seconds[0]:.1%} of the parse ({seconds[1]:.2f} s of {seconds[0]:.2f} s CPU)"
    )
    if "--misses" in arguments:
        print("missed", *(f"{name!r} {count}" for name, count in missed.most_common(150)), sep="\n  ")
        print("wrong", *(f"{name!r} {count}" for name, count in wrong.most_common(150)), sep="\n  ")


def measures(path: Path) -> tuple[Measure, ...]:
    return _measures(_tally(path)[0])


def _measures(counts: Counter[Any]) -> tuple[Measure, ...]:
    return tuple(
        one
        for kind in ("Person", "Organisation")
        for how in ("relaxed", "exact")
        for one in scores(
            f"{kind.lower()} {how}", counts[kind, how, "right"], counts[kind, "found"],
            counts[kind, "gold"], met=counts[kind, how, "hit"],
        )
    )  # fmt: skip


def _tally(path: Path) -> tuple[Counter[Any], list[float], Counter[str], Counter[str]]:
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    parser = reading.Parser()
    counts: Counter[Any] = Counter()
    missed, wrong = Counter[str](), Counter[str]()
    seconds = [0.0, 0.0]
    for row in rows:
        found, parse, names = read(row["text"], row["id"], parser)
        seconds = [seconds[0] + parse, seconds[1] + names]
        gold, everything = named(row)
        mentions = [
            (m.span.start, m.span.end, KINDS.get(m.kind, ""), m) for m in found.mentions if m.kind != "place"
        ]
        _count(counts, gold, everything, mentions, missed, wrong)
    return counts, seconds, missed, wrong


def _count(
    counts: Counter[Any],
    gold: list[Gold],
    everything: list[Gold],
    mentions: list[tuple[int, int, str, Mention]],
    missed: Counter[str],
    wrong: Counter[str],
) -> None:
    for start, end, kind, text in gold:
        counts[kind, "gold"] += 1
        overlapping = [m for m in mentions if m[2] in (kind, "") and m[0] < end and start < m[1]]
        counts[kind, "relaxed", "hit"] += bool(overlapping)
        counts[kind, "exact", "hit"] += any(_core(m[3].name) == _core(text) for m in overlapping)
        if not overlapping:
            missed[f"{kind[:3]} {text}"] += 1
    for start, end, kind, mention in mentions:
        if not kind:
            continue
        counts[kind, "found"] += 1
        same = [one for one in everything if one[2] == kind and one[0] < end and start < one[1]]
        counts[kind, "relaxed", "right"] += bool(same)
        counts[kind, "exact", "right"] += any(_core(one[3]) == _core(mention.name) for one in same)
        if not same:
            wrong[f"{mention.kind[:3]} {mention.name} ({mention.canonical})"] += 1


def _core(name: str) -> str:
    """The name in lower case without article, possessive, and the titles and nationality in front."""
    parts = bare(name).replace("HE ", "").split()
    while len(parts) > 1 and (
        parts[0].lower().strip(".") in words("title") | words("office") or composition.state_of(bare(parts[0]))
    ):
        parts = parts[1:]
    return key(" ".join(parts))


if __name__ == "__main__":
    main(sys.argv[1:])
