"""Archives and collections of any known kind to reports and leads; what else there is goes to `files`."""

from __future__ import annotations

import gzip
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO

from trendechos.ingest import exchange, feed, files, gdelt, leads, mail, make, page, rows, sheets, warc, xml
from trendechos.ingest.decode import binary, decode
from trendechos.ingest.leads import Lead
from trendechos.records import Gap, Report

Found = Report | Lead | Gap
# What is read whole; archives, mail boxes, JSON Lines and Parquet are read as they come, however long.
SIZE_LIMIT = 500_000_000
_MEMBERS = 1_000
# The first line should fit; a line that does not is taken for a report.
_HEAD = 1_000_000
_WARC = (".warc", ".warc.gz", ".wacz.gz")
_LISTS = (".urls", ".uri", ".url")
_EXTRA = "one more package is needed: pip install 'trendechos[watch]'"
SUFFIXES = frozenset({
    ".warc", ".gz", ".eml", ".mbox", ".csv", ".tsv", ".parquet", ".xml", ".rss", ".atom", ".opml", ".zip",
    ".urls",
}) | files.SUFFIXES  # fmt: skip


def parse(stream: BinaryIO, name: str, *, today: str | None = None) -> Iterator[Found]:
    """The reports and leads in `stream`, with a gap for each part that cannot be used.

    `name` is the path under which it was given; its suffix decides, then its first bytes.
    """
    low = PurePosixPath(name.replace("\\", "/")).name.lower()
    try:
        if low.endswith(_WARC):
            yield from warc.parse(stream, name, today=today)
        elif low.endswith(".mbox"):
            yield from mail.box(stream, name, today=today)
        elif low.endswith(".parquet") and stream.seekable():
            yield from sheets.parquet(stream, name, today=today)
        elif low.endswith((".jsonl.gz", ".ndjson.gz")):
            yield from _packed_lines(stream, name, today)
        elif _are_lines(stream, name):
            yield from files.lines(stream, name, today=today)
        else:
            yield from _whole(stream.read(SIZE_LIMIT + 1), name, low, today, depth=0)
    except ImportError:
        yield make.gap(name, "not read", _EXTRA)


def _are_lines(stream: BinaryIO, name: str) -> bool:
    """True for JSON Lines in the report format; False where the first bytes cannot be looked at beforehand."""
    head = stream.peek(_HEAD)[:_HEAD] if isinstance(stream, io.BufferedReader) else b""
    if not head or not files.are_lines(head, name):
        return False
    first = rows.load(decode(head.split(b"\n")[0])[0])
    # Agency reports (ninjs) come one a line as well, and a feed may be all one line.
    return not exchange.is_ninjs(first) and not (
        isinstance(first, dict) and "jsonfeed" in str(first.get("version"))
    )


def _packed_lines(stream: BinaryIO, name: str, today: str | None) -> Iterator[Found]:
    try:
        with gzip.GzipFile(fileobj=stream) as unpacked:
            yield from files.lines(io.BufferedReader(unpacked), name.removesuffix(".gz"), today=today)
    except (OSError, EOFError, zlib.error) as error:
        yield make.gap(name, "archive broken", str(error))


def _whole(data: bytes, name: str, low: str, today: str | None, *, depth: int) -> Iterator[Found]:
    if len(data) > SIZE_LIMIT:
        yield make.gap(name, "too large", f"the limit is {SIZE_LIMIT} bytes")
    elif data.startswith(b"PK\x03\x04"):
        yield from _zip(data, name, today, depth)
    elif data.startswith(b"\x1f\x8b"):
        yield from _gzip(data, name, low, today, depth)
    elif low.endswith(".parquet") or data.startswith(b"PAR1"):
        yield from sheets.parquet(data, name, today=today)
    elif low.endswith(".eml"):
        yield from mail.parse(data, name, today=today)
    elif low.endswith(_LISTS):
        yield from leads.parse(data, name)
    elif low.endswith((".csv", ".tsv")):
        known = gdelt.layout(decode(data[:100_000])[0])
        yield from gdelt.parse(data, name) if known else sheets.parse(data, name, today=today)
    else:
        yield from _by_content(data, name, low, today)


