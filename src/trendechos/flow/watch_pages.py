"""Fetching what sources served: an entry's page to a report, held before anything else is done with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from trendechos.flow.situation_file import WatchedSource
from trendechos.flow.watch_clock import LONGEST_SECONDS, Clock, back_off, stamp
from trendechos.flow.watch_hosts import Answer, Failed, Hosts, Job
from trendechos.flow.watch_poll import HORIZON_SECONDS, LEASE_SECONDS, Sources, entry_of
from trendechos.flow.watch_raw import RawPages
from trendechos.flow.watch_versions import arrived, edited
from trendechos.ingest import feed, files, make, page
from trendechos.ingest.decode import binary
from trendechos.ingest.fetch import Fetched
from trendechos.records import Gap, Moment, Report
from trendechos.records.codec import content_id, to_json
from trendechos.store import Store
from trendechos.store.store import Writer
from trendechos.store.watching import Gone, Notice, WatchedFeed, WatchedItem

# A new page that fails is asked again after 5, 10, 20 and 40 minutes, then given up; when it is the host
# that is in trouble, five times more, which takes two days.
_TRIES = 5
_PATIENT_TRIES = 10
_FIRST_WAIT = 150.0
# Feeds give teasers of one or two sentences; from here on it may be the whole article.
_FULL_TEXT = 500
_GONE = (404, 410)
_HTML = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class Visit:
    """What one pass over pages needs."""

    sources: Sources
    store: Store
    hosts: Hosts
    clock: Clock
    raw: RawPages

    @property
    def situation_id(self) -> str:
        """The situation that is watched."""
        return self.sources.file.situation_id


def pages(visit: Visit) -> Iterator[Report]:
    """The reports behind what is due, each committed to the store and the ledger before it is given out.

    At most `max_pages` are fetched; the others stay due.
    """
    clock, most = visit.clock, visit.sources.file.politeness.max_pages
    with visit.store.writer() as writer:
        due = writer.watching.lease_items(
            visit.situation_id, clock.stamp(), until=clock.stamp(LEASE_SECONDS),
            latest=clock.stamp(HORIZON_SECONDS), limit=most,
        )  # fmt: skip
    left = {(one.feed, one.key): one for one in due}
    try:
        jobs = []
        for row in due:
            options = visit.sources.options(row.feed)
            if row.url and (options is None or options.full_text == "page"):
                jobs.append(Job(row.url, row))
                continue
            yield from _kept(visit, row, _from_feed(visit, row, options))
            del left[row.feed, row.key]
        for job, answer in visit.hosts.visit(jobs):
            assert isinstance(job.what, WatchedItem)
            yield from _kept(visit, job.what, _answered(visit, job.what, answer))
            del left[job.what.feed, job.what.key]
    finally:
        # Interrupted: what was not reached is due at once.
        if left:
            with visit.store.writer() as writer:
                writer.watching.keep_items(left.values())


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What came of one row: its new state, the report made of it, and what is to be noticed."""

    row: WatchedItem
    reports: tuple[Report, ...] = ()
    notices: tuple[Notice, ...] = ()
    gone: Gone | None = None


def _kept(visit: Visit, before: WatchedItem, outcome: _Outcome) -> Iterator[Report]:
    """Commits an outcome, then gives its reports out."""
    row = replace(outcome.row, last_try=visit.clock.stamp())
    with visit.store.writer() as writer:
        writer.add_reports(outcome.reports)
        rows = [row]
        for number, extra in enumerate(outcome.reports[1:], 2):
            rows.append(
                replace(
                    row, key=f"{row.key} #{number}", report_id=extra.report_id, version_id=extra.version_id,
                    next_due="", url=None,
                )
            )  # fmt: skip
        writer.watching.keep_items(rows)
        writer.watching.add_notices(outcome.notices)
        if outcome.gone:
            writer.watching.keep_gone(outcome.gone)
        if before.key == before.feed:
            _page_source(writer, row, visit.clock.stamp())
    yield from outcome.reports


