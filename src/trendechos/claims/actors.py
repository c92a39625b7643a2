"""Who acts and who is acted upon, with their codes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from trendechos.claims.arguments import arguments
from trendechos.claims.context import Context
from trendechos.claims.events import Trigger
from trendechos.claims.gifts import PROMISED
from trendechos.claims.harmed import bodies, listed, makers, outcome, premises, staged
from trendechos.knowledge import countries
from trendechos.languages.en import events as lexicon
from trendechos.languages.en import grammar
from trendechos.languages.en.things import HOLDERS, SUFFIXES, THINGS
from trendechos.records import Actor
from trendechos.text.tree import Tree

_NOTES = re.compile(r"\[[^\]]*\]?|^[^\[]*\]")
_MARKS = re.compile('["“”„«»]')
_NATION = 3  # letters of a country's code
_TOWARDS = ("against", "with", "to", "on", "upon", "from", "at", "for")
# Acts that always befall somebody.
_BEFALL = frozenset({"casualties", "capture"})
# Acts whose measures are laid on somebody.
_LAID_ON = frozenset({"SANCTION", "CONCEDE", "COERCE", "ASSAULT", "THREATEN"})
_PHRASE = ("compound", "amod", "nmod", "poss", "det", "nummod")
# What an act is done with, and other acts: neither does anything.
_TOOLS = ("ARMS",)
_ACTS = (
    "ATTACK", "MEETING", "ACCORD", "PROTEST", "SANCTION", "PROBE", "FALSEHOOD", "REPORTS", "DEMAND",
    "RESTRICTION", "TIES", "CRIME", "FIGHTING", "SUPPLIES", "DRILL", "NOBODY",
)  # fmt: skip


def actors(context: Context, trigger: Trigger) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    """Actors and recipients of `trigger`, in order of position; alliances stay one actor.

    Weapons and other acts do nothing and suffer nothing ("a bomb killed two", "condemned the attack"); the
    property that an attack destroys is a recipient. The forces that are moved act with who moves them.
    """
    doers, done_to = _sides(context, trigger)
    named = _acting(context, trigger, doers, done_to)
    hit = trigger.term.plover == "ASSAULT"
    met = named_in(context, [token for token in done_to if token not in doers], tools=hit)
    towards = [token for word in _TOWARDS for token in trigger.arguments.after(word) if token not in doers]
    # What follows "on" or "with" is as often a day or a weapon: only known actors count there.
    known = tuple(item for item in named_in(context, towards) if item.code is not None and item not in met)
    if trigger.term.plover == "MOBILIZE" or (trigger.term.plover, trigger.term.mode) == ("RETREAT", "withdraw"):
        moved = () if context.tree.parsed.lemmas[trigger.token].lower() in grammar.ENTERED else met
        named, met = (*named, *(item for item in moved if item not in named)), ()
    return named, tuple(item for item in (*met, *known) if item not in named)


def _sides(context: Context, trigger: Trigger) -> tuple[list[int], list[int]]:
    """The words for who does it and for whom it is done to."""
    parsed, token = context.tree.parsed, trigger.token
    doers = [one for one in trigger.arguments.subjects if parsed.poses[one] != "VERB"]
    if trigger.term.plover == "AID":
        doers += _senders(context.tree, doers)
    done_to = list(bodies(context, _objects(context, trigger)))
    if parsed.poses[token] in ("NOUN", "PROPN"):
        if parsed.lemmas[token].lower() in grammar.HARMS:
            harmed = trigger.arguments.after("of")
            owners = [one for one in doers if parsed.deps[one] == "poss" and not harmed]
            done_to.extend((*harmed, *owners))
            doers = [one for one in doers if one not in owners]
        if _is_violent(trigger):
            acts = (trigger.arguments, *(arguments(context.tree, one) for one in staged(context.tree, token)))
            done_to.extend(one for act in acts for word in ("against", "on") for one in act.after(word))
    elif trigger.term.claim_type == "casualties" and parsed.lemmas[token].lower() in grammar.LOSING:
        # "Suffered losses", "lost their lives", "lost two men": it befalls who does so.
        doers, done_to = [], [*doers, *(one for one in done_to if not _is_loss(context, one))]
    elif done_to and all(_is_loss(context, one) for one in done_to):
        around = (trigger.arguments, *(arguments(context.tree, one) for one in done_to))
        done_to = [one for side in around for word in ("on", "to", "among") for one in side.after(word)]
    elif _throws(context, trigger, done_to):
        # "Hurled grenades at the embassy", "opened fire on it": what is thrown is not who is hit.
        done_to = [one for word in ("at", "against", "on", "into") for one in trigger.arguments.after(word)]
    elif trigger.term.mode == "primitive" and not named_in(context, done_to):
        done_to = list(trigger.arguments.after("to"))  # "set fire to"
    elif not done_to and trigger.term.claim_type in _BEFALL and _befalls(context, trigger):
        doers, done_to = [], doers
    if trigger.term.claim_type == "casualties":
        done_to = [*done_to, *listed(context, token)]
    if _is_violent(trigger) or trigger.term.claim_type == "casualties":
        done_to = [*done_to, *outcome(context, trigger), *premises(context, trigger)]
    return doers, list(dict.fromkeys(done_to))


def _senders(tree: Tree, doers: Sequence[int]) -> list[int]:
    """Who sends those who help ("rescuers sent by Norway have arrived")."""
    sent = [one for doer in doers for one in sorted(tree.subtree(doer)) if tree.parsed.deps[one] == "acl"]
    return [agent for one in sent if tree.parsed.tags[one] == "VBN" for agent in arguments(tree, one).subjects]


def _is_loss(context: Context, token: int) -> bool:
    lemma = context.tree.parsed.lemmas[token].lower()
    return lemma == "life" or lemma in _words("CASUALTY") - {"victim", "wounded", "injured", "dead", "martyr"}


def _throws(context: Context, trigger: Trigger, done_to: Sequence[int]) -> bool:
    """True for an act of violence whose objects are all thrown or fired."""
    lemmas, verb = context.tree.parsed.lemmas, context.tree.parsed.lemmas[trigger.token].lower()
    if (
        not _is_violent(trigger)
        or trigger.term.mode == "primitive"
        or not done_to
        or verb not in grammar.SETTING_OFF
    ):
        return False
    return all(_is_arms(context, one) or lemmas[one].lower() in grammar.THROWN for one in done_to)


def _objects(context: Context, trigger: Trigger) -> tuple[int, ...]:
    """The objects of a trigger; of a gift who gets it, of measures ("sanctions on") whom they are laid on."""
    parsed, objects = context.tree.parsed, trigger.arguments.objects
    if trigger.term == PROMISED:
        # "$200 million in aid to the Philippines": the parse may hang "to" on the verb of promising.
        above = arguments(context.tree, parsed.heads[trigger.token])
        return tuple(
            one for word in ("to", "for") for one in (*trigger.arguments.after(word), *above.after(word))
        )
    given = trigger.arguments.after("to") if trigger.term.claim_type == "aid" else ()
    if given and parsed.lemmas[trigger.token].lower() in grammar.TRANSFERS:
        return given
    if trigger.term.plover not in _LAID_ON:
        return objects
    if parsed.lemmas[trigger.token].lower() == "use":
        return trigger.arguments.after("against")  # "used force against"
    measures = [
        one for one in objects if parsed.lemmas[one].lower() in _words("SANCTION", "RESTRICTION", "ATTACK")
    ]
    laid = (inner for one in measures for word in ("on", "against") for inner in _after(context, one, word))
    return (*objects, *laid)


def _after(context: Context, noun: int, word: str) -> tuple[int, ...]:
    return arguments(context.tree, noun).after(word)


def _is_violent(trigger: Trigger) -> bool:
    return trigger.term.plover == "ASSAULT"


def _acting(
    context: Context, trigger: Trigger, doers: Sequence[int], done_to: Sequence[int]
) -> tuple[Actor, ...]:
    """The actors among `doers`; for an act or a weapon ("the RSF's attack killed two") who stands behind it."""
    acts = [one for one in doers if _is_act(context, one)]
    if not doers and context.tree.parsed.poses[trigger.token] == "VERB":
        # "Killed in an attack by rebels", "in clashes with the army".
        around = [one for word in ("in", "during") for one in trigger.arguments.after(word)]
        acts = [one for one in around if _is_act(context, one)]
        doers = [*acts, *(one for act in acts for one in _after(context, act, "with"))]
    if context.tree.parsed.poses[trigger.token] in ("NOUN", "PROPN"):
        # Before a noun stand makers and mere kinds alike ("Russian raid", "night raid").
        kinds, sure = list(doers), list(makers(context, trigger.token)[0])
    else:
        kinds = [one for act in acts for one in makers(context, act)[1]]
        sure = [one for one in doers if one not in acts]
        sure.extend(one for act in acts for one in makers(context, act)[0])
    known = (item for item in named_in(context, kinds) if item.code is not None)
    named = named_in(context, [one for one in sure if one not in done_to])
    return tuple(dict.fromkeys((*known, *named)))


def _is_act(context: Context, token: int) -> bool:
    lemma = context.tree.parsed.lemmas[token].lower()
    return lemma in grammar.HARMS or lemma in _words("ATTACK", "FIGHTING", *_TOOLS) - _words("PERSONNEL")


def _is_arms(context: Context, token: int) -> bool:
    return context.tree.parsed.lemmas[token].lower() in _words(*_TOOLS)


def _befalls(context: Context, trigger: Trigger) -> bool:
    """True for headlines, which drop the auxiliary ("two killed in raid"), and for dying."""
    parsed, token = context.tree.parsed, trigger.token
    lemma, coded = parsed.lemmas[token].lower(), trigger.term.cameo is not None
    if parsed.tags[token] in ("VBD", "VBN") and (coded or lemma in grammar.HARM_VERBS):
        return True
    return lemma in ("die", "perish", "drown")


def named_in(context: Context, tokens: Sequence[int], *, tools: bool = False) -> tuple[Actor, ...]:
    """The actors that noun phrases name; `tools` says that weapons may be among them, as what is destroyed."""
    found: list[Actor] = []
    inner = {below for token in tokens if (below := _body(context, token)) is not None}
    for token in tokens:
        if token in inner:
            continue
        actor = _actor(context, token, tools=tools)
        if actor is not None and actor not in found:
            found.append(actor)
    return tuple(found)


def _body(context: Context, token: int) -> int | None:
    """What `token` names a part of: "guard" for "members of the guard", None for a whole."""
    parsed, tree = context.tree.parsed, context.tree
    lemma = parsed.lemmas[token].lower()
    if lemma not in grammar.MEMBERS and lemma not in grammar.COLLECTIVES and parsed.poses[token] != "NUM":
        return None
    of = next(
        (one for one in tree.children[token] if parsed.deps[one] == "prep" and parsed.lemmas[one] == "of"), None
    )
    below = tree.child(of, "pobj") if of is not None else None
    return None if below is None or _is_act(context, below) else below  # "convicted three men of the murder"


def _actor(context: Context, token: int, *, tools: bool) -> Actor | None:
    """The actor that a noun phrase names; a group of a nation's soldiers takes the nation's code and MIL."""
    parsed, tree = context.tree.parsed, context.tree
    if parsed.poses[token] not in ("NOUN", "PROPN", "ADJ", "NUM"):
        return None
    body = _body(context, token)
    heads = [token] if body is None else [token, body]
    phrase = list(heads)
    for one in (child for head in heads for child in tree.children[head] if parsed.deps[child] in _PHRASE):
        phrase.extend(tree.subtree(one) if parsed.deps[one] == "poss" else _figure(tree, one))
    span = context.span(phrase)
    name = _plain(context.report.words(span.field)[span.start : span.end])
    inside = [mention for mention in context.mentions if span.overlaps(mention.span)]
    called = next((item for item in context.mentions if item.span.start == span.end + 1), None)
    if not inside and called is not None and called.kind == "person" and called.span.field == span.field:
        return Actor(called.canonical, called.code)  # "editor Amina Diallo", which the parse takes apart
    if any(span.overlaps(timex.span) for timex in context.times):
        return None  # "16 November"
    if body is not None and inside and inside[-1].span.end > span.end:
        end = inside[-1].span.end  # the parser cuts "of the Farabundo Front" short
        name = _plain(context.report.words(span.field)[span.start : end])
    if not inside and all(_is_no_actor(parsed.lemmas[head].lower(), tools=tools) for head in heads):
        return None
    code = next((mention.code for mention in inside if mention.code), None)
    party = next((mention.party for mention in inside if mention.party), None)
    men = lexicon.classes()["PERSONNEL"] - {"company"}  # an oil company is no part of an army
    personnel = any(parsed.lemmas[head].lower() in men for head in heads)
    nation = (party or code or "")[:3]
    if personnel and nation:
        # The men of a state are its military; those of any other body have that body's code.
        state = len(party or nation) == _NATION and countries.find(nation) is not None
        return Actor(name, nation + "MIL" if state else code or party)
    exact = next((mention for mention in inside if mention.span.holds(context.span([token]))), None)
    return Actor(exact.canonical, exact.code) if exact is not None and body is None else Actor(name, code)


def _figure(tree: Tree, token: int) -> Iterator[int]:
    """`token` with the parts of a number in words ("fifty-two")."""
    yield token
    if tree.parsed.poses[token] == "NUM":
        yield from (child for child in tree.children[token] if tree.parsed.deps[child] in ("compound", "punct"))


def _plain(words: str) -> str:
    """A name without notes in brackets, quotation marks and breaks of lines."""
    return " ".join(_MARKS.sub("", _NOTES.sub(" ", words)).split())


def _is_no_actor(lemma: str, *, tools: bool) -> bool:
    """True for weapons (unless `tools`), acts, states and pieces of land."""
    if lemma in _words(*_ACTS) or lemma in THINGS or (not tools and lemma in _words(*_TOOLS)):
        return True
    people = _words("PERSONNEL", "CIVIL", "HELD", "ATTACKED", "REGIME")
    return lemma.endswith(SUFFIXES) and lemma not in HOLDERS and lemma not in people


@cache
def _words(*names: str) -> frozenset[str]:
    return frozenset(word for name in names for word in lexicon.classes()[name])
