"""Who is who: actors by name, by office and by rule.

Compiled by hand from public, undisputed facts; see NOTICE. Names are matched whatever their case, accents,
hyphens and points, without article and possessive; acronyms keep their case ("US" is not "us").
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from functools import cache, lru_cache

from trendechos.knowledge import composition, offices
from trendechos.knowledge.actor_tables import (
    GOVERNMENT_SECTORS,
    KnownActor,
    Office,
    State,
    by_id,
    index,
    states,
    words,
)
from trendechos.knowledge.keys import acronym, bare, key
from trendechos.knowledge.tables import rows

__all__ = [
    "KnownActor",
    "Office",
    "State",
    "bearers",
    "candidates",
    "compose",
    "dated",
    "find",
    "namesakes",
    "office",
    "ruled",
    "state",
    "titled",
]


_UN = re.compile(r"^united nations ")
# "The top U.S. diplomat" is the U.S. top diplomat.
_TOP = re.compile(r"^(?:the )?(top|chief) (.+) (diplomat|general|prosecutor|negotiator)$", re.IGNORECASE)


@lru_cache(maxsize=100_000)
@lru_cache(maxsize=50_000)
def candidates(name: str) -> tuple[KnownActor, ...]:
    """All actors that bear the name; family names alone do not count."""
    tables = index()
    short = acronym(name)
    found = list(tables.acronyms.get(short, ())) if short else []
    low = key(name)
    return tuple(found or tables.names.get(low, ()) or tables.names.get(_UN.sub("un ", low), ()))


def find(name: str, on: str | None = None) -> KnownActor | None:
    """The actor of that name, with code and party as of the day `on` (ISO prefix); None when none or several.

    A bare family name is answered only when one known person bears it, with `surname_only` set.

    >>> find("Zelenskiy").canonical, find("the Kremlin's").party, find("us")
    ('Volodymyr Zelenskyy', 'RUS', None)
    >>> find("Poroshenko", "2016-05-01").party, find("Poroshenko", "2023-05-01").party
    ('UKR', 'UKROPP')
    """
    return _find(bare(name), (on or "")[:10])


@lru_cache(maxsize=50_000)
def _find(name: str, on: str) -> KnownActor | None:
    found = candidates(name)
    if not found:
        parts = key(name).split()
        start = 0
        while start < len(parts) - 1 and parts[start] in words("honorific"):
            start += 1
        if start:
            found = tuple(index().names.get(" ".join(parts[start:]), ()))
        if not found:
            bearers = _serving(tuple(index().surnames.get(" ".join(parts[start:]), ())), on)
            return replace(dated(bearers[0], on), surname_only=True) if len(bearers) == 1 else None
    found = _serving(found, on)
    return dated(found[0], on) if len(found) == 1 else None


def _serving(found: tuple[KnownActor, ...], on: str) -> tuple[KnownActor, ...]:
    """Those in office on the day, when that tells them apart; else all."""
    if len(found) < 2 or not on:
        return found
    serving = tuple(actor for actor in found if any(term.covers(on) for term in actor.offices))
    return serving if len(serving) == 1 else found


def dated(actor: KnownActor, on: str) -> KnownActor:
    """The actor with code and party as of the day `on`: out of office a person speaks for no government."""
    if not on or not actor.offices:
        return actor
    for term in actor.offices:
        if term.covers(on):
            return _in_office(actor, term)
    if actor.party not in states():
        return actor
    return replace(actor, party=None, code=f"{actor.party}ELI")


def _in_office(actor: KnownActor, term: Office) -> KnownActor:
    """The actor with code and party while holding an office."""
    if term.party not in states():
        return replace(actor, party=term.party)
    if term.title == "opposition leader":
        return replace(actor, party=f"{term.party}OPP", code=f"{term.party}OPP")
    if term.title == "speaker of parliament":
        return actor
    sector = (actor.code or "")[3:] if (actor.code or "").startswith(term.party) else "GOV"
    in_service = sector.startswith(GOVERNMENT_SECTORS)
    return replace(actor, party=term.party, code=term.party + (sector if in_service else "GOV"))


def state(name: str) -> State | None:
    """The state of that name, code or seat ("Moscow"), or None."""
    if name in states():
        return states()[name]
    found = find(name)
    return states().get(found.actor_id) if found else None


def office(title: str, country: str, on: str) -> KnownActor | None:
    """Who held the office in the country or body on the day `on` (an ISO prefix), or None.

    `country` is a code or a name of a state or body; empty when `title` names it too.

    >>> office("president", "UKR", "2024-11-04").canonical
    'Volodymyr Zelenskyy'
    >>> office("the Pentagon's press secretary", "", "2024-11-04").canonical
    'Pat Ryder'
    """
    if not country:
        return titled(title, on)
    if country in states():
        return _dated(offices.holder(title, country, on), on)
    body = by_id().get(country) or find(country)
    if body is None:
        return None
    if body.actor_id in states():
        return _dated(offices.holder(title, body.actor_id, on), on)
    return _dated(offices.holder(title, body.party or "", on, body=body.actor_id), on) or _dated(
        offices.holder(title, body.party or "", on), on
    )


def _dated(actor: KnownActor | None, on: str) -> KnownActor | None:
    return dated(actor, on) if actor else None


@cache
def _ruling() -> dict[str, tuple[Office, ...]]:
    """The spans of time in which groups governed states, by the party of the group."""
    found: dict[str, list[Office]] = defaultdict(list)
    for group, state_code, first, last in rows("actors/ruling", 4):
        found[group].append(Office("government", state_code, first, last))
    return {group: tuple(terms) for group, terms in found.items()}


def ruled(party: str, on: str) -> str:
    """The state that a group governed on the day `on`, whose government it then is; else `party`.

    >>> ruled("TALIBAN", "2021-08-14"), ruled("TALIBAN", "2021-08-15"), ruled("KEN", "2021-08-15")
    ('TALIBAN', 'AFG', 'KEN')
    """
    terms = (term for term in _ruling().get(party, ()) if term.covers(on[:10]))
    return next((term.party for term in terms), party)


@lru_cache(maxsize=50_000)
def titled(phrase: str, on: str) -> KnownActor | None:
    """Who a title with its country or body names on the day `on`, or None: "NATO chief", "Ukraine's president".

    One of several is nobody in particular: "a Kremlin spokesman", or any title that several hold at once.

    >>> titled("NATO Secretary General", "2024-11-04").canonical
    'Mark Rutte'
    """
    if bare(phrase).lower().split(" ")[0] in words("indefinite"):
        return None
    phrase = _TOP.sub(r"\2 \1 \3", bare(phrase))
    own = offices.named(phrase, on)
    if own:
        return dated(own, on)
    for owner, title in composition.splits(phrase):
        found = office(title, owner.actor_id, on) if title else None
        if found:
            return found
    return None


def bearers(phrase: str) -> tuple[KnownActor, ...]:
    """Everybody whom a title with its country or body ever named, for reports that name one of them.

    >>> [actor.canonical for actor in bearers("the Pentagon's press secretary")][:2]
    ['Pat Ryder', 'Sabrina Singh']
    """
    found: list[KnownActor] = []
    for owner, title in composition.splits(phrase):
        body = "" if owner.actor_id in states() else owner.actor_id
        found.extend(offices.bearers(title, owner.party or "", body=body))
    return tuple(dict.fromkeys(found))


def namesakes(surname: str) -> tuple[KnownActor, ...]:
    """All known persons of that family name."""
    return tuple(index().surnames.get(key(surname), ()))


def compose(phrase: str) -> KnownActor | None:
    """The actor that a state's or body's name and a role make by rule, or None.

    >>> compose("South Korea's defence ministry").canonical, compose("Russian forces").code
    ('South Korean Ministry of National Defense', 'RUSMIL')
    >>> compose("Ukrainian officials").party, compose("the weather") is None
    ('UKR', True)
    """
    return composition.compose(phrase)
