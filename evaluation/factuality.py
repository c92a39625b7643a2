"""Scores certainty and polarity on how far event words happened: `python -m evaluation.factuality PATH...`.

Each row holds a `text` of tokens parted by spaces and `targets` with a token span and a label from -3
(certainly not) to 3 (certainly). What the words on the way from the clause's top down to the target say
is mapped to that scale: sign from polarity, strength from certainty. Prints mean absolute error, Pearson
correlation, and agreement on happened / open / did not happen; the baseline calls everything certain.
"""

from __future__ import annotations

import argparse
import json
import math
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from trendechos.claims import certainty, clauses, polarity
from trendechos.claims.clauses import Clause
from trendechos.languages.en import grammar
from trendechos.reading import Parser
from trendechos.text.tree import Tree

# Means of the labels by what we read, on the training rows of UW and MEANTIME.
STRENGTH = {"asserted": 2.7, "possible": 1.6, "conditional_or_future": 1.8}
# Where a new clause begins that the words above do not soften ("the man who fled", "after they fled").
_OPEN = frozenset({"relcl", "advcl", "parataxis"})


def value(tree: Tree, token: int) -> float:
    """How far the word at `token` happened, as the text has it, from -3 to 3."""
    path = _path(tree, token)
    whole = clauses.under(tree, path[0])
    clause = Clause(tree, path[0], path[-1], tuple(path[:-1]), whole.tokens)
    softenings = certainty.soften(clause, path)
    strength = STRENGTH[certainty.certainty(softenings)]
    return -strength if polarity.negated(clause, path) else strength


def _path(tree: Tree, token: int) -> list[int]:
    """The words from the top of the clause down to `token`."""
    parsed = tree.parsed
    path = [token]
    for above in tree.ancestors(token):
        below = path[-1]
        if parsed.deps[below] in _OPEN and not _purpose(tree, below):
            break
        if parsed.deps[below] == "conj" and tree.child(below, "nsubj", "nsubjpass") is not None:
            break
        if parsed.deps[below] == "prep" and parsed.lemmas[below] in grammar.ASIDE:
            break
        path.append(above)
    return path[::-1]


def _purpose(tree: Tree, token: int) -> bool:
    return any(tree.parsed.tags[child] == "TO" for child in tree.children[token])


def read(path: Path) -> list[tuple[str, int, float]]:
    """Text, character offset of the target and label, one a target."""
    found: list[tuple[str, int, float]] = []
    for line in path.read_text().splitlines():
        row = json.loads(line)
        words = row["text"].split(" ")
        starts = [sum(len(word) + 1 for word in words[:index]) for index in range(len(words))]
        found.extend(
            (row["text"], starts[item["span1"][0]], float(item["label"]))
            for item in row["targets"] if item["span1"][0] < len(starts)
        )  # fmt: skip
    return found


def predict(rows: Sequence[tuple[str, int, float]]) -> list[float]:
    """Our value for each target."""
    texts = sorted({text for text, _, _ in rows})
    trees = {text: Tree(parsed) for text, parsed in zip(texts, Parser().parse(texts), strict=True)}
    out = []
    for text, start, _ in rows:
        parsed = trees[text].parsed
        token = max((i for i in range(len(parsed.words)) if parsed.starts[i] <= start), default=0)
        out.append(value(trees[text], token))
    return out


def kind(label: float) -> str:
    """`happened`, `open` or `did not`; 1 is the middle between no commitment and probable on the scale."""
    return "open" if abs(label) <= 1 else "happened" if label > 0 else "did not"


def correlation(one: Sequence[float], other: Sequence[float]) -> float:
    """Pearson's r; 0 where one side never varies."""
    mean_one, mean_other = sum(one) / len(one), sum(other) / len(other)
    shared = sum((a - mean_one) * (b - mean_other) for a, b in zip(one, other, strict=True))
    spread = math.sqrt(sum((a - mean_one) ** 2 for a in one) * sum((b - mean_other) ** 2 for b in other))
    return shared / spread if spread else 0.0


def main() -> None:
    """Prints one block a file."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("paths", type=Path, nargs="+")
    for path in arguments.parse_args().paths:
        rows = read(path)
        gold, found = [label for _, _, label in rows], predict(rows)
        error = sum(abs(a - b) for a, b in zip(gold, found, strict=True)) / len(rows)
        plain = sum(abs(label - 3.0) for label in gold) / len(rows)
        print(f"{path.name}: {len(rows)} targets, mean absolute error {error:.3f} (all certain: {plain:.3f}), "
              f"r {correlation(gold, found):.3f}")  # fmt: skip
        table = Counter((kind(a), kind(b)) for a, b in zip(gold, found, strict=True))
        for name in ("happened", "open", "did not"):
            right, wanted = table[name, name], sum(count for (a, _), count in table.items() if a == name)
            given = sum(count for (_, b), count in table.items() if b == name)
            score = 2 * right / (given + wanted) if right else 0.0
            print(f"  {name:9s} F1 {score:.3f}  right {right}, found {given}, gold {wanted}")


if __name__ == "__main__":
    main()
