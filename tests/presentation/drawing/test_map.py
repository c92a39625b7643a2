from __future__ import annotations

from tests.presentation import scene

from trendechos.presentation.drawing.frame import around, clipped, fitted, path
from trendechos.presentation.drawing.map import world
from trendechos.presentation.index import Index


def drawn(*names: str) -> str:
    places = tuple(place for place in scene.situation().places if place.name in names)
    return "".join(map(str, world(Index(scene.situation(places=places), scene.evidence()), 760, "m")))


def test_a_town_is_a_dot_with_a_halo() -> None:
    text = drawn("Adré")
    assert text.count('class="town"') == text.count('class="halo"') == 1


def test_a_country_and_a_province_are_areas_and_never_dots() -> None:
    assert 'class="named"' in drawn("Sudan")
    assert 'class="province"' in drawn("Ouaddaï")
    assert "<circle" not in drawn("Sudan", "Ouaddaï")


def test_no_place_no_map() -> None:
    assert drawn() == ""


def test_a_view_keeps_its_width_and_holds_what_it_was_made_for() -> None:
    frame = fitted(around([(20.0, 10.0, 24.0, 14.0)]), 700, 300, 500)
    assert frame.width == 700
    assert 300 <= frame.height <= 500
    assert frame.holds(20.0, 10.0)
    assert frame.holds(24.0, 14.0)
    x, y = frame.at(22.0, 12.0)
    assert (round(x), round(y)) == (350, round(frame.height / 2))


def test_rings_are_cut_to_the_view_and_dust_is_left_out() -> None:
    square = [(-100.0, -100.0), (50.0, -100.0), (50.0, 50.0), (-100.0, 50.0)]
    cut = clipped(square, 40, 40)
    assert min(x for x, _ in cut) == min(y for _, y in cut) == -4
    assert max(x for x, _ in cut) == 44
    assert clipped([(100.0, 100.0), (120.0, 100.0), (120.0, 120.0)], 40, 40) == []
    assert path([[(0.0, 0.0), (1.0, 0.0), (1.0, 1.0)]]) == ""
    assert path([[(0.0, 0.0), (9.0, 0.0), (9.0, 9.0), (0.0, 9.0)]]) == "M0 0l9 0 0 9 -9 0z"
