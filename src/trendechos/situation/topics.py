"""What an origin is about: the kind of event, the parties, the place, whether it is or is to come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from trendechos.records import Actor, Claim, Origin, Place
from trendechos.situation.calendar import first_day, one_day
from trendechos.situation.parties import (
    EVENT_TYPES,
    forces_in,
    is_force,
    parties_of,
)
from trendechos.situation.scopes import Scope, Scopes

Value = TypeVar("Value")

# Where the type only says how something is said, the event's PLOVER type says what it is about.
_BY_PLOVER: Mapping[str, str] = {
    "MOBILIZE": "deployment", "ASSAULT": "combat", "RETREAT": "withdrawal", "AID": "aid",
    "SANCTION": "sanction", "AGREE": "agreement", "CONSULT": "consultation", "PROTEST": "protest",
    "THREATEN": "threat",
}  # fmt: skip
_TO_COME = frozenset(["announced", "considered", "demanded", "predicted"])
# In these the parties that it happens to are the ones counted.
_SUFFERED = frozenset(["casualties", "capture"])


@dataclass(frozen=True, slots=True)
class Topic:
    """What one origin is about, as far as its claims say; None or empty where they do not.

    `family` is the type of event; `parties` are country or body codes of those who act (of those who
    suffer, for casualties and captures), `others` the rest of the event's parties; `planned` marks what
    is to come; `day` is when it was said, else first published.
    """

    family: str | None
    parties: frozenset[str]
    others: frozenset[str]
    place: Scope | None
    planned: bool
    day: str | None
    force: bool = False


def topic(origin: Origin, claims: Mapping[str, Claim], scopes: Scopes) -> Topic:
    """What `origin` is about: its key claim's event, completed by what most of its other claims say."""
    held = own_claims(origin, claims)
    family = most(family_of(claim) for claim in held)
    event = [claim for claim in held if family_of(claim) == family] or held
    parties = most(acting(claim, family) for claim in event) or frozenset()
    everyone = frozenset(party for claim in event for party in _all_parties(claim))
    places = [scope for claim in event if (scope := place_of(claim, scopes))]
    return Topic(
        family=family,
        parties=parties,
        others=everyone - parties,
        place=most(places),
        planned=bool(most(is_planned(claim) for claim in event)),
        day=said_on(origin, held),
        force=any(_has_force(claim) for claim in event),
    )


def own_claims(origin: Origin, claims: Mapping[str, Claim]) -> list[Claim]:
    """The claims of `origin` that are held, the key claim first, then by id."""
    ids = (origin.key_claim_id, *sorted(set(origin.claims) - {origin.key_claim_id}))
    return [claims[claim_id] for claim_id in ids if claim_id in claims]


def family_of(claim: Claim) -> str | None:
    """The type of event that `claim` is about, None when it is about none."""
    if claim.type in EVENT_TYPES:
        return claim.type
    return _BY_PLOVER.get(claim.event.plover or "") if claim.event else None


def is_planned(claim: Claim) -> bool:
    """True when `claim` says that something is to come, not that it is."""
    return claim.certainty == "conditional_or_future" or claim.status in _TO_COME


def said_on(origin: Origin, held: Iterable[Claim]) -> str | None:
    """The day of the statement; where no page says, the first day on which a claim of it was said."""
    day = one_day(origin.said_when) or first_day(origin.said_when)
    return day or min((said for claim in held if (said := one_day(claim.said_when))), default=None)


def acting(claim: Claim, family: str | None) -> frozenset[str]:
    """The parties whose act or state the claim is about."""
    if family == "combat":
        return _all_parties(claim)
    actors, recipients = (claim.event.actors, claim.event.recipients) if claim.event else ((), ())
    if family == "deployment":
        # "Russia has put North Korean soldiers into Kursk": the force is what stands there.
        forces = _parties(actor for actor in (*actors, *recipients) if is_force(actor)) or forces_in(claim.text)
        if forces:
            return forces
        # "Russia has put 11,000 men there": the host brought them; whose they are is not said.
        return _parties(actors) - _hosts(claim) or _parties(recipients) - _hosts(claim)
    sides = (recipients, actors) if family in _SUFFERED else (actors, recipients)
    return _parties(sides[0]) or _parties(sides[1])


def hosts(claim: Claim) -> frozenset[str]:
    """The countries that act in their own land in `claim`, without a force of theirs being named."""
    return _hosts(claim) & (_parties(claim.event.actors) if claim.event else frozenset())


def _hosts(claim: Claim) -> frozenset[str]:
    return frozenset(place.country for place in claim.places if place.country and place.role == "event")


def _parties(actors: Iterable[Actor]) -> frozenset[str]:
    return frozenset(party for actor in actors for party in parties_of(actor))


def _all_parties(claim: Claim) -> frozenset[str]:
    return _parties((*claim.event.actors, *claim.event.recipients)) if claim.event else frozenset()


def _has_force(claim: Claim) -> bool:
    if any(number.counts == "troops" for number in claim.quantities) or forces_in(claim.text):
        return True
    return claim.event is not None and any(
        is_force(actor) for actor in (*claim.event.actors, *claim.event.recipients)
    )


def place_of(claim: Claim, scopes: Scopes) -> Scope | None:
    """Where the event is: the finest place in the role of the event, else the finest mentioned."""
    if not claim.places:
        return None
    return scopes.of(min(claim.places, key=_finest))


_FINE = {"site": 0, "town": 0, "district": 1, "province": 2, "area": 3, "country": 4}


def _finest(place: Place) -> tuple[int, int, int, str]:
    return (place.role != "event", _FINE[place.precision], place.span.start, place.name)


def most(values: Iterable[Value | None]) -> Value | None:
    """The most frequent value that is not None, the smallest by its text on a tie; None when there is none."""
    counter = Counter(value for value in values if value is not None)
    if not counter:
        return None
    return min(counter, key=lambda value: (-counter[value], _written(value)))


def _written(value: object) -> str:
    return "+".join(sorted(value)) if isinstance(value, frozenset) else repr(value)
