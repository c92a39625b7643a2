"""The party of a name by what stands beside it: "its spokesman, Ana Reis", "Ana Reis, the council's head"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from trendechos.claims import wording
from trendechos.claims.line import Line
from trendechos.claims.memory import Memory
from trendechos.claims.pointing import role_in, surely_holds
from trendechos.claims.sources import core
from trendechos.knowledge import actors, composition
from trendechos.knowledge.actor_tables import KnownActor, states
from trendechos.languages.en import geography, pointing
from trendechos.languages.en.sources import kinds
from trendechos.records import Mention, Span, Speaker

_ARTICLE = re.compile(r"^(?:the|its|his|her|their) ", re.IGNORECASE)
_OWNING = frozenset({"his", "her", "its", "their"})
# "The Hamas-run media office"
_RUN = frozenset({"run", "controlled", "held", "appointed"})
_WITHIN = ("of", "for", "in", "at", "within")
_FROM = frozenset({"of", "from", "with", "at"})
_LEADING = frozenset({"lead", "head", "chair", "run", "direct", "represent", "command"})
_OFFICERS = pointing.OFFICER | pointing.IN_OFFICE | {"officer"}
_BODIES = frozenset({"organisation", "government", "group", "outlet"})
# Parts of a body that speak for it.
_PARTS = frozenset({"mission", "office", "agency", "team", "panel", "delegation"})


def beside(line: Line, head: int, memory: Memory) -> str | None:
    """The party that the officer in apposition to the name at `head` serves, or None."""
    for child in line.children[head]:
        if child > head and line.deps[child] == "appos" and line.tags[child] in ("NN", "NNP"):
            return served(line, child, memory)
    leads = line.child(head, "relcl")
    if leads is not None and line.lemmas[leads] in _LEADING and (led := line.child(leads, "dobj")) is not None:
        # "Ana Reis, who heads the ministry"
        return _of_owner(line, led, memory)
    of = next((child for child in line.children[head] if line.lows[child] in _FROM), None)
    body = line.child(of, "pobj") if of is not None else None
    if body is not None:
        # "Ana Reis of the Met Office"
        own = memory.mention_at(line.span(body, body), line.span(body, body))
        return own.party if own is not None and own.kind in ("organisation", "group") else None
    # "police commander Ana Reis"
    before = (child for child in line.children[head] if child < head and line.deps[child] == "compound")
    officers = [child for child in before if line.lows[child] in pointing.OFFICER]
    return served(line, officers[-1], memory) if officers else None


def served(line: Line, noun: int, memory: Memory) -> str | None:
    """The party of whoever owns an officer ("the army's spokesman", "head of the health ministry"), or None.

    An office of state that nobody owns belongs to the one state of the report.
    """
    if {line.lows[noun], line.lemmas[noun]}.isdisjoint(_OFFICERS):
        return None
    owner = _owner(line, noun)
    if owner is None and line.lows[noun].startswith("spokes"):
        # "Spokesman Ana Reis", behind what the ministry said
        spoken = memory.body_before(line)
        return spoken.party if spoken is not None else None
    area = owner is not None and line.lemmas[owner] in pointing.AREA
    if owner is not None and not area:
        party = _of_owner(line, owner, memory)
        if party is not None or kinds().get(line.lemmas[owner]) in _BODIES:
            # "The union's health secretary"
            return party
    first, last = core(line, noun)
    return of_state(frozenset(line.lows[first : last + 1]), line.span(first, last), memory, local=area)


def of_state(words: frozenset[str], span: Span, memory: Memory, *, local: bool = False) -> str | None:
    """The state of an office in `words` ("Interior Minister", "Goma's police chief"), or None.

    `local` says that whatever office it is, it governs a part of the country.
    """
    governs = local or bool(words & pointing.IN_OFFICE)
    officer = bool(words & pointing.OF_STATE and words & (pointing.OFFICER | pointing.RANKED))
    if words & pointing.APART or not (governs or officer):
        return None
    # "Kogi State Governor Ana Reis"
    return land(span, memory) or memory.nations.of_office(memory.seen, span)


def _owner(line: Line, noun: int) -> int | None:
    """Whose officer or member it is: the owner, what stands behind "of", or a body before it; or None."""
    owner = line.child(noun, "poss")
    if owner is not None:
        return owner
    # "the officer in charge of the mission"
    charge = noun + 2 if line.lows[noun + 1 : noun + 3] == ["in", "charge"] else noun
    behind = list(_behind(line, charge, noun))
    # "head of operations at the Met Office"
    deeper = [each for owner in behind for each in (owner, *_behind(line, owner, noun))]
    named = (each for each in deeper if line.tags[each] == "NNP" or kinds().get(line.lemmas[each]) in _BODIES)
    return next(named, behind[0]) if behind else _body_before(line, noun)


def _behind(line: Line, head: int, noun: int) -> Iterator[int]:
    """The nouns behind "of", "for" and the like under `head`, in this order."""
    joints = {line.lows[child]: child for child in line.children[head] if child > noun}
    nouns = (line.child(joints[word], "pobj") for word in _WITHIN if word in joints)
    return (each for each in nouns if each is not None)


def _of_owner(line: Line, owner: int, memory: Memory) -> str | None:
    """The party of the body or person at `owner`, or None; a place has none."""
    first, last = core(line, owner)
    if line.lows[first] == "its" and (own := memory.leader(line, first)) is not None:
        return own.party
    if line.lows[owner] in _OWNING:
        return memory.pronoun(line, owner, None).party
    mention = memory.mention_at(line.span(first, last), line.span(owner, owner))
    if mention is not None:
        known = memory.parties.get(mention.canonical)
        return mention.party or known or of_body(line, mention, (first, last), memory)
    above = line.child(owner, "poss")
    owned = line.tags[owner] == "NN" and above is not None and line.lows[above] not in _OWNING
    if above is not None and owned and (party := _of_owner(line, above, memory)) is not None:
        # "the ICRC's delegation"
        return party
    kind = kinds().get(line.lemmas[owner], "unnamed")
    if kind not in _BODIES or kind == "group":
        return None
    if line.lows[first] in ("the", *_OWNING):
        found = memory.back(line, line.lemmas[owner], kind, first, last)
    else:
        found = memory.called(line, owner)
    return found.party if found is not None else None


def of_described(line: Line, head: int, memory: Memory) -> str | None:
    """The party of somebody without a name: whose he is ("a spokesman for the army"), else what he is there.

    A private person belongs to nobody, wherever he is ("a nurse in Lagos").
    """
    first, last = core(line, head)
    if line.lows[first] in _OWNING:
        party = wording.party_inside(line, first, last) or memory.pronoun(line, first, None).party
    else:
        owner = line.child(head, "poss")
        if owner is None and line.lemmas[head] in pointing.OFFICER | pointing.INSIDER:
            owner = _owner(line, head)
        placed = owner is None or land(line.span(owner, owner), memory) is not None
        party = _of_owner(line, owner, memory) if owner is not None and not placed else None
    if party is not None:
        return party
    for child in line.children[head] if line.lemmas[head] in _PARTS | pointing.INSIDER else ():
        # "The UN mission in the country"
        own = memory.mention_at(line.span(child, child), line.span(child, child))
        if line.deps[child] == "compound" and own is not None and own.known and own.party:
            return own.party
    if line.lemmas[head] in pointing.IN_OFFICE:
        return of_state(frozenset(line.lows[first : last + 1]), line.span(first, last), memory)
    party = wording.party_inside(line, first, last)
    if party is None and line.lemmas[head] in pointing.OFFICIAL:
        # "The Zambian mines ministry"
        state = next(filter(None, map(composition.state_of, line.parsed.words[first:head])), None)
        if state is not None or line.lemmas[head] not in pointing.STATELY:
            return state.code if state is not None else None
        return memory.state(line.span(first, last), line.text(first, last))
    made = role_in(line.lemmas[head], party) if party is not None else None
    return made.party if made is not None else party


def abroad(words: str, known: KnownActor, memory: Memory) -> bool:
    """True for a body of a state that the report does not name: "Congress" need not be the American one."""
    home = (known.code or "")[:3]
    if not composition.is_role(words) or home not in states():
        return False
    court = words.lower().endswith("court") and len(memory.nations.named & states().keys()) > 1
    return home not in memory.nations.named or court


def of_longer(line: Line, start: int, begin: int, known: KnownActor) -> bool:
    """True for the "Democratic Party" of "the United Democratic Party": another body's name ends so."""
    before = begin - 1
    if begin <= start or known.kind != "organisation" or line.tags[before] not in ("NNP", "NNPS"):
        return False
    return composition.state_of(line.parsed.words[before]) is None


