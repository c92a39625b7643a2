"""Whether two speakers are one voice: the same person, a body and its spokesperson, a government."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.fuzz import ratio

from trendechos.knowledge import actors, countries
from trendechos.records import Speaker
from trendechos.text.normalise import fold, words

_BODIES = ("organisation", "government", "group", "document")
_PLAIN = frozenset((
    "a", "an", "the", "of", "to", "for", "and", "from", "in", "by", "with", "unnamed", "anonymous", "one",
    "two", "several", "multiple", "some",
))  # fmt: skip
_BRACKETS = re.compile(r"\((.*?)\)")
# Where a body sits, and who runs it, stand with its name on one page and not on another.
_WHERE = re.compile(r"\s(?:in|at)\s.*")
_LED = re.compile(r"\S+-(?:run|led|controlled|backed|appointed)\b")
_SHORT_FORM = re.compile(r"\b[A-Z]{3,}\b")
# Words from which on the first letters of a name say whose it is.
_SHORT = 3
# Ways to write one family name seldom differ by more ("Zelensky", "Zelenskiy", "Zelenskyy": 88).
_SAME_NAME = 84.0


@lru_cache(maxsize=1 << 18)
def identity(left: Speaker, right: Speaker) -> tuple[float, str]:
    """How surely two speakers are one voice, -1..1, and why; 0 where the names say too little.

    1 is the same name, -1 two different people, bodies or parties. Somebody unnamed is never
    taken for somebody named: only a shared party or the same words speak for them.
    """
    if "none" in (left.kind, right.kind):
        return 0.0, "no source given"
    if fold(left.canonical) == fold(right.canonical):
        return (0.6 if left.kind == "unnamed" else 1.0), f"same speaker, {left.canonical}"
    if left.party and right.party and left.party != right.party:
        return -1.0, f"{left.canonical} ({left.party}) is not {right.canonical} ({right.party})"
    if "unnamed" in (left.kind, right.kind):
        return _unnamed(left, right)
    if left.kind == "person" and right.kind == "person":
        same = one_person(left.canonical, right.canonical)
        detail = f"{left.canonical} and {right.canonical}"
        return (0.9, f"one name: {detail}") if same else (-1.0, f"two people: {detail}")
    return _body(left, right)


def _unnamed(left: Speaker, right: Speaker) -> tuple[float, str]:
    if not _described(left) or not _described(right):
        return 0.0, "only a pronoun"
    shared = (_describe(left) & _describe(right)) - {"official", "officials", "source", "sources"}
    alike = f"described alike: {', '.join(sorted(shared))}"
    if left.kind == right.kind:
        return (0.5, alike) if shared else (0.0, f"unnamed: {left.name} and {right.name}")
    if left.party and right.party:
        party = f"unnamed source of the same party, {left.party}"
        return (0.35, f"{party}, {alike}") if shared else (-0.3, party)
    # A person is described by a ministry and a rank, as others of that ministry are.
    perhaps = len(shared) > ("person" in (left.kind, right.kind))
    return (0.0, f"perhaps the same, {alike}") if perhaps else (-1.0, "unnamed against named")


def _body(left: Speaker, right: Speaker) -> tuple[float, str]:
    detail = f"{left.canonical} and {right.canonical}"
    if left.kind == right.kind == "outlet":
        # Outlets pass things on: what they share in words, figures and credits may still outweigh this.
        return -0.99, f"two outlets: {detail}"
    person = "person" in (left.kind, right.kind)
    office = (_office if person else one_body)(left.canonical, right.canonical)
    if office or _speaks_for(left, right) or _speaks_for(right, left):
        return 0.9, f"one, or speaks for it: {detail}"
    if not left.party or not right.party:
        # Packaged knowledge does not know everybody: a person may speak for any body, two bodies are two.
        return (
            (0.0, f"not known whether one speaks for the other: {detail}")
            if person
            else (-1.0, f"two bodies: {detail}")
        )
    if "government" in (left.kind, right.kind):
        return 0.6, f"one government, {left.party}: {detail}"
    if _one_arm(left.canonical, right.canonical):
        return 0.6, f"one arm of {left.party}: {detail}"
    apart = office is False or not person
    return (
        (-0.2, f"two bodies of {left.party}: {detail}")
        if apart
        else (0.5, f"same party, {left.party}: {detail}")
    )


def short_for(left: str, right: str) -> bool:
    """True when one name of a body is the short form of the other.

    >>> short_for("NFRA", "National Flood Relief Agency"), short_for("Relief Agency (NFRA)", "NFRA")
    (True, True)
    """
    one, other = short_forms(left), short_forms(right)
    return bool(one & other) or first_letters(left) in other or first_letters(right) in one


def one_body(left: str, right: str) -> bool:
    """True when one name of a body is short for the other, or has fewer words for the same body of a state.

    >>> one_body("Ministry of Health", "Kenyan Ministry of Health"), one_body("Health Board", "Health Fund")
    (True, False)
    """
    if short_for(left, right):
        return True
    one, other = _core(left), _core(right)
    fewer, more = sorted((one.words, other.words), key=len)
    return (
        len(fewer) > 1 and fewer <= more and (one.states == other.states or not one.states or not other.states)
    )


class _Core(NamedTuple):
    """What a name of a body says without the state or party whose it is, and the codes of the states."""

    words: frozenset[str]
    states: frozenset[str]


@lru_cache(maxsize=65536)
def _core(name: str) -> _Core:
    kept, states = set[str](), set[str]()
    for word in words(_LED.sub("", _WHERE.sub("", _BRACKETS.sub("", name)))):
        state = countries.find(word) or countries.demonym(word.capitalize())
        if state is not None:
            states.add(state.code)
        elif word not in _PLAIN:
            kept.add(word.removesuffix("'s").removesuffix("'"))
    return _Core(frozenset(kept), frozenset(states))


@lru_cache(maxsize=65536)
def short_forms(name: str) -> frozenset[str]:
    """A name in capitals and what stands in capitals in its brackets."""
    return frozenset(word for word in (name, *_BRACKETS.findall(name)) if word.isalpha() and word.isupper())


@lru_cache(maxsize=65536)
def first_letters(name: str) -> str:
    """The first letters of a name of three words or more; empty for others."""
    full = [word for word in _BRACKETS.sub("", name).split() if word.lower() not in _PLAIN]
    return "".join(word[0] for word in full) if len(full) >= _SHORT else ""


@lru_cache(maxsize=65536)
def _office(left: str, right: str) -> bool | None:
    """True when one is known to hold an office of the other, False when only of others, None when not known."""
    for person, body in ((actors.find(left), actors.find(right)), (actors.find(right), actors.find(left))):
        if person is not None and body is not None and person.kind == "person" and body.kind != "person":
            bodies = [office.body for office in person.offices]
            if body.actor_id in bodies:
                return True
            other = (bodies and all(bodies)) or _arm(person.code or "") != _arm(body.code or "")
            return False if other else None
    return None


@lru_cache(maxsize=65536)
def _one_arm(left: str, right: str) -> bool:
    """True when both are known to be of the military, or both of a secret service (ministry and troops)."""
    one, other = actors.find(left), actors.find(right)
    if one is None or other is None or not any(_arm(one.code or "")):
        return False
    return _arm(one.code or "") == _arm(other.code or "")


def _arm(code: str) -> tuple[bool, bool]:
    """Whether an actor's code is of the military and of a secret service."""
    return "MIL" in code, "SPY" in code


