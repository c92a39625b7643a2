"""Money or help that somebody promises or announces, where no word of the clause says what is done with it."""

from __future__ import annotations

from dataclasses import replace

from trendechos.claims import events
from trendechos.claims.acts import cue_token
from trendechos.claims.arguments import arguments
from trendechos.claims.attribution import Attribution
from trendechos.claims.coded import Coded
from trendechos.languages.en import grammar
from trendechos.languages.en.events import Term

_HELP = frozenset({"aid", "assistance", "relief", "funding"})
# Promised aid is intent (PLOVER AGREE, CAMEO 033).
PROMISED = Term((), "aid", "AGREE", None, "033")


def promised(one: Coded, attribution: Attribution) -> Coded:
    """`one`, as a promise of aid where the cue gives a bare sum or help ("pledged 5 billion naira")."""
    parsed, core, cue = one.clause.parsed, one.clause.core, attribution.cue
    if one.trigger is not None or cue is None:
        return one
    if parsed.poses[core] in ("VERB", "AUX") and not _is_purpose(one, attribution):
        return one
    said = {parsed.lemmas[token].lower() for token in one.context.tokens([cue.span])}
    named = any(parsed.lemmas[token].lower() in _HELP for token in one.clause.tokens)
    money = named or any(item.counts == "money" for item in one.quantities)
    if not money or said.isdisjoint(grammar.GIVING):
        return one
    return replace(one, trigger=events.Trigger(core, PROMISED, arguments(one.clause.tree, core)))


def _is_purpose(one: Coded, attribution: Attribution) -> bool:
    """True where the verb only says what is given is for ("pledged 5 million euros to rebuild homes")."""
    tree, cue = one.context.tree, cue_token(attribution, one.context)
    given = tree.child(cue, "dobj") if cue is not None else None
    return given in one.clause.tokens and given != one.clause.core
