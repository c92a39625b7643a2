from itertools import pairwise

import pytest
from tests.reading.sentences import parsed

from trendechos.reading import names
from trendechos.records import Mention


def found(*texts: str, published: str | None = "2024-11-05") -> tuple[Mention, ...]:
    report, sentences = parsed(*texts, published=published)
    mentions = names.find(report, sentences)
    for mention in mentions:
        assert report.text[mention.span.start : mention.span.end] == mention.name
    for left, right in pairwise(mentions):
        assert left.span.end <= right.span.start
    return mentions


def canonicals(*texts: str, published: str | None = "2024-11-05") -> list[tuple[str, str]]:
    return [(mention.kind, mention.canonical) for mention in found(*texts, published=published)]


def test_titles_are_no_part_of_a_name_and_family_names_lead_back():
    mentions = found("Lt. Gen. Amadou Diallo warned of more rain.", "Diallo spoke in the capital.")
    assert [(mention.name, mention.canonical) for mention in mentions] == [
        ("Amadou Diallo", "Amadou Diallo"), ("Diallo", "Amadou Diallo"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "code", "party"),
    [
        ("Kenyan army spokesman Otieno Barasa declined to comment.", "KENMIL", "KEN"),
        ("Marta Quispe, Peru's health minister, promised vaccines.", "PERGOV", "PER"),
        ("Colonel Nuria Okafor of the Nigerian police said so.", "NGACOP", "NGA"),
        ("Leila Haddad, a spokeswoman for the UN refugee agency, said so.", "IGOUNOREFHCR", "UNO"),
        ("Leila Haddad, a Lebanese journalist, said so.", "LBNMED", None),
    ],
)
def test_a_description_gives_an_unknown_person_a_party(text, code, party):
    person = next(mention for mention in found(text) if mention.kind == "person")
    assert (person.code, person.party, person.known) == (code, party, False)


def test_known_people_carry_the_party_of_the_day():
    (blinken,) = (mention for mention in found("Blinken said talks would go on.") if mention.kind == "person")
    assert (blinken.canonical, blinken.party, blinken.known) == ("Antony Blinken", "USA", True)
    (later,) = found("Antony Blinken said talks would go on.", published="2026-03-01")
    assert later.party is None


def test_a_title_with_its_country_is_its_holder_of_the_day():
    assert ("person", "William Ruto") in canonicals("Kenya's president signed the bill.")
    assert ("person", "Uhuru Kenyatta") in canonicals(
        "Kenya's president signed the bill.", published="2015-03-01"
    )
    assert ("other", "Kenyan president") in canonicals("Kenya's president signed the bill.", published=None)


def test_an_undated_title_may_be_somebody_whom_the_report_names():
    mentions = canonicals("Kenya's president signed the bill.", "William Ruto smiled.", published=None)
    assert mentions == [("person", "William Ruto"), ("person", "William Ruto")]


def test_one_of_several_stays_unnamed():
    assert canonicals("A Kremlin spokesman said nothing.") == [("other", "Kremlin spokesperson")]


def test_states_act_or_are_places():
    assert canonicals("Chad accused Sudan of shelling its territory.") == [
        ("government", "Chadian government"), ("government", "Sudanese government"),
    ]  # fmt: skip
    assert canonicals("Floods hit villages in Chad.") == [("place", "Chad")]
    assert canonicals("Tokyo protested.") == [("government", "Japanese government")]
    assert canonicals("Trains stopped in Tokyo.") == [("place", "Tokyo")]
    assert canonicals("Rain fell on Kenya's north.") == [("place", "Kenya")]


def test_sides_of_a_state_are_made_by_rule():
    assert canonicals("Malian troops and the Togolese foreign ministry disagreed.") == [
        ("organisation", "Malian military"), ("organisation", "Togolese Ministry of Foreign Affairs"),
    ]  # fmt: skip
    (officials,) = found("Ugandan officials denied it.")
    assert (officials.kind, officials.party, officials.code) == ("other", "UGA", "UGAGOV")


def test_armed_groups_and_bodies_are_known():
    kinds = canonicals("Al-Shabaab and the Rapid Support Forces were named by Amnesty International.")
    assert kinds == [
        ("group", "al-Shabaab"), ("group", "Rapid Support Forces"), ("organisation", "Amnesty International"),
    ]  # fmt: skip


