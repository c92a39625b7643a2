"""Tables to reports and leads: CSV, TSV and Parquet, by the names of their columns."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from trendechos.ingest import make, rows
from trendechos.ingest.decode import clean, decode
from trendechos.ingest.feed import address
from trendechos.ingest.leads import Lead
from trendechos.records import Gap, Report

# What other tools call our fields; the first of a name that a row fills is taken.
NAMES = {
    "text": "text", "body": "text", "content": "text", "article": "text", "full_text": "text",
    "maintext": "text", "url": "url", "link": "url", "address": "url", "source_url": "url",
    "title": "title", "headline": "title", "published": "published", "date": "published",
    "pubdate": "published", "published_at": "published", "date_published": "published",
    "publish_date": "published", "outlet": "outlet", "source": "outlet", "publisher": "outlet",
    "source_name": "outlet", "sitename": "outlet", "byline": "byline", "author": "byline",
    "authors": "byline", "id": "id", "language": "language", "lang": "language", "credit": "credit",
    "retrieved": "retrieved", "retrieved_at": "retrieved",
}  # fmt: skip
_CELL_LIMIT = 8_000_000
_PARQUET_LIMIT = 4_000_000_000


def parse(data: bytes, name: str, *, today: str | None = None) -> Iterator[Report | Lead | Gap]:
    """A report for each row of a CSV or TSV with a text, a lead for each with only an address."""
    text, replaced = decode(data)
    if replaced:
        yield make.gap(name, "broken encoding", f"{replaced} characters replaced")
    first = text[:20_000].split("\n", 1)[0]
    between = max("\t;,", key=first.count)
    csv.field_size_limit(_CELL_LIMIT)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=between, strict=False)
    try:
        head = next(reader, [])
        if not any(_name(cell) in NAMES for cell in head):
            yield make.gap(name, "no column has a known name", f"known are {', '.join(sorted(set(NAMES)))}")
            return
        for cells in reader:
            if any(cell.strip() for cell in cells):
                row = dict(zip(head, cells, strict=False))
                yield from _row(row, f"{name}, line {reader.line_num}", today)
    except csv.Error as error:
        yield make.gap(f"{name}, line {reader.line_num}", "table broken", str(error))


def parquet(source: bytes | BinaryIO, name: str, *, today: str | None = None) -> Iterator[Report | Lead | Gap]:
    """As `parse`, for a Parquet file, 500 rows at a time; raises ImportError without pyarrow."""
    import pyarrow as pa  # noqa: PLC0415 - an optional extra
    import pyarrow.parquet as pq  # noqa: PLC0415 - an optional extra

    try:
        table = pq.ParquetFile(pa.BufferReader(source) if isinstance(source, bytes) else source)
        sizes = (table.metadata.row_group(at).total_byte_size for at in range(table.num_row_groups))
        # A file of any length may come from a stream; what is unpacked at once may not be.
        size = sum(sizes) if isinstance(source, bytes) else max(sizes, default=0)
        if size > _PARQUET_LIMIT:
            yield make.gap(name, "too large", f"{size} bytes unpacked")
            return
        columns = [column for column in table.schema_arrow.names if _name(column) in NAMES]
        if not columns:
            yield make.gap(name, "no column has a known name", f"known are {', '.join(sorted(set(NAMES)))}")
            return
        number = 0
        for some in table.iter_batches(batch_size=500, columns=columns):
            for row in some.to_pylist():
                number += 1
                yield from _row(row, f"{name}, row {number}", today)
    except (pa.ArrowException, OSError) as error:
        yield make.gap(name, "table broken", str(error))


def _row(row: Mapping[str, Any], subject: str, today: str | None) -> Iterator[Report | Lead | Gap]:
    named: dict[str, Any] = {}
    for column, value in row.items():
        field = NAMES.get(_name(column))
        if field and field not in named and value not in (None, ""):
            named[field] = value.isoformat() if hasattr(value, "isoformat") else value
    if not str(named.get("text") or "").strip():
        url = address(named.get("url"), "")
        if url:
            title, published = named.get("title"), named.get("published")
            yield Lead(
                url, "table", clean(str(title)) if title else None, str(published) if published else None
            )
        else:
            yield make.gap(subject, "neither a text nor an address")
        return
    try:
        found = rows.found(named)
    except ValueError as error:
        yield make.gap(subject, str(error))
    else:
        yield from make.reports(found, subject, today=today)


def _name(column: object) -> str:
    return str(column).strip().lstrip("\ufeff").lower().replace(" ", "_").replace("-", "_")
