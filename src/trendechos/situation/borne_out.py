"""What became of predictions, told by words: the same deed, of the same people and things, done or undone."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil

from trendechos.languages.en.alike import alike
from trendechos.languages.en.outcomes import BESIDE, CONTRARY, DEEDS, IN_SPITE, UNTOLD
from trendechos.languages.en.outlook import COUNTED, ITSELF, LENGTHS, MANY, STRETCH, TIME_WORDS
from trendechos.languages.en.stances import EMPTY_LEMMAS
from trendechos.records import Claim, Origin, Prediction
from trendechos.records.situation import PredictionStatus
from trendechos.situation.ahead import is_readied
from trendechos.situation.calendar import day_of, first_day, last_day, ordinal
from trendechos.situation.parties import countries_in, demonyms, parties_of
from trendechos.situation.replaced import Ahead
from trendechos.situation.scopes import Scope
from trendechos.situation.surroundings import Surroundings
from trendechos.situation.topics import is_history, place_of, said_on

_DEED = re.compile("|".join(rf"\b(?P<{name}>(?:{words})\b)" for name, words in DEEDS.items()))
_UNDONE = re.compile("|".join(rf"\b(?P<{name}>(?:{words})\b)" for name, words in CONTRARY.items()))
_PARTS = re.compile("[:;]")
_BESIDE, _IN_SPITE, _ITSELF = (re.compile("|".join(each), re.IGNORECASE) for each in (BESIDE, IN_SPITE, ITSELF))
# A run of words with a capital: a name, with what its bearer is before it ("Interior Minister Duarte").
_NAMED = re.compile(r"\b[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*")
_STRETCH = re.compile(STRETCH)
_WHOSE = re.compile(r"['’]s\b")
_UNSAID = UNTOLD | EMPTY_LEMMAS | TIME_WORDS
# This much of what is foretold is told, deeds and names in any case, and no fewer words (our judgement).
_TOLD, _FEWEST = 0.6, 2
# So many of the next statements on a matter are looked through: it bounds a matter that thousands speak of.
_REACH = 100
# By as many letters a word is known in the text of which it is a lemma.
_STEM = 4
# Kinds of claim that tell of nothing done.
_NO_FACTS = frozenset(["call", "threat", "prediction", "assessment"])


@dataclass(frozen=True, slots=True)
class Told:
    """What an origin says, on a day, is done, or is not: the deeds, and all by which it can be known.

    That is its words, the deeds among them, the countries named and the place.
    """

    day: str
    origin: Origin
    claim: Claim
    denied: bool
    deeds: frozenset[str]
    undone: frozenset[str]
    terms: frozenset[str]
    place: Scope | None


@dataclass(frozen=True, slots=True)
class _Foretold:
    """What a prediction says will be: deeds, the names that must be told again, and all its terms.

    Where no deed is known it takes `fewest` terms to tell it.
    """

    deeds: frozenset[str]
    names: frozenset[str]
    terms: frozenset[str]
    fewest: int


def told(origin: Origin, around: Surroundings) -> Told | None:
    """What an origin says is so, or is not, now; None for what is to come, unsure, open or recalled."""
    held = around.held(origin)
    day = said_on(origin)
    if not held or not day:
        return None
    claim = held[0]
    if claim.speaker.kind in ("none", "outlet") and all(is_history(one) for one in held):
        return None  # what a source said since may be recalled by now
    if claim.certainty != "asserted" or claim.status not in ("done", "ongoing") or claim.type in _NO_FACTS:
        return None
    main = _main(claim.text)
    if claim.polarity == "noncommittal" or is_readied(replace(claim, text=main)):
        return None
    deeds, undone = _named(_DEED, main), _named(_UNDONE, main)
    denied, place = claim.polarity == "denied", place_of(claim, around.scopes)
    terms = deeds | undone | _words(claim, claim.text) | _countries(claim, claim.text)
    return Told(
        day, origin, claim, denied, frozenset() if denied else deeds - undone, deeds if denied else undone,
        terms | {place.key} if place else terms, place,
    )  # fmt: skip


def borne_out(register: Iterable[Ahead], facts: Iterable[Told]) -> list[Ahead]:
    """The register; an open prediction names the first later origin by which it came true or did not."""
    listed = list(register)
    open_still = {
        one.prediction.prediction_id: _foretold(one)
        for one in listed
        if one.prediction.status == "open" and one.about.day and one.claim.polarity != "noncommittal"
    }
    wanted = frozenset().union(*(one.terms for one in open_still.values()))
    after = min(
        (one.about.day or "" for one in listed if one.prediction.prediction_id in open_still), default=""
    )
    fitting = (one for one in facts if one.day > after and len(one.terms & wanted) >= _FEWEST)
    by_term: dict[str, list[Told]] = defaultdict(list)
    for fact in sorted(fitting, key=lambda one: (one.day, one.origin.origin_id)):
        for term in fact.terms & wanted:
            by_term[term].append(fact)
    return [_judged(one, open_still.get(one.prediction.prediction_id), by_term) for one in listed]


def _judged(one: Ahead, foretold: _Foretold | None, facts: Mapping[str, Sequence[Told]]) -> Ahead:
    if foretold is None or not foretold.terms:
        return one
    must = foretold.deeds | foretold.names if foretold.deeds else foretold.terms
    some = min((facts.get(term, ()) for term in sorted(must)), key=len)
    at = bisect_right(some, one.about.day or "", key=lambda each: each.day)
    for fact in some[at : at + _REACH]:
        same = _is_same(foretold, fact) and _is_other(one, fact)
        if same and (status := _status(one, fact, foretold.deeds)):
            settled = replace(one.prediction, status=status, resolved_by=fact.origin.origin_id)
            return replace(one, prediction=settled)
    return one


def _is_same(foretold: _Foretold, fact: Told) -> bool:
    """True where deeds, names and most of what is foretold are told; all of it where no deed is known."""
    if not foretold.deeds:
        return len(foretold.terms) >= foretold.fewest and foretold.terms <= fact.terms
    if not (foretold.deeds <= fact.deeds | fact.undone and foretold.names <= fact.terms):
        return False
    shared = len(foretold.terms & fact.terms)
    return shared >= _FEWEST and shared >= _TOLD * len(foretold.terms)


def _is_other(one: Ahead, fact: Told) -> bool:
    """True where another than the author tells it, of no other place."""
    own, other = one.prediction.author, fact.origin.speaker
    if own.canonical == other.canonical and own.kind not in ("unnamed", "none"):
        return False
    if fact.origin.party is not None and fact.origin.party == one.party:
        return False
    here, there = one.about.place, fact.place
    return not here or not there or here.key == there.key or here.holds(there) or there.holds(here)


def _status(one: Ahead, fact: Told, deeds: frozenset[str]) -> PredictionStatus | None:
    """What a fact makes of a prediction; None where it comes too late, too early, or too little."""
    by = last_day(one.prediction.by) or _until(one.prediction.term or "", one.about.day or "")
    happened = last_day(fact.claim.happened_when)
    if happened and happened < (one.about.day or ""):
        return None
    if fact.undone & deeds or (fact.denied and not deeds):
        if one.claim.polarity != "asserted" or one.prediction.condition or not by:
            return None
        missed = fact.day > by or (fact.day == by and _IN_SPITE.search(fact.claim.text))
        return "did_not" if missed else None
    if (
        fact.day > (by or "9999")
        or fact.day < _start(one.prediction)
        or (one.prediction.condition and one.prediction.term)
    ):
        return None
    if one.claim.polarity == "asserted":
        return "came_true"
    return None if one.prediction.condition else "did_not"


def _start(prediction: Prediction) -> str:
    """The first day of a stretch foretold ("next week"); what is to come by a day may come before."""
    stretch = prediction.by is not None and prediction.by.first != prediction.by.last
    return (first_day(prediction.by) if stretch else None) or ""


def _until(term: str, said_on: str) -> str | None:
    """The last day of a term that names none ("within 48 hours"); None where its words do not tell it.

    >>> _until("within 48 hours", "2024-11-04"), _until("by the end of the week", "2024-11-04")
    ('2024-11-06', '2024-11-10')
    """
    day, found = ordinal(said_on), _STRETCH.search(term.lower())
    if day is None or not found:
        return None
    length = LENGTHS[found["end"] or found["unit"]]
    if found["end"]:
        return day_of(day + 6 - (day - 1) % 7) if length <= LENGTHS["week"] else day_of(day + int(length))
    many = found["many"] or str(MANY)
    return day_of(day + ceil(length * (int(many) if many.isdigit() else COUNTED.index(many))))


def _main(text: str) -> str:
    """The words that tell a deed, up to what is told beside it; without the label before ("To watch: ...")."""
    parts = _PARTS.split(text)
    told = next(
        (part for part in parts if _DEED.search(part.lower()) or _UNDONE.search(part.lower())), parts[0]
    )
    return _BESIDE.split(told, maxsplit=1)[0]


def _named(pattern: re.Pattern[str], text: str) -> frozenset[str]:
    return frozenset(found.lastgroup for found in pattern.finditer(text.lower()) if found.lastgroup)


def _words(claim: Claim, text: str) -> frozenset[str]:
    """The words in `text` that say what a claim is about, those alike by one name; neither deeds nor when."""
    low, names = text.lower(), alike()
    kept = (word for word in claim.lemmas if word not in _UNSAID and not word[0].isdigit())
    if text != claim.text:
        kept = (word for word in kept if word[:_STEM] in low)
    return frozenset(names.get(word, word) for word in kept if not _DEED.fullmatch(word))


def _foretold(one: Ahead) -> _Foretold:
    """What a prediction says will be: its deeds, its other words, and the names among these.

    Of a run of words with a capital only the last is a name, what stands before it says who its bearer is;
    places are told by the place of the event.
    """
    claim, prediction = one.claim, one.prediction
    text = _main(claim.text.replace(prediction.condition or "\0", " "))
    places = {word for place in claim.places for word in claim.words_at(place.span).lower().split()}
    names, beside = set(), set(places)
    for run in _NAMED.finditer(text):
        words = [alike().get(word, word) for word in _WHOSE.sub("", run.group().lower()).split()]
        if _country(run.group()):
            beside.update(words)
            continue
        beside.update(words[:-1])
        if words[-1] not in places | _UNSAID and (run.start() > 0 or len(words) > 1):
            names.add(words[-1])
    countries, deeds = _countries(claim, text), _named(_DEED, text)
    place = one.about.place
    where = {place.key} if place and not deeds else set()
    terms = (_words(claim, text) - beside) | names | countries | deeds | where
    return _Foretold(deeds, frozenset(names) | countries, terms, _FEWEST + (prediction.by is None))


def _country(name: str) -> frozenset[str]:
    return demonyms(name) or countries_in(name)


def _countries(claim: Claim, text: str) -> frozenset[str]:
    """The countries and bodies that act or are named in the words."""
    named = {code for run in _NAMED.finditer(text) for code in _country(run.group())}
    acting = claim.event.actors if claim.event else ()
    own = {claim.speaker.party} if claim.speaker.party and _ITSELF.search(text) else set()
    return frozenset(named.union(own, *(parties_of(actor) for actor in acting)))
