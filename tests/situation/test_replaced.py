"""Predictions that their own author replaced, and those that later claims belie."""

from __future__ import annotations

from typing import Any

import pytest
from tests.build import claim, day, event, number, origin, place, report, speaker

from trendechos.records import Claim, Prediction
from trendechos.situation.outlook import predictions
from trendechos.situation.surroundings import Surroundings

MINISTER = speaker("Ana Petrova", "HRV")
AHEAD: dict[str, Any] = {
    "type": "prediction", "status": "predicted", "certainty": "conditional_or_future",
}  # fmt: skip
WORDS = ("osijek", "bridge", "reopen")


def said(text: str, on: str, *, by: Any = MINISTER, lemmas: tuple[str, ...] = WORDS, **fields: Any) -> Claim:
    return claim(text, by, report(f"{text} ({on})", on), **(AHEAD | {"lemmas": lemmas} | fields))


def register(*claims: Claim) -> dict[str, Prediction]:
    found = predictions(Surroundings({one.claim_id: one for one in claims}, [origin(one) for one in claims]))
    return {one.words: one for one in found}


FRIDAY = said("the Osijek bridge will reopen by Friday", "2025-10-01", happened_when=day("2025-10-03"))


@pytest.mark.parametrize(
    ("later", "status"),
    [
        (
            said("the Osijek bridge will reopen in November", "2025-10-08", happened_when=day("2025-11-20")),
            "superseded",
        ),
        (
            said("the Osijek bridge will not reopen", "2025-10-08", type="denial", polarity="denied"),
            "superseded",
        ),
        (said("the Osijek bridge will reopen", "2025-10-08"), "open"),  # the same, without its term
        (
            said("the Osijek bridge will reopen soon", "2025-10-08", by=speaker("Ivo Marić", "HRV")),
            "open",
        ),  # another author
        (
            said(
                "then the Zadar bridge will reopen by May", "2025-10-08", lemmas=("zadar", "bridge", "reopen"),
                happened_when=day("2026-05-01"),
            ),
            "open",
        ),  # another bridge
    ],
)  # fmt: skip
def test_the_same_author_replaces_only_what_he_said_of_the_same_matter(later: Claim, status: str) -> None:
    found = register(FRIDAY, later)[FRIDAY.text]
    assert found.status == status
    assert found.resolved_by == (origin(later).origin_id if status == "superseded" else None)


def test_another_number_of_one_kind_supersedes() -> None:
    peak = ("river", "peak", "metre")
    low = said("the river would peak at 9 metres", "2025-10-01", lemmas=peak, quantities=(number(9, 9),))
    high = said("the river would peak at 11 metres", "2025-10-03", lemmas=peak, quantities=(number(11, 11),))
    assert register(low, high)[low.text].status == "superseded"


def test_what_was_never_to_come_and_is_reported_did_not_come_true() -> None:
    homs = {"event": event("MOBILIZE", "TURMIL"), "places": (place("Homs", "town", "SYR"),)}
    never = said("Turkish troops will not enter Homs", "2025-03-01", type="denial", polarity="denied", **homs)
    fact = {"type": "deployment", "status": "done", "certainty": "asserted"} | homs
    seen = said("Turkish troops are in Homs", "2025-05-02", by=speaker("Noa Levi", "ISR"), **fact)
    assert register(never, seen)[never.text].status == "did_not"


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("We will not create panic", {"type": "statement", "status": "announced", "polarity": "denied"}),
        ("sanctions would be unjust", {"type": "assessment"}),
    ],
)
def test_own_plans_and_judgements_are_no_predictions(text: str, fields: dict[str, Any]) -> None:
    assert register(said(text, "2025-10-01", mode="quoted", **fields)) == {}


def test_thousands_of_one_author_stay_apart() -> None:
    many = [
        said(f"{at} houses will fall in Dorf{at}", "2025-10-01", lemmas=("house", "fall", f"dorf{at}"))
        for at in range(300)
    ]
    assert {one.status for one in register(*many).values()} == {"open"}
