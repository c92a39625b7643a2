"""The executor on real Dask: clusters of this machine, workers that are killed, a scheduler by address."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.batch.dying import die_always, die_once

from trendechos.batch import Dask, choose
from trendechos.batch.dask import IN_FLIGHT
from trendechos.errors import InvalidInput, StopRun

pytestmark = [pytest.mark.dask, pytest.mark.slow]
distributed = pytest.importorskip("distributed")


def double(number: int) -> int:
    return number * 2


def process(number: int) -> tuple[int, int]:
    time.sleep(0.05)
    return number, os.getpid()


@pytest.fixture(scope="module")
def dask() -> Iterator[Dask]:
    executor = Dask(workers=2)
    yield executor
    executor.close()


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """The address of a scheduler and its two workers, processes that nobody starts again."""
    notes = tmp_path / "scheduler.json"
    common = [sys.executable, "-W", "ignore", "-m"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    path = [str(Path(__file__).parents[2]), os.environ.get("PYTHONPATH", "")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, path))}
    given = ["--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(notes)]
    scheduler = subprocess.Popen([*common, "distributed.cli.dask_scheduler", *given], **quiet)
    given = ["--no-nanny", "--nthreads", "1", "--no-dashboard", "--scheduler-file", str(notes)]
    command = [*common, "distributed.cli.dask_worker", *given, "--local-directory", str(tmp_path)]
    workers = [subprocess.Popen(command, env=environment, **quiet) for _ in range(2)]
    with distributed.Client(scheduler_file=str(notes), timeout="60s", set_as_default=False) as client:
        client.wait_for_workers(2, timeout=60)
        address = client.scheduler.address
    yield address, workers
    for one in (*workers, scheduler):
        one.kill()
        one.wait()


def test_results_keep_the_order_and_few_batches_are_under_way(dask: Dask) -> None:
    taken = 0

    def batches() -> Iterator[int]:
        nonlocal taken
        for number in range(60):
            taken += 1
            yield number

    most = 0
    for given, result in enumerate(dask.map(double, batches())):
        assert result == 2 * given
        most = max(most, taken - given)
    assert most <= dask.workers * IN_FLIGHT == 4


def test_a_killed_worker_costs_a_retry_and_nothing_else(dask: Dask, tmp_path: Path) -> None:
    markers = [str(tmp_path / name) for name in ("one", "two", "three")]
    assert list(dask.map(die_once, markers)) == ["one", "two", "three"]


def test_a_batch_that_always_kills_its_worker_stops_the_run() -> None:
    executor = Dask(workers=2)
    with pytest.raises(StopRun, match="--executor serial"):
        list(executor.map(die_always, [1]))
    executor.close()


def test_half_of_a_cluster_dies_and_the_rest_does_the_work(cluster) -> None:
    address, workers = cluster
    executor = choose(f"dask:{address}")
    assert executor.workers == 2
    done = executor.map(process, range(40))
    first = [next(done) for _ in range(6)]
    assert {pid for _, pid in first} <= {one.pid for one in workers}
    workers[0].kill()
    results = [*first, *done]
    assert [number for number, _ in results] == list(range(40))
    assert results[-1][1] == workers[1].pid
    executor.close()


def test_an_address_where_nobody_answers_is_refused() -> None:
    with pytest.raises(InvalidInput, match="no scheduler answers"):
        Dask("tcp://127.0.0.1:9", patience="1s")


def test_without_dask_the_extra_is_named() -> None:
    code = (
        "import sys; sys.modules['distributed'] = None\n"
        "from trendechos.batch import choose\n"
        "from trendechos.errors import InvalidInput\n"
        "try: choose('dask')\n"
        "except InvalidInput as error: print(error)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "pip install 'trendechos[dask]'" in done.stdout
