"""Numbers with their qualifier, unit, kind, change, window and scope."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading.sentences import parsed

from trendechos.reading import quantities
from trendechos.records import Quantity


def find(*texts: str) -> tuple[Quantity, ...]:
    report, sentences = parsed(*texts)
    return quantities.find(report, sentences)


def one(*texts: str) -> Quantity:
    return find(*texts)[-1]


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "qualifier"),
    [
        ("The army sent 3,000 soldiers.", "3,000", 3000, 3000, "none"),
        ("The army sent some 3,000 soldiers.", "some 3,000", 3000, 3000, "about"),
        ("The army sent roughly 3,000 soldiers.", "roughly 3,000", 3000, 3000, "about"),
        ("The army sent 3,000 or so soldiers.", "3,000 or so", 3000, 3000, "about"),
        ("The army sent at least 3,000 soldiers.", "at least 3,000", 3000, None, "at_least"),
        ("The army sent no fewer than 3,000 soldiers.", "no fewer than 3,000", 3000, None, "at_least"),
        ("The army sent more than 3,000 soldiers.", "more than 3,000", 3000, None, "more_than"),
        ("The army sent over 3,000 soldiers.", "over 3,000", 3000, None, "more_than"),
        ("The army sent as many as 3,000 soldiers.", "as many as 3,000", None, 3000, "up_to"),
        ("The army sent up to 3,000 soldiers.", "up to 3,000", None, 3000, "up_to"),
        ("The army sent fewer than 3,000 soldiers.", "fewer than 3,000", None, 3000, "less_than"),
        ("The army sent no more than 3,000 soldiers.", "no more than 3,000", None, 3000, "at_most"),
        ("The army sent nearly 3,000 soldiers.", "nearly 3,000", 3000, 3000, "nearly"),
        ("The army sent close to 3,000 soldiers.", "close to 3,000", 3000, 3000, "nearly"),
        ("The army sent exactly 3,000 soldiers.", "exactly 3,000", 3000, 3000, "exactly"),
        ("The army sent 3,000 to 4,000 soldiers.", "3,000 to 4,000", 3000, 4000, "range"),
        ("The army sent between 3,000 and 4,000 soldiers.", "3,000 and 4,000", 3000, 4000, "range"),
        ("The army sent three to four thousand soldiers.", "three to four thousand", 3000, 4000, "range"),
        ("The army sent two hundred and six soldiers.", "two hundred and six", 206, 206, "none"),
        ("The army sent half a million soldiers.", "half a million", 500_000, 500_000, "none"),
        ("The army sent a couple of thousand soldiers.", "a couple of thousand", None, None, "none"),
        ("The army sent several hundred soldiers.", "several hundred", None, None, "none"),
        ("The army sent dozens of soldiers.", "dozens", None, None, "none"),
        ("The army sent tens of thousands of soldiers.", "tens of thousands", None, None, "none"),
        ("The army sent a brigade of marines.", "a brigade", None, None, "none"),
        ("The army sent 1,5,00 soldiers.", "1,5,00", None, None, "none"),
        ("The army sent 1,50,000 soldiers.", "1,50,000", 150_000, 150_000, "none"),
    ],
)
def test_values_and_qualifiers(
    text: str, words: str, low: float | None, high: float | None, qualifier: str
) -> None:
    (quantity,) = find(text)
    assert (quantity.words, quantity.low, quantity.high, quantity.qualifier) == (words, low, high, qualifier)
    assert quantity.counts == "troops"


@pytest.mark.parametrize(
    ("text", "counts", "unit"),
    [
        ("The blast killed 12 people.", "killed", "people"),
        ("At least 12 people were killed in the blast.", "killed", "people"),
        ("The blast left 12 dead.", "killed", "dead"),
        ("In the blast 12 teachers lost their lives.", "killed", "teachers"),
        ("The flood caused 12 deaths.", "killed", "deaths"),
        ("The mission verified the deaths of at least 12 people.", "killed", "people"),
        ("They shelled a convoy, killing or wounding more than 300 soldiers.", "killed_or_wounded", "soldiers"),
        ("The office recorded the execution of 50 villagers.", "killed", "villagers"),
        ("At least 29 corpses have been buried.", "killed", "corpses"),
        ("The bodies of 14 sailors were found on the beach.", "killed", "sailors"),
        ("The bodies of 14 guests will be returned home.", "civilians", "guests"),
        ("A body of 40 lawyers met in the town.", "other", "lawyers"),
        ("The raid had cost the lives of nine members of the guard.", "killed", "members"),
        ("Fourteen are still being searched for.", "missing", None),
        ("The police put the crowd at 900.", "civilians", "crowd"),
        ("The clinic treated 108 people with gunshot wounds.", "wounded", "people"),
        ("Some 61,000 others have been displaced by the storm.", "displaced", "others"),
        ("About 3,200 people were moved to shelters.", "displaced", "people"),
        ("Twelve persons are yet to be found.", "missing", "persons"),
        ("Storm death toll climbs to 29: officials", "killed", "deaths"),
        ("Twelve villagers drowned.", "killed", "villagers"),
        ("Some 40 passengers were injured.", "wounded", "passengers"),
        ("More than 600 people were killed or wounded.", "killed_or_wounded", "people"),
        ("The army counts 900 killed and wounded.", "killed_or_wounded", "killed and wounded"),
        ("Its losses exceed 5,000 a month.", "casualties", "losses"),
        ("Rebels captured 35 soldiers.", "captured", "soldiers"),
        ("Police arrested 60 protesters.", "captured", "protesters"),
        ("Another 30 people are missing.", "missing", "people"),
        ("Fighting has displaced 250,000 people.", "displaced", "people"),
        ("About 9,000 residents fled the town.", "displaced", "residents"),
        ("Around 400 civilians remain in the town.", "civilians", "civilians"),
        ("The army has 300 tanks.", "weapons", "tanks"),
        ("The party won 54 seats.", "other", "seats"),
        ("The grant is worth $425 million.", "money", "dollars"),
        ("They paid 5 million euros.", "money", "euros"),
        ("The village lies 30 km from the border.", "distance", "kilometres"),
        ("Turnout was 61 per cent.", "share", "percent"),
        ("Two thirds of the population needs help.", "share", "of population"),
        ("One in three children is hungry.", "share", "of children"),
        ("The siege lasted 18 months.", "duration", "months"),
        ("Over 300 feared dead in the town.", "killed", "dead"),
        ("14 women were among those killed.", "killed", "women"),
        ("It took in 23 patients, of whom five died.", "civilians", "patients"),
        ("The loss was put at AFN 96 million.", "money", "afghanis"),
        ("The number of martyrs has reached 47.", "killed", "martyrs"),
        ("A 17-year-old boy was there.", "age", "years of age"),
        ("Amina Yusuf, 34, said so.", "age", "years of age"),
        ("They drove at 80 miles per hour.", "distance", "miles per hour"),
    ],
)
def test_what_is_counted(text: str, counts: str, unit: str | None) -> None:
    quantity = find(text)[0]
    assert (quantity.counts, quantity.unit) == (counts, unit)


@pytest.mark.parametrize(
    "text",
    [
        "It happened on 4 November 2024.", "The 47th Brigade left.", "The G7 met.", "They flew an F-16 home.",
        "The talks began in 2019.", "The call came at 10:30 p.m. on Monday.", "Call 555-1234 now.",
        "The team won 3-1 at home.", "Resolution 2254 was adopted.", "He was the second to speak.",
        "The first and the third day were calm.", "See https://example.org/2024/11/04 for more.",
        "From 8 to 13 October it rained.", "COVID-19 spread fast.", "The 1990s were calm.",
        "In 2016 Chadian troops entered Niger.", "Police came to 221 Mill Road at noon.",
    ],
)  # fmt: skip
def test_what_is_no_quantity(text: str) -> None:
    assert find(text) == ()


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Prices rose by 5 percent.", "up"), ("Prices fell 5 percent.", "down"),
        ("Turnout was up 5 points.", "up"),
        ("The army sent a further 1,500 soldiers.", "up"), ("The army sent 1,500 more soldiers.", "up"),
        ("The army lost 1,500 soldiers.", "none"), ("The toll rose to 1,500 deaths.", "none"),
        ("He gave up 5 percent.", "none"), ("Shares gained 3 points, or 0.6 percent.", "up"),
    ],
)  # fmt: skip
def test_change(text: str, change: str) -> None:
    assert one(text).change == change


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("The army loses 1,200 soldiers a day.", "day"), ("Each week 300 soldiers desert.", "none"),
        ("About 300 soldiers desert every week.", "week"),
        ("The flood has killed 45 people so far.", "cumulative"),
        ("A total of 45 people were killed.", "cumulative"), ("The army will send 5,000 soldiers.", "planned"),
        ("The army plans to send 5,000 soldiers.", "planned"), ("The army sent 5,000 soldiers.", "none"),
        ("It had killed 900 a day earlier.", "none"),
    ],
)  # fmt: skip
def test_window(text: str, window: str) -> None:
    assert one(text).window == window


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("The army has 3,000 soldiers in Darfur.", "Darfur"),
        ("About 3,000 soldiers are near the Libyan border.", "Libyan border"),
        ("The army sent 3,000 soldiers to Niger.", "Niger"),
        ("In Gaza, 300 people were killed.", "Gaza"),
        ("The army has 3,000 soldiers, he said in Geneva.", None),
        ("Some 300 people were killed in October.", None),
        ("Some 300 people died at the hands of rebels.", None),
    ],
)
def test_scope(text: str, scope: str | None) -> None:
    assert one(text).scope == scope


def test_a_place_behind_joined_counts_is_the_place_of_all() -> None:
    found = find("Shells killed 5 people and injured 20 in Derna.")
    assert [quantity.scope for quantity in found] == ["Derna", "Derna"]


def test_a_number_without_a_noun_counts_the_people_named_last() -> None:
    found = find(
        "About 10,000 soldiers went to Mali.", "Over 3,000 of them are now in Gao.", "The 10,000 will stay."
    )
    assert [(one.counts, one.unit) for one in found] == [("troops", "soldiers")] * 3


def test_a_number_without_a_noun_counts_those_who_act_before_those_acted_on() -> None:
    (found,) = find("Sudanese soldiers have begun to fight the Eritreans.", "Over 4,000 were sent to Kassala.")
    assert (found.unit, found.counts) == ("soldiers", "troops")


def test_a_number_held_against_another_counts_the_same() -> None:
    found = find("Police arrested 60 protesters, compared with 40 last year.")
    assert [(one.counts, one.unit) for one in found] == [("captured", "protesters")] * 2


@pytest.mark.parametrize(("texts", "counts"), [
    (("The league confirmed the deaths of 14 people.", "The union knew of 22."), "killed"),
    (("The police put the crowd at 900, while the organisers spoke of more than 4,000.",), "civilians"),
    (("The ministry said 300 people had been arrested.", "The bar association has a list of 500."), "captured"),
])  # fmt: skip
def test_a_number_said_against_the_one_before_counts_the_same(texts: tuple[str, ...], counts: str) -> None:
    found = find(*texts)
    assert [one.counts for one in found] == [counts] * 2
    assert found[0].unit == found[1].unit


def test_a_bare_number_of_things_is_not_of_the_people_before_it() -> None:
    found = find("The raid killed 14 people.", "The mission counted 22 trucks and the army 30.")
    assert [one.counts for one in found[1:]] == ["other", "other"]


@pytest.mark.parametrize(
    ("texts", "counts"),
    [
        (("Kenyan troops landed.", "About 400 Kenyans are in the capital."), "troops"),
        (("Kenyan civilians landed.", "About 400 Kenyans are in the capital."), "civilians"),
        (("About 400 Kenyans are in the capital.",), "other"),
        (("The country deployed 400 Kenyans.",), "troops"),
        (("Some 400 Kenyans were killed.",), "killed"),
    ],
)
def test_people_named_by_nation_are_soldiers_only_where_the_report_says_so(
    texts: tuple[str, ...], counts: str
) -> None:
    quantity = one(*texts)
    assert quantity.counts == counts
    assert quantity.unit == "Kenyans"


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("The death toll rose from 8,000 to 11,000.", [(8000, 8000), (11000, 11000)]),
        ("The number of displaced fell sharply from 900 to 600.", [(900, 900), (600, 600)]),
        ("Between 8,000 and 11,000 people fled.", [(8000, 11000)]),
        ("They expect 8,000 to 11,000 people.", [(8000, 11000)]),
    ],
)
def test_before_and_after_are_two_values_and_no_range(text: str, bounds: list[tuple[int, int]]) -> None:
    assert [(item.low, item.high) for item in find(text)] == bounds


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Four bombs killed three people.", ["weapons", "killed"]),
        ("The death toll rose from 8,000 to 11,000.", ["killed", "killed"]),
        ("The number of displaced fell from 900 to 600.", ["displaced", "displaced"]),
        ("Two policemen died.", ["killed"]),
        ("Two policemen arrived.", ["other"]),
        ("Nine soldiers shot four villagers.", ["troops", "civilians"]),
    ],
)
def test_who_harms_is_not_counted_among_the_harmed(text: str, counts: list[str]) -> None:
    assert [item.counts for item in find(text)] == counts


def test_title_spans_stand_in_the_title() -> None:
    report, sentences = parsed("Army sends 500 soldiers")
    title = (replace(sentences[0], span=replace(sentences[0].span, field="title")),)
    (quantity,) = quantities.find(report, title)
    assert (quantity.span.field, quantity.words) == ("title", "500")


def test_no_sentence_no_quantity() -> None:
    assert find() == ()


PIECES = st.sampled_from([
    "1,5,00", "at least", "3,000", "half a", "million", "soldiers", "killed", "and", "to", "-", "of", "1/2",
    "in Kyiv",
    "$", "€5bn", "per day", "10", "one", "two", "hundred", "%", "more", "'90s", "2024", "May", "5-4", "…",
    "١٢", "½", ",",
])  # fmt: skip


@settings(max_examples=120, deadline=None)
@given(st.lists(PIECES | st.text(max_size=5), min_size=1, max_size=14).map(" ".join))
def test_any_text_gives_quotes_that_stand_at_their_spans(text: str) -> None:
    if not text.strip():
        return
    report, sentences = parsed(text.strip())
    for quantity in quantities.find(report, sentences):
        assert report.text[quantity.span.start : quantity.span.end] == quantity.words
        assert quantity.words
        if quantity.low is not None and quantity.high is not None:
            assert quantity.low <= quantity.high


@pytest.mark.parametrize(("text", "now", "before", "counts"), [
    ("The agency lowered the death toll to 38 from 41.", 38, 41, "killed"),
    ("The clinic raised its count of villagers killed from 47 to 53.", 53, 47, "killed"),
    ("The ministry revised the number of missing from 12 to seven.", 7, 12, "missing"),
    ("The toll rose to 44, up from 38 on Thursday.", 44, 38, "killed"),
    ("The council lowered the death toll of last month's fire in the old market hall from 47 to 45.", 45, 47,
     "killed"),
])  # fmt: skip
def test_a_value_that_another_replaces_is_the_former_one(text, now, before, counts):
    given = [(one.low, one.former) for one in find(text) if one.counts == counts]
    assert sorted(given) == sorted([(now, False), (before, True)])


@pytest.mark.parametrize(("text", "scope"), [
    ("At least 38 people have died, according to the Relief Agency.", None),
    ("He appealed to the Federal Government to send boats to 8,000 people.", None),
    ("More than 300 people died in the UAE.", "UAE"),
    ("More than 300 people died in Kogi State.", "Kogi State"),
])  # fmt: skip
def test_a_body_is_no_place(text, scope):
    (one,) = [each for each in find(text) if each.unit == "people"]
    assert one.scope == scope
