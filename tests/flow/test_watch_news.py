"""What makes an alert: reversals and independent origins, on assessments built by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.build import claim, origin, report, speaker

from trendechos.flow.assess import Assessed, Question, assess
from trendechos.flow.watch_news import News, new_independent, reversals
from trendechos.records import Origin, Proposition, Relation, Stance

EMPTY = assess([], [], Question())
GHANA, TOGO = speaker("Ada Lorn", "GHA"), speaker("Bo Wen", "TGO")
OLD = claim("The dam holds", GHANA, report("The dam holds"))
NEW = claim("The dam has failed", GHANA, report("The dam has failed", "2024-11-06"))
OTHER = claim("The dam is gone", TOGO, report("The dam is gone", "2024-11-06"))


def assessed(*origins: Origin, proposition: Proposition | None = None) -> Assessed:
    held = {
        one.claim_id: one for one in (OLD, NEW, OTHER) if any(one.claim_id in each.claims for each in origins)
    }
    asked = (proposition,) if proposition else ()
    evidence = replace(EMPTY.evidence, claims=held, origins=origins, propositions=asked)
    return replace(EMPTY, evidence=evidence, situation=replace(EMPTY.situation, propositions=asked))


def asked(*stances: Stance, reversed_by: tuple[tuple[str, str], ...] = (), independent: int = 1) -> Proposition:
    return Proposition(
        "p", "Does the dam hold?", "statement", stances, 0, 0, 0, independent, "not_established", "",
        reversals=reversed_by,
    )  # fmt: skip


FIRST, SECOND, THIRD = (origin(one) for one in (OLD, NEW, OTHER))
BOTH = (Stance(FIRST.origin_id, "supports"), Stance(SECOND.origin_id, "denies"))


def test_a_turn_of_a_speaker_is_news_once() -> None:
    turn = asked(*BOTH, reversed_by=((FIRST.origin_id, SECOND.origin_id),))
    (fact,) = reversals(News(assessed(FIRST), assessed(FIRST, SECOND, proposition=turn)))
    assert fact.text == "Does the dam hold?: Ada Lorn, from supports to denies"
    known = assessed(FIRST, SECOND, proposition=turn)
    assert reversals(News(known, known)) == []


@pytest.mark.parametrize(("independence", "count", "told"), [
    ("independent", 2, 1), ("not_established", 1, 0), ("dependent", 1, 0),
])  # fmt: skip
def test_only_an_independent_origin_is_told_as_such(independence: str, count: int, told: int) -> None:
    stances = (Stance(FIRST.origin_id, "supports"), Stance(THIRD.origin_id, "supports"))
    linked = (
        replace(FIRST, relations=(Relation(THIRD.origin_id, independence, "unknown", ""),)),
        replace(THIRD, relations=(Relation(FIRST.origin_id, independence, "unknown", ""),)),
    )
    after = assessed(*linked, proposition=asked(*stances, independent=count))
    before = assessed(FIRST, proposition=asked(stances[0]))
    assert len(new_independent(News(before, after))) == told
