from __future__ import annotations

import pytest
from tests.build import claim, origin, report, speaker

from trendechos.records import Claim, Quantity, Span, Speaker
from trendechos.situation import pose
from trendechos.situation.shares import holder, seats

BOARD, RIVAL = speaker("Election Board", "TCD", kind="organisation"), speaker("Awa Sow", "TCD")


def told(text: str, figure: str, by: Speaker = BOARD, on: str = "2025-03-01") -> Claim:
    value, at = float(figure.split(maxsplit=1)[0].rstrip("%")), text.index(figure)
    share = Quantity(figure, Span(at, at + len(figure)), value, value, counts="share")
    return claim(text, by, report(f"{text} ({on})", on), quantities=(share,))


@pytest.mark.parametrize(
    ("text", "figure", "whose"),
    [
        ("Peace Party candidate Idriss Kebir won with 54.2 percent of the vote", "54.2 percent", "Kebir"),
        ("Awa Sow, who ran for the Peace Party, got 38%", "38%", "Sow"),
        ("counts give 38% to Awa Sow", "38%", "Sow"),
        ("Idriss Kebir took 54% and Awa Sow 38%", "38%", "Sow"),
        ("the court cut Kebir's share to 51%", "51%", "Kebir"),
        ("Turnout was 43 percent", "43 percent", "turnout"),
        ("power output in the north had fallen to 9% of normal", "9%", "output"),
        ("The lights stayed off on Sunday, with occupancy at 11%", "11%", "occupancy"),
        ("his share rose to 12 percent", "12 percent", None),
        ("the Green Party has 12 percent", "12 percent", "Green Party"),
        ("it lost 12 percent", "12 percent", None),
        ("he had won 53 percent", "53 percent", None),  # a body speaks: whoever he is
    ],
)
def test_whose_share_is_told(text: str, figure: str, whose: str | None) -> None:
    made = told(text, figure)
    assert holder(made.quantities[0], made) == whose


def test_shares_of_one_name_answer_one_question_and_no_other_kind_joins() -> None:
    claims = [
        told("Idriss Kebir won with 54.2 percent of the vote", "54.2 percent"),
        told("Kebir came second with 38 percent", "38 percent", RIVAL, "2025-03-02"),
        told("Idriss Kebir owns 60 percent of the shares", "60 percent", RIVAL),
    ]
    posed = pose([origin(one) for one in claims], {one.claim_id: one for one in claims})
    assert [one.text for one in posed] == []


def test_a_share_that_does_not_say_of_what_is_of_the_only_thing_told() -> None:
    claims = [
        told("Idriss Kebir won with 54.2 percent of the vote", "54.2 percent"),
        told("Kebir came second with 38 percent", "38 percent", RIVAL, "2025-03-02"),
    ]
    (asked,) = pose([origin(one) for one in claims], {one.claim_id: one for one in claims})
    assert asked.text == "What share of the vote is given for Kebir"
    assert [stance.low for stance in asked.stances] == [54.2, 38.0]


def test_he_is_the_speaker() -> None:
    made = told("he had won 53 percent", "53 percent", RIVAL)
    assert holder(made.quantities[0], made) == "Sow"


def test_turnout_is_asked_once() -> None:
    claims = [
        told("Turnout was 48.2 percent", "48.2 percent"),
        told("turnout stood at 40 percent", "40 percent", RIVAL, "2025-03-02"),
    ]
    (asked,) = pose([origin(one) for one in claims], {one.claim_id: one for one in claims})
    assert asked.text == "How high is turnout"


def won(text: str, figure: str, unit: str | None, on: str, by: Speaker = BOARD) -> Claim:
    at = text.index(figure)
    number = Quantity(figure, Span(at, at + len(figure)), float(figure), float(figure), unit=unit)
    return claim(text, by, report(f"{text} ({on})", on), quantities=(number,))


def test_seats_are_asked_by_party() -> None:
    claims = [
        won("the Peace Party took 195 of the 250 seats", "195", "seats", "2025-03-01"),
        won("the number of Peace Party's seats was cut from 195 to 171", "171", None, "2025-03-09", RIVAL),
        won("the Green Party took 55 seats", "55", "seats", "2025-03-01"),
    ]
    assert [seats(one.quantities[0], one) for one in claims] == ["seats"] * 3
    posed = pose([origin(one) for one in claims], {one.claim_id: one for one in claims})
    assert [(one.text, len(one.stances)) for one in posed] == [("How many seats are given for Peace Party", 2)]
