import pytest

from trendechos.knowledge import outlets


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("AP", "Associated Press"),
        ("the AFP news agency", "Agence France-Presse"),
        ("dpa", "Deutsche Presse-Agentur"),
        ("Newsroom (Reuters)", "Reuters"),
        ("https://edition.cnn.com/2024/11/04/x", "CNN"),
        ("www.dabangasudan.org", "Radio Dabanga"),
        ("The New York Times", "The New York Times"),
        ("Radio Free Europe", "Radio Free Europe/Radio Liberty"),
        ("Al-Jazeera", "Al Jazeera"),
    ],
)
def test_an_outlet_is_found_by_name_credit_and_address(name, found):
    assert outlets.find(name).name == found


@pytest.mark.parametrize("name", ["time", "nation", "ap", "", "example.invalid", "Nobody (nowhere)", "http://"])
def test_ordinary_words_are_no_outlets(name):
    assert outlets.find(name) is None


def test_state_control_and_agencies():
    assert outlets.find("Xinhua").state_controlled
    assert not outlets.find("Reuters").state_controlled
    assert outlets.agency("Yonhap").country == "KOR"
    assert outlets.agency("BBC") is None
