"""Bursts in a stream of headlines, against the same stream's total volume, and their false alarm rate.

    python -m evaluation.bursts HEADLINES.jsonl [--terms FILE]

A headline counts on the day it was first seen. For each term the days on which its share of all
headlines doubles are found (Kleinberg 2002, batched, two states) and compared with the stream itself:
a burst is `justified` when the term's share inside it is at least twice that in the thirty days on
either side. False alarms are bursts found after the headlines' days have been shuffled (seeded), per
term and year: shuffling keeps each day's volume and each term's total and destroys every real burst. Where no
total volume is known, bursts stand against the mean day: their false alarms are counted on chance alone.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path

from trendechos.situation.bursts import Stretch, against_mean, against_total

# Matters of that war whose dates can be looked up in the stream itself; words chosen before looking.
TERMS = (
    "mariupol", "azovstal", "bucha", "kherson", "bakhmut", "zaporizhzhia", "nuclear", "grain", "wagner",
    "prigozhin", "kakhovka", "dam", "leopard", "tanks", "kerch", "crimea", "nord stream", "mobilization",
    "referendum", "izium", "eurovision", "griner", "counteroffensive", "drone", "cluster", "belgorod",
    "kremlin", "zelensky", "sanctions", "refugees",
)  # fmt: skip
_SHUFFLES = 20
_BESIDE_DAYS = 30


def load(path: Path) -> list[tuple[date, str]]:
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines if line.strip()]
    return [(date.fromisoformat(row["first_seen"][:10]), row["headline"].lower()) for row in rows]


def counts(days: Sequence[date], headlines: Sequence[tuple[date, str]], term: str) -> list[int]:
    pattern = re.compile(rf"\b{re.escape(term)}")
    hits = Counter(day for day, text in headlines if pattern.search(text))
    return [hits[day] for day in days]


def justified(stretch: Stretch, hits: Sequence[int], totals: Sequence[int]) -> bool:
    """True when the share inside is at least twice the share of the thirty days on either side."""
    within = slice(stretch.first, stretch.last + 1)
    inside = sum(hits[within]) / max(1, sum(totals[within]))
    left = range(max(0, stretch.first - _BESIDE_DAYS), stretch.first)
    right = range(stretch.last + 1, min(len(hits), stretch.last + 1 + _BESIDE_DAYS))
    beside = [*left, *right]
    outside = sum(hits[at] for at in beside) / max(1, sum(totals[at] for at in beside))
    return bool(inside >= 2 * outside)


def false_alarms(per_day: Mapping[int, Sequence[int]], totals: Sequence[int], terms: int) -> Counter[int]:
    """Bursts by length in days once headlines stand on shuffled days; `per_day` holds term numbers."""
    flat = [term_set for day in range(len(totals)) for term_set in _slots(per_day[day], totals[day])]
    found: Counter[int] = Counter()
    for seed in range(_SHUFFLES):
        shuffled = list(flat)
        random.Random(seed).shuffle(shuffled)
        hits = [[0] * len(totals) for _ in range(terms)]
        at = 0
        for day, total in enumerate(totals):
            for slot in shuffled[at : at + total]:
                for term in slot:
                    hits[term][day] += 1
            at += total
        for row in hits:
            for stretch in against_total(row, totals):
                found[stretch.last - stretch.first + 1] += 1
    return found


def alarms_by_mean(mean: float, *, years: int = 150) -> float:
    """Bursts a year found where no total volume is known and reports fall by chance, `mean` of them a day."""
    rng = random.Random(1)
    found = (against_mean([_poisson(rng, mean) for _ in range(365)]) for _ in range(years))
    return sum(len(stretches) for stretches in found) / years


def _poisson(rng: random.Random, mean: float) -> int:
    """A draw by Knuth's product of uniforms."""
    least, product, drawn = math.exp(-mean), rng.random(), 0
    while product > least:
        product *= rng.random()
        drawn += 1
    return drawn


def _slots(terms: Sequence[int], total: int) -> list[tuple[int, ...]]:
    slots: list[list[int]] = [[] for _ in range(total)]
    for place, term in enumerate(terms):
        slots[place % total].append(term)
    return [tuple(slot) for slot in slots]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stream", type=Path)
    parser.add_argument("--list", action="store_true", help="print every burst")
    given = parser.parse_args()
    headlines = load(given.stream)
    first, last = min(headlines)[0], max(headlines)[0]
    days = [first + timedelta(days=at) for at in range((last - first).days + 1)]
    volume = Counter(day for day, _ in headlines)
    totals = [volume[day] for day in days]
    per_day: dict[int, list[int]] = defaultdict(list)
    bursts = good = heavy = heavy_good = 0
    for number, term in enumerate(TERMS):
        hits = counts(days, headlines, term)
        for at, count in enumerate(hits):
            per_day[at] += [number] * count
        for stretch in against_total(hits, totals):
            fine = justified(stretch, hits, totals)
            bursts, good = bursts + 1, good + fine
            heavy, heavy_good = heavy + (stretch.weight >= 5), heavy_good + (stretch.weight >= 5 and fine)
            if given.list:
                mark = "" if fine else "  (not justified)"
                span = f"{days[stretch.first]} to {days[stretch.last]}"
                headline_count = sum(hits[stretch.first : stretch.last + 1])
                print(f"{term:16} {span}  {headline_count:4} headlines, weight {stretch.weight:6.1f}{mark}")
    years = len(days) / 365.25
    shuffled = false_alarms(per_day, totals, len(TERMS))
    empty = sum(not total for total in totals)
    print(f"{len(headlines)} headlines, {len(days)} days ({first} to {last}), {empty} days without any")
    print(f"terms {len(TERMS)}, bursts {bursts}, justified by the stream {good} ({good / max(1, bursts):.2f})")
    print(f"of weight 5 and more: {heavy}, justified {heavy_good} ({heavy_good / max(1, heavy):.2f})")
    alarms = sum(shuffled.values()) / _SHUFFLES
    rate = alarms / len(TERMS) / years
    print(f"false alarms on shuffled days: {alarms:.1f} in {len(TERMS)} terms, {rate:.3f} per term and year")
    by_mean = ", ".join(f"{alarms_by_mean(mean):.2f} at {mean} a day" for mean in (0.5, 1, 2, 5, 10, 20))
    print(f"false alarms a year against the mean, where no volume is known: {by_mean}")


if __name__ == "__main__":
    main()
