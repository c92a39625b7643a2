"""One sentence of a reading, prepared for many look-ups."""

from __future__ import annotations

from collections.abc import Iterable

from trendechos.languages.en.reporting import LEMMA_REPAIRS
from trendechos.records import Sentence, Span
from trendechos.text.tree import grown

_REPAIRED = frozenset(LEMMA_REPAIRS)
_EDGES = frozenset({",", ";", ":", "-", "–", "—", "--", "(", ")", "[", "]", "•", "*"})


class Line:
    """A sentence with its tree, lower-case words and repaired lemmas; indices are token indices."""

    __slots__ = (
        "children",
        "deps",
        "heads",
        "index",
        "lemmas",
        "lows",
        "offset",
        "paragraph",
        "parsed",
        "sentence",
        "size",
        "tags",
        "tree",
    )  # fmt: skip

    def __init__(self, index: int, sentence: Sentence, paragraph: int) -> None:
        """Prepares `sentence`, the `index`-th of its reading, standing in `paragraph`."""
        parsed = sentence.parsed
        self.index, self.sentence, self.parsed, self.paragraph = index, sentence, parsed, paragraph
        self.tree = grown(parsed)
        self.children = self.tree.children
        self.deps, self.heads, self.tags = parsed.deps, parsed.heads, parsed.tags
        self.lows = self.tree.lows
        self.lemmas = self.tree.lemmas
        if self.tree.has(_REPAIRED):
            self.lemmas = [LEMMA_REPAIRS.get(lemma, lemma) for lemma in self.lemmas]
        self.offset = sentence.span.start
        self.size = len(self.lows)

    def subtree(self, token: int) -> set[int]:
        """All tokens under `token` and itself."""
        children = self.children
        below = children[token]
        if not below:
            return {token}
        found, stack = {token, *below}, list(below)
        while stack:
            if below := children[stack.pop()]:
                found.update(below)
                stack.extend(below)
        return found

    def child(self, token: int, *deps: str) -> int | None:
        """The first child of `token` with one of the relations `deps`, or None."""
        found = self.deps
        for child in self.children[token]:
            if found[child] in deps:
                return child
        return None

    def span(self, first: int, last: int) -> Span:
        """The span from the token `first` to the token `last`, both included."""
        parsed, offset = self.parsed, self.offset
        return Span(
            offset + parsed.starts[first],
            offset + parsed.starts[last] + len(parsed.words[last]),
            self.sentence.span.field,
        )

    def runs(
        self, tokens: Iterable[int], barrier: frozenset[int] | set[int] = frozenset()
    ) -> list[tuple[int, int]]:
        """`tokens` as (first, last) stretches; gaps of punctuation alone close, edges lose their commas."""
        found: list[list[int]] = []
        for token in sorted(tokens):
            last = found[-1][1] if found else token
            if found and (
                last + 1 == token
                or all(self.deps[gap] == "punct" and gap not in barrier for gap in range(last + 1, token))
            ):
                found[-1][1] = token
            else:
                found.append([token, token])
        trimmed = []
        for low, high in found:
            first, last = low, high
            while first <= last and self.lows[first] in _EDGES:
                first += 1
            while last >= first and self.lows[last] in _EDGES:
                last -= 1
            if first <= last and any(self.deps[token] != "punct" for token in range(first, last + 1)):
                trimmed.append((first, last))
        return trimmed

    def ranges(self, tokens: Iterable[int], barrier: frozenset[int] | set[int]) -> list[tuple[int, int]]:
        """`tokens` as character ranges of the report; `barrier` tokens keep their gaps open."""
        return [
            (self.offset + self.parsed.starts[first], self.offset + self.parsed.end(last))
            for first, last in self.runs(tokens, barrier)
        ]

    def text(self, first: int, last: int) -> str:
        """The words from the token `first` to the token `last`, as written; nothing where none lie between."""
        if first > last:
            return ""
        return self.parsed.text[self.parsed.starts[first] : self.parsed.end(last)]

    def is_verb(self, token: int) -> bool:
        """True for a word tagged as a verb or auxiliary."""
        return self.tags[token][0] == "V" or self.tags[token] == "MD"
