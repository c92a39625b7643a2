"""The mentions of one report, looked up by where they stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from trendechos.records import Mention, Span
from trendechos.records.span import Field

# Who was not among so many met or mentioned last, is not sought further back: a page may be a book.
MOST_BACK = 300


class Mentioned:
    """The mentions of a report by field and position."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        """Takes the mentions in order of position."""
        self.all = mentions
        self.of: dict[Field, list[Mention]] = {"title": [], "text": []}
        for mention in mentions:
            self.of[mention.span.field].append(mention)
        self._starts = {name: [one.span.start for one in each] for name, each in self.of.items()}
        # Who is named in each field, and whom of those in the text packaged knowledge knows.
        self.people: Mapping[Field, frozenset[str]] = {
            name: frozenset(one.canonical for one in each if one.kind == "person")
            for name, each in self.of.items()
        }  # fmt: skip
        self.known_people = frozenset(
            one.canonical for one in self.of["text"] if one.kind == "person" and one.known
        )

    def before(self, field: Field, until: int, *, since: int = 0) -> list[Mention]:
        """The last mentions of `field` that begin before `until`, and not before `since`, in their order."""
        starts = self._starts[field]
        stop = bisect_left(starts, until)
        return self.of[field][max(bisect_left(starts, since), stop - MOST_BACK) : stop]

    def at(self, span: Span, at: Span) -> Mention | None:
        """The first mention that shares characters with `span` and with `at`, or None."""
        mentions, starts = self.of[span.field], self._starts[span.field]
        index = max(0, bisect_left(starts, span.start) - 1)
        while index < len(mentions) and mentions[index].span.start < span.end:
            if mentions[index].span.overlaps(span) and mentions[index].span.overlaps(at):
                return mentions[index]
            index += 1
        return None
