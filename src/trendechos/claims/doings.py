"""The coded event of a claim: what was done, or the act of speech itself."""

from __future__ import annotations

from dataclasses import replace

from trendechos.claims import acts, events, plover, status, types
from trendechos.claims.actors import actors, named_in
from trendechos.claims.answerable import addressable, answerable, asked, speaking, undertaking, weighing
from trendechos.claims.arguments import arguments
from trendechos.claims.attribution import Attribution
from trendechos.claims.coded import Coded
from trendechos.knowledge import cameo
from trendechos.languages.en import grammar
from trendechos.languages.en.events import Term
from trendechos.records import Actor, Auxiliary, ClaimType, Event

# Make a statement, make an appeal; declining to comment is 011, weighing what to do 014.
_SPEECH = {"statement": "010", "call": "020"}
_DECLINED, _WEIGHED = "011", "014"


def event(
    one: Coded, kind: ClaimType, how: types.Said, attribution: Attribution, *, background: bool
) -> Event | None:
    """The event that a claim is coded as; None for a judgement and for words that name none with a code.

    Those who die without a coded cause are recipients of an event without codes.
    A call is coded as PLOVER's REQUEST by its speaker of those who are to act, whatever they are to do; a
    statement or call without a coded act as CAMEO 01 or 02, which PLOVER dropped and which are kept here.
    """
    if kind == "assessment":
        return None
    if how.silent:
        return Event(None, _DECLINED, actors=speaking(attribution, one.context))
    performed = acts.performed(one, attribution)
    if performed is not None:
        return _performed(one, performed, attribution, background=background)
    return _told(one, kind, how, attribution, background=background)


def _told(
    one: Coded, kind: ClaimType, how: types.Said, attribution: Attribution, *, background: bool
) -> Event | None:
    """The event that the words of the clause tell of, or the act of speech where they tell of none."""
    term, doers, recipients = _act(one, how)
    if term is not None and not doers:
        doers = answerable(one, attribution) or undertaking(one)
        recipients = tuple(item for item in recipients if item not in doers)
    called = kind == "call" and attribution.cue is not None and attribution.cue.kind == "call"
    if term is not None and called and term.plover != "REQUEST":
        # What is asked is the bare act: "urged to free" asks to free, not to promise it.
        term = plover.demanded(one.trigger.term if one.trigger else term)
        doers = doers if one.trigger is not None and one.trigger.token == one.clause.core else ()
        doers, recipients = speaking(attribution, one.context), asked(one, attribution) or doers
    elif term is not None and (by := status.asker(one.clause, one.path)) is not None:
        doers, recipients = named_in(one.context, arguments(one.clause.tree, by).subjects), doers
    elif term is not None and how.status == "demanded" and status.is_duty(one.clause, one.path):
        # "The army must leave": who is to act is asked, and who says so asks.
        doers, recipients = speaking(attribution, one.context), doers
    if term is not None and how.threatens:
        term = plover.threatened(term)
    if term is None and kind == "casualties" and recipients:
        return Event(None, None, recipients=recipients, auxiliary=_auxiliary(how, background=background))
    if term is None:
        if how.status == "considered" and (who := weighing(one, attribution)):
            return Event(None, _WEIGHED, actors=who)
        others = asked(one, attribution) if kind == "call" else ()
        if kind not in _SPEECH or (attribution.speaker.kind == "none" and not others):
            return None
        code = _DECLINED if kind == "statement" and how.polarity == "noncommittal" else _SPEECH[kind]
        return Event(None, code, actors=speaking(attribution, one.context), recipients=others)
    if term.plover == "REQUEST" and _appeals(one, attribution):
        term = replace(term, cameo=plover.APPEALS.get(term.mode or "", "020"))
    if term.plover == "REQUEST":
        recipients = tuple(item for item in recipients or _addressed(one) if addressable(item))
    contexts = cameo.plover(term.cameo)[2] if term.cameo else ()
    auxiliary = _auxiliary(how, background=background)
    return Event(term.plover, term.cameo, term.mode, contexts, doers, recipients, auxiliary)


def _addressed(one: Coded) -> tuple[Actor, ...]:
    """Whom a verb of asking turns to with a preposition ("called on the government to pay")."""
    around = one.trigger.arguments if one.trigger else None
    tokens = [token for word in ("on", "upon", "to", "with") for token in around.after(word)] if around else []
    return named_in(one.context, tokens)


def _performed(one: Coded, trigger: events.Trigger, attribution: Attribution, *, background: bool) -> Event:
    """The event that a speaker brings about by saying so."""
    term = trigger.term
    contexts = cameo.plover(term.cameo)[2] if term.cameo else ()
    past: tuple[Auxiliary, ...] = ("historical",) if background else ()
    doers, recipients = actors(one.context, trigger)
    if term.plover == "REQUEST":
        recipients = asked(one, attribution)
    return Event(term.plover, term.cameo, term.mode, contexts, doers, recipients, past)


def _act(one: Coded, how: types.Said) -> tuple[Term | None, tuple[Actor, ...], tuple[Actor, ...]]:
    """The row of the lexicon after PLOVER's rules, who acts and who is acted upon; no row without a code."""
    trigger = one.trigger
    if trigger is None and how.status == "demanded":
        trigger = events.Trigger(one.clause.core, plover.DEMAND, arguments(one.clause.tree, one.clause.core))
    if trigger is None or trigger.term.cameo is None:
        # Deaths without a known cause have no code, and yet befall somebody.
        dead = trigger is not None and trigger.term.claim_type == "casualties"
        return None, (), actors(one.context, trigger)[1] if trigger is not None and dead else ()
    term = plover.recode(one.clause, one.path, trigger.term, how.status, negated=how.polarity == "denied")
    return term, *actors(one.context, trigger)


def _appeals(one: Coded, attribution: Attribution) -> bool:
    """True where the words ask ("urged", "appealed for") and do not demand."""
    lemmas = one.clause.parsed.lemmas
    said = {lemmas[token].lower() for token in one.path}
    if attribution.cue is not None:
        said |= {lemmas[token].lower() for token in one.context.tokens([attribution.cue.span])}
    return not said.isdisjoint(grammar.APPEALS)


def _auxiliary(how: types.Said, *, background: bool) -> tuple[Auxiliary, ...]:
    """PLOVER's auxiliary modes, which follow the claim."""
    modes: dict[Auxiliary, bool] = {
        "historical": background,
        "future": how.status in ("announced", "predicted", "demanded"),
        "hypothetical": how.certainty == "possible" or how.status == "considered",
        "negated": how.polarity == "denied",
    }
    return tuple(key for key, on in modes.items() if on)
