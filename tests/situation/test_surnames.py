from __future__ import annotations

from tests.build import claim, report, speaker

from trendechos.records import Claim, Speaker
from trendechos.situation import resolved


def said(by: Speaker, number: int) -> Claim:
    return claim(f"word {number}", by, report(f"page of {by.canonical}: word {number}"))


def names(*claims: Claim) -> list[tuple[str, str | None]]:
    found = resolved({one.claim_id: one for one in claims})
    return [(found[one.claim_id].speaker.canonical, found[one.claim_id].speaker.party) for one in claims]


FULL, BARE = speaker("Claire Dumas", "FRA"), speaker("Dumas")


def test_a_last_name_alone_stands_for_the_one_full_name_that_ends_in_it() -> None:
    assert names(said(FULL, 1), said(FULL, 2), said(BARE, 3))[2] == ("Claire Dumas", "FRA")


def test_it_stays_where_two_have_it_or_one_is_hardly_known_or_the_parties_differ() -> None:
    other = speaker("Paul Dumas", "BEL")
    assert names(said(FULL, 1), said(FULL, 2), said(other, 3), said(BARE, 4))[3] == ("Dumas", None)
    assert names(said(FULL, 1), said(BARE, 2))[1] == ("Dumas", None)
    assert names(said(FULL, 1), said(FULL, 2), said(speaker("Dumas", "CAN"), 3))[2] == ("Dumas", "CAN")
