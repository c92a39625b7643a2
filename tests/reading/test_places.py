import pytest
from tests.build import report

from trendechos import reading
from trendechos.records import Place

PARSER = reading.Parser()


def places(text: str, **fields: str) -> list[Place]:
    source = report(text, **fields)
    layout = reading.split(source)
    texts = [source.words(span.field)[span.start : span.end] for span in layout.sentences]
    found = reading.join(source, layout, dict(zip(texts, PARSER.parse(texts), strict=True))).places
    return list(found)


def short(text: str, **fields: str) -> list[tuple[str, str, str | None]]:
    return [(place.name, place.precision, place.country) for place in places(text, **fields)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mines burned in the Karaganda region.", [("Karaganda Region", "province", "KAZ")]),
        ("Thousands marched in the city of Karaganda.", [("Karaganda", "town", "KAZ")]),
        ("Thousands Rally In Central Kazakhstan", [("Kazakhstan", "country", "KAZ")]),
        ("The tanker left the port of Primorsk.", [("Primorsk", "town", "RUS")]),
        ("Volker Türk, who heads the office, said so.", []),
        ("Fifty Wagner fighters guard the bridge, a driver said.", []),
        ("Men of the Africa Corps landed in Bamako.", [("Bamako", "town", "MLI")]),
        ("Fighting spread in Port Sudan on Monday.", [("Port Sudan", "town", "SDN")]),
        ("Shells fell in the Kursk region.", [("Kursk Oblast", "province", "RUS")]),
        ("Troops reached North Kivu province.", [("North Kivu", "province", "COD")]),
        ("Russian and Syrian officials met.", [("Russia", "country", "RUS"), ("Syria", "country", "SYR")]),
        ("The U.S. sent aid to Oman.", [("United States", "country", "USA"), ("Oman", "country", "OMN")]),
        ("Cases rose in Senga district in Zambia.", [("Senga", "town", None), ("Zambia", "country", "ZMB")]),
        ("Russian aid reached Spin Boldak.", [("Russia", "country", "RUS"), ("Spin Boldak", "town", "AFG")]),
        ("Thousands marched in Lusaka.", [("Lusaka", "town", "ZMB")]),
        ("They left the Morag Corridor in Gaza.", [("Gaza Strip", "province", "PSE")]),
        ("A strike hit Jabalia and Hodeidah.", [("Jabalia", "town", "PSE"), ("Hodeidah", "town", "YEM")]),
        ("A strike hit Deir al-Balah.", [("Deir al-Balah", "town", "PSE")]),
        ("Ships waited in the Red Sea.", [("Red Sea", "area", None)]),
        ("They met in the Democratic People's Republic of Korea.", [("North Korea", "country", "PRK")]),
        ("Floods closed Lee County, Iowa.", [("Lee County", "district", "USA"), ("Iowa", "province", "USA")]),
    ],
)  # fmt: skip
def test_found(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert short(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Paris Hilton sang.",
        "Mr. Houston declined to comment.",
        "May he rest.",
        "The Geneva Convention applies.",
        "Reading the letter took an hour.",
    ],
)
def test_no_place(text: str) -> None:
    assert short(text) == []


def test_the_container_decides() -> None:
    paris, texas = places("A storm hit Paris, Texas.")
    assert (paris.adm1, texas.adm1) == ("US-TX", "US-TX")
    assert paris.lat == pytest.approx(33.66, abs=0.05)


def test_the_whole_report_decides() -> None:
    alone = places("The mayor of Springfield spoke.")[-1]
    beside = places(
        "The mayor of Springfield spoke. Chicopee, Holyoke and Northampton in Massachusetts agreed."
    )
    assert beside[0].adm1 == "US-MA" != alone.adm1


def test_the_outlet_decides_between_equals() -> None:
    text = "The council of Newport met."
    assert places(text, url="https://news.example.co.uk/1")[0].country == "GBR"


@pytest.mark.parametrize("name", ["Moscow", "Seoul", "Kyiv", "Washington"])
def test_a_capital_is_a_town(name: str) -> None:
    assert [place.precision for place in places(f"Talks began in {name} on Monday.")] == ["town"]


def test_a_village_no_gazetteer_holds_has_no_position() -> None:
    (place,) = places("Soldiers left the village of Qwertyivka.")
    assert (place.name, place.precision, place.lat, place.country) == ("Qwertyivka", "town", None, None)


def test_dateline_and_title_are_read() -> None:
    found = places("GOMA (Reuters) - The army fired.", title="Fire in Kampala")
    assert [(place.name, place.span.field) for place in found] == [("Kampala", "title"), ("Goma", "text")]


def test_quotes_equal_the_text() -> None:
    text = "🙂 Kyiv’s mayor and the mayor of Al-Hasakah — Türkiye too — met in N’Djamena."
    source = report(text)
    for place in places(text):
        assert source.text[place.span.start : place.span.end] in text
        assert place.role == "mentioned"
    assert {place.country for place in places(text)} >= {"UKR", "TCD"}


def test_a_state_that_owns_or_describes_a_place_decides() -> None:
    for text in ("Families fled the Sudanese town of Bara.", "Rebels hold Sudan's Bara."):
        assert {place.country for place in places(text)} == {"SDN"}


def test_a_river_is_no_land_of_its_name() -> None:
    assert places("He told villages along the Niger and the Benue to move when the River Niger rose.") == []


def test_a_name_with_small_words_is_whole() -> None:
    assert [place.name for place in places("Gangs hold most of Port-au-Prince.")] == ["Port-au-Prince"]


def test_the_page_spells_a_place_that_it_writes_with_a_letter_less() -> None:
    assert [place.name for place in places("Families fled Sudan's Bara.")] == ["Sudan", "Bara"]