def test_an_abbreviation_means_what_the_report_says():
    mentions = canonicals("The National Ferry Board (NFB) closed the port.", "The NFB gave no reason.")
    assert mentions == [("organisation", "National Ferry Board")] * 3


def test_the_end_of_a_longer_name_is_not_the_known_body():
    mentions = canonicals("Members of the New Labour Party met.", "The Labour Party met.")
    assert [name for _, name in mentions if "New" not in name] == ["Labour Party (United Kingdom)"]


def test_a_body_of_another_state_is_not_the_known_one():
    mentions = canonicals("Ecuador's National Electoral Council counted the votes.")
    assert ("organisation", "Ecuadorian National Electoral Council") in mentions


def test_a_definite_short_form_is_the_body_named_before():
    text = "The Lake Rescue Coalition sent boats.", "Later the Coalition sent food."
    assert canonicals(*text) == [("organisation", "Lake Rescue Coalition")] * 2


def test_the_reports_own_bearer_of_a_name_goes_before_the_famous_one():
    mentions = canonicals("Rosa Biden, a baker from Leeds, won.", "Biden thanked her family.")
    assert mentions == [("person", "Rosa Biden"), ("person", "Rosa Biden")]


@pytest.mark.parametrize(
    "text",
    [
        "On Tuesday the rain stopped in June.",
        "It was us who said so.",
        "The War went on.",
        "He lives in Springfield.",
    ],
)
def test_what_is_no_actor_is_not_named(text):
    assert [mention for mention in found(text) if mention.kind != "place"] == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "“”",
        "’s ’s",
        "² ³ Smith, ², said",
        "THE " * 200,
        "\ud800 Doe said",
        "(NIS) (NIS)",
        "- - Al - -",
        "X: Y: Z:",
    ],
)
def test_broken_text_never_raises(text):
    found(text)


def test_capitals_throughout_leave_what_knowledge_lists():
    assert ("group", "Taliban") in canonicals("TALIBAN FIGHTERS ENTER THE CITY AS GOVERNMENT FLEES, SAYS UN")[
        :1
    ]


def test_the_north_and_the_south_are_koreas_where_korea_is_the_subject():
    assert canonicals("The North has denied it, Seoul said.") == [
        ("government", "North Korean government"), ("government", "South Korean government"),
    ]  # fmt: skip
    assert canonicals("Rebels hold the North of Mali.") == [("place", "Mali")]


def test_a_bare_family_name_that_speaks_is_the_one_known_bearer_in_office():
    assert canonicals("Guterres and Lula met.", "Dujarric said they agreed.")[-1] == (
        "person",
        "Stéphane Dujarric",
    )
    assert ("person", "Kirby") in canonicals("Kirby said no.", published="2012-01-01")
    assert ("person", "John Kirby") in canonicals("Kirby said no.", published="2024-11-01")


def test_a_family_name_of_very_many_needs_its_bearer_s_side_in_the_report():
    def named(text: str) -> set[str]:
        return {name for kind, name in canonicals(text, published="2024-11-05") if kind == "person"}

    assert named("Senator Lee asked why the bridge had failed.") == {"Lee"}
    assert named("Lee said the bridge was safe.") == {"Lee"}
    assert named("Patel declined to say whether the United States would answer.") == {"Vedant Patel"}


@pytest.mark.parametrize(
    ("text", "canonical", "party"),
    [
        ("Colombia's army fired first, Pedro Sánchez said.", "Pedro Arnulfo Sánchez", "COL"),
        ("Spain will send aid, Pedro Sánchez said.", "Pedro Sánchez", "ESP"),
        ("The talks failed, Pedro Sánchez said.", "Pedro Sánchez", None),
        ("Spain and Colombia will talk, Pedro Sánchez said.", "Pedro Sánchez", None),
    ],
)
def test_of_two_office_holders_of_one_name_the_report_names_the_state(text, canonical, party):
    mentions = found(text, published="2025-06-01")
    person = next(mention for mention in mentions if mention.kind == "person")
    assert (person.canonical, person.party) == (canonical, party)
