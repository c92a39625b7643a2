"""Whom and what an act of violence hits beyond its own object, and who stands behind an act named by a noun."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trendechos.claims.arguments import arguments, spread
from trendechos.claims.context import Context
from trendechos.claims.events import Trigger
from trendechos.languages.en import events as lexicon
from trendechos.languages.en import grammar
from trendechos.text.tree import Tree

_NOUNS = ("NOUN", "PROPN")
_TARGETS = ("at", "in", "inside", "outside", "under", "against", "on", "into")
# Bombs and blasts hit the building where they go off; other acts have objects of their own.
_BLAST = frozenset({"explosives", "heavy-weapons", "drone", "aerial"})


def outcome(context: Context, trigger: Trigger) -> Iterator[int]:
    """Those whom an act harms by another verb: "a bomb exploded, killing two", "the blast damaged a shop"."""
    tree, parsed, token = context.tree, context.tree.parsed, trigger.token
    if parsed.lemmas[token].lower() == "leave":
        yield from _done_by(context, token)
    for child in tree.children[token]:
        if parsed.tags[child] == "VBG" and parsed.lemmas[child].lower() in grammar.HARM_VERBS | {"leave"}:
            yield from _done_by(context, child)
    for thing in (token, *trigger.arguments.objects):
        for child in tree.children[thing]:
            if parsed.deps[child] == "relcl" and parsed.lemmas[child].lower() in grammar.HARM_VERBS:
                yield from (one for one in arguments(tree, child).objects if one != thing)
    if parsed.poses[token] in _NOUNS and parsed.deps[token] == "nsubj":
        yield from _done_by(context, parsed.heads[token])


def listed(context: Context, casualties: int) -> Iterator[int]:
    """Those whom a clause names as the dead or injured ("among the dead were two nurses")."""
    tree, parsed = context.tree, context.tree.parsed
    if parsed.deps[casualties] in ("acl", "relcl"):
        casualties = parsed.heads[casualties]  # "among those killed"
    verb, dep = parsed.heads[casualties], parsed.deps[casualties]
    if dep == "pobj" and parsed.lemmas[verb] == "among":
        verb, dep = parsed.heads[verb], "among"
    if dep not in ("nsubj", "among") or parsed.lemmas[verb] not in ("be", "include"):
        return
    around = arguments(tree, verb)
    yield from around.objects
    yield from spread(tree, [one for one in around.complements if parsed.poses[one] in _NOUNS])
    if dep == "among":
        yield from around.subjects


def _done_by(context: Context, verb: int) -> Iterator[int]:
    """Those whom the verb of an act harms ("the attack left three dead", "led to the death of ten")."""
    tree, parsed = context.tree, context.tree.parsed
    lemma, around = parsed.lemmas[verb].lower(), arguments(tree, verb)
    if lemma in grammar.HARM_VERBS:
        yield from around.objects
    elif lemma == "leave":
        dead = lexicon.classes()["CASUALTY"]
        for child in tree.children[verb]:
            if parsed.deps[child] in ("ccomp", "oprd", "xcomp") and parsed.lemmas[child].lower() in dead:
                yield from arguments(tree, child).subjects
            if parsed.deps[child] == "dobj" and any(
                parsed.lemmas[one].lower() in dead for one in (*tree.children[child], *tree.children[verb])
            ):
                yield child
    else:
        for harm in (*around.objects, *around.after("in"), *around.after("to")):
            if parsed.lemmas[harm].lower() in grammar.HARMS:
                yield from arguments(tree, harm).after("of")


def bodies(context: Context, tokens: Sequence[int]) -> Iterator[int]:
    """`tokens`, with those meant by "the bodies of two priests" and "control of the town" for the head."""
    tree, parsed = context.tree, context.tree.parsed
    for token in tokens:
        owners: tuple[int, ...] = ()
        if parsed.lemmas[token].lower() in ("body", "corpse", "remains", "cadaver", "control"):
            owners = (*arguments(tree, token).after("of"), *owned(tree, token))
        yield from owners or (token,)


def owned(tree: Tree, token: int) -> tuple[int, ...]:
    """The owners of what a noun names ("the priest's murder")."""
    return tuple(one for one in tree.children[token] if tree.parsed.deps[one] == "poss")


def _held_for(tree: Tree, act: int) -> tuple[int, ...]:
    """Those who are said to have to do with an act ("two officers were implicated in the murder")."""
    parsed, preposition = tree.parsed, tree.parsed.heads[act]
    word = parsed.heads[preposition]
    if parsed.deps[word] in ("dobj", "nsubjpass"):
        word = parsed.heads[word]  # the parse hangs "of the murder" on those who are convicted of it
    if parsed.deps[act] != "pobj" or parsed.lemmas[word].lower() not in grammar.ANSWERING:
        return ()
    if parsed.lemmas[preposition].lower() not in ("in", "for", "of", "with", "behind"):
        return ()
    if parsed.poses[word] == "VERB":
        around = arguments(tree, word)
        return around.objects or around.subjects
    verb = parsed.heads[word]
    if parsed.deps[word] == "acomp" or (
        parsed.deps[word] in ("attr", "dobj") and parsed.lemmas[verb] in ("be", "take")
    ):
        return arguments(tree, verb).subjects
    return (verb,) if parsed.deps[word] == "amod" else ()


def staged(tree: Tree, act: int) -> Iterator[int]:
    """The participles behind an act or weapon that only say who brought it about ("launched by")."""
    parsed = tree.parsed
    for child in tree.children[act]:
        participle = parsed.deps[child] in ("acl", "relcl") and parsed.tags[child] in ("VBN", "VBD")
        if participle and parsed.lemmas[child].lower() in grammar.STAGING | grammar.SETTING_OFF:
            yield child


def premises(context: Context, trigger: Trigger) -> Iterator[int]:
    """The buildings and vehicles at which a blast happens ("exploded in a restaurant"), towns left out."""
    if trigger.term.mode not in _BLAST:
        return
    parsed, kinds = context.tree.parsed, lexicon.classes()["PREMISES"]
    for word in _TARGETS:
        for one in trigger.arguments.after(word):
            if parsed.lemmas[one].lower() in kinds:
                yield one
            elif parsed.lemmas[one].lower() in ("front", "back", "side", "entrance"):
                behind = arguments(context.tree, one).after("of")
                yield from (inner for inner in behind if parsed.lemmas[inner].lower() in kinds)


def makers(context: Context, act: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Who stands behind an act: named by "by", as owner or as who stages it, and what only modifies it.

    "The RSF's attack", "shelling by the RSF", "was attributed to the RSF", "a bomb planted by rebels", "clashes
    between gangs"; "Israeli" of "Israeli strike" may as well be of a "night raid", so that only known actors
    count among the second.
    """
    tree, parsed = context.tree, context.tree.parsed
    around, verb = arguments(tree, act), parsed.heads[act]
    sure = [*owned(tree, act), *around.after("by")]
    if parsed.lemmas[act].lower() in lexicon.classes()["FIGHTING"]:
        sure.extend(around.after("between"))
    sure.extend(_held_for(tree, act))
    for child in staged(tree, act):
        sure.extend(one for one in arguments(tree, child).subjects if one != act)
    lemma = parsed.lemmas[verb].lower()
    if parsed.deps[act] in ("dobj", "nsubjpass") and lemma in grammar.STAGING:
        sure.extend(one for one in arguments(tree, verb).subjects if one != act)
    if parsed.deps[act] in ("dobj", "nsubjpass") and lemma in grammar.ASCRIBING:
        sure.extend(arguments(tree, verb).after("to"))
    kinds = [one for one in tree.children[act] if parsed.deps[one] in ("compound", "amod", "nmod")]
    return tuple(sure), tuple(kinds)
