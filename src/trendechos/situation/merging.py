"""Which parties count as one in a question, and which are two sides of a fight."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from trendechos.situation.naming import CIVILIANS
from trendechos.situation.subjects import Subject
from trendechos.situation.topics import Topic


def accused(group: Sequence[Subject]) -> frozenset[frozenset[str]]:
    """The parties of which only another that fights there says so: who did it is what they differ on."""
    tellers: dict[frozenset[str], set[str | None]] = defaultdict(set)
    for subject in group:
        tellers[sides(subject.topic)].add(subject.origin.party)
    fighting = {party for one in tellers for party in one}
    return frozenset(
        one
        for one, told in tellers.items()
        if len(one) == 1 and len(told) == 1 and told <= fighting and not told <= one
    )


def sides(topic: Topic) -> frozenset[str]:
    """The parties that keep questions apart: losses among civilians are nobody's forces' losses."""
    return topic.parties or frozenset([CIVILIANS] if topic.civil else [])


def merge(
    sets: Iterable[frozenset[str]], *, subsets: bool, accused: frozenset[frozenset[str]] = frozenset()
) -> dict[frozenset[str], frozenset[str]]:
    """For each set of parties the one it counts with: for none the most frequent, with `subsets` a wider.

    With `subsets`, two parties that are each said to fight in one place are taken as the two sides, but for
    those `accused` by the other alone.
    """
    counter = Counter(sets)
    order = sorted(counter, key=lambda one: (-counter[one], -len(one), sorted(one)))
    alone = [
        one for one in order if len(one) == 1 and one not in accused and not any(one < other for other in order)
    ]
    if subsets and len(alone) >= 2:
        order.append(alone[0] | alone[1])
    merged: dict[frozenset[str], frozenset[str]] = {}
    for one in sorted(counter, key=lambda each: (-len(each), sorted(each))):
        wider = [other for other in order if one < other and (subsets or not one)]
        merged[one] = merged.get(wider[0], wider[0]) if wider else one
    return merged
