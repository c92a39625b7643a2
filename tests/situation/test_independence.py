from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from tests.build import claim, origin, speaker

from trendechos.records import Origin, Relation
from trendechos.situation.independence import independent_count, verdict

NAMES = "ABCDE"
PLAIN = {name: origin(claim(f"it is so, {name} said", speaker(name)), origin_id=name) for name in NAMES}


def related(independent: str, dependent: str = "") -> dict[str, Origin]:
    """Origins A to E with relations given as pairs ("AB BC")."""
    found = dict(PLAIN)
    for pairs, kind, reason in (
        (independent, "independent", "separate evidence"),
        (dependent, "dependent", "same party"),
    ):
        for left, right in (tuple(pair) for pair in pairs.split()):
            relations = (*found[left].relations, Relation(right, kind, reason))  # type: ignore[arg-type]
            found[left] = replace(found[left], relations=relations)
    return found


@pytest.mark.parametrize(
    ("ids", "independent", "dependent", "count"),
    [
        ("", "", "", 0),
        ("A", "", "", 1),
        ("ABCDE", "", "", 1),  # not established adds nothing
        ("AB", "AB", "", 2),
        ("ABC", "AB BC", "", 2),  # C and A are not established
        ("ABC", "AB BC AC", "", 3),
        ("ABCD", "AB BC AC", "", 3),
        ("ABCDE", "AB BC CD DE", "", 2),
        ("AB", "AB", "BA", 1),  # the two disagree: nothing is established
        ("AC", "AB", "", 1),  # a relation to an origin that is not asked about
    ],
)
def test_the_largest_set_independent_pair_by_pair(
    ids: str, independent: str, dependent: str, count: int
) -> None:
    assert independent_count(tuple(ids), related(independent, dependent)) == count


def test_taking_an_origin_away_never_raises_the_count() -> None:
    origins = related("AB BC AC DE AD")
    for size in range(1, len(NAMES) + 1):
        for ids in combinations(NAMES, size):
            whole = independent_count(ids, origins)
            assert all(independent_count([one for one in ids if one != gone], origins) <= whole for gone in ids)


@pytest.mark.parametrize(
    ("ids", "independent", "dependent", "verdict_of"),
    [
        ("A", "", "", "not_established"),
        ("AB", "AB", "", "independent"),
        ("AB", "", "AB", "dependent"),
        ("ABC", "", "AB BC", "dependent"),
        ("ABC", "", "AB", "not_established"),
    ],
)
def test_the_verdict_over_all_origins(ids: str, independent: str, dependent: str, verdict_of: str) -> None:
    assert verdict(tuple(ids), related(independent, dependent), {})[1] == verdict_of


def test_the_reason_names_the_voices_and_says_what_is_not_known() -> None:
    reason = verdict(("A", "B"), PLAIN, {"A": "France", "B": "Israel"})[2]
    assert reason == "2 origins (France and Israel); independence is not established"


def test_many_linked_origins_give_a_lower_bound_at_once() -> None:
    names = [f"o{number:03}" for number in range(200)]
    origins = {
        name: replace(
            PLAIN["A"],
            origin_id=name,
            relations=tuple(
                Relation(other, "independent", "separate evidence") for other in names if other != name
            ),
        )
        for name in names
    }
    assert independent_count(names, origins) == 200
