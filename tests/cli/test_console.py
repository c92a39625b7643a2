"""What is told of a run that nobody watches on a terminal."""

from __future__ import annotations

import time

import pytest

from trendechos.cli.console import progress, told_in_lines


def test_a_long_run_says_every_so_often_how_far_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    with told_in_lines(0.01) as told:
        told("read", 3, 40)
        written, until = "", time.monotonic() + 10
        while written.count("\n") < 2 and time.monotonic() < until:
            time.sleep(0.01)
            written += capsys.readouterr().err
    lines = written.splitlines()
    assert len(lines) >= 2
    assert all(line.startswith("trendechos: ") for line in lines)
    assert lines[-1].startswith("trendechos: reading reports: 3 of 40, after 0:0")


def test_a_short_run_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with progress(quiet=False) as told:
        told("read", 1, 1)
    with progress(quiet=True) as told:
        told("read", 1, 1)
    assert capsys.readouterr().err == ""
