"""Reader's names of countries and bodies from their codes."""

from __future__ import annotations

from functools import cache

from trendechos.knowledge import actor_tables, countries

# Stand-ins for those whom a number counts without naming a party: the speaker's enemy, one side or other,
# people under arms of whom nobody says whose, and people who bear none.
ENEMY = "enemy-of-"
UNKNOWN = "one-side"
FIGHTERS = "fighters"
CIVILIANS = "civilians"
_NOBODYS = frozenset([UNKNOWN, FIGHTERS, CIVILIANS])


@cache
def adjective(party: str) -> str:
    """What a reader calls people of `party`; the code itself where no country has it.

    >>> adjective("PRK"), adjective("RSF")
    ('North Korean', 'Rapid Support Forces')
    """
    if party.startswith(ENEMY):
        return "enemy"
    if party in _NOBODYS:
        return "armed" if party == FIGHTERS else ""
    country = _country(party)
    return (country.adjective or country.name) if country else name(party)


@cache
def name(party: str) -> str:
    """The reader's name of a country or body; the code itself where none is known.

    >>> name("PRK"), name("UNO"), name("AFU"), name("Mark Rutte")
    ('North Korea', 'United Nations', 'African Union', 'Mark Rutte')
    """
    country = _country(party)
    if country:
        return country.name
    if party.startswith(ENEMY) or party in _NOBODYS:
        return "one side"
    known = actor_tables.called(party)
    return known.canonical if known else party


@cache
def of_demonym(word: str) -> str | None:
    """The code of the country whose people or adjective `word` is; None when there is none."""
    country = countries.demonym(word)
    return country.code if country else None


@cache
def of_country(word: str) -> str | None:
    """The code of the country that `word` names, itself or by its capital; None when there is none."""
    country = countries.find(word) or countries.capital_of(word)
    return country.code if country else None


@cache
def unarmed() -> frozenset[str]:
    """The parties of charities and other bodies of no state, which have no troops."""
    return frozenset(
        party
        for party, bodies in actor_tables.by_party().items()
        if all((body.code or "").startswith("NGO") for body in bodies)
    )


@cache
def nameable(party: str) -> bool:
    """True when a reader can be told who `party` is: not a bare code such as "QQQPTYREP".

    >>> nameable("PRK"), nameable("RSF"), nameable("QQQPTYREP"), nameable("Mark Rutte")
    (True, True, False, True)
    """
    return name(party) != party or not (party.isupper() and party.isalnum() and len(party) > 4)


def _country(party: str) -> countries.Country | None:
    try:
        return countries.by_code(party)
    except KeyError:
        return None
