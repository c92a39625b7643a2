"""The mentions of one report, looked up by where they stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from trendechos.knowledge.actor_tables import states
from trendechos.records import Mention, Span, Speaker, SpeakerKind
from trendechos.records.span import Field

KINDS: dict[str, SpeakerKind] = {
    "person": "person", "organisation": "organisation", "government": "government", "group": "group",
    "place": "government", "other": "organisation",
}  # fmt: skip
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


def named(mention: Mention) -> Speaker:
    """The speaker that a mention names."""
    return Speaker(mention.name, mention.canonical, KINDS[mention.kind], mention.party, mention.span)


def state_of(mention: Mention) -> str:
    """The code of the state that a mention names; none for an outlet, which says nothing of its country."""
    code = mention.code or ""
    return "" if code[3:] == "MED" else code[:3]


def named_states(mentions: Sequence[Mention]) -> list[str]:
    """The states among the mentions, in their order."""
    codes = (state_of(one) for one in mentions if one.known)
    return [code for code in codes if code in states()]
