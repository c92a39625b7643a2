"""What watching needs of the store: sources, what they served, pages that are gone, notices."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from itertools import islice
from typing import Any, Literal, TypeVar

from sqlalchemy import ColumnElement, Connection, Table, and_, case, delete, func, or_, select, true, update
from sqlalchemy.dialects import postgresql, sqlite

from trendechos.records import Report
from trendechos.store.rows import stored_version
from trendechos.store.schema import FEEDS, ITEMS, MEMBERS, NOTICES, REMOVED, REPORTS

State = Literal["waiting", "held", "taken", "refused", "removed", "joined"]
# SQLite allows 32,766 parameters a statement.
_ROWS = 1000
Row = TypeVar("Row", "WatchedFeed", "WatchedItem")


@dataclass(frozen=True, slots=True)
class WatchedFeed:
    """One row of `feeds`: a source with its schedule and its ledger. Times are RFC 3339 in UTC."""

    situation_id: str
    url: str
    kind: str
    next_due: str
    parent: str | None = None
    title: str | None = None
    lease_until: str = ""
    etag: str | None = None
    last_modified: str | None = None
    fails: int = 0
    last_try: str | None = None
    last_success: str | None = None
    last_new: str | None = None
    served: int = 0
    known: int = 0
    changed: int = 0
    left_out: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class WatchedItem:
    """One row of `items`: what a source served, and what became of it."""

    situation_id: str
    feed: str
    key: str
    fingerprint: str
    entry: str
    first_seen: str
    next_due: str
    url: str | None = None
    state: State = "waiting"
    why: str = ""
    decided_by: str = ""
    report_id: str | None = None
    version_id: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    last_try: str | None = None
    visits: int = 0
    fails: int = 0
    told: bool = True


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that watching noticed: a new version, a page gone, an alert; `body` is JSON."""

    notice_id: str
    situation_id: str
    made_at: str
    kind: str
    subject: str
    body: str
    state: str = "kept"
    tries: int = 0


@dataclass(frozen=True, slots=True)
class Gone:
    """A page that was held and is gone, and since when; `returned_at` when it came back."""

    situation_id: str
    report_id: str
    url: str | None
    status: int
    noticed_at: str
    returned_at: str | None = None


@dataclass(frozen=True, slots=True)
class Removal:
    """One time that a page was found gone: `was` says what it was to the situation (taken, refused).

    `status` is what the server answered, `version_id` the version held last, which stays held.
    `returned_at` is None while the page is gone. Times are when we found out, RFC 3339 in UTC.
    """

    report_id: str
    url: str | None
    status: int
    was: str
    version_id: str | None
    noticed_at: str
    returned_at: str | None = None


@dataclass(frozen=True, slots=True)
class Volume:
    """Reports of one outlet published on one day, and how many of them the situation took.

    `day` is empty for undated reports and those dated no finer than a month, `outlet` where none is named.
    """

    day: str
    outlet: str
    reports: int
    taken: int


