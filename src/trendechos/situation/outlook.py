"""What is said to come, what is asked for, what is judged and what is recalled, with its authors."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Literal

from trendechos.languages.en.outlook import TERMS
from trendechos.languages.en.stances import LIKELIHOODS
from trendechos.records import Actor, Assessment, Background, Call, Claim, Moment, Origin, Prediction
from trendechos.records.codec import content_id
from trendechos.situation.ahead import asks, condition, has_tail, is_question, looks_ahead
from trendechos.situation.calendar import first_day, last_day, one_day, spoken
from trendechos.situation.naming import name
from trendechos.situation.outcome import Ahead, Fact, is_fact, settled
from trendechos.situation.parties import parties_of
from trendechos.situation.topics import Surroundings, Topic, is_history, own_claims, surroundings

_TERMS = re.compile("|".join(TERMS), re.IGNORECASE)
_LIKELIHOODS = tuple(re.compile(pattern, re.IGNORECASE) for pattern in LIKELIHOODS)
# What would be reported if it came true, by kind of event.
_TESTS = {
    "deployment": "forces reported there", "combat": "fighting reported", "casualties": "losses reported",
    "capture": "a capture reported", "withdrawal": "a withdrawal reported", "aid": "aid reported as given",
    "sanction": "sanctions reported as imposed", "agreement": "an agreement reported",
    "consultation": "talks reported", "protest": "protests reported", "threat": "a threat reported",
}  # fmt: skip


def predictions(
    origins: Iterable[Origin], claims: Mapping[str, Claim], *, around: Surroundings | None = None
) -> tuple[Prediction, ...]:
    """What is said to come, in its author's words, widest carried first.

    `came_true` only where another party is the first to say, later, that an event of that kind, with
    that party, in that place is so; `superseded` where the author later says otherwise of the same;
    `open` in every other case, so that the rest is left to a person.
    """
    around = around or surroundings(claims)
    listed = sorted(origins, key=lambda origin: origin.origin_id)
    register: list[Ahead] = []
    facts: list[Fact] = []
    for origin in listed:
        held = around.held(origin)
        if not held or all(is_history(claim) for claim in held):
            continue
        about, claim = around.topic(origin), held[0]
        if looks_ahead(claim):
            # Of what follows on an event that is told as done that event's kind and place say nothing.
            what = replace(about, family=None) if has_tail(claim) else about
            register.append(Ahead(_prediction(origin, claim, what), what, origin.party, claim))
        if around.stance(origin) == "supports" and is_fact(about, held):
            facts.append(Fact(about.day or "", origin, about, held[0]))
    pages = {origin.origin_id: len(origin.reports) for origin in listed}
    return tuple(
        sorted(
            settled(register, facts),
            key=lambda one: (-pages[one.origin_id], one.author.canonical, one.prediction_id),
        )
    )


def _prediction(origin: Origin, claim: Claim, about: Topic) -> Prediction:
    hangs_on = condition(claim.text)
    kind: Literal["prediction", "threat", "condition"] = "condition" if hangs_on else "prediction"
    by = claim.happened_when
    said = one_day(origin.said_when) or one_day(claim.said_when)
    if by and said and (last_day(by) or "9999") <= said:
        by = None  # a day that had come when it was said is no term
    likelihood = next((found.group(0) for each in _LIKELIHOODS if (found := each.search(claim.text))), None)
    if likelihood is None and claim.cue is not None and claim.cue.kind == "predict":
        likelihood = claim.cue.text  # "Kyiv expects five formations"
    return Prediction(
        prediction_id=content_id("prediction", origin.origin_id, claim.text),
        author=origin.speaker,
        words=claim.text,
        origin_id=origin.origin_id,
        by=by,
        condition=hangs_on,
        test=_test(about, by),
        likelihood=likelihood,
        term=None if by else _term(claim.text),
        kind="threat" if claim.type == "threat" else kind,
    )


def _term(text: str) -> str | None:
    found = _TERMS.search(text)
    return found.group(0) if found else None


def _test(about: Topic, by: Moment | None) -> str | None:
    """What would count as it coming true; None where kind, party or place is not said."""
    if not about.family or not about.parties or not about.place:
        return None
    who = " and ".join(name(party) for party in sorted(about.parties))
    term = f" by {spoken(by)}" if by else ""
    return f"{_TESTS[about.family]}: {who}, {about.place.name}{term}"


def calls(origins: Iterable[Origin], claims: Mapping[str, Claim]) -> tuple[Call, ...]:
    """What authors ask others to do, widest carried first; what they only ask about is none."""
    questions = {
        claim.attribution_id for claim in claims.values() if claim.type == "call" and is_question(claim.text)
    }
    found = []
    for origin, held in _each(origins, claims):
        claim = held[0]
        if claim.attribution_id not in questions and asks(claim):
            asked = sorted({name(one) for actor in _asked(claim) for one in parties_of(actor)})
            call = Call(origin.speaker, ", ".join(asked) or None, claim.text, origin.origin_id)
            found.append((-len(origin.reports), call))
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
