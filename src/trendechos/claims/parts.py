"""Places, times, quantities and words of one clause."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from trendechos.claims.clauses import Clause
from trendechos.languages.en import grammar
from trendechos.records import Moment, Place, PlaceRole, Quantity, Span, Timex

_STOP_LEMMAS = frozenset(
    [
        "be",
        "have",
        "do",
        "will",
        "would",
        "may",
        "might",
        "could",
        "can",
        "should",
        "must",
        "a",
        "an",
        "the",
        "it",
        "he",
        "she",
        "they",
        "we",
        "i",
        "you",
        "his",
        "her",
        "their",
        "its",
    ]
)
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})


def tokens_at(clause: Clause, start: int, span: Span) -> tuple[int, ...]:
    """The tokens of the clause that `span` covers; the sentence begins at `start`."""
    parsed = clause.parsed
    return tuple(
        token for token in clause.tokens
        if parsed.starts[token] + start < span.end and span.start < parsed.end(token) + start
    )  # fmt: skip


def places(clause: Clause, start: int, found: Iterable[Place]) -> tuple[Place, ...]:
    """The places of the clause with their role; names that act ("Moscow sent") and adjectives are left out."""
    kept = []
    for place in found:
        tokens = tokens_at(clause, start, place.span)
        if tokens:
            role = _role(clause, tokens)
            if role is not None:
                kept.append(replace(place, role=role))
    return tuple(kept)


def _role(clause: Clause, tokens: Sequence[int]) -> PlaceRole | None:
    """`event`, `mentioned`, or None when the name is not a place here."""
    parsed = clause.parsed
    top = next((token for token in tokens if parsed.heads[token] not in tokens), tokens[0])
    if parsed.tags[top] in ("JJ", "NNPS") and parsed.deps[top] in (
        "amod",
        "nsubj",
        "nsubjpass",
        "dobj",
        "pobj",
    ):
        return None
    inner = top
    while (
        parsed.deps[inner] in ("compound", "amod", "poss", "conj", "appos", "nmod")
        and parsed.heads[inner] != inner
    ):
        step = parsed.deps[inner]
        inner = parsed.heads[inner]
        if step == "poss" and not parsed.lemmas[inner].lower() in grammar.AREAS:
            return "mentioned"
        if (
            step in ("compound", "amod", "nmod")
            and not parsed.lemmas[inner].lower() in grammar.AREAS
            and parsed.poses[inner] != "PROPN"
        ):
            return "mentioned"
    dep = parsed.deps[inner]
    if dep == "pobj":
        preposition = parsed.heads[inner]
        word = parsed.lemmas[preposition].lower()
        if parsed.deps[preposition] == "agent":
            return None
        if word in grammar.WHERE:
            return "event"
        return "mentioned"
    if dep in ("nsubj", "nsubjpass"):
        return None if parsed.poses[parsed.heads[inner]] in ("VERB", "AUX") and dep == "nsubj" else "mentioned"
    if dep == "dobj":
        verb = parsed.lemmas[parsed.heads[inner]].lower()
        return "event" if verb in grammar.ENTERED else "mentioned"
    if dep in ("npadvmod", "advmod", "ROOT"):
        return "event"
    return "mentioned"


def quantities(
    clause: Clause, start: int, found: Iterable[Quantity], scope: str | None
) -> tuple[Quantity, ...]:
    """The quantities of the clause; `scope` fills in where the text ties the number to no nearer place."""
    kept = [quantity for quantity in found if tokens_at(clause, start, quantity.span)]
    return tuple(replace(item, scope=scope) if item.scope is None and scope else item for item in kept)


def happened(clause: Clause, start: int, found: Iterable[Timex], near: int) -> Moment | None:
    """The moment of the time expression nearest, in the tree, to the word `near`; None without one."""
    best: tuple[int, int, Moment] | None = None
    for timex in found:
        tokens = tokens_at(clause, start, timex.span)
        if not tokens or timex.moment is None:
            continue
        distance = min(_distance(clause, token, near) for token in tokens)
        if best is None or (distance, tokens[0]) < best[:2]:
            best = (distance, tokens[0], timex.moment)
    return best[2] if best else None


def _distance(clause: Clause, one: int, other: int) -> int:
    up = [one, *clause.tree.ancestors(one)]
    down = [other, *clause.tree.ancestors(other)]
    shared = next((token for token in up if token in down), None)
    return len(up) + len(down) if shared is None else up.index(shared) + down.index(shared)


def lemmas(clause: Clause) -> tuple[str, ...]:
    """The lower-cased lemmas of the content words of the clause, in order."""
    parsed = clause.parsed
    return tuple(
        lemma for token in clause.tokens
        if parsed.poses[token] in _CONTENT and (lemma := parsed.lemmas[token].lower()) not in _STOP_LEMMAS
    )  # fmt: skip
