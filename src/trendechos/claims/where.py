"""Where a clause says that something happened, apart from places that it only names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from trendechos.claims import secondary
from trendechos.claims.clauses import Clause
from trendechos.claims.context import Context
from trendechos.languages.en import events as lexicon
from trendechos.languages.en import grammar
from trendechos.records import Place, PlaceRole

_NAMING = frozenset({"compound", "amod", "poss", "conj", "appos", "nmod"})


def located(context: Context, clause: Clause, path: Sequence[int] = ()) -> tuple[Place, ...]:
    """The places named in the clause with their role; names that act ("Moscow sent") are left out.

    Where no named place is that of the event, an area that the clause only describes is ("the front line").
    Beside a place of the event itself, that of another act of the clause ("seized near Goma on the way to
    Kigali") and one that only measures ("30 km south of Kigali") are mentioned; `path` leads to the event.
    """
    kept: list[Place] = []
    for place in context.places:
        tokens = context.tokens([place.span]) & frozenset(clause.tokens)
        acting = place.precision == "country" or any(
            item.kind in ("government", "organisation") and item.span.overlaps(place.span)
            for item in context.mentions
        )
        role = _role(clause, sorted(tokens), acts=acting) if tokens else None
        if role != "event" and tokens and _stands_alone(context, clause, place):
            role = "event"
        if role == "event" and _told_beside(clause, min(tokens)):
            role = "mentioned"
        if role is not None:
            kept.append(replace(place, role=role))
    named = secondary.told_apart(context, clause, kept, path)
    found = any(place.role == "event" for place in named)
    return named if found else (*named, *_described(context, clause))


def before(context: Context, clause: Clause) -> tuple[Place, ...]:
    """The last place before the clause in its sentence at which something happens, for which "there" stands."""
    start = context.span(clause.tokens).start
    for place in reversed(context.places):
        tokens = sorted(context.tokens([place.span]))
        if place.span.end > start or not tokens or _of_a_participant(clause, tokens[0]):
            continue
        if _role(clause, tokens, acts=True) == "event":
            return (replace(place, role="event"),)
    return ()


def _told_beside(clause: Clause, token: int) -> bool:
    """True for the place in an aside on somebody: "Ana Reis, who is in prison in Goma, has admitted it"."""
    lows, way = clause.tree.lows, frozenset(clause.tree.ancestors(clause.head))
    for verb in clause.tree.ancestors(token):
        if clause.parsed.deps[verb] == "relcl" and verb not in way and verb != clause.head:
            first = min(clause.tree.subtree(verb))
            return lows[first] in ("who", "whose") and lows[first - 1] == ","
    return False


def _of_a_participant(clause: Clause, token: int) -> bool:
    """True for the place in words that only tell who somebody is ("a teacher who fled to Goma")."""
    parsed, way = clause.parsed, frozenset(clause.tree.ancestors(clause.head))
    verbs = (above for above in clause.tree.ancestors(token) if parsed.poses[above] in ("VERB", "AUX"))
    return any(parsed.deps[verb] in ("relcl", "acl") and verb not in way for verb in verbs)


def _stands_alone(context: Context, clause: Clause, place: Place) -> bool:
    """True for a proper name behind a preposition of place that the parser took for another word."""
    parsed = clause.parsed
    first = min(context.tokens([place.span]))
    written = context.report.words(place.span.field)[place.span.start : place.span.end]
    before = first - 1
    return (
        place.name.startswith(written)
        and parsed.tags[first] in ("JJ", "VBG", "VBN", "VB", "RB")
        and before in clause.tokens
        and parsed.deps[before] == "prep"
        and parsed.lemmas[before].lower() in grammar.WHERE
    )


def _described(context: Context, clause: Clause) -> Iterator[Place]:
    """The areas that the clause describes without a name, with no coordinates and no country of their own."""
    parsed = clause.parsed
    for token in clause.tokens if clause.tree.has(grammar.GROUNDS) else ():
        lemma = clause.tree.lemmas[token]
        if lemma not in grammar.GROUNDS or parsed.poses[token] != "NOUN":
            continue
        words = _before_noun(clause, token)
        first = min(words, default=token)
        article = first > 0 and parsed.tags[first - 1] == "DT"
        preposition = first - 1 - article
        reached = preposition in clause.tokens and _after_preposition(clause, preposition) == "event"
        if not reached and not (
            parsed.deps[token] == "dobj" and parsed.lemmas[parsed.heads[token]].lower() in grammar.ENTERED
        ):
            continue
        telling = any(parsed.lemmas[word].lower() not in grammar.UNTELLING for word in words)
        if telling or (lemma in grammar.FRONTS and article):
            span = context.span([*words, token])
            text = context.report.words(span.field)[span.start : span.end]
            yield Place(text, "area", span, role="event")


def _before_noun(clause: Clause, noun: int) -> list[int]:
    """The words that tell a noun from others of its kind ("air force" of "the air force base")."""
    words: list[int] = []
    token = noun - 1
    while token in clause.tokens and clause.parsed.deps[token] in ("compound", "amod", "nmod", "npadvmod"):
        words.append(token)
        token -= 1
    return words


def _role(clause: Clause, tokens: Sequence[int], *, acts: bool) -> PlaceRole | None:
    """`event`, `mentioned`, or None when the name is not a place here."""
    parsed = clause.parsed
    top = next((token for token in tokens if parsed.heads[token] not in tokens), tokens[0])
    noun = _area(clause, top)
    if noun is None:
        if parsed.tags[top] == "NNP" and parsed.lemmas[parsed.heads[top]].lower() in grammar.BEFALLING:
            return "event"  # "the Lokoja flood"
        # An adjective or plural of a people ("Russian soldiers", "the Russians") is no place.
        return None if parsed.tags[top] in ("JJ", "NNPS") else "mentioned"
    if noun == top and parsed.tags[top] in ("JJ", "NNPS"):
        return None
    dep, head = parsed.deps[noun], parsed.heads[noun]
    if dep == "pobj":
        between = parsed.lemmas[head].lower() == "between"
        # Talks between countries are held somewhere else; a road between towns is there.
        return "mentioned" if acts and between else _after_preposition(clause, head)
    if dep == "nsubj":
        part = any(parsed.words[child].lower() in grammar.SIDES for child in clause.tree.children[top])
        return _as_subject(clause, head, min(tokens), acts=acts and noun == top and not part)
    entered = dep in ("dobj", "nsubjpass") and parsed.lemmas[head].lower() in grammar.ENTERED
    return "event" if entered or dep in ("npadvmod", "advmod", "ROOT", "prep") else "mentioned"


def _behind_entering(clause: Clause, first: int) -> bool:
    """True right behind a verb of entering, whatever the parser makes of it ("reached Goma set to fight")."""
    parsed, before = clause.parsed, first - 1
    return (
        before in clause.tokens
        and parsed.poses[before] == "VERB"
        and parsed.lemmas[before].lower() in grammar.ENTERED
    )


def _as_subject(clause: Clause, verb: int, first: int, *, acts: bool) -> PlaceRole | None:
    """None for a country or capital that acts; a town under fire is where it happens."""
    if _behind_entering(clause, first):
        return "event"
    if acts:
        return None
    return "event" if clause.parsed.lemmas[verb].lower() in grammar.UNDERGOING else "mentioned"


def _area(clause: Clause, top: int) -> int | None:
    """The noun that carries the place's part ("Kursk region" -> region), or None for a mere modifier."""
    parsed = clause.parsed
    token = top
    while parsed.heads[token] != token:
        dep, head = parsed.deps[token], parsed.heads[token]
        part = parsed.lemmas[head].lower() in grammar.AREAS
        if dep in ("conj", "appos") or (
            dep in _NAMING and (part or (parsed.poses[head] == "PROPN" and dep != "poss"))
        ):
            token = head
        elif dep in _NAMING:
            return None
        elif (
            dep == "pobj"
            and parsed.lemmas[head] == "of"
            and parsed.lemmas[parsed.heads[head]].lower() in grammar.AREAS
        ):
            token = parsed.heads[head]
        else:
            break
    return token


def _after_preposition(clause: Clause, preposition: int) -> PlaceRole | None:
    parsed = clause.parsed
    word = parsed.lemmas[preposition].lower()
    if parsed.deps[preposition] == "agent":
        return None
    if word == "for":
        return "event" if parsed.lemmas[parsed.heads[preposition]].lower() in grammar.BOUND_FOR else "mentioned"
    if word == "on" and parsed.lemmas[parsed.heads[preposition]].lower() in lexicon.classes()["SANCTION"]:
        return "mentioned"  # "sanctions on Astana" befall a government
    if word == "to" and parsed.lemmas[parsed.heads[preposition]].lower() in grammar.TRAVELS:
        return "mentioned"  # who fled to Goma left another place
    if word in ("from", "of"):
        taken = grammar.LEFT if word == "from" else grammar.TAKEN
        # The parser hangs "of" of "took control of" on the verb.
        before = {parsed.heads[preposition], max(0, preposition - 1)}
        return "event" if any(parsed.lemmas[token].lower() in taken for token in before) else "mentioned"
    return "event" if word in grammar.WHERE else "mentioned"
