"""What is said to come, what is asked for, what is judged and what is recalled, with its authors."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from trendechos.languages.en.stances import ASKS, CONDITIONS, LIKELIHOODS
from trendechos.records import Actor, Assessment, Background, Call, Claim, Moment, Origin, Prediction
from trendechos.records.codec import content_id
from trendechos.situation.calendar import first_day, last_day, one_day, spoken
from trendechos.situation.naming import name
from trendechos.situation.parties import EVENT_TYPES, parties_of
from trendechos.situation.topics import Surroundings, Topic, is_history, own_claims, surroundings

_ASKS = re.compile("|".join(ASKS), re.IGNORECASE)
_CONDITION = re.compile("|".join(CONDITIONS), re.IGNORECASE)
_LIKELIHOODS = tuple(re.compile(pattern, re.IGNORECASE) for pattern in LIKELIHOODS)
# What would be reported if it came true, by kind of event.
_TESTS = {
    "deployment": "forces reported there", "combat": "fighting reported", "casualties": "losses reported",
    "capture": "a capture reported", "withdrawal": "a withdrawal reported", "aid": "aid reported as given",
    "sanction": "sanctions reported as imposed", "agreement": "an agreement reported",
    "consultation": "talks reported", "protest": "protests reported", "threat": "a threat reported",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Ahead:
    prediction: Prediction
    about: Topic
    party: str | None


def predictions(
    origins: Iterable[Origin], claims: Mapping[str, Claim], *, around: Surroundings | None = None
) -> tuple[Prediction, ...]:
    """What is said to come, in its author's words, widest carried first.

    `came_true` only where another party later says that an event of that kind, with that party, in that
    place is so; `superseded` where the author later says otherwise of the same; `open` in every other
    case, so that the rest is left to a person.
    """
    around = around or surroundings(claims)
    listed = sorted(origins, key=lambda origin: origin.origin_id)
    ahead: list[_Ahead] = []
    facts: dict[tuple[str, str], list[tuple[str, Origin, Topic]]] = defaultdict(list)
    for origin in listed:
        held = around.held(origin)
        if not held or all(claim.background for claim in held):
            continue
        about = around.topic(origin)
        claim = held[0]
        if _is_ahead(claim):
            ahead.append(_Ahead(_prediction(origin, claim, about), about, origin.party))
        elif (
            about.family
            and about.place
            and about.day
            and not about.planned
            and around.stance(origin) == "supports"
        ):
            facts[(about.family, about.place.broad)].append((about.day or "", origin, about))
    for group in facts.values():
        group.sort(key=lambda fact: (fact[0], fact[1].origin_id))
    pages = {origin.origin_id: len(origin.reports) for origin in listed}
    resolved = _superseded([_resolve(one, facts) for one in ahead])
    return tuple(
        sorted(resolved, key=lambda one: (-pages[one.origin_id], one.author.canonical, one.prediction_id))
    )


def _is_fact(about: Topic) -> bool:
    """True for what is said on a known day to be so, somewhere."""
    return bool(about.family and about.place and about.day) and not about.planned


def _is_ahead(claim: Claim) -> bool:
    if claim.type in ("prediction", "threat"):
        return True
    if claim.type in ("call", "denial") or claim.status in ("announced", "considered", "demanded"):
        return False
    if claim.status == "predicted":
        return True
    if claim.certainty != "conditional_or_future":
        return False
    return claim.type in EVENT_TYPES or bool(_CONDITION.search(claim.text))


def _prediction(origin: Origin, claim: Claim, about: Topic) -> Prediction:
    condition = _CONDITION.search(claim.text)
    kind: Literal["prediction", "threat", "condition"] = "condition" if condition else "prediction"
    by = claim.happened_when
    said = one_day(origin.said_when) or one_day(claim.said_when)
    if by and said and (last_day(by) or "9999") <= said:
        by = None  # a day that had come when it was said is no term
    likelihood = next((found for each in _LIKELIHOODS if (found := each.search(claim.text))), None)
    return Prediction(
        prediction_id=content_id("prediction", origin.origin_id, claim.text),
        author=origin.speaker,
        words=claim.text,
        origin_id=origin.origin_id,
        by=by,
        condition=condition.group(0).strip() if condition else None,
        test=_test(about, by),
        likelihood=likelihood.group(0) if likelihood else None,
        kind="threat" if claim.type == "threat" else kind,
    )


def _test(about: Topic, by: Moment | None) -> str | None:
    """What would count as it coming true; None where kind, party or place is not said."""
    if not about.family or not about.parties or not about.place:
        return None
    who = " and ".join(name(party) for party in sorted(about.parties))
    term = f" by {spoken(by)}" if by else ""
    return f"{_TESTS[about.family]}: {who}, {about.place.name}{term}"


def _resolve(one: _Ahead, facts: Mapping[tuple[str, str], list[tuple[str, Origin, Topic]]]) -> _Ahead:
    about = one.about
    if not about.family or not about.place or not about.parties or not about.day or one.prediction.condition:
        return one
    limit = last_day(one.prediction.by) or "9999"
    for day, origin, fact in facts.get((about.family, about.place.broad), ()):
        other_party = origin.party and origin.party != one.party
        if about.day < day <= limit and other_party and about.parties <= fact.parties | fact.others:
            return replace(
                one, prediction=replace(one.prediction, status="came_true", resolved_by=origin.origin_id)
            )
    return one


def _superseded(ahead: list[_Ahead]) -> list[Prediction]:
    """The predictions; those marked that their author later replaced by another on the same matter."""
    same: dict[tuple[str, str, str, str], list[_Ahead]] = defaultdict(list)
    alone = []
    for one in ahead:
        author, about = one.prediction.author, one.about
        if author.kind in ("unnamed", "none") or not (
            about.family and about.place and about.parties and about.day
        ):
            alone.append(one.prediction)
        else:
            key = (author.canonical, about.family, "+".join(sorted(about.parties)), about.place.broad)
            same[key].append(one)
    for group in same.values():
        group.sort(key=lambda one: (one.about.day or "", one.prediction.prediction_id))
        last = group[-1]
        for one in group:
            open_before = one.prediction.status == "open" and (one.about.day or "") < (last.about.day or "")
            alone.append(
                replace(one.prediction, status="superseded", resolved_by=last.prediction.origin_id)
                if open_before
                else one.prediction
            )
    return alone


def calls(origins: Iterable[Origin], claims: Mapping[str, Claim]) -> tuple[Call, ...]:
    """What authors ask others to do, widest carried first."""
    found = []
    for origin, held in _each(origins, claims):
        claim = held[0]
        if claim.type == "call" and (claim.speaker.kind != "none" or _ASKS.search(claim.text)):
            asked = sorted({name(one) for actor in _asked(claim) for one in parties_of(actor)})
            found.append(
                (
                    -len(origin.reports),
                    Call(origin.speaker, ", ".join(asked) or None, claim.text, origin.origin_id),
                )
            )
    return tuple(call for _, call in sorted(found, key=lambda entry: (entry[0], entry[1].origin_id)))


def _asked(claim: Claim) -> tuple[Actor, ...]:
    """Who is asked: the event's recipients; in the page's own voice the grammar does not say."""
    return claim.event.recipients if claim.event and claim.speaker.kind != "none" else ()


def assessments(origins: Iterable[Origin], claims: Mapping[str, Claim]) -> tuple[Assessment, ...]:
    """Judgements of motive, meaning or capability, widest carried first."""
    found = [
        (-len(origin.reports), origin.origin_id, Assessment(origin.speaker, held[0].text, origin.origin_id))
        for origin, held in _each(origins, claims)
        if held[0].type == "assessment"
    ]
    return tuple(one for _, _, one in sorted(found, key=lambda entry: entry[:2]))


def background(origins: Iterable[Origin], claims: Mapping[str, Claim]) -> tuple[Background, ...]:
    """History that the pages recall, dated as history where they date it, oldest first, undated last."""
    found = []
    for origin in origins:
        held = own_claims(origin, claims)
        if held and all(is_history(claim) for claim in held):
            when = next((claim.happened_when for claim in held if claim.happened_when), None)
            found.append(
                (
                    first_day(when) or last_day(when) or "9999",
                    origin.origin_id,
                    Background(when, held[0].text, origin.origin_id),
                )
            )
    return tuple(one for _, _, one in sorted(found, key=lambda entry: entry[:2]))


def _each(origins: Iterable[Origin], claims: Mapping[str, Claim]) -> Iterable[tuple[Origin, list[Claim]]]:
    for origin in origins:
        held = own_claims(origin, claims)
        if held and not all(claim.background for claim in held):
            yield origin, held
