"""`init`, `check`, `watch` and `add` as a user runs them."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
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
        assert first.stdout.startswith("1 source asked, 2 new entries, 2 reports read, 2 taken, 0 refused.")
        (tmp_path / "row.jsonl").write_text(
            '{"id": "b", "text": "The budget was agreed, the minister said."}\n'
        )
        more = run("add", "floods.toml", "row.jsonl")
        assert "1 report and 0 addresses added" in more.stdout
        assert "0 taken, 1 refused" in more.stdout
    refused = json.loads(run("watch", "floods.toml", "--list", "refused", "--format", "jsonl").stdout)
    assert refused["why"] == "speaks to none of the terms: river"
    assert run("watch", "floods.toml", "--take", "b", "--by", "Ada").exit_code == 0
    assert isinstance(run("watch", "floods.toml", "--take", "none").exception, NotFound)
    shown = run("watch", "floods.toml", "--status", "--format", "jsonl").stdout
    rows = [json.loads(line) for line in shown.splitlines()]
    assert sum(row["taken"] for row in rows) == 3


def situation_at(base: str, folder: Path, *paths: str, more: str = "") -> Path:
    sources = "".join(f'[[sources]]\nurl = "{base}{path}"\n' for path in paths)
    file = folder / "floods.toml"
    file.write_text(
        f'title = "Floods"\n{sources}[politeness]\ndelay_seconds = 0\nallow_hosts = ["127.0.0.1"]\n{more}'
    )
    return file


def test_sources_that_fail_are_named_with_the_reason(tmp_path: Path, run: Callable[..., Result]) -> None:
    with serving() as site:
        site.feed([1])
        site.put("/down", "x", status=500)
        situation_at(site.base, tmp_path, "/feed", "/down")
        first = run("watch", "floods.toml", "--once").stdout.splitlines()
        assert first == [
            "2 sources asked, 1 failed, 1 new entry, 1 report read, 1 taken, 0 refused.",
            f"  {site.base}/down: the server answered 500",
        ]
        idle = run("watch", "floods.toml", "--once").stdout
        assert idle.startswith("Nothing was due; the next is due at 20")
        site.feed([1, 2], "/down")
        again = run("watch", "floods.toml", "--now").stdout
        assert again == "2 sources asked, 2 new entries, 1 report read, 1 taken, 0 refused.\n"
        site.put("/down", "x", status=404)
        run("watch", "floods.toml", "--now")
    status = run("watch", "floods.toml", "--status").stdout
    assert f"  {site.base}/down: failing, 1 in a row: the server answered 404" in status


@pytest.mark.parametrize("ended_by", [signal.SIGINT, signal.SIGTERM])
def test_ended_at_the_keyboard_nothing_is_lost_and_nothing_stays_leased(ended_by: int, tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "TRENDECHOS_STORE": str(tmp_path / "s.sqlite"),
        "TRENDECHOS_EXECUTOR": "serial",
    }
    with serving() as site:
        site.feed([1, 2, 3])
        site.pages["/2"].slow = 30
        file = situation_at(site.base, tmp_path, "/feed")
        command = [sys.executable, "-m", "trendechos", "watch", str(file)]
        with subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        ) as child:  # fmt: skip
            patience = time.monotonic() + 60
            while not site.asked["/2"] and time.monotonic() < patience:
                time.sleep(0.02)
            child.send_signal(ended_by)
            sent_at = time.monotonic()
            told, complained = child.communicate(timeout=60)
            # It does not wait for the page that takes half a minute.
            assert time.monotonic() - sent_at < 15
        assert child.returncode == 130, complained
        assert told.startswith("Watching 1 source of 'Floods'; Ctrl-C ends it")
        assert "interrupted; what was fetched is kept" in complained
        site.pages["/2"].slow = 0
        again = subprocess.run(
            [*command, "--once"], env=environment, capture_output=True, text=True, check=True
        ).stdout  # fmt: skip
        assert again.endswith(" read, 3 taken, 0 refused.\n"), again
        assert site.sent["/1"] == 1
