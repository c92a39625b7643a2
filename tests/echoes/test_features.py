"""The named reasons for a link."""

from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest
from tests.build import speaker
from tests.echoes.scene import ENVOY, MINISTER, MINISTRY, figure, said

from trendechos.echoes.features import FEATURES, findings
from trendechos.echoes.group import MERGE
from trendechos.echoes.profile import Profile, days, place_key, profile
from trendechos.records import Claim, Moment, Report, Speaker


def test_every_feature_explains_itself_in_its_own_words() -> None:
    helps = [named.help for named in FEATURES]
    assert all(text.endswith(".") and len(text) > 40 for text in helps)
    assert all(one != two for one, two in combinations(helps, 2))
    assert len({named.name for named in FEATURES}) == len(FEATURES)


def test_every_finding_says_why_and_stays_in_bounds() -> None:
    pages = [
        said("Floods displaced 3,000 people in Accra", quantities=(figure(3000),)),
        said("About 3,000 had to leave their homes", MINISTRY, None, page="Daily", quantities=(figure(3000),)),
    ]
    one, two = (profile(claim, source) for claim, source in pages)
    found = findings(one, two)
    assert found is not None
    assert [feature.name for feature in found] == [named.name for named in FEATURES]
    assert all(-1 <= feature.agreement <= 1 and feature.detail for feature in found)


@pytest.mark.parametrize(
    "other",
    [
        said("Floods displaced 3,000 people", ENVOY),
        said("Floods displaced 3,000 people", on="2024-05-01"),
        said("Floods displaced 9,000 people", quantities=(figure(9000),)),
        said("Floods displaced 3,000 people", on=None, published="2024-12-01"),
    ],
    ids=["another party", "another day", "another figure", "half a year later"],
)
def test_what_forbids_a_link(other: tuple) -> None:
    mine = said("Floods displaced 3,000 people", MINISTER, quantities=(figure(3000),))
    assert findings(profile(*mine), profile(*other)) is None


def test_what_a_page_recalls_is_not_the_news_of_a_later_day() -> None:
    recalled = said("No civilians were harmed", on=None, published="2024-05-07", background=True)
    later = said("No civilians were harmed", on="2024-05-12", published="2024-05-12", page="Post")
    earlier = said("No civilians were harmed", on="2024-05-05", published="2024-05-05", page="Wire")
    assert findings(profile(*recalled), profile(*later)) is None
    assert findings(profile(*recalled), profile(*earlier)) is not None


@pytest.mark.parametrize(
    ("mine", "its", "linked"),
    [
        ({}, {}, True),
        ({}, {"scope": "Ghana"}, True),
        ({}, {"scope": "Tema"}, False),
        ({"window": "day"}, {"window": "day"}, False),
        ({"number": 12}, {"number": 12}, False),
        ({"polarity": "denied"}, {}, False),
    ],
    ids=[
        "told again",
        "told of the country",
        "of another town",
        "the toll of a day",
        "a small figure",
        "denied",
    ],
)
def test_a_figure_told_again_as_news_of_a_later_day(mine: dict, its: dict, *, linked: bool) -> None:
    def page(day: str, fields: dict) -> Profile:
        told = {"scope": "Accra", "counts": "killed", **fields}
        number, polarity = told.pop("number", 53), told.pop("polarity", "asserted")
        some = (figure(number, **told),)
        return profile(*said("Floods killed people", on=day, published=day, quantities=some, polarity=polarity))

    found = findings(page("2024-05-06", mine), page("2024-05-11", its))
    assert (found is not None) is linked


def test_two_statements_that_share_no_word_are_less_alike_the_more_they_say() -> None:
    content = next(named for named in FEATURES if named.name == "content")

    def agreement(*lemmas: str, **fields: Any) -> float:
        pages = (
            said("one", on=None, lemmas=("levee", "hold", "night"), type="statement", published="2024-05-06"),
            said("two", on=None, lemmas=lemmas, **{"type": "statement", "published": "2024-05-06", **fields}),
        )
        one, two = (profile(*page) for page in pages)
        return content.measure(one, two)[0]

    assert agreement("school", "open", "monday") < agreement("school", "open") < agreement("claim")
    assert agreement("claim") == agreement("school", "open", "monday", type="capture")


def test_what_is_bought_on_top_is_no_figure_on_top() -> None:
    whole = said("Ghana gives 120 million in additional aid", quantities=(figure(120, words="120 million"),))
    more = said("Ghana gives an additional 120 million", quantities=(figure(120, words="120 million"),))
    assert not profile(*whole).on_top
    assert profile(*more).on_top


def test_a_title_and_the_text_below_it_may_be_one_statement() -> None:
    body, source = said("Floods displaced 3,000 people", quantities=(figure(3000),))
    title = replace(body, claim_id="t", attribution_id="t", span=replace(body.span, field="title"))
    again = replace(body, claim_id="b", attribution_id="b")
    page = next(named for named in FEATURES if named.name == "page")
    agreements = [page.measure(profile(body, source), profile(other, source))[0] for other in (title, again)]
    assert agreements[0] == 0 > agreements[1]


