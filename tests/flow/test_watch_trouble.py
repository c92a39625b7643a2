"""Sources and pages that misbehave in every way at once: nothing is lost, nothing is taken twice."""

from __future__ import annotations

import gzip
import logging
import random
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.flow.site import FakeClock, Reply, Site, article, rss
from tests.flow.test_watch import HOUR, MINUTE, balanced, members, rows, status

from trendechos.flow import deliver
from trendechos.flow.watch import Watcher

Begin = Callable[..., Watcher]
DAY = 24 * HOUR
TROUBLES = (
    Reply("oops", status=500),
    Reply("gone for now", status=502),
    Reply("busy", status=429),
    Reply("busy", status=503, headers={"Retry-After": "600"}),
    Reply("", status=302, headers={"Location": "/loop"}),
    Reply("no", status=404),
    Reply("", status=200),
    Reply(b"\x1f\x8bnot gzip", headers={"Content-Encoding": "gzip"}),
)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_items_served_equal_items_accounted_for_in_a_storm(
    seed: int, site: Site, clock: FakeClock, begin: Begin
) -> None:
    chance = random.Random(seed)
    served: dict[str, set[int]] = {"/a": set(), "/b": set()}
    site.put("/loop", "", status=302, headers={"Location": "/loop"})
    for number in range(40):
        site.put(f"/{number}", article(number))
    good = {path: site.pages[path] for path in [f"/{number}" for number in range(40)]}
    watcher = begin("/a", "/b")
    for step in range(12):
        shown: dict[str, list[int]] = {}
        for path in served:
            # A feed shows six of what there is by now; both overlap, all with one time stamp.
            window = chance.sample(range(min(40, 4 * step + 6)), 6)
            fine = chance.random() > 0.3
            shown[path] = window if fine else []
            body = Reply(rss(site.base, window), "application/rss+xml")
            site.pages[path] = body if fine else chance.choice(TROUBLES)
            for number in window:
                bad = chance.random() < 0.4
                site.pages[f"/{number}"] = chance.choice(TROUBLES) if bad else good[f"/{number}"]
        asked = site.asked.copy()
        if step == 5:
            with pytest.raises(KeyboardInterrupt):
                watcher.once(_interrupted, hurry=True)
        watcher.once(hurry=chance.random() < 0.5)
        for path, window in shown.items():
            served[path] |= set(window) if site.asked[path] > asked[path] else set()
        clock.time += chance.choice((-HOUR, 5 * MINUTE, HOUR, 7 * HOUR))
        assert balanced(watcher)
    site.pages |= good
    for _ in range(12):
        clock.time += 26 * HOUR
        watcher.once()
    found = rows(watcher)
    assert {(row.feed, row.key) for row in found} == {
        (f"{site.base}{path}", f"g-{number}") for path, numbers in served.items() for number in numbers
    }
    assert {row.state for row in found} <= {"taken", "joined", "refused"}
    assert all(row.why for row in found if row.state == "refused")
    titles = members(watcher)
    assert len(titles) == len(set(titles))
    # What was answered well in the end is taken, but for pages that were given up after as many failures.
    refused = {row.url for row in found if row.state == "refused"}
    wanted = {f"{site.base}/{number}" for numbers in served.values() for number in numbers} - refused
    assert {row.url for row in found if row.state == "taken"} == wanted
    assert balanced(watcher)


def _interrupted(stage: str, done: int, total: int) -> None:
    raise KeyboardInterrupt


def test_a_host_that_is_down_for_a_day_costs_no_page(site: Site, clock: FakeClock, begin: Begin) -> None:
    site.feed([1, 2])
    kept = site.pages["/1"]
    site.pages["/1"] = Reply("down", status=500)
    watcher = begin()
    end = clock.time + DAY
    while clock.time < end:
        watcher.once()
        clock.time += 30 * MINUTE
    site.pages["/1"] = kept
    clock.time += DAY
    watcher.once()
    assert sorted(members(watcher)) == ["Flood report 1", "Flood report 2"]
    assert balanced(watcher)


def test_retry_after_of_a_feed_is_kept_but_never_longer_than_a_day(
    site: Site, clock: FakeClock, begin: Begin
) -> None:
    site.put("/feed", "busy", status=429, headers={"Retry-After": "7200"})
    watcher = begin()
    watcher.once()
    clock.time += 119 * MINUTE
    assert watcher.once().polled.asked == 0
    # Not even a person in a hurry disturbs a host that asked for rest.
    assert watcher.once(hurry=True).polled.asked == 0
    site.put("/feed", "busy", status=503, headers={"Retry-After": "99999999"})
    clock.time += 2 * MINUTE
    assert watcher.once().polled.failed == 1
    site.feed([1])
    clock.time += DAY + MINUTE
    assert watcher.once().decided.taken == 1
    assert status(watcher, clock)["feed"]["health"] == "well"


