from __future__ import annotations

from pathlib import Path

from tests.build import report

from trendechos.flow.seen import seen
from trendechos.records import Removed
from trendechos.store import open_store
from trendechos.store.watching import Notice, State, WatchedItem


def test_the_volume_is_that_of_the_outlets_taken_from_and_pages_gone_are_named(tmp_path: Path) -> None:
    pages = [
        report("On the river.", "2024-11-04", report_id="1", outlet="A"),
        report("On football.", "2024-11-04", report_id="2", outlet="A"),
        report("On chess.", "2024-11-04", report_id="3", outlet="B"),
    ]
    states: tuple[State, ...] = ("taken", "refused", "refused")
    store = open_store(str(tmp_path / "store.sqlite"))
    with store.writer() as writer:
        writer.add_reports(pages)
        writer.watching.keep_items(
            WatchedItem("river", "feed", one.report_id, "", "", "2024-11-04T00:00:00Z", "", state=state,
                        report_id=one.report_id, version_id=one.version_id)
            for one, state in zip(pages, states, strict=True)
        )  # fmt: skip
        writer.pages.add_members("river", pages[:1])
        body = '{"url": null, "status": 404, "was": "taken", "version_id": null}'
        writer.watching.add_notices([Notice("n", "river", "2024-11-09T08:00:00Z", "removed", "1", body)])
    with store.view() as view:
        found = seen(view, "river")
        assert found.volume == (("2024-11-04", 2),)
        assert found.removed == (Removed("1", "2024-11-09"),)
        assert seen(view, "other").volume == ()
    store.close()
