"""Grouping at scale: claims of invented statements, copied and reworded, from a fixed seed.

python -m benchmarks.claims [--sizes 1000,10000,100000] [--wordings 400]

Speakers, days, words and the number of copies follow Zipf's law; half of the copies are word for
word, half drop and replace words. `--wordings` times one statement that many pages word differently.
"""

from __future__ import annotations

import argparse
import resource
import time
from datetime import date, timedelta

import numpy as np

from trendechos.echoes import join
from trendechos.records import Claim, Moment, Place, Quantity, Report, Span, Speaker
from trendechos.records.claim import ClaimType

_SPEAKERS, _OUTLETS, _PLACES, _VOCABULARY, _DAYS = 1000, 300, 80, 4000, 120
_TYPES: tuple[ClaimType, ...] = (
    "deployment", "combat", "casualties", "statement", "call", "denial", "aid", "assessment", "other",
)  # fmt: skip
_START = date(2024, 1, 1)


def _zipf(rng: np.random.Generator, size: int, count: int = 1) -> list[int]:
    # Shifted, so that the first speaker has three claims in a hundred and not one in seven.
    weights = 1 / np.arange(4.0, size + 4.0)
    return [int(one) for one in rng.choice(size, count, p=weights / weights.sum())]


def _day(number: int) -> Moment:
    return Moment((_START + timedelta(days=number)).isoformat(), "day")


class Maker:
    """Claims one by one, the same for the same seed."""

    def __init__(self, seed: int = 1) -> None:
        self.rng = np.random.default_rng(seed)
        self.claims: dict[str, Claim] = {}
        self.reports: dict[str, Report] = {}

    def statement(self, copies: int, *, exact: float = 0.5) -> None:
        """One statement and its copies, on a page each."""
        rng = self.rng
        by = _zipf(rng, _SPEAKERS)[0]
        speaker = Speaker(f"Speaker{by} Name{by}", f"Speaker{by} Name{by}", "person", f"P{by // 5}", None)
        day, kind = int(rng.integers(0, _DAYS)), _TYPES[int(rng.integers(0, len(_TYPES)))]
        words = [f"word{number:04d}" for number in _zipf(rng, _VOCABULARY, int(rng.integers(6, 13)))]
        place = Place(f"Town {_zipf(rng, _PLACES)[0]}", "town", Span(0, 1), role="event")
        amount = float(rng.integers(20, 5000)) if rng.random() < 0.4 else None
        figures = (
            () if amount is None else (Quantity(f"{amount:g}", Span(0, 1), amount, amount, counts="troops"),)
        )
        for _ in range(copies):
            told = words if rng.random() < exact else self._reworded(words)
            after = int(rng.integers(0, 3))
            said = (_day(day), _day(day + after), None)[int(rng.integers(0, 3))]
            self._add(speaker, told, day + after, said, type=kind, quantities=figures, places=(place,))

    def _reworded(self, words: list[str]) -> list[str]:
        kept = [word for word in words if self.rng.random() > 0.3]
        return [*kept, *(f"word{number:04d}" for number in _zipf(self.rng, _VOCABULARY, 3))]

    def _add(self, speaker: Speaker, words: list[str], day: int, said: Moment | None, **fields: object) -> None:
        number = len(self.claims)
        text = " ".join(words)
        report_id = f"report{number:07d}"
        self.reports[report_id] = Report(
            report_id, report_id, text, outlet=f"Outlet {_zipf(self.rng, _OUTLETS)[0]}", published=_day(day)
        )
        claim_id = f"claim{number:07d}"
        span = Span(0, len(text))
        self.claims[claim_id] = Claim(
            claim_id, claim_id, report_id, report_id, span, text, "reported", speaker, (span,), said_when=said,
            lemmas=tuple(sorted(set(words))), **fields,  # type: ignore[arg-type]
        )  # fmt: skip


def collection(size: int) -> Maker:
    """About `size` claims of statements whose numbers of copies follow Zipf's law."""
    made = Maker()
    while len(made.claims) < size:
        made.statement(min(int(made.rng.zipf(2.2)), 400, size - len(made.claims)))
    return made


def _time(name: str, made: Maker) -> None:
    start = time.process_time()
    groups = join(made.claims, reports=made.reports)
    took = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{name:24} {len(made.claims):8,} claims {len(groups):8,} groups {took:8.2f} s {memory:8,.0f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--sizes", default="1000,10000,100000")
    parser.add_argument("--wordings", type=int, default=400)
    args = parser.parse_args()
    one = Maker()
    one.statement(args.wordings, exact=0.0)
    _time("one statement, reworded", one)
    for size in map(int, args.sizes.split(",")):
        _time("collection", collection(size))


if __name__ == "__main__":
    main()