class Watching:
    """The ledger of watching over one connection; writing needs a Writer's."""

    def __init__(self, connection: Connection) -> None:
        """Works through `connection`."""
        self._connection = connection

    def feeds(self, situation_id: str) -> list[WatchedFeed]:
        """Every source of a situation, by address."""
        query = select(FEEDS).where(FEEDS.c.situation_id == situation_id).order_by(FEEDS.c.url)
        return [_from(WatchedFeed, row) for row in self._connection.execute(query)]

    def add_feeds(self, feeds: Iterable[WatchedFeed]) -> None:
        """Adds sources; those known stay as they are."""
        self._insert(FEEDS, [_row(feed) for feed in feeds])

    def keep_feed(self, feed: WatchedFeed) -> None:
        """Writes a source's row in place of its earlier one."""
        self._upsert(FEEDS, [_row(feed)])

    def lease_feeds(
        self, situation_id: str, now: str, *, until: str, latest: str, among: Collection[str] | None = None
    ) -> list[WatchedFeed]:
        """The sources (of `among`) that are due and in nobody's hands, now in the caller's until `until`.

        What is due or leased later than `latest` was written by a clock that ran ahead, and is due.
        """
        due = or_(FEEDS.c.next_due <= now, FEEDS.c.next_due > latest)
        free = or_(FEEDS.c.lease_until <= now, FEEDS.c.lease_until > latest)
        here = and_(FEEDS.c.situation_id == situation_id, due, free)
        query = select(FEEDS).where(here).order_by(FEEDS.c.url).with_for_update(skip_locked=True)
        found = [_from(WatchedFeed, row) for row in self._connection.execute(query)]
        leased = [replace(feed, lease_until=until) for feed in found if among is None or feed.url in among]
        self._upsert(FEEDS, [_row(feed) for feed in leased])
        return leased

    def hurry_feeds(self, situation_id: str, now: str) -> None:
        """Makes every source of a situation due, and its pages that wait; not where a host asked for rest."""
        for table, reason in ((FEEDS, FEEDS.c.note), (ITEMS, ITEMS.c.why)):
            here = (table.c.situation_id == situation_id) & (table.c.next_due > now)
            here &= and_(*(reason.not_like(f"%the server answered {status}%") for status in (429, 503)))
            here &= ITEMS.c.state == "waiting" if table is ITEMS else true()
            self._connection.execute(update(table).where(here).values(next_due=now))

    def release_feeds(self, situation_id: str, urls: Iterable[str]) -> None:
        """Gives leased sources back."""
        for some in _some(sorted(set(urls))):
            here = (FEEDS.c.situation_id == situation_id) & FEEDS.c.url.in_(some)
            self._connection.execute(update(FEEDS).where(here).values(lease_until=""))

    def items(
        self, situation_id: str, *, states: Sequence[str] | None = None, limit: int | None = None
    ) -> list[WatchedItem]:
        """What the sources served, in order of first sight, narrowed by state; the first `limit` of it."""
        query = select(ITEMS).where(ITEMS.c.situation_id == situation_id)
        if states is not None:
            query = query.where(ITEMS.c.state.in_(states))
        query = query.order_by(ITEMS.c.first_seen, ITEMS.c.feed, ITEMS.c.key).limit(limit)
        return [_from(WatchedItem, row) for row in self._connection.execute(query)]

    def known(self, situation_id: str, feed: str, keys: Iterable[str]) -> dict[str, WatchedItem]:
        """Those of a source's keys that are held already, with their rows."""
        found: dict[str, WatchedItem] = {}
        for some in _some(sorted(set(keys))):
            here = and_(ITEMS.c.situation_id == situation_id, ITEMS.c.feed == feed, ITEMS.c.key.in_(some))
            for row in self._connection.execute(select(ITEMS).where(here)):
                found[row.key] = _from(WatchedItem, row)
        return found

    def at(self, situation_id: str, urls: Iterable[str]) -> dict[str, WatchedItem]:
        """The row that stands for each of these addresses, whichever source served it."""
        found: dict[str, WatchedItem] = {}
        for some in _some(sorted(set(urls))):
            here = and_(ITEMS.c.situation_id == situation_id, ITEMS.c.url.in_(some), ITEMS.c.state != "joined")
            for row in self._connection.execute(select(ITEMS).where(here).order_by(ITEMS.c.feed, ITEMS.c.key)):
                found.setdefault(row.url, _from(WatchedItem, row))
        return found

    def untold(self, situation_id: str) -> list[WatchedItem]:
        """Taken reports of which no alert was made yet."""
        here = (ITEMS.c.situation_id == situation_id) & (ITEMS.c.state == "taken") & ITEMS.c.told.is_(False)
        query = select(ITEMS).where(here).order_by(ITEMS.c.feed, ITEMS.c.key)
        return [_from(WatchedItem, row) for row in self._connection.execute(query)]

    def lease_items(
        self, situation_id: str, now: str, *, until: str, latest: str, limit: int
    ) -> list[WatchedItem]:
        """Up to `limit` rows whose address is due, unvisited first, oldest first; due again at `until`."""
        due = and_(ITEMS.c.next_due != "", or_(ITEMS.c.next_due <= now, ITEMS.c.next_due > latest))
        order = (ITEMS.c.visits, ITEMS.c.next_due, ITEMS.c.first_seen, ITEMS.c.feed, ITEMS.c.key)
        query = select(ITEMS).where(ITEMS.c.situation_id == situation_id, due).order_by(*order).limit(limit)
        rows = self._connection.execute(query.with_for_update(skip_locked=True))
        found = [_from(WatchedItem, row) for row in rows]
        self._upsert(ITEMS, [_row(replace(item, next_due=until)) for item in found])
        return found

    def next_due(self, situation_id: str, *, among: Collection[str]) -> str | None:
        """When the next page, or source of `among`, is due; None when nothing ever is."""
        here = (ITEMS.c.situation_id == situation_id) & (ITEMS.c.next_due != "")
        found = [self._connection.execute(select(func.min(ITEMS.c.next_due)).where(here)).scalar_one()]
        found += [feed.next_due for feed in self.feeds(situation_id) if feed.url in among]
        return min((due for due in found if due), default=None)

    def keep_items(self, items: Iterable[WatchedItem]) -> None:
        """Writes rows in place of their earlier ones."""
        self._upsert(ITEMS, [_row(item) for item in items])

    def drop_members(self, situation_id: str, reports: Iterable[Report]) -> None:
        """Takes reports out of a situation; they stay in the store."""
        versions = sorted({stored_version(report) for report in reports})
        for some in _some(versions):
            here = (MEMBERS.c.situation_id == situation_id) & MEMBERS.c.version_id.in_(some)
            self._connection.execute(delete(MEMBERS).where(here))

    def tally(self, situation_id: str) -> dict[str, dict[str, int]]:
        """How many rows of each state every source has."""
        query = select(ITEMS.c.feed, ITEMS.c.state, func.count()).where(ITEMS.c.situation_id == situation_id)
        counts: dict[str, dict[str, int]] = defaultdict(dict)
        for feed, state, count in self._connection.execute(query.group_by(ITEMS.c.feed, ITEMS.c.state)):
            counts[feed][state] = count
        return dict(counts)

    def keep_gone(self, gone: Gone) -> None:
        """Records that a page is gone, or back."""
        self._upsert(REMOVED, [_row(gone)])

    def gone(self, situation_id: str) -> list[Gone]:
        """The pages of a situation that are or were gone, first noticed first."""
        query = select(REMOVED).where(REMOVED.c.situation_id == situation_id)
        rows = self._connection.execute(query.order_by(REMOVED.c.noticed_at, REMOVED.c.report_id))
        return [Gone(**row._mapping) for row in rows]

    def removals(self, situation_id: str, *, as_of: str | None = None) -> list[Removal]:
        """Every time that a page of a situation was found gone, first noticed first, also those that came back.

        With `as_of` (a day) what was noticed later is left out: a page that came back later is still gone.
        """
        found: dict[str, Removal] = {}
        ended: list[Removal] = []
        for notice in self.notices(situation_id):
            if notice.kind not in ("removed", "returned") or notice.state not in ("kept", "aside"):
                continue
            if as_of is not None and notice.made_at[:10] > as_of:
                continue
            if notice.kind == "removed":
                found[notice.subject] = _removal(notice)
            elif notice.subject in found:
                ended.append(replace(found.pop(notice.subject), returned_at=notice.made_at))
        return sorted([*ended, *found.values()], key=lambda one: (one.noticed_at, one.report_id))

    def volume(self, situation_id: str) -> list[Volume]:
        """Reports seen for a situation by day of publication and outlet, the refused ones too.

        A page counts once, on the earliest day that one of its versions bears. Empty for a situation that
        is not watched: then only what is on the matter is known.
        """
        watched = select(ITEMS.c.report_id).where(
            ITEMS.c.situation_id == situation_id, ITEMS.c.report_id.is_not(None)
        )
        if self._connection.execute(watched.limit(1)).first() is None:
            return []
        member = REPORTS.c.version_id.in_(
            select(MEMBERS.c.version_id).where(MEMBERS.c.situation_id == situation_id)
        )
        query = (
            select(
                REPORTS.c.report_id,
                func.min(REPORTS.c.published).label("day"),
                func.max(func.coalesce(REPORTS.c.outlet, "")).label("outlet"),
                func.max(case((member, 1), else_=0)).label("taken"),
            )
            .where(or_(REPORTS.c.report_id.in_(watched), member))
            .group_by(REPORTS.c.report_id)
        )  # fmt: skip
        counts: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
        for row in self._connection.execute(query):
            count = counts[row.day[:10] if len(row.day or "") >= 10 else "", row.outlet]
            count[0] += 1
            count[1] += row.taken
        return [Volume(*place, *count) for place, count in sorted(counts.items())]

    def daily(self, situation_id: str) -> tuple[tuple[str, int], ...]:
        """(day, reports) of all that was seen for a situation, on the matter or not (see `Evidence.volume`)."""
        days: dict[str, int] = defaultdict(int)
        for one in self.volume(situation_id):
            if one.day:
                days[one.day] += one.reports
        return tuple(sorted(days.items()))

    def versions(self, situation_id: str, reports: Collection[Report]) -> list[Report]:
        """Those of `reports` (versions) that the situation took, refused or has to decide on."""
        stored = {stored_version(report): report for report in reports}
        held: set[tuple[str, str]] = set()
        for some in _some(sorted(stored)):
            here = (MEMBERS.c.situation_id == situation_id) & MEMBERS.c.version_id.in_(some)
            rows = self._connection.execute(select(MEMBERS.c.version_id).where(here)).scalars()
            held.update((stored[row].report_id, stored[row].version_id) for row in rows)
        for some in _some(sorted({report.report_id for report in reports})):
            here = (ITEMS.c.situation_id == situation_id) & ITEMS.c.report_id.in_(some)
            found = self._connection.execute(select(ITEMS.c.report_id, ITEMS.c.version_id).where(here))
            held.update((row.report_id, row.version_id) for row in found)
        return [report for report in reports if (report.report_id, report.version_id) in held]

    def add_notices(self, notices: Iterable[Notice]) -> None:
        """Adds notices; one noticed before stays as it is."""
        self._insert(NOTICES, [_row(notice) for notice in notices])

    def keep_notice(self, notice: Notice) -> None:
        """Writes a notice in place of its earlier state."""
        self._upsert(NOTICES, [_row(notice)])

    def notices(self, situation_id: str, *, states: Sequence[str] | None = None) -> list[Notice]:
        """Notices in the order in which they were made, narrowed by state."""
        query = select(NOTICES).where(NOTICES.c.situation_id == situation_id)
        if states is not None:
            query = query.where(NOTICES.c.state.in_(states))
        rows = self._connection.execute(query.order_by(NOTICES.c.made_at, NOTICES.c.notice_id))
        return [Notice(**row._mapping) for row in rows]

    def _insert(self, table: Table, rows: list[dict[str, Any]]) -> None:
        if rows:
            self._connection.execute(self._dialect.insert(table).on_conflict_do_nothing(), rows)

    def _upsert(self, table: Table, rows: list[dict[str, Any]]) -> None:
        if not rows:
            return
        keys = [column.name for column in table.primary_key]
        adding = self._dialect.insert(table)
        fresh: dict[str, ColumnElement[Any]] = {
            name: adding.excluded[name] for name in rows[0] if name not in keys
        }
        self._connection.execute(adding.on_conflict_do_update(index_elements=keys, set_=fresh), rows)

    @property
    def _dialect(self) -> Any:
        return postgresql if self._connection.dialect.name == "postgresql" else sqlite


def _removal(notice: Notice) -> Removal:
    body = json.loads(notice.body)
    return Removal(
        notice.subject, body.get("url"), body.get("status", 404), body.get("was", "taken"),
        body.get("version_id"), notice.made_at,
    )  # fmt: skip


def _from(kind: type[Row], row: Any) -> Row:
    return kind(**row._mapping)


def _row(record: Any) -> dict[str, Any]:
    """A flat record as a row; ten times as fast as `asdict`, which copies deeply."""
    return {entry.name: getattr(record, entry.name) for entry in fields(record)}


_Value = TypeVar("_Value")


def _some(values: Iterable[_Value]) -> Iterable[list[_Value]]:
    iterator = iter(values)
    while some := list(islice(iterator, _ROWS)):
        yield some
