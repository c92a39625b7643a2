"""Walks over a dependency parse."""

from __future__ import annotations

from collections.abc import Iterator

from trendechos.records import ParsedSentence


class Tree:
    """The parse of one sentence with children looked up once; indices are token indices."""

    __slots__ = ("children", "parsed")

    def __init__(self, parsed: ParsedSentence) -> None:
        """Builds the child lists of `parsed`, in order of position."""
        self.parsed = parsed
        self.children: list[list[int]] = [[] for _ in parsed.words]
        for token, head in enumerate(parsed.heads):
            if head != token:
                self.children[head].append(token)

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
        found, stack = [], [token]
        while stack:
            current = stack.pop()
            found.append(current)
            stack.extend(self.children[current])
        return sorted(found)

    def ancestors(self, token: int) -> Iterator[int]:
        """The heads above `token`, nearest first, ending with a root."""
        seen = {token}
        while (head := self.parsed.heads[token]) not in seen:
            yield head
            seen.add(head)
            token = head

    def child(self, token: int, *deps: str) -> int | None:
        """The first child of `token` whose relation is one of `deps`, or None."""
        return next((child for child in self.children[token] if self.parsed.deps[child] in deps), None)
