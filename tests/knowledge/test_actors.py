import pytest

from trendechos.knowledge import actors


@pytest.mark.parametrize(
    ("name", "canonical", "code", "party"),
    [
        ("Zelensky", "Volodymyr Zelenskyy", "UKRGOV", "UKR"),
        ("Volodymyr Zelenskiy’s", "Volodymyr Zelenskyy", "UKRGOV", "UKR"),
        ("ERDOGAN", "Recep Tayyip Erdoğan", "TURGOV", "TUR"),
        ("Kim Jong-un", "Kim Jong Un", "PRKGOV", "PRK"),
        ("Lt. Gen. Kyrylo Budanov", "Kyrylo Budanov", "UKRGOVMILSPY", "UKR"),
        ("the Pentagon", "Pentagon", "USAGOVMIL", "USA"),
        ("Foggy Bottom", "US State Department", "USAGOV", "USA"),
        ("U.N.", "United Nations", "IGOUNO", "UNO"),
        ("Nato", "NATO", "IGOWSTNAT", "NATO"),
        ("the Houthis", "Houthis", "YEMREBHOU", "HOUTHI"),
        ("Daesh", "Islamic State", "IMGMOSISI", "ISIS"),
        ("Kiev", "Ukrainian government", "UKR", "UKR"),
        ("Côte d'Ivoire", "Ivorian government", "CIV", "CIV"),
        ("Institute for the Study of War", "Institute for the Study of War", "USANGO", "ISW"),
    ],
)
def test_a_name_is_found_in_every_spelling(name, canonical, code, party):
    actor = actors.find(name, "2024-11-04")
    assert (actor.canonical, actor.code, actor.party) == (canonical, code, party)


@pytest.mark.parametrize("name", ["us", "it", "who", "Kim", "Nobody Anywhere", "", "the", "'s", "SNA"])
def test_words_and_names_of_several_are_nobody(name):
    assert actors.find(name, "2024-11-04") is None


def test_a_family_name_alone_says_so():
    assert actors.find("Ryder", "2024-11-04").surname_only
    assert not actors.find("Putin", "2024-11-04").surname_only


@pytest.mark.parametrize(
    ("name", "on", "code", "party"),
    [
        ("Barack Obama", "2012-06-01", "USAGOV", "USA"),
        ("Barack Obama", "2019-06-01", "USAELI", None),
        ("Donald Trump", "2024-11-04", "USAELI", None),
        ("Donald Trump", "2025-02-01", "USAGOV", "USA"),
        ("Mark Rutte", "2023-05", "NLDGOV", "NLD"),
        ("Mark Rutte", "2024-11", "IGOWSTNAT", "NATO"),
        ("Petro Poroshenko", "2017-01-01", "UKRGOV", "UKR"),
        ("Nancy Pelosi", "2020-01-01", "USALEG", "USALEG"),
        ("Keir Starmer", "2023-05-01", "GBROPP", "GBROPP"),
        ("Keir Starmer", "2025-05-01", "GBRGOV", "GBR"),
        ("Kyaw Moe Tun", "2023-05-01", "MMROPP", "MMROPP"),
    ],
)
def test_party_and_code_follow_the_office_of_the_day(name, on, code, party):
    actor = actors.find(name, on)
    assert (actor.code, actor.party) == (code, party)


@pytest.mark.parametrize(
    ("title", "country", "on", "canonical"),
    [
        ("president", "UKR", "2024-11-04", "Volodymyr Zelenskyy"),
        ("president", "Ukraine", "2015-11-04", "Petro Poroshenko"),
        ("Chancellor", "DEU", "2010", "Angela Merkel"),
        ("Secretary of State", "USA", "2013-06-01", "John Kerry"),
        ("secretary-general", "NATO", "2020-01-01", "Jens Stoltenberg"),
        ("Ukraine's president", "", "2024-11-04", "Volodymyr Zelenskyy"),
        ("NATO chief", "", "2024-11-04", "Mark Rutte"),
        ("the Pentagon's press secretary", "", "2024-11-04", "Pat Ryder"),
        ("Sudan's army chief", "", "2024-11-04", "Abdel Fattah al-Burhan"),
        ("head of Ukraine's military intelligence", "", "2024-11-04", "Kyrylo Budanov"),
        ("the leader of Hezbollah", "", "2024-06-01", "Hassan Nasrallah"),
        ("North Korean leader", "", "2024-06-01", "Kim Jong Un"),
        ("UN rights chief", "", "2024-06-01", "Volker Türk"),
        ("US ambassador to the UN", "", "2024-06-01", "Linda Thomas-Greenfield"),
        ("leader", "DEU", "2024-01-01", "Olaf Scholz"),
        ("leader", "FRA", "2024-01-01", "Emmanuel Macron"),
        ("economy minister", "DEU", "2023-01-01", "Robert Habeck"),
        ("economy minister", "FRA", "2023-01-01", "Bruno Le Maire"),
        ("army chief", "IND", "2024-09-01", "Upendra Dwivedi"),
        ("military chief", "IND", "2024-09-01", "Anil Chauhan"),
        ("chief of the general staff", "UKR", "2024-11-01", "Anatolii Barhylevych"),
        ("interior minister", "MEX", "2025-01-01", "Rosa Icela Rodríguez"),
        ("security minister", "MEX", "2025-01-01", "Omar García Harfuch"),
    ],
)
def test_an_office_names_its_holder_of_the_day(title, country, on, canonical):
    assert actors.office(title, country, on).canonical == canonical