def _page_source(writer: Writer, row: WatchedItem, now: str) -> None:
    """Writes into the ledger of a plain page how its last visit went."""
    for source in writer.watching.feeds(row.situation_id):
        if source.url == row.feed and source.kind == "page":
            writer.watching.keep_feed(_visited(source, row, now))


def _visited(source: WatchedFeed, row: WatchedItem, now: str) -> WatchedFeed:
    if row.fails:
        return replace(source, last_try=now, fails=row.fails, note=row.why)
    fresh = row.state == "held"
    last_new = now if fresh else source.last_new
    return replace(source, last_try=now, last_success=now, last_new=last_new, fails=0, note="")


def _answered(visit: Visit, row: WatchedItem, answer: Answer) -> _Outcome:
    if isinstance(answer, Failed):
        return _failed(visit, row, answer)
    row = replace(row, fails=0, visits=row.visits + 1, next_due=_revisit(visit, row))
    if answer.status == 304:
        return _back(visit, row)
    visit.raw.keep(answer, visit.clock.stamp())
    row = replace(row, etag=answer.header("etag"), last_modified=answer.header("last-modified"))
    return _taken_in(visit, row, _parsed(visit, row, answer))


def _parsed(visit: Visit, row: WatchedItem, answer: Fetched) -> list[Report | Gap]:
    url = feed.address(answer.final_url, answer.final_url) or answer.final_url
    today = visit.clock.stamp()[:10]
    if answer.media_type in _HTML and b"<" in answer.data[:2000] and not binary(answer.data):
        # The server's word counts for more than the ending of the address.
        found = page.found(answer.data, url)
        return (
            [make.refused(url, found)]
            if isinstance(found, str)
            else list(make.reports(found, url, today=today))
        )
    return list(files.parse(answer.data, url, url=url, today=today))


def _taken_in(visit: Visit, row: WatchedItem, parsed: list[Report | Gap]) -> _Outcome:
    """The row with the reports that were made, completed by what the feed says, or refused."""
    now, entry = visit.clock.stamp(), entry_of(row)
    options = visit.sources.options(row.feed)
    made = tuple(
        replace(
            make.completed(
                one, title=entry.title, published=entry.published, byline=entry.byline,
                outlet=(options.outlet or None) if options else None, today=now[:10],
            ),
            retrieved=Moment(now, "minute"),
        )
        for one in parsed if isinstance(one, Report)
    )  # fmt: skip
    if not made:
        why = next((gap.why for gap in parsed if isinstance(gap, Gap)), "no report")
        if row.version_id:
            return _Outcome(replace(row, why=f"{row.why}; last visit: {why}"))
        return _Outcome(replace(row, state="refused", why=why, next_due=""))
    first = replace(made[0], report_id=row.report_id) if row.report_id else made[0]
    found = arrived(first, _versions(visit, first.report_id))
    known = row.version_id is not None
    row = replace(row, report_id=first.report_id, version_id=found.report.version_id)
    if known and not found.fresh:
        return _back(visit, row)
    notices = (edited(row.situation_id, found.before, found.report, now),) if found.before else ()
    gone = _returned(visit, row) if row.state == "removed" else None
    return _Outcome(replace(row, state="held", why=""), (found.report, *made[1:]), notices, gone)


def _versions(visit: Visit, report_id: str) -> list[Report]:
    """The versions of a page that the situation holds."""
    with visit.store.view() as view:
        return view.watching.versions(visit.situation_id, view.reports([report_id]))


def _from_feed(visit: Visit, row: WatchedItem, options: WatchedSource | None) -> _Outcome:
    """The report that the feed's own text makes; the address of the entry stays its address."""
    entry = entry_of(row)
    row = replace(row, visits=row.visits + 1, fails=0, next_due="")
    found = page.text_of(entry.text or "") or ""
    if not found.strip():
        return _Outcome(replace(row, state="refused", why="neither an address nor a text"))
    report_id = row.report_id or (None if entry.url else content_id("report", row.feed, row.key))
    source = visit.sources.feeds.get(row.feed)
    outlet = (options.outlet if options else "") or (source.title if source else None)
    draft = make.Found(
        text=found, report_id=report_id, url=entry.url, outlet=outlet, published=entry.published,
        title=entry.title, byline=entry.byline, credit=page.credit(found),
    )  # fmt: skip
    return _taken_in(visit, row, list(make.reports(draft, row.key, today=visit.clock.stamp()[:10])))


