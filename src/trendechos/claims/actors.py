"""Who acts and who is acted upon, with their codes."""

from __future__ import annotations

from collections.abc import Sequence

from trendechos.claims.context import Context
from trendechos.claims.events import Trigger
from trendechos.languages.en import events as lexicon
from trendechos.records import Actor

_TOWARDS = ("against", "with", "to", "on", "upon", "from", "at", "for")
# Acts that always befall somebody.
_BEFALL = frozenset({"casualties", "capture"})
_PHRASE = ("compound", "amod", "nmod", "poss", "det", "nummod")


def actors(context: Context, trigger: Trigger) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    """Actors and recipients of `trigger`, in order of position; alliances stay one actor."""
    parsed = context.tree.parsed
    doers = [token for token in trigger.arguments.subjects if parsed.poses[token] != "VERB"]
    done_to = list(trigger.arguments.objects)
    if not done_to and trigger.term.claim_type in _BEFALL and parsed.tags[trigger.token] in ("VBD", "VBN"):
        # Headlines drop the auxiliary: "two killed in raid".
        doers, done_to = [], doers
    named = _named(context, doers)
    if parsed.poses[trigger.token] in ("NOUN", "PROPN"):
        # Before a noun stand makers and mere kinds alike ("Russian raid", "night raid").
        named = tuple(item for item in named if item.code is not None)
    met = _named(context, [token for token in done_to if token not in doers])
    towards = [token for word in _TOWARDS for token in trigger.arguments.after(word) if token not in doers]
    # What follows "on" or "with" is as often a day or a weapon: only known actors count there.
    known = [item for item in _named(context, towards) if item.code is not None and item not in met]
    return named, tuple(item for item in (*met, *known) if item not in named)


def _named(context: Context, tokens: Sequence[int]) -> tuple[Actor, ...]:
    found: list[Actor] = []
    for token in tokens:
        actor = _actor(context, token)
        if actor is not None and actor not in found:
            found.append(actor)
    return tuple(found)


def _actor(context: Context, token: int) -> Actor | None:
    """The actor that a noun phrase names; a group of a nation's soldiers takes the nation's code and MIL."""
    parsed, tree = context.tree.parsed, context.tree
    if parsed.poses[token] not in ("NOUN", "PROPN", "ADJ", "NUM"):
        return None
    phrase = [token, *(child for child in tree.children[token] if parsed.deps[child] in _PHRASE)]
    span = context.span(phrase)
    name = " ".join(context.report.words(span.field)[span.start : span.end].split())
    inside = [mention for mention in context.mentions if span.overlaps(mention.span)]
    code = next((mention.code for mention in inside if mention.code), None)
    party = next((mention.party for mention in inside if mention.party), None)
    personnel = parsed.lemmas[token].lower() in lexicon.classes()["PERSONNEL"]
    if personnel and (party or code):
        return Actor(name, (party or code or "")[:3] + "MIL")
    exact = next((mention for mention in inside if mention.span.holds(context.span([token]))), None)
    return Actor(exact.canonical, exact.code) if exact is not None else Actor(name, code)
