"""Acts of violence that a clause takes as known: what is condemned, investigated or answered has happened."""

from __future__ import annotations

from collections.abc import Iterator

from trendechos.claims import coded, events
from trendechos.claims.clauses import Clause
from trendechos.claims.coded import Coded
from trendechos.claims.harmed import owned
from trendechos.languages.en import grammar

_VIOLENT = frozenset({"combat", "casualties", "capture"})
_NOUNS = ("NOUN", "PROPN")
_HARMED = ("of", "on", "against")


def acts(one: Coded) -> Iterator[Coded]:
    """One proposition for each act that the clause names beside its own and takes as known.

    "Condemned the murder of the mayor", "held over the attack on the bank": the act must be named with those
    whom it befell, and hang on a word that presupposes it. "Fears an attack on" and "plans for a raid on" say
    nothing of what has happened.
    """
    tree, parsed, clause = one.clause.tree, one.clause.parsed, one.clause
    own = frozenset(clause.tokens)
    for token in clause.tokens:
        if parsed.poses[token] not in _NOUNS or token in one.path or not _is_known(one, token):
            continue
        trigger = events.at(tree, token, own, None)
        if trigger is None or trigger.term.claim_type not in _VIOLENT or trigger.term.cameo is None:
            continue
        if any(trigger.arguments.after(word) for word in _HARMED) or owned(tree, token):
            words = tuple(sorted(own.intersection(tree.subtree(token))))
            yield coded.whole(one.context, Clause(tree, token, token, (), words), trigger)


def _is_known(one: Coded, noun: int) -> bool:
    """True behind a verb or preposition that takes its object as a fact."""
    parsed = one.clause.parsed
    while parsed.deps[noun] == "conj" and parsed.poses[parsed.heads[noun]] in _NOUNS:
        noun = parsed.heads[noun]
    head, dep = parsed.heads[noun], parsed.deps[noun]
    if dep in ("dobj", "nsubjpass"):
        return parsed.lemmas[head].lower() in grammar.PRESUPPOSING
    if dep != "pobj":
        return False
    word, above = parsed.lemmas[head].lower(), parsed.heads[head]
    if word in ("of", "for", "in", "with", "to"):
        # The parse may hang "of the murder" on those who are convicted.
        near = {parsed.lemmas[one].lower() for one in (above, parsed.heads[above])}
        return not near.isdisjoint(grammar.PRESUPPOSING)
    return word in ("after", "following", "since", "despite", "over", "into")
