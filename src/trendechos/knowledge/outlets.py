"""Outlets and news agencies: who publishes, from which country, and whether a state controls it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from trendechos.knowledge import countries
from trendechos.knowledge.keys import bare, key
from trendechos.knowledge.tables import rows

OutletKind = Literal["agency", "newspaper", "broadcaster", "portal", "aggregator", "think_tank", "official"]


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet or agency; `owner` only where it is public and undisputed, else empty.

    `state_controlled` means that a government appoints or commands the editors or owns the whole of it.
    """

    name: str
    country: str
    kind: OutletKind
    state_controlled: bool
    owner: str
    domains: tuple[str, ...]
    aliases: tuple[str, ...]


_CREDIT = re.compile(r"^(?P<outer>.*?)\s*\((?P<inner>[^()]+)\)$")
_ADDRESS = re.compile(
    r"^(?:https?://)?(?:www\.)?(?P<host>[\w-]+(?:\.[\w-]+)+)(?::\d+)?(?:[/?#].*)?$", re.IGNORECASE
)
_TRAILING = re.compile(r"\s+(?:news agency|newspaper|agency|news|website|magazine|tv|television|online|daily)$")

_ENDING = re.compile(r"^(?:https?://)?(?:[\w-]+\.)+([a-z]{2})(?::\d+)?(?:[/?#].*)?$", re.IGNORECASE)
# Country codes that are sold to everybody.
_WORLDWIDE = frozenset(
    ["AI", "AM", "CC", "CO", "FM", "GG", "IO", "IS", "LA", "LY", "ME", "NU", "SH", "TK", "TO", "TV", "WS"]
)


@cache
def outlets() -> tuple[Outlet, ...]:
    """Every packaged outlet, in the order of the table."""
    return tuple(
        Outlet(name, country, kind, state == "yes", owner, _parts(domains), _parts(aliases))  # type: ignore[arg-type]
        for name, country, kind, state, owner, domains, aliases in rows("actors/outlets", 7)
    )


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split(";") if part)


@cache
def _by_name() -> dict[str, Outlet]:
    """Outlets by name: the first of the table wins, and abbreviations in capitals keep their case."""
    found: dict[str, Outlet] = {}
    for outlet in outlets():
        for name in (outlet.name, *outlet.aliases):
            found.setdefault(_name_key(name), outlet)
    return found


@cache
def _by_domain() -> dict[str, Outlet]:
    return {domain: outlet for outlet in reversed(outlets()) for domain in outlet.domains}


def _name_key(name: str) -> str:
    text = bare(name)
    short = text.replace(".", "")
    # "AP" is an agency, "ap" is nothing; three capitals and fewer are too common in lower case.
    return short if short.isupper() and len(short) < 5 else key(text)


def find(name: str) -> Outlet | None:
    """The outlet of that name, abbreviation, domain, address or credit, or None.

    >>> find("AP").name, find("Kyiv (Ukrinform)").name, find("https://www.bbc.co.uk/news/1").name
    ('Associated Press', 'Ukrinform', 'BBC')
    >>> find("ap") is None
    True
    """
    name = name.strip()
    # "time" and "nation" are words; an outlet's name in lower case is one only as an address or as it is spelt.
    if name.islower() and " " not in name and "." not in name and name not in _spelt_low():
        return None
    return _find(name)


@cache
def _spelt_low() -> frozenset[str]:
    return frozenset(name for outlet in outlets() for name in (outlet.name, *outlet.aliases) if name.islower())


def called(name: str) -> str:
    """The name of an outlet in the table; any other name as it is.

    >>> called("AFP"), called("Daily Post (AFP)")
    ('Agence France-Presse', 'Daily Post (AFP)')
    """
    found = _named(name)
    return found.name if found else name


@lru_cache(maxsize=50_000)
def _named(name: str) -> Outlet | None:
    return _by_name().get(_name_key(name)) or _by_name().get(key(name))


@lru_cache(maxsize=50_000)
def _find(name: str) -> Outlet | None:
    found = _named(name) or domain(name)
    if found is None and (credit := _CREDIT.match(name)):
        found = _find(credit["outer"]) or _find(credit["inner"])
    if found is None and (shorter := _TRAILING.sub("", key(name))) != key(name):
        found = _by_name().get(shorter) or _by_name().get(shorter.upper())
    return found


def domain(address: str) -> Outlet | None:
    """The outlet behind a host name or address, subdomains included, or None."""
    match = _ADDRESS.match(address.strip())
    if not match:
        return None
    labels = match["host"].lower().split(".")
    for first in range(len(labels) - 1):
        found = _by_domain().get(".".join(labels[first:]))
        if found:
            return found
    return None


def agency(name: str) -> Outlet | None:
    """The news agency of that name or abbreviation, or None when the name is no agency's."""
    found = find(name)
    return found if found and found.kind == "agency" else None


def country(name: str | None, address: str | None) -> str | None:
    """The country of an outlet, packaged or by the country code that ends its address; None for neither.

    >>> country("Reuters", None), country("Ipe Post", "https://ipe.com.br/1"), country("Ipe Post", "ipe.tv")
    ('GBR', 'BRA', None)
    """
    known = find(name or "") or find(address or "")
    if known is not None:
        return known.country
    host = _ENDING.match(address or name or "")
    ending = host[1].upper() if host else ""
    state = countries.find({"UK": "GB"}.get(ending, ending)) if ending and ending not in _WORLDWIDE else None
    return state.code if state is not None else None