def _described(speaker: Speaker) -> bool:
    """False for a speaker that the page gives only as "he" or "they" and that nobody resolved."""
    return speaker.kind != "unnamed" or any(len(word) > 4 for word in _describe(speaker))


def _speaks_for(body: Speaker, person: Speaker) -> bool:
    """True when the words that name the person name the body too ("Pentagon spokesman Pat Ryder")."""
    if body.kind not in _BODIES:
        return False
    wanted = _describe(body)
    if not wanted:
        return False
    full = _describe(person)
    return wanted <= full or _wide(body) <= full or first_letters(body.canonical) in _capitals(person.name)


@lru_cache(maxsize=65536)
def _capitals(name: str) -> frozenset[str]:
    return frozenset(_SHORT_FORM.findall(name))


@lru_cache(maxsize=65536)
def _describe(speaker: Speaker) -> frozenset[str]:
    return frozenset(words(f"{speaker.name} {speaker.canonical}")) - _PLAIN


def _wide(body: Speaker) -> frozenset[str]:
    return frozenset(words(body.canonical)) - _PLAIN or frozenset((body.canonical,))


@lru_cache(maxsize=65536)
def one_person(left: str, right: str) -> bool:
    """True when two names can be one person's: family names alike and no given name against another.

    >>> one_person("Volodymyr Zelenskyy", "V. Zelensky"), one_person("Kim Yong-hyun", "Kim Jong-un")
    (True, False)
    """
    a, b = _name_parts(left), _name_parts(right)
    if not a or not b:
        return False
    if len(a) == 1 or len(b) == 1:
        short, long = sorted((a, b), key=len)
        return any(ratio(short[0], part) >= _SAME_NAME for part in long)
    if ratio(a[-1], b[-1]) < _SAME_NAME:
        return False
    return a[0][0] == b[0][0] and (min(len(a[0]), len(b[0])) == 1 or ratio(a[0], b[0]) >= 60)


def _name_parts(name: str) -> list[str]:
    return [part for part in re.split(r"[^\w'-]+", fold(re.sub(r"\(.*?\)", "", name))) if part]
