"""Situations in the store, their pages, and when those are stale."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from tests.build import report

from trendechos import batch
from trendechos.errors import NotFound
from trendechos.flow.publish import publish, register, stale
from trendechos.flow.read import Reader
from trendechos.flow.worker import Worker
from trendechos.records import Submission
from trendechos.store import Store, open_store

ONE = report("The mayor said that two bridges in Nairobi are closed.", "2025-01-02", outlet="Post")
TWO = report("The mayor said that three bridges in Nairobi are closed.", "2025-01-03", outlet="Post")


def worker(store: Store) -> Worker:
    return Worker(store, Reader(store, batch.choose("serial", words=0)))


def test_a_situation_is_published_once_and_again_when_something_changed(tmp_path: Path) -> None:
    with closing(open_store(str(tmp_path / "store.sqlite"))) as store:
        work = worker(store)
        with store.writer() as writer:
            writer.add_reports([ONE, TWO])
            name = register(writer, [ONE], title="Bridges", about=None, made_at="1")
        assert name == "bridges"
        assert (work.step(), work.step()) == (1, 0)
        with store.view() as view:
            assert not stale(view, name, work.reader.engine)
            first = view.pages.get(name, "", "situation")
            assert first
            assert first.document["tiles"][0]["value"] == "1"
        with store.writer() as writer:
            writer.pages.want(name, "2025-01-02", "1")
            writer.pages.submit(
                Submission("s", name, "a.txt", b"Rain fell on Nairobi, the mayor said.", "Ada", "2")
            )
        assert work.step() == 3
        with store.view() as view:
            page = view.pages.get(name, "", "situation")
            day = view.pages.get(name, "2025-01-02", "situation")
            assert page
            assert day
            assert (page.document["tiles"][0]["value"], day.document["tiles"][0]["value"]) == ("2", "1")
            assert view.pages.submissions()[0].state == "done"
        with store.writer() as writer:
            register(writer, [TWO], title="Bridges", about=None, made_at="3")
        with store.view() as view:
            assert stale(view, name, work.reader.engine)


def test_what_is_not_known_is_said_so_and_an_empty_situation_waits(tmp_path: Path) -> None:
    with closing(open_store(str(tmp_path / "store.sqlite"))) as store:
        work = worker(store)
        with pytest.raises(NotFound):
            publish(store, "nothing", work.reader.engine)
        with store.writer() as writer:
            register(writer, [], title="", about=None, made_at="1")
            writer.pages.submit(Submission("s", "situation", "a.bin", b"\x00\x01", "Ada", "2"))
        assert work.step() == 1
        with store.view() as view:
            assert view.pages.submissions()[0].state == "refused"
