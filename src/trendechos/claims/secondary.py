"""Which places of a clause only say where another lies, or belong to another act."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from trendechos.claims.clauses import Clause
from trendechos.claims.context import Context
from trendechos.languages.en import grammar
from trendechos.records import Place

_INSIDE = frozenset({"in", "of", "inside"})
_VERBS = ("VERB", "AUX")


def told_apart(
    context: Context, clause: Clause, places: Sequence[Place], path: Sequence[int]
) -> tuple[Place, ...]:
    """`places` with those only mentioned that hold another or lie beside one, as long as one is left.

    The land of a place ("Lamu, Kenya"), what it is near, what a distance is measured from, and the place of
    another act of the clause give way to the place of the event, to which `path` leads.
    """

    def is_land(place: Place) -> bool:
        return any(_may_hold(place, other) and _tells_where(context, clause, place, other) for other in places)

    def is_off_the_way(place: Place) -> bool:
        token = min(context.tokens([place.span]))
        return _measures(clause, token) or _lies_beside(clause, token) or _nested(clause, token, path)

    return _aside(_aside(places, is_land), is_off_the_way)


def _aside(places: Sequence[Place], gives_way: Callable[[Place], bool]) -> tuple[Place, ...]:
    if sum(place.role == "event" for place in places) < 2:
        return tuple(places)
    events = {at: gives_way(place) for at, place in enumerate(places) if place.role == "event"}
    if all(events.values()):
        return tuple(places)
    return tuple(
        replace(place, role="mentioned") if events.get(at) else place for at, place in enumerate(places)
    )


def _may_hold(outer: Place, inner: Place) -> bool:
    """True for the state or province of the event's place `inner`."""
    if inner.role != "event" or outer.country is None or outer.country != inner.country:
        return False
    if outer.precision == "province":
        return inner.precision not in ("country", "province") and outer.adm1 in (inner.adm1 or "none",)
    return outer.precision == "country" and inner.precision != "country"


def _tells_where(context: Context, clause: Clause, outer: Place, inner: Place) -> bool:
    """True where the words make one phrase of both ("Lamu, Kenya", "Lamu, in eastern Kenya")."""
    parsed = clause.parsed
    outside, inside = (sorted(context.tokens([place.span])) for place in (outer, inner))
    if not outside or not inside:
        return False
    gap = range(inside[-1] + 1, outside[0])
    if inside[-1] < outside[0] and all(_joins(context, token) for token in gap):
        return True
    up, down = ([token, *clause.tree.ancestors(token)] for token in (outside[0], inside[0]))
    shared = next((token for token in up if token in down), None)
    if shared is None:
        return False
    between = {*up[: up.index(shared)], *down[: down.index(shared)], shared}
    return not any(
        parsed.poses[token] in _VERBS or (parsed.deps[token] == "conj" and token != shared) for token in between
    )


def _joins(context: Context, token: int) -> bool:
    """True for a word that may stand between a place and its land."""
    parsed = context.sentence.parsed
    if parsed.poses[token] in ("PUNCT", "ADJ", "DET", "PART") or parsed.lemmas[token].lower() in _INSIDE:
        return True
    return any(token in context.tokens([place.span]) for place in context.places)


def _preposition(clause: Clause, token: int) -> int | None:
    return next((above for above in clause.tree.ancestors(token) if clause.parsed.deps[above] == "prep"), None)


def _measures(clause: Clause, token: int) -> bool:
    """True for a place from which a distance is measured ("30 km south of Kigali")."""
    preposition, parsed = _preposition(clause, token), clause.parsed
    if preposition is None or parsed.lemmas[preposition].lower() not in ("of", "from"):
        return False
    span = range(max(0, preposition - 3), preposition)
    return any(parsed.lemmas[at].lower() in grammar.LENGTHS for at in span)


def _lies_beside(clause: Clause, token: int) -> bool:
    """True for a place behind "near" and the like."""
    preposition = _preposition(clause, token)
    return preposition is not None and clause.parsed.lemmas[preposition].lower() in grammar.BESIDE


def _nested(clause: Clause, token: int, path: Sequence[int]) -> bool:
    """True for a place under a verb that is not on the way to the event."""
    parsed, way = clause.parsed, frozenset(path)
    if not way:
        return False
    for above in clause.tree.ancestors(token):
        if above in way:
            return False
        if parsed.poses[above] == "VERB" and parsed.deps[above] in ("advcl", "relcl", "acl", "pcomp", "ccomp"):
            return True
    return False
