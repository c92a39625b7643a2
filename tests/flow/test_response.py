"""What parties did, announced, weighed and were asked to do, from words to response: response.tsv."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.build import report

from trendechos.flow import api


def cases() -> Iterator[tuple[str, ...]]:
    for line in (Path(__file__).parent / "response.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield tuple(line.split("\t"))


def test_every_answer_stands_under_its_actor_and_status() -> None:
    listed = list(cases())
    pages = {
        f"r{at}": report(case[-1], "2025-03-04", report_id=f"r{at}", title="", outlet=f"Paper {at}")
        for at, case in enumerate(listed)
    }
    claims = {at: api.find([page]) for at, page in pages.items()}
    wrong = []
    for at, (actor, status, kind, text) in zip(pages, listed, strict=True):
        found = api.assess_claims([pages[at]], claims[at], api.Question()).situation.response
        answers = {(one.actor, "refused" if one.refused else one.status, one.type) for one in found}
        if (answers or {("-", "-", "-")}) != {(actor, status, kind)}:
            wrong.append((text, sorted(answers)))
    assert wrong == []


@pytest.mark.parametrize("status", ["done", "announced", "considered", "demanded", "refused"])
def test_cases_of_every_status(status: str) -> None:
    assert sum(case[1] == status for case in cases()) >= 4
