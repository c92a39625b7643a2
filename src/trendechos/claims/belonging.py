"""The party of a name by what stands beside it: "its spokesman, Ana Reis", "Ana Reis, the council's head"."""

from __future__ import annotations

from trendechos.claims import wording
from trendechos.claims.line import Line
from trendechos.claims.memory import Memory
from trendechos.claims.sources import core
from trendechos.knowledge.actor_tables import states
from trendechos.languages.en import pointing
from trendechos.languages.en.sources import kinds
from trendechos.records import Speaker

_OWNING = frozenset({"his", "her", "its", "their"})


def beside(line: Line, head: int, memory: Memory) -> str | None:
    """The party that the officer in apposition to the name at `head` serves, or None."""
    for child in line.children[head]:
        if child > head and line.deps[child] == "appos" and line.tags[child] == "NN":
            return served(line, child, memory)
    # "police commander Ana Reis"
    before = (child for child in line.children[head] if child < head and line.deps[child] == "compound")
    officers = [child for child in before if line.lows[child] in pointing.OFFICER]
    return served(line, officers[-1], memory) if officers else None


def served(line: Line, noun: int, memory: Memory) -> str | None:
    """The party of whoever owns an officer ("the army's spokesman", "its chief negotiator"), or None."""
    if line.lemmas[noun] not in pointing.OFFICER:
        return None
    owner = line.child(noun, "poss")
    owner = _body_before(line, noun) if owner is None else owner
    if owner is None:
        return None
    if line.lows[owner] in _OWNING:
        return memory.pronoun(line, owner, None).party
    first, last = core(line, owner)
    mention = memory.mention_at(line.span(first, last), line.span(owner, owner))
    if mention is not None:
        return mention.party or wording.party_inside(line, first, last)
    kind = kinds().get(line.lemmas[owner], "unnamed")
    if line.lows[first] == "the":
        found = memory.back(line, line.lemmas[owner], kind, first, last)
    else:
        found = memory.called(line, owner)
    return found.party if found is not None else None


def _body_before(line: Line, noun: int) -> int | None:
    """The body in "army spokesman" and "commission chairman", or None."""
    before = noun - 1
    if before < 0 or line.tags[before] not in ("NN", "NNP"):
        return None
    return before if kinds().get(line.lows[before]) in ("organisation", "government") else None


def body_of_state(line: Line, found: Speaker, first: int, memory: Memory) -> str | None:
    """The state whose official body a name is that nobody lists: "Chad's Flood Authority"."""
    last = found.name.lower().split()[-1:]
    if found.kind != "organisation" or found.span is None or not set(last) <= pointing.OFFICIAL:
        return None
    if line.lows[first] in _OWNING:
        party = memory.pronoun(line, first, None).party
        return party if party in states() else None
    return wording.party_inside(line, first, min(first + 2, line.size - 1))
