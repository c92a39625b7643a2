"""From what the user names to reports: files, folders, archives, standard input and web addresses."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import BinaryIO

from trendechos.errors import InvalidInput, SkipItem
from trendechos.ingest import archive, fetch, files
from trendechos.ingest.leads import Lead
from trendechos.records import Gap, Report
from trendechos.settings import Settings

# Read as they come, however long; any other file is held whole.
STREAMED = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz", ".parquet", ".warc", ".warc.gz", ".mbox")
# The first line of a file of reports fits in this; more would only cost memory.
BUFFER = 1_000_000
# What a brief consists of; a folder that holds both is one, and its pages are no reports.
SITUATION, INPUTS = "situation.json", "inputs.json"


def collect(inputs: Sequence[str], settings: Settings, *, today: str) -> tuple[list[Report], list[Gap]]:
    """The reports and gaps that `inputs` hold, each version of a report once, in the order given.

    A date after `today` (`YYYY-MM-DD`) is no date: the report stays, with a gap that says so. Raises
    InvalidInput for a path that does not exist or cannot be reached.
    """
    gaps: list[Gap] = []
    return list(stream(inputs, settings, gaps, today=today)), gaps


def stream(inputs: Sequence[str], settings: Settings, gaps: list[Gap], *, today: str) -> Iterator[Report]:
    """As `collect`, one report at a time; `gaps` grows by what cannot be used.

    JSON Lines, Parquet, web archives and mail boxes of any length are held a piece at a time; what is
    kept of each report is 16 bytes that tell it from the others.
    """
    known: set[bytes] = set()
    for one in _parsed(inputs, settings, today):
        if isinstance(one, Gap):
            gaps.append(one)
            continue
        same = f"{one.report_id}\0{one.version_id}".encode("utf-8", "surrogatepass")
        key = blake2b(same, digest_size=16).digest()
        if key not in known:
            known.add(key)
            yield one


def size(inputs: Sequence[str]) -> int:
    """The bytes of the files among `inputs`; addresses and standard input count nothing."""
    named = [Path(name) for name in inputs if name != "-" and "://" not in name]
    return sum(file.stat().st_size for path in named if os.path.exists(path) for file in _files(path, []))


def _parsed(inputs: Sequence[str], settings: Settings, today: str) -> Iterator[Report | Gap]:
    for name in inputs:
        if name == "-":
            yield from _opened(sys.stdin.buffer, "-", today)
        elif name.startswith(("http://", "https://")):
            yield from _fetched(name, settings, today)
        else:
            yield from _from_path(_existing(name), settings, today)


def _existing(name: str) -> Path:
    """The path `name`; raises InvalidInput where nothing is or nothing may be looked at."""
    if not name.strip():
        raise InvalidInput("an input without a name; give files, folders, addresses or - for standard input")
    try:
        os.stat(name)
    except FileNotFoundError as error:
        reason = "no such file or folder; give files, folders, addresses or - for standard input"
        raise InvalidInput(f"{name}: {reason}") from error
    except (OSError, ValueError) as error:
        raise InvalidInput(f"{name}: cannot be read: {getattr(error, 'strerror', error)}") from error
    return Path(name)


def _fetched(address: str, settings: Settings, today: str) -> Iterator[Report | Gap]:
    limits = fetch.Limits(max_bytes=settings.max_bytes, total_seconds=settings.fetch_seconds)
    try:
        page = fetch.get(address, allow=settings.allowed_hosts, limits=limits)
    except SkipItem as error:
        yield Gap(address, "fetch", "not fetched", str(error))
        return
    yield from files.parse(page.data, address, url=page.final_url, today=today)


def no_report(inputs: Sequence[str], gaps: Sequence[Gap]) -> str:
    """What to tell somebody whose inputs hold no report: the first five reasons, with what would mend them.

    >>> no_report(["a.txt"], [Gap("a.txt", "parse", "too large", "9 bytes; the setting max_bytes allows 8")])
    'no report in a.txt (a.txt: too large, 9 bytes; the setting max_bytes allows 8)'
    """
    told = [f"{gap.subject}: {gap.why}" for gap in gaps[:5]]
    more = [f"and {len(gaps) - 5:,} more"] if len(gaps) > 5 else []
    reasons = "; ".join([*told, *more])
    return f"no report in {', '.join(inputs)}" + (f" ({reasons})" if reasons else "")


def _from_path(path: Path, settings: Settings, today: str) -> Iterator[Report | Gap]:
    gaps: list[Gap] = []
    for file in _files(path, gaps):
        try:
            size = file.stat().st_size
            if size > settings.max_bytes and not file.name.lower().endswith(STREAMED):
                reason = f"{size:,} bytes; the setting max_bytes allows {settings.max_bytes:,}"
                yield Gap(str(file), "parse", "too large", reason)
                continue
            with file.open("rb", buffering=BUFFER) as opened:
                yield from _opened(opened, str(file), today)
        except OSError as error:
            yield _unreadable(str(file), error)
    yield from gaps


def _opened(opened: BinaryIO, name: str, today: str) -> Iterator[Report | Gap]:
    """The reports and gaps in one file; addresses without a text are counted in one gap."""
    leads = 0
    for one in archive.parse(opened, name, today=today):
        if isinstance(one, Lead):
            leads += 1
        else:
            yield one
    if leads:
        detail = f"{leads:,}; `trendechos add` puts them into a situation that is watched"
        yield Gap(name, "parse", "addresses without a text", detail)


def _files(path: Path, gaps: list[Gap]) -> list[Path]:
    """The file at `path`, or those of a known kind below the folder there, in the order of their names.

    `gaps` grows by folders that cannot be entered, briefs of our own, and how many files are of other kinds.
    """
    if not path.is_dir():
        return [path]
    found: list[Path] = []
    others: Counter[str] = Counter()
    for folder, below, names in os.walk(path, onerror=lambda error: gaps.append(_unreadable(path, error))):
        if {SITUATION, INPUTS} <= set(names):
            below.clear()
            gaps.append(Gap(folder, "parse", "a brief of trendechos, no reports"))
            continue
        files = [Path(folder, name) for name in names if not name.startswith(".")]
        found += [file for file in files if file.suffix.lower() in archive.SUFFIXES]
        others.update(
            file.suffix.lower() or "no ending" for file in files if file.suffix.lower() not in archive.SUFFIXES
        )
    if others:
        kinds = ", ".join(f"{many:,} {kind}" for kind, many in sorted(others.items()))
        gaps.append(Gap(str(path), "parse", "files of other kinds", kinds))
    return sorted(found)


def _unreadable(where: str | Path, error: OSError) -> Gap:
    return Gap(str(error.filename or where), "parse", "cannot be read", error.strerror or str(error))
