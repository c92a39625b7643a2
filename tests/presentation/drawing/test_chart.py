from __future__ import annotations

from dataclasses import replace

import pytest
from tests.presentation import scene

from trendechos.presentation.drawing import chart
from trendechos.presentation.index import Index
from trendechos.records import Point


def panel(*points: Point) -> str:
    situation = scene.situation()
    series = replace(situation.series[0], points=points)
    return str(chart.panel(Index(situation, scene.evidence()), series, chart.WIDE, "x"))


@pytest.mark.parametrize(
    ("low", "high", "qualifier", "marks"),
    [
        (5.0, 5.0, "none", ["dot"]),
        (5.0, 5.0, "about", ["ring"]),
        (5.0, None, "at_least", ["bar", "head", "dot"]),
        (None, 5.0, "up_to", ["bar", "head", "dot"]),
        (3.0, 5.0, "range", ["range", "bar"]),
    ],
)
def test_each_kind_of_bound_has_its_mark(
    low: float | None, high: float | None, qualifier: str, marks: list[str]
) -> None:
    text = panel(Point("seid-40", "2024-06-12", low, high, qualifier, 1))  # type: ignore[arg-type]
    for mark in marks:
        assert f'class="{mark}"' in text
    assert ('class="head"' in text) == ("head" in marks)


def test_zero_and_ten_billion_are_drawn_and_labelled() -> None:
    text = panel(
        Point("seid-40", "2024-06-12", 0, 0, "none", 1), Point("brahim-60", "2024-06-14", 1e10, 1e10, "none", 2)
    )
    assert "10 billion" in text
    assert "nan" not in text
    assert "inf" not in text


def test_a_panel_says_in_words_what_it_draws() -> None:
    text = panel(*scene.situation().series[0].points)
    assert "12 June, Mahamat Seid (Chad): at least 40,000; 14 June, Ali Brahim (Chad): up to 60,000" in text
