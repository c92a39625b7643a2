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
from trendechos.records import Claim, Origin
from trendechos.records.situation import PredictionStatus
from trendechos.situation.ahead import is_readied
from trendechos.situation.calendar import day_of, last_day, ordinal
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
    """What an origin says, on a day, is done, or is not: the deeds, and the words and countries it names."""

    day: str
    origin: Origin
    claim: Claim
    deeds: frozenset[str]
    undone: frozenset[str]
    words: frozenset[str]
    countries: frozenset[str]
    place: Scope | None

    @property
    def terms(self) -> frozenset[str]:
        """All by which it could be known."""
        return self.words | self.countries | self.deeds | self.undone


@dataclass(frozen=True, slots=True)
class _Foretold:
    """What a prediction says will be: deeds, the names that must be told again, and all its terms."""

    deeds: frozenset[str]
    names: frozenset[str]
    terms: frozenset[str]


def told(origin: Origin, around: Surroundings) -> Told | None:
    """What an origin says is so now, None for what is to come, unsure, recalled, or names no deed."""
    held = around.held(origin)
    day = said_on(origin)
    if not held or not day or all(is_history(claim) for claim in held):
        return None
    claim = held[0]
    if claim.certainty != "asserted" or claim.status not in ("done", "ongoing") or claim.type in _NO_FACTS:
        return None
    main = _main(claim.text)
    deeds, undone = _named(_DEED, main), _named(_UNDONE, main)
    if not (deeds or undone) or is_readied(replace(claim, text=main)):
        return None
    if claim.polarity != "asserted":
        deeds, undone = frozenset(), (deeds if claim.polarity == "denied" else frozenset())
    return Told(
        day, origin, claim, deeds - undone, undone, _words(claim, claim.text),
        _countries(claim, claim.text), place_of(claim, around.scopes),
    )  # fmt: skip


def borne_out(register: Iterable[Ahead], facts: Iterable[Told]) -> list[Ahead]:
    """The register; an open prediction names the first later origin by which it came true or did not."""
    by_deed: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for fact in sorted(facts, key=lambda one: (one.day, one.origin.origin_id)):
        for deed in fact.deeds | fact.undone:
            for word in fact.terms:
                by_deed[deed, word].append(fact)
    return [_judged(one, by_deed) for one in register]


def _judged(one: Ahead, facts: Mapping[tuple[str, str], Sequence[Told]]) -> Ahead:
    prediction = one.prediction
    day = one.about.day
    if prediction.status != "open" or not day or one.claim.polarity == "noncommittal":
        return one
    foretold = _foretold(one)
    found: dict[str, Told] = {}
    for deed in foretold.deeds:
        for word in foretold.terms - {deed}:
            some = facts.get((deed, word), ())
            at = bisect_right(some, day, key=lambda each: each.day)
            found |= {each.origin.origin_id: each for each in some[at : at + _REACH]}
    for fact in sorted(found.values(), key=lambda each: (each.day, each.origin.origin_id)):
        status = (
            _status(one, fact, foretold.deeds) if _is_same(foretold, fact) and _is_other(one, fact) else None
        )
        if status:
            settled = replace(prediction, status=status, resolved_by=fact.origin.origin_id)
            return replace(one, prediction=settled)
    return one


def _is_same(foretold: _Foretold, fact: Told) -> bool:
    """True where all deeds and names, and most of all that is foretold, are told."""
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
    if fact.undone & deeds:
        if one.claim.polarity != "asserted" or one.prediction.condition or not by:
            return None
        missed = fact.day > by or (fact.day == by and _IN_SPITE.search(fact.claim.text))
        return "did_not" if missed else None
    if fact.day > (by or "9999") or (one.prediction.condition and one.prediction.term):
        return None
    if one.claim.polarity == "asserted":
        return "came_true"
    return None if one.prediction.condition else "did_not"


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
    """The words of a claim that say what it is about, those alike under one name; neither deeds nor when."""
    low, names = text.lower(), alike()
    kept = (word for word in claim.lemmas if word[:4] in low and not word[0].isdigit())
    return frozenset(
        names.get(word, word) for word in kept if word not in _UNSAID and not _DEED.fullmatch(word)
    )


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
    terms = (_words(claim, text) - beside) | names | countries | deeds
    return _Foretold(deeds, frozenset(names) | countries, terms)


def _country(name: str) -> frozenset[str]:
    return demonyms(name) or countries_in(name)


def _countries(claim: Claim, text: str) -> frozenset[str]:
    """The countries and bodies that act or are named in the words."""
    named = {code for run in _NAMED.finditer(text) for code in _country(run.group())}
    acting = claim.event.actors if claim.event else ()
    own = {claim.speaker.party} if claim.speaker.party and _ITSELF.search(text) else set()
    return frozenset(named.union(own, *(parties_of(actor) for actor in acting)))
