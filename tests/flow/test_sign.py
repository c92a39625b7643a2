from __future__ import annotations

import json
from pathlib import Path

import pytest

from trendechos.errors import InvalidInput
from trendechos.flow.assess import Question
from trendechos.flow.run import assess_inputs, write_brief
from trendechos.flow.sign import sign, verify
from trendechos.settings import Settings
from trendechos.store import open_store

ROWS = [
    {"id": "a", "published": "2024-05-01", "text": "The river will rise by Friday, the mayor said."},
    {"id": "b", "published": "2024-05-03", "text": "Two bridges are closed, the police said."},
]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    rows = tmp_path / "rows.jsonl"
    rows.write_text("".join(json.dumps(row) + "\n" for row in ROWS), encoding="utf-8")
    settings = Settings(store=str(tmp_path / "made.sqlite"), executor="serial")
    assessed, _ = assess_inputs([str(rows)], Question(title="Flood"), settings)
    write_brief(assessed, tmp_path / "out")
    return tmp_path / "out"


def test_a_signature_keeps_name_remarks_files_and_reports(out: Path) -> None:
    body = json.loads(sign(out, " A.  Analyst ", "second look").read_text(encoding="utf-8"))
    assert (body["signed_by"], body["remarks"], body["title"]) == ("A. Analyst", "second look", "Flood")
    assert body["files"].keys() == {"brief.html", "brief.md", "situation.json", "inputs.json"}
    assert [report["report_id"] for report in body["reports"]] == ["a", "b"]
    found = verify(out)
    assert (found.changed, found.files, found.reports) == ((), 4, 2)
    assert "not checked" in found.notes[0]


@pytest.mark.parametrize("name", ["brief.html", "brief.md", "situation.json", "inputs.json"])
def test_any_changed_file_is_told(out: Path, name: str) -> None:
    sign(out, "A")
    with (out / name).open("a", encoding="utf-8") as stream:
        stream.write(" ")
    assert verify(out).changed == (f"{name} was changed",)
    (out / name).unlink()
    assert verify(out).changed == (f"{name} is missing",)


def test_a_changed_signature_is_told(out: Path) -> None:
    path = sign(out, "A")
    path.write_text(path.read_text(encoding="utf-8").replace('"A"', '"B"'), encoding="utf-8")
    assert verify(out).changed == ("signature.json itself was changed",)


def test_the_store_is_checked_report_by_report(out: Path, tmp_path: Path) -> None:
    sign(out, "A")
    assert verify(out, tmp_path / "made.sqlite").changed == ()
    open_store(str(tmp_path / "other.sqlite")).close()
    changed = verify(out, tmp_path / "other.sqlite").changed
    assert changed == tuple(f"report {one}: this version is no longer in the store" for one in "ab")


def test_nothing_is_signed_twice_without_a_name_or_without_a_brief(out: Path, tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="--name"):
        sign(out, "  ")
    with pytest.raises(InvalidInput, match="no brief here"):
        sign(tmp_path, "A")
    with pytest.raises(InvalidInput, match="nobody has signed"):
        verify(out)
    sign(out, "A")
    with pytest.raises(InvalidInput, match="signed already"):
        sign(out, "B")


def test_a_signed_folder_takes_no_other_brief(out: Path, tmp_path: Path) -> None:
    sign(out, "A")
    settings = Settings(store=str(tmp_path / "made.sqlite"), executor="serial")
    assessed, _ = assess_inputs([str(tmp_path / "rows.jsonl")], Question(), settings)
    with pytest.raises(InvalidInput, match="give another --out"):
        write_brief(assessed, out)


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"format": "other", "files": {}}'])
def test_what_is_no_signature_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "signature.json").write_text(content, encoding="utf-8")
    with pytest.raises(InvalidInput):
        verify(tmp_path)
