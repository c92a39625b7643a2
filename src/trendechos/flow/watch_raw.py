"""Pages as received, kept as WARC files on request."""

from __future__ import annotations

import gzip
import io
from pathlib import Path
from typing import BinaryIO

from trendechos.errors import InvalidInput
from trendechos.ingest.fetch import Fetched

# Of the body as it came over the wire; what is kept is unpacked.
_WIRE = frozenset({"content-encoding", "transfer-encoding", "content-length", "connection"})


class RawPages:
    """Writes each page as a WARC response record; does nothing without a folder."""

    def __init__(self, folder: Path | None, name: str) -> None:
        """Writes to `folder`/`name`.warc.gz, opened with the first page."""
        self._folder = folder
        self._name = name
        self._file: BinaryIO | None = None

    def keep(self, page: Fetched, stamped: str) -> None:
        """Appends `page`, fetched at `stamped`, to the file; raises InvalidInput without the library."""
        if self._folder is None:
            return
        record = _record(page, stamped)
        if self._file is None:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._file = (self._folder / f"{self._name}.warc.gz").open("ab")
        # One gzip member a record, so that readers can start at any of them.
        self._file.write(gzip.compress(record, mtime=0))
        self._file.flush()

    def close(self) -> None:
        """Ends the file, if one was begun."""
        if self._file is not None:
            self._file.close()
            self._file = None


def _record(page: Fetched, stamped: str) -> bytes:
    try:
        from fastwarc.warc import WarcRecord, WarcRecordType  # noqa: PLC0415 - an optional extra
    except ImportError as error:
        raise InvalidInput("keep_raw needs one more package: pip install 'trendechos[watch]'") from error
    lines = [f"{name}: {' '.join(value.split())}\r\n" for name, value in page.headers if name not in _WIRE]
    head = f"HTTP/1.1 200 OK\r\n{''.join(lines)}content-length: {len(page.data)}\r\n\r\n"
    record = WarcRecord()
    record.init_headers(record_type=WarcRecordType.response)
    record.headers["WARC-Target-URI"] = page.final_url
    record.headers["WARC-Date"] = stamped
    record.headers["Content-Type"] = "application/http; msgtype=response"
    record.set_bytes_content(head.encode("latin-1", "replace") + page.data)
    written = io.BytesIO()
    record.write(written, checksum_data=True)
    return written.getvalue()
