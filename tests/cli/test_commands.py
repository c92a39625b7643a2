"""The commands as a user runs them: a process of their own, its output, its exit status."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.main import get_command

from trendechos.cli.lazy import Interrupted, LazyGroup

EXAMPLE = Path(__file__).parents[2] / "examples" / "kursk-2024" / "reports.jsonl"
ROWS = EXAMPLE.read_text(encoding="utf-8").splitlines()[:6]


def run(*arguments: str, folder: Path, given: str = "") -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "TRENDECHOS_STORE": str(folder / "store.sqlite"), "COLUMNS": "100"}
    command = [sys.executable, "-m", "trendechos", *arguments]
    return subprocess.run(
        command, capture_output=True, text=True, input=given, env=environment, cwd=folder, check=False
    )


@pytest.fixture
def rows(tmp_path: Path) -> str:
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(ROWS) + "\n", encoding="utf-8")
    return str(path)


def test_brief_writes_three_files_and_says_so(tmp_path: Path, rows: str) -> None:
    done = run("brief", rows, "--out", "made", "--title", "Example", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert {path.name for path in (tmp_path / "made").iterdir()} >= {"brief.html", "brief.md", "situation.json"}
    assert "Example" in done.stdout
    assert "Read 6 of 6 reports" in done.stdout
    again = run("brief", rows, "--out", "made", "--title", "Example", folder=tmp_path)
    assert "Nothing read again: all 6 reports were read before" in again.stdout


@pytest.mark.parametrize(("command", "key"), [
    ("read", "sentences"), ("claims", "claim_id"), ("origins", "origin_id"),
])  # fmt: skip
def test_json_lines_pipe(tmp_path: Path, rows: str, command: str, key: str) -> None:
    done = run(command, rows, "--format", "jsonl", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    documents = [json.loads(line) for line in done.stdout.splitlines()]
    assert documents
    assert all(key in document for document in documents)


def test_the_situation_is_one_document(tmp_path: Path, rows: str) -> None:
    document = json.loads(run("situation", rows, folder=tmp_path).stdout)
    assert document["coverage"]["reports"] == 6
    assert {"propositions", "series", "timeline", "gaps", "predictions"} <= document.keys()


@pytest.mark.parametrize("command", ["read", "claims", "origins", "situation"])
def test_tables_are_for_people(tmp_path: Path, rows: str, command: str) -> None:
    done = run(command, rows, "--format", "table", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) > 5
    assert not done.stdout.startswith("{")


def test_origins_go_to_other_systems_with_codes_and_grades(tmp_path: Path, rows: str) -> None:
    done = run("origins", rows, "--format", "csv", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    found = list(csv.DictReader(io.StringIO(done.stdout)))
    assert found
    assert {one["admiralty_reliability"] for one in found} == {"F"}
    assert {one["admiralty_credibility"] for one in found} <= {"1", "3", "6"}
    assert all(one["admiralty_credibility_reason"] for one in found)
    assert any(one["plover"] and one["cameo"] and one["goldstein_gdelt"] for one in found)


def test_standard_input_is_read(tmp_path: Path) -> None:
    done = run("claims", "-", folder=tmp_path, given="The bridge was closed on Monday, the mayor said.")
    (document,) = [json.loads(line) for line in done.stdout.splitlines()]
    assert document["speaker"]["name"] == "the mayor"


@pytest.mark.parametrize(("arguments", "status", "words"), [
    (("brief", "missing.jsonl"), 2, "no such file"),
    (("brief", "rows.jsonl", "--as-of", "5.11.2024"), 2, "YYYY-MM-DD"),
    (("brief", "rows.jsonl", "--as-of", "2023-02-29"), 2, "YYYY-MM-DD"),
    (("claims", "rows.jsonl", "--executor", "magic"), 2, "processes"),
    (("claims", "rows.jsonl", "--store", "mysql://x/y"), 1, "PostgreSQL"),
    (("claims", "rows.jsonl", "--format", "xml"), 2, "jsonl"),
    (("unheard-of",), 2, "No such command"),
    (("breif", "rows.jsonl"), 2, "Did you mean brief?"),
    (("claims", ""), 2, "without a name"),
    (("claims", "rows.jsonl/one"), 2, "cannot be read"),
    (("claims", "rows.jsonl", "--executor", "processes:x:"), 2, "processes:x:"),
    (("claims", "rows.jsonl", "--store", "rows.jsonl"), 1, "another kind of file"),
    (("brief", "rows.jsonl", "--out", "rows.jsonl"), 2, "give another --out"),
    (("situation", "rows.jsonl", "--as-of", "2024-11-05", "--since", "2024-11-06"), 2, "after --as-of"),
    (("brief", "rows.jsonl", "--as-of", "2020-01-01"), 2, "give a later --as-of"),
    (("brief", "rows.jsonl", "--about", "volcano"), 2, 'none of the 6 reports is about "volcano"'),
])  # fmt: skip
def test_errors_name_the_remedy_and_end_with_a_status(
    tmp_path: Path, rows: str, arguments: tuple[str, ...], status: int, words: str
) -> None:
    assert rows
    done = run(*arguments, folder=tmp_path)
    assert done.returncode == status
    assert words in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", ["claims", "read"])
def test_what_is_missing_from_a_result_is_told_even_when_quiet(tmp_path: Path, command: str) -> None:
    (tmp_path / "rows.jsonl").write_text(ROWS[0] + '\n{"id": "\\u001b[2J", "text": \n', encoding="utf-8")
    done = run(command, "rows.jsonl", "--quiet", folder=tmp_path)
    assert done.returncode == 0
    assert json.loads(done.stdout.splitlines()[0])["report_id"] == "K001"
    assert done.stderr.startswith("trendechos: rows.jsonl, line 2: not JSON")
    (tmp_path / "none.txt").write_text("")
    none = run(command, "none.txt", folder=tmp_path)
    assert (none.returncode, none.stdout) == (2, "")
    assert "no report in none.txt (none.txt: empty file)" in none.stderr


def test_output_holds_every_letter_whatever_the_locale(tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "PYTHONIOENCODING": "ascii",
        "TRENDECHOS_STORE": str(tmp_path / "store.sqlite"),
    }
    command = [sys.executable, "-m", "trendechos", "claims", "-"]
    text = "Škoda’s café was closed on Monday, the mayor said."
    done = subprocess.run(command, input=text.encode(), capture_output=True, env=environment, check=True)
    assert "Škoda’s café" in json.loads(done.stdout)["text"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_output_that_cannot_be_written_is_an_error_of_one_line(tmp_path: Path, rows: str) -> None:
    environment = {**os.environ, "TRENDECHOS_STORE": str(tmp_path / "store.sqlite")}
    command = [sys.executable, "-m", "trendechos", "claims", rows]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, env=environment, check=False)
    assert done.returncode == 1
    assert done.stderr.decode().splitlines() == ["trendechos: what was to be written: No space left on device"]


def test_a_closed_pipe_is_no_error(tmp_path: Path, rows: str) -> None:
    environment = {**os.environ, "TRENDECHOS_STORE": str(tmp_path / "store.sqlite")}
    shell = f"{sys.executable} -m trendechos claims {rows} | head -n 1"
    done = subprocess.run(["bash", "-c", shell], capture_output=True, text=True, env=environment, check=False)
    assert json.loads(done.stdout)["claim_id"]
    assert "Traceback" not in done.stderr


def test_hash_seeds_change_nothing(tmp_path: Path, rows: str) -> None:
    outputs = set()
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        command = [
            sys.executable,
            "-m",
            "trendechos",
            "situation",
            rows,
            "--store",
            str(tmp_path / seed),
            "--quiet",
        ]
        outputs.add(subprocess.run(command, capture_output=True, env=environment, check=True).stdout)
    assert len(outputs) == 1


def test_the_help_teaches(snapshot: object, tmp_path: Path) -> None:
    texts = [run(*arguments, "--help", folder=tmp_path).stdout for arguments in ((), ("brief",), ("claims",))]
    assert "\n".join(texts) == snapshot


def test_a_reader_that_goes_early_is_no_error(tmp_path: Path, rows: str) -> None:
    with _started("read", rows, folder=tmp_path) as child:
        assert child.stdout
        child.stdout.close()
        assert child.wait(60) == 0
        assert child.stderr
        assert child.stderr.read() == b""


def test_an_interruption_is_told_apart_from_an_end() -> None:
    def stop() -> None:
        raise KeyboardInterrupt

    class Stops(LazyGroup):
        def get_command(self, ctx: Any, cmd_name: str) -> Any:
            one = typer.Typer()
            one.command("stop")(stop)
            return get_command(one)

    with pytest.raises(Interrupted):
        Stops(name="trendechos").main(["stop"])


def _started(*arguments: str, folder: Path) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "TRENDECHOS_STORE": str(folder / "store.sqlite")}
    command = [sys.executable, "-m", "trendechos", *arguments]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, env=environment, cwd=folder)
