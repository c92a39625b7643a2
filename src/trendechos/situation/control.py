"""Who holds a place: what the hold of one side, or its leaving, says of the hold of the others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from trendechos.situation.questions import Question
from trendechos.situation.stances import FOR
from trendechos.situation.subjects import Subject


def others_hold(left: Iterable[Subject], questions: Iterable[Question]) -> None:
    """Adds to each question of who holds a place what contradicts it, from the day on which it arose.

    Who says that another side holds the place, or that this one has withdrawn from it, contradicts that this
    side holds it. That another side took it later contradicts nothing: places change hands. `left` are those
    that tell of a withdrawal.
    """
    by_place: dict[str, list[Question]] = defaultdict(list)
    for question in questions:
        if question.family == "control":
            by_place[question.key[3]].append(question)
    posed = {place: [(one, list(one.members.values())) for one in held] for place, held in by_place.items()}
    for held in posed.values():
        for question, own in held:
            since = _since(own)
            for other, members in held:
                for subject in members if other is not question else ():
                    holds = (
                        other.stances[subject.origin.origin_id] in FOR and subject.claims[0].status == "ongoing"
                    )
                    if holds and since <= (subject.topic.day or ""):
                        question.add(subject, "contradicts")
    for subject in left:
        for question, own in posed.get(subject.topic.place.broad, ()) if subject.topic.place else ():
            if subject.topic.parties & question.parties and _since(own) <= (subject.topic.day or ""):
                question.add(subject, "contradicts")


def _since(own: Iterable[Subject]) -> str:
    """The first day on which the hold is spoken of; a day after all days where none is known."""
    return min((day for subject in own if (day := subject.topic.day)), default="9999")