def _body_before(line: Line, noun: int) -> int | None:
    """The body in "army spokesman" and "commission chairman", or None."""
    before = noun - 1
    if before < 0 or line.tags[before] not in ("NN", "NNP") or line.lows[before] in pointing.APART:
        return None
    return before if kinds().get(line.lows[before]) in ("organisation", "government") else None


def of_body(line: Line, own: Mention, words: tuple[int, int], memory: Memory) -> str | None:
    """The party of a body that nobody lists: its owner's, else of a body of state its state's.

    So for "UNAMA's Human Rights Service", "Chad's Flood Authority" and, on Chad, for "Ministry of Water".
    """
    if own.kind != "organisation":
        return None
    first, last = words
    noun = own.name.lower().split(" of ")[0].split()[-1]
    official = noun in pointing.OFFICIAL or is_of_state(own.name)
    if line.lows[first] in _OWNING:
        party = memory.pronoun(line, first, None).party
        return party if official and party in states() else None
    owner = next((at for at in range(first, line.size) if line.deps[at] == "poss"), None)
    whole = owner is None or line.lemmas[owner] in pointing.COUNTRY  # "the republic's Interior Ministry"
    if owner is not None and not whole and line.offset + line.parsed.starts[owner] < own.span.end:
        # "South Africa's Prosecuting Authority"
        mention = memory.mention_at(line.span(owner, owner), line.span(owner, owner))
        state = composition.state_of(mention.canonical) if mention is not None and mention.known else None
        if state is not None:
            return state.code if official else None
        return mention.party if mention is not None and mention.kind in _BODIES else None
    named = wording.party_inside(line, first, min(first + 2, line.size - 1)) if official else None
    if named is None and official:
        # "Kogi State Flood Agency", "Police in Goma"
        named = land(line.span(first, last), memory)
    if named is not None or not is_of_state(own.name):
        return named
    armed = composition.is_armed(own.name)
    party = memory.state(own.span, own.name) if armed else memory.nations.of_office(memory.seen, own.span)
    made = role_in(own.name, party)
    return made.party if made is not None else party


