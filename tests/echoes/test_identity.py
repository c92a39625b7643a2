"""Who counts as one voice."""

import pytest
from tests.build import speaker

from trendechos.echoes.identity import identity, one_person
from trendechos.records import Speaker


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Volodymyr Zelenskyy", "Volodymyr Zelensky", True),
        ("V. Zelenskiy", "Volodymyr Zelenskyy", True),
        ("Zelenskyy", "Volodymyr Zelenskyy", True),
        ("Kim Yong-hyun", "Kim Jong-un", False),
        ("Ana Silva", "Rui Silva", False),
        ("", "Rui Silva", False),
    ],
)
def test_names_of_one_person(left: str, right: str, *, same: bool) -> None:
    assert one_person(left, right) is same


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("NFRA", "National Flood Relief Agency", True),
        ("NFRA", "Flood Relief Agency (NFRA)", True),
        ("New Fisheries Research Authority", "National Flood Relief Agency", False),
        ("NFRA", "National Fire Service", False),
        ("Ministry of Health", "Ghanaian Ministry of Health", True),
        ("Ministry of Health Ghana", "Ghanaian Ministry of Health", True),
        ("flood rescue office", "state-run flood rescue office in Accra", True),
        ("Kenyan Ministry of Health", "Ghanaian Ministry of Health", False),
        ("Ministry of Health", "Ministry of Defence", False),
    ],
)
def test_a_body_is_one_in_short_and_in_full_and_with_its_state_or_without(
    left: str, right: str, *, same: bool
) -> None:
    found = identity(speaker(left, None, "organisation"), speaker(right, None, "organisation"))
    assert (found[0] > 0) is same


def test_the_people_of_a_body_speak_for_it() -> None:
    body = speaker("National Flood Relief Agency", "NFRA", "organisation")
    assert identity(body, speaker("NFRA teams", "NFRA", "organisation"))[0] >= 0.9


def test_a_body_speaks_through_whoever_is_named_with_it() -> None:
    body = speaker("Pentagon", "USA", "organisation")
    person = Speaker("Pentagon spokeswoman Dana Reed", "Dana Reed", "person", "USA")
    assert identity(body, person)[0] >= 0.9
    assert identity(person, body)[0] == identity(body, person)[0]


def test_a_government_may_be_named_for_its_people_and_a_colleague_may_not() -> None:
    country = speaker("Ghana", "GHA", "government")
    assert identity(country, speaker("Amina Osei", "GHA"))[0] > 0
    assert identity(speaker("Kofi Darko", "GHA"), speaker("Amina Osei", "GHA"))[0] == -1


def test_a_ministry_speaks_for_its_troops_and_no_other_body_does() -> None:
    pentagon = speaker("Pentagon", "USA", "organisation")
    assert identity(pentagon, speaker("United States military", "USA", "organisation"))[0] > 0.5
    assert identity(pentagon, speaker("US State Department", "USA", "organisation"))[0] < 0


def test_somebody_of_no_known_party_may_speak_for_a_body() -> None:
    ministry = speaker("Ministry of Health", "GHA", "organisation")
    assert identity(speaker("Osei", None), ministry)[0] == 0


def test_parties_never_speak_for_each_other() -> None:
    assert identity(speaker("Ghana", "GHA", "government"), speaker("Lena Brandt", "DEU"))[0] == -1


def test_an_unnamed_source_is_nobody_in_particular() -> None:
    unnamed = speaker("a senior official", None, "unnamed")
    assert identity(unnamed, speaker("Amina Osei", "GHA"))[0] == -1
    assert identity(unnamed, Speaker("", "", "none"))[0] == 0


def test_an_unnamed_source_described_like_a_body_may_be_of_it() -> None:
    source = speaker("a source in coastal command", None, "unnamed")
    assert identity(source, speaker("Coastal Command", "GHA", "organisation"))[0] == 0
    assert identity(source, speaker("Ministry of Health", "GHA", "organisation"))[0] == -1
