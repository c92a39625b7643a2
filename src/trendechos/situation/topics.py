"""What an origin is about: the kind of event, the parties, the place, whether it is or is to come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from trendechos.knowledge.countries import capital_of
from trendechos.languages.en.places import BESIDE, LAND, LAND_BEHIND, POINTING_BACK, WHERE_BEFORE
from trendechos.languages.en.tolls import BROUGHT_TO
from trendechos.records import TOLLS, Actor, Claim, Origin, Place
from trendechos.records.proposition import StanceKind
from trendechos.situation.calendar import first_day, last_day, one_day
from trendechos.situation.naming import CIVILIANS
from trendechos.situation.parties import EVENT_TYPES
from trendechos.situation.scopes import Scope, Scopes
from trendechos.situation.sides import Salience, acting, all_parties
from trendechos.situation.stances import stance_of
from trendechos.situation.surroundings import Surroundings

Value = TypeVar("Value")

# Where the type only says how something is said, the event's PLOVER type says what it is about.
_BY_PLOVER: Mapping[str, str] = {
    "MOBILIZE": "deployment", "ASSAULT": "combat", "RETREAT": "withdrawal", "AID": "aid",
    "SANCTION": "sanction", "AGREE": "agreement", "CONSULT": "consultation", "PROTEST": "protest",
    "THREATEN": "threat",
}  # fmt: skip
# In an answer even "Russia's war" tells which matter is meant.
_ANSWERS = frozenset(["denial", "statement", "call", "other"])
_FEW = 4
_TO_COME = frozenset(["announced", "considered", "demanded", "predicted"])


@dataclass(frozen=True, slots=True)
class Topic:
    """What one origin is about, as far as its claims say; None or empty where they do not.

    `family` is the type of event; `parties` are country or body codes of those who act (of those who
    suffer, for casualties and captures), `others` the rest of the event's parties; `planned` marks what
    is to come; `day` is when it was said, else first published; `civil` marks what befell people who bear
    no arms.
    """

    family: str | None
    parties: frozenset[str]
    others: frozenset[str]
    place: Scope | None
    planned: bool
    day: str | None
    force: bool = False
    civil: bool = False


def topic(origin: Origin, around: Surroundings) -> Topic:
    """What `origin` is about: its key claim's event, completed by what most of its other claims say."""
    held = around.held(origin)
    # "Talk of fighting is looked into but cannot be borne out": the second half is about the first's matter.
    family = most(family_of(claim) for claim in held) or most(_matter(claim, around) for claim in held)
    event = [claim for claim in held if family_of(claim) == family] or held
    found = whose([(claim, family) for claim in event], around.salience)
    parties = found - {CIVILIANS}
    everyone = frozenset(party for claim in event for party in all_parties(claim))
    places = [scope for claim in event if (scope := place_of(claim, around.scopes))]
    return Topic(
        family=family,
        parties=parties,
        others=everyone - parties,
        # One page in many that names a place has it from elsewhere.
        place=most(places) if len(places) * _FEW >= len(event) else None,
        planned=bool(most(is_planned(claim) for claim in event)),
        day=said_on(origin),
        force=any(around.salience.has_force(claim) for claim in event)
        or _of_the_force(event, parties, around.salience),
        civil=CIVILIANS in found,
    )


def stance(origin: Origin, around: Surroundings) -> StanceKind:
    """What `origin` does to the question that it speaks to."""
    return stance_of(around.held(origin))


def _matter(claim: Claim, around: Surroundings) -> str | None:
    """The kind of event that most claims of its attribution are about."""
    near = around.near(claim)
    return most(family_of(one) for one in near if one.attribution_id == claim.attribution_id)


def _of_the_force(event: Iterable[Claim], parties: frozenset[str], salience: Salience) -> bool:
    """True when "they" can only be the forces that the reports are about."""
    return bool(parties) and any(parties == salience.of(claim) for claim in event)


def whose(claims: Iterable[tuple[Claim, str | None]], salience: Salience) -> frozenset[str]:
    """The parties that most claims name for their kind of event; by their reports only where none names any."""
    pairs = list(claims)
    named = most(acting(claim, family, salience) or None for claim, family in pairs)
    if named:
        return named
    return most(acting(claim, family, salience, told=True) or None for claim, family in pairs) or frozenset()


def family_of(claim: Claim) -> str | None:
    """The type of event that `claim` is about, None when it is about none."""
    if _seizes(claim):
        return "control" if holds_place(claim) else None
    if claim.type in EVENT_TYPES:
        return claim.type
    if claim.type == "denial" and any(number.counts in TOLLS for number in claim.quantities):
        return "casualties"  # "denied killing 47": of the dead, not of a fight
    return _BY_PLOVER.get(claim.event.plover or "") if claim.event else None


def holds_place(claim: Claim) -> bool:
    """True for a claim, or a denial, that somebody takes or holds a place: another matter than a fight."""
    event = claim.event
    return _seizes(claim) and event is not None and _is_land(event.recipients, claim)


def _seizes(claim: Claim) -> bool:
    event = claim.event
    return claim.type in ("combat", "denial") and event is not None and event.mode == "seize"