def test_robots_txt_that_is_busy_is_left_alone_as_long_as_it_asks(
    site: Site, clock: FakeClock, begin: Begin
) -> None:
    site.put("/robots.txt", "busy", status=503, headers={"Retry-After": "5400"})
    site.feed([1])
    watcher = begin()
    watcher.once()
    clock.time += 89 * MINUTE
    watcher.once()
    assert site.asked["/robots.txt"] == 1
    del site.pages["/robots.txt"]
    clock.time += 2 * MINUTE
    assert watcher.once().decided.taken == 1


def test_a_page_that_has_not_changed_is_not_sent_again(site: Site, clock: FakeClock, begin: Begin) -> None:
    site.feed([1])
    site.put("/1", article(1), etag='"one"')
    watcher = begin()
    for hours in (0, 2, 6, 25):
        clock.time += hours * HOUR
        watcher.once()
    assert (site.asked["/1"], site.sent["/1"]) == (4, 1)
    assert members(watcher) == ["Flood report 1"]
    assert {row.state for row in rows(watcher)} == {"taken"}


def test_a_feed_of_ten_thousand_entries_with_one_time_stamp(site: Site, clock: FakeClock, begin: Begin) -> None:
    numbers = list(range(10_000))
    site.put("/feed", rss(site.base, numbers), "application/rss+xml")
    watcher = begin(polite="max_pages = 1\n")
    assert watcher.once().polled.new == 10_000
    clock.time += 20 * MINUTE
    site.put("/feed", rss(site.base, numbers[::-1]), "application/rss+xml")
    assert watcher.once().polled.new == 0
    assert len(rows(watcher)) == 10_000
    assert balanced(watcher)


def bomb(kind: str) -> Reply:
    """Fifty million bytes of spaces in fifty thousand."""
    packed = zlib.compress(b" " * 50_000_000) if kind == "deflate" else gzip.compress(b" " * 50_000_000)
    return Reply(packed, "application/rss+xml", headers={"Content-Encoding": kind})


@pytest.mark.parametrize(("reply", "reason"), [
    (bomb("gzip"), "larger than"), (bomb("deflate"), "larger than"),
    (Reply(gzip.compress(b"<rss>" + b" " * 50_000_000), "application/gzip"), "limit"),
    (Reply(b"<rss version='2.0'>" + b"<a>" * 200_000, "text/xml"), "deep"),
    (Reply('<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss>&b;</rss>', "text/xml"), "entities"),
    (Reply("", status=302, headers={"Location": "/feed"}), "redirects"),
    (Reply("", status=301, headers={"Location": "http://10.0.0.1/"}), "not a public address"),
    (Reply("", status=307, headers={"Location": "http://[64:ff9b::7f00:1]/"}), "not a public address"),
    (Reply("", status=307, headers={"Location": "http://[2002:7f00:1::]/"}), "not a public address"),
    (Reply(b"\x00\x01\x02", "image/png"), "neither"), (Reply("hello", "text/plain"), "neither"),
    (Reply("", "application/rss+xml"), "empty"), (Reply("no", status=404), "404"),
])  # fmt: skip
def test_a_source_that_is_built_to_harm_or_wrong_is_shown_and_the_others_go_on(
    reply: Reply, reason: str, site: Site, clock: FakeClock, begin: Begin
) -> None:
    site.feed([1], "/good")
    site.pages["/feed"] = reply
    watcher = begin("/feed", "/good", polite="max_bytes = 5_000_000\ntimeout_seconds = 20\n")
    done = watcher.once()
    ((url, told),) = done.polled.troubles
    assert url == f"{site.base}/feed"
    assert reason in told
    assert status(watcher, clock)["feed"]["health"] == "failing, 1 in a row"
    assert members(watcher) == ["Flood report 1"]
    assert balanced(watcher)


def test_no_secret_is_printed_logged_or_stored(
    site: Site, clock: FakeClock, begin: Begin, tmp_path: Path,
    caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    caplog.set_level(logging.DEBUG)
    secrets = {
        "TRENDECHOS_WEBHOOK": f"{site.base}/hook-Hush1", deliver.USER: "ada-Hush2", deliver.PASSWORD: "Hush3",
    }  # fmt: skip
    alert = '[[alerts]]\nrule = "removed"\nto = ["file", "webhook", "email"]\n'
    post = '[delivery]\nemail_from = "a@a.example"\nemail_to = ["b@b.example"]\n'
    post += 'smtp_host = "127.0.0.1"\nsmtp_port = 1\n'
    site.feed([1])
    site.pages["/hook-Hush1"] = Reply(status=500)
    watcher = begin(more=alert + post, environment=secrets)
    watcher.once()
    site.pages["/1"] = Reply("gone", status=410)
    clock.time += DAY
    assert watcher.once().undelivered == 2
    shown = capfd.readouterr()
    said = shown.out + shown.err + caplog.text + repr(watcher.file)
    kept = b"".join(path.read_bytes() for path in tmp_path.iterdir() if path.is_file())
    assert len(kept) > 10_000
    for number in (1, 2, 3):
        assert f"Hush{number}" not in said
        assert f"Hush{number}".encode() not in kept
