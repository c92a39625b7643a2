"""The party of a name by what stands beside it: "its spokesman, Ana Reis", "Ana Reis, the council's head"."""

from __future__ import annotations

from dataclasses import replace

from trendechos.claims import wording
from trendechos.claims.line import Line
from trendechos.claims.memory import Memory
from trendechos.claims.pointing import role_in
from trendechos.claims.sources import core
from trendechos.knowledge import composition
from trendechos.knowledge.actor_tables import KnownActor, states
from trendechos.languages.en import pointing
from trendechos.languages.en.sources import kinds
from trendechos.records import Span, Speaker

_OWNING = frozenset({"his", "her", "its", "their"})
# Parts of a body that speak for it.
_PARTS = frozenset({"mission", "office", "agency", "team", "panel", "delegation"})


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
        return _body_of(line, owner, memory) or memory.pronoun(line, owner, None).party
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


def _body_of(line: Line, owner: int, memory: Memory) -> str | None:
    """The party of the body whose sentence "its" stands in ("Unicef hopes so, its head, Ana Reis, said")."""
    for token in range(owner) if line.lows[owner] == "its" else ():
        own = memory.mention_at(line.span(token, token), line.span(token, token))
        if own is not None and line.deps[token] == "nsubj" and own.kind in ("organisation", "group"):
            return own.party
    return None


def of_described(line: Line, head: int, memory: Memory) -> str | None:
    """The party of somebody without a name: whose he is ("a spokesman for the army"), else what he is there.

    A private person belongs to nobody, wherever he is ("a nurse in Lagos").
    """
    first, last = core(line, head)
    for child in line.children[head]:
        body = line.child(child, "pobj") if line.lows[child] in ("for", "of") else None
        if body is not None and line.lemmas[head] in pointing.OFFICER and line.tags[body] in ("NN", "NNS"):
            low, high = core(line, body)
            kind = kinds().get(line.lemmas[body], "unnamed")
            found = memory.back(line, line.lemmas[body], kind, low, high) if line.lows[low] == "the" else None
            if found is not None:
                return found.party
    for child in line.children[head] if line.lemmas[head] in _PARTS else ():
        # "The UN mission in the country"
        own = memory.mention_at(line.span(child, child), line.span(child, child))
        if line.deps[child] == "compound" and own is not None and own.known and own.party:
            return own.party
    if line.lemmas[head] in pointing.IN_OFFICE:
        return land(line.span(first, last), memory)
    party = wording.party_inside(line, first, last)
    if party is None and line.lemmas[head] in pointing.OFFICIAL:
        # "The Zambian mines ministry"
        state = next(filter(None, map(composition.state_of, line.parsed.words[first:head])), None)
        return state.code if state is not None else None
    made = role_in(line.lemmas[head], party) if party is not None else None
    return made.party if made is not None else party


def abroad(words: str, known: KnownActor, memory: Memory) -> bool:
    """True for a body of a state that the report does not name: "Congress" need not be the American one."""
    home = (known.code or "")[:3]
    if not composition.is_role(words) or home not in states():
        return False
    court = words.lower().endswith("court") and len(memory.named & states().keys()) > 1
    return home not in memory.named or court


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
    owner = next((at for at in range(first, line.size) if line.deps[at] == "poss"), None)
    if owner is not None and line.offset + line.parsed.starts[owner] < found.span.end:
        # "South Africa's Prosecuting Authority"
        mention = memory.mention_at(line.span(owner, owner), line.span(owner, owner))
        return (mention.code or "")[:3] or None if mention is not None and mention.known else None
    return wording.party_inside(line, first, min(first + 2, line.size - 1))


def of_office(line: Line, span: Span, name: Span, memory: Memory) -> str | None:
    """The one state of the report, for a name behind an office of state ("Interior Minister")."""
    until = name.start - line.offset
    tokens = (token for token in range(line.size) if line.parsed.starts[token] < until)
    before = {line.lows[token] for token in tokens if line.offset + line.parsed.starts[token] >= span.start}
    if before & pointing.APART:
        return None
    if before & pointing.IN_OFFICE and (country := land(span, memory)) is not None:
        # "Kogi State Governor Ana Reis"
        return country
    return memory.subject_state(span) if before & (pointing.OF_STATE | pointing.IN_OFFICE) else None


def land(span: Span, memory: Memory) -> str | None:
    """The one country named in `span`, itself or by a place of it; None for none and for several."""
    found = {
        place.country for at in range(span.start, span.end)
        if (place := memory.places.get((span.field, at))) is not None and place.country
    }  # fmt: skip
    code = next(iter(found)) if len(found) == 1 else None
    return code if code in states() else None


def at_home(found: Speaker, memory: Memory) -> Speaker:
    """The speaker, of the country where a place in the words lies that shares its name with a state.

    "Georgia" may be the American one, and "Congo" either.
    """
    span = found.span
    for at in range(span.start, span.end) if span is not None and found.party in states() else ():
        place = memory.places.get((span.field, at)) if span is not None else None
        if place is None or place.country in (None, found.party):
            continue
        state = composition.state_of(memory.words[place.span.field][place.span.start : place.span.end])
        if state is not None and state.code == found.party:
            named = found.kind == "person" and found.canonical.split()[-1] in found.name
            name = found.canonical if named else found.name.removeprefix("the ").removeprefix("The ")
            kind = "unnamed" if found.kind == "person" and not named else found.kind
            return replace(found, canonical=name, kind=kind, party=place.country)
    return found
