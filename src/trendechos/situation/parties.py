"""Countries and bodies behind the codes of actors, and whose people a number counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import takewhile

from trendechos.knowledge import actor_tables, actors
from trendechos.languages.en.events import classes
from trendechos.languages.en.measures import counted
from trendechos.languages.en.parties import ANYBODY, BODY_WORDS, FORCE_WORDS, SPEAKER_WORDS
from trendechos.records import Actor, Claim, Quantity
from trendechos.situation.naming import nameable, of_country, of_demonym
from trendechos.situation.shortened import Shortened

# Claim types that state an event of their own; the others speak about one (a denial, a judgement).
EVENT_TYPES = frozenset(
    ["deployment", "combat", "casualties", "capture", "withdrawal", "aid", "sanction", "agreement",
     "consultation", "protest", "threat"]
)  # fmt: skip
# PLOVER's stand-ins for a country: bodies keep their whole code.
_BODIES = frozenset(["IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC", "NMC", "INT"])
_FORCE = frozenset(["MIL", "PRM", "REB", "UAF"])
_APART = frozenset(["REB", "UAF", "PRM", "OPP", "CRM", "PRE"])
_FROM = frozenset(["from", "of"])
_JOINS = frozenset(
    ["and", "or", "who", "that", "which", "has", "have", "had", "is", "are", "was", "were", "of", "as"]
)
# Nouns for people that say nothing else of them; with forces moving they are those forces.
_ANYBODY = frozenset(["men", "women", "people", "personnel", "members", "fighters"])
# A noun phrase with its number seldom runs longer ("11,000 heavily armed North Korean soldiers").
_WORDS_AFTER = 5
# Where the noun phrase of a number ends: "13,000 in Russia", "10,000 sent to".
_ENDS = frozenset(
    [*".;:!?,", "in", "to", "into", "at", "on", "from", "by", "with", "above", "over", "for", "near"]
)
_STOPS = ".;:!?,"
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[.;:!?,]")


def party_of(code: str | None) -> str | None:
    """The country or body of an actor's code; None when it names neither.

    Armed groups and others who do not act for the state that they live in keep their whole code.

    >>> party_of("PRKMIL"), party_of("NATO"), party_of("IGOUNO"), party_of("SDNREBRSF"), party_of("---MIL")
    ('PRK', 'NATO', 'UNO', 'RSF', None)
    """
    if not code or not code[:3].isalpha():
        return None
    if code in _bodies():
        return _bodies()[code]
    if code[:3] in _BODIES or code[3:6] in _APART or len(code) in (1, 2, 4, 5):
        return code
    return code[:3]


@cache
def _bodies() -> dict[str, str]:
    """The party of each known body by its code, the first of the table where several share one."""
    found: dict[str, str] = {}
    for actor in actor_tables.organisations():
        if actor.code and actor.party and (actor.code[:3] in _BODIES or actor.code[3:6] in _APART):
            found.setdefault(actor.code, actor.party)
    return found


@lru_cache(maxsize=50_000)
def parties_of(actor: Actor) -> frozenset[str]:
    """The parties that an actor stands for: by packaged knowledge, its code, or a country in its name.

    A proper name that says none of these is a party of its own; a common noun ("soldiers") is none.
    """
    known = actors.find(actor.name)
    if known and known.party:
        return frozenset([known.party])
    coded = party_of(actor.code)
    if coded:
        return frozenset([coded]) if nameable(coded) else frozenset()
    named = demonyms(actor.name) or countries_in(actor.name)
    if named or actor.code or not _is_proper(actor.name):
        return named
    return frozenset([actor.name])


def _is_proper(name: str) -> bool:
    """True for a name that can only be a body's: an acronym, or one that ends in a word for a body."""
    words = [word for word in name.split() if word.lower() != "the"]
    if not words or not all(word[:1].isupper() or word in _FROM for word in words):
        return False
    if len(words) == 1:
        return words[0].isupper() and 2 < len(words[0]) <= 8 and words[0].isalpha()
    return words[-1].lower() in BODY_WORDS or words[0].lower() in BODY_WORDS


def _lemma(word: str) -> str:
    low = word.lower()
    if low == "children":
        return "child"
    if low.endswith("men"):
        return low[:-3] + "man"
    return low[:-1] if low.endswith("s") and not low.endswith("ss") else low


def is_personnel(word: str) -> bool:
    """True for a noun that stands for members of a force ("soldiers", "brigade")."""
    return _lemma(word) in classes()["PERSONNEL"] or word.lower() in classes()["PERSONNEL"]


@lru_cache(maxsize=50_000)
def is_civilian(name: str) -> bool:
    """True for a noun phrase of people who bear no arms ("47 unarmed civilians"); "people" may be anybody.

    >>> is_civilian("47 unarmed civilians"), is_civilian("40 people"), is_civilian("civilian officers")
    (True, False, False)
    """
    words = name.split()
    return bool(words) and _lemma(words[-1].strip(_STOPS)) in counted()["civilian"] - ANYBODY


@lru_cache(maxsize=50_000)
def is_armed(actor: Actor) -> bool:
    """True when the actor's code is a force's."""
    sectors = _sectors(actor)
    return bool(sectors & _FORCE) and "SPY" not in sectors and "GOV" not in sectors


