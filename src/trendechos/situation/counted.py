"""Whose people or goods a number counts."""

from __future__ import annotations

from collections.abc import Sequence

from trendechos.records import FATES, Claim, Quantity
from trendechos.situation.naming import CIVILIANS, ENEMY, FIGHTERS, UNKNOWN
from trendechos.situation.parties import counted_parties, is_civilian, is_personnel
from trendechos.situation.surroundings import Surroundings
from trendechos.situation.topics import family_of, most, whose

# Numbers of those to whom something was done.
SUFFERED = FATES | {"civilians"}
_SPOKEN = frozenset(["statement", "consultation", "assessment", "call", "other"])
Giving = Sequence[tuple[Claim, Quantity]]


def whose_people(quantity: Quantity, giving: Giving, around: Surroundings) -> frozenset[str]:
    """The parties whose people or goods the number counts; empty when nothing says so.

    As its words say ("North Korean soldiers"), else as its event does. `giving` are the claims that give the
    number, each with its own form of it.
    """
    votes = [named for claim, number in giving if (named := counted_parties(claim, number, around.short))]
    named = most(votes) or frozenset()
    if quantity.counts in SUFFERED:
        return _sufferers(giving, named, around)
    if named:
        return named
    # In a fight the number may be either side's, and what is only said about a matter names its
    # speakers as actors: there the words must say whose.
    kinds = [(claim, family_of(claim)) for claim, _ in giving if claim.type not in _SPOKEN]
    if sum(kind == "combat" for _, kind in kinds) * 2 > len(kinds):
        return frozenset([UNKNOWN])
    return whose([pair for pair in kinds if pair[1] != "combat"], around.salience)


def _sufferers(giving: Giving, named: frozenset[str], around: Surroundings) -> frozenset[str]:
    """Those to whom it happened: never those who did it, nor a country whose own civilians they are.

    Empty for people who bear no arms: whose they are is asked of nobody.
    """
    units = [(number.unit or "").split() for _, number in giving]
    land = {place.country for claim, _ in giving for place in claim.places}
    if any(is_civilian(unit[-1]) for unit in units if unit) and named <= land:
        return frozenset()
    if named:
        return named
    armed = any(is_personnel(word) for unit in units for word in unit)
    if any(_is_enemy(word) for unit in units for word in unit):
        return frozenset([ENEMY + (giving[0][0].speaker.party or "")])
    told = whose([(claim, "casualties") for claim, _ in giving], around.salience)
    return told - {CIVILIANS} or frozenset([FIGHTERS] if armed else [])


def _is_enemy(word: str) -> bool:
    return word.lower().rstrip("s") in ("enemy", "enemie", "opponent")
