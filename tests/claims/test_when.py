import pytest
from tests.claims.parsed import find_in

from trendechos.records import Claim


def value(claim: Claim, name: str) -> str | None:
    moment = claim.said_when if name == "said" else claim.happened_when
    return moment.value if moment else None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The army said on Friday that it had left Loikaw.", "2024-05-03"),
        ("The army said on Friday it had left Loikaw.", "2024-05-03"),
        ("The minister said that no water was released before 2 May.", "2024-05-06"),
        ("The monitors recorded 40 deaths between 1 and 4 May.", "2024-05-06"),
        ("The party, in power since 1986, said that it had won the vote.", "2024-05-06"),
        ("The report, written by an envoy and dated 2 May, says that drones flew through Chad.", "2024-05-02"),
        ("The curfew was cut by the council as of Tuesday, 7 May, it said.", "2024-05-06"),
        ("Asked on Friday, the minister said that the dam was safe.", "2024-05-03"),
        ("In a statement published on Friday, the mission said that votes were lost.", "2024-05-03"),
    ],
)  # fmt: skip
def test_said_when_the_words_were_told(text: str, said: str) -> None:
    assert {value(claim, "said") for claim in find_in(text)} == {said}


def test_a_time_beside_another_speaker_is_not_ours() -> None:
    text = "The army did not comment on the fall of Bara, but a general said last week that it would fight on."
    first, *_, last = find_in(text)
    assert (value(first, "said"), value(last, "said")) == ("2024-05-06", "2024-04-29/2024-05-05")


def test_who_has_said_so_once_more_says_so_now() -> None:
    text = "The river is high, officials said.\n\nThe mayor has {} that the dam will hold."
    again, recalled = (find_in(text.format(cue))[-1] for cue in ("repeated", "said"))
    assert (value(again, "said"), value(recalled, "said")) == ("2024-05-06", None)
    assert not again.background


def test_an_instant_of_publication_is_a_day() -> None:
    (claim,) = find_in("The river is rising, the mayor said.", "2024-05-06T11:40:00Z")
    assert (value(claim, "said"), value(claim, "happened")) == ("2024-05-06", "2024-05-06")


@pytest.mark.parametrize(
    ("text", "happened"),
    [
        ("The mayor, who was freed in March, was shot in Goma.", None),
        ("The mayor, who was freed in March, was shot in Goma on Friday.", "2024-05-03"),
        ("He will lead the unit because its chief was hurt on 3 April.", None),
        ("Rebels killed nine people in an attack carried out on Friday.", "2024-05-03"),
        ("The group claimed responsibility for the murder of two judges.", None),
        ("The army reported 21 deaths.", "2024-05-06"),
        ("Residents said the water came in the night.", None),
        ("The union said that it regretted the loss of life.", "2024-05-06"),
        ("The monitors recorded 40 deaths between 1 and 4 May.", "2024-05-01/2024-05-04"),
    ],
)
def test_happened_when_its_own_clause_says(text: str, happened: str | None) -> None:
    assert value(find_in(text)[0], "happened") == happened


def test_a_page_dated_to_the_month_dates_what_is_said_on_it_no_closer() -> None:
    (claim,) = find_in("The army has left Loikaw, the rebels said.", "2024-05")
    assert (value(claim, "said"), value(claim, "happened")) == ("2024-05", "2024-05")


def test_a_day_is_not_carried_to_another_town() -> None:
    text = "Rebels killed nine men in Goma on Friday. The shelling killed two in Bukavu."
    assert [value(claim, "happened") for claim in find_in(text)] == ["2024-05-03", None]
