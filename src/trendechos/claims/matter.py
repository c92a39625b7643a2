"""What a clause that only points ("they are serious") is about, where its sentence says so beside it."""

from __future__ import annotations

from trendechos.claims.attribution import Attribution
from trendechos.claims.clauses import Clause
from trendechos.claims.context import Context

_POINTERS = frozenset(("it", "they", "this", "that", "these", "those"))
_ABOUT = frozenset(("on", "about", "over", "regarding", "concerning"))
_NAMING = frozenset(("NOUN", "ADJ"))


def lemmas(clause: Clause, attribution: Attribution, context: Context) -> tuple[str, ...]:
    """The lemmas of what the sentence names as the matter of a clause whose subject is a pronoun.

    "Asked about the pictures, she said they are real" gives "picture"; nothing where the subject names
    something itself or the matter stands in another sentence.
    """
    tree, parsed = clause.tree, clause.parsed
    subject = tree.child(clause.head, "nsubj", "nsubjpass")
    if subject is None or tree.lows[subject] not in _POINTERS or not tree.has(_ABOUT):
        return ()
    known = [*attribution.content, *(timex.span for timex in context.times)]
    if attribution.cue is not None:
        known.append(attribution.cue.span)
    outside = context.outside(known)
    named = {
        token
        for about in outside
        if tree.lows[about] in _ABOUT
        for token in tree.subtree(about)
        if token in outside and parsed.poses[token] in _NAMING
    }
    return tuple(parsed.lemmas[token].lower() for token in sorted(named))
