"""Web archives to reports: every page that was answered with 200, at the time it was fetched."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from trendechos.ingest import dates, files, make
from trendechos.records import Gap, Report

# A page larger than this is no article, and a small record may unpack to it only by being a bomb.
PAGE_LIMIT = 20_000_000
_PAGES = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf")


def parse(stream: BinaryIO, name: str, *, today: str | None = None) -> Iterator[Report | Gap]:
    """The report of each page in the archive, in its order; a gap for each page that gives none.

    Records that are no pages (requests, metadata, pictures, redirects) are counted in one gap. Raises
    ImportError without fastwarc.
    """
    from fastwarc.warc import ArchiveIterator, WarcRecordType  # noqa: PLC0415 - an optional extra

    wanted = WarcRecordType.response | WarcRecordType.resource
    other = 0
    try:
        for record in ArchiveIterator(stream, record_types=wanted, parse_http=True):
            if not _is_page(record):
                other += 1
                continue
            yield from _reports(record, name, today)
    except (OSError, ValueError, EOFError) as error:
        yield make.gap(name, "archive broken", str(error))
    if other:
        yield make.gap(name, "records that are no pages", f"{other} records")


def _is_page(record: Any) -> bool:
    headers = record.http_headers
    if headers is not None and headers.status_code != 200:
        return False
    kind = record.http_content_type if headers is not None else record.headers.get("Content-Type", "")
    return str(kind or "").split(";")[0].strip().lower() in _PAGES


def _reports(record: Any, name: str, today: str | None) -> Iterator[Report | Gap]:
    url = str(record.headers.get("WARC-Target-URI", "")).strip("<>")
    subject = url or f"{name}, record {record.record_id}"
    packed = record.http_headers.get("content-encoding", "") if record.http_headers is not None else ""
    try:
        body = _unpacked(record.reader.read(PAGE_LIMIT + 1), str(packed).lower())
    except (OSError, ValueError, EOFError, zlib.error) as error:
        yield make.gap(subject, "archive record broken", str(error))
        return
    if len(body) > PAGE_LIMIT:
        yield make.gap(subject, "too large", f"the limit is {PAGE_LIMIT} bytes")
        return
    retrieved = dates.parse(str(record.headers.get("WARC-Date", "")))
    day = retrieved.first[:10] if retrieved else today
    for one in files.parse(body, subject, url=url or None, today=day):
        yield replace(one, retrieved=retrieved) if isinstance(one, Report) else one


def _unpacked(body: bytes, packing: str) -> bytes:
    if packing in ("", "identity") or not body:
        return body
    if packing not in ("gzip", "x-gzip", "deflate"):
        raise ValueError(f"packed as {packing[:40]}, which is not read")
    return zlib.decompressobj(wbits=zlib.MAX_WBITS | 32).decompress(body, PAGE_LIMIT + 1)
