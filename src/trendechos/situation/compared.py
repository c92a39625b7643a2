"""Which origins of a question are compared pair by pair."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from trendechos.records import Gap, Origin, Proposition, Stance
from trendechos.situation.surroundings import Surroundings
from trendechos.situation.voices import voice_of

# Pairs grow with the square: 60 origins make 1,770, five hundred would make 124,750. No reader follows more
# voices than that through one question.
MOST = 60


def compared(propositions: Iterable[Proposition], around: Surroundings) -> tuple[Proposition, ...]:
    """The propositions, each with the stances of at most sixty origins: each voice's widest carried first.

    Of a voice with many origins the second comes after every voice's first, so that no voice crowds out
    another. What is not compared counts as not established.
    """
    return tuple(
        one
        if len(one.stances) <= MOST
        else around.again(_most_carried, one.proposition_id, one, around.answering(one))
        for one in propositions
    )


def _most_carried(proposition: Proposition, origins: Iterable[Origin]) -> Proposition:
    held = {origin.origin_id: origin for origin in origins}
    return replace(proposition, stances=tuple(_chosen(proposition, held)))


def uncompared(propositions: Iterable[Proposition]) -> tuple[Gap, ...]:
    """A gap for each question with more origins than `compared` keeps, in order of question."""
    return tuple(
        Gap(
            one.text,
            "situation",
            "not all origins compared",
            f"{len(one.stances)} origins; the {MOST} most carried are compared pair by pair, what the others "
            "have to do with them is not established",
        )
        for one in propositions
        if len(one.stances) > MOST
    )


def _chosen(proposition: Proposition, held: dict[str, Origin]) -> list[Stance]:
    by_voice: dict[str, list[Stance]] = defaultdict(list)
    for stance in sorted(proposition.stances, key=lambda one: _widest(one, held)):
        origin = held.get(stance.origin_id)
        by_voice[(voice_of(origin) if origin else None) or ""].append(stance)
    turns = [
        (turn, *_widest(stance, held), stance)
        for group in by_voice.values()
        for turn, stance in enumerate(group)
    ]
    return [turn[-1] for turn in sorted(turns, key=lambda turn: turn[:-1])[:MOST]]


def _widest(stance: Stance, held: dict[str, Origin]) -> tuple[int, str]:
    origin = held.get(stance.origin_id)
    return (-len(origin.reports) if origin else 0, stance.origin_id)
