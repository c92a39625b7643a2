"""Versions of a page: edited, returned to an earlier text, and found in archives."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.build import report
from tests.flow.site import FakeClock, Site, article
from tests.flow.test_watch import balanced, rows

from trendechos.flow.versions import latest
from trendechos.flow.watch import Watcher
from trendechos.flow.watch_add import add
from trendechos.flow.watch_poll import Polled
from trendechos.flow.watch_versions import arrived
from trendechos.records import Moment, Report
from trendechos.store.watching import Notice

Begin = Callable[..., Watcher]
HOUR = 3600.0
FIRST = article(1)
SECOND = article(1).replace("About 101 people", "About 250 people")


def kept(watcher: Watcher) -> tuple[list[Report], list[Notice]]:
    with watcher.reader.store.view() as view:
        return view.pages.members("floods"), view.watching.notices("floods", states=["kept"])


def test_a_page_that_returns_to_an_earlier_text_has_a_third_version(
    site: Site, clock: FakeClock, begin: Begin
) -> None:
    site.feed([1])
    watcher = begin()
    watcher.once()
    for body, hours in ((SECOND, 2), (FIRST, 6), (FIRST, 20)):
        site.put("/1", body)
        clock.time += hours * HOUR
        watcher.once()
    reports, notices = kept(watcher)
    assert len({one.version_id for one in reports}) == 3
    assert len({one.report_id for one in reports}) == 1
    (newest,) = latest(reports)
    assert "About 101 people" in newest.text
    changed = [json.loads(notice.body)["claims"]["changed"][0] for notice in notices]
    assert [("250" in one["before"]["text"], "250" in one["after"]["text"]) for one in changed] == [
        (False, True), (True, False),
    ]  # fmt: skip
    assert balanced(watcher)


def held(text: str, hour: int | None) -> Report:
    when = Moment(f"2024-11-04T{hour:02}:00:00Z", "minute") if hour is not None else None
    return report(text, report_id="page", retrieved=when)


@pytest.mark.parametrize(("come", "before", "known"), [
    (held("a", 1), [], False), (held("b", 2), [held("a", 1)], False), (held("a", 2), [held("a", 1)], True),
    (held("a", 3), [held("a", 1), held("b", 2)], False), (held("b", 3), [held("a", 1), held("b", 2)], True),
    (held("a", 1), [held("a", 2)], True), (held("a", None), [held("b", None)], False),
    (held("a", None), [held("a", None)], True), (held("a", 5), [held("a", None)], True),
])  # fmt: skip
def test_what_makes_a_version(come: Report, before: list[Report], known: bool) -> None:
    assert arrived(come, before).fresh is not known


def test_the_headline_in_the_text_makes_no_version() -> None:
    old = replace(held("Flood\nThe river rose.", 1), title="Flood")
    assert not arrived(replace(held("The river rose.", 2), title="Flood"), [old]).fresh


def test_versions_in_order_are_the_same_when_they_come_again() -> None:
    pages = [held("a", 1), held("b", 2), held("a", 3), held("b", 4)]
    found: list[Report] = []
    for one in pages:
        found.append(arrived(one, found).report)
    assert len({one.version_id for one in found}) == 4
    assert not any(arrived(one, found).fresh for one in pages)


def row(text: str, **fields: str) -> str:
    return json.dumps({"url": "https://post.example/1", "outlet": "Post", "text": text, **fields}) + "\n"


def added(watcher: Watcher, path: Path, *lines: str) -> int:
    path.write_text("".join(lines))
    made = add(watcher.file, [str(path)], watcher.reader.store, watcher.clock)
    watcher.settle(Polled())
    return made.reports


@pytest.mark.parametrize("with_times", [True, False])
def test_add_compares_the_claims_of_versions(with_times: bool, begin: Begin, tmp_path: Path) -> None:
    site_says = "The mayor said that {} houses had been flooded in Exampletown."
    watcher = begin()
    times = ({"retrieved": "2024-11-04T08:00:00Z"}, {"retrieved": "2024-11-05T08:00:00Z"})
    first, second = times if with_times else ({"published": "2024-11-04"}, {"published": "2024-11-05"})
    assert added(watcher, tmp_path / "1.jsonl", row(site_says.format(100), **first)) == 1
    assert added(watcher, tmp_path / "2.jsonl", row(site_says.format(150), **second)) == 1
    assert added(watcher, tmp_path / "2.jsonl", row(site_says.format(150), **second)) == 0
    reports, (notice,) = kept(watcher)
    assert len(reports) == 2
    (change,) = json.loads(notice.body)["claims"]["changed"]
    assert "100" in change["before"]["text"]
    assert "150" in change["after"]["text"]
    assert balanced(watcher)


def test_two_versions_in_one_archive_are_compared_too(begin: Begin, tmp_path: Path) -> None:
    watcher = begin()
    says = "The mayor said that {} houses had been flooded in Exampletown."
    lines = [
        row(says.format(n), retrieved=f"2024-11-0{day}T08:00:00Z") for day, n in ((6, 90), (4, 90), (5, 150))
    ]
    assert added(watcher, tmp_path / "all.jsonl", *lines) == 3
    assert added(watcher, tmp_path / "all.jsonl", *lines) == 0
    reports, notices = kept(watcher)
    assert (len(reports), len(notices)) == (3, 2)
    assert "90" in latest(reports)[0].text
    assert balanced(watcher)


def test_what_was_added_is_the_version_that_watching_goes_on_from(
    site: Site, clock: FakeClock, begin: Begin, tmp_path: Path
) -> None:
    site.feed([1])
    watcher = begin()
    watcher.once()
    reports, _ = kept(watcher)
    clock.time += HOUR / 2
    newer = replace(reports[0], text=reports[0].text.replace("About 101", "About 250"))
    line = {
        "id": newer.report_id, "url": newer.url, "outlet": newer.outlet, "title": newer.title,
        "text": newer.text, "published": newer.published_on, "retrieved": "2024-11-05T10:20:00Z",
    }  # fmt: skip
    assert added(watcher, tmp_path / "newer.jsonl", json.dumps(line)) == 1
    site.put("/1", SECOND)
    clock.time += 2 * HOUR
    watcher.once()
    reports, notices = kept(watcher)
    assert (len(reports), len(notices)) == (2, 1)
    assert {one.version_id for one in rows(watcher, "taken")} <= {one.version_id for one in reports}
