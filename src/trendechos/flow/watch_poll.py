"""Polling sources: what they serve goes into the ledger in the same transaction as their ETag."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace

from trendechos.flow.situation_file import SituationFile, WatchedSource
from trendechos.flow.watch_clock import LONGEST_SECONDS, Clock, back_off
from trendechos.flow.watch_hosts import Answer, Failed, Hosts, Job
from trendechos.ingest import feed
from trendechos.ingest.feed import Entry, Feed
from trendechos.records import Gap
from trendechos.records.codec import to_json
from trendechos.store import Store
from trendechos.store.watching import WatchedFeed, WatchedItem, Watching

# A pass that takes longer than this has died; another may take over what it held.
LEASE_SECONDS = 600.0
# What is due later than this was written by a clock that ran ahead.
HORIZON_SECONDS = 8 * LONGEST_SECONDS
# A list of lists that names itself would go round for ever.
_DEEPEST = 4
# What is kept of the text in a feed, in case that the page cannot be had.
_TEXT_LIMIT = 200_000


@dataclass(frozen=True, slots=True)
class Polled:
    """What polling came to: sources asked, entries never seen before, and (address, reason) of failures."""

    asked: int = 0
    new: int = 0
    troubles: tuple[tuple[str, str], ...] = ()

    @property
    def failed(self) -> int:
        """How many sources failed."""
        return len(self.troubles)


@dataclass(frozen=True, slots=True)
class Sources:
    """The sources of a situation file and those that its lists led to."""

    file: SituationFile
    feeds: Mapping[str, WatchedFeed]

    def options(self, url: str) -> WatchedSource | None:
        """The options of the source at `url`, through the list that named it; None when no longer watched."""
        named = {source.url: source for source in self.file.sources}
        for _ in range(_DEEPEST + 1):
            if url in named:
                return named[url]
            parent = self.feeds[url].parent if url in self.feeds else None
            if not parent:
                return None
            url = parent
        return None

    def every_seconds(self, url: str) -> float:
        """Seconds between two visits to a source."""
        options = self.options(url)
        minutes = options.every_minutes if options else 0
        return 60 * (minutes or self.file.politeness.every_minutes)

    def active(self) -> frozenset[str]:
        """The addresses that are watched now; others stay in the ledger and rest."""
        return frozenset(url for url in self.feeds if self.options(url))


def sources(file: SituationFile, store: Store, now: str) -> Sources:
    """The sources of `file`, put into the ledger where they are new."""
    with store.writer() as writer:
        writer.watching.add_feeds(
            WatchedFeed(file.situation_id, one.url, one.kind, now) for one in file.sources
        )
        return Sources(file, {one.url: one for one in writer.watching.feeds(file.situation_id)})


def poll(found: Sources, store: Store, hosts: Hosts, clock: Clock) -> Polled:
    """Asks every source that is due; what it serves is in the ledger when this returns."""
    file = found.file
    with store.writer() as writer:
        leased = writer.watching.lease_feeds(
            file.situation_id, clock.stamp(), until=clock.stamp(LEASE_SECONDS),
            latest=clock.stamp(HORIZON_SECONDS), among=found.active(),
        )  # fmt: skip
    pages = [one for one in leased if one.kind == "page"]
    new, troubles = 0, []
    open_leases = {one.url for one in leased}
    try:
        for one in pages:
            new += _page(one, found, store, clock)
            open_leases.discard(one.url)
        jobs = [Job(one.url, one, any_type=True) for one in leased if one.kind != "page"]
        for job, answer in hosts.visit(jobs):
            assert isinstance(job.what, WatchedFeed)
            fresh, trouble = _answered(job.what, answer, found, store, clock)
            open_leases.discard(job.url)
            troubles += [(job.url, trouble)] if trouble else []
            new += fresh
    finally:
        if open_leases:
            with store.writer() as writer:
                writer.watching.release_feeds(file.situation_id, open_leases)
    return Polled(len(leased), new, tuple(sorted(troubles)))


def _page(row: WatchedFeed, found: Sources, store: Store, clock: Clock) -> int:
    """Makes a plain page due; it is its own only entry."""
    now = clock.stamp()
    entry = Entry(row.url, "", row.url)
    with store.writer() as writer:
        held = writer.watching.known(row.situation_id, row.url, [row.url]).get(row.url)
        due = replace(held, next_due=now) if held else _row(row, entry, now)
        writer.watching.keep_items([due])
        later = clock.stamp(found.every_seconds(row.url))
        served = row.served + (held is None)
        writer.watching.keep_feed(replace(row, lease_until="", next_due=later, served=served))
    return int(held is None)


def _answered(row: WatchedFeed, answer: Answer, found: Sources, store: Store, clock: Clock) -> tuple[int, str]:
    """Writes what a source answered into the ledger; how many entries are new, and why it failed, if it did."""
    now, every = clock.stamp(), found.every_seconds(row.url)
    row = replace(row, lease_until="", last_try=now)
    if isinstance(answer, Failed):
        wait = max(answer.wait_seconds or 0, _later(row, every))
        return _failed(row, answer.reason, wait, store, clock)
    well = replace(row, fails=0, note="", last_success=now, next_due=clock.stamp(every))
    if answer.status == 304:
        with store.writer() as writer:
            writer.watching.keep_feed(well)
        return 0, ""
    parsed = feed.parse(answer.data, answer.final_url)
    wrong = _wrong(row, parsed)
    if wrong or isinstance(parsed, Gap):
        return _failed(row, wrong, _later(row, every), store, clock)
    well = replace(
        well, kind=parsed.kind, title=parsed.title or row.title, etag=answer.header("etag"),
        last_modified=answer.header("last-modified"),
    )  # fmt: skip
    with store.writer() as writer:
        fresh = _served(well, parsed, writer.watching, now)
    if parsed.kind == "page":
        return _page(well, found, store, clock), ""
    return fresh, ""


def _later(row: WatchedFeed, every: float) -> float:
    """Seconds until a source that failed once more is asked again."""
    return back_off(row.fails + 1, every, f"{row.situation_id} {row.url}")


def _wrong(row: WatchedFeed, parsed: Feed | Gap) -> str:
    """Why the answer is not what the source was said to be; empty when it is."""
    if isinstance(parsed, Gap):
        return f"{parsed.reason}: {parsed.detail}" if parsed.detail else parsed.reason
    if parsed.kind == "page" and row.kind not in ("auto", "page"):
        return f"not a feed: a page of HTML where {row.kind} was expected"
    return ""


def _failed(row: WatchedFeed, reason: str, wait: float, store: Store, clock: Clock) -> tuple[int, str]:
    with store.writer() as writer:
        again = clock.stamp(wait)
        writer.watching.keep_feed(replace(row, fails=row.fails + 1, note=reason, next_due=again))
    return 0, reason


def _served(row: WatchedFeed, parsed: Feed, watching: Watching, now: str) -> int:
    """Puts everything that `parsed` serves into the ledger; how much of it is new."""
    watching.add_feeds(
        WatchedFeed(row.situation_id, url, "auto", now, parent=row.url)
        for url in parsed.feeds
        if url != row.url
    )
    rows, known, changed, fresh = account(row, parsed.entries, watching, now)
    watching.keep_items(rows)
    served = len(parsed.entries) + parsed.duplicates + parsed.left_out
    watching.keep_feed(
        replace(
            row,
            last_new=now if fresh or changed else row.last_new,
            served=row.served + served,
            known=row.known + known + parsed.duplicates,
            changed=row.changed + changed,
            left_out=row.left_out + parsed.left_out,
        )
    )
    return fresh


def account(
    feed_row: WatchedFeed, entries: Iterable[Entry], watching: Watching, now: str
) -> tuple[list[WatchedItem], int, int, int]:
    """The rows to write for what a source serves, and how many entries are known, changed and new.

    Every entry is one of the three. An address that the situation holds already is fetched once: the
    entry joins it. Times play no part in it.
    """
    entries = list(entries)
    held = watching.known(feed_row.situation_id, feed_row.url, [entry.key for entry in entries])
    places = watching.at(feed_row.situation_id, [entry.url for entry in entries if entry.url])
    rows: dict[tuple[str, str], WatchedItem] = {}
    known = changed = 0
    for entry in entries:
        row = held.get(entry.key)
        if row is not None and row.fingerprint in (entry.fingerprint, ""):
            known += 1
            continue
        if row is not None:
            changed += 1
            row = _again(row, entry, now)
        else:
            row = _row(feed_row, entry, now)
            other = places.get(entry.url or "")
            if other:
                row = replace(
                    row, state="joined", why=f"same address as {other.key} of {other.feed}", next_due=""
                )
                if other.feed == feed_row.url:
                    # The source speaks anew about a page it named before: the page may have changed.
                    rows[other.feed, other.key] = replace(
                        rows.get((other.feed, other.key), other), next_due=now
                    )
        if row.state != "joined" and row.url:
            places.setdefault(row.url, row)
        rows[row.feed, row.key] = row
    return list(rows.values()), known, changed, len(entries) - known - changed


def _row(feed_row: WatchedFeed, entry: Entry, now: str) -> WatchedItem:
    return WatchedItem(
        feed_row.situation_id,
        feed_row.url,
        entry.key,
        entry.fingerprint,
        described(entry),
        first_seen=now,
        next_due=now,
        url=entry.url,
    )


def _again(row: WatchedItem, entry: Entry, now: str) -> WatchedItem:
    """A row whose source now says something else about it: its page is looked at again.

    The same guid at another address is the same report when the titles still share half their words;
    feeds that give every entry one guid are not taken for versions of one page.
    """
    due = now if row.state != "joined" else ""
    again = replace(
        row, fingerprint=entry.fingerprint, entry=described(entry), url=entry.url, next_due=due, fails=0
    )
    if row.url == entry.url:
        return again
    again = replace(again, etag=None, last_modified=None)
    if _alike(entry_of(row).title, entry.title):
        return again
    return replace(again, report_id=None, version_id=None, state="waiting", why="", decided_by="")


def _alike(one: str | None, other: str | None) -> bool:
    words, others = set((one or "").lower().split()), set((other or "").lower().split())
    return 2 * len(words & others) >= max(len(words), len(others))


def described(entry: Entry) -> str:
    """An entry as the JSON that the ledger keeps."""
    return to_json(asdict(replace(entry, text=entry.text[:_TEXT_LIMIT] if entry.text else None)))


def entry_of(row: WatchedItem) -> Entry:
    """The entry that `described` wrote."""
    return Entry(**json.loads(row.entry))
