from __future__ import annotations

import json
from pathlib import Path

import pytest

from trendechos.errors import InvalidInput, NotFound
from trendechos.flow.assess import Question, assess
from trendechos.flow.resolve import Resolution, prediction_in, resolve, situation_in
from trendechos.flow.run import assess_inputs, claims_of, write_brief
from trendechos.records.codec import Json
from trendechos.settings import Settings

ROWS = [
    {
        "id": "a",
        "published": "2024-05-01",
        "text": "Troops of Chad will enter Darfur by Friday, the army said.",
    },
    {
        "id": "b",
        "published": "2024-05-02",
        "text": "Troops of Chad will enter Darfur by Friday, the army said.",
    },
]
SAID = Resolution("did_not", "A. Analyst", "no page reports it", "https://example.org/page")


@pytest.fixture
def made(tmp_path: Path) -> tuple[Path, Settings]:
    rows = tmp_path / "rows.jsonl"
    rows.write_text("".join(json.dumps(row) + "\n" for row in ROWS), encoding="utf-8")
    settings = Settings(store=str(tmp_path / "made.sqlite"), executor="serial")
    assessed, _ = assess_inputs([str(rows)], Question(), settings)
    write_brief(assessed, tmp_path / "out")
    return tmp_path / "out", settings


def only(situation: Json) -> Json:
    (prediction,) = situation["predictions"]
    return dict(prediction)


def test_the_next_assessment_shows_what_a_person_said(made: tuple[Path, Settings], tmp_path: Path) -> None:
    out, settings = made
    situation = situation_in(out)
    assert only(situation)["status"] == "open"
    resolve(situation, only(situation)["prediction_id"], SAID, store_url=settings.store)
    assessed, _ = assess_inputs([str(tmp_path / "rows.jsonl")], Question(), settings)
    (prediction,) = assessed.situation.predictions
    assert prediction.status == "did_not"
    assert prediction.resolution is not None
    assert prediction.resolution.author == "A. Analyst"
    assert prediction.resolution.before == "open"
    assert prediction.resolution.evidence == "https://example.org/page"
    write_brief(assessed, out)
    assert "did not come true, says A. Analyst" in (out / "brief.md").read_text(encoding="utf-8")


def test_a_past_day_is_shown_as_it_was_known_then(made: tuple[Path, Settings], tmp_path: Path) -> None:
    out, settings = made
    situation = situation_in(out)
    resolve(situation, only(situation)["prediction_id"], SAID, store_url=settings.store)
    held = claims_of([str(tmp_path / "rows.jsonl")], settings)
    then = assess(held.reports, held.claims, Question(as_of="2024-05-02"), corrections=held.corrections)
    assert [one.status for one in then.situation.predictions] == ["open"]


def test_a_claim_may_be_the_evidence_and_the_last_word_counts(
    made: tuple[Path, Settings], tmp_path: Path
) -> None:
    out, settings = made
    situation = situation_in(out)
    key, claim = only(situation)["prediction_id"], situation["origins"][0]["claims"][0]
    resolve(situation, key, SAID, store_url=settings.store)
    later = Resolution("came_true", "B", "seen", claim)
    resolve(situation, key.removeprefix("prediction-")[:6], later, store_url=settings.store)
    assessed, _ = assess_inputs([str(tmp_path / "rows.jsonl")], Question(), settings)
    (prediction,) = assessed.situation.predictions
    assert (prediction.status, prediction.resolved_by) == ("came_true", situation["origins"][0]["origin_id"])


@pytest.mark.parametrize(("author", "reason", "evidence"), [("", "r", "e"), ("a", " ", "e"), ("a", "r", "")])
def test_name_reason_and_evidence_are_needed(author: str, reason: str, evidence: str) -> None:
    with pytest.raises(InvalidInput, match="needs"):
        Resolution("void", author, reason, evidence)


def test_evidence_is_an_address_or_a_claim_held(made: tuple[Path, Settings]) -> None:
    out, settings = made
    situation = situation_in(out)
    for wrong in ("claim-unknown", "javascript:alert(1)", "https://a b"):
        said = Resolution("void", "A", "why", wrong)
        with pytest.raises(InvalidInput, match="neither an address"):
            resolve(situation, only(situation)["prediction_id"], said, store_url=settings.store)


def test_ids_may_be_shortened_and_must_be_clear() -> None:
    situation = {"predictions": [{"prediction_id": "prediction-ab1"}, {"prediction_id": "prediction-ab2"}]}
    assert prediction_in(situation, "ab2")["prediction_id"] == "prediction-ab2"
    with pytest.raises(InvalidInput, match="begins 2 ids"):
        prediction_in(situation, "ab")
    with pytest.raises(NotFound):
        prediction_in(situation, "zz")


def test_a_folder_without_a_brief_and_a_store_without_the_claim_are_named(
    made: tuple[Path, Settings], tmp_path: Path
) -> None:
    with pytest.raises(InvalidInput, match="no brief here"):
        situation_in(tmp_path)
    situation = situation_in(made[0])
    with pytest.raises(NotFound, match="run the brief again"):
        resolve(situation, only(situation)["prediction_id"], SAID, store_url=str(tmp_path / "empty.sqlite"))
