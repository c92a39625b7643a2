from __future__ import annotations

import multiprocessing
import resource
import signal
import sqlite3
from pathlib import Path

import pytest
from tests.build import report

from trendechos.errors import StoreError
from trendechos.store import open_store


@pytest.mark.parametrize("location", ["mysql://somewhere/db", "http://example.org/db"])
def test_other_databases_are_refused(location: str) -> None:
    with pytest.raises(StoreError, match=r"SQLite .* or PostgreSQL"):
        open_store(location)


def test_a_file_that_is_no_store_is_named(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("this is no database, however long the text in it may be " * 20)
    with pytest.raises(StoreError, match=r"notes\.txt"):
        open_store(str(path))


def test_a_store_of_a_later_release_is_refused(tmp_path: Path) -> None:
    path = str(tmp_path / "store.sqlite")
    open_store(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("INSERT INTO meta VALUES ('9999 from the future', 'applied')")
    connection.close()
    with pytest.raises(StoreError, match="update trendechos"):
        open_store(path)


def test_a_store_that_cannot_be_made_says_why(tmp_path: Path) -> None:
    blocker = tmp_path / "file"
    blocker.write_text("")
    with pytest.raises(StoreError, match="cannot make its folder"):
        open_store(str(blocker / "store.sqlite"))


def _write_many(path: str, name: str) -> None:
    store = open_store(path)
    for number in range(40):
        with store.writer() as writer:
            writer.add_reports([report(f"{name} number {number}", report_id=f"{name}-{number}")])
    store.close()


def test_two_writers_and_a_reader_do_not_lose_or_fail(tmp_path: Path) -> None:
    path = str(tmp_path / "store.sqlite")
    store = open_store(path)
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_write_many, args=(path, name)) for name in ("a", "b")]
    for writer in writers:
        writer.start()
    seen = 0
    while any(writer.is_alive() for writer in writers):
        with store.view() as view:
            count = len(view.reports())
        assert count >= seen
        seen = count
    for writer in writers:
        writer.join()
    with store.view() as view:
        assert len(view.reports()) == 80
    store.close()
    assert [writer.exitcode for writer in writers] == [0, 0]


def test_a_store_opened_for_reading_refuses_to_write(tmp_path: Path) -> None:
    path = str(tmp_path / "store.sqlite")
    open_store(path).close()
    store = open_store(path, read_only=True)
    with pytest.raises(StoreError, match="check its permissions"), store.writer() as writer:
        writer.add_reports([report("A ferry sank.")])
    store.close()


def _write_until_full(path: str, limit: int) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    store = open_store(path)
    for number in range(1000):
        try:
            with store.writer() as writer:
                writer.add_reports([report(f"{number} " * 5000, report_id=f"page-{number}")])
        except StoreError as error:
            Path(path + ".txt").write_text(f"{number}\n{error}")
            break


def test_a_full_disk_is_named_and_loses_nothing(tmp_path: Path) -> None:
    path = str(tmp_path / "store.sqlite")
    full = multiprocessing.get_context("spawn").Process(target=_write_until_full, args=(path, 1_000_000))
    full.start()
    full.join()
    count, reason = Path(path + ".txt").read_text().split("\n", 1)
    assert "full" in reason
    store = open_store(path)
    with store.view() as view:
        assert sorted(one.report_id for one in view.reports()) == sorted(f"page-{n}" for n in range(int(count)))
    with store.writer() as writer:
        writer.add_reports([report("There is room again.")])
    store.close()


def test_a_server_that_does_not_answer_is_named() -> None:
    pytest.importorskip("psycopg")
    with pytest.raises(StoreError, match="no server answers there"):
        open_store("postgresql://nobody@127.0.0.1:9/none")
