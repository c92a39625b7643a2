"""The whole path: what goes in, in whatever order and by whatever executor, comes out the same."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from trendechos.errors import InvalidInput
from trendechos.flow.assess import Question
from trendechos.flow.progress import Progress, silent
from trendechos.flow.run import assess_inputs, claims_of, write_brief
from trendechos.presentation import render
from trendechos.records.codec import dumps, to_json
from trendechos.settings import Settings

EXAMPLE = Path(__file__).parents[2] / "examples" / "kursk-2024" / "reports.jsonl"
ROWS = EXAMPLE.read_text(encoding="utf-8").splitlines()
QUESTION = Question(as_of="2024-11-05", title="Example")


def settings(folder: Path, executor: str = "serial") -> Settings:
    return Settings(store=str(folder / "store.sqlite"), executor=executor)


def written(path: Path, rows: Sequence[str]) -> str:
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return str(path)


def documents(inputs: Sequence[str], configuration: Settings, progress: Progress = silent) -> str:
    assessed, _ = assess_inputs(inputs, QUESTION, configuration, progress)
    return to_json(render.document(assessed.situation)) + render.html(
        assessed.brief, assessed.situation, assessed.evidence
    )


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("expected")
    return documents([written(folder / "rows.jsonl", ROWS)], settings(folder))


def test_same_input_same_bytes(tmp_path: Path, expected: str) -> None:
    assert documents([written(tmp_path / "rows.jsonl", ROWS)], settings(tmp_path)) == expected


def test_any_order_gives_the_same(tmp_path: Path, expected: str) -> None:
    rows = list(ROWS)
    random.Random(7).shuffle(rows)
    assert documents([written(tmp_path / "rows.jsonl", rows)], settings(tmp_path)) == expected


def test_one_by_one_equals_all_at_once(tmp_path: Path, expected: str) -> None:
    configuration = settings(tmp_path)
    for number, row in enumerate(ROWS):
        claims_of([written(tmp_path / f"{number}.jsonl", [row])], configuration)
    paths = [str(tmp_path / f"{number}.jsonl") for number in range(len(ROWS))]
    assert documents(paths, configuration) == expected


def test_processes_equal_serial(tmp_path: Path, expected: str) -> None:
    configuration = replace(settings(tmp_path, "processes:2"), batch_words=1000)
    assert documents([written(tmp_path / "rows.jsonl", ROWS)], configuration) == expected


@pytest.mark.dask
@pytest.mark.slow
def test_dask_with_a_worker_killed_half_way_equals_serial(tmp_path: Path, expected: str) -> None:
    pytest.importorskip("distributed")
    psutil = pytest.importorskip("psutil")
    killed = []

    def told(stage: str, done: int, total: int) -> None:
        if stage == "read" and done and not killed:
            # The process with most memory is a worker that has the language model.
            worker = max(psutil.Process().children(recursive=True), key=lambda one: one.memory_info().rss)
            worker.kill()
            killed.append((done, total))

    configuration = replace(settings(tmp_path, "dask"), batch_words=500)
    assert documents([written(tmp_path / "rows.jsonl", ROWS)], configuration, told) == expected
    ((done, total),) = killed
    assert 0 < done < total


def test_a_second_run_reads_nothing(tmp_path: Path) -> None:
    path = written(tmp_path / "rows.jsonl", ROWS[:10])
    assert claims_of([path], settings(tmp_path)).tally.new_reports == 10
    assert claims_of([path], settings(tmp_path)).tally.new_reports == 0


def test_every_span_quotes_its_text(tmp_path: Path) -> None:
    odd = json.dumps(
        {"id": "odd", "title": "🛶 “Übung” …", "text": "“Die Brücke — zerstört 🌉”, the mayor said. É."}
    )
    collected = claims_of([written(tmp_path / "rows.jsonl", [*ROWS, odd])], settings(tmp_path))
    reports = {report.report_id: report for report in collected.reports}
    for claim in collected.claims:
        report = reports[claim.report_id]
        words = report.words(claim.span.field)
        assert words[claim.span.start : claim.span.end] == claim.text
        for part in (claim.speaker, *claim.chain, *claim.co_speakers):
            if part.span:
                assert report.words(part.span.field)[part.span.start : part.span.end] == part.name
        for one in claim.quantities:
            assert report.words(one.span.field)[one.span.start : one.span.end] == one.words
        for place in claim.places:
            # A place is named as the gazetteer names it; its span leads to the page's own words.
            assert report.words(place.span.field)[place.span.start : place.span.end].strip()
        if claim.cue:
            assert (
                report.words(claim.cue.span.field)[claim.cue.span.start : claim.cue.span.end] == claim.cue.text
            )


def test_every_sentence_of_the_brief_cites_claims_that_exist(tmp_path: Path) -> None:
    assessed, _ = assess_inputs([written(tmp_path / "rows.jsonl", ROWS)], QUESTION, settings(tmp_path))
    held = set(assessed.evidence.claims)
    sentences, sections = 0, list(assessed.brief.sections)
    while sections:
        section = sections.pop()
        sections += section.subsections
        for sentence in section.sentences:
            assert sentence.claim_ids or sentence.about == "coverage"
            assert set(sentence.claim_ids) <= held
            sentences += 1
        for table in section.tables:
            for row in table.rows:
                assert set(row.claim_ids) <= held
    assert sentences > 20


def test_bad_input_becomes_gaps_and_the_rest_is_done(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "empty.txt").write_bytes(b"")
    (tmp_path / "in" / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "in" / "french.txt").write_text(
        "Le ministre a déclaré mardi que les troupes avaient quitté la ville."
    )
    rows = [
        ROWS[0],
        '{"id": "broken", "text": ',
        '{"id": "no text"}',
        '{"id": "later", "published": "2999-01-01", "text": "The bridge was closed, the mayor said."}',
    ]
    written(tmp_path / "in" / "rows.jsonl", rows)
    collected = claims_of([str(tmp_path / "in")], settings(tmp_path))
    reasons = {Path(gap.subject.split(":")[0]).name: gap.reason for gap in collected.gaps}
    assert {"empty.txt", "binary.txt"} <= set(reasons)
    assert any("future" in gap.reason for gap in collected.gaps)
    assert any(
        "rows.jsonl" in gap.subject and ("2" in gap.subject or "2" in gap.detail) for gap in collected.gaps
    )
    assert len(collected.gaps) >= 6
    assert {"K001", "later"} <= {claim.report_id for claim in collected.claims}


def test_input_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="no such file"):
        claims_of([str(tmp_path / "missing.jsonl")], settings(tmp_path))
    with pytest.raises(InvalidInput, match="no report in"):
        assess_inputs([written(tmp_path / "rows.jsonl", [])], QUESTION, settings(tmp_path))


def test_files_of_a_brief_appear_whole(tmp_path: Path) -> None:
    assessed, _ = assess_inputs([written(tmp_path / "rows.jsonl", ROWS[:5])], QUESTION, settings(tmp_path))
    paths = write_brief(assessed, tmp_path / "out")
    assert [path.name for path in paths] == ["brief.html", "brief.md", "situation.json", "inputs.json"]
    assert not list((tmp_path / "out").glob("*.part"))
    blocked = tmp_path / "file"
    blocked.write_text("")
    with pytest.raises(InvalidInput, match="--out"):
        write_brief(assessed, blocked / "out")


@pytest.mark.slow
def test_a_killed_run_loses_nothing_committed_and_the_next_completes(tmp_path: Path) -> None:
    path = written(tmp_path / "rows.jsonl", ROWS)
    command = [
        sys.executable,
        "-m",
        "trendechos",
        "claims",
        path,
        "--store",
        str(tmp_path / "store.sqlite"),
        "--quiet",
    ]
    environment = {**os.environ, "TRENDECHOS_BATCH_WORDS": "200"}
    held = 0
    for pause in (1.6, 1.9, 2.2):
        process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
        time.sleep(pause)
        process.send_signal(signal.SIGKILL)
        process.wait()
        now = _claims_held(tmp_path / "store.sqlite")
        assert now >= held
        held = now
    undisturbed = claims_of([path], settings(tmp_path / "other"))
    finished = claims_of([path], settings(tmp_path))
    assert [dumps(claim) for claim in finished.claims] == [dumps(claim) for claim in undisturbed.claims]


def _claims_held(path: Path) -> int:
    if not path.exists():
        return 0
    with sqlite3.connect(path) as connection:
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'claims'").fetchone():
            return 0
        return int(connection.execute("SELECT count(*) FROM claims").fetchone()[0])
