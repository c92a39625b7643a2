"""Watching sources on loopback: whatever they serve is accounted for, once."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.flow.site import FakeClock, Reply, Site, article, rss, serving

from trendechos.flow.watch import Watcher
from trendechos.flow.watch_clock import Clock
from trendechos.flow.watch_decide import overrule
from trendechos.flow.watch_status import source_rows
from trendechos.store import Store
from trendechos.store.watching import WatchedItem

HOUR = 3600.0
MINUTE = 60.0
Begin = Callable[..., Watcher]


def rows(watcher: Watcher, state: str | None = None) -> list[WatchedItem]:
    with watcher.reader.store.view() as view:
        return view.watching.items(watcher.file.situation_id, states=[state] if state else None)


def members(watcher: Watcher) -> list[str]:
    with watcher.reader.store.view() as view:
        return [report.title or "" for report in view.pages.members(watcher.file.situation_id)]


def status(watcher: Watcher, clock: FakeClock) -> dict[str, dict]:
    shown = source_rows(watcher.reader.store, watcher.file, Clock(clock.now).stamp())
    return {row["url"].rpartition("/")[2]: row for row in shown}


def balanced(watcher: Watcher) -> bool:
    """What was served equals what is accounted for, source by source."""
    with watcher.reader.store.view() as view:
        feeds = view.watching.feeds(watcher.file.situation_id)
        tally = view.watching.tally(watcher.file.situation_id)
    return all(
        feed.served == sum(tally.get(feed.url, {}).values()) + feed.known + feed.changed + feed.left_out
        for feed in feeds
    )


def test_everything_is_taken_once_even_with_one_time_stamp(site: Site, clock: FakeClock, begin: Begin) -> None:
    site.feed([1, 2, 3], etag='"a"')
    watcher = begin()
    first = watcher.once()
    assert (first.polled.new, first.fetched, first.decided.taken) == (3, 3, 3)
    clock.time += 20 * MINUTE
    second = watcher.once()
    assert (second.polled.new, second.fetched) == (0, 0)
    site.feed([1, 2, 3, 4], etag='"b"')
    clock.time += 20 * MINUTE
    third = watcher.once()
    assert (third.polled.new, third.fetched, third.decided.taken) == (1, 1, 1)
    assert members(watcher).count("Flood report 1") == 1
    assert len(members(watcher)) == 4
    assert site.sent["/feed"] == 2
    assert [site.asked[f"/{number}"] for number in (1, 2, 3, 4)] == [1, 1, 1, 1]
    assert balanced(watcher)


def test_nothing_is_asked_before_it_is_due(site: Site, clock: FakeClock, begin: Begin) -> None:
    site.feed([1])
    watcher = begin()
    watcher.once()
    clock.time += 14 * MINUTE
    assert watcher.once().polled.asked == 0
    clock.time += MINUTE
    assert watcher.once().polled.asked == 1


def test_an_edited_page_is_a_version_with_a_diff_of_claims(site: Site, clock: FakeClock, begin: Begin) -> None:
    site.feed([1])
    watcher = begin()
    watcher.once()
    site.put(
        "/1",
        article(1).replace("About 101 people", "About 250 people").replace("The governor denied", "He denied"),
    )
    clock.time += 2 * HOUR
    again = watcher.once()
    assert (again.fetched, again.decided.taken, again.decided.versions) == (1, 1, 1)
    with watcher.reader.store.view() as view:
        reports = view.pages.members("floods")
        (notice,) = view.watching.notices("floods", states=["kept"])
    assert len({report.report_id for report in reports}) == 1
    assert len({report.version_id for report in reports}) == 2
    (change,) = json.loads(notice.body)["claims"]["changed"]
    assert "101" in change["before"]["text"]
    assert "250" in change["after"]["text"]
    assert balanced(watcher)


def test_a_removed_page_is_recorded_stays_and_may_return(site: Site, clock: FakeClock, begin: Begin) -> None:
    site.feed([1, 2])
    watcher = begin()
    watcher.once()
    kept = site.pages["/1"]
    site.pages["/1"] = Reply("gone", status=410)
    clock.time += 2 * HOUR
    watcher.once()
    (row,) = rows(watcher, "removed")
    assert row.url == f"{site.base}/1"
    assert "410" in row.why
    with watcher.reader.store.view() as view:
        (gone,) = view.watching.gone("floods")
        assert (gone.status, gone.returned_at) == (410, None)
    assert len(members(watcher)) == 2
    site.pages["/1"] = kept
    clock.time += 25 * HOUR
    watcher.once()
    assert rows(watcher, "removed") == []
    with watcher.reader.store.view() as view:
        assert view.watching.gone("floods")[0].returned_at
    assert len(members(watcher)) == 2


def test_a_failing_source_backs_off_is_shown_and_recovers(site: Site, clock: FakeClock, begin: Begin) -> None:
    site.put("/feed", "oops", status=500)
    watcher = begin()
    assert watcher.once().polled.failed == 1
    waits = []
    for _ in range(3):
        before = clock.time
        while not watcher.once().polled.asked:
            clock.time += 5 * MINUTE
            assert clock.time < before + 24 * HOUR
        waits.append(round((clock.time - before) / MINUTE))
    # Twice as long each time, up to a fifth less.
    assert all(0.8 * whole <= wait <= whole for wait, whole in zip(waits, (30, 60, 120), strict=True))
    shown = status(watcher, clock)["feed"]
    assert shown["health"].startswith("failing")
    assert "500" in shown["note"]
    site.feed([1])
    clock.time += 25 * HOUR
    assert watcher.once().decided.taken == 1
    assert status(watcher, clock)["feed"]["health"] == "well"


def test_a_silent_source_is_shown(site: Site, clock: FakeClock, begin: Begin) -> None:
    site.feed([1])
    watcher = begin()
    assert status(watcher, clock)["feed"]["health"] == "not asked yet"
    watcher.once()
    clock.time += 100 * HOUR
    watcher.once()
    assert status(watcher, clock)["feed"]["health"] == "silent for 4 days"


def test_a_host_that_asks_for_rest_gets_it_and_nothing_is_lost(
    site: Site, clock: FakeClock, begin: Begin
) -> None:
    site.feed([1, 2, 3])
    kept = site.pages["/1"]
    site.pages["/1"] = Reply("busy", status=429, headers={"Retry-After": "1800"})
    watcher = begin()
    first = watcher.once()
    assert first.fetched == 0
    assert (site.asked["/2"], site.asked["/3"]) == (0, 0)
    assert {row.state for row in rows(watcher)} == {"waiting"}
    clock.time += 10 * MINUTE
    watcher.once()
    assert site.asked["/1"] == 1
    site.pages["/1"] = kept
    clock.time += 25 * MINUTE
    assert watcher.once().decided.taken == 3
    assert balanced(watcher)


def test_requests_to_one_host_keep_their_distance(site: Site, clock: FakeClock, begin: Begin) -> None:
    site.feed([1, 2, 3])
    watcher = begin(polite="delay_seconds = 5\n")
    watcher.once()
    # robots.txt, the feed and three pages: four pauses of five seconds.
    assert clock.slept >= 20


def test_robots_are_obeyed_with_their_delay(site: Site, clock: FakeClock, begin: Begin) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /2\nCrawl-delay: 7\n", "text/plain")
    site.feed([1, 2])
    watcher = begin()
    watcher.once()
    (row,) = rows(watcher, "refused")
    assert "robots.txt" in row.why
    assert site.asked["/2"] == 0
    assert clock.slept >= 14
    assert balanced(watcher)


def test_without_robots_txt_for_certain_nothing_is_fetched(site: Site, clock: FakeClock, begin: Begin) -> None:
    site.put("/robots.txt", "down", status=503)
    site.feed([1])
    watcher = begin()
    assert watcher.once().polled.failed == 1
    assert site.asked["/feed"] == 0
    assert "robots.txt cannot be had" in status(watcher, clock)["feed"]["note"]


def test_bad_pages_are_refused_with_the_reason_and_the_rest_is_taken(
    site: Site, clock: FakeClock, begin: Begin
) -> None:
    site.feed(list(range(1, 9)))
    site.pages["/1"] = Reply(gzip.compress(b"\0" * 30_000_000), headers={"Content-Encoding": "gzip"})
    site.pages["/2"] = Reply("", status=302, headers={"Location": "/2"})
    site.pages["/3"] = Reply("film", "video/mp4")
    site.pages["/4"] = Reply("", status=302, headers={"Location": "http://169.254.169.254/"})
    site.pages["/5"] = Reply(article(5).replace("mayor", "maître").encode("latin-1"), "text/html")
    site.pages["/6"] = Reply(b"\x00\x01\x02" * 500, "text/html")
    site.pages["/7"] = Reply("", status=404)
    watcher = begin(polite="max_bytes = 1_000_000\ntimeout_seconds = 5\n")
    for _ in range(6):
        watcher.once()
        clock.time += 3 * HOUR
    refused = {row.key: row.why for row in rows(watcher, "refused")}
    assert refused.keys() == {"g-1", "g-2", "g-3", "g-4", "g-6", "g-7"}
    expected = {"g-1": "larger than", "g-2": "redirects", "g-3": "video/mp4", "g-4": "not a public address",
                "g-6": "binary", "g-7": "404"}  # fmt: skip
    assert all(reason in refused[key] for key, reason in expected.items())
    assert sorted(members(watcher)) == ["Flood report 5", "Flood report 8"]
    assert balanced(watcher)


def test_ten_thousand_entries_are_all_accounted_for(site: Site, clock: FakeClock, begin: Begin) -> None:
    lines = "".join(f"<url><loc>{site.base}/{number}</loc></url>" for number in range(10_000))
    site.put("/map", f"<urlset>{lines}</urlset>", "application/xml")
    for number in range(10_000):
        site.pages[f"/{number}"] = Reply("no", status=410)
    watcher = begin("/map", polite="max_pages = 30\n")
    for passes in (1, 2):
        watcher.once()
        found = rows(watcher)
        assert len(found) == 10_000
        assert sum(row.state == "refused" for row in found) == 30 * passes
        clock.time += 20 * MINUTE
    assert balanced(watcher)
    assert max(site.asked[f"/{number}"] for number in range(10_000)) == 1


def test_clock_skew_loses_nothing(site: Site, clock: FakeClock, begin: Begin) -> None:
    site.put("/1", article(1, date="2024-09-01"))
    site.put("/feed", rss(site.base, [1, 2], date="Mon, 04 Nov 2080 10:00:00 GMT"), "application/rss+xml")
    site.put("/2", article(2, date="2080-11-04"))
    watcher = begin()
    assert watcher.once().decided.taken == 2
    with watcher.reader.store.view() as view:
        dated = {report.title: report.published_on for report in view.pages.members("floods")}
    assert dated == {"Flood report 1": "2024-09-01", "Flood report 2": None}
    clock.time -= 30 * 24 * HOUR
    site.feed([1, 2, 3])
    assert watcher.once().decided.taken == 1
    assert balanced(watcher)


def test_an_interrupted_pass_is_taken_up_where_it_stopped(site: Site, clock: FakeClock, begin: Begin) -> None:
    site.feed([1, 2, 3, 4])

    def interrupt(stage: str, done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        begin().once(interrupt)
    watcher = begin()
    watcher.once()
    assert len(members(watcher)) == 4
    assert [site.sent[f"/{number}"] for number in (1, 2, 3, 4)] == [1, 1, 1, 1]
    assert {row.state for row in rows(watcher)} == {"taken"}
    assert balanced(watcher)


def test_one_page_in_two_feeds_is_fetched_once(site: Site, begin: Begin) -> None:
    site.feed([1, 2])
    site.put("/world", rss(site.base, [2, 3], guid="w"), "application/rss+xml")
    site.put("/3", article(3))
    watcher = begin("/feed", "/world")
    watcher.once()
    assert site.asked["/2"] == 1
    assert len(members(watcher)) == 3
    (joined,) = rows(watcher, "joined")
    assert joined.url == f"{site.base}/2"
    assert balanced(watcher)


def test_what_is_refused_says_why_and_a_person_may_overrule(
    site: Site, clock: FakeClock, store: Store, begin: Begin
) -> None:
    site.feed([1])
    site.put("/feed", rss(site.base, [1, 2]), "application/rss+xml")
    site.put(
        "/2", article(2, body="<p>The minister said the budget of 300 million was agreed on Friday.</p>" * 3)
    )
    watcher = begin(about='terms = ["river level", "dyke"]\nplaces = ["Exampletown"]')
    watcher.once()
    (refused,) = rows(watcher, "refused")
    assert refused.why == "speaks to none of the terms: river level, dyke"
    assert rows(watcher, "taken")[0].why.startswith("dyke; Exampletown")
    assert members(watcher) == ["Flood report 1"]
    assert overrule(store, "floods", "none such", taken=True, by="Ada") is None
    overrule(store, "floods", f"{site.base}/2", taken=True, by="Ada")
    overrule(store, "floods", f"{site.base}/1", taken=False, by="Ada")
    assert members(watcher) == ["Flood report 2"]
    site.put("/2", site.pages["/2"].body.replace("300", "400"))
    clock.time += 2 * HOUR
    watcher.once()
    assert [row.why for row in rows(watcher, "taken")] == ["by Ada"]


ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><entry><id>x</id><link href="{base}/1"/>
<title>Flood report 1</title><updated>2024-11-04T10:00:00Z</updated></entry></feed>"""
OPML = '<opml><body><outline xmlUrl="{base}/feed"/><outline text="no address"/></body></opml>'
INDEX = "<sitemapindex><sitemap><loc>{base}/map</loc></sitemap></sitemapindex>"
MAP = "<urlset><url><loc>{base}/1</loc></url></urlset>"
JSON_FEED = '{{"version": "https://jsonfeed.org/version/1.1", "items": [{{"id": 1, "url": "{base}/1"}}]}}'


