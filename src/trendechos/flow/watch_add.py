"""Adding to a situation by hand: files of any kind, folders and addresses, accounted for like a source."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from trendechos.errors import InvalidInput
from trendechos.flow.situation_file import SituationFile
from trendechos.flow.versions import age
from trendechos.flow.watch_clock import Clock
from trendechos.flow.watch_poll import account, described
from trendechos.flow.watch_versions import arrived, edited
from trendechos.ingest import archive
from trendechos.ingest.feed import Entry
from trendechos.ingest.leads import Lead
from trendechos.records import Gap, Report
from trendechos.records.codec import content_id
from trendechos.store import Store
from trendechos.store.store import Writer
from trendechos.store.watching import Notice, WatchedFeed, WatchedItem

_SOME = 500


@dataclass(frozen=True, slots=True)
class Added:
    """What inputs held: reports and leads that are new, both known before, and what could not be used."""

    reports: int = 0
    leads: int = 0
    known: int = 0
    gaps: tuple[Gap, ...] = ()


def add(file: SituationFile, inputs: Sequence[str], store: Store, clock: Clock) -> Added:
    """Puts what `inputs` hold into the ledger of the situation; reports are held, leads wait to be fetched.

    Raises InvalidInput for a path that does not exist. The same input again adds nothing.
    """
    total = Added()
    for name in inputs:
        row = WatchedFeed(file.situation_id, f"added:{name}", "added", "", title=name)
        with store.writer() as writer:
            writer.watching.add_feeds([row])
        found = _found(name, clock.stamp()[:10])
        while some := list(islice(found, _SOME)):
            total = _plus(total, _kept(row, some, store, clock.stamp()))
    return total


def _plus(one: Added, other: Added) -> Added:
    gaps = (*one.gaps, *other.gaps)
    return Added(one.reports + other.reports, one.leads + other.leads, one.known + other.known, gaps)


def _found(name: str, today: str) -> Iterator[archive.Found]:
    if name.startswith(("http://", "https://")):
        yield Lead(name, "command line")
        return
    if name == "-":
        yield from archive.parse(sys.stdin.buffer, "-", today=today)
        return
    for path in _files(Path(name)):
        try:
            with path.open("rb") as stream:
                yield from archive.parse(stream, str(path), today=today)
        except OSError as error:
            yield Gap(str(path), "parse", "cannot be read", error.strerror or str(error))


def _files(path: Path) -> Iterable[Path]:
    if not path.exists():
        raise InvalidInput(f"{path}: no such file or folder; give files, folders, addresses or -")
    if path.is_file():
        return [path]
    return sorted(
        file for file in path.rglob("*") if file.is_file() and file.suffix.lower() in archive.SUFFIXES
    )


def _kept(row: WatchedFeed, some: list[archive.Found], store: Store, now: str) -> Added:
    """Writes some findings into the ledger, all in one transaction."""
    reports = [one for one in some if isinstance(one, Report)]
    leads = [_entry(one) for one in some if isinstance(one, Lead)]
    gaps = tuple(one for one in some if isinstance(one, Gap))
    with store.writer() as writer:
        fresh = _hold(row, reports, writer, now)
        once = {one.key: one for one in leads}.values()
        rows, _, changed, leads_new = account(row, once, writer.watching, now)
        writer.watching.keep_items(rows)
        again = len(some) - len(gaps) - fresh - leads_new - changed
        joined = sum(one.state == "joined" for one in rows)
        here = next(one for one in writer.watching.feeds(row.situation_id) if one.url == row.url)
        writer.watching.keep_feed(
            replace(
                here, last_try=now, last_success=now, served=here.served + len(some),
                last_new=now if fresh or leads_new else here.last_new,
                known=here.known + again, changed=here.changed + changed, left_out=here.left_out + len(gaps),
            )
        )  # fmt: skip
    return Added(fresh, leads_new - joined, again + changed + joined, gaps)


def _hold(row: WatchedFeed, reports: list[Report], writer: Writer, now: str) -> int:
    """Holds the reports that are new to the situation, to be read and decided on; how many they are.

    Another text at an address or id that is held is a version of that page, which is noticed.
    """
    stored = writer.reports(sorted({report.report_id for report in reports}))
    held: dict[str, list[Report]] = defaultdict(list)
    for one in writer.watching.versions(row.situation_id, stored):
        held[one.report_id].append(one)
    fresh: list[Report] = []
    notices: list[Notice] = []
    for report in sorted(reports, key=age):
        found = arrived(report, held[report.report_id])
        if not found.fresh:
            continue
        held[report.report_id].append(found.report)
        fresh.append(found.report)
        pairs = ((found.before, found.report), (found.report, found.after))
        notices += [edited(row.situation_id, one, other, now) for one, other in pairs if one and other]
    writer.add_reports(fresh)
    writer.watching.keep_items(_item(row, f"{one.report_id} {one.version_id}", one, now) for one in fresh)
    writer.watching.add_notices(notices)
    return len(fresh)


def _item(row: WatchedFeed, key: str, report: Report, now: str) -> WatchedItem:
    said = Entry(key, report.version_id, report.url, report.title, byline=report.byline)
    return WatchedItem(
        row.situation_id, row.url, key, report.version_id, described(said), first_seen=now, next_due="",
        url=report.url, state="held", report_id=report.report_id, version_id=report.version_id,
    )  # fmt: skip


def _entry(lead: Lead) -> Entry:
    said = content_id("lead", lead.title, lead.published, *lead.about)
    return Entry(lead.url, said, lead.url, lead.title, lead.published)
