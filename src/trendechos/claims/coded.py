"""One clause with what its words say, before it becomes a claim."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from trendechos.claims import certainty, clauses, events, parts
from trendechos.claims.arguments import arguments
from trendechos.claims.clauses import Clause
from trendechos.claims.context import Context
from trendechos.languages.en import grammar
from trendechos.languages.en.events import Term
from trendechos.records import ClaimType, Quantity

# Numbers of these can each carry a claim of their own; sums of money, distances and shares only qualify one.
_COUNTED = frozenset(
    {
        "troops",
        "killed",
        "wounded",
        "killed_or_wounded",
        "casualties",
        "captured",
        "missing",
        "displaced",
        "civilians",
    }
)
SEIZED = Term((), "combat", "COERCE", "seize", "192")
# What the same verbs mean of people and goods: held, set free, confiscated.
_TAKEN_ELSE = frozenset({"181", "0841", "171"})
_CLIMB = frozenset({"nummod", "quantmod", "compound", "amod"})


@dataclass(frozen=True, slots=True)
class Coded:
    """A clause with the word that names its event, the way down to it, and the hedges on that way."""

    context: Context
    clause: Clause
    trigger: events.Trigger | None
    path: tuple[int, ...]
    softenings: tuple[certainty.Softening, ...]
    quantities: tuple[Quantity, ...]

    @property
    def event_type(self) -> ClaimType | None:
        """The claim type of the bare event, None where no word names one."""
        return cast("ClaimType", self.trigger.term.claim_type) if self.trigger else None

    @property
    def reportedly(self) -> bool:
        """True when the page passes the words on without standing behind them ("allegedly")."""
        return any(item.kind == "reported" for item in self.softenings)

    @property
    def asks(self) -> bool:
        """True when the clause is an indirect question ("if", "whether")."""
        tree = self.clause.tree
        return any(tree.lows[child] in ("if", "whether") for child in tree.children[self.clause.head])

    @property
    def conditional(self) -> bool:
        """True when a condition hangs on the clause."""
        return any(item.kind == "condition" for item in self.softenings)


def read(context: Context, inside: frozenset[int]) -> Iterator[Coded]:
    """The propositions among the words `inside` of a sentence: clauses, then numbers of different things."""
    for clause in clauses.split(context.tree, inside):
        numbers = parts.quantities(clause, context.start, context.quantities)
        trigger = events.find(clause, context.people) or events.counted(
            clause, [item.counts for item in numbers]
        )
        trigger = _seized(context, clause, trigger)
        path = events.path(clause, trigger)
        whole = Coded(context, clause, trigger, path, certainty.soften(clause, path), numbers)
        yield from _by_number(whole)


def _seized(context: Context, clause: Clause, trigger: events.Trigger | None) -> events.Trigger | None:
    """`trigger`, or the taking of a place where that is what is captured, held or falls ("took Goma")."""
    parsed, core = clause.parsed, clause.core
    if trigger is not None and trigger.term.cameo not in _TAKEN_ELSE:
        return trigger
    lemma = clause.tree.lemmas[core]
    if lemma != "fall" and lemma not in grammar.SEIZING:
        return trigger
    around = arguments(clause.tree, core)
    taken = around.subjects if lemma == "fall" and around.after("to") else around.objects
    spans = [context.span([token]) for token in taken if parsed.poses[token] == "PROPN"]
    placed = any(place.span.holds(span) for place in context.places for span in spans)
    return events.Trigger(core, SEIZED, around) if placed else trigger


def whole(context: Context, clause: Clause, trigger: events.Trigger) -> Coded:
    """One proposition of a given clause and trigger."""
    path = events.path(clause, trigger)
    numbers = parts.quantities(clause, context.start, context.quantities)
    return Coded(context, clause, trigger, path, certainty.soften(clause, path), numbers)


def _by_number(whole: Coded) -> Iterator[Coded]:
    """One proposition a number where the numbers count different things or stand in different places."""
    tree = whole.clause.tree
    counted = [item for item in whole.quantities if item.counts in _COUNTED]
    heads = {_head(whole, item): item for item in counted}
    if len(heads) < 2 or not _differ(whole, heads):
        yield whole
        return
    taken: set[int] = set()
    for head in sorted(heads, reverse=True):
        words = {token for token in tree.subtree(head) if token in whole.clause.tokens} - taken
        others = {inner for other in heads if other != head and other in words for inner in tree.subtree(other)}
        if head == min(heads):
            words, others = set(whole.clause.tokens), taken
        own = sorted(words - others) or [head]
        taken |= set(own)
        yield _narrowed(whole, head, own, first=head == min(heads))


def _narrowed(whole: Coded, head: int, own: Sequence[int], *, first: bool) -> Coded:
    clause = whole.clause
    tokens = clauses.trimmed(clause.tree, list(own))
    if first:
        piece = Clause(clause.tree, clause.head, clause.core, clause.above, tokens)
    else:
        piece = Clause(clause.tree, head, head, (), tokens)
    numbers = parts.quantities(piece, whole.context.start, whole.quantities)
    trigger = (
        events.counted(piece, [item.counts for item in numbers if item.counts != "troops"]) or whole.trigger
    )
    return Coded(whole.context, piece, trigger, whole.path, whole.softenings, numbers)


def _head(whole: Coded, quantity: Quantity) -> int:
    """The noun that a number counts, else the number itself."""
    parsed = whole.clause.parsed
    token = max(parts.tokens_at(whole.clause, whole.context.start, quantity.span))
    while parsed.deps[token] in _CLIMB and parsed.heads[token] in whole.clause.tokens:
        token = parsed.heads[token]
    return token


def _differ(whole: Coded, heads: dict[int, Quantity]) -> bool:
    """True when the numbers count different things, or each has a place of its own."""
    if len({item.counts for item in heads.values()}) > 1:
        return True
    tree, parsed = whole.clause.tree, whole.clause.parsed
    placed = [
        head for head in heads
        if any(parsed.deps[child] == "prep" and parsed.lemmas[child] in ("in", "at", "inside", "near", "on")
               for child in tree.subtree(head) if _nearest(whole, child, heads) == head)
    ]  # fmt: skip
    return len(placed) >= len(heads) - 1 and len(placed) > 0


def _nearest(whole: Coded, token: int, heads: dict[int, Quantity]) -> int | None:
    return next((above for above in whole.clause.tree.ancestors(token) if above in heads), None)