@pytest.mark.parametrize("served", [ATOM, OPML, INDEX, MAP, JSON_FEED, article(1)], ids=[
    "atom", "opml", "sitemap index", "sitemap", "json feed", "page",
])  # fmt: skip
def test_every_kind_of_source_leads_to_the_page(
    served: str, site: Site, clock: FakeClock, begin: Begin
) -> None:
    site.feed([1])
    site.put("/map", MAP.format(base=site.base), "application/xml")
    site.put("/source", served.format(base=site.base) if "html" not in served else served)
    watcher = begin("/source")
    for _ in range(2):
        watcher.once()
        clock.time += 20 * MINUTE
    assert members(watcher) == ["Flood report 1"]
    assert balanced(watcher)


def test_text_in_the_feed_serves_where_the_page_cannot_be_had(
    site: Site, clock: FakeClock, begin: Begin
) -> None:
    words = "The river rose to 300 centimetres at Exampletown, the mayor said. " * 12
    entry = f"<item><guid>1</guid><link>{site.base}/1</link><title>T</title>"
    entry += f"<description>{words}</description></item>"
    bare = f"<item><title>Bare</title><description>{words}</description></item>"
    site.put("/feed", f'<rss version="2.0"><channel>{entry}{bare}</channel></rss>')
    site.pages["/1"] = Reply("pay", status=403)
    watcher = begin()
    for _ in range(6):
        watcher.once()
        clock.time += 3 * HOUR
    assert sorted(members(watcher)) == ["Bare", "T"]
    assert balanced(watcher)


