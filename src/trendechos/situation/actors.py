"""Who is said to act on whom."""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from trendechos.records import Act, Actor, Claim, Origin, SituationActor
from trendechos.situation.parties import parties_of
from trendechos.situation.slices import totalled
from trendechos.situation.stances import AGAINST
from trendechos.situation.surroundings import Surroundings
from trendechos.situation.topics import stance

Width = tuple[int, str, str]
# Who acts, for which party, as named, and (kind, recipient) of what is done.
_Deed = tuple[str, str | None, Actor, list[tuple[str, str]]]


def width(origin: Origin) -> Width:
    """Sort key: carried by most pages first, then said first, then by id."""
    said = origin.said_when.first if origin.said_when else "9999"
    return (-len(origin.reports), said, origin.origin_id)


def widest(origin: Origin, around: Surroundings) -> tuple[Width, str]:
    """The id of an origin behind that key."""
    return width(origin), origin.origin_id


def actors(around: Surroundings) -> tuple[SituationActor, ...]:
    """The parties to the situation with what they are said to do, those of most origins first.

    An act counts origins, never pages. What is denied, doubted or unanswered is no act.
    """
    spoken = totalled(around.parts(_spoken))
    known: defaultdict[str, _Done] = defaultdict(_Done)
    for some in around.parts(_done):
        for key, done in some.items():
            known[key].add(done)
    found = [
        SituationActor(
            name=min(done.names, key=lambda form, names=done.names: (-names[form], form)),  # type: ignore[misc]
            code=max(done.codes) or None,
            party=done.party,
            origins_count=len(done.origins),
            acts=_acts(done.acts),
            spoken_count=spoken[done.party or ""],
        )
        for done in known.values()
    ]
    return tuple(sorted(found, key=lambda actor: (-actor.origins_count, actor.name, actor.code or "")))


@dataclass(slots=True)
class _Done:
    """What one party or body is said to do, as named, and by which origins; the party that it acts for.

    Of origins that name different parties the least carried one counts.
    """

    names: Counter[str] = field(default_factory=Counter)
    codes: set[str] = field(default_factory=set)
    origins: set[str] = field(default_factory=set)
    acts: dict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))
    width: Width = (-sys.maxsize, "", "")
    party: str | None = None

    def add(self, other: _Done) -> None:
        """Takes in what others say."""
        self.names.update(other.names)
        self.codes |= other.codes
        self.origins |= other.origins
        for act, ids in other.acts.items():
            self.acts[act] |= ids
        if self.width <= other.width:
            self.width, self.party = other.width, other.party


def _done(origins: Sequence[Origin], around: Surroundings) -> dict[str, _Done]:
    """What some origins say is done, by who does it."""
    known: defaultdict[str, _Done] = defaultdict(_Done)
    for origin in origins:
        for key, party, actor, acts in around.once(_doing, origin):
            done = known[key]
            done.names[actor.name] += 1
            done.codes.add(actor.code or "")
            done.origins.add(origin.origin_id)
            for act in acts:
                done.acts[act].add(origin.origin_id)
            if done.width <= (wide := width(origin)):
                done.width, done.party = wide, party
    return known


def _spoken(origins: Sequence[Origin], around: Surroundings) -> Counter[str]:
    return Counter(origin.party for origin in origins if origin.party)


def _doing(origin: Origin, around: Surroundings) -> list[_Deed]:
    """Who acts in the claims of an origin: key and party, as named, and (kind, recipient) of what they do."""
    if around.once(stance, origin) in AGAINST:
        return []
    found = []
    for claim in around.held(origin):
        done = [(str(claim.type), recipient) for recipient in _recipients(claim)]
        for actor in claim.event.actors if claim.event else ():
            whose = min(parties_of(actor), default=None)
            found.append((actor.code or whose or actor.name, whose, actor, done))
    return found


def _recipients(claim: Claim) -> tuple[str, ...]:
    recipients = claim.event.recipients if claim.event else ()
    return tuple(dict.fromkeys(_named(actor) for actor in recipients)) or ("",)


def _named(actor: Actor) -> str:
    return actor.name or actor.code or ""


def _acts(found: Mapping[tuple[str, str], set[str]]) -> tuple[Act, ...]:
    order = sorted(found, key=lambda key: (-len(found[key]), key))
    return tuple(
        Act(kind, recipient or None, len(found[(kind, recipient)]), tuple(sorted(found[(kind, recipient)])))  # type: ignore[arg-type]
        for kind, recipient in order
    )
