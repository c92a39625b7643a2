"""Who a source is: name, canonical form, kind and party, resolved inside the report."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from trendechos.claims.line import Line
from trendechos.claims.sources import phrase
from trendechos.languages.en.reporting import (
    PRONOUNS_HE,
    PRONOUNS_SHE,
    PRONOUNS_THEY,
    PRONOUNS_WE,
)
from trendechos.languages.en.sources import ORGANISATION_WORDS, TITLES, kinds
from trendechos.records import Mention, Reading, Speaker, SpeakerKind
from trendechos.records.span import Field

NOBODY = Speaker("", "", "none")
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "his", "her", "their"})
_PERSONAL = PRONOUNS_HE | PRONOUNS_SHE
_KINDS: dict[str, SpeakerKind] = {
    "person": "person", "organisation": "organisation", "government": "government", "group": "group",
    "place": "government", "other": "organisation",
}  # fmt: skip


class Cast:
    """The names of a report and who has spoken so far; sources are resolved in order of the text."""

    def __init__(self, reading: Reading) -> None:
        """Takes the mentions of `reading`, sorted."""
        self._mentions: dict[Field, list[Mention]] = {"title": [], "text": []}
        for mention in reading.mentions:
            self._mentions[mention.span.field].append(mention)
        self._starts = {name: [one.span.start for one in each] for name, each in self._mentions.items()}
        self._spoken: list[Speaker] = []
        self._names: dict[str, str] = {}

    def resolve(self, line: Line, head: int, stop: set[int]) -> Speaker:
        """The speaker that the noun phrase around `head` names; what it cannot resolve stays as written."""
        first, last = phrase(line, head, stop)
        found = self._pronoun(line, head) if line.tags[head].startswith(("PRP", "WP")) else None
        if found is None:
            found = self._named(line, head, first, last) or self._described(line, head, first, last)
        if found.kind != "none":
            self._spoken.append(found)
        return found

    def _mention_at(self, line: Line, first: int, last: int) -> Sequence[Mention]:
        name = line.sentence.span.field
        span = line.span(first, last)
        mentions, starts = self._mentions[name], self._starts[name]
        index = max(0, bisect_left(starts, span.start) - 1)
        found = []
        while index < len(mentions) and mentions[index].span.start < span.end:
            if mentions[index].span.overlaps(span):
                found.append(mentions[index])
            index += 1
        return found

    def _pronoun(self, line: Line, head: int) -> Speaker | None:
        word, span = line.lows[head], line.span(head, head)
        wanted: tuple[str, ...]
        if word in _PERSONAL:
            wanted = ("person",)
        elif word in PRONOUNS_THEY:
            wanted = ("group", "unnamed", "organisation", "government")
        elif word in PRONOUNS_WE:
            return Speaker(line.parsed.words[head], line.parsed.words[head], "none", None, span)
        else:
            wanted = ("organisation", "government", "outlet", "document")
        for speaker in reversed(self._spoken):
            if speaker.kind in wanted:
                return Speaker(line.parsed.words[head], speaker.canonical, speaker.kind, speaker.party, span)
        if word in _PERSONAL:
            name = line.sentence.span.field
            index = bisect_left(self._starts[name], span.start)
            for mention in reversed(self._mentions[name][:index]):
                if mention.kind == "person":
                    return Speaker(line.parsed.words[head], mention.canonical, "person", mention.party, span)
        return Speaker(line.parsed.words[head], line.parsed.words[head], "unnamed", None, span)

    def _named(self, line: Line, head: int, first: int, last: int) -> Speaker | None:
        span = line.span(first, last)
        at = line.span(head, head)
        overlapping = self._mention_at(line, first, last)
        for mention in overlapping:
            if mention.span.overlaps(at):
                kind = _KINDS[mention.kind]
                return Speaker(line.text(first, last), mention.canonical, kind, mention.party, span)
        for child in line.children[head]:
            if line.deps[child] == "appos":
                place = line.span(child, child)
                for mention in overlapping:
                    if mention.span.overlaps(place) and mention.kind == "person":
                        return Speaker(line.text(first, last), mention.canonical, "person", mention.party, span)
        if line.tags[head] in ("NNP", "NNPS"):
            return self._bare_name(line, head, first, last)
        return None

    def _bare_name(self, line: Line, head: int, first: int, last: int) -> Speaker:
        low = head
        while low - 1 >= first and line.tags[low - 1] in ("NNP", "NNPS"):
            low -= 1
        while low < head and line.lows[low].strip(".") in TITLES:
            low += 1
        name = line.text(low, head)
        canonical = self._names.get(line.lows[head], name)
        if len(name) >= len(canonical):
            canonical = name
        self._names[line.lows[head]] = canonical
        words = {word.lower() for word in canonical.split()}
        kind: SpeakerKind = "organisation" if words & ORGANISATION_WORDS else "person"
        return Speaker(line.text(first, last), canonical, kind, None, line.span(first, last))

    def _described(self, line: Line, head: int, first: int, last: int) -> Speaker:
        span, name = line.span(first, last), line.text(first, last)
        lemma = line.lemmas[head]
        kind = kinds().get(lemma, "unnamed")
        if kind == "quantity":
            kind = "group"
        words = name.split()
        if words and words[0].lower() in ("the", "a", "an") and len(words) > 1:
            if words[0].lower() == "the" and len(words) <= 3:
                for speaker in reversed(self._spoken):
                    if lemma in speaker.name.lower().split() or speaker.name.lower().endswith(lemma):
                        return Speaker(name, speaker.canonical, speaker.kind, speaker.party, span)
            words = words[1:]
        return Speaker(name, " ".join(words), kind, None, span)  # type: ignore[arg-type]
