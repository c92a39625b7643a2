"""Clocks that run backwards, pages of next year, numbers of 0 and of 10 billion, 10,000 predictions."""

from __future__ import annotations

import pytest
from tests.build import claim, day, event, evidence, number, origin, place, report, speaker

from trendechos.presentation import compose, render
from trendechos.presentation.wording import figures
from trendechos.records import Claim, Evidence, Moment, Report, Situation
from trendechos.situation import assess, held, pose

FRANCE, ISRAEL = speaker("Claire Dumas", "FRA"), speaker("Noa Levi", "ISR")
HOMS = place("Homs", "town", "SYR")
TROOPS = {"type": "deployment", "event": event("MOBILIZE", "TURMIL"), "places": (HOMS,)}


def found(*claims: tuple[Claim, Report]) -> tuple[Situation, Evidence]:
    listed = {one.claim_id: one for one, _ in claims}
    origins = [origin(one) for one in listed.values()]
    pages = tuple({page.report_id: page for _, page in claims}.values())
    asked = pose(origins, listed)
    rests = evidence(pages, tuple(listed.values()), *origins, propositions=asked)
    return assess(rests, since="2025-03-01"), rests


def troops(low: float, on: str = "2025-03-02", **fields: object) -> tuple[Claim, Report]:
    page = report(f"{low:.0f} Turkish soldiers are in Homs ({on})", on)
    count = number(low, low, counts="troops", scope="Homs")
    return claim(page.text, FRANCE, page, quantities=(count,), **(TROOPS | fields)), page


@pytest.mark.parametrize("low", [0, 1, 10_000_000_000, 1e15])
def test_a_value_is_shown_as_what_it_is(low: float) -> None:
    situation, rests = found(troops(low))
    (series,) = situation.series
    assert [(point.low, point.high) for point in series.points] == [(low, low)]
    assert figures.number(low) in render.markdown(compose(situation, rests), situation, rests)


def test_from_nothing_to_ten_billion_is_a_move_and_no_error() -> None:
    situation, _ = found(troops(0), troops(10_000_000_000, "2025-03-05"))
    moved = [one.text for one in situation.changes if one.kind == "number_moved"]
    assert moved == ["Turkish troops in Homs: Claire Dumas, from 0 to 10,000,000,000"]


def test_a_statement_dated_after_its_page_and_an_event_of_next_year_stand_as_dated() -> None:
    page = report("Turkish soldiers are in Homs", "2025-03-02")
    late = claim(
        page.text, FRANCE, page, said_when=day("2025-04-01"), happened_when=day("2026-01-01"), **TROOPS
    )
    situation, _ = found((late, page))
    assert {(entry.lane, entry.when.value) for entry in situation.timeline} == {
        ("statement", "2025-04-01"), ("event", "2026-01-01"),
    }  # fmt: skip


def test_a_page_fetched_before_it_was_published_counts_from_the_later_day() -> None:
    back = report("Turkish soldiers are in Homs", "2026-03-02", retrieved=day("2025-03-02"))
    assert held([back], "2025-03-05").reports == ()
    assert held([back], "2025-03-05").left_out_later == 1
    assert held([back], "2026-03-05").reports == (back,)


def test_a_page_of_next_year_makes_no_year_of_bursts() -> None:
    pages = [troops(100 + at, f"2025-03-{at + 1:02d}") for at in range(9)]
    situation, _ = found(*pages, troops(999, "2035-01-01"))
    assert situation.as_of == "2035-01-01"
    assert [entry.day for entry in situation.attention][-1] == "2035-01-01"
    assert all(burst.last_on <= "2035-01-01" for burst in situation.bursts)


@pytest.mark.parametrize("when", ["2025-02-30", "0000-00-00", "9999-12-31", "2025-13-45T99:99:99Z"])
def test_days_that_are_none_are_never_an_error(when: str) -> None:
    page = report("Turkish soldiers will be in Homs", "2025-03-02")
    ahead = TROOPS | {"type": "prediction", "status": "predicted", "certainty": "conditional_or_future"}
    odd = claim(
        page.text, FRANCE, page, said_when=Moment(when, "day"), happened_when=Moment(when, "day"), **ahead
    )
    situation, rests = found((odd, page))
    assert len(situation.predictions) == 1
    assert "will be in Homs" in render.markdown(compose(situation, rests), situation, rests)


def test_ten_thousand_predictions_of_one_author_are_bounded_and_counted() -> None:
    ahead = TROOPS | {"type": "prediction", "status": "predicted", "certainty": "conditional_or_future"}
    words = [f"{number} Turkish soldiers will be in Homs" for number in range(10_000)]
    page = report(". ".join(words), "2025-03-02")
    situation, rests = found(*((claim(words[0], FRANCE, page, claim_id=one, **ahead), page) for one in words))
    assert len(situation.predictions) == 1000
    gaps = {gap.subject: gap.detail for gap in situation.gaps}
    assert gaps["predictions"] == "9000 more of 10000 are not listed"
    text = render.markdown(compose(situation, rests), situation, rests)
    assert "1,000 predictions and 9,000 more, carried less widely, that are not listed." in text
