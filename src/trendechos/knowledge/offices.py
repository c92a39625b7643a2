"""Offices: what a title and a country, or a title and a body, name on a day."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from trendechos.knowledge.actor_tables import KnownActor, Office, persons, words
from trendechos.knowledge.keys import key
from trendechos.knowledge.tables import rows


@cache
def titles() -> dict[str, tuple[tuple[str, frozenset[str]], ...]]:
    """For the key of each title, the offices it may mean and the parties for which it does (empty: all)."""
    found: dict[str, list[tuple[str, frozenset[str]]]] = defaultdict(list)
    for office, cell, parties in rows("actors/titles", 3):
        for title in cell.split(";") if "@" not in office else ():
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
    for office, cell, _ in rows("actors/titles", 3):
        title, at, body = office.partition("@")
        if at:
            found.update({key(phrase): (title, body or "UNO") for phrase in cell.split(";")})
    return found


def named(phrase: str, on: str) -> KnownActor | None:
    """The holder of an office that has a phrase of its own ("UN chief", "Chechen leader"), or None."""
    title, body = _phrases().get(key(phrase).replace("united nations ", "un "), ("", ""))
    found = _holders(title, "", body, on) or _holders(title, body, "", on) if title else []
    return found[0] if len(found) == 1 else None


def meanings(title: str, party: str) -> tuple[str, ...]:
    """The offices that a title may mean in a country, or in a body; those special to the country first.

    >>> meanings("Secretary of State", "USA"), meanings("Chancellor", "GBR"), meanings("gardener", "USA")
    (('foreign minister',), ('finance minister',), ())
    """
    parts = [part for part in key(title).split() if part not in words("passing")]
    if not parts or not words("past").isdisjoint(parts):
        return ()
    known = titles().get(" ".join(parts), ())
    special = [office for office, parties in known if party in parties]
    general = [office for office, parties in known if not parties]
    return tuple(dict.fromkeys(special + general))


def holder(title: str, party: str, on: str, *, body: str = "") -> KnownActor | None:
    """The one person who held the office on the day `on` (an ISO prefix), or None when none or several did.

    >>> holder("President", "FRA", "2010-05").canonical, holder("gardener", "FRA", "2010-05") is None
    ('Nicolas Sarkozy', True)
    """
    for office in meanings(title, party):
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
    held = [person for term, person in _held().get((office, party, body), ()) if term.known_for(on)]
    if office in ("head of government", "president", "prime minister") and not held and not body:
        others = {
            "head of government": "president",
            "president": "supreme leader",
            "prime minister": "head of government",
        }
        held = [person for term, person in _held().get((others[office], party, ""), ()) if term.known_for(on)]
    return list(dict.fromkeys(held))


def bearers(title: str, party: str, *, body: str = "") -> tuple[KnownActor, ...]:
    """Everybody who ever held an office of that title in the country, or in the body."""
    wanted = meanings(title, party)
    if "spokesperson" in wanted:
        wanted = (*wanted, "staff spokesperson", "deputy spokesperson")
    found = [
        person for office in wanted for _, person in _held().get((office, "" if body else party, body), ())
    ]
    return tuple(dict.fromkeys(found))
