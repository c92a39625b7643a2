"""The ledger of watching, on every backend."""

from __future__ import annotations

import json
from dataclasses import replace

from tests.build import report

from trendechos.store import Store
from trendechos.store.watching import Gone, Notice, Volume, WatchedFeed, WatchedItem

NOON, ONE, TWO, LATE = (f"2024-11-05T{hour}:00:00Z" for hour in (12, 13, 14, 23))
FEED = WatchedFeed("river", "https://a.example/feed", "auto", NOON)


def item(key: str, **fields: object) -> WatchedItem:
    return replace(WatchedItem("river", FEED.url, key, "print", "{}", NOON, NOON), **fields)


def test_a_source_is_leased_once_until_its_lease_ends(store: Store) -> None:
    with store.writer() as writer:
        writer.watching.add_feeds([FEED, replace(FEED, url="https://b.example/feed", next_due=TWO)])
        writer.watching.add_feeds([replace(FEED, kind="opml")])
    with store.writer() as writer:
        leased = writer.watching.lease_feeds("river", NOON, until=ONE, latest=LATE)
        assert leased == [replace(FEED, lease_until=ONE)]
        assert writer.watching.lease_feeds("river", NOON, until=ONE, latest=LATE) == []
        assert len(writer.watching.lease_feeds("river", ONE, until=TWO, latest=LATE)) == 1
        writer.watching.release_feeds("river", [FEED.url])
        assert len(writer.watching.lease_feeds("river", NOON, until=ONE, latest=LATE)) == 1
        assert writer.watching.feeds("other") == []


def test_a_clock_that_ran_ahead_starves_nothing(store: Store) -> None:
    ahead = "2031-01-01T00:00:00Z"
    with store.writer() as writer:
        writer.watching.add_feeds([replace(FEED, next_due=ahead, lease_until=ahead)])
        writer.watching.keep_items([item("1", next_due=ahead)])
        assert len(writer.watching.lease_feeds("river", NOON, until=ONE, latest=LATE)) == 1
        assert len(writer.watching.lease_items("river", NOON, until=ONE, latest=LATE, limit=9)) == 1


def test_items_are_kept_found_and_counted(store: Store) -> None:
    url = "https://a.example/1"
    with store.writer() as writer:
        writer.watching.keep_items(item(str(number)) for number in range(1500))
        writer.watching.keep_items([item("1", state="taken", url=url, why="river", told=False)])
        writer.watching.keep_items([item("2", state="joined", url=url, next_due="")])
    with store.view() as view:
        assert view.watching.tally("river") == {FEED.url: {"waiting": 1498, "taken": 1, "joined": 1}}
        assert view.watching.known("river", FEED.url, ["1", "none"]).keys() == {"1"}
        assert view.watching.at("river", [url])[url].key == "1"
        assert [one.key for one in view.watching.untold("river")] == ["1"]
        assert len(view.watching.items("river", states=["taken", "joined"])) == 2


def test_due_items_are_leased_unvisited_first(store: Store) -> None:
    with store.writer() as writer:
        writer.watching.keep_items(
            [item("a", visits=2), item("b"), item("c", next_due=TWO), item("d", next_due="")]
        )
        leased = writer.watching.lease_items("river", NOON, until=ONE, latest=LATE, limit=9)
        assert [one.key for one in leased] == ["b", "a"]
        assert writer.watching.lease_items("river", NOON, until=ONE, latest=LATE, limit=9) == []
        assert len(writer.watching.lease_items("river", ONE, until=TWO, latest=LATE, limit=1)) == 1


def test_notices_and_removals_are_kept_once(store: Store) -> None:
    notice = Notice("n1", "river", NOON, "removed", "r1", "{}", "waiting")
    gone = Gone("river", "r1", None, 410, NOON)
    with store.writer() as writer:
        writer.watching.add_notices([notice])
        writer.watching.add_notices([replace(notice, state="kept")])
        assert writer.watching.notices("river", states=["waiting"]) == [notice]
        writer.watching.keep_notice(replace(notice, state="sent", tries=1))
        assert writer.watching.notices("river", states=["waiting"]) == []
        writer.watching.keep_gone(gone)
        writer.watching.keep_gone(replace(gone, returned_at=ONE))
        assert writer.watching.gone("river") == [replace(gone, returned_at=ONE)]


def noticed(kind: str, when: str, report_id: str = "r1", **body: object) -> Notice:
    return Notice(f"{kind} {when} {report_id}", "river", when, kind, report_id, json.dumps(body), "kept")


def test_every_time_that_a_page_was_gone_is_told_with_its_days(store: Store) -> None:
    gone = {"url": "https://a.example/1", "status": 410, "was": "taken", "version_id": "v1"}
    days = [f"2024-11-0{day}T12:00:00Z" for day in range(1, 8)]
    with store.writer() as writer:
        writer.watching.add_notices([
            noticed("removed", days[0], **gone), noticed("returned", days[2]),
            noticed("removed", days[4], **gone),
            noticed("removed", days[5], "r2", url=None, status=404, was="refused"), noticed("version", days[1]),
        ])  # fmt: skip
        found = writer.watching.removals("river")
        assert [(one.report_id, one.noticed_at, one.returned_at) for one in found] == [
            ("r1", days[0], days[2]), ("r1", days[4], None), ("r2", days[5], None),
        ]  # fmt: skip
        assert (found[0].url, found[0].status, found[0].was, found[0].version_id) == tuple(gone.values())
        assert found[2].was == "refused"
        (early,) = writer.watching.removals("river", as_of="2024-11-02")
        assert early.returned_at is None
        assert writer.watching.removals("river", as_of="2024-10-31") == []


def test_volume_counts_every_page_seen_once_also_the_refused(store: Store) -> None:
    pages = [
        report("One.", "2024-11-04", report_id="1", outlet="A"),
        report("One, edited.", "2024-11-05", report_id="1", outlet="A"),
        report("Two.", "2024-11-04", report_id="2", outlet="A"),
        report("Three.", "2024-11-04", report_id="3", outlet="B"),
        report("Four.", None, report_id="4", outlet="B"),
    ]
    with store.writer() as writer:
        writer.add_reports(pages)
        assert writer.watching.volume("river") == []
        states = zip(("taken", "taken", "refused", "taken", "refused"), pages, strict=True)
        writer.watching.keep_items(
            item(str(number), state=state, report_id=one.report_id, version_id=one.version_id)
            for number, (state, one) in enumerate(states)
        )
        writer.watching.keep_items([item("never fetched", state="refused")])
        writer.pages.add_members("river", [pages[0], pages[1], pages[3]])
    with store.view() as view:
        assert view.watching.volume("river") == [
            Volume("", "B", 1, 0), Volume("2024-11-04", "A", 2, 1), Volume("2024-11-04", "B", 1, 1),
        ]  # fmt: skip
        assert view.watching.daily("river") == (("2024-11-04", 3),)
        assert {one.version_id for one in view.watching.versions("river", pages)} == {
            one.version_id for one in pages
        }
        assert view.watching.versions("other", pages) == []
