"""`trendechos serve`: what it refuses, and that it starts, shows and ends."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

import pytest


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "trendechos", "serve", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.1", "::", "example.org"])
def test_open_to_others_it_does_not_start_without_a_secret(tmp_path: Path, host: str) -> None:
    ended = run("--host", host, "--store", str(tmp_path / "s.sqlite"))
    assert ended.returncode == 2
    assert "--token or --password-file" in ended.stderr


def test_an_input_without_reports_is_refused(tmp_path: Path) -> None:
    ended = run(str(tmp_path), "--store", str(tmp_path / "s.sqlite"))
    assert ended.returncode == 2
    assert "no report" in ended.stderr


def test_it_reads_assesses_and_shows_and_leaves_no_process(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    file = tmp_path / "reports.jsonl"
    file.write_text('{"text": "The mayor said that two bridges are closed.", "published": "2025-01-02"}\n')
    command = [
        sys.executable,
        "-m",
        "trendechos",
        "serve",
        str(file),
        "--title",
        "Bridges",
        "--port",
        str(port),
    ]
    process = subprocess.Popen([*command, "--store", str(tmp_path / "s.sqlite"), "--quiet"])
    try:
        for _ in range(200):
            try:
                with urlopen(f"http://127.0.0.1:{port}/s/bridges") as answer:
                    page = answer.read().decode()
                    if answer.status == 200:
                        break
            except OSError:
                page = ""
            time.sleep(0.3)
        assert "Bottom line" in page
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(20)
    workers = subprocess.run(["ps", "-o", "pid=", "--ppid", str(process.pid)], capture_output=True, check=False)
    assert workers.stdout == b""
