"""What each party has done, announced, weighed, been asked to do or refused."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from trendechos.knowledge import actors
from trendechos.languages.en import outlook as words
from trendechos.records import Actor, Claim, Event, Origin, Response
from trendechos.records.claim import ClaimType
from trendechos.situation.ahead import asks, condition, is_question, looks_ahead, threatens
from trendechos.situation.naming import name, nameable, of_country
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
_ORDERS, _CHARGED = (re.compile("|".join(each), re.IGNORECASE) for each in (words.ORDERS, words.CHARGED))
_NO_CURB, _OTHER_DOES, _TURNED_DOWN = (
    re.compile("|".join(each), re.IGNORECASE) for each in (words.NO_CURB, words.OTHER_DOES, words.TURNED_DOWN)
)
# Stated with the force of an official position, where the event's type says so.
_POSITIONS = frozenset(["ACCUSE", "REJECT", "SUPPORT", "CONCEDE", "REQUEST"])
# Steps of no type of their own ("reopened the border", "freed the crew"); of coercion only rules laid down
# and arrests, of accusing only what is looked into.
_STEPS = frozenset(["SANCTION", "CONCEDE", "RETREAT", "AGREE", "COOPERATE"])
_MODES = frozenset(["restrict", "curfew", "martial-law", "arrest", "investigate"])
# What a party may refuse: acts that could be asked of it, or feared from it.
_REFUSED = _STEPS | {"REJECT", "AID", "CONSULT", "COERCE"}
# A name of two words or more ("Gulf Line", "Ana Reis").
_NAME = re.compile(r"(?!The |An? )[A-Z][\w’'-]+(?: (?:of|for|and|the|[A-Z][\w’'.-]*))* [A-Z][\w’'-]+")
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
    if (is_question(claim.text) and claim.status != "considered") or _DESCRIBES.search(claim.text):
        return True
    if claim.type == "threat" and _WARNS.search(claim.text):
        return True
    if not _is_own(claim, known=True) and _CHARGED.search(claim.text):
        return True
    return claim.type != "statement" and claim.cue is not None and bool(_BLAMES.search(claim.cue.text))


def _refuses(claim: Claim) -> bool:
    """True for what a party rules out for itself ("will not suspend flights"), an answer all the same."""
    cue, event = claim.cue, claim.event
    denies = cue is not None and cue.kind == "deny"
    if denies and event is not None and event.plover == "REJECT" and _TURNED_DOWN.search(claim.text):
        return True  # "rejected the proposal"
    told = f"{cue.text if cue else ''} {claim.text.replace(condition(claim.text) or chr(0), '')}"
    if denies or (cue is not None and cue.kind == "predict") or not _REFUSALS.search(told):
        return False  # "if either side refuses" refuses nothing
    if event is None:
        return claim.polarity == "denied" and bool(_ITSELF.search(claim.text))
    if not event.actors:
        return event.plover == "REJECT"
    return event.plover in _REFUSED and _is_own(claim)


def _is_own(claim: Claim, *, known: bool = False) -> bool:
    """True where who acts is of the speaker's own party.

    Also where his party is not known; with `known` not so, but where nobody is named as acting.
    """
    own, acting = claim.speaker.party, claim.event.actors if claim.event else ()
    if own is None:
        return not known
    return (known and not acting) or any(own in parties_of(actor) for actor in acting)


def _refusals(claim: Claim) -> list[_Answer]:
    """Who refuses: who would act, else the party that speaks."""
    who = _parties(claim.event.actors) if claim.event else []
    kind = claim.type if claim.type in _RESPONSES else "other"
    return [_Answer(one, "announced", kind, refused=True) for one in who or _speaking(claim)]


def _answers(claim: Claim) -> list[_Answer]:
    """Who answers how in `claim`; only parties and bearers of a name answer, not everybody named as acting."""
    event, status = claim.event, _status(claim)
    if event is None or (claim.speaker.kind == "none" and status in ("announced", "demanded")):
        return []  # what the page expects or asks for itself stands with predictions and calls
    if claim.status == "considered" and (claim.type == "call" or event.cameo == _WEIGHED):
        acting = _parties(event.actors) if _is_own(claim) else []
        return _all(acting or _speaking(claim), "considered", "other")
    if claim.type == "call":
        return _asked(claim)
    # What may have been done is not said to be done, and what one foretells of another is not announced.
    unsure = claim.status == "done" and claim.certainty == "possible"
    foretold = looks_ahead(claim) and not _is_own(claim, known=True)
    return [] if unsure or foretold else _acts(claim, event, status)


def _acts(claim: Claim, event: Event, status: _Status) -> list[_Answer]:
    """Who acts, or takes a position."""
    acting, kind = _parties(event.actors), _kind(claim)
    # Forces that are there are the matter itself; those offered, weighed or called back, and ships, answer it.
    sent = claim.type in _FORCES and (status != "done" or event.mode == "weapons")
    if kind in _RESPONSES or sent:
        # Who names nobody can only mean his own side where he says what is weighed or to come, or says "we".
        known = status in ("announced", "considered") or _tells_of_itself(claim)
        return _all(acting or (_speaking(claim) if known else []), status, kind)
    if claim.type == "statement" and event.plover in _POSITIONS and event.mode not in _MODES:
        speaks = claim.speaker.kind not in ("none", "unnamed")
        return _all(
            _speaking(claim) if speaks else acting, status, "statement" if status == "done" else "other"
        )
    steps = event.mode in _MODES or event.plover in _STEPS or claim.type == "threat"
    steps = steps and (status == "done" or (_is_own(claim) and condition(claim.text) is None))
    return _all(acting, status, "other") if steps and kind in ("other", "statement") else []


def _status(claim: Claim) -> _Status:
    """Where an act stands; a threat is announced when it is made."""
    status = _STATUSES[claim.status]
    to_come = claim.certainty == "conditional_or_future" or _kind(claim) == "threat"
    return "announced" if status == "done" and to_come else status


def _kind(claim: Claim) -> ClaimType:
    """The kind of an act, as its words have it."""
    if claim.type in ("sanction", "threat") and _NO_CURB.search(claim.text):
        return "other"
    if threatens(claim):
        return "threat"
    arrests = claim.type == "capture" and claim.event is not None and claim.event.mode == "arrest"
    return "other" if arrests else claim.type


def _tells_of_itself(claim: Claim) -> bool:
    """True for a page of the speaker's own, for "it has sent", and where the subject is left out."""
    if claim.mode == "asserted":
        return not _OTHER_DOES.search(claim.text)
    return bool(_ITSELF.search(claim.text))


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
    """Who is asked, by country; a body, and those of none and of the speaker's own, as named ("the cabinet").

    Who asks is not asked ("Chile ordered the evacuation").
    """
    found: set[str] = set()
    for actor in set(claim.event.recipients) - set(claim.event.actors) if claim.event else ():
        parties, known = parties_of(actor), actors.find(actor.name)
        if not parties or (claim.speaker.party in parties and actor.code not in parties):
            found.add(actor.name)
        elif known is not None and not any(of_country(party) == party for party in parties):
            found.add(known.canonical)
        else:
            found |= {name(party) for party in parties}
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


def _parties(acting: Iterable[Actor]) -> list[str]:
    """The parties that `acting` act for; those of none by their own name, where they bear one."""
    acting = [actor for actor in acting if not _are_people(actor)]
    return sorted(
        {name(party) for actor in acting for party in parties_of(actor)}
        | {actor.name for actor in acting if not parties_of(actor) and _NAME.fullmatch(actor.name)}
    )
