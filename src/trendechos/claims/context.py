"""What coding one claim needs to know of the rest of its report."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from trendechos.claims.events import martial, people_class, people_words
from trendechos.records import Mention, Place, Quantity, Reading, Report, Sentence, Span, Timex
from trendechos.text.tree import Tree, grown

Found = TypeVar("Found", Mention, Place, Timex, Quantity)


_PAIRS = {"”": "“", ")": "(", "]": "[", "’": "‘"}
_STRAIGHT = ('"', "''")


def _closes(words: Sequence[str]) -> bool:
    """True when the last of `words` closes a quotation or a bracket that opens in them."""
    last, before = words[-1], words[:-1]
    if last in _STRAIGHT:
        return sum(word in (*_STRAIGHT, "``") for word in before) % 2 == 1
    return last in _PAIRS and before.count(_PAIRS[last]) > before.count(last)


@dataclass(frozen=True, slots=True)
class Context:
    """One sentence with its tree, its findings and the people named last before; `lead` opens the text."""

    report: Report
    sentence: Sentence
    tree: Tree
    people: str | None
    mentions: tuple[Mention, ...]
    places: tuple[Place, ...]
    times: tuple[Timex, ...]
    quantities: tuple[Quantity, ...]
    lead: bool = False

    @property
    def start(self) -> int:
        """Where the sentence begins in its field."""
        return self.sentence.span.start

    def span(self, tokens: Sequence[int]) -> Span:
        """From the first to the last of `tokens`, as a span of the report, with the mark that closes it."""
        parsed = self.sentence.parsed
        first, last = min(tokens), max(tokens)
        if last + 1 < len(parsed.words) and _closes(parsed.words[first : last + 2]):
            last += 1
        return Span(
            self.start + parsed.starts[first],
            self.start + parsed.end(last),
            self.sentence.span.field,
        )

    def tokens(self, spans: Sequence[Span]) -> frozenset[int]:
        """The tokens that begin in one of `spans`."""
        starts, field = self.sentence.parsed.starts, self.sentence.span.field
        begin, found = self.sentence.span.start, set[int]()
        for span in spans:
            if span.field == field:
                first = bisect_left(starts, span.start - begin)
                found.update(range(first, bisect_left(starts, span.end - begin, first)))
        return frozenset(found)

    def outside(self, spans: Sequence[Span]) -> frozenset[int]:
        """The tokens that begin in none of `spans`."""
        return frozenset(range(len(self.sentence.parsed.words))) - self.tokens(spans)


def contexts(report: Report, reading: Reading) -> tuple[Context, ...]:
    """One context a sentence of `reading`, in its order."""
    found: list[Context] = []
    trees = [grown(sentence.parsed) for sentence in reading.sentences]
    named = [_groups(tree) for tree in trees]
    people = next((group for groups in named for group in groups), None)
    people = people or ("PERSONNEL" if any(map(martial, trees)) else None)
    mentions, places = _by_sentence(reading, reading.mentions), _by_sentence(reading, reading.places)
    times, quantities = _by_sentence(reading, reading.times), _by_sentence(reading, reading.quantities)
    lead = next((at for at, one in enumerate(reading.sentences) if one.span.field == "text"), None)
    for index, (sentence, tree, groups) in enumerate(zip(reading.sentences, trees, named, strict=True)):
        found.append(
            Context(
                report,
                sentence,
                tree,
                people,
                mentions[index],
                places[index],
                times[index],
                quantities[index],
                index == lead,
            )
        )
        people = groups[-1] if groups else people
    return tuple(found)


def _by_sentence(reading: Reading, found: Sequence[Found]) -> list[tuple[Found, ...]]:
    """The findings that lie wholly in each sentence."""
    out: list[list[Found]] = [[] for _ in reading.sentences]
    edges = [(sentence.span.field != "title", sentence.span.start) for sentence in reading.sentences]
    for item in found:
        index = bisect_right(edges, (item.span.field != "title", item.span.start)) - 1
        if index >= 0 and reading.sentences[index].span.holds(item.span):
            out[index].append(item)
    return [tuple(items) for items in out]


def _groups(tree: Tree) -> list[str]:
    if not tree.has(people_words()):
        return []
    return [group for token in range(len(tree.parsed.words)) if (group := people_class(tree, token))]
