"""Tolls of two happenings in one land: what somebody did, and a mishap."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.build import claim, event, number, origin, place, report, speaker

from trendechos.records import Claim, Report, Span
from trendechos.situation.causes import told
from trendechos.situation.propositions import pose
from trendechos.situation.surroundings import Surroundings

PORT, CAPITAL = place("Gabes", "town", "TUN", "TN-81"), place("Tunis", "town", "TUN", "TN-11")
LEAGUE, UNION = speaker("Rights League", "RL", "organisation"), speaker("Dockers Union", "DU", "organisation")
COAST_GUARD = speaker("Coast Guard", "TUN", "organisation")


def toll(
    text: str, by: Any, at: Any = PORT, unit: str = "people", page: str = "", **fields: Any
) -> tuple[Report, Claim]:
    """A page with a toll of the number that its words hold; `at` is named where it stands in them."""
    source = report(page or text, "2025-05-01", **fields)
    first = source.text.index(text)
    words = next(word for word in text.split() if word.isdigit())
    start = first + text.index(words)
    count = number(int(words), int(words), counts="killed", unit=unit, words=words)
    count = replace(count, span=Span(start, start + len(words)))
    where = first + text.find(at.name) if at.name in text else 0
    places = (replace(at, span=Span(where, where + len(at.name))),)
    return source, claim(
        text, by, source, type="casualties", event=event("ASSAULT"), places=places, quantities=(count,)
    )


def asked(*tolls: tuple[Report, Claim]) -> dict[str, list[float]]:
    claims = {one.claim_id: one for _, one in tolls}
    origins = [origin(one) for _, one in tolls]
    posed = pose(
        origins, claims, around=Surroundings(claims, origins, {one.report_id: one for one, _ in tolls})
    )
    return {one.text: sorted(each.low or 0 for each in one.stances) for one in posed if one.counts == "killed"}


SANK = toll("A ferry capsized off Gabes with 31 dockers killed", COAST_GUARD, unit="dockers")
SHOT = toll("Guards opened fire in Gabes and 12 people were killed", LEAGUE)


def test_a_volley_and_a_mishap_in_one_town_are_two_questions() -> None:
    found = asked(SANK, SHOT, toll("The number of dockers killed in Gabes rose to 40", UNION, unit="dockers"))
    assert found == {
        "How many people were killed in the accident in Gabes": [31, 40],
        "How many people were killed in the violence in Gabes": [12],
    }


def test_the_happening_bears_the_name_that_most_give_it() -> None:
    found = asked(SANK, toll("14 people were killed in clashes in Gabes", LEAGUE), SHOT)
    assert "How many people were killed in the clashes in Gabes" in found


def test_one_cause_alone_is_not_named() -> None:
    found = asked(SHOT, toll("14 people were killed in clashes in Gabes", UNION))
    assert found == {"How many people were killed in Gabes": [12, 14]}


def test_a_toll_that_names_no_cause_goes_with_the_title_of_its_page() -> None:
    bare = toll("It knew of 15 people killed in Gabes", UNION, title="Crackdown on mourners widens")
    assert asked(SANK, SHOT, bare)["How many people were killed in the violence in Gabes"] == [12, 15]


def test_a_toll_is_not_where_only_its_page_is_dated() -> None:
    page = "Gabes is under curfew. 15 people were shot, the league said in Tunis."
    found = asked(
        SHOT, toll("15 people were shot", LEAGUE, CAPITAL, page=page), toll("Calm returns to Gabes 10", UNION)
    )
    assert found["How many people were killed in Gabes"] == [10, 12]


@pytest.mark.parametrize(("text", "cause"), [
    ("police opened fire on a crowd and 15 people died", "violence"),
    ("15 people drowned", "mishap"),
    ("police fired on those who marched over the deaths of 15 people in the flood", "mishap"),
    ("troops opened fire after a crash that killed 15", "mishap"),
    ("15 were shot at a march against the derailment", "violence"),
    ("15 people died", None),
])  # fmt: skip
def test_the_cause_stands_beside_the_number(text: str, cause: str | None) -> None:
    page, one = toll(text, LEAGUE)
    around = Surroundings({one.claim_id: one}, (), {page.report_id: page})
    assert told([(one, one.quantities[0])], around).cause == cause


def test_the_first_word_of_a_sentence_is_no_name() -> None:
    page, one = toll("The guards of Gabes shot 15 people", LEAGUE)
    found = told([(one, one.quantities[0])], Surroundings({one.claim_id: one}, (), {page.report_id: page}))
    assert "Gabes" in found.beside
    assert "The" not in found.beside


def test_an_open_word_of_a_title_means_what_it_means_elsewhere() -> None:
    pit = [toll(f"{many} miners were killed by methane in a blast in Gabes", UNION) for many in (30, 31)]
    found = asked(*pit, SHOT, toll("9 of ours were killed", LEAGUE, title="Nine dead in Gabes blast"))
    assert found["How many people were killed in the blast in Gabes"] == [9, 30, 31]
