"""Walks over a dependency parse."""

from __future__ import annotations

from collections.abc import Iterator, Set

from trendechos.records import ParsedSentence


class Tree:
    """The parse of one sentence with what is asked of it often looked up once; indices are token indices.

    `lows` and `lemmas` are the words and lemmas in small letters; `vocabulary` holds both.
    """

    __slots__ = ("children", "lemmas", "lows", "parsed", "vocabulary")

    def __init__(self, parsed: ParsedSentence) -> None:
        """Builds the child lists of `parsed`, in order of position."""
        self.parsed = parsed
        self.children: list[list[int]] = [[] for _ in parsed.words]
        for token, head in enumerate(parsed.heads):
            if head != token:
                self.children[head].append(token)
        self.lows = [word.lower() for word in parsed.words]
        self.lemmas = [lemma.lower() for lemma in parsed.lemmas]
        self.vocabulary = frozenset((*self.lows, *self.lemmas))

    def has(self, words: Set[str]) -> bool:
        """True when a word or lemma of the sentence is among `words`; what needs one is not tried without."""
        return not self.vocabulary.isdisjoint(words)

    @property
    def roots(self) -> tuple[int, ...]:
        """The tokens that head themselves, in order of position."""
        return tuple(token for token, head in enumerate(self.parsed.heads) if head == token)

    @property
    def root(self) -> int:
        """The first root; raises IndexError for a sentence without tokens."""
        return self.roots[0]

    def subtree(self, token: int) -> list[int]:
        """All tokens under `token` and itself, in order of position."""
        children = self.children
        below = children[token]
        if not below:
            return [token]
        found, stack = [token, *below], list(below)
        while stack:
            below = children[stack.pop()]
            if below:
                found.extend(below)
                stack.extend(below)
        found.sort()
        return found

    def ancestors(self, token: int) -> Iterator[int]:
        """The heads above `token`, nearest first, ending with a root."""
        seen = {token}
        while (head := self.parsed.heads[token]) not in seen:
            yield head
            seen.add(head)
            token = head

    def child(self, token: int, *deps: str) -> int | None:
        """The first child of `token` whose relation is one of `deps`, or None."""
        found = self.parsed.deps
        for child in self.children[token]:
            if found[child] in deps:
                return child
        return None


# A report is read sentence by sentence by several parts, one after the other; this many trees hold most of one.
_MOST_KEPT = 1_000
_kept: dict[str, Tree] = {}


def grown(parsed: ParsedSentence) -> Tree:
    """The tree of `parsed`, the same one while its report is read."""
    found = _kept.get(parsed.text)
    if found is None or found.parsed is not parsed:
        if len(_kept) >= _MOST_KEPT:
            _kept.clear()
        found = _kept[parsed.text] = Tree(parsed)
    return found
