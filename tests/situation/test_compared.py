from __future__ import annotations

from tests.build import claim, origin, report, speaker

from trendechos.records import Origin, Proposition, Stance
from trendechos.situation import compared, uncompared
from trendechos.situation.compared import MOST
from trendechos.situation.surroundings import Surroundings


def question(*origins: Origin) -> Proposition:
    stances = tuple(Stance(one.origin_id, "supports") for one in origins)
    return Proposition("p", "is it so", "statement", stances, 0, 0, 0, 0, "not_established", "")


def said(who: str, party: str, number: int) -> Origin:
    page = report(f"page of {party} and {who}: it is so, {number}", "2025-03-01")
    return origin(claim(f"it is so, {number}", speaker(who, party), page))


def test_a_question_of_few_origins_is_compared_whole() -> None:
    origins = [said("Anne", "FRA", 1), said("Bob", "GBR", 2)]
    assert compared([question(*origins)], Surroundings({}, origins)) == (question(*origins),)


def test_no_voice_crowds_out_another_and_order_makes_no_difference() -> None:
    many = [said("Anne", "FRA", number) for number in range(100)]
    one = said("Bob", "GBR", 0)
    (kept,) = compared([question(*many, one)], Surroundings({}, [*many, one]))
    assert len(kept.stances) == MOST
    assert one.origin_id in {stance.origin_id for stance in kept.stances}
    (other,) = compared([question(one, *reversed(many))], Surroundings({}, [one, *reversed(many)]))
    assert other.stances == kept.stances


def test_what_is_not_compared_is_a_gap() -> None:
    many = [said("Anne", "FRA", number) for number in range(MOST + 1)]
    (gap,) = uncompared([question(*many), question(*many[:MOST])])
    assert (gap.subject, gap.reason) == ("is it so", "not all origins compared")
    assert str(MOST + 1) in gap.detail
