from __future__ import annotations

from pathlib import Path

import pytest
from tests.batch.dying import die_always, die_once

from trendechos.batch import Processes, Serial, choose
from trendechos.errors import InvalidInput, StopRun


def double(number: int) -> int:
    return number * 2


@pytest.mark.parametrize("executor", [Serial(), Processes(2)], ids=["serial", "processes"])
def test_results_keep_the_order_of_the_batches(executor: Serial | Processes) -> None:
    assert list(executor.map(double, range(9))) == [0, 2, 4, 6, 8, 10, 12, 14, 16]
    executor.close()


def test_a_killed_worker_costs_a_retry_and_nothing_else(tmp_path: Path) -> None:
    executor = Processes(2)
    markers = [str(tmp_path / name) for name in ("one", "two", "three")]
    assert list(executor.map(die_once, markers)) == ["one", "two", "three"]
    executor.close()


def test_a_batch_that_always_kills_its_worker_stops_the_run() -> None:
    executor = Processes(1)
    with pytest.raises(StopRun, match="--executor serial"):
        list(executor.map(die_always, [1]))


@pytest.mark.parametrize(("name", "words", "kind"), [
    ("auto", 100, "serial"), ("serial", 10**9, "serial"), ("processes:3", 0, "processes"),
])  # fmt: skip
def test_an_executor_is_chosen_by_name(name: str, words: int, kind: str) -> None:
    assert choose(name, words=words).name == kind


@pytest.mark.parametrize("name", ["", "threads", "processes:none", "processes:0", "serial:2"])
def test_an_unknown_executor_is_refused(name: str) -> None:
    with pytest.raises(InvalidInput, match="processes:N"):
        choose(name)
