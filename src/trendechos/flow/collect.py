"""From what the user names to reports: files, folders, standard input and web addresses."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from trendechos.errors import InvalidInput, SkipItem
from trendechos.ingest import fetch, files
from trendechos.records import Gap, Report
from trendechos.settings import Settings


def collect(inputs: Sequence[str], settings: Settings, *, today: str) -> tuple[list[Report], list[Gap]]:
    """The reports and gaps that `inputs` hold, each version of a report once, in the order given.

    A date after `today` (`YYYY-MM-DD`) is no date: the report stays, with a gap that says so. Raises
    InvalidInput for a path that does not exist.
    """
    reports: dict[tuple[str, str], Report] = {}
    gaps: list[Gap] = []
    for one in _parsed(inputs, settings, today):
        if isinstance(one, Gap):
            gaps.append(one)
        else:
            reports.setdefault((one.report_id, one.version_id), one)
    return list(reports.values()), gaps


def _parsed(inputs: Sequence[str], settings: Settings, today: str) -> Iterator[Report | Gap]:
    for name in inputs:
        if name == "-":
            yield from files.parse(sys.stdin.buffer.read(), "-", today=today)
        elif name.startswith(("http://", "https://")):
            yield from _fetched(name, settings, today)
        else:
            yield from _from_path(Path(name), settings, today)


def _fetched(address: str, settings: Settings, today: str) -> Iterator[Report | Gap]:
    limits = fetch.Limits(max_bytes=settings.max_bytes, total_seconds=settings.fetch_seconds)
    try:
        page = fetch.get(address, allow=settings.allowed_hosts, limits=limits)
    except SkipItem as error:
        yield Gap(address, "fetch", "not fetched", str(error))
        return
    yield from files.parse(page.data, address, url=page.final_url, today=today)


def _from_path(path: Path, settings: Settings, today: str) -> Iterator[Report | Gap]:
    if not path.exists():
        raise InvalidInput(
            f"{path}: no such file or folder; give files, folders, addresses or - for standard input"
        )
    for file in _files(path):
        try:
            size = file.stat().st_size
            if size > settings.max_bytes and file.suffix.lower() not in (".jsonl", ".ndjson"):
                reason = f"{size:,} bytes; the setting max_bytes allows {settings.max_bytes:,}"
                yield Gap(str(file), "parse", "too large", reason)
                continue
            content = file.read_bytes()
        except OSError as error:
            yield Gap(str(file), "parse", "cannot be read", error.strerror or str(error))
            continue
        yield from files.parse(content, str(file), today=today)


def _files(path: Path) -> Iterable[Path]:
    if path.is_file():
        return [path]
    return sorted(file for file in path.rglob("*") if file.is_file() and file.suffix.lower() in files.SUFFIXES)
