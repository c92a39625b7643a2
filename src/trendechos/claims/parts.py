"""Times, quantities and words of one clause."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import replace

from trendechos.claims.clauses import Clause
from trendechos.languages.en import events, grammar
from trendechos.records import Place, Quantity, Span, Timex

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
    last = bisect_left(parsed.starts, span.end - start)
    first = max(0, bisect_right(parsed.starts, span.start - start) - 1)
    if first < last and parsed.end(first) + start <= span.start:
        first += 1
    return tuple([token for token in clause.tokens if first <= token < last])


def quantities(clause: Clause, start: int, found: Iterable[Quantity]) -> tuple[Quantity, ...]:
    """The quantities that stand in the clause and are not replaced there by another."""
    return tuple(one for one in found if not one.former and tokens_at(clause, start, one.span))


def scoped(found: Iterable[Quantity], places: Iterable[Place]) -> tuple[Quantity, ...]:
    """The quantities with the event place as scope, where the text ties the number to no nearer place."""
    scope = next((place.name for place in places if place.role == "event"), None)
    return tuple(replace(item, scope=scope) if item.scope is None and scope else item for item in found)


def gives_time(clause: Clause, start: int, found: Iterable[Timex]) -> bool:
    """True when a time, resolved or not, stands in the clause."""
    return any(tokens_at(clause, start, timex.span) for timex in found if timex.duration is None)


def nearest_time(clause: Clause, start: int, found: Iterable[Timex], near: int) -> Timex | None:
    """The time expression nearest, in the tree, to the word `near`; None without one that has a moment."""
    best: tuple[int, int, Timex] | None = None
    for timex in found:
        tokens = tokens_at(clause, start, timex.span)
        if not tokens or timex.moment is None or _of_another_act(clause, tokens[0], near):
            continue
        if _of_what_was_before(clause, tokens):
            continue
        distance = min(_distance(clause, token, near) for token in tokens)
        if best is None or (distance, tokens[0]) < best[:2]:
            best = (distance, tokens[0], timex)
    return best[2] if best else None


def _of_another_act(clause: Clause, token: int, near: int) -> bool:
    """True for the time of a purpose, a reason or a participant's past ("X, who was freed in May, was shot").

    A clause with "when" or "as" shares its time, and so does one on a noun for an act ("an attack of May").
    """
    tree, parsed = clause.tree, clause.parsed
    way = {near, *tree.ancestors(near)}
    for above in tree.ancestors(token):
        if above in way or above not in clause.tokens:
            return False
        dep = parsed.deps[above]
        if parsed.poses[above] == "NOUN" and parsed.lemmas[parsed.heads[token]] == "of":
            return above == parsed.heads[parsed.heads[token]] and dep == "pobj"
        if parsed.poses[above] not in ("VERB", "AUX"):
            continue
        words = {parsed.lemmas[child].lower() for child in tree.children[above]}
        if dep == "xcomp":
            return "to" in words
        if dep == "advcl":
            return not words & {"when", "as", "while"}
        if dep in ("relcl", "acl"):
            noun = parsed.lemmas[parsed.heads[above]].lower()
            return noun not in grammar.TOLD and not events.terms().get((noun, "n"))
    return False


def _of_what_was_before(clause: Clause, tokens: tuple[int, ...]) -> bool:
    """True for the time of the number that another is held against ("3,000 men, up from 1,000 in May")."""
    tree, parsed = clause.tree, clause.parsed
    for above in tree.ancestors(tokens[0]):
        if parsed.poses[above] in ("VERB", "AUX"):
            return False
        if parsed.lemmas[above].lower() not in ("from", "than"):
            continue
        held = tree.child(above, "pobj")
        return held is not None and any(
            parsed.poses[inner] == "NUM" and inner not in tokens for inner in tree.subtree(held)
        )
    return False


def _distance(clause: Clause, one: int, other: int) -> int:
    up = [one, *clause.tree.ancestors(one)]
    down = [other, *clause.tree.ancestors(other)]
    shared = next((token for token in up if token in down), None)
    return len(up) + len(down) if shared is None else up.index(shared) + down.index(shared)


def lemmas(clause: Clause) -> tuple[str, ...]:
    """The lower-cased lemmas of the content words of the clause, in order."""
    poses, lemmas = clause.parsed.poses, clause.tree.lemmas
    return tuple(
        lemma for token in clause.tokens
        if poses[token] in _CONTENT and (lemma := lemmas[token]) not in _STOP_LEMMAS
    )  # fmt: skip