def _failed(visit: Visit, row: WatchedItem, failed: Failed) -> _Outcome:
    clock = visit.clock
    if failed.wait_seconds:
        return _Outcome(replace(row, next_due=clock.stamp(failed.wait_seconds), why=row.why or failed.reason))
    fails = row.fails + 1
    if row.version_id and failed.status in _GONE:
        return _removed(visit, row, failed)
    if row.version_id:
        wait = _again(row, fails) if fails < _TRIES else LONGEST_SECONDS
        again = clock.stamp(wait) if fails < 2 * _TRIES else ""
        return _Outcome(replace(row, fails=fails, next_due=again))
    tries = _PATIENT_TRIES if failed.passing else _TRIES
    if failed.barred or failed.status == 410 or fails >= tries:
        return _without_page(visit, replace(row, fails=fails), failed)
    return _Outcome(replace(row, fails=fails, why=failed.reason, next_due=clock.stamp(_again(row, fails))))


def _again(row: WatchedItem, fails: int) -> float:
    """Seconds until a page that failed is asked for again."""
    return back_off(fails, _FIRST_WAIT, f"{row.situation_id} {row.url}")


def _without_page(visit: Visit, row: WatchedItem, failed: Failed) -> _Outcome:
    """The text of the feed where it is long enough to be the article, else a refusal."""
    text = page.text_of(entry_of(row).text or "") or ""
    if len(text) >= _FULL_TEXT:
        return _from_feed(visit, row, visit.sources.options(row.feed))
    return _Outcome(replace(row, state="refused", why=f"page not had: {failed.reason}", next_due=""))


def _removed(visit: Visit, row: WatchedItem, failed: Failed) -> _Outcome:
    """A page that was held and is gone; what it said stays, and it is looked for again once a day."""
    now = visit.clock.stamp()
    row = replace(row, visits=row.visits + 1, fails=row.fails + 1)
    again = visit.clock.stamp(LONGEST_SECONDS) if row.fails < _TRIES else ""
    if row.state == "removed":
        return _Outcome(replace(row, next_due=again))
    status = failed.status or 404
    gone = Gone(row.situation_id, row.report_id or "", row.url, status, now)
    body = {"url": row.url, "status": status, "was": row.state, "version_id": row.version_id}
    notice = _notice(row, "removed", now, body)
    notice = notice if row.state == "taken" else replace(notice, state="aside")
    why = f"the page is gone ({status}); it was {row.state}: {row.why}"
    removed = replace(row, state="removed", why=why, next_due=again)
    return _Outcome(removed, (), (notice,), gone)


def _back(visit: Visit, row: WatchedItem) -> _Outcome:
    """An unchanged page; one that was gone is back, and is decided on anew."""
    if row.state != "removed":
        return _Outcome(row)
    now = visit.clock.stamp()
    notice = _notice(row, "returned", now, {"url": row.url})
    return _Outcome(replace(row, state="held", why="the page is back"), (), (notice,), _returned(visit, row))


def _returned(visit: Visit, row: WatchedItem) -> Gone | None:
    with visit.store.view() as view:
        for gone in view.watching.gone(row.situation_id):
            if gone.report_id == row.report_id:
                return replace(gone, returned_at=visit.clock.stamp())
    return None


def _notice(row: WatchedItem, kind: str, now: str, body: Mapping[str, object]) -> Notice:
    subject = row.report_id or row.key
    notice_id = content_id("notice", row.situation_id, kind, subject, now, body)
    return Notice(notice_id, row.situation_id, now, kind, subject, to_json(body))


def _revisit(visit: Visit, row: WatchedItem) -> str:
    """When a page is looked at again; plain pages wait for their source's turn, old ones for nothing."""
    hours = visit.sources.file.politeness.revisit_hours
    if row.key == row.feed or row.visits >= len(hours):
        return ""
    return stamp(visit.clock.now() + 3600 * hours[row.visits])
