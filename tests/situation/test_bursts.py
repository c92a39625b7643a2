from __future__ import annotations

import pytest

from trendechos.records import Attention
from trendechos.situation.attention import bursts
from trendechos.situation.bursts import against_mean, against_total


@pytest.mark.parametrize(
    ("hits", "totals", "found"),
    [
        ([1] * 10, [10] * 10, []),
        ([0] * 10, [10] * 10, []),
        ([1] * 4 + [8, 9, 8] + [1] * 13, [20] * 20, [(4, 6)]),
        ([1] * 4 + [8, 9, 8] + [1] * 13, [20] * 4 + [160, 180, 160] + [20] * 13, []),  # all is louder, not this
        ([5], [5], []),
        ([], [], []),
    ],
)
def test_bursts_against_total_volume(hits: list[int], totals: list[int], found: list[tuple[int, int]]) -> None:
    assert [(one.first, one.last) for one in against_total(hits, totals)] == found


def test_a_dearer_entry_finds_no_more() -> None:
    hits = [1, 0, 2, 1, 6, 7, 1, 0, 1, 4, 1, 0] * 3
    assert len(against_mean(hits, gamma=3.0)) <= len(against_mean(hits, gamma=1.0))


def test_weight_is_positive_and_grows_with_the_peak() -> None:
    low = against_mean([1] * 10 + [6, 6, 6] + [1] * 10)
    high = against_mean([1] * 10 + [12, 12, 12] + [1] * 10)
    assert 0 < low[0].weight < high[0].weight


def day(number: int, reports: int, new: int) -> Attention:
    return Attention(f"2025-03-{number:02}", reports, max(0, reports - new), new)


def test_loud_but_nothing_new_is_a_finding() -> None:
    days = tuple(day(number, 40 if number in (14, 15) else 2, 1) for number in range(1, 29))
    (found,) = bursts(days)
    assert (found.series, found.first_on, found.last_on) == ("attention", "2025-03-14", "2025-03-15")
    assert found.finding == "loud but nothing new"


def test_loud_with_new_origins_is_not() -> None:
    days = tuple(
        day(number, 40 if number in (14, 15) else 2, 20 if number == 14 else 1) for number in range(1, 29)
    )
    assert {found.series: found.finding for found in bursts(days)} == {"new_origins": "", "attention": ""}


def test_a_clock_a_thousand_years_off_costs_nothing() -> None:
    days = (
        Attention("0001-01-01", 1, 0, 1),
        *(day(number, 2, 1) for number in range(1, 29)),
        Attention("9998-01-01", 1, 0, 1),
    )
    assert isinstance(bursts(days), tuple)


def test_a_rise_of_everything_is_no_burst_of_attention_once_the_volume_is_known() -> None:
    days = tuple(day(number, 40 if number in (14, 15) else 2, 1) for number in range(1, 29))
    volume = [(one.day, one.reports * 50) for one in days]
    assert bursts(days, volume) == ()