def test_two_bodies_that_give_no_answer_are_two() -> None:
    asked = {"polarity": "noncommittal", "type": "statement"}
    pages = (
        said("a request for comment", MINISTRY, page="Post", **asked),
        said("the claim", MINISTER, page="Daily", **asked),
        said("the claim", MINISTRY, page="Wire", **asked),
    )
    ministry, minister, again = (profile(*page) for page in pages)
    feature = next(named for named in FEATURES if named.name == "speaker")
    assert feature.measure(ministry, minister)[0] <= 0 < feature.measure(ministry, again)[0]


def test_words_put_for_each_other_are_shared_content() -> None:
    pages = (
        said("The envoy calls the satellite photos serious", lemmas=("satellite", "photo", "serious")),
        said("The images from above are grave", page="Post", lemmas=("image", "grave")),
    )
    one, two = (profile(*page) for page in pages)
    content = next(named for named in FEATURES if named.name == "content")
    agreement, detail = content.measure(one, two)
    assert agreement > 0.5
    assert "photo" in detail


def test_on_a_page_full_of_one_speaker_words_must_agree() -> None:
    words = {"text": "The dam is safe", "lemmas": ("dam", "safe"), "type": "statement"}
    rest = " ".join(f"On {number} things Osei spoke." for number in range(6))
    claim, source = said(words.pop("text"), page="Post", **words)
    full = replace(source, text=f"{source.text}. {rest}")
    others = [
        said("Taxes will fall", page="Daily", type="statement", lemmas=("tax", "fall")),
        said("The dam holds and is safe", page="Daily", type="statement", lemmas=("dam", "hold", "safe")),
    ]

    def likeness(on: Report, other: tuple[Claim, Report]) -> float:
        found = findings(profile(claim, on), profile(*other))
        return sum(feature.weight * feature.agreement for feature in found or ())

    assert likeness(full, others[0]) < likeness(source, others[0])
    assert likeness(full, others[0]) < MERGE < likeness(full, others[1])


def test_two_things_of_one_sort_are_two() -> None:
    pages = (
        said("Shells hit a school", lemmas=("shell", "hit", "school")),
        said("Shells hit a bridge", page="Post", lemmas=("shell", "hit", "bridge")),
        said("Shells hit the school", page="Wire", lemmas=("shell", "hit", "school")),
    )
    school, bridge, again = (profile(*page) for page in pages)
    content = next(named for named in FEATURES if named.name == "content")
    assert content.measure(school, bridge)[0] < content.measure(school, again)[0]


def test_what_unnamed_people_told_two_outlets_is_two_statements() -> None:
    def told(outlet: str, page: str) -> tuple:
        official = Speaker("a senior official", "senior official", "unnamed", "GHA")
        return said("Ada will be evacuated", official, page=page, chain=(speaker(outlet, None, "outlet"),))

    assert findings(profile(*told("Wire", "Post")), profile(*told("Herald", "Daily"))) is None
    assert findings(profile(*told("Wire", "Post")), profile(*told("Wire", "Daily"))) is not None


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [("2024-02", "2024-02-01", "2024-02-29"), ("2024", "2024-01-01", "2024-12-31")],
)
def test_a_coarse_moment_covers_its_days(value: str, first: str, last: str) -> None:
    precision = "month" if len(value) == 7 else "year"
    assert days(Moment(value, precision)) == (
        days(Moment(first, "day"))[0],
        days(Moment(last, "day"))[1],
    )


def test_moments_that_are_no_days_give_none() -> None:
    assert days(Moment("2024-08/", "month")) is None
    assert days(Moment("spring", "month")) is None
    assert days(None) is None


def test_places_match_without_the_word_for_their_sort() -> None:
    assert place_key("the Kursk region") == place_key("Kursk Oblast") == "kursk"
    assert place_key("Republic") == "republic"


def test_a_speaker_who_turns_the_next_day_makes_a_second_statement() -> None:
    mine = said("The dam will hold", on="2024-05-06")
    turned = said("The dam will hold", on="2024-05-07", published="2024-05-08", page="Post", polarity="denied")
    later = said("The dam will hold", on="2024-05-07", published="2024-05-08", page="Post")
    assert findings(profile(*mine), profile(*turned)) is None
    assert findings(profile(*mine), profile(*later)) is not None


@pytest.mark.parametrize("words", [(), ("dam",), ("tax", "fall", "soon")])
@pytest.mark.parametrize("kind", ["statement", "combat"])
def test_features_agree_with_and_without_their_detail(words: tuple[str, ...], kind: str) -> None:
    claim, source = said("Taxes will fall", page="Post", type=kind, lemmas=words)
    full = profile(claim, replace(source, text=source.text + " Osei." * 9))
    other = profile(*said("The dam holds", page="Daily", type="statement", lemmas=("dam", "hold")))
    for named in FEATURES:
        if named.agree is not None:
            assert named.agree(full, other) == named.measure(full, other)[0]
