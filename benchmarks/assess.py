"""Assessing many claims, and one more report: seconds and memory.

    python -m benchmarks.assess [--claims 100000] [--one-more 10000 30000] [--example REPORTS.jsonl]

Claims are invented from a fixed seed, as a wire would carry them: half repeat a statement that a page
already carried (same speaker, same day, the words reordered or cut), speakers are few and unequal
(Zipf), figures cluster in a handful of places and days. Only what follows the reading is timed: echoes,
origins, questions, dependence, assessment. "One more report" is the whole of that again, as flow does
it, on the claims held and those of one more report: made anew, and with what one process keeps of its
last assessment (`flow.kept`); on the example the reading of that report as well.
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from trendechos.flow.assess import Assessed, Question, assess
from trendechos.flow.collect import collect
from trendechos.flow.kept import Kept
from trendechos.flow.work import Batch, read_batch
from trendechos.records import Actor, Claim, Event, Moment, Place, Quantity, Report, Span, Speaker
from trendechos.records.codec import content_id
from trendechos.settings import Settings

EXAMPLE = Path(__file__).parents[1] / "examples" / "kursk-2024" / "reports.jsonl"
_CODES = ("SDN", "TCD", "EGY", "ETH", "KEN", "UGA", "ERI", "LBY", "SSD", "CAF", "USA", "GBR", "FRA", "CHN")
_KINDS = (
    ("deployment", "MOBILIZE", "troops", "soldiers"), ("casualties", "ASSAULT", "killed", "people"),
    ("combat", "ASSAULT", None, None), ("aid", "AID", "money", "dollars"), ("statement", None, None, None),
    ("sanction", "SANCTION", None, None), ("prediction", "MOBILIZE", "troops", "soldiers"),
    ("call", "REQUEST", None, None), ("other", None, None, None),
)  # fmt: skip
_DAYS = 120
# As on the example: claims a report, and the share of claims that repeat an origin already held.
_PER_REPORT = 4
_ECHOES = 0.45
_OUTLETS = 300
# A report that joins long lines of links costs more than most.
_MORE = 5


class Wire:
    """Invented claims and their reports, the same for the same seed."""

    def __init__(self, seed: int = 1) -> None:
        self._rng = random.Random(seed)
        self._words = [
            a + b + c
            for a in "bdfgklmnprstv"
            for b in ("a", "e", "io", "u")
            for c in ("ren", "lat", "mos", "dik", "ver")
        ]
        self._speakers = [
            Speaker(f"Person {n}", f"Person {n}", "person", _CODES[n % len(_CODES)] if n % 3 else None)
            for n in range(400)
        ]
        self._weights = [1 / (n + 2) for n in range(len(self._speakers))]
        self._said: list[tuple[Claim, int]] = []

    def make(self, claims: int) -> tuple[list[Report], list[Claim]]:
        reports: list[Report] = []
        made: list[Claim] = []
        count = (claims + _PER_REPORT - 1) // _PER_REPORT
        for number in range(count):
            day = number * _DAYS // count
            report, found = self.report(number, day)
            reports.append(report)
            made += found
        return reports, made[:claims]

    def report(self, number: int, day: int) -> tuple[Report, list[Claim]]:
        rng = self._rng
        published = Moment((date(2024, 1, 1) + timedelta(days=day)).isoformat(), "day")
        drafts = [
            self._echo(day) if self._said and rng.random() < _ECHOES else self._fresh(day)
            for _ in range(_PER_REPORT)
        ]
        text = " ".join(draft.text for draft in drafts)
        name, outlet = f"r{number}", f"Outlet {min(int(rng.paretovariate(1)), _OUTLETS)}"
        report = Report(
            name, content_id("version", name, text), text, outlet=outlet, language="en", published=published
        )
        found, at = [], 0
        for draft in drafts:
            span = Span(at, at + len(draft.text))
            at += len(draft.text) + 1
            claim_id = content_id("claim", report.version_id, span.start)
            found.append(
                replace(draft, claim_id=claim_id, attribution_id=claim_id, report_id=name,
                        version_id=report.version_id, span=span, content=(span,))
            )  # fmt: skip
        return report, found

    def _fresh(self, day: int) -> Claim:
        rng = self._rng
        speaker = rng.choices(self._speakers, self._weights)[0]
        kind, plover, counts, unit = rng.choice(_KINDS)
        place = f"Town {min(int(rng.paretovariate(0.8)), 200)}"
        words = rng.sample(self._words, 8)
        span, number = Span(0, 1), None
        if counts:
            size = int(10 ** rng.uniform(1, 5))
            number = Quantity(str(size), span, size, size, unit=unit, counts=counts, scope=place)  # type: ignore[arg-type]
        figure = f"{number.words} {unit} " if number else ""
        text = f"{speaker.canonical} said {figure}{' '.join(words)} in {place}."
        claim = Claim(
            "", "", "", "", span, text, "reported", speaker, (span,),
            status="predicted" if kind == "prediction" else "done", type=kind,  # type: ignore[arg-type]
            event=Event(plover, None, actors=(Actor("Side", rng.choice(_CODES[:4])),)) if plover else None,
            places=(Place(place, "town", span, _CODES[len(place) % 4], role="event"),),
            said_when=Moment((date(2024, 1, 1) + timedelta(days=day)).isoformat(), "day"),
            quantities=(number,) if number else (),
            lemmas=tuple(sorted(words)),
        )  # fmt: skip
        self._said.append((claim, day))
        return claim

    def _echo(self, day: int) -> Claim:
        """A statement of the last days, most often a recent one, with a word or two left out."""
        rng = self._rng
        back = min(int(rng.paretovariate(1.2) * 20), len(self._said))
        claim, said = self._said[-back]
        if day - said > 5:
            return self._fresh(day)
        kept = tuple(word for word in claim.lemmas if rng.random() > 0.15)
        words = " ".join(rng.sample(kept, len(kept)))
        text = f"{claim.speaker.canonical} stated {words} in {claim.places[0].name}."
        return replace(claim, text=text, lemmas=tuple(sorted(kept)))


def peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def timed(
    reports: Sequence[Report], claims: Sequence[Claim], kept: Kept | None = None
) -> tuple[Assessed, float, float]:
    """The assessment, its CPU seconds and its wall seconds."""
    cpu, wall = time.process_time(), time.perf_counter()
    made = assess(reports, claims, Question(), kept=kept)
    return made, time.process_time() - cpu, time.perf_counter() - wall


def many(count: int) -> None:
    before = peak_mb()
    reports, claims = Wire().make(count)
    held = peak_mb()
    made, cpu, wall = timed(reports, claims)
    print(
        f"{len(claims):,} claims of {len(reports):,} reports: {cpu:.1f} s CPU, {wall:.1f} s;"
        f" peak {peak_mb():,.0f} MB"
        f" (claims {held - before:,.0f} MB, interpreter and knowledge {before:,.0f} MB);"
        f" {len(made.evidence.origins):,} origins, {len(made.evidence.propositions):,} questions"
    )


def one_more(count: int) -> None:
    """One more report, everything made anew and with what is kept of the last assessment."""
    wire = Wire()
    reports, claims = wire.make(count)
    kept = Kept()
    _, cpu, _ = timed(reports, claims, kept)
    seconds = []
    for _ in range(_MORE):
        report, found = wire.report(len(reports), _DAYS - 1)
        reports, claims = [*reports, report], [*claims, *found]
        seconds.append(timed(reports, claims, kept)[1])
    each = ", ".join(f"{one:.2f}" for one in seconds)
    print(f"{count:,} claims, made anew: {cpu:.2f} s CPU; one more report, {_MORE} times: {each} s")


def example(path: Path) -> None:
    """One more report on the example, reading included."""
    reports, _ = collect([str(path)], Settings(), today="2999-12-31")
    done = read_batch(Batch(tuple(reports[:-1]), {}, ""))
    claims = [claim for one in done.reads for claim in one.claims]
    timed(reports[:-1], claims)  # loads what is loaded once
    cpu = time.process_time()
    last = read_batch(Batch((reports[-1],), {}, ""))
    reading = time.process_time() - cpu
    _, seconds, _ = timed(reports, [*claims, *(claim for one in last.reads for claim in one.claims)])
    print(
        f"one more report on the example ({len(reports) - 1} reports, {len(claims)} claims):"
        f" reading {reading:.2f} s,"
        f" situation {seconds:.2f} s CPU"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--one-more", type=int, nargs="*", default=[10_000, 30_000])
    parser.add_argument("--example", type=Path, default=EXAMPLE)
    given = parser.parse_args()
    many(given.claims)  # first, as in a process of its own
    example(given.example)
    for count in given.one_more:
        one_more(count)


if __name__ == "__main__":
    main()
