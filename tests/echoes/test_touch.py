"""Placing new claims equals grouping everything; arrays equal one pair at a time."""

from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.echoes.scene import EXAMPLES, held
from tests.echoes.test_properties import PAGES, Page

from trendechos.echoes import compare, group, join, join_lines, keys, pairs, touch
from trendechos.echoes.features import FEATURES
from trendechos.echoes.profile import profile
from trendechos.echoes.score import BITS, Block, Scores
from trendechos.records import Claim


@settings(max_examples=EXAMPLES, deadline=None)
@given(PAGES, st.integers(0, 7))
def test_touched_and_untouched_groups_are_those_of_everything(pages: list[Page], cut: int) -> None:
    claims, reports = held(*pages)
    before = dict(list(claims.items())[:cut])
    new = [claim for claim_id, claim in claims.items() if claim_id not in before]

    def lookup(wanted: Claim) -> list[Claim]:
        asked = set(keys(wanted))
        return [claim for claim in before.values() if asked & set(keys(claim))]

    lines = {one: line for line in join_lines(before, reports=reports).lines for one in line}
    touched = touch(
        new, lookup, lambda claim: [before[one] for one in sorted(lines[claim.claim_id])], reports=reports
    ).groups
    inside = {claim_id for one in touched for claim_id in one.claim_ids}
    rest = [one for one in join(before, reports=reports) if not inside & set(one.claim_ids)]
    assert sorted(one.claim_ids for one in (*touched, *rest)) == [
        one.claim_ids for one in join(claims, reports=reports)
    ]


@settings(max_examples=EXAMPLES, deadline=None)
@given(PAGES)
def test_joining_equals_comparing_and_grouping(pages: list[Page]) -> None:
    claims, reports = held(*pages)
    apart = group(claims, compare(pairs(claims.values()), reports=reports), reports=reports)
    assert [one.claim_ids for one in join(claims, reports=reports)] == [one.claim_ids for one in apart]


@settings(max_examples=EXAMPLES, deadline=None)
@given(PAGES)
def test_pairs_left_out_by_their_days_are_no_echoes(pages: list[Page]) -> None:
    claims, reports = held(*pages)
    by_days = pairs(claims.values(), reports=reports)
    found = {(echo.left_id, echo.right_id) for echo in compare(by_days, reports=reports)}
    every = compare(pairs(claims.values()), reports=reports)
    assert found == {(echo.left_id, echo.right_id) for echo in every}


@settings(max_examples=EXAMPLES, deadline=None)
@given(PAGES)
def test_arrays_give_what_pairs_give(pages: list[Page]) -> None:
    claims, reports = held(*pages)
    scores = Scores()
    rows = [scores.row(profile(claim, reports[claim.report_id])) for claim in claims.values()]
    block = Block(scores, rows)
    left, right = np.divmod(np.arange(len(rows) ** 2), len(rows))
    likes = [scores.similarity(one, two) for one in rows for two in rows]
    wanted = np.array([-np.inf if like is None else like for like in likes])
    assert np.allclose(block.similarities(left, right), wanted)
    far = wanted < 0.3 - BITS
    assert np.allclose(block.similarities(left, right, least=0.3), np.where(far, -np.inf, wanted))


@settings(max_examples=EXAMPLES, deadline=None)
@given(PAGES)
def test_features_do_not_depend_on_the_side(pages: list[Page]) -> None:
    claims, reports = held(*pages)
    made = [profile(claim, reports[claim.report_id]) for claim in claims.values()]
    for left, right in combinations(made, 2):
        for named in FEATURES:
            assert named.measure(left, right)[0] == named.measure(right, left)[0], named.name