def _by_content(data: bytes, name: str, low: str, today: str | None) -> Iterator[Found]:
    head = "" if binary(data) else decode(data[:20_000])[0].lstrip("\ufeff \t\r\n")
    if re.match(r"From \S+ .*\d{4}\r?\n", head):
        yield from mail.box(io.BytesIO(data), name, today=today)
    elif low.endswith((".txt", ".text")) and leads.is_list(head):
        yield from leads.parse(data, name)
    elif low.endswith((".xml", ".rss", ".atom", ".opml")) or re.match(
        r"<\?xml|<(rss|feed|opml|newsItem)\b", head
    ):
        yield from _xml(data, name, today)
    elif head.startswith(("{", "[")) and not low.endswith((".md", ".txt")):
        yield from _json(data, name, today)
    else:
        yield from files.parse(data, name, today=today)


def _zip(data: bytes, name: str, today: str | None, depth: int) -> Iterator[Found]:
    """Every member, unpacked no further than SIZE_LIMIT in all; archives inside archives are left out."""
    if depth:
        yield make.gap(name, "archive inside an archive")
        return
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            left = SIZE_LIMIT
            members = [one for one in packed.infolist() if not one.is_dir()]
            for number, member in enumerate(members):
                subject = f"{name}/{member.filename}"
                if number >= _MEMBERS or left <= 0:
                    yield make.gap(name, "members left out", f"{len(members) - number} of {len(members)}")
                    return
                with packed.open(member) as opened:
                    content = opened.read(left + 1)
                left -= len(content)
                if left < 0:
                    yield make.gap(subject, "too large", f"all of it over {SIZE_LIMIT} bytes")
                    return
                yield from _whole(content, subject, member.filename.lower(), today, depth=1)
    except (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, NotImplementedError, EOFError) as error:
        yield make.gap(name, "archive broken", str(error))


def _gzip(data: bytes, name: str, low: str, today: str | None, depth: int) -> Iterator[Found]:
    if depth:
        yield make.gap(name, "archive inside an archive")
        return
    try:
        content = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16).decompress(data, SIZE_LIMIT + 1)
    except zlib.error as error:
        yield make.gap(name, "archive broken", str(error))
        return
    yield from _whole(content, name.removesuffix(".gz"), low.removesuffix(".gz"), today, depth=1)


def _xml(data: bytes, name: str, today: str | None) -> Iterator[Found]:
    try:
        root = xml.parse(data)
    except ValueError as error:
        if isinstance(error, xml.Refused):
            yield make.gap(name, "refused", str(error))
            return
        root = None
    if root is not None and exchange.is_newsml(root):
        yield from exchange.newsml(root, name, today=today)
        return
    found = feed.parse(data, name if "://" in name else "file:///")
    if isinstance(found, Gap):
        yield make.gap(name, found.reason, found.detail)
        return
    if found.kind == "page":
        yield from files.parse(data, name, today=today)
        return
    yield from (Lead(url, name) for url in found.feeds)
    for entry in found.entries:
        if entry.url:
            yield Lead(entry.url, name, entry.title, entry.published)
            continue
        draft = make.Found(
            text=page.text_of(entry.text or "") or "", title=entry.title, published=entry.published,
            outlet=found.title, byline=entry.byline,
        )  # fmt: skip
        yield from make.reports(draft, f"{name}, {entry.key}", today=today)


def _json(data: bytes, name: str, today: str | None) -> Iterator[Found]:
    """ninjs where it is that, JSON Feed as leads, the report format otherwise."""
    whole = rows.load(decode(data)[0]) if len(data) < SIZE_LIMIT else ValueError("too large")
    if isinstance(whole, dict) and "jsonfeed.org" in str(whole.get("version")):
        yield from _xml(data, name, today)
        return
    values = [whole] if not isinstance(whole, ValueError) else [value for _, value, _ in rows.lines(data)]
    if isinstance(whole, list):
        values = whole
    if not values or not all(exchange.is_ninjs(value) for value in values):
        yield from files.parse(data, name, today=today)
        return
    for number, value in enumerate((one for one in values if isinstance(one, dict)), 1):
        yield from exchange.ninjs(value, f"{name}, entry {number}", today=today)
