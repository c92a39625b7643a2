import time

import pytest

from trendechos.knowledge import borders, countries, gazetteer
from trendechos.knowledge.geodesy import distance_km


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Sudzha", "town", "RUS"),
        ("Malaya Loknya", "town", "RUS"),
        ("Kursk Oblast", "province", "RUS"),
        ("Kiev", "town", "UKR"),
        ("Hodeidah", "town", "YEM"),
        ("Middle East", "area", None),
        ("Calif.", "province", "USA"),
        ("Palestinians", "country", "PSE"),
        ("Strait of Hormuz", "area", None),
        ("Türkiye", "country", "TUR"),
        ("Rafah crossing", "site", "PSE"),
    ],
)
def test_candidates(name: str, kind: str, country: str | None) -> None:
    assert (kind, country) in {(entry.kind, entry.country) for entry in gazetteer.candidates(name)}


def test_unknown_names_have_no_candidates() -> None:
    assert gazetteer.candidates("Qwertyivka") == () == gazetteer.candidates("") == gazetteer.candidates("…")


def test_every_entry_is_sound() -> None:
    known = {country.code for country in countries.every()}
    for name in ("Springfield", "San José", "Georgia", "Victoria", "Donetsk", "Santiago"):
        entries = gazetteer.candidates(name)
        assert list(entries) == sorted(entries, key=lambda entry: -entry.population)
        for entry in entries:
            assert -90 <= entry.lat <= 90
            assert -180 <= entry.lon <= 180
            assert entry.country is None or entry.country in known


def test_the_gazetteer_opens_in_under_a_second() -> None:
    started = time.process_time()
    gazetteer.Gazetteer(gazetteer.FOLDER)
    assert time.process_time() - started < 1.0


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("DPRK", "PRK"),
        ("Britain", "GBR"),
        ("the Netherlands", "NLD"),
        ("Congo", "COD"),
        ("UA", "UKR"),
        ("Kosovo", "XKX"),
    ],
)
def test_country_by_name(name: str, code: str) -> None:
    found = countries.find(name)
    assert found is countries.by_code(code)


def test_countries_hold_together() -> None:
    codes = {country.code for country in countries.every()}
    assert len(codes) == len(countries.every()) > 240
    for country in countries.every():
        assert set(country.neighbours) <= codes
        assert countries.by_code(country.alpha2) is country
    with pytest.raises(KeyError):
        countries.by_code("ZZZ")


def test_demonyms_and_capitals() -> None:
    assert countries.demonym("Ukrainians") is countries.by_code("UKR")
    assert countries.demonym("Kursk") is None
    assert countries.capital_of("Kyiv") is countries.by_code("UKR")
    assert countries.by_code("RUS").adjective == "Russian"


def test_crimea_is_with_ukraine() -> None:
    assert borders.country_at(45.3, 34.4) == "UKR"
    assert borders.province_at(45.3, 34.4) == "UA-43"


def test_distance_to_the_border() -> None:
    assert borders.distance_to_border_km(51.191, 35.27, "UKR") == pytest.approx(10, abs=4)
    assert borders.distance_to_border_km(48.86, 2.35, "BEL") == pytest.approx(180, abs=25)
    assert borders.distance_to_border_km(0.0, 0.0, "XXX") is None


def test_regions_touch_or_do_not() -> None:
    assert borders.province_to_country_km("RU-KRS", "UKR") == 0.0
    assert (borders.province_to_country_km("RU-ORL", "UKR") or 0) > 30
    assert borders.province_to_country_km("XX-X", "UKR") is None


def test_no_outline_crosses_the_map() -> None:
    for shape in borders.all_countries():
        for polygon in shape.polygons:
            for ring in polygon:
                assert abs(ring[1:, 0] - ring[:-1, 0]).max() <= 180 or shape.code == "ATA"


def test_distance() -> None:
    assert distance_km((0, 0), (0, 180)) == pytest.approx(20015, abs=1)
    assert distance_km((10, 20), (10, 20)) == 0
