from __future__ import annotations

from tests.build import claim, place, report, speaker

from trendechos.situation import about, about_why

FLOOD = report("The river Ibar burst its banks near Raska and two bridges were lost.")
TROOPS = report("Iranian soldiers were seen in the port of Tartus, officials said.")
TALKS = report("Talks on grain resumed in Istanbul.")
PAGES = {page.report_id: page for page in (FLOOD, TROOPS, TALKS)}


def test_a_report_that_holds_the_names_is_in_and_says_why() -> None:
    found = about_why("Iran's troops in Tartus", PAGES, {})
    assert set(found) == {TROOPS.report_id}
    assert "Tartus" in found[TROOPS.report_id]


def test_country_and_people_meet_and_so_do_singular_and_plural() -> None:
    assert about("Iran soldier", PAGES, {}) == {TROOPS.report_id}


def test_canonical_names_of_claims_count_as_words() -> None:
    said = claim(
        "two bridges were lost", speaker("Serbian Red Cross"), FLOOD, places=(place("Raška", country="SRB"),)
    )
    assert about("Serbian Red Cross", PAGES, {said.claim_id: said}) == {FLOOD.report_id}


def test_a_query_without_content_names_every_report() -> None:
    assert about("what is this about", PAGES, {}) == set(PAGES)


def test_nothing_fits() -> None:
    assert about("Election in Bolivia", PAGES, {}) == frozenset()
