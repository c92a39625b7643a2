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


def test_an_address_that_is_taken_is_told_before_anything_starts(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        ended = run("--port", port, "--store", str(tmp_path / "s.sqlite"))
    assert (ended.returncode, ended.stdout) == (2, "")
    assert f"port {port}: address already in use; give another --port" in ended.stderr


def below(pid: int) -> set[int]:
    """The processes that a process started, and those that they started."""
    listed = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=False
    )
    children = {int(line) for line in listed.stdout.split()}
    return children.union(*(below(child) for child in children)) if children else set()


def alive(pid: int) -> bool:
    state = Path(f"/proc/{pid}/stat")
    try:
        return state.read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="reads processes from /proc")
@pytest.mark.parametrize("ended_by", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_it_reads_assesses_and_shows_and_leaves_no_process(tmp_path: Path, ended_by: signal.Signals) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    file = tmp_path / "reports.jsonl"
    file.write_text('{"text": "The mayor said that two bridges are closed.", "published": "2025-01-02"}\n')
    command = [sys.executable, "-m", "trendechos", "serve", str(file), "--title", "Bridges", "--quiet"]
    process = subprocess.Popen([*command, "--port", str(port), "--store", str(tmp_path / "s.sqlite")])
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
        started = below(process.pid)
        assert started, "the worker is a process of its own"
    finally:
        process.send_signal(ended_by)
        process.wait(20)
    # Killed, the server cannot end its worker: that one sees it and goes by itself.
    patience = time.monotonic() + (10 if ended_by == signal.SIGKILL else 2)
    while any(map(alive, started)) and time.monotonic() < patience:
        time.sleep(0.1)
    assert [pid for pid in started if alive(pid)] == []
