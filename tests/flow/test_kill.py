"""Killed at any moment, a run loses nothing committed, and the next one equals an undisturbed one."""

from __future__ import annotations

import os
import random
import signal
import time
from pathlib import Path

import pytest
from tests.build import report

from trendechos.batch import Serial
from trendechos.flow.read import Reader
from trendechos.flow.work import read_one
from trendechos.records.codec import dumps
from trendechos.store import open_store
from trendechos.store.schema import READINGS

KILLS = 50
PAGES = [
    report(
        f"The ministry of Valdoria said on Monday that {100 + number} men crossed the river at post {number}. "
        f"“We hold bridge {number},” Minister Ada Lorn said.",
        report_id=f"page-{number:02}",
        version_id=f"version-{number:02}",
        outlet="The Hill",
    )
    for number in range(12)
]
# Two of a kind, so that copies are killed too.
PAGES += [
    report(PAGES[number].text, report_id=f"copy-{number}", version_id=f"copied-{number}", outlet="Copy Post")
    for number in range(3)
]


def ingest(path: str) -> None:
    store = open_store(path)
    Reader(store, Serial(), batch_words=30).read(PAGES)
    store.close()


def killed_after(path: str, seconds: float) -> bool:
    """Ingests in a process that is killed after `seconds`; False when it was done before."""
    child = os.fork()
    if child == 0:
        try:
            ingest(path)
        finally:
            os._exit(0)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def held(path: str) -> dict[str, list[str]]:
    """The claims of each report that counts as read."""
    store = open_store(path)
    reader = Reader(store, Serial())
    with store.view() as view:
        unread = {one.report_id for one in view.unread(PAGES, reader.engine)}
        found = {
            one.report_id: [dumps(claim) for claim in view.claims([one], reader.engine)]
            for one in PAGES
            if one.report_id not in unread
        }
        assert len(found) == view.count(READINGS)
    store.close()
    return found


@pytest.mark.slow
def test_killed_at_any_moment_nothing_is_lost_or_half_written(tmp_path: Path) -> None:
    read_one(PAGES[0])  # loads the model before the first fork
    whole = str(tmp_path / "whole.sqlite")
    begun = time.perf_counter()
    ingest(whole)
    took = time.perf_counter() - begun
    expected = held(whole)
    assert len(expected) == len(PAGES)
    assert all(expected.values())
    chance = random.Random(8)
    kills = stores = 0
    while kills < KILLS:
        stores += 1
        path = str(tmp_path / f"{stores}.sqlite")
        before: dict[str, list[str]] = {}
        # Several kills in a row hit one store; then it is left to finish.
        for _ in range(5):
            kills += killed_after(path, chance.uniform(0, took))
            after = held(path)
            assert before.items() <= after.items() <= expected.items()
            before = after
        ingest(path)
        assert held(path) == expected
