"""What each party has done, announced, weighed, been asked to do or refused."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from trendechos.languages.en import outlook as words
from trendechos.records import Actor, Claim, Origin, Response
from trendechos.records.claim import ClaimType
from trendechos.situation.ahead import asks, condition, is_question
from trendechos.situation.naming import name, nameable
from trendechos.situation.parties import demonyms, parties_of
from trendechos.situation.stances import AGAINST
from trendechos.situation.surroundings import Surroundings
from trendechos.situation.topics import is_history, stance

_RESPONSES = frozenset(["aid", "sanction", "consultation", "agreement", "threat", "protest"])
_Status = Literal["done", "announced", "considered", "demanded"]
_STATUSES: Mapping[str, _Status] = {
    "done": "done", "ongoing": "done", "announced": "announced", "predicted": "announced",
    "considered": "considered", "demanded": "demanded",
}  # fmt: skip
_FORCES = frozenset(["deployment", "withdrawal"])
_PROPOSALS, _REFUSALS = (
    re.compile("|".join(each), re.IGNORECASE) for each in (words.PROPOSALS, words.REFUSALS)
)
_BLAMES, _DESCRIBES = (re.compile("|".join(each), re.IGNORECASE) for each in (words.BLAMES, words.DESCRIBES))
_WARNS, _ITSELF = (re.compile("|".join(each), re.IGNORECASE) for each in (words.WARNS, words.ITSELF))
_ORDERS = re.compile("|".join(words.ORDERS), re.IGNORECASE)
# Stated with the force of an official position, where the event's type says so.
_POSITIONS = frozenset(["ACCUSE", "REJECT", "SUPPORT", "CONCEDE", "REQUEST"])
# Steps of no type of their own ("reopened the border", "freed the crew"); of coercion only rules laid down.
_STEPS = frozenset(["SANCTION", "CONCEDE", "RETREAT", "AGREE", "COOPERATE"])
_RULES = frozenset(["restrict", "curfew", "martial-law"])
# What a party may refuse: acts that could be asked of it, or feared from it.
_REFUSED = _STEPS | {"REJECT", "AID", "CONSULT", "COERCE"}
# CAMEO's code for weighing what to do.
_WEIGHED = "014"


class _Answer(NamedTuple):
    """Who answers how; `step` tells steps of no type of their own apart."""

    actor: str
    status: _Status
    type: ClaimType
    refused: bool = False
    step: str = ""


def response(around: Surroundings) -> tuple[Response, ...]:
    """What each actor has done, announced, considered, refused or been asked to do, widest carried first.

    A call stands under the one who is asked, as demanded; an act, under the one who acts.
    """
    found: dict[_Answer, list[tuple[int, str, str]]] = defaultdict(list)
    for answers in around.every(_answered):
        for answer, entry in answers:
            found[answer].append(entry)
    entries = []
    for answer, group in found.items():
        group.sort()
        ids = tuple(origin_id for _, origin_id, _ in group)
        one = Response(answer.actor, answer.status, answer.type, group[0][2], ids, answer.refused)
        entries.append((-len(group), group[0][0], answer, one))
    return tuple(entry[3] for entry in sorted(entries, key=lambda entry: entry[:3]))


def _answered(origin: Origin, around: Surroundings) -> list[tuple[_Answer, tuple[int, str, str]]]:
    """Who answers how in an origin, how widely carried, in which words; nobody in what is denied or past."""
    held = around.held(origin)
    if not held or all(is_history(claim) for claim in held) or _is_no_act(held[0]):
        return []
    refused = _refuses(held[0])
    if around.once(stance, origin) in AGAINST and not refused:
        return []
    entry = (-len(origin.reports), origin.origin_id, held[0].text)
    answers = _refusals(held[0]) if refused else _answers(held[0])
    event = held[0].event
    step = f"{event.plover} {event.mode}" if event and event.mode else origin.origin_id
    return [(each._replace(step=step if each.type == "other" else ""), entry) for each in answers]


def _is_no_act(claim: Claim) -> bool:
    """True for a question, what something is said to be, what somebody is blamed for, and a warning."""
    if is_question(claim.text) or _DESCRIBES.search(claim.text):
        return True
    if claim.type == "threat" and _WARNS.search(claim.text):
        return True
    return claim.type != "statement" and claim.cue is not None and bool(_BLAMES.search(claim.cue.text))


def _refuses(claim: Claim) -> bool:
    """True for what a party rules out for itself ("will not suspend flights"), an answer all the same."""
    if (claim.cue is not None and claim.cue.kind in ("deny", "predict")) or not _REFUSALS.search(claim.text):
        return False
    if not _REFUSALS.search(claim.text.replace(condition(claim.text) or "\0", "")):
        return False  # "if either side refuses"
    if claim.event is None:
        return claim.polarity == "denied" and bool(_ITSELF.search(claim.text))
    if not claim.event.actors:
        return claim.event.plover == "REJECT"
    return claim.event.plover in _REFUSED and _is_own(claim)


def _is_own(claim: Claim) -> bool:
    """True where who acts is the speaker's own party, or the speaker's is not known."""
    own, acting = claim.speaker.party, claim.event.actors if claim.event else ()
    return own is None or any(own in parties_of(actor) for actor in acting)


def _refusals(claim: Claim) -> list[_Answer]:
    """Who refuses: who would act, else the party that speaks."""
    who = _parties(claim.event.actors) if claim.event else []
    kind = claim.type if claim.type in _RESPONSES else "other"
    return [_Answer(one, "announced", kind, refused=True) for one in who or _speaking(claim)]


def _answers(claim: Claim) -> list[_Answer]:
    """Who answers how in `claim`; only parties answer ("the United States"), not everybody named as acting."""
    status = _STATUSES[claim.status]
    if claim.certainty == "conditional_or_future" and claim.status in ("done", "ongoing"):
        status = "announced"
    event = claim.event
    own = claim.speaker.kind == "none"
    if event is None or (own and status in ("announced", "demanded")):
        return []  # what the page expects or asks for itself stands with predictions and calls
    if claim.type == "call" or event.cameo == _WEIGHED:
        return _asked(claim) if claim.type == "call" else _all(_parties(event.actors), "considered", "other")
    if claim.status == "done" and claim.certainty == "possible":
        return []  # what may have been done is not said to be done
    # Forces that are there are the matter itself; those that are offered, weighed or called back answer it.
    if claim.type in _RESPONSES or (claim.type in _FORCES and status in ("announced", "considered")):
        # Who names nobody can only mean his own side where he says what is weighed or to come, or says "we".
        known = status in ("announced", "considered") or _tells_of_itself(claim)
        return _all(_parties(event.actors) or (_speaking(claim) if known else []), status, claim.type)
    if claim.type == "statement" and event.plover in _POSITIONS:
        speaks = claim.speaker.kind not in ("none", "unnamed")
        return _all(_speaking(claim) if speaks else _parties(event.actors), status, "statement")
    ruled = event.plover == "COERCE" and event.mode in _RULES
    steps = claim.type == "other" and (ruled or event.plover in _STEPS)
    steps = steps and (status == "done" or (_is_own(claim) and condition(claim.text) is None))
    return _all(_parties(event.actors), status, "other") if steps else []


def _tells_of_itself(claim: Claim) -> bool:
    """True for a page of the speaker's own, for "it has sent", and where the subject is left out."""
    return claim.mode == "asserted" or bool(_ITSELF.search(claim.text))