def is_of_state(name: str) -> bool:
    """True for the name of a body such as only a state has.

    >>> is_of_state("Ministry of Water"), is_of_state("National Flood Service"), is_of_state("Flood Service")
    (True, True, False)
    """
    first, *rest = name.lower().split()
    begins = first in pointing.STATELY and rest[:1] == ["of"]
    national = first in pointing.NATIONWIDE and rest[-1:] != [] and rest[-1] in pointing.OFFICIAL | {"service"}
    return composition.is_role(name) or begins or national or rest[-1:] in (["ministry"], ["police"])


def of_office(line: Line, span: Span, name: int, memory: Memory) -> str | None:
    """The state of a name that begins at the offset `name` behind an office of state, or None."""
    until = name - line.offset
    tokens = (token for token in range(line.size) if line.parsed.starts[token] < until)
    before = {line.lows[token] for token in tokens if line.offset + line.parsed.starts[token] >= span.start}
    return of_state(frozenset(before), span, memory)


def land(span: Span, memory: Memory) -> str | None:
    """The one country named in `span`, itself or by a place of it; None for none and for several.

    "The Maritime Authority" is not of Togo's Maritime Region.
    """
    text, common = memory.words[span.field], geography.ordinary_words()
    found = {
        place.country for at in range(span.start, span.end)
        if (place := memory.places.get((span.field, at))) is not None and place.country
        and text[place.span.start : place.span.end].lower() not in common
    }  # fmt: skip
    code = next(iter(found)) if len(found) == 1 else None
    return code if code in states() else None


def settled(found: Speaker, memory: Memory) -> Speaker:
    """The speaker with the party that rules: the state that a group governs, or that shares its name."""
    found = _nameless(_at_home(found, memory), memory)
    return replace(found, party=actors.ruled(found.party, memory.on)) if found.party is not None else found


def _nameless(found: Speaker, memory: Memory) -> Speaker:
    """The speaker, without the name of an officer whom the report does not name."""
    known = actors.find(found.canonical, memory.on) if found.kind == "person" else None
    if known is None or memory.calls(found) or surely_holds(known, memory.on):
        return found
    role = _ARTICLE.sub("", found.name)
    made = actors.compose(role) or role_in(role, found.party)
    return replace(found, canonical=made.canonical if made is not None else role, kind="unnamed")


def run_by(line: Line, words: tuple[int, int], memory: Memory) -> str | None:
    """The party of whoever runs the body in `words` ("the Hamas-run media office"), or None."""
    for token in range(words[0] + 2, words[1]):
        if line.lows[token] in _RUN and line.lows[token - 1] == "-":
            own = memory.mention_at(line.span(token - 2, token), line.span(token - 2, token - 2))
            return actors.ruled(own.party, memory.on) if own is not None and own.party is not None else None
    return None


def _at_home(found: Speaker, memory: Memory) -> Speaker:
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
