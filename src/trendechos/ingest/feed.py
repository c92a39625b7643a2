"""Feeds of any kind to their entries: RSS, Atom, JSON Feed, OPML lists, sitemaps."""

from __future__ import annotations

import io
import json
import re
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit
from xml.etree.ElementTree import Element

import feedparser

from trendechos.ingest import make, xml
from trendechos.ingest.decode import clean, decode
from trendechos.records import Gap
from trendechos.records.codec import content_id

Kind = Literal["feed", "json", "opml", "sitemap", "sitemaps", "page"]
# A feed of ten thousand entries with full text has about 20 MB; feedparser needs ten times that in memory.
SIZE_LIMIT = 30_000_000
# More than any feed serves; the standard for sitemaps allows this many addresses a file.
ENTRY_LIMIT = 50_000
_FEEDS_LIMIT = 2_000
# Marks of where a reader came from; they say nothing about the page.
_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|mc_cid|mc_eid|igshid|ns_(?:campaign|mchannel|source|linkname)|at_(?:medium|campaign)"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: `key` is its guid, else its address, else its content; never a time.

    `fingerprint` changes when the feed says something else about it. `published` is as written.
    """

    key: str
    fingerprint: str
    url: str | None = None
    title: str | None = None
    published: str | None = None
    byline: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """What an address serves: entries, or the addresses of other feeds.

    `duplicates` counts entries that came twice, `left_out` what is no entry or beyond ENTRY_LIMIT.
    """

    kind: Kind
    entries: tuple[Entry, ...] = ()
    feeds: tuple[str, ...] = ()
    title: str | None = None
    language: str | None = None
    duplicates: int = 0
    left_out: int = 0


def parse(data: bytes, url: str) -> Feed | Gap:
    """The feed in `data`, its addresses made whole by `url`; a Gap that says why when there is none.

    A page of HTML is a Feed of kind `page` without entries.
    """
    try:
        body = _unpacked(data)
        if len(body) > SIZE_LIMIT:
            return make.gap(url, "feed too large", f"{len(body)} bytes, the limit is {SIZE_LIMIT}")
        return _parsed(body, url)
    except xml.Refused as error:
        return make.gap(url, "feed refused", str(error))
    except ValueError as error:
        return make.gap(url, "not a feed", str(error))


def _unpacked(data: bytes) -> bytes:
    """`data` out of gzip where it is packed, as sitemaps often are; one byte over the limit at most."""
    if not data.startswith(b"\x1f\x8b"):
        return data
    try:
        return zlib.decompressobj(wbits=zlib.MAX_WBITS | 16).decompress(data, SIZE_LIMIT + 1)
    except zlib.error as error:
        raise ValueError(f"broken gzip: {error}") from error


def _parsed(body: bytes, url: str) -> Feed:
    head = decode(body[:4000])[0].lstrip("\ufeff \t\r\n")
    if not head:
        raise ValueError("empty")
    if head.startswith(("{", "[")):
        return _json(body, url)
    if match := re.search(r"<\s*(?:\w+:)?(rss|feed|rdf|opml|urlset|sitemapindex|html)\b", head, re.I):
        name = match[1].lower()
        if name == "html":
            return Feed("page")
        if name in ("opml", "urlset", "sitemapindex"):
            return _lists(xml.parse(body), url)
        return _feed(body, url)
    raise ValueError("neither RSS, Atom, JSON Feed, OPML, a sitemap nor a page")


def _feed(body: bytes, url: str) -> Feed:
    xml.check(body)
    # A stream, because feedparser would open a file of the name that bytes happen to be. Its cleaning
    # of HTML is slow and not needed: text is extracted from it, and never shown as markup.
    found = feedparser.parse(io.BytesIO(body), sanitize_html=False, resolve_relative_uris=False)
    if not found.get("version") and not found.entries:
        raise ValueError(str(found.get("bozo_exception") or "no entries and no known version"))
    drafts = [_entry(one, url) for one in found.entries[:ENTRY_LIMIT]]
    made = _made("feed", drafts, len(found.entries))
    return replace(made, title=_line(found.feed.get("title")), language=_line(found.feed.get("language")))


def _entry(one: Any, base: str) -> Entry:
    contents = [part.get("value") or "" for part in one.get("content") or ()]
    text = max([*contents, one.get("summary") or ""], key=len)
    # `updated` must not move the identity, but a feed that changes it says that the page changed.
    # feedparser gives the time of publication, with a warning, where there is no `updated`.
    updated = one["updated"] if dict.__contains__(one, "updated") else None
    said = (one.get("title"), one.get("link"), updated, text)
    return Entry(
        key=_line(one.get("id")) or "",
        fingerprint=content_id("entry", *said),
        url=address(one.get("link"), base),
        title=_line(one.get("title")),
        published=_line(one.get("published") or updated),
        byline=_line(one.get("author")),
        text=clean(text) or None,
    )


def _json(body: bytes, url: str) -> Feed:
    try:
        found = json.loads(decode(body)[0])
    except (ValueError, RecursionError) as error:
        raise ValueError(f"not JSON: {type(error).__name__}") from error
    if not isinstance(found, dict) or not isinstance(found.get("items"), list):
        raise ValueError("JSON without `items`")
    drafts = [_json_entry(one, url) for one in found["items"][:ENTRY_LIMIT] if isinstance(one, dict)]
    made = _made("json", drafts, len(found["items"]))
    return replace(made, title=_line(found.get("title")), language=_line(found.get("language")))


def _json_entry(one: dict[str, Any], base: str) -> Entry:
    authors = one.get("authors") if isinstance(one.get("authors"), list) else [one.get("author")]
    names = [_line(author.get("name")) for author in authors or [] if isinstance(author, dict)]
    text = one.get("content_html") or one.get("content_text") or one.get("summary")
    text = clean(text) if isinstance(text, str) else None
    said = (one.get("title"), one.get("url"), one.get("date_modified"), text)
    given = one.get("id")
    return Entry(
        key=_line(str(given)) or "" if isinstance(given, str | int | float) else "",
        fingerprint=content_id("entry", *said),
        url=address(one.get("url") or one.get("external_url"), base),
        title=_line(one.get("title")),
        published=_line(one.get("date_published") or one.get("date_modified")),
        byline=", ".join(name for name in names if name) or None,
        text=text,
    )


def _lists(root: Element, url: str) -> Feed:
    name = xml.local(root)
    if name == "opml":
        given = (one.get("xmlUrl") or one.get("xmlurl") for one in root.iter() if xml.local(one) == "outline")
        title = next((xml.text(one) for one in root.iter() if xml.local(one) == "title"), None)
        return Feed("opml", feeds=_addresses(given, url), title=title)
    located = [(xml.text(xml.child(one, "loc")), one) for one in root]
    if name == "sitemapindex":
        return Feed("sitemaps", feeds=_addresses((loc for loc, _ in located), url))
    drafts = [_sitemap_entry(loc, one, url) for loc, one in located[:ENTRY_LIMIT] if loc]
    return _made("sitemap", [draft for draft in drafts if draft.url], len(located))


def _sitemap_entry(loc: str, one: Element, base: str) -> Entry:
    found = {xml.local(part): xml.text(part) for part in one.iter()}
    published = found.get("publication_date") or None
    said = content_id("entry", loc, found.get("lastmod"), found.get("title"))
    return Entry("", said, address(loc, base), found.get("title"), published)


def _addresses(given: Iterable[str | None], base: str) -> tuple[str, ...]:
    whole = (address(one, base) for one in given)
    return tuple(dict.fromkeys(one for one in whole if one))[:_FEEDS_LIMIT]


def _made(kind: Kind, drafts: list[Entry], served: int) -> Feed:
    """The feed with every entry under a key of its own; exact repeats are counted and left out."""
    entries: dict[str, Entry] = {}
    for entry in _keyed(drafts):
        entries.setdefault(entry.key, entry)
    duplicates, left_out = len(drafts) - len(entries), served - len(drafts)
    return Feed(kind, tuple(entries.values()), duplicates=duplicates, left_out=left_out)


def _keyed(drafts: list[Entry]) -> Iterator[Entry]:
    """Entries with keys: guid, address, content. A guid on several addresses is no identity alone."""
    addresses = {(draft.key, draft.url) for draft in drafts if draft.key}
    uses = Counter(key for key, _ in addresses)
    for draft in drafts:
        if draft.key and uses[draft.key] == 1 and (draft.url or draft.text or draft.title):
            yield draft
        elif draft.key and draft.url:
            yield replace(draft, key=f"{draft.key} {draft.url}")
        else:
            yield replace(draft, key=draft.url or content_id("entry", draft.title, draft.text))


def address(given: object, base: str) -> str | None:
    """`given` as a whole address without fragment and tracking marks; None unless it is http or https.

    >>> address("/a?id=1&utm_source=x#top", "https://a.example/feed")
    'https://a.example/a?id=1'
    """
    if not isinstance(given, str) or not given.strip():
        return None
    try:
        parts = urlsplit(urljoin(base, clean(given).strip()))
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.netloc or len(given) > 4000:
        return None
    query = parts.query
    if _TRACKING.search(query):
        pairs = parse_qsl(query, keep_blank_values=True)
        query = urlencode([pair for pair in pairs if not _TRACKING.fullmatch(pair[0])])
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, ""))


def _line(value: object) -> str | None:
    return " ".join(clean(value).split()) or None if isinstance(value, str) else None
