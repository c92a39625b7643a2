"""One sentence with its numbers, and how a quantity in it is written down."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from trendechos.reading import number_context as context
from trendechos.reading.number_counts import Noun
from trendechos.reading.number_forms import Number
from trendechos.reading.number_people import People
from trendechos.records import ParsedSentence, Qualifier, Quantity, Sentence, Span
from trendechos.text.tree import Tree

PEOPLE_COUNTS = frozenset({
    "troops", "killed", "wounded", "killed_or_wounded", "casualties", "captured", "missing", "displaced",
    "civilians",
})  # fmt: skip


@dataclass(slots=True)
class Line:
    """One sentence with what its numbers share."""

    sentence: Sentence
    tree: Tree
    numbers: list[Number]
    people: People
    index: int

    @property
    def parsed(self) -> ParsedSentence:
        """The parse of the sentence."""
        return self.sentence.parsed

    def token(self, position: int) -> int:
        """The index of the token at `position`."""
        return max(0, bisect_right(self.parsed.starts, position) - 1)


def record(line: Line, start: int, end: int, **fields: object) -> Quantity:
    """The quantity whose words stand at `[start, end)` of the sentence."""
    base = line.sentence.span
    span = Span(base.start + start, base.start + end, base.field)
    return Quantity(line.parsed.text[start:end], span, **fields)  # type: ignore[arg-type]


def words_of(line: Line, noun: Noun) -> str:
    """The words of a counted noun phrase as written."""
    return line.parsed.text[line.parsed.starts[noun.first] : line.parsed.end(noun.last)]


def bounds(number: Number, qualifier: Qualifier) -> tuple[float | None, float | None, Qualifier]:
    """Low, high and qualifier of a number: a range is one whatever stands before it, an open side is None."""
    low, high = number.low, number.high
    if low is None or high is None:
        return None, None, qualifier
    if low != high:
        return min(low, high), max(low, high), "range"
    if qualifier in ("at_least", "more_than"):
        return low, None, qualifier
    if qualifier in ("at_most", "less_than", "up_to"):
        return None, high, qualifier
    return low, high, qualifier


def qualified(line: Line, number: Number, end: int) -> tuple[Qualifier, int, int]:
    """The qualifier before or behind a number, where the expression begins with it and where it ends."""
    text = line.parsed.text
    duration = number.unit is not None and number.unit.counts == "duration"
    qualifier, start = context.qualifier_before(text, number.first, duration=duration)
    if number.vague and text[start : number.first].lower().startswith("over"):
        qualifier, start = "none", number.first  # "handed over millions"
    if number.sign == "sub":
        qualifier = "less_than"
    if qualifier == "none":
        qualifier, end = context.qualifier_after(text, end)
    return qualifier, start, end
