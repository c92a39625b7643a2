"""Groups found by any executor are those found in one go."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from trendechos import echoes
from trendechos.batch import Executor, Processes, Serial, choose
from trendechos.flow.collect import collect
from trendechos.flow.compare import grouped, parts
from trendechos.flow.work import Batch, read_batch
from trendechos.records import Claim, EchoGroup, Report
from trendechos.settings import Settings

EXAMPLE = Path(__file__).parents[2] / "examples" / "kursk-2024" / "reports.jsonl"


class TwoWorkers(Serial):
    """Says that it has two workers, so that claims are sent in parts."""

    workers = 2


@pytest.fixture(scope="module")
def found() -> tuple[dict[str, Claim], dict[str, Report], tuple[EchoGroup, ...]]:
    reports, _ = collect([str(EXAMPLE)], Settings(), today="2999-12-31")
    reads = read_batch(Batch(tuple(reports), {}, "")).reads
    claims = {claim.claim_id: claim for read in reads for claim in read.claims}
    # The same matter under other names shares few keys with it.
    for claim in list(claims.values())[::3]:
        speaker = replace(claim.speaker, canonical=f"{claim.speaker.canonical} II", party="ZZZ")
        other = replace(claim, claim_id=f"other-{claim.claim_id}", speaker=speaker, places=(), chain=())
        claims[other.claim_id] = other
    pages = {report.report_id: report for report in reports}
    return claims, pages, echoes.join(claims, reports=pages)


@pytest.fixture(
    params=["serial", "processes", pytest.param("dask", marks=[pytest.mark.dask, pytest.mark.slow])]
)
def executor(request: pytest.FixtureRequest) -> Iterator[Executor]:
    if request.param == "dask":
        pytest.importorskip("distributed")
    made: Executor = {"serial": TwoWorkers, "processes": lambda: Processes(2), "dask": lambda: choose("dask")}[
        request.param
    ]()
    yield made
    made.close()


def test_any_executor_finds_the_same_groups(found, executor: Executor) -> None:
    claims, pages, expected = found
    assert any(len(group.claim_ids) > 2 for group in expected)
    assert grouped(claims, pages, executor, least=1).groups == expected


def test_parts_hold_every_claim_once_and_share_no_key(found) -> None:
    claims, pages, _ = found
    some = list(parts(claims, pages, 8))
    assert len(some) > 1
    assert sorted(claim.claim_id for part in some for claim in part.claims) == sorted(claims)
    held = [{key for claim in part.claims for key in echoes.keys(claim)} for part in some]
    assert sum(map(len, held)) == len(set().union(*held))
    assert {claim.report_id for part in some for claim in part.claims} <= {
        report_id for part in some for report_id in part.reports
    }


def test_few_claims_are_grouped_here(found) -> None:
    claims, pages, expected = found
    assert grouped(claims, pages, None).groups == grouped(claims, pages, TwoWorkers()).groups == expected
