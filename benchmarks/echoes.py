"""Copies at scale: recall by class of copy, speed, memory, and the time to place one more report.

python -m benchmarks.echoes classes [--bases 400]
python -m benchmarks.echoes scaling [--sizes 1000,10000,100000,200000]

Texts are made of invented words with the frequencies of a language (Zipf), from a fixed seed. The
classes are those of common tests of text reuse: light edits, heavy edits, a host article around the
whole text, an excerpt of 40% inside another text. MinHash over whole documents runs on the same texts.
`scaling` writes how far it is to stderr and a table to stdout; 200,000 reports take some three minutes of
one core.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections.abc import Iterator, Mapping

import numpy as np
import numpy.typing as npt

from evaluation import minhash
from trendechos.echoes import CopyIndex, copies
from trendechos.records import Moment, Report

Words = npt.NDArray[np.int64]

_VOCABULARY = 40_000
_LENGTH = 400
_SENTENCE = 22
# Reports over which the time of one more is averaged.
_EXTRA = 500
CLASSES = ("light", "heavy", "host", "excerpt")


class Maker:
    """Invented texts, the same for the same number whatever was made before."""

    def __init__(self) -> None:
        syllables = [a + b for a in "bcdfghjklmnprstvz" for b in "aeiou"]
        count = len(syllables)
        self.words = [
            syllables[n % count]
            + syllables[n // count % count]
            + (syllables[n // 7 % count] if n > 3000 else "")
            for n in range(_VOCABULARY)
        ]
        # Zipf with the exponent of English news, about 1.
        weights = 1 / np.arange(2.7, _VOCABULARY + 2.7)
        self._cumulative = np.cumsum(weights / weights.sum())

    def draw(self, rng: np.random.Generator, length: int) -> Words:
        return np.searchsorted(self._cumulative, rng.random(length)).clip(0, _VOCABULARY - 1)

    def base(self, number: int) -> Words:
        return self.draw(np.random.default_rng((1, number)), _LENGTH)

    def text(self, words: Words) -> str:
        spelled = [self.words[word] for word in words.tolist()]
        for at in range(_SENTENCE - 1, len(spelled), _SENTENCE):
            spelled[at] += "."
        return " ".join(spelled)

    def edit(self, kind: str, number: int) -> Words:
        """The base text of this number as a copy of the class has it."""
        rng = np.random.default_rng((2, number, CLASSES.index(kind)))
        base = self.base(number)
        if kind == "light":
            return self._replace(rng, base, 0.05)
        if kind == "heavy":
            sentences = [base[at : at + _SENTENCE] for at in range(0, len(base), _SENTENCE)]
            kept = [sentence for sentence in sentences if rng.random() > 0.2]
            order = rng.permutation(len(kept))
            return self._replace(rng, np.concatenate([kept[at] for at in order]), 0.25)
        if kind == "host":
            own = self.draw(rng, 600)
            return np.concatenate((own[:300], base, own[300:]))
        start = int(rng.integers(0, int(_LENGTH * 0.6)))
        own = self.draw(rng, _LENGTH)
        return np.concatenate((own[:200], base[start : start + int(_LENGTH * 0.4)], own[200:]))

    def _replace(self, rng: np.random.Generator, words: Words, rate: float) -> Words:
        changed = rng.random(len(words)) < rate
        return np.where(changed, self.draw(rng, len(words)), words)


def report(name: str, day: int, text: str) -> Report:
    return Report(
        name, name, text, published=Moment(f"2024-{1 + day // 28 % 12:02d}-{1 + day % 28:02d}", "day")
    )


def classes(bases: int) -> None:
    maker = Maker()
    held = {}
    for number in range(bases):
        held[f"{number}-base"] = report(f"{number}-base", 0, maker.text(maker.base(number)))
        for kind in CLASSES:
            held[f"{number}-{kind}"] = report(f"{number}-{kind}", 40, maker.text(maker.edit(kind, number)))
    started = time.process_time()
    found = copies(held)
    spent = time.process_time() - started
    links = {(copy.report_id, copy.of_report_id) for copy in found}
    _print("trendechos", links, bases, len(held) / spent)
    print(f"  false links: {sum(a.split('-')[0] != b.split('-')[0] for a, b in links)}")
    started = time.process_time()
    near = {(b, a) if a.endswith("-base") else (a, b) for a, b in minhash.near(held)}
    _print(minhash.NAME, near, bases, len(held) / (time.process_time() - started))


def _print(name: str, links: set[tuple[str, str]], bases: int, speed: float) -> None:
    recall = {
        kind: sum((f"{n}-{kind}", f"{n}-base") in links for n in range(bases)) / bases for kind in CLASSES
    }
    parts = "  ".join(f"{kind} {value:.3f}" for kind, value in recall.items())
    print(f"{name}: {parts}  {speed:,.0f} documents/s of CPU")


class Stream(Mapping[str, Report]):
    """Reports made when asked for: three in ten repeat an earlier one, in the shares of the classes."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._maker = Maker()

    def __len__(self) -> int:
        return self._size

    def __iter__(self) -> Iterator[str]:
        return (str(number) for number in range(self._size))

    def __getitem__(self, name: str) -> Report:
        number = int(name)
        kind = number % 10
        if kind in (3, 6, 9) and number > 100:
            # Mostly of the latest hundred reports, a few from long ago.
            source = (number // 10 * 10 - 10 * (number * 7919 % 10)) % number // 10 * 10
            words = self._maker.edit(CLASSES[number // 10 % 4], source)
        else:
            words = self._maker.base(number)
        return report(f"{number:07d}", number // 1000, self._maker.text(words))


def scaling(sizes: list[int]) -> None:
    stream = Stream(max(sizes))
    kept: dict[str, Report] = {}
    index = CopyIndex(kept)
    at, spent, found = 0, 0.0, 0
    print(
        "| reports held | reports/s of CPU so far | one more placed in | copies found | memory with the texts |"
    )
    print("|---|---|---|---|---|")
    for size in sorted(sizes):
        while at < size:
            batch = [stream[str(number)] for number in range(at, min(at + 500, size))]
            kept.update((one.report_id, one) for one in batch)
            started = time.process_time()
            for one in batch:
                found += len(index.place(one.report_id))
            spent += time.process_time() - started
            at += len(batch)
            if at % 10_000 == 0:
                print(
                    f"{at:,} of {max(sizes):,} reports placed, {spent:.0f} s of CPU",
                    file=sys.stderr,
                    flush=True,
                )
        each = one_more(stream, index, kept, size)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
        print(f"| {size:,} | {size / spent:,.0f} | {each:.2f} ms | {found:,} | {memory:.2f} GB |", flush=True)


def one_more(stream: Stream, index: CopyIndex, kept: dict[str, Report], size: int) -> float:
    """Milliseconds of CPU to find what one of the next reports has from those held; nothing is added."""
    extra = [stream[str(size + number)] for number in range(_EXTRA)]
    kept.update((one.report_id, one) for one in extra)
    started = time.process_time()
    for one in extra:
        index.find(one.report_id)
    return 1000 * (time.process_time() - started) / len(extra)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("classes", "scaling"))
    parser.add_argument("--bases", type=int, default=400)
    parser.add_argument("--sizes", default="1000,10000,100000,200000")
    args = parser.parse_args()
    if args.what == "classes":
        classes(args.bases)
    else:
        scaling([int(size) for size in args.sizes.split(",")])


if __name__ == "__main__":
    main()