def _is_land(taken: Sequence[Actor], claim: Claim) -> bool:
    """True for what can be held as a place: not for a ship that is seized, nor for an office taken over."""
    places = {place.name for place in claim.places} | {
        claim.text[place.span.start - claim.span.start : place.span.end - claim.span.start]
        for place in claim.places
        if _is_own(claim, place)
    }
    return not taken or any(
        not LAND.isdisjoint(one.name.lower().split()[-1:]) or any(place in one.name for place in places)
        for one in taken
    )


def is_history(claim: Claim) -> bool:
    """True for what a page recalls from before.

    A statement that it dates to a month or stretch is none, nor one recalled without any date ("has said"):
    an undated page gives no day before which it could lie.
    """
    if not claim.background:
        return False
    if claim.said_when is None:
        return claim.happened_when is not None or claim.speaker.kind == "none"
    return claim.said_when.day is not None


def is_recalled(claim: Claim, around: Surroundings) -> bool:
    """True for what a page tells in its own words of a month, or a longer time, before the one it is of."""
    if claim.speaker.kind not in ("none", "outlet"):
        return False
    within = (one for one in around.near(claim) if one.span.holds(claim.span) and one.happened_when)
    when = claim.happened_when or next((one.happened_when for one in within), None)
    page = around.report(claim)
    month = (first_day(page.published) if page else None) or ""
    past = last_day(when) if when and when.precision in ("month", "year") else None
    return past is not None and past[:7] < month[:7]


def is_planned(claim: Claim) -> bool:
    """True when `claim` says that something is to come, not that it is."""
    return claim.certainty == "conditional_or_future" or claim.status in _TO_COME


def said_on(origin: Origin) -> str | None:
    """The day of the statement, the first of a longer time; None where no page gives one before its own day."""
    return one_day(origin.said_when) or first_day(origin.said_when)


def place_of(claim: Claim, scopes: Scopes, *, own: bool = False) -> Scope | None:
    """Where the event is: the finest place in the role of the event, else the finest mentioned.

    With `own` a place carried on from an earlier sentence counts only where a word points back to it.
    """
    located = [place for place in claim.places if _locates(claim, place)]
    named = [place for place in located if _is_own(claim, place) or place.span.start == 0]
    if own and not named and not POINTING_BACK.search(claim.text):
        return None
    return scopes.of(min(named or located, key=_finest)) if located else None


# A place carried on over more than about a sentence is often another event's (own judgement).
_CARRIED = 200


def _is_own(claim: Claim, place: Place) -> bool:
    return place.span.field == claim.span.field and claim.span.holds(place.span)


def is_near(claim: Claim, place: Place) -> bool:
    """True for a place named at most about a sentence before the claim."""
    return -_CARRIED <= place.span.start - claim.span.start < 0


def _locates(claim: Claim, place: Place) -> bool:
    """True for a place by which a reader could tell where it is.

    Not for "the border" and "forward areas"; not for a country that it is only near, nor for one, or a
    capital for it, of which only something is said ("Russia's war"). One carried on from an earlier
    sentence tells where an event is; a whole country only where a word points back to it, and of an
    answer nothing.
    """
    if place.name == place.name.lower():
        return False
    start, end = place.span.start - claim.span.start, place.span.end - claim.span.start
    own = _is_own(claim, place)
    whole = place.precision == "country" or capital_of(place.name) is not None
    if not own and place.span.start > 0:
        if claim.type in _ANSWERS or claim.polarity != "asserted" or not is_near(claim, place):
            return False
        return not whole or bool(POINTING_BACK.search(claim.text))
    if own and _is_no_spot(claim, place):
        return False
    if place.role == "event" or not whole or claim.type in _ANSWERS or not own:
        return True
    return bool(WHERE_BEFORE.search(claim.text[:start]) or LAND_BEHIND.match(claim.text[end:]))


def _is_no_spot(claim: Claim, place: Place) -> bool:
    """True for a country that it is only near, and where those who suffered were brought to."""
    before = claim.text[: place.span.start - claim.span.start]
    if place.precision == "country" and BESIDE.search(before):
        return True
    return is_brought_to(claim, place)


def is_brought_to(claim: Claim, place: Place) -> bool:
    """True for a place to which those who came to harm were brought ("eight wounded were flown to ...")."""
    at = place.span.start - claim.span.start
    return claim.type == "casualties" and at > 0 and bool(BROUGHT_TO.search(claim.text[:at].lower()))


_FINE = {"site": 0, "town": 0, "district": 1, "province": 2, "area": 3, "country": 4}


def _finest(place: Place) -> tuple[int, int, int, str]:
    return (place.role != "event", _FINE[place.precision], place.span.start, place.name)


def most(values: Iterable[Value | None]) -> Value | None:
    """The most frequent value that is not None, the smallest by its text on a tie; None when there is none."""
    listed = [value for value in values if value is not None]
    if not listed:
        return None
    if listed.count(listed[0]) == len(listed):
        return listed[0]
    counter = Counter(listed)
    return min(counter, key=lambda value: (-counter[value], _written(value)))


def _written(value: object) -> str:
    return "+".join(sorted(value)) if isinstance(value, frozenset) else repr(value)
