"""`init`, `check`, `watch` and `add` as a user runs them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.flow.site import serving
from typer.testing import CliRunner, Result

from trendechos.cli.app import app
from trendechos.errors import InvalidInput, NotFound


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Runs one command in this process, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TRENDECHOS_STORE", str(tmp_path / "store.sqlite"))
    monkeypatch.setenv("TRENDECHOS_EXECUTOR", "serial")
    return lambda *arguments: CliRunner().invoke(app, arguments)


def test_a_file_is_written_checked_and_not_overwritten(tmp_path: Path, run: Callable[..., Result]) -> None:
    assert run("init", "floods.toml").exit_code == 0
    assert "well" in run("check", "floods.toml").stdout
    assert isinstance(run("init", "floods.toml").exception, InvalidInput)
    (tmp_path / "floods.toml").write_text('titel = "x"\n')
    wrong = run("check", "floods.toml")
    assert wrong.exit_code == 2
    assert "floods.toml:1: there is no 'titel' at the top; did you mean 'title'?" in wrong.stdout


def test_watch_add_and_review(tmp_path: Path, run: Callable[..., Result]) -> None:
    with serving() as site:
        site.feed([1, 2])
        (tmp_path / "floods.toml").write_text(
            f'title = "Floods"\n[about]\nterms = ["river"]\n[[sources]]\nurl = "{site.base}/feed"\n'
            '[politeness]\ndelay_seconds = 0\nallow_hosts = ["127.0.0.1"]\n'
        )
        first = run("watch", "floods.toml", "--once")
        assert first.exit_code == 0, first.output
        assert first.stdout.startswith("1 sources asked, 2 new entries, 2 reports read, 2 taken, 0 refused.")
        (tmp_path / "row.jsonl").write_text(
            '{"id": "b", "text": "The budget was agreed, the minister said."}\n'
        )
        more = run("add", "floods.toml", "row.jsonl")
        assert "1 reports and 0 addresses added" in more.stdout
        assert "0 taken, 1 refused" in more.stdout
    refused = json.loads(run("watch", "floods.toml", "--list", "refused", "--format", "jsonl").stdout)
    assert refused["why"] == "speaks to none of the terms: river"
    assert run("watch", "floods.toml", "--take", "b", "--by", "Ada").exit_code == 0
    assert isinstance(run("watch", "floods.toml", "--take", "none").exception, NotFound)
    shown = run("watch", "floods.toml", "--status", "--format", "jsonl").stdout
    rows = [json.loads(line) for line in shown.splitlines()]
    assert sum(row["taken"] for row in rows) == 3
