"""Things and people counted by what is done to them."""

from __future__ import annotations

from typing import Any

import pytest
from tests.build import claim, event, origin, place, report, speaker

from trendechos.records import Claim, Quantity, Span
from trendechos.situation.propositions import pose

WARDEN, UNION = speaker("Prison Board", "CHL", "organisation"), speaker("Inmates' Union", None, "organisation")
COUNTED = {"prisoners": "captured", "hostages": "captured", "people": "civilians", "demonstrators": "civilians"}


def said(text: str, words: str, many: float, by: Any = WARDEN, unit: str | None = "prisoners") -> Claim:
    page = report(f"{text}.", "2025-06-01")
    at = text.index(words)
    count = Quantity(
        words, Span(at, at + len(words)), many, many, unit=unit, counts=COUNTED.get(unit or "", "other")
    )  # type: ignore[arg-type]
    return claim(text, by, page, quantities=(count,))


def asked(*claims: Claim) -> dict[str, list[float | None]]:
    posed = pose([origin(one) for one in claims], {one.claim_id: one for one in claims})
    return {one.text: sorted(each.low or 0 for each in one.stances) for one in posed}


def test_prisoners_who_are_freed_are_counted_apart_from_those_who_are_to_be() -> None:
    found = asked(
        said("the board released 110 prisoners", "110", 110),
        said("114 prisoners were freed", "114", 114, UNION),
        said("the board would release 1,200 prisoners", "1,200", 1200),
        said("the union wants 1,500 prisoners released", "1,500", 1500, UNION),
    )
    assert found == {
        "How many prisoners were released": [110, 114], "How many prisoners are to be released": [1200, 1500],
    }  # fmt: skip


@pytest.mark.parametrize(("texts", "unit", "question"), [
    (("480 trucks entered on Friday", "the office says that 340 trucks entered"), "trucks",
     "How many trucks were counted entering"),
    (("15 cases had been confirmed", "the number of confirmed cases stood at 22"), "cases",
     "How many confirmed cases were counted"),
    (("412 people were vaccinated", "the clinics vaccinated 300 people"), "people",
     "How many people were vaccinated"),
    (("the police arrested 187 people", "900 people have been detained"), "people",
     "How many people were detained"),
    (("they have 40 people in detention", "140 people, some of them ill, are held in a prison"),
     "people", "How many people were detained"),
    (("3400 people have crossed", "7800 people sought refuge there"), "people",
     "How many people were counted entering"),
    (("police say 900 demonstrators came", "organisers counted 4000 demonstrators"), "demonstrators",
     "How many people were gathered"),
    (("they hold 50 hostages", "47 hostages remain there"), "hostages", "How many hostages were held"),
])  # fmt: skip
def test_what_two_count_is_asked_in_their_words(texts: tuple[str, str], unit: str, question: str) -> None:
    numbers = [next(word for word in text.split() if word.isdigit()) for text in texts]
    one, other = (
        said(text, number, float(number), by, unit if f"{number} {unit}" in text else None)
        for text, number, by in zip(texts, numbers, (WARDEN, UNION), strict=True)
    )
    assert list(asked(one, other)) == [question]


def test_one_count_alone_and_loose_nouns_pose_no_question() -> None:
    assert asked(said("the board released 110 prisoners", "110", 110)) == {}
    loose = (
        said("they met 12 times", "12", 12, unit="times"),
        said("it rang 15 times", "15", 15, UNION, "times"),
    )
    assert asked(*loose) == {}


def test_a_figure_that_its_voice_gives_of_cases_is_no_toll() -> None:
    ill = said("28 cases had been confirmed", "28", 28, unit="cases")
    more = said("30 cases had been confirmed", "30", 30, UNION, unit="cases")
    text = "28 people died"
    count = Quantity("28", Span(0, 2), 28, 28, unit="people", counts="killed")
    talca = place("Talca", "town", "CHL")
    dead = claim(text, WARDEN, type="casualties", quantities=(count,), places=(talca,), event=event("ASSAULT"))
    assert "How many people were killed in Talca" not in asked(ill, more, dead)
    assert "How many people were killed in Talca" in asked(more, dead)


def test_a_measure_counts_what_is_measured_in_it() -> None:
    def oil(text: str, many: float, by: Any) -> Claim:
        return said(text, f"{many:.0f} tonnes", many, by, "tonnes")

    found = asked(
        oil("it took on 4000 tonnes of oil", 4000, WARDEN), oil("6000 tonnes of oil leaked", 6000, UNION)
    )
    assert found == {"How many tonnes of oil were counted": [4000, 6000]}
    assert not asked(oil("it weighs 4000 tonnes", 4000, WARDEN), oil("it has 6000 tonnes", 6000, UNION))
