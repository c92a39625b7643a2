"""Feed files of what changed, for people without the server."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.flow.site import FakeClock, Reply, Site, article

from trendechos.errors import InvalidInput
from trendechos.flow.watch import Watcher
from trendechos.ingest import feed

Begin = Callable[..., Watcher]
FEEDS = '[feeds]\nfolder = "out"\n'


def entries(path: Path, base: str = "https://a.example/") -> list[feed.Entry]:
    """What a feed reader finds in the file."""
    found = feed.parse(path.read_bytes(), base)
    assert isinstance(found, feed.Feed), found
    return list(found.entries)


def test_both_feeds_are_written_and_lead_to_the_pages(
    site: Site, clock: FakeClock, begin: Begin, tmp_path: Path
) -> None:
    site.feed([1])
    watcher = begin(more=FEEDS)
    watcher.once()
    paths = [tmp_path / "out" / f"floods.{suffix}" for suffix in ("atom", "json")]
    for path in paths:
        found = entries(path)
        assert found
        assert {entry.url for entry in found} == {f"{site.base}/1"}
        assert all(entry.title for entry in found)
    assert json.loads(paths[1].read_text())["version"] == "https://jsonfeed.org/version/1.1"
    assert not list((tmp_path / "out").glob("*.part"))


def test_feeds_are_written_again_only_when_something_changed(
    site: Site, clock: FakeClock, begin: Begin, tmp_path: Path
) -> None:
    site.feed([1])
    watcher = begin(more=FEEDS)
    watcher.once()
    path = tmp_path / "out" / "floods.atom"
    first, before = path.stat().st_ino, len(entries(path))
    clock.time += 3600
    watcher.once()
    assert path.stat().st_ino == first
    site.feed([1, 2])
    site.put("/2", article(2, body="<p>The minister said the dam at Weir would be opened on Friday.</p>" * 2))
    clock.time += 3600
    watcher.once()
    assert len(entries(path)) > before
    assert f"{site.base}/2" in {entry.url for entry in entries(path)}


def test_with_a_server_entries_lead_there(site: Site, begin: Begin, tmp_path: Path) -> None:
    site.feed([1])
    begin(more=f'{FEEDS}address = "https://desk.example/"\n').once()
    found = entries(tmp_path / "out" / "floods.atom")
    assert all((entry.url or "").startswith("https://desk.example/s/floods/") for entry in found)


def test_nothing_is_written_without_a_report_or_a_folder(site: Site, begin: Begin, tmp_path: Path) -> None:
    site.feed([])
    begin(more=FEEDS).once()
    site.feed([1])
    begin().once()
    assert not (tmp_path / "out").exists()


def test_a_folder_that_cannot_be_written_is_named(site: Site, begin: Begin, tmp_path: Path) -> None:
    site.feed([1])
    (tmp_path / "out").write_text("a file")
    with pytest.raises(InvalidInput, match="the feeds cannot be written"):
        begin(more=FEEDS).once()


def test_a_page_that_is_gone_is_among_the_changes(
    site: Site, clock: FakeClock, begin: Begin, tmp_path: Path
) -> None:
    site.feed([1])
    watcher = begin(more=FEEDS)
    watcher.once()
    site.pages["/1"] = Reply("gone", status=410)
    clock.time += 7200
    watcher.once()
    titles = [entry.title or "" for entry in entries(tmp_path / "out" / "floods.atom")]
    assert any("gone" in title.lower() or "removed" in title.lower() for title in titles), titles
