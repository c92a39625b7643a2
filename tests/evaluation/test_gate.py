from __future__ import annotations

import json
from pathlib import Path

import pytest
from evaluation.measure import Measure, scores, share, under

from evaluation import gate


def gold(folder: Path, text: str = '{"id": 1}\n') -> Path:
    (folder / "gold").mkdir(exist_ok=True)
    (folder / "gold" / "some.jsonl").write_text(text)
    return folder / "gold"


def run(folder: Path, right: int, *options: str) -> int:
    where = ["--gold", str(gold(folder)), "--floors", str(folder / "floors.json")]
    return gate.main([*where, *options], measured=lambda _: (share("found", right, 1000),))


def floor(folder: Path) -> float:
    return float(json.loads((folder / "floors.json").read_text())["floors"]["found"])


def test_a_measure_below_its_floor_fails_and_within_the_noise_passes(tmp_path: Path) -> None:
    assert run(tmp_path, 800, "--update") == 0
    assert run(tmp_path, 800) == 0
    assert run(tmp_path, 796) == 0
    assert run(tmp_path, 794) == 1


def test_update_raises_and_keeps_the_floor_within_the_noise(tmp_path: Path) -> None:
    run(tmp_path, 800, "--update")
    assert run(tmp_path, 850, "--update") == 0
    assert floor(tmp_path) == 0.85
    assert run(tmp_path, 848, "--update") == 0
    assert floor(tmp_path) == 0.85


def test_update_refuses_to_lower_a_floor_without_the_option(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(tmp_path, 800, "--update")
    assert run(tmp_path, 700, "--update") == 1
    assert "REFUSED to lower found" in capsys.readouterr().out
    assert floor(tmp_path) == 0.8
    assert run(tmp_path, 700, "--update", "--allow-regression") == 0
    assert floor(tmp_path) == 0.7


def test_changed_gold_fails_with_the_remedy(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(tmp_path, 800, "--update")
    changed = gold(tmp_path, '{"id": 2}\n')
    found = (share("found", 900, 1000),)
    code = gate.main(
        ["--gold", str(changed), "--floors", str(tmp_path / "floors.json")], measured=lambda _: found
    )
    assert code == 1
    assert "gold changed since the floors were set: some.jsonl" in (said := capsys.readouterr().out)
    assert "--update" in said


@pytest.mark.parametrize(
    ("names", "reason"), [((), "was not measured"), (("found", "more"), "more: has no floor")]
)
def test_a_missing_measure_or_floor_fails(names: tuple[str, ...], reason: str) -> None:
    floors = gate.Floors({"found": 0.5}, {"a": "1"})
    said = gate.failures([share(name, 9, 10) for name in names], floors, {"a": "1"})
    assert len(said) == 1
    assert reason in said[0]


def test_one_answer_more_or_less_is_noise_where_there_are_few() -> None:
    floors = gate.Floors({"few": 0.8}, {})
    assert gate.failures([share("few", 7, 10)], floors, {}) == []
    assert len(gate.failures([share("few", 6, 10)], floors, {})) == 1


def test_the_floors_in_the_repository_stand_on_the_gold_in_the_repository() -> None:
    assert gate.load(gate.FLOORS).fingerprints == gate.fingerprints(gate.GOLD)


def test_no_record_stands_in_the_repository_whose_licence_forbids_it() -> None:
    rows = (gate.GOLD / "entities" / "re3d.jsonl").read_text(encoding="utf-8").splitlines()
    sources = {json.loads(row)["source"] for row in rows}
    assert not [source for source in sources if "BBC" in source or "European" in source]


def test_scores_count_gold_and_answers_apart_where_one_answer_meets_several() -> None:
    precision, recall, f1 = scores("value", 2, 2, 4, met=3)
    assert (precision.value, recall.value) == (1.0, 0.75)
    assert f1.value == pytest.approx(6 / 7)
    assert under("times", [precision]) == (Measure("times/value precision", 1.0, 2, 2),)
