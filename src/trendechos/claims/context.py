"""What coding one claim needs to know of the rest of its report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from trendechos.claims.events import martial, people_class
from trendechos.records import Mention, Place, Quantity, Reading, Report, Sentence, Span, Timex
from trendechos.text.tree import Tree


@dataclass(frozen=True, slots=True)
class Context:
    """One sentence with its tree, the findings that lie in it, and the group of people named last before."""

    report: Report
    sentence: Sentence
    tree: Tree
    people: str | None
    mentions: tuple[Mention, ...]
    places: tuple[Place, ...]
    times: tuple[Timex, ...]
    quantities: tuple[Quantity, ...]

    @property
    def start(self) -> int:
        """Where the sentence begins in its field."""
        return self.sentence.span.start

    def span(self, tokens: Sequence[int]) -> Span:
        """From the first to the last of `tokens`, as a span of the report."""
        parsed = self.sentence.parsed
        return Span(
            self.start + parsed.starts[min(tokens)],
            self.start + parsed.end(max(tokens)),
            self.sentence.span.field,
        )

    def tokens(self, spans: Sequence[Span]) -> frozenset[int]:
        """The tokens that stand in one of `spans`."""
        parsed, start, field = self.sentence.parsed, self.start, self.sentence.span.field
        near = [span for span in spans if span.overlaps(self.sentence.span)]
        return frozenset(
            token for token in range(len(parsed.words))
            if any(
                span.start <= parsed.starts[token] + start < span.end for span in near if span.field == field
            )
        )  # fmt: skip


def contexts(report: Report, reading: Reading) -> tuple[Context, ...]:
    """One context a sentence of `reading`, in its order."""
    found = []
    trees = [Tree(sentence.parsed) for sentence in reading.sentences]
    named = [_groups(tree) for tree in trees]
    people = next((group for groups in named for group in groups), None)
    people = people or ("PERSONNEL" if any(map(martial, trees)) else None)
    for sentence, tree, groups in zip(reading.sentences, trees, named, strict=True):
        found.append(
            Context(
                report, sentence, tree, people,
                tuple(item for item in reading.mentions if sentence.span.holds(item.span)),
                tuple(item for item in reading.places if sentence.span.holds(item.span)),
                tuple(item for item in reading.times if sentence.span.holds(item.span)),
                tuple(item for item in reading.quantities if sentence.span.holds(item.span)),
            )
        )  # fmt: skip
        people = groups[-1] if groups else people
    return tuple(found)


def _groups(tree: Tree) -> list[str]:
    return [group for token in range(len(tree.parsed.words)) if (group := people_class(tree, token))]
