"""From what the user names to reports: files, folders, standard input and web addresses."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from trendechos.errors import InvalidInput, SkipItem
from trendechos.ingest import fetch, files
from trendechos.records import Gap, Report
from trendechos.settings import Settings


def collect(inputs: Sequence[str], settings: Settings, *, today: str) -> tuple[list[Report], list[Gap]]:
    """The reports and gaps that `inputs` hold, each report once, in the order given.

    A report dated after `today` (`YYYY-MM-DD`) keeps its text and loses its date, with a gap that says
    so. Raises InvalidInput for a path that does not exist.
    """
    reports: dict[tuple[str, str], Report] = {}
    gaps: list[Gap] = []
    for one in _parsed(inputs, settings):
        if isinstance(one, Gap):
            gaps.append(one)
            continue
        report = one
        if report.published and report.published.first[:10] > today:
            gaps.append(
                Gap(report.report_id, "parse", "dated in the future", f"published {report.published.value}")
            )
            report = replace(report, published=None)
        reports.setdefault((report.report_id, report.version_id), report)
    return list(reports.values()), gaps


def _parsed(inputs: Sequence[str], settings: Settings) -> Iterator[Report | Gap]:
    for name in inputs:
        if name == "-":
            yield from files.parse(sys.stdin.buffer.read(), "-")
        elif name.startswith(("http://", "https://")):
            yield from _fetched(name, settings)
        else:
            yield from _from_path(Path(name), settings)


def _fetched(address: str, settings: Settings) -> Iterator[Report | Gap]:
    try:
        page = fetch.get(
            address,
            allow=settings.allowed_hosts,
            max_bytes=settings.max_bytes,
            seconds=settings.fetch_seconds,
        )
    except SkipItem as error:
        yield Gap(address, "fetch", "not fetched", str(error))
        return
    yield from files.parse(page.content, address)


def _from_path(path: Path, settings: Settings) -> Iterator[Report | Gap]:
    if not path.exists():
        raise InvalidInput(
            f"{path}: no such file or folder; give files, folders, addresses or - for standard input"
        )
    for file in _files(path):
        try:
            if file.stat().st_size > settings.max_bytes and file.suffix not in files.LINES:
                yield Gap(
                    str(file),
                    "parse",
                    "too large",
                    f"over {settings.max_bytes:,} bytes; see the setting max_bytes",
                )
                continue
            content = file.read_bytes()
        except OSError as error:
            yield Gap(str(file), "parse", "cannot be read", error.strerror or str(error))
            continue
        yield from files.parse(content, str(file))


def _files(path: Path) -> Iterable[Path]:
    if path.is_file():
        return [path]
    return sorted(file for file in path.rglob("*") if file.is_file() and file.suffix.lower() in files.SUFFIXES)
