"""Feeds of every kind, well and ill formed."""

from __future__ import annotations

import gzip
import json

import pytest

from trendechos.ingest import feed
from trendechos.ingest.feed import Feed
from trendechos.records import Gap

BASE = "https://a.example/feed"


def rss(*items: str) -> bytes:
    entries = "".join(f"<item>{one}</item>" for one in items)
    return f'<rss version="2.0"><channel><title>Ferry News</title>{entries}</channel></rss>'.encode()


def served(data: bytes) -> Feed:
    found = feed.parse(data, BASE)
    assert isinstance(found, Feed)
    return found


def test_rss_gives_what_an_entry_says() -> None:
    found = served(rss(
        "<guid>one</guid><link>/1?utm_source=rss&amp;id=7#top</link><title>Ferry  sinks</title>"
        "<pubDate>Mon, 04 Nov 2024 10:00:00 GMT</pubDate><author>Ada Byline</author>"
        "<description>&lt;p&gt;It sank.&lt;/p&gt;</description>"
    ))  # fmt: skip
    (entry,) = found.entries
    assert (found.title, entry.key, entry.url) == ("Ferry News", "one", "https://a.example/1?id=7")
    assert (entry.title, entry.byline, entry.text) == ("Ferry sinks", "Ada Byline", "<p>It sank.</p>")
    assert entry.published == "Mon, 04 Nov 2024 10:00:00 GMT"


def test_identity_is_guid_then_address_then_content_never_time() -> None:
    when = "<pubDate>Mon, 04 Nov 2024 10:00:00 GMT</pubDate>"
    found = served(rss(
        f"<guid isPermaLink='false'>g</guid><link>/1</link>{when}", f"<link>/2</link>{when}",
        f"<title>Three</title>{when}", f"<title>Four</title>{when}",
    ))  # fmt: skip
    assert [entry.key for entry in found.entries][:2] == ["g", "https://a.example/2"]
    assert len({entry.key for entry in found.entries}) == 4
    later = served(rss(f"<link>/2</link>{when.replace('10:00', '11:00')}"))
    assert later.entries[0].key == found.entries[1].key


def test_one_guid_for_every_entry_is_no_identity() -> None:
    found = served(rss(*(f"<guid isPermaLink='false'>0</guid><link>/{number}</link>" for number in range(5))))
    assert len({entry.key for entry in found.entries}) == 5


def test_exact_repeats_are_counted() -> None:
    found = served(rss("<link>/1</link>", "<link>/1</link>", "<link>/2</link>"))
    assert (len(found.entries), found.duplicates) == (2, 1)


def test_a_change_of_words_changes_the_fingerprint_and_not_the_key() -> None:
    one, other = (
        served(rss(f"<guid>g</guid><link>/1</link><title>{title}</title>")).entries[0] for title in "ab"
    )
    assert one.key == other.key
    assert one.fingerprint != other.fingerprint


def test_json_feed() -> None:
    items = [
        {"id": 5, "url": "/5", "title": "Five", "content_text": "Words.", "authors": [{"name": "Ada"}]},
        "no",
    ]
    found = served(json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items}).encode())
    assert (found.kind, found.left_out) == ("json", 1)
    assert (found.entries[0].key, found.entries[0].url, found.entries[0].byline) == (
        "5",
        "https://a.example/5",
        "Ada",
    )


@pytest.mark.parametrize("packed", [False, True])
def test_sitemaps_and_lists(packed: bool) -> None:
    site = b"<urlset><url><loc>https://a.example/1</loc></url><url><lastmod>2024</lastmod></url></urlset>"
    found = served(gzip.compress(site) if packed else site)
    assert (found.kind, [entry.url for entry in found.entries], found.left_out) == (
        "sitemap", ["https://a.example/1"], 1,
    )  # fmt: skip
    index = served(
        b"<sitemapindex><sitemap><loc>/m1</loc></sitemap><sitemap><loc>ftp://x/m</loc></sitemap></sitemapindex>"
    )
    assert index.feeds == ("https://a.example/m1",)
    opml = served(b'<opml><body><outline><outline xmlUrl="https://b.example/f"/></outline></body></opml>')
    assert opml.feeds == ("https://b.example/f",)


@pytest.mark.parametrize(("encoding", "declared"), [
    ("utf-8", "utf-8"), ("latin-1", "iso-8859-1"), ("cp1251", "windows-1251"), ("utf-16", "utf-16"),
])  # fmt: skip
def test_encodings(encoding: str, declared: str) -> None:
    title = "Ж" if encoding == "cp1251" else "Zoë"
    text = (
        f'<?xml version="1.0" encoding="{declared}"?>' + rss(f"<link>/1</link><title>{title}</title>").decode()
    )
    assert served(text.encode(encoding)).entries[0].title == title


def test_a_broken_feed_gives_what_it_has() -> None:
    broken = rss("<link>/1</link><title>A &nbsp; & B</title>", "<link>/2</link>").replace(
        b"</channel></rss>", b""
    )
    assert [entry.url for entry in served(broken).entries] == ["https://a.example/1", "https://a.example/2"]


FILE = '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
LAUGHS = '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'


@pytest.mark.parametrize(("data", "reason"), [
    (LAUGHS.encode() + rss("<title>&b;</title>"), "it declares entities"),
    (FILE.encode() + rss("<title>&x;</title>"), "it declares entities"),
    (b'<rss version="2.0">' + b"<a>" * 200_000, "deep"),
    (gzip.compress(b"<rss>" + b" " * 40_000_000), "limit"),
    (b"", "empty"), (b"   ", "empty"), (b"\x00\x01\x02", "neither"), (b"hello", "neither"),
    (b'{"version": "x"}', "without `items`"), (b'{"items": ' + b"[" * 100_000, "RecursionError"),
    (b"\x1f\x8bnot gzip", "broken gzip"), (b"<opml><body>", "not well formed"),
])  # fmt: skip
def test_what_is_no_feed_or_built_to_harm_is_a_gap(data: bytes, reason: str) -> None:
    found = feed.parse(data, BASE)
    assert isinstance(found, Gap)
    assert reason in found.detail


def test_a_page_is_a_page() -> None:
    assert served(b"<!doctype html><html><body>x</body></html>").kind == "page"


@pytest.mark.parametrize(("given", "whole"), [
    ("https://b.example/x?fbclid=1", "https://b.example/x"), ("//b.example/x", "https://b.example/x"),
    ("javascript:alert(1)", None), ("mailto:a@b", None), ("", None), (None, None), ("http://[", None),
    ("https://b.example/?q=a&utm_medium=x&b=", "https://b.example/?q=a&b="),
])  # fmt: skip
def test_addresses(given: str | None, whole: str | None) -> None:
    assert feed.address(given, BASE) == whole
