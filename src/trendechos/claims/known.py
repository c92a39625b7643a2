"""Acts of violence that a clause takes as known: what is condemned, answered, or told behind "when"."""

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
    nothing of what has happened. So does what was going on or had come before ("wounded when gunmen fired on
    the bus", "freed a boy whom they had kidnapped").
    """
    tree, parsed, clause = one.clause.tree, one.clause.parsed, one.clause
    own = frozenset(clause.tokens)
    for token in sorted(own.intersection(events.words(tree))):
        verb = parsed.poses[token] == "VERB"
        if token in one.path or not (_is_told(one, token) if verb else _is_known(one, token)):
            continue
        trigger = events.at(tree, token, own, None)
        if trigger is None or trigger.term.claim_type not in _VIOLENT or trigger.term.plover != "ASSAULT":
            continue
        around = trigger.arguments
        named = around.objects and around.subjects if verb else owned(tree, token)
        if named or any(around.after(word) for word in _HARMED):
            words = tuple(sorted(own.intersection(tree.subtree(token))))
            yield coded.whole(one.context, Clause(tree, token, token, (), words), trigger)


def _is_told(one: Coded, verb: int) -> bool:
    """True for a verb in the past behind "when", "after" or a relative pronoun, which tells what happened."""
    parsed, tree = one.clause.parsed, one.clause.tree
    children = tree.children[verb]
    if parsed.deps[verb] not in ("relcl", "advcl"):
        return False
    if any(parsed.deps[child] == "neg" for child in children):
        return False
    helping = [parsed.tags[child] for child in children if parsed.deps[child] in ("aux", "auxpass")]
    past = parsed.tags[verb] == "VBD" if not helping else "VBD" in helping and "MD" not in helping
    if parsed.deps[verb] == "relcl":
        return past
    marks = {parsed.lemmas[child].lower() for child in children if parsed.deps[child] in ("mark", "advmod")}
    return past and not marks.isdisjoint(("when", "after", "as", "while", "since"))


def _is_known(one: Coded, noun: int) -> bool:
    """True behind a verb or preposition that takes its object as a fact."""
    parsed, lemmas = one.clause.parsed, one.clause.tree.lemmas
    while parsed.deps[noun] == "conj" and parsed.poses[parsed.heads[noun]] in _NOUNS:
        noun = parsed.heads[noun]
    head, dep = parsed.heads[noun], parsed.deps[noun]
    if dep in ("dobj", "nsubjpass"):
        return lemmas[head] in grammar.PRESUPPOSING
    if dep != "pobj":
        return False
    word, above = lemmas[head], parsed.heads[head]
    if word in ("of", "for", "in", "with", "to"):
        # The parse may hang "of the murder" on those who are convicted.
        return lemmas[above] in grammar.PRESUPPOSING or lemmas[parsed.heads[above]] in grammar.PRESUPPOSING
    return word in ("after", "following", "since", "despite", "over", "into")
