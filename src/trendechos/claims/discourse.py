"""Where something happened that a report goes on about without naming the place again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from trendechos.claims import parts, where
from trendechos.claims.coded import Coded
from trendechos.claims.events import people_class, people_words
from trendechos.claims.match import stands_for_people
from trendechos.claims.sharing import FORCE, share
from trendechos.knowledge import countries
from trendechos.languages.en import events as lexicon
from trendechos.languages.en import grammar
from trendechos.records import Claim, Place
from trendechos.text.tree import Tree

Told = tuple[Claim, Coded]
# What an act of force leads to in the same hour.
_OUTCOME = {"combat": ("casualties", "capture"), "casualties": ("combat",), "capture": ("casualties",)}
# These happen at a spot; a state as a whole is only where people are sent.
_LOCAL = frozenset({"combat", "casualties", "capture"})
# Where somebody speaks, meets or signs is not where that happens of which he speaks.
_TALK = frozenset({"call", "assessment", "consultation", "agreement", "sanction"})
_AT = frozenset({"in", "at", "near"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "ROOT", "attr", "conj", "poss"})


@dataclass(frozen=True, slots=True)
class _Scene:
    """What an earlier claim left: where something of what kind happened, and whose people it named.

    `open` when it was denied or left open that it happened there; `local` for fighting, its dead and captives.
    """

    family: str
    nations: frozenset[str]
    places: tuple[Place, ...]
    open: bool
    local: bool


def settle(told: Sequence[Told]) -> tuple[Claim, ...]:
    """The claims in their order, each without an event place of its own with that of what it continues.

    A claim continues the nearest earlier one whose place is known: with a pronoun or a noun that points back
    ("they", "there", "the reports", "such movements"), with an act of the same force or with the same kind of
    act, or as a denial, a doubt or a refusal to answer. Another nation's people begin another event. Where
    no earlier claim fits, the place is the only one that the report gives. Inherited places keep their span
    at the earlier mention, and a number takes none of them for its scope unless it points back itself.
    """
    told = share(told)
    claims = [claim for claim, _ in told]
    scenes: list[_Scene] = []
    only = _only_place(claims)
    dated: list[Claim] = []
    for index in sorted(range(len(told)), key=lambda item: _position(claims[item])):
        claim, coded = told[index]
        places = _event_places(claim.places)
        if not places and _family(claim) is not None:
            places = _inherited(claim, coded, scenes, only)
            toll = claim.type == "casualties" and (
                any(scene.local and scene.places == places for scene in scenes) or points_back(coded)
            )
            claims[index] = _placed(claim, coded, places, toll=toll)
        if places and not _is_talk(claim):
            left_open = claim.polarity != "asserted"
            local = claim.type in _LOCAL
            scenes.append(_Scene(_family(claim) or "", _nations(claim, coded), places, left_open, local))
        claims[index] = _dated(claims[index], coded, dated)
    return tuple(claims)


def _dated(claim: Claim, coded: Coded, dated: list[Claim]) -> Claim:
    """The claim with the time of the one before it, where it has none and goes on about the same act.

    Only a plain past that points back ("they sailed from there", "the attack killed two") goes on so, only from
    a time that the text gives, and nowhere else. Keeps `claim` for those behind it.
    """
    if claim.type not in FORCE or claim.polarity != "asserted" or claim.status != "done":
        return claim
    if claim.happened_when is not None:
        if _gives_time(coded):
            dated.append(claim)
        return claim
    if not dated or _gives_time(coded) or not points_back(coded):
        return claim
    last = dated[-1]
    there, here = (
        {place.name for place in _event_places(one.places) if place.precision != "country"}
        for one in (last, claim)
    )
    goes_on = claim.type == last.type or claim.type in _OUTCOME.get(last.type, ())
    elsewhere = there and here and not there & here
    return replace(claim, happened_when=last.happened_when) if goes_on and not elsewhere else claim


def _gives_time(coded: Coded) -> bool:
    return parts.gives_time(coded.clause, coded.context.start, coded.context.times)


def _position(claim: Claim) -> tuple[bool, int, int]:
    return claim.span.field != "title", claim.span.start, claim.span.end


def _at(place: Place) -> tuple[bool, int]:
    return place.span.field != "title", place.span.start


def _event_places(places: Iterable[Place]) -> tuple[Place, ...]:
    return tuple(place for place in places if place.role == "event")


def _only_place(claims: Sequence[Claim]) -> tuple[Place, ...]:
    """The one event place of the report, its state aside, or none where it gives several."""
    found = {
        place.name: place
        for claim in claims if claim.polarity == "asserted" and not _is_talk(claim)
        for place in reversed(_event_places(claim.places))
    }  # fmt: skip
    lands = {place.country for place in found.values() if place.precision != "country"}
    spots = [place for place in found.values() if place.precision != "country" or place.country not in lands]
    if len(spots) != 1:
        return ()
    # Where it is first named, as that of an event or not.
    uses = [place for claim in claims for place in claim.places if place.name == spots[0].name]
    return (replace(min(uses, key=_at), role="event"),)


def _narrowed(places: tuple[Place, ...], scenes: Sequence[_Scene]) -> tuple[Place, ...]:
    """The places inside the states of `places` that the nearest earlier scene names, else `places`."""
    states = {place.country for place in places}
    if any(place.precision != "country" for place in places):
        return places
    for scene in reversed(scenes):
        inside = tuple(p for p in scene.places if p.precision != "country" and p.country in states)
        if inside:
            return inside
    return places


def _family(claim: Claim) -> str | None:
    """The kind of act for which a place is carried on; None for judgements without an event and bare talk."""
    if claim.type in FORCE or (claim.type == "prediction" and claim.event is not None):
        return "force"
    return claim.type


def _inherited(
    claim: Claim, coded: Coded, scenes: Sequence[_Scene], only: tuple[Place, ...]
) -> tuple[Place, ...]:
    """The places of the nearest earlier scene that the claim continues, or none."""
    tree, tokens = coded.clause.tree, coded.clause.tokens
    if _elsewhere(tree, tokens) or _names_unknown(coded):
        return ()
    bare = tree.parsed.poses[coded.clause.core] not in ("VERB", "AUX") and bool(claim.quantities)
    there = _there(tree, tokens)
    if (bare or there) and (near := where.before(coded.context, coded.clause)):
        return near  # "the total in Chad may be larger, at 900 to 1,200"
    family = _family(claim)
    answers = claim.polarity == "noncommittal" or claim.type == "denial"
    back = answers or points_back(coded)
    if not back and family != "force":
        return ()
    free = answers or there
    nations = frozenset() if free else _nations(claim, coded)
    local = coded.event_type in _LOCAL and not there
    for scene in _nearest(scenes, answers=answers):
        if not answers and scene.open:
            continue
        if (scene.family == family or free or family != "force") and _same_people(nations, scene, back=back):
            places = _narrowed(scene.places, scenes) if local else scene.places
            return _whole(places) if answers and not scene.local and _of_reports(coded) else places
    # A place that is named only later, of an act that this one does not point to, may be another's.
    told = any(tree.lemmas[token] in grammar.TOLD for token in tokens)
    if scenes and told and points_back(coded):
        return scenes[-1].places  # "the dead" of an earthquake
    fits = (scenes or (told if answers else back)) and all(
        _same_people(nations, scene, back=back) for scene in scenes
    )
    named = any(place.span.field != claim.span.field or place.span.start < claim.span.end for place in only)
    # A toll, and talk of anything else, goes on about no place that is still to be named.
    early = not named and not answers and (bool(claim.quantities) or not (told or family == "force"))
    return only if fits and not early else ()


def _is_talk(claim: Claim) -> bool:
    """True for acts of talk, and for statements that count nobody."""
    return claim.type in _TALK or (claim.type == "statement" and not claim.quantities)


def _nearest(scenes: Sequence[_Scene], *, answers: bool) -> list[_Scene]:
    """The scenes from the last to the first; for who answers to something, those of force before all others."""
    found = list(reversed(scenes))
    return sorted(found, key=lambda scene: scene.family != "force") if answers else found


def _of_reports(coded: Coded) -> bool:
    """True for an answer to "the reports" or "the claims", which names no act."""
    lemmas, reports = coded.clause.tree.lemmas, lexicon.classes()["REPORTS"]
    return coded.trigger is None and any(lemmas[token] in reports for token in coded.clause.tokens)


def _whole(places: tuple[Place, ...]) -> tuple[Place, ...]:
    """The one country that holds all of `places`, else `places`: reports of moves are not of one spot."""
    code = places[0].country
    if code is None or any(place.country != code for place in places):
        return places
    country = countries.by_code(code)
    return (
        Place(
            country.name, "country", places[0].span, country=country.code, geonameid=country.geonameid,
            lat=country.lat, lon=country.lon, role="event",
        ),
    )  # fmt: skip


def _same_people(nations: frozenset[str], scene: _Scene, *, back: bool) -> bool:
    """False across a change of the people; what points back may name a people for the first time."""
    return not nations or bool(nations & scene.nations) or (back and not scene.nations)


def _there(tree: Tree, tokens: Iterable[int]) -> bool:
    return "there" in tree.vocabulary and any(
        tree.lows[token] == "there" and tree.parsed.deps[token] != "expl" for token in tokens
    )


def _elsewhere(tree: Tree, tokens: Iterable[int]) -> bool:
    """True when a word of the clause says that this happened in another place."""
    return tree.has(grammar.OTHERWHERE) and any(tree.lemmas[token] in grammar.OTHERWHERE for token in tokens)


def _names_unknown(coded: Coded) -> bool:
    """True where the clause names its place by a name that nothing knows ("in Jajarkot district")."""
    context, parsed, tree = coded.context, coded.clause.parsed, coded.clause.tree
    named: list[int] = []
    for token in coded.clause.tokens:
        if tree.lemmas[token] not in _AT or parsed.deps[token] != "prep":
            continue
        noun = tree.child(token, "pobj")
        if noun is not None:
            words = (noun, *(child for child in tree.children[noun] if parsed.deps[child] == "compound"))
            named.extend(word for word in words if parsed.tags[word] == "NNP")
    if not named:
        return False
    spans = [item.span for found in (context.places, context.mentions, context.times) for item in found]
    return not context.tokens(spans).issuperset(named)


def points_back(coded: Coded) -> bool:
    """True for "there", for pronouns and for definite nouns of what was told before."""
    tree, pointing = coded.clause.tree, _pointing()
    return tree.has(pointing) and any(
        _points(tree, token)
        for token in coded.clause.tokens
        if tree.lows[token] in pointing or tree.lemmas[token] in pointing
    )


@cache
def _pointing() -> frozenset[str]:
    """The words and lemmas of which one must be there before anything points back."""
    return _told_nouns() | grammar.POINTING | people_words() | {"there"}


def _points(tree: Tree, token: int) -> bool:
    parsed = tree.parsed
    word, dep = tree.lows[token], parsed.deps[token]
    if word == "there":
        return dep != "expl"
    if dep == "poss" and word in grammar.POINTING:
        return not any(parsed.poses[earlier] in ("NOUN", "PROPN") for earlier in range(token))
    if word in grammar.POINTING and dep in _ARGUMENTS:
        return not (word in ("it", "this", "that") and _empty_subject(tree, token))
    if parsed.poses[token] not in ("NOUN", "PROPN") or dep not in _ARGUMENTS:
        return False
    if tree.lemmas[token] not in _told_nouns() and people_class(tree, token) is None:
        return False
    return any(tree.lows[child] in grammar.DEFINITE for child in tree.children[token])


@cache
def _told_nouns() -> frozenset[str]:
    return grammar.TOLD | lexicon.classes()["FIGHTING"]


def _empty_subject(tree: Tree, token: int) -> bool:
    """True for the "it" of "it is unclear whether", which stands for the clause behind it."""
    verb = tree.parsed.heads[token]
    if tree.parsed.deps[token] not in ("nsubj", "nsubjpass"):
        return False
    below = [verb, *(child for child in tree.children[verb] if tree.parsed.deps[child] in ("acomp", "attr"))]
    return any(tree.child(item, "ccomp", "xcomp", "csubj", "advcl") is not None for item in below)


def _nations(claim: Claim, coded: Coded) -> frozenset[str]:
    """The countries of the peoples and armies in the clause; where it happened is left out."""
    context = coded.context
    scenes = {(place.span.start, place.span.end) for place in _event_places(claim.places)}
    tokens = frozenset(coded.clause.tokens)
    return frozenset(
        place.country for place in context.places
        if place.country and (place.span.start, place.span.end) not in scenes
        and context.tokens([place.span]) & tokens
    )  # fmt: skip


def _placed(claim: Claim, coded: Coded, places: tuple[Place, ...], *, toll: bool) -> Claim:
    """The claim with inherited places; a number that points back ("the 10,000") has them for its scope."""
    if not places:
        return claim
    anchored = frozenset(_anchored(coded))
    numbers = tuple(
        parts.scoped([item], places)[0]
        if toll or anchored & frozenset(parts.tokens_at(coded.clause, coded.context.start, item.span))
        else item
        for item in claim.quantities
    )
    return replace(claim, places=(*claim.places, *places), quantities=numbers)


def _anchored(coded: Coded) -> Iterator[int]:
    """The tokens of phrases that point back: "those 10,000", "the 10,000 men", "8,000 of them"."""
    tree, parsed = coded.clause.tree, coded.clause.parsed
    for token in coded.clause.tokens:
        if any(tree.lows[child] in grammar.DEFINITE for child in tree.children[token]) and (
            parsed.poses[token] == "NUM" or stands_for_people(tree, token) or people_class(tree, token)
        ):
            yield from tree.subtree(token)
