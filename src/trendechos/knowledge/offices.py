"""Offices: what a title and a country, or a title and a body, name on a day."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from trendechos.knowledge.actor_tables import KnownActor, Office, persons, rows
from trendechos.knowledge.keys import key

# Titles that a state has once; the holder of another body's office carries the body.
_NOT_IN_OFFICE = frozenset("former ex late onetime fugitive would-be incoming outgoing exiled ousted deposed".split())


@cache
def titles() -> dict[str, tuple[tuple[str, frozenset[str]], ...]]:
    """For the key of each title, the offices it may mean and the parties for which it does (empty: all)."""
    found: dict[str, list[tuple[str, frozenset[str]]]] = defaultdict(list)
    for office, words, parties, *_ in rows("titles"):
        for title in words.split(";") if "@" not in office else ():
            found[key(title)].append((office, frozenset(parties.split(",")) - {""}))
    return {title: tuple(meanings) for title, meanings in found.items()}


@cache
def _held() -> dict[tuple[str, str, str], list[tuple[Office, KnownActor]]]:
    found: dict[tuple[str, str, str], list[tuple[Office, KnownActor]]] = defaultdict(list)
    for person in persons():
        for office in person.offices:
            found[office.title, office.party if not office.body else "", office.body].append((office, person))
    return found


@cache
def _phrases() -> dict[str, tuple[str, str]]:
    """Whole phrases that name one office: its title, and its body or party."""
    found = {}
    for office, words, *_ in rows("titles"):
        title, at, body = office.partition("@")
        if at:
            found.update({key(phrase): (title, body or "UNO") for phrase in words.split(";")})
    return found


def named(phrase: str, on: str) -> KnownActor | None:
    """The holder of an office that has a phrase of its own ("UN chief", "Chechen leader"), or None."""
    title, body = _phrases().get(key(phrase), ("", ""))
    found = _holders(title, "", body, on) or _holders(title, body, "", on) if title else []
    return found[0] if len(found) == 1 else None


def meanings(title: str, party: str, *, body: str = "") -> tuple[str, ...]:
    """The offices that a title may mean in a country, or in a body; those special to the country first.

    >>> meanings("Secretary of State", "USA"), meanings("Chancellor", "GBR"), meanings("gardener", "USA")
    (('foreign minister',), ('finance minister',), ())
    """
    words = [word for word in key(title).split() if word not in ("acting", "new", "current", "incumbent", "interim")]
    if not words or not _NOT_IN_OFFICE.isdisjoint(words):
        return ()
    known = titles().get(" ".join(words), ())
    special = [office for office, parties in known if party in parties]
    general = [office for office, parties in known if not parties]
    return tuple(dict.fromkeys(special + general))


def holder(title: str, party: str, on: str, *, body: str = "") -> KnownActor | None:
    """The one person who held the office on the day `on` (an ISO prefix), or None when none or several did.

    >>> holder("Ukraine's", "UKR", "2024-11-04") is None
    True
    """
    for office in meanings(title, party, body=body):
        found = _holders(office, party if not body else "", body, on)
        if len(found) > 1 and "press secretary" in key(title):
            deputies = _holders("deputy spokesperson", "", body, on)
            found = [person for person in found if person not in deputies]
        if len(found) == 1:
            return found[0]
        if found:
            return None
    return None


def _holders(office: str, party: str, body: str, on: str) -> list[KnownActor]:
    held = [person for term, person in _held().get((office, party, body), ()) if term.covers(on)]
    if office in ("head of government", "president", "prime minister") and not held and not body:
        others = {"head of government": "president", "president": "supreme leader", "prime minister": "head of government"}
        held = [person for term, person in _held().get((others[office], party, ""), ()) if term.covers(on)]
    return list(dict.fromkeys(held))