@pytest.mark.parametrize(
    "title",
    [
        "a Kremlin spokesman",
        "the former Ukrainian president",
        "Ukraine's gardener",
        "the State Department spokesperson",
    ],
)
def test_one_of_several_and_former_holders_are_nobody(title):
    assert actors.office(title, "", "2024-11-04") is None


@pytest.mark.parametrize(
    ("words", "canonical", "code", "party", "kind"),
    [
        ("Brazil's foreign ministry", "Brazilian Ministry of Foreign Affairs", "BRAGOV", "BRA", "organisation"),
        ("British Foreign Ministry", "UK Foreign Office", "GBRGOV", "GBR", "organisation"),
        ("Kenyan Ministry of Defense", "Kenyan Ministry of Defence", "KENGOVMIL", "KEN", "organisation"),
        ("Ministry of Defence of Ukraine", "Ukrainian Ministry of Defence", "UKRGOVMIL", "UKR", "organisation"),
        ("Russian forces", "Russian military", "RUSMIL", "RUS", "organisation"),
        ("Seoul's spy agency", "National Intelligence Service (South Korea)", "KORSPY", "KOR", "organisation"),
        ("Ukrainian officials", "Ukrainian officials", "UKRGOV", "UKR", "unnamed"),
        ("two senior US officials", "US officials", "USAGOV", "USA", "unnamed"),
        ("Peruvian lawmakers", "Peruvian lawmakers", "PERLEG", "PERLEG", "unnamed"),
        ("Hamas fighters", "Hamas fighters", "PSEREBHMS", "HAMAS", "unnamed"),
        ("the Assad regime", "Syrian government", "SYR", "SYR", "government"),
        ("Iranian state media", "Iranian media", "IRNMED", None, "unnamed"),
        # where somebody is says nothing of whose he is
        ("American forces in Syria", "United States military", "USAMIL", "USA", "organisation"),
        ("the Iranian ambassador in London", "Iranian ambassador in London", "IRNGOV", "IRN", "unnamed"),
        ("the Russian embassy in Washington", "Russian embassy", "RUSGOV", "RUS", "organisation"),
    ],
)  # fmt: skip
def test_a_state_and_a_role_make_an_actor(words, canonical, code, party, kind):
    actor = actors.compose(words)
    assert (actor.canonical, actor.code, actor.party, actor.kind) == (canonical, code, party, kind)


@pytest.mark.parametrize(
    "words",
    ["former Ukrainian officials", "Russian-backed forces", "the weather", "Kenya", "Sudan said the troops"],
)
def test_what_is_no_side_of_a_state_is_nobody(words):
    assert actors.compose(words) is None


def test_bearers_are_everybody_who_held_the_office():
    names = {actor.canonical for actor in actors.bearers("US Secretary of State")}
    assert {"Antony Blinken", "John Kerry", "Marco Rubio"} <= names


@pytest.mark.parametrize(
    ("phrase", "on", "canonical"),
    [
        ("the top U.S. diplomat", "2024-03-12", "Antony Blinken"),
        ("the CDC director", "2014-10-02", "Thomas Frieden"),
        ("the United Nations rights chief", "2024-12-09", "Volker Türk"),
        ("the head of the World Meteorological Organization", "2023-09-14", "Petteri Taalas"),
        ("Bangladesh's army chief", "2024-08-05", "Waker-uz-Zaman"),
        ("Liberia's president", "2014-10-02", "Ellen Johnson Sirleaf"),
        ("Nepal's prime minister", "2023-05-01", "Pushpa Kamal Dahal"),
    ],
)
def test_who_an_office_names_on_a_day(phrase, on, canonical):
    assert actors.titled(phrase, on).canonical == canonical


def test_agencies_of_the_united_nations_are_known_by_what_they_do():
    found = actors.find("the United Nations' migration agency")
    assert found.canonical == "International Organization for Migration"


def test_a_red_cross_society_speaks_for_no_government():
    assert actors.compose("the Turkish Red Crescent").party is None


@pytest.mark.parametrize(
    ("title", "country", "on"),
    [
        ("commander in chief", "USA", "2023-01-01"),
        ("justice minister", "VEN", "2023-01-01"),
        # An open term may have ended since the table was compiled.
        ("president", "UKR", "2031-01-01"),
    ],
)
def test_an_office_whose_holder_is_not_known_names_nobody(title, country, on):
    assert actors.office(title, country, on) is None


def test_a_given_name_is_no_family_name():
    assert actors.find("Wellington", "2025-01-01").canonical == "New Zealand government"
    assert actors.find("John", "2025-01-01") is None
    assert actors.find("Pedro Sánchez", "2025-06-01") is None
