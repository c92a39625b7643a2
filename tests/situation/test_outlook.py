from __future__ import annotations

from typing import Any

import pytest
from tests.build import claim, day, event, origin, place, report, speaker

from trendechos.records import Claim, Prediction
from trendechos.situation.outlook import assessments, background, calls, predictions

FRANCE = speaker("Claire Dumas", "FRA")
ISRAEL = speaker("Noa Levi", "ISR")
HOMS, HAMA = place("Homs", "town", "SYR"), place("Hama", "town", "SYR")
AHEAD: dict[str, Any] = {
    "type": "prediction", "status": "predicted", "certainty": "conditional_or_future",
    "event": event("MOBILIZE", "TURMIL"), "places": (HOMS,),
}  # fmt: skip
DONE: dict[str, Any] = {"type": "deployment", "event": event("MOBILIZE", "TURMIL"), "places": (HOMS,)}


def said(text: str, by: Any, on: str, **fields: Any) -> Claim:
    return claim(text, by, report(f"{text} ({on})", on), **fields)


def register(*claims: Claim) -> list[Prediction]:
    return list(predictions([origin(one) for one in claims], {one.claim_id: one for one in claims}))


FORECAST = said(
    "Turkish troops will likely be in Homs by June",
    FRANCE,
    "2025-03-01",
    happened_when=day("2025-06-01"),
    **AHEAD,
)


def test_a_prediction_keeps_author_words_term_test_and_likelihood_as_written() -> None:
    (found,) = register(FORECAST)
    assert found.author == FRANCE
    assert found.words == FORECAST.text
    assert found.by == day("2025-06-01")
    assert found.test == "forces reported there: Turkey, Homs by 1 June 2025"
    assert found.likelihood == "likely"
    assert found.status == "open"


def test_one_without_kind_party_or_place_has_no_test() -> None:
    (found,) = register(said("it will get worse", FRANCE, "2025-03-01", type="prediction", status="predicted"))
    assert (found.test, found.by) == (None, None)


def test_a_condition_is_kept_as_written() -> None:
    (found,) = register(said("if talks fail, troops will go to Homs", FRANCE, "2025-03-01", **AHEAD))
    assert (found.kind, found.condition) == ("condition", "if talks fail")


@pytest.mark.parametrize(
    ("later", "status"),
    [
        (said("Turkish troops are in Homs", ISRAEL, "2025-05-02", **DONE), "came_true"),
        (said("Turkish troops are in Homs", FRANCE, "2025-05-02", **DONE), "open"),  # only its author says so
        (said("Turkish troops are in Homs", ISRAEL, "2025-02-02", **DONE), "open"),  # said before
        (said("Turkish troops are in Homs", ISRAEL, "2025-07-02", **DONE), "open"),  # after the term
        (said("they may be in Homs", ISRAEL, "2025-05-02", **(DONE | {"certainty": "possible"})), "open"),
        (said("they are in Hama", ISRAEL, "2025-05-02", **(DONE | {"places": (HAMA,)})), "open"),
        (said("Turkish troops will be in Homs later", FRANCE, "2025-04-01", **AHEAD), "superseded"),
    ],
)  # fmt: skip
def test_later_claims_resolve_it_only_when_they_clearly_match(later: Claim, status: str) -> None:
    found = register(FORECAST, later)
    assert next(one for one in found if one.words == FORECAST.text).status == status


def test_an_open_prediction_past_its_term_stays_open_for_a_person() -> None:
    assert register(FORECAST)[0].status == "open"


def test_a_threat_is_a_threat() -> None:
    (found,) = register(said("we will strike Homs", FRANCE, "2025-03-01", **(AHEAD | {"type": "threat"})))
    assert found.kind == "threat"


def test_calls_judgements_and_history_have_their_own_lists() -> None:
    call = said(
        "Ankara must leave Homs",
        FRANCE,
        "2025-03-01",
        type="call",
        event=event("REQUEST", "FRAGOV", to=("TURGOV",)),
    )
    judged = said("this shows how weak they are", ISRAEL, "2025-03-01", type="assessment")
    past = said(
        "they fought there in 2016", ISRAEL, "2025-03-01", background=True, happened_when=day("2016-05-01")
    )
    every = {one.claim_id: one for one in (call, judged, past)}
    origins = [origin(one) for one in every.values()]
    assert [(one.author, one.to) for one in calls(origins, every)] == [(FRANCE, "Turkey")]
    assert [one.words for one in assessments(origins, every)] == [judged.text]
    assert [(one.when, one.text) for one in background(origins, every)] == [(day("2016-05-01"), past.text)]
