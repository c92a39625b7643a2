"""What is said to come, what is asked for, what is judged and what is recalled, with its authors."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from trendechos.languages.en.outlook import TERMS
from trendechos.languages.en.stances import LIKELIHOODS
from trendechos.records import Assessment, Background, Call, Claim, Moment, Origin, Prediction, Speaker
from trendechos.records.codec import content_id
from trendechos.situation.ahead import asks, condition, has_tail, is_question, is_scrap, looks_ahead, threatens
from trendechos.situation.borne_out import told
from trendechos.situation.calendar import first_day, last_day, one_day, spoken
from trendechos.situation.naming import name
from trendechos.situation.outcome import Fact, is_fact, settled
from trendechos.situation.parties import is_person, parties_of
from trendechos.situation.replaced import Ahead
from trendechos.situation.response import asked_of
from trendechos.situation.surroundings import Surroundings
from trendechos.situation.topics import Topic, is_history, stance, topic

_TERMS = re.compile("|".join(TERMS), re.IGNORECASE)
_LIKELIHOODS = tuple(re.compile(pattern, re.IGNORECASE) for pattern in LIKELIHOODS)
# What would be reported if it came true, by kind of event.
_TESTS = {
    "deployment": "forces reported there", "combat": "fighting reported",
    "control": "the place reported as taken", "casualties": "losses reported",
    "capture": "a capture reported", "withdrawal": "a withdrawal reported", "aid": "aid reported as given",
    "sanction": "sanctions reported as imposed", "agreement": "an agreement reported",
    "consultation": "talks reported", "protest": "protests reported", "threat": "a threat reported",
}  # fmt: skip


def predictions(around: Surroundings) -> tuple[Prediction, ...]:
    """What is said to come, in its author's words, widest carried first.

    `came_true` only where another party is the first to say, later, that an event of that kind, with
    that party, in that place is so; `superseded` where the author later says otherwise of the same;
    `open` in every other case, so that the rest is left to a person.
    """
    register = around.every(_ahead)
    pages = {ahead.prediction.origin_id: ahead.pages for ahead in register}
    return tuple(
        sorted(
            settled(register, around.every(_fact), around.every(told)),
            key=lambda one: (-pages[one.origin_id], _author_order(one.author), one.prediction_id),
        )
    )


def _author_order(author: Speaker) -> tuple[bool, str]:
    """Named authors by name, pages that name no source behind them."""
    return not author.canonical, author.canonical


def _ahead(origin: Origin, around: Surroundings) -> Ahead | None:
    """The prediction that an origin makes, None when it makes none."""
    held = around.held(origin)
    if not held or not looks_ahead(held[0]) or all(is_history(claim) for claim in held):
        return None
    # Of what follows on an event that is told as done that event's kind and place say nothing.
    about, claim = around.once(topic, origin), held[0]
    what = replace(about, family=None) if has_tail(claim) else about
    return Ahead(_prediction(origin, claim, what), what, origin.party, claim, len(origin.reports))


def _fact(origin: Origin, around: Surroundings) -> Fact | None:
    """What an origin says is so, on a known day and somewhere, None when it says nothing of the kind."""
    held = around.held(origin)
    if around.once(stance, origin) != "supports" or all(is_history(claim) for claim in held):
        return None
    about = around.once(topic, origin)
    return Fact(about.day or "", origin, about, held[0]) if is_fact(about, held) else None


def _prediction(origin: Origin, claim: Claim, about: Topic) -> Prediction:
    hangs_on = condition(claim.text)
    kind: Literal["prediction", "threat", "condition"] = "condition" if hangs_on else "prediction"
    by = claim.happened_when
    said = one_day(origin.said_when) or one_day(claim.said_when)
    if by and said and (last_day(by) or "9999") <= said:
        by = None  # a day that had come when it was said is no term
    main = claim.text.replace(hangs_on, "") if hangs_on else claim.text
    likelihood = next((found.group(0) for each in _LIKELIHOODS if (found := each.search(main))), None)
    if likelihood is None and claim.cue is not None and claim.cue.kind == "predict":
        likelihood = claim.cue.text  # "Kyiv expects five formations"
    return Prediction(
        prediction_id=content_id("prediction", origin.origin_id, claim.text),
        author=_author(claim, origin) if threatens(claim) else origin.speaker,
        words=claim.text,
        origin_id=origin.origin_id,
        by=by,
        condition=hangs_on,
        test=_test(about, by),
        likelihood=likelihood,
        term=None if by else _term(claim.text),
        kind="threat" if threatens(claim) else kind,
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


def calls(around: Surroundings) -> tuple[Call, ...]:
    """What authors ask others to do, widest carried first; what they only ask about is none."""
    return tuple(around.ranked(_call))


def _call(origin: Origin, around: Surroundings) -> tuple[int, Call] | None:
    held = around.held(origin)
    if not held or not asks(held[0]) or _is_asked_about(held[0], around):
        return None
    call = Call(_author(held[0], origin), ", ".join(asked_of(held[0])) or None, held[0].text, origin.origin_id)
    return -len(origin.reports), call


def _author(claim: Claim, origin: Origin) -> Speaker:
    """Who asks or threatens: the speaker, or whom a page, an outlet or a document tells of as doing so."""
    event = claim.event
    tells = origin.speaker.kind in ("none", "outlet", "document")
    if not tells or event is None or event.plover not in ("REQUEST", "THREATEN") or not event.actors:
        return origin.speaker
    actor = event.actors[0]
    party = min(parties_of(actor), default=None)
    return Speaker(actor.name, actor.name, "person" if is_person(actor) else "group", party)


def _is_asked_about(claim: Claim, around: Surroundings) -> bool:
    """True where a call of the same attribution is a question."""
    told = (one for one in around.near(claim) if one.attribution_id == claim.attribution_id)
    return any(one.type == "call" and is_question(one.text) for one in told)


def assessments(around: Surroundings) -> tuple[Assessment, ...]:
    """Judgements of motive, meaning or capability, widest carried first."""
    return tuple(around.ranked(_assessment))


def _assessment(origin: Origin, around: Surroundings) -> tuple[int, Assessment] | None:
    held = _news(origin, around)
    if not held or held[0].type != "assessment":
        return None
    return -len(origin.reports), Assessment(origin.speaker, held[0].text, origin.origin_id)


def background(around: Surroundings) -> tuple[Background, ...]:
    """History that the pages recall, dated as history where they date it, oldest first, undated last."""
    return tuple(around.ranked(_background))


def _background(origin: Origin, around: Surroundings) -> tuple[str, Background] | None:
    held = around.held(origin)
    if not held or is_scrap(held[0]) or not all(is_history(claim) for claim in held):
        return None
    when = next((claim.happened_when for claim in held if claim.happened_when), None)
    first = first_day(when) or last_day(when) or "9999"
    return first, Background(when, held[0].text, origin.origin_id)


def _news(origin: Origin, around: Surroundings) -> list[Claim]:
    """The claims of an origin that is not only background; empty otherwise."""
    held = around.held(origin)
    return [] if all(claim.background for claim in held) else held
