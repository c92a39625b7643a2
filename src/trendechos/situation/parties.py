"""Countries and bodies behind the codes of actors, and whose people a number counts."""

from __future__ import annotations

import re
from functools import lru_cache

from trendechos.records import Claim, Quantity
from trendechos.situation.naming import of_demonym

# Claim types that state an event of their own; the others speak about one (a denial, a judgement).
EVENT_TYPES = frozenset(
    ["deployment", "combat", "casualties", "capture", "withdrawal", "aid", "sanction", "agreement",
     "consultation", "protest", "threat"]
)  # fmt: skip
# PLOVER's stand-ins for a country: bodies keep their whole code.
_BODIES = frozenset(["IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC", "NMC", "INT"])
_FORCE = ("MIL", "PRM", "REB", "UAF")
# A noun phrase with its number seldom runs longer ("11,000 heavily armed North Korean soldiers").
_WORDS_AFTER = 5
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[.;:!?]")


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
    named = demonyms(quantity.unit or "")
    if named:
        return named
    start, end = quantity.span.start - claim.span.start, quantity.span.end - claim.span.start
    if quantity.span.field != claim.span.field or not 0 <= start < end <= len(claim.text):
        return frozenset()
    if end - start > 60:
        return frozenset()
    return _following(claim.text[end : end + 80])


@lru_cache(maxsize=50_000)
def _following(text: str) -> frozenset[str]:
    words = []
    for match in _WORD.finditer(text):
        if len(words) == _WORDS_AFTER or match.group() in ".;:!?":
            break
        words.append(match.group())
    return demonyms(" ".join(words))


@lru_cache(maxsize=50_000)
def demonyms(text: str) -> frozenset[str]:
    """The countries whose people are named in `text`, by words or pairs of words with a capital.

    >>> sorted(demonyms("Russians and North Koreans")), demonyms("soldiers")
    (['PRK', 'RUS'], frozenset())
    """
    words = text.split()
    found = set()
    at = 0
    while at < len(words):
        pair = of_demonym(" ".join(words[at : at + 2])) if at + 1 < len(words) else None
        one = of_demonym(words[at]) if words[at][:1].isupper() else None
        if pair and words[at][:1].isupper():
            found.add(pair)
            at += 1
        elif one:
            found.add(one)
        at += 1
    return frozenset(found)
