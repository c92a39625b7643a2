"""Who is said to act on whom, and who has answered how."""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from trendechos.languages.en.outlook import PROPOSALS, REFUSALS
from trendechos.records import Act, Actor, Claim, Origin, Response, SituationActor
from trendechos.records.claim import ClaimType
from trendechos.situation.naming import name, nameable
from trendechos.situation.parties import parties_of
from trendechos.situation.slices import totalled
from trendechos.situation.stances import AGAINST
from trendechos.situation.surroundings import Surroundings
from trendechos.situation.topics import is_history, stance

_RESPONSES = frozenset(["aid", "sanction", "consultation", "agreement", "threat", "protest"])
_STATUSES: Mapping[str, Literal["done", "announced", "considered", "demanded"]] = {
    "done": "done", "ongoing": "done", "announced": "announced", "predicted": "announced",
    "considered": "considered", "demanded": "demanded",
}  # fmt: skip
_FORCES = frozenset(["deployment", "withdrawal"])
_PROPOSALS = re.compile("|".join(PROPOSALS), re.IGNORECASE)
_REFUSALS = re.compile("|".join(REFUSALS), re.IGNORECASE)
# Stated with the force of an official position, where the event's type says so.
_POSITIONS = frozenset(["ACCUSE", "REJECT", "SUPPORT", "CONCEDE", "REQUEST"])

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
    known: dict[str, _Done] = {}
    for some in around.parts(_done):
        for key, done in some.items():
            known.setdefault(key, _Done()).add(done)
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
    known: dict[str, _Done] = {}
    for origin in origins:
        for key, party, actor, acts in around.once(_doing, origin):
            one = {act: {origin.origin_id} for act in acts}
            done = _Done(
                Counter([actor.name]), {actor.code or ""}, {origin.origin_id}, one, width(origin), party
            )
            known.setdefault(key, _Done()).add(done)
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


def response(around: Surroundings) -> tuple[Response, ...]:
    """What each actor has done, announced, considered or been asked to do, widest carried first.

    A call stands under the one who is asked, as demanded; an act, under the one who acts.
    """
    found: dict[tuple[str, str, ClaimType], list[tuple[int, str, str]]] = defaultdict(list)
    for answers in around.every(_answered):
        for answer, entry in answers:
            found[answer].append(entry)
    entries = []
    for (actor, status, what), group in found.items():
        group.sort()
        ids = tuple(origin_id for _, origin_id, _ in group)
        entries.append((-len(group), group[0][0], Response(actor, status, what, group[0][2], ids)))  # type: ignore[arg-type]
    entries.sort(key=lambda entry: (entry[0], entry[1], entry[2].actor, entry[2].status, entry[2].type))
    return tuple(entry[2] for entry in entries)


def _answered(
    origin: Origin, around: Surroundings
) -> list[tuple[tuple[str, str, ClaimType], tuple[int, str, str]]]:
    """Who answers how in an origin, how widely carried, in which words; nobody in what is denied or past."""
    held = around.held(origin)
    if not held or all(is_history(claim) for claim in held):
        return []
    if around.once(stance, origin) in AGAINST and not _refuses(held[0]):
        return []
    entry = (-len(origin.reports), origin.origin_id, held[0].text)
    return [(answer, entry) for answer in _answers(held[0])]


def _refuses(claim: Claim) -> bool:
    """True for what a party rules out for itself ("will not recognise the vote"), an answer all the same."""
    if claim.event is None or claim.event.plover != "REJECT" or (claim.cue and claim.cue.kind == "deny"):
        return False
    return claim.certainty == "conditional_or_future" or bool(_REFUSALS.search(claim.text))


def _answers(claim: Claim) -> list[tuple[str, str, ClaimType]]:
    """Who answers how in `claim`; only parties answer ("the United States"), not everybody named as acting."""
    status = _STATUSES[claim.status]
    if claim.certainty == "conditional_or_future" and status == "done":
        status = "announced"
    event = claim.event
    own = claim.speaker.kind == "none"
    if event is None or (own and status in ("announced", "demanded")):
        return []  # what the page expects or asks for itself stands with predictions and calls
    if claim.type == "call":
        asked = _parties(event.recipients, described=True)
        return _all(asked, "demanded", "call") or _all(
            _speaking(claim) if _proposes(claim) else [], "announced", "call"
        )
    # Forces that are there are the matter itself; those that are offered, weighed or called back answer it.
    if claim.type in _RESPONSES or (claim.type in _FORCES and status in ("announced", "considered")):
        # An unnamed official of a party can only mean its own side where he says what is weighed or to come.
        known = claim.speaker.kind != "unnamed" or status in ("announced", "considered")
        return _all(_parties(event.actors) or (_speaking(claim) if known else []), status, claim.type)
    if (claim.type == "statement" and event.plover in _POSITIONS) or _refuses(claim):
        speaks = claim.speaker.kind not in ("none", "unnamed")
        return _all(_speaking(claim) if speaks else _parties(event.actors), status, "statement")
    return []


def _all(whose: Iterable[str], status: str, kind: ClaimType) -> list[tuple[str, str, ClaimType]]:
    return [(who, status, kind) for who in whose]


def _proposes(claim: Claim) -> bool:
    """True for what a speaker puts to nobody in particular ("proposed a truce")."""
    return claim.cue is not None and bool(_PROPOSALS.search(claim.cue.text))


def _speaking(claim: Claim) -> list[str]:
    """The party for which the speaker answers, the speaker himself where it has no name; () for nobody's."""
    party = claim.speaker.party
    return [name(party) if nameable(party) else claim.speaker.canonical] if party else []


def _parties(actors: Iterable[Actor], *, described: bool = False) -> list[str]:
    """The parties of `actors`; with `described` those of none as the page describes them ("the government")."""
    found = {name(party) for actor in actors for party in parties_of(actor)}
    return sorted(found or {actor.name for actor in actors if described and actor.name})
