"""Actors made by rule from a state or body and a role: "Xish forces", "X's defence ministry"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache

from trendechos.knowledge.actor_tables import (
    GOVERNMENT_SECTORS,
    KnownActor,
    State,
    by_id,
    index,
    states,
    words,
)
from trendechos.knowledge.keys import acronym, bare, key, plain
from trendechos.knowledge.tables import rows
from trendechos.records import SpeakerKind

_SPOKEN = re.compile(r"\bspokes(?:wo)?man\b")
_PLACE = re.compile(r"\s(?:in|at|to)\s", re.IGNORECASE)
_OWNED = re.compile(r"(?:'s|’s|s'|s’) ")
_FIELD = re.compile(r"^ministry of (?:the )?(?=\w)|(?<=\w) ministry$", re.IGNORECASE)
_SMALL = frozenset({"of", "and", "the", "for"})
_OF = re.compile(r"\s(?:of|for|at|in|to)\s(?:the\s)?", re.IGNORECASE)


class _Role:
    __slots__ = ("canonical", "kind", "sector")

    def __init__(self, kind: SpeakerKind, sector: str, canonical: str) -> None:
        self.kind, self.sector, self.canonical = kind, sector, canonical


@cache
def roles() -> dict[str, _Role]:
    """What each role's words make of a state: kind, sector and canonical name."""
    found: dict[str, _Role] = {}
    for cell, kind, sector, canonical in rows("actors/roles", 4):
        for word in cell.split(";"):
            found.setdefault(key(word), _Role(kind, sector, canonical))  # type: ignore[arg-type]
    return found


def is_role(phrase: str) -> bool:
    """True for the words of a role without its state.

    >>> is_role("the Armed Forces"), is_role("Kogi State government")
    (True, False)
    """
    return key(phrase) in roles()


def is_owned(rest: str) -> bool:
    """True where somebody owns the role behind a state: "miners' leader" is no leader of Peru."""
    return _OWNED.search(rest) is not None


@lru_cache(maxsize=20_000)
def is_armed(phrase: str) -> bool:
    """True for words that end in the role of an army or a secret service.

    >>> is_armed("the General Staff"), is_armed("military intelligence sources"), is_armed("health ministry")
    (True, True, False)
    """
    parts = key(phrase).split()
    found = (roles().get(" ".join(parts[start:])) for start in range(len(parts)))
    return any(role is not None and role.sector.endswith(("MIL", "SPY")) for role in found)


@cache
def _adjectives() -> dict[str, State]:
    """States by adjective and by name, for the front of a phrase; the seats count too ("Seoul's")."""
    found: dict[str, State] = {}
    for state in states().values():
        for word in (*state.adjectives, state.name, *state.names, *state.seats):
            found.setdefault(acronym(word) or key(word) if word.isupper() else key(word), state)
    return found


@lru_cache(maxsize=100_000)
def state_of(word: str) -> State | None:
    """The state that an adjective, name or seat stands for, or None; "US" needs its capitals.

    >>> state_of("Russian").code, state_of("U.S.").code, state_of("us") is None
    ('RUS', 'USA', True)
    """
    short = acronym(word)
    found = _adjectives().get(short) if short else None
    return found or (None if key(word) in ("us", "pa", "car") else _adjectives().get(key(word)))


def splits(phrase: str) -> Iterator[tuple[KnownActor, str]]:
    """The ways to read a phrase as a known state or body and a title or role that belongs to it."""
    parts = plain(phrase).split()
    while len(parts) > 1 and parts[0].lower() in words("before"):
        parts = parts[1:]
    text = " ".join(parts)
    for cut in range(min(len(parts) - 1, 7), 0, -1):
        owner = _owner(" ".join(parts[:cut]))
        if owner:
            yield owner, " ".join(parts[cut:])
    for gap in reversed(list(_OF.finditer(text))):
        owner = _owner(text[gap.end() :])
        if owner:
            yield owner, text[: gap.start()]


@lru_cache(maxsize=50_000)
def _owner(name: str) -> KnownActor | None:
    state = state_of(name)
    if state:
        return by_id()[state.code]
    short = acronym(name)
    found = index().acronyms.get(short, []) if short else []
    found = found or index().names.get(key(name), [])
    bodies = [actor for actor in found if actor.kind != "person"]
    if len(bodies) == 1:
        return bodies[0]
    made = compose(name) if " " in name else None
    # Nobody belongs to the spokesman in "a spokesman for the German foreign ministry", nor to a private person.
    alone = made is not None and made.kind == "unnamed" and (made.party is None or _OF.search(name))
    return None if alone else made


@lru_cache(maxsize=50_000)
def compose(phrase: str) -> KnownActor | None:
    """The actor that a state's or body's name and a role make by rule, or None.

    >>> compose("Chadian troops in Niger").party, compose("Chadian envoy to Niger").canonical
    ('TCD', 'Chadian envoy to Niger')
    """
    return _placed(phrase) or _composed(phrase)


