"""Files of any known kind to reports; what cannot be read becomes a gap that says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any, BinaryIO

from trendechos.ingest import head, make, page, pdf, rows
from trendechos.ingest.decode import binary, decode, wide
from trendechos.records import Gap, Report

_KINDS = {
    ".jsonl": "lines", ".ndjson": "lines", ".json": "json", ".txt": "text", ".text": "text", ".md": "text",
    ".markdown": "text", ".html": "html", ".htm": "html", ".xhtml": "html", ".pdf": "pdf",
}  # fmt: skip
SUFFIXES = frozenset(_KINDS)
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,500}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_CLOSED = re.compile(rb"</(?:p|div|a|head|title|script|style|span|nav|h1|article|meta)>", re.I)
_PDF_LIMIT = 100_000_000
_LISTS = ("reports", "articles", "items", "rows", "data")


def parse(
    data: bytes, name: str, *, url: str | None = None, today: str | None = None
) -> Iterator[Report | Gap]:
    """The reports in `data`, in order, with a gap for each row, file or date that cannot be used.

    `name` is the path (or address) under which it was given: its suffix decides the format unless
    the first bytes say otherwise, and it identifies a plain text. `url` is where it was fetched
    from. A date after `today` (a day, from the caller's clock) is left out and said so.
    """
    if not data.strip():
        yield make.gap(name, "empty file")
        return
    kind = _kind(data, name)
    if kind == "binary":
        yield make.gap(name, "binary file", "neither text nor PDF")
    elif kind in ("lines", "json"):
        yield from _rows(data, name, kind, today)
    elif kind == "html":
        result = page.found(data, url)
        if isinstance(result, str):
            yield make.refused(name, result)
        else:
            yield from make.reports(result, name, path=name, today=today)
    elif kind == "pdf":
        yield from _pdf(data, name, url, today)
    else:
        yield from _text(data, name, url, today)


def lines(stream: BinaryIO, name: str, *, today: str | None = None) -> Iterator[Report | Gap]:
    """The reports in JSON Lines of any length, as `parse` finds them, with one line held at a time."""
    empty = True
    for number, value, replaced in rows.streamed(stream):
        empty = False
        yield from _line(value, f"{name}, line {number}", replaced, today)
    if empty:
        yield make.gap(name, "empty file")


def are_lines(head: bytes, name: str) -> bool:
    """True when what begins with `head` can be read by `lines`: JSON values of one line each, in UTF-8."""
    return _kind(head, name) == "lines" and not wide(head) and not _pretty(head)


def _kind(data: bytes, name: str) -> str:
    if data[:1024].lstrip().startswith(b"%PDF-"):
        return "pdf"
    path = re.split(r"[?#]", name, maxsplit=1)[0] if "://" in name else name
    kind = _KINDS.get(PurePosixPath(path.replace("\\", "/")).suffix.lower())
    if binary(data):
        return "pdf" if kind == "pdf" else "binary"
    if kind:
        return kind
    head = decode(data[:2000])[0].encode() if wide(data) else data[:2000].removeprefix(b"\xef\xbb\xbf")
    if _HTML.match(head) or (head.lstrip().startswith(b"<") and _CLOSED.search(head)):
        return "html"
    if re.match(rb'\s*\{\s*"', head):
        return "lines"
    return "json" if re.match(rb"\s*\[\s*\{", head) else "text"


def _rows(data: bytes, name: str, kind: str, today: str | None) -> Iterator[Report | Gap]:
    if kind == "json" or _pretty(data):
        whole = rows.load(decode(data)[0]) if len(data) < 200_000_000 else ValueError("file too large")
        if not isinstance(whole, ValueError):
            yield from _values(_listed(whole), name, today)
            return
        if kind == "json" and b"\n" not in data.strip():
            yield make.refused(name, whole)
            return
    for number, value, replaced in rows.lines(data):
        yield from _line(value, f"{name}, line {number}", replaced, today)


def _line(value: Any, subject: str, replaced: int, today: str | None) -> Iterator[Report | Gap]:
    yield from _value(value, subject, today)
    if replaced and not isinstance(value, ValueError):
        yield make.gap(subject, "broken encoding", f"{replaced} characters replaced")


def _pretty(data: bytes) -> bool:
    """True when the first line alone is only the opening of a JSON value."""
    return data.lstrip(b"\xef\xbb\xbf \t\r\n")[:200].split(b"\n")[0].strip() in (b"{", b"[", b"[{")


def _listed(whole: Any) -> list[Any]:
    if isinstance(whole, dict) and "text" not in whole:
        whole = next((whole[key] for key in _LISTS if isinstance(whole.get(key), list)), whole)
    return whole if isinstance(whole, list) else [whole]


def _values(values: list[Any], name: str, today: str | None) -> Iterator[Report | Gap]:
    if not values:
        yield make.gap(name, "no reports in the file")
    for number, value in enumerate(values, 1):
        yield from _value(value, f"{name}, entry {number}", today)


def _value(value: Any, subject: str, today: str | None) -> Iterator[Report | Gap]:
    try:
        if isinstance(value, ValueError):
            raise value
        result = rows.found(value)
    except ValueError as error:
        yield make.refused(subject, error)
    else:
        yield from make.reports(result, subject, today=today)


def _pdf(data: bytes, name: str, url: str | None, today: str | None) -> Iterator[Report | Gap]:
    if len(data) > _PDF_LIMIT:
        yield make.gap(name, "too large", f"{len(data):,} bytes, the limit is {_PDF_LIMIT:,}")
        return
    try:
        text, title, author, unread = pdf.extract(data)
    except ValueError as error:
        yield make.refused(name, error)
        return
    if unread:
        yield make.gap(name, "pages left out", f"{unread} pages after the first {pdf.PAGE_LIMIT}")
    result = make.Found(text=text, title=title, byline=author, url=url, credit=page.credit(text))
    yield from make.reports(result, name, path=name, today=today)


def _text(data: bytes, name: str, url: str | None, today: str | None) -> Iterator[Report | Gap]:
    if len(data) > 8 * make.TEXT_LIMIT:
        yield make.gap(name, "too large", f"{len(data):,} bytes, the limit is {8 * make.TEXT_LIMIT:,}")
        return
    text, replaced = decode(data)
    if replaced:
        yield make.gap(name, "broken encoding", f"{replaced} characters replaced")
    first = head.read(text)
    if first.ambiguous:
        detail = f"{first.ambiguous} may be day or month first; the page stays undated"
        yield make.gap(name, "publication date readable two ways", detail)
    result = make.Found(
        text=text,
        url=url,
        title=first.title,
        byline=first.byline,
        published=first.published,
        credit=page.credit(text),
    )
    yield from make.reports(result, name, path=name, today=today)