@lru_cache(maxsize=50_000)
def is_force(actor: Actor) -> bool:
    """True when the actor is a force or members of one, by its code or by the head of its name."""
    if is_armed(actor):
        return True
    words = actor.name.split()
    return bool(words) and words[-1].lower() in FORCE_WORDS


@lru_cache(maxsize=50_000)
def is_person(actor: Actor) -> bool:
    """True for a person or a service that reports: rarely themselves those who stand somewhere."""
    known = actors.find(actor.name)
    return "SPY" in _sectors(actor) or (known is not None and known.kind == "person")


def _sectors(actor: Actor) -> frozenset[str]:
    code = actor.code or ""
    return frozenset(code[at : at + 3] for at in range(3, len(code), 3))


@lru_cache(maxsize=50_000)
def forces_in(text: str) -> frozenset[str]:
    """The countries whose forces `text` speaks of: "North Korean soldiers", "North Koreans", "soldiers from X".

    >>> sorted(forces_in("Some 11,000 North Korean special forces troops and officers from Iran trained"))
    ['IRN', 'PRK']
    >>> forces_in("according to Ukrainian military sources"), forces_in("Turkish officials and soldiers")
    (frozenset(), frozenset())
    """
    words = _WORD.findall(text)
    found: set[str] = set()
    for at, word in enumerate(words):
        if not word[:1].isupper():
            continue
        two = of_demonym(f"{word} {words[at + 1]}") if at + 1 < len(words) else None
        second = at > 0 and of_demonym(f"{words[at - 1]} {word}")
        party = two or (None if second else of_demonym(word))
        after = at + (2 if two else 1)
        if party and (words[after - 1].endswith("s") or _force_follows(words[after : after + 4])):
            found.add(party)
        elif (
            not party
            and at > 1
            and words[at - 1].lower() in _FROM
            and _force_ends(words[max(0, at - 4) : at - 1])
        ):
            found |= countries_in(" ".join(words[at : at + 2])) or countries_in(word)
    return frozenset(found)


def _force_follows(words: Sequence[str]) -> bool:
    """True when the noun phrase that starts here is one of members of a force ("special forces troops")."""
    phrase = list(takewhile(lambda word: word.islower() and word not in _ENDS | _JOINS, words))
    return any(is_personnel(word) for word in phrase) and not any(word in SPEAKER_WORDS for word in phrase)


def _force_ends(words: Sequence[str]) -> bool:
    return any(is_personnel(word) for word in words)


def is_state_or_body(party: str) -> bool:
    """True for the alpha-3 code of a country or a known body, such as could be asked for a statement."""
    return of_country(party) == party or party in actor_tables.by_id()


def counts_troops(claim: Claim, quantity: Quantity) -> bool:
    """True when people counted in a claim that forces are or move somewhere can only be those forces.

    "11,000 North Koreans are in X" counts troops where the claim is one of deployment.
    """
    if quantity.counts not in ("civilians", "other") or claim.type not in ("deployment", "prediction"):
        return False
    if claim.event is None or claim.event.mode != "troops":
        return False
    words = (quantity.unit or "").split()
    return not words or is_personnel(words[-1]) or bool(demonyms(quantity.unit or "")) or words[-1] in _ANYBODY


def counted_parties(claim: Claim, quantity: Quantity, short: Shortened | None = None) -> frozenset[str]:
    """The parties whose people or goods `quantity` counts by its words; empty when they do not say."""
    named = demonyms(quantity.unit or "")
    if named:
        return named
    start, end = quantity.span.start - claim.span.start, quantity.span.end - claim.span.start
    if quantity.span.field != claim.span.field or not 0 <= start < end <= len(claim.text):
        return frozenset()
    if end - start > 60:
        return frozenset()
    behind = _of_noun(claim.text[end : end + 80], quantity.unit)
    return _following(short.spell(behind) if short else behind)


def _of_noun(behind: str, unit: str | None) -> str:
    """The words up to the counted noun, with whose it is behind it; all where it stands elsewhere.

    "47 people died when Pakistani aircraft bombed it" counts no people of the bombers.
    """
    noun = (unit or "").split()[-1:]
    at = behind.find(noun[0]) if noun else -1
    if at < 0:
        return behind
    stop = at + len(noun[0])
    word = _WORD.search(behind, stop)
    return behind if word is not None and word.group().lower() in _FROM else behind[:stop]


@lru_cache(maxsize=50_000)
def _following(text: str) -> frozenset[str]:
    words: list[str] = []
    for match in _WORD.finditer(text):
        if match.group().lower() in _FROM and not any(word[:1].isupper() for word in words):
            # "men of Atlantis", "soldiers from Atlantis": the country is whose they are.
            behind = text[match.end() :].split()
            return countries_in(" ".join(behind[:2]).rstrip(_STOPS)) or countries_in(
                "".join(behind[:1]).rstrip(_STOPS)
            )
        if len(words) == _WORDS_AFTER or match.group().lower() in _ENDS:
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


@lru_cache(maxsize=50_000)
def countries_in(name: str) -> frozenset[str]:
    """The country that `name` is, or whose capital stands for it; empty when it is neither.

    >>> countries_in("Pyongyang"), countries_in("the North")
    (frozenset({'PRK'}), frozenset())
    """
    code = of_country(name)
    return frozenset([code]) if code else frozenset()
