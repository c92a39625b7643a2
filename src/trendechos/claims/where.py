"""Where a clause says that something happened, apart from places that it only names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from trendechos.claims.clauses import Clause
from trendechos.claims.context import Context
from trendechos.languages.en import grammar
from trendechos.records import ClaimType, Place, PlaceRole

_NAMING = frozenset({"compound", "amod", "poss", "conj", "appos", "nmod"})
# What takes its place from the sentence before when it says "they" or "them"; a count of forces does not, since
# its place is what it counts.
_TAKES_PLACE = frozenset({"combat", "casualties", "capture", "denial"})
_BACK = frozenset({"they", "them", "these", "those", "their"})


def located(context: Context, clause: Clause, kind: ClaimType, before: Iterable[Place]) -> tuple[Place, ...]:
    """The places of the clause with their role; without an event place, those that it points back to."""
    own = _places(context, clause)
    if any(place.role == "event" for place in own) or not _points_back(clause, kind):
        return own
    return (*own, *(place for place in before if place.role == "event"))


def _places(context: Context, clause: Clause) -> tuple[Place, ...]:
    """The places named in the clause; names that act ("Moscow sent") and adjectives are left out."""
    kept = []
    for place in context.places:
        tokens = context.tokens([place.span]) & frozenset(clause.tokens)
        acting = any(item.kind == "government" and item.span.overlaps(place.span) for item in context.mentions)
        role = _role(clause, sorted(tokens), acts=acting or place.precision == "country") if tokens else None
        if role is not None:
            kept.append(replace(place, role=role))
    return tuple(kept)


def _points_back(clause: Clause, kind: ClaimType) -> bool:
    """True for "there", and for "they were shelled"."""
    words = {clause.parsed.words[token].lower() for token in clause.tokens}
    return ("there" in words and not _existential(clause)) or (kind in _TAKES_PLACE and bool(words & _BACK))


def _existential(clause: Clause) -> bool:
    return any(clause.parsed.deps[token] == "expl" for token in clause.tokens)


def _role(clause: Clause, tokens: Sequence[int], *, acts: bool) -> PlaceRole | None:
    """`event`, `mentioned`, or None when the name is not a place here."""
    parsed = clause.parsed
    top = next((token for token in tokens if parsed.heads[token] not in tokens), tokens[0])
    noun = _area(clause, top)
    if noun is None:
        # An adjective or plural of a people ("Russian soldiers", "the Russians") is no place.
        return None if parsed.tags[top] in ("JJ", "NNPS") else "mentioned"
    if noun == top and parsed.tags[top] in ("JJ", "NNPS"):
        return None
    dep, head = parsed.deps[noun], parsed.heads[noun]
    if dep == "pobj":
        return _after_preposition(clause, head)
    if dep in ("dobj", "nsubjpass"):
        return "event" if parsed.lemmas[head].lower() in grammar.ENTERED else "mentioned"
    if dep == "nsubj":
        return _as_subject(parsed.lemmas[head].lower(), acts=acts and noun == top)
    return "event" if dep in ("npadvmod", "advmod", "ROOT") else "mentioned"


def _as_subject(verb: str, *, acts: bool) -> PlaceRole | None:
    """None for a country or capital that acts; a town under fire is where it happens."""
    if acts:
        return None
    return "event" if verb in grammar.UNDERGOING else "mentioned"


def _area(clause: Clause, top: int) -> int | None:
    """The noun that carries the place's part ("Kursk region" -> region), or None for a mere modifier."""
    parsed = clause.parsed
    token = top
    while parsed.heads[token] != token:
        dep, head = parsed.deps[token], parsed.heads[token]
        part = parsed.lemmas[head].lower() in grammar.AREAS
        if dep in ("conj", "appos") or (
            dep in _NAMING and (part or (parsed.poses[head] == "PROPN" and dep != "poss"))
        ):
            token = head
        elif dep in _NAMING:
            return None
        elif (
            dep == "pobj"
            and parsed.lemmas[head] == "of"
            and parsed.lemmas[parsed.heads[head]].lower() in grammar.AREAS
        ):
            token = parsed.heads[head]
        else:
            break
    return token


def _after_preposition(clause: Clause, preposition: int) -> PlaceRole | None:
    parsed = clause.parsed
    word = parsed.lemmas[preposition].lower()
    if parsed.deps[preposition] == "agent":
        return None
    if word == "for":
        return "event" if parsed.lemmas[parsed.heads[preposition]].lower() in grammar.BOUND_FOR else "mentioned"
    return "event" if word in grammar.WHERE else "mentioned"
