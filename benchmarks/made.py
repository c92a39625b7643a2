"""Articles that nobody has read: sentences of real texts put together anew, each varied so that none repeats.

Of the words inside a sentence that are written with a capital a third become names that no list holds, every
number becomes another, and of the longer small words one in twelve becomes another of the same ending. So
hardly a sentence comes twice, the vocabulary keeps growing as in real news, and what is kept of one article
saves no work on another but what real news would save as well. The sentences no longer make sense together;
what reading them costs does not depend on that.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from trendechos.flow.collect import collect
from trendechos.records import Moment, Report
from trendechos.records.codec import content_id
from trendechos.settings import Settings

SYLLABLES = [
    "bar", "bel", "dor", "fen", "gal", "hem", "jor", "kal", "lem", "mir", "nor", "pel", "quin", "ros", "sol",
    "tam", "ul", "vor", "wen", "yar", "zel", "ka", "mo", "ri", "sa", "te",
]  # fmt: skip
OUTLETS = ["Harbor Times", "Northern Herald", "Lowland Post", "Civic Journal"]
_WORD = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}|\b\d{1,3}\b|\b[a-z]{6,}\b")


def sentences_of(path: Path) -> list[str]:
    """The sentences of the `text` of each row, of 5 to 60 words."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        text = json.loads(line).get("text") or ""
        found += [
            part for part in re.split(r"(?<=[.!?])\s+(?=[A-Z“\"])", text) if 5 <= part.count(" ") + 1 <= 60
        ]
    return found


def articles(sentences: list[str], count: int, *, words: int = 685, seed: int = 8) -> Iterator[Report]:
    """`count` reports of about `words` words each; the same for the same seed."""
    chance = random.Random(seed)
    others = by_ending(sentences)
    for number in range(count):
        parts: list[str] = []
        held = 0
        # A sentence has some 24 words: half of one too many and half too few even out.
        while held < words - 12:
            part = varied(chance.choice(sentences), others, chance)
            parts.append(part)
            held += part.count(" ") + 1
        text = "\n\n".join(" ".join(parts[first : first + 3]) for first in range(0, len(parts), 3))
        yield Report(
            report_id=f"made-{seed}-{number}", version_id=content_id("made", seed, number), text=text,
            title=None, url=None, outlet=chance.choice(OUTLETS), language="en",
            published=Moment(f"2024-11-{1 + number % 28:02}", "day"),
        )  # fmt: skip


def taken(path: Path, count: int) -> list[Report]:
    """The first `count` reports of a file; ends the process where it holds none."""
    reports, _ = collect([str(path)], Settings(), today="2999-12-31")
    return reports[:count] or sys.exit(f"no reports in {path}")


def afresh(reports: Sequence[Report], seed: int) -> list[Report]:
    """The reports with some of their words changed, so that what was kept of them is of no more use."""
    chance = random.Random(seed)
    others = by_ending(report.text for report in reports)
    return [
        replace(
            report, report_id=f"{report.report_id}-{seed}", url=None,
            version_id=content_id("afresh", report.version_id, seed), text=varied(report.text, others, chance),
        )
        for report in reports
    ]  # fmt: skip


def varied(sentence: str, others: dict[str, list[str]], chance: random.Random) -> str:
    """The sentence with some of its words changed."""

    def other(match: re.Match[str]) -> str:
        word = match.group()
        if word.isdigit():
            return str(chance.randrange(2, 10 ** len(word)))
        if word[0].isupper():
            return "".join(chance.choices(SYLLABLES, k=3)).capitalize() if chance.random() < 1 / 3 else word
        return chance.choice(others[word[-3:]]) if chance.random() < 1 / 12 else word

    return _WORD.sub(other, sentence)


def by_ending(sentences: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, set[str]] = {}
    for sentence in sentences:
        for word in re.findall(r"\b[a-z]{6,}\b", sentence):
            found.setdefault(word[-3:], set()).add(word)
    return {ending: sorted(words) for ending, words in found.items()}