def _asked(claim: Claim) -> list[_Answer]:
    """Who is asked; who will ask for something, or proposes it to nobody in particular, announces."""
    if not asks(claim):
        to_come = claim.certainty == "conditional_or_future" and claim.status == "demanded"
        will = claim.event.actors if claim.event and to_come else ()
        return _all(_parties(will), "announced", "other")
    asked = asked_of(claim)
    if not asked and claim.cue is not None and _ORDERS.search(claim.cue.text):
        return _all(_speaking(claim), "done", "other")  # "ordered that the mains be switched on"
    proposes = claim.cue is not None and bool(_PROPOSALS.search(claim.cue.text))
    return _all(asked, "demanded", "call") or _all(_speaking(claim) if proposes else [], "announced", "call")


def asked_of(claim: Claim) -> list[str]:
    """Who is asked, by party; those of none, and of the speaker's own, as the page has them ("the cabinet")."""
    found: set[str] = set()
    for actor in claim.event.recipients if claim.event else ():
        parties = parties_of(actor)
        within = claim.speaker.party in parties and actor.code not in parties
        found |= {actor.name} if within or not parties else {name(party) for party in parties}
    return sorted(found - {""})


def _all(whose: Iterable[str], status: _Status, kind: ClaimType) -> list[_Answer]:
    return [_Answer(who, status, kind) for who in whose]


def _speaking(claim: Claim) -> list[str]:
    """The party for which the speaker answers, the speaker himself where it has no name; () for nobody's."""
    party = claim.speaker.party
    return [name(party) if nameable(party) else claim.speaker.canonical] if party else []


def _are_people(actor: Actor) -> bool:
    """True for some people of a country ("18 Kenyans"), who act for nobody."""
    return actor.name[:1].isdigit() or (actor.name.endswith("s") and bool(demonyms(actor.name.split()[-1])))


def _parties(actors: Iterable[Actor]) -> list[str]:
    """The parties that `actors` act for."""
    actors = [actor for actor in actors if not _are_people(actor)]
    return sorted({name(party) for actor in actors for party in parties_of(actor)})
