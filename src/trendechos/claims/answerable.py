"""Who did what an act leaves open: those blamed for it, who claims it, and the "we" of a speaker."""

from __future__ import annotations

from functools import cache

from trendechos.claims import gifts
from trendechos.claims.actors import named_in
from trendechos.claims.acts import cue_token
from trendechos.claims.arguments import arguments
from trendechos.claims.attribution import Attribution
from trendechos.claims.coded import Coded
from trendechos.claims.context import Context
from trendechos.claims.harmed import makers
from trendechos.languages.en import events as lexicon
from trendechos.languages.en import grammar, modality
from trendechos.records import Actor, SpeakerKind

_UNDERTAKE = modality.CONSIDER_VERBS | modality.COMMITMENT_VERBS | modality.PROPOSE_VERBS | {"host", "broker"}
_BEFORE_NOUNS = frozenset({"amod", "compound", "nmod", "poss"})
# Pronouns by which a speaker is told of, and the kinds of speaker that they can stand for.
_BODIES: frozenset[SpeakerKind] = frozenset({"organisation", "government", "group", "outlet"})
_PRONOUNS: dict[str, frozenset[SpeakerKind]] = {
    "it": _BODIES, "they": _BODIES | {"unnamed"}, "he": frozenset({"person", "unnamed"}),
    "she": frozenset({"person", "unnamed"}), "i": frozenset({"person", "unnamed"}),
    "we": _BODIES | {"person", "unnamed"},
}  # fmt: skip


def speaking(attribution: Attribution, context: Context) -> tuple[Actor, ...]:
    """The speaker as an actor, with the code under which the report names him, else that of his party."""
    speaker = attribution.speaker
    if speaker.kind == "none":
        return ()
    coded = (item.code for item in context.mentions if item.code and item.canonical == speaker.canonical)
    return (Actor(speaker.canonical or speaker.name, next(coded, speaker.party)),)


def answerable(one: Coded, attribution: Attribution) -> tuple[Actor, ...]:
    """The actors of an act whose own words name none; () where the words around it tell of nobody.

    "Accused the army of shelling a clinic" lays the act on the object of the cue; who claims responsibility
    for an act or admits it lays it on himself, and so does "we" or "it" as the subject of what somebody says.
    """
    speaker = attribution.speaker
    if one.trigger is None or attribution.cue is None:
        return ()
    themselves = speaking(attribution, one.context)
    if one.trigger.term == gifts.PROMISED:
        return themselves
    parsed, tree = one.clause.parsed, one.context.tree
    subjects = (*one.trigger.arguments.subjects, *makers(one.context, one.trigger.token)[0])
    if any(speaker.kind in _PRONOUNS.get(parsed.words[token].lower(), ()) for token in subjects):
        return themselves
    cue = cue_token(attribution, one.context)
    if cue is None:
        return ()
    around, lemma = arguments(tree, cue), parsed.lemmas[cue].lower()
    if lemma in grammar.ACCUSING:
        return named_in(one.context, [token for token in around.objects if token != one.trigger.token])
    owned = lemma in grammar.OWNING and (
        one.trigger.token in around.complements
        or any(parsed.lemmas[token].lower() in ("responsibility", "blame") for token in around.objects)
    )
    weighed = lemma in modality.CONSIDER_VERBS and one.clause.core == one.trigger.token
    return themselves if owned or (weighed and parsed.poses[one.clause.core] == "NOUN") else ()


def undertaking(one: Coded) -> tuple[Actor, ...]:
    """Who weighs, announces or hosts what a noun names ("the bloc is weighing sanctions"); () otherwise."""
    parsed, path = one.clause.parsed, one.path
    if len(path) < 2 or parsed.deps[path[-1]] not in ("dobj", "pobj"):
        return ()
    above = [token for token in path[:-1] if parsed.lemmas[token].lower() in _UNDERTAKE]
    return named_in(one.context, arguments(one.clause.tree, above[-1]).subjects) if above else ()


def weighing(one: Coded, attribution: Attribution) -> tuple[Actor, ...]:
    """Who considers what the clause names: the subject of the verb of weighing, else the speaker himself."""
    parsed = one.clause.parsed
    verbs = [token for token in one.path if parsed.lemmas[token].lower() in modality.CONSIDER_VERBS]
    if not verbs:
        return speaking(attribution, one.context)
    subjects = arguments(one.clause.tree, verbs[-1]).subjects
    own = any(attribution.speaker.kind in _PRONOUNS.get(parsed.words[token].lower(), ()) for token in subjects)
    return speaking(attribution, one.context) if own else named_in(one.context, subjects)


def asked(one: Coded, attribution: Attribution) -> tuple[Actor, ...]:
    """Who is to do what a call asks for: who would do it, else whom the cue addresses; never the caller."""
    tree, context, deps = one.context.tree, one.context, one.clause.parsed.deps
    # "An official apology" is no official's.
    would = [token for token in arguments(tree, one.clause.core).subjects if deps[token] not in _BEFORE_NOUNS]
    found = named_in(context, would)
    cue = cue_token(attribution, context)
    if not found and cue is not None:
        around = arguments(tree, cue)
        things = [around, *(arguments(tree, thing) for thing in around.objects)]
        addressed = [token for side in things for token in side.after("from")] or [
            token for word in ("on", "upon", "to", "with") for token in around.after(word)
        ]
        found = named_in(context, addressed) or named_in(context, around.objects)
    caller = {item.name for item in speaking(attribution, context)}
    return tuple(item for item in found if item.name not in caller and addressable(item))


def addressable(actor: Actor) -> bool:
    """True for a person, a body or a state; "restraint" and "1,500 prisoners" are asked for, not asked.

    >>> addressable(Actor("all sides")), addressable(Actor("an apology")), addressable(Actor("Dodoma", "TZA"))
    (True, False, True)
    """
    words = actor.name.split()
    if actor.code is not None or not words:
        return actor.code is not None
    head = words[-1].lower()
    singular = head[:-3] + "y" if head.endswith("ies") else head.removesuffix("s")
    if words[-1][0].isupper() and not words[0][0].isdigit():
        return True
    return not words[0][0].isdigit() and not _addressed().isdisjoint((head, singular))


@cache
def _addressed() -> frozenset[str]:
    """Nouns for people and bodies that somebody can turn to."""
    classes = lexicon.classes()
    return grammar.ASKED | classes["PERSONNEL"] | classes["CIVIL"] | classes["REGIME"] | classes["ENVOY"]
