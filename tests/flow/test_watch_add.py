"""Adding files to a situation: held, decided on and accounted for like what a source serves."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.flow.site import Site, article

from trendechos.errors import InvalidInput
from trendechos.flow.watch import Watcher
from trendechos.flow.watch_add import Added, add
from trendechos.flow.watch_poll import Polled

Begin = Callable[..., Watcher]


def added(watcher: Watcher, *inputs: Path | str) -> Added:
    return add(watcher.file, [str(one) for one in inputs], watcher.reader.store, watcher.clock)


def test_reports_are_decided_on_and_leads_fetched_once(site: Site, begin: Begin, tmp_path: Path) -> None:
    site.put("/1", article(1))
    rows = [
        {"id": str(number), "text": f"The river rose to {number} metres, the mayor said."} for number in (1, 2)
    ]
    rows.append({"id": "3", "text": "The minister said the budget was agreed."})
    lines = "\n".join([*map(json.dumps, rows), "not json"])
    (tmp_path / "rows.jsonl").write_text(lines)
    (tmp_path / "list.urls").write_text(f"{site.base}/1\n{site.base}/1#again\n")
    watcher = begin(about='terms = ["river"]')
    first = added(watcher, tmp_path / "rows.jsonl", tmp_path / "list.urls")
    assert (first.reports, first.leads, first.known, len(first.gaps)) == (3, 1, 1, 1)
    done = watcher.settle(Polled())
    assert (done.decided.taken, done.decided.refused) == (3, 1)
    again = added(watcher, tmp_path / "rows.jsonl", tmp_path / "list.urls")
    assert (again.reports, again.leads, again.known) == (0, 0, 5)
    watcher.settle(Polled())
    assert site.asked["/1"] == 1
    with watcher.reader.store.view() as view:
        tally = view.watching.tally("floods")
        for feed in view.watching.feeds("floods"):
            counted = sum(tally.get(feed.url, {}).values())
            assert feed.served == counted + feed.known + feed.changed + feed.left_out


def test_folders_are_walked_and_missing_paths_named(begin: Begin, tmp_path: Path) -> None:
    (tmp_path / "in" / "deep").mkdir(parents=True)
    (tmp_path / "in" / "deep" / "page.html").write_text(article(1))
    (tmp_path / "in" / "picture.png").write_bytes(b"\x89PNG")
    watcher = begin()
    assert added(watcher, tmp_path / "in").reports == 1
    with pytest.raises(InvalidInput, match="no such file"):
        added(watcher, tmp_path / "none")
