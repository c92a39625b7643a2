"""The event between two given actors of one sentence."""

from __future__ import annotations

from collections.abc import Set

from trendechos.claims import certainty, clauses, events, plover, polarity, status
from trendechos.claims.clauses import Clause
from trendechos.languages.en.events import Term
from trendechos.text.tree import Tree

_VERBS = ("VERB", "AUX")


def between(tree: Tree, source: Set[int], target: Set[int]) -> Term | None:
    """What the words that join `source` and `target` say happened, by PLOVER's rules, or None."""
    for head in _joints(tree, source, target):
        term = _term(tree, head)
        if term is not None:
            return term
    return None


def _term(tree: Tree, head: int) -> Term | None:
    """The coded event under `head`; mere speech is looked through ("said it would free")."""
    clause = clauses.under(tree, head)
    trigger = events.find(clause, None)
    if trigger is None and status.status(clause, clause.spine, (), None) == "demanded":
        return plover.DEMAND
    if trigger is None or trigger.term.cameo is None:
        below = tree.child(head, "ccomp")
        return _term(tree, below) if below is not None else None
    if trigger.term.plover is None:
        below = tree.child(trigger.token, "ccomp", "xcomp")
        return _term(tree, below) if below is not None else None
    return code(clause, trigger)


def code(clause: Clause, trigger: events.Trigger) -> Term:
    """The trigger's row after the decision rules."""
    path = events.path(clause, trigger)
    softenings = certainty.soften(clause, path)
    state = status.status(clause, path, softenings, trigger.term.claim_type)
    return plover.recode(clause, path, trigger.term, state, negated=polarity.negated(clause, path))


def _joints(tree: Tree, source: Set[int], target: Set[int]) -> list[int]:
    """Verbs that may join the two, nearest to the source first, then the roots."""
    parsed = tree.parsed
    found: list[int] = []
    heads = [token for token in sorted(source) if parsed.heads[token] not in source]
    for head in heads:
        above = [head, *tree.ancestors(head)]
        verbs = [token for token in above if parsed.poses[token] in _VERBS]
        for verb in verbs:
            if target & set(tree.subtree(verb)):
                found.append(verb)
                break
        found.extend(verbs)
    return [*dict.fromkeys([*found, *tree.roots])]
