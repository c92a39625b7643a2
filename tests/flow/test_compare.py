"""Echoes found by any executor are those found one by one."""

from __future__ import annotations

from pathlib import Path

import pytest

from trendechos import echoes
from trendechos.batch import Processes, Serial, choose
from trendechos.flow import compare
from trendechos.flow.collect import collect
from trendechos.flow.work import Batch, read_batch
from trendechos.records import Claim, Echo, Report
from trendechos.settings import Settings

EXAMPLE = Path(__file__).parents[2] / "examples" / "kursk-2024" / "reports.jsonl"


@pytest.fixture(scope="module")
def found() -> tuple[list[Claim], dict[str, Report], list[Echo]]:
    reports, _ = collect([str(EXAMPLE)], Settings(), today="2999-12-31")
    reads = read_batch(Batch(tuple(reports[:30]), {}, "")).reads
    claims = [claim for read in reads for claim in read.claims]
    pages = {report.report_id: report for report in reports}
    return claims, pages, list(echoes.compare(echoes.pairs(claims), reports=pages))


def test_serial_batches_equal_one_by_one(found: tuple[list[Claim], dict[str, Report], list[Echo]]) -> None:
    claims, pages, expected = found
    assert expected
    assert list(compare.compare(claims, pages, Serial())) == expected


def test_processes_equal_serial(found: tuple[list[Claim], dict[str, Report], list[Echo]]) -> None:
    claims, pages, expected = found
    executor = Processes(2)
    assert list(compare.compare(claims, pages, executor)) == expected
    executor.close()


@pytest.mark.dask
@pytest.mark.slow
def test_dask_equals_serial(found: tuple[list[Claim], dict[str, Report], list[Echo]]) -> None:
    claims, pages, expected = found
    executor = choose("dask")
    assert list(compare.compare(claims, pages, executor)) == expected
    executor.close()