def _placed(phrase: str) -> KnownActor | None:
    """Whom the words before "in", "at" or "to" make: where they are says nothing of whose they are."""
    place = _PLACE.search(phrase)
    made = compose(phrase[: place.start()]) if place else None
    if made is None or place is None:
        return None
    if made.kind != "unnamed" and made.actor_id.partition(":")[0] in states():
        return made
    if made.actor_id in by_id():
        return made
    where = phrase[place.start() :]
    return replace(made, actor_id=made.actor_id + key(where), canonical=made.canonical + where)


def _named_inside(phrase: str) -> KnownActor | None:
    """The listed body or group of a state whose full name ends the phrase: "Sudan's Rapid Support Forces"."""
    parts = phrase.split()
    for start in range(1, len(parts) - 2):
        if key(parts[start - 1]) in words("breaks") | {"to"}:
            return None
        found = index().names.get(key(" ".join(parts[start:])), ()) if parts[start][:1].isupper() else ()
        owners = {state.code for part in parts[:start] if (state := state_of(part)) is not None}
        if (
            len(found) == 1
            and found[0].kind in ("organisation", "group")
            and (found[0].code or "")[:3] in owners
        ):
            return found[0]
    return None


def _composed(phrase: str) -> KnownActor | None:
    if (named := _named_inside(phrase)) is not None:
        return named
    best: tuple[int, KnownActor, _Role, str] | None = None
    for owner, rest in splits(phrase):
        parts = key(rest).split()
        for start in range(min(len(parts), 4)):
            role = roles().get(" ".join(parts[start:]))
            # "Its agency's spokesman in Jakarta" is the agency's, wherever he is.
            titled = role is not None and role.kind != "unnamed" and _is_title_case(rest, start)
            if start and (titled or is_owned(rest)):
                break
            if role and words("breaks").isdisjoint(parts[:start]) and not any(map(str.isdigit, parts[:start])):
                # A role read whole beats one read in part; then a state's own role beats its body's.
                rank = 2 * start - (owner.actor_id in states())
                if best is None or rank < best[0]:
                    best = (rank, owner, role, " ".join(rest.split()))
                break
    return _made(*best[1:]) if best else _led(phrase)


def _is_title_case(rest: str, start: int) -> bool:
    """True for the "Health" of "Health Security Agency", which is part of the body's name."""
    parts = rest.split()
    names = len(parts) > start and parts[start - 1][:1].isupper() and parts[start][:1].isupper()
    return names and parts[-1][:1].isupper() and parts[start - 1].lower() not in words("rank")


def _led(phrase: str) -> KnownActor | None:
    """The state's own side behind a leader's name: "the Assad regime", "Putin's army"."""
    name, _, role = bare(phrase).rpartition(" ")
    found = index().names.get(key(name), []) if key(role) in words("led") else []
    if len(found) != 1 or not found[0].offices:
        return None
    party = found[0].offices[0].party
    return _made(by_id()[party], roles()[key(role)], role) if party in states() else None


def _ministry(rest: str) -> str:
    """One name for a ministry, called so or so.

    >>> _ministry("energy ministry"), _ministry("ministry of energy"), _ministry("foreign troops")
    ('Ministry of Energy', 'Ministry of Energy', 'foreign troops')
    """
    field = _FIELD.sub("", rest)
    small = (word if word in _SMALL else word[:1].upper() + word[1:] for word in field.split())
    return rest if field == rest else f"Ministry of {' '.join(small)}"


def _made(owner: KnownActor, role: _Role, rest: str) -> KnownActor:
    rest = rest.lower() if rest.isupper() and len(rest) > 3 else rest
    # One name for one office, whoever speaks for it on the day.
    rest = _SPOKEN.sub("spokesperson", rest)
    state = states().get(owner.actor_id)
    if state is None:
        if owner.kind == "group" and role.kind in ("organisation", "group"):
            return owner
        party = owner.party if role.sector not in ("MED", "CVL", "BUS", "OPP") else None
        kind: SpeakerKind = "unnamed" if role.kind == "unnamed" else "organisation"
        name = f"{owner.canonical} {rest}"
        return KnownActor(f"{owner.actor_id}:{key(rest)}", name, kind, owner.code, party)
    rest = _ministry(rest)
    canonical = role.canonical.format(adj=state.adjectives[0], name=state.name, words=rest)
    named = index().names.get(key(canonical))
    if named and role.kind != "unnamed":
        return named[0]
    if role.canonical == "{adj} government":
        canonical = state.government
    code = state.code + role.sector
    party = state.code if role.sector.startswith(GOVERNMENT_SECTORS) else code
    if role.sector in ("MED", "CVL", "BUS"):
        return KnownActor(f"{state.code}:{key(rest)}", canonical, role.kind, code, None)
    name = canonical.removeprefix(state.adjectives[0]).strip().lower()
    return KnownActor(f"{state.code}:{name}", canonical, role.kind, code, party)
