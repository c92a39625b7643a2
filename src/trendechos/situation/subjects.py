"""What one origin is about, the number it gives, and its stance on its own event."""

from __future__ import annotations

from dataclasses import dataclass, replace

from trendechos.records import Claim, Origin
from trendechos.records.proposition import StanceKind
from trendechos.situation.measures import Measure, measure
from trendechos.situation.parties import EVENT_TYPES
from trendechos.situation.stances import AGAINST, FOR
from trendechos.situation.surroundings import Surroundings
from trendechos.situation.tolls import is_nought
from trendechos.situation.topics import Topic, is_history, is_recalled, stance, topic


@dataclass(frozen=True, slots=True)
class Subject:
    """One origin with what it is about, the number it gives and its stance on its own event."""

    origin: Origin
    claims: tuple[Claim, ...]
    topic: Topic
    measure: Measure | None
    stance: StanceKind

    @property
    def events(self) -> bool:
        """True when the origin states an event that is or was, and is not only history."""
        return (
            any(claim.type in EVENT_TYPES for claim in self.claims)
            and self.topic.family is not None
            and not self.topic.planned
            and self.stance not in AGAINST
        )


def subject_of(origin: Origin, around: Surroundings) -> Subject | None:
    """What one origin is about, None where none of its claims is held and where it is pure history."""
    return around.once(_subject, origin)


def _subject(origin: Origin, around: Surroundings) -> Subject | None:
    held = around.held(origin)
    if not held or all(is_history(claim) or is_recalled(claim, around) for claim in held):
        return None
    about, taken, number = around.once(topic, origin), around.once(stance, origin), measure(origin, around)
    if number and is_nought(number.quantity):
        # Of "people were killed" the contrary, and of nothing else that was said there.
        taken, about = (
            "contradicts" if taken in FOR else taken,
            replace(about, family="casualties", place=number.scope),
        )
    return Subject(origin, tuple(held), about, number, taken)