def test_raw_pages_are_kept_as_warc(site: Site, tmp_path: Path, begin: Begin) -> None:
    fastwarc = pytest.importorskip("fastwarc")
    site.feed([1, 2])
    begin(polite="keep_raw = true\n").once()
    (path,) = (tmp_path / "raw").glob("*.warc.gz")
    with path.open("rb") as stream:
        kept = {
            record.headers["WARC-Target-URI"]: record.reader.read()
            for record in fastwarc.ArchiveIterator(stream)
        }
    assert kept == {f"{site.base}/{number}": article(number).encode() for number in (1, 2)}


def test_slow_and_dead_hosts_do_not_hold_the_others(site: Site, clock: FakeClock, begin: Begin) -> None:
    with serving() as slow:
        site.feed([1])
        slow.feed([7, 8])
        slow.pages["/7"].slow = 3
        sources = "".join(f'[[sources]]\nurl = "{base}/feed"\n' for base in ("http://127.0.0.1:9", slow.base))
        watcher = begin(polite="timeout_seconds = 0.8\n", more=sources)
        assert watcher.once().polled.failed == 1
        assert sorted(members(watcher)) == ["Flood report 1", "Flood report 8"]
        (late,) = rows(watcher, "waiting")
        assert "no answer in time" in late.why
        slow.pages["/7"].slow = 0
        clock.time += HOUR
        watcher.once()
    assert sorted(members(watcher)) == ["Flood report 1", "Flood report 7", "Flood report 8"]
    assert balanced(watcher)
