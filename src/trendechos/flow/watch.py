"""One pass of watching: poll what is due, fetch what is new, read it, decide on it, tell who asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from itertools import chain

from trendechos.flow import watch_feeds, watch_outlets
from trendechos.flow.alerts import Channels, tell
from trendechos.flow.newsletter import letter
from trendechos.flow.progress import Progress, silent
from trendechos.flow.read import Reader
from trendechos.flow.situation_file import SituationFile
from trendechos.flow.watch_clock import Clock, seconds
from trendechos.flow.watch_decide import Decided, decide_held
from trendechos.flow.watch_hosts import Hosts
from trendechos.flow.watch_pages import Visit, pages
from trendechos.flow.watch_poll import Polled, Sources, poll, sources
from trendechos.flow.watch_raw import RawPages
from trendechos.records import Report
from trendechos.store.pages import Known

# While nothing is due the watcher looks this often whether something has become due meanwhile.
_LONGEST_NAP = 60.0
# Reports held in memory at a time.
_SOME = 500


@dataclass(frozen=True, slots=True)
class Pass:
    """What one pass came to."""

    polled: Polled
    fetched: int
    decided: Decided
    told: int
    undelivered: int

    @property
    def idle(self) -> bool:
        """True when nothing was due."""
        done = self.polled.asked + self.fetched + self.decided.taken + self.decided.refused
        return not (done + self.told + self.undelivered)


@dataclass
class Watcher:
    """Watches one situation with one store; between passes it keeps only robots.txt and pauses."""

    file: SituationFile
    reader: Reader
    allow: frozenset[str] = frozenset()
    clock: Clock = field(default_factory=Clock)
    channels: Channels = field(default_factory=Channels)

    def __post_init__(self) -> None:
        """Registers the situation, with what its file says of outlets, so that the pages of the web know it."""
        self._hosts = Hosts(self.file.politeness, self.allow, self.clock)
        with self.reader.store.writer() as writer:
            writer.pages.add_situation(Known(self.file.situation_id, self.file.title, None, self.clock.stamp()))
            watch_outlets.keep(self.file, writer, self.clock.stamp())

    def once(self, progress: Progress = silent, *, hurry: bool = False) -> Pass:
        """Does everything that is due now; with `hurry`, every source and all that waits is due.

        Interrupted anywhere, the next pass goes on from there.
        """
        if hurry:
            with self.reader.store.writer() as writer:
                writer.watching.hurry_feeds(self.file.situation_id, self.clock.stamp())
        known = sources(self.file, self.reader.store, self.clock.stamp())
        return self.settle(poll(known, self.reader.store, self._hosts, self.clock), progress)

    def settle(self, polled: Polled, progress: Progress = silent) -> Pass:
        """Fetches, reads and decides on what waits, and tells who asked to be told."""
        store, file = self.reader.store, self.file
        fetched = self._fetch(sources(file, store, self.clock.stamp()), progress)
        decided = decide_held(file, store, self.reader.engine)
        told, undelivered = tell(file, store, self.reader.engine, self.clock, self.channels)
        letter(file, store, self.reader.engine, self.clock, self.channels)
        watch_feeds.write(file, store, self.reader.engine, self.clock)
        return Pass(polled, fetched, decided, told, undelivered)

    def _fetch(self, known: Sources, progress: Progress) -> int:
        """Fetches and reads what is due; reading goes on while pages come in."""
        folder = self.file.beside("raw") if self.file.politeness.keep_raw else None
        name = f"{self.file.situation_id}-{self.clock.stamp().replace(':', '')}"
        with closing(RawPages(folder, name)) as raw:
            visit = Visit(known, self.reader.store, self._hosts, self.clock, raw)
            # What an interrupted pass held but did not read comes first.
            return self.reader.read(chain(self._held(), pages(visit)), progress).reports

    def _held(self) -> Iterator[Report]:
        """What was held and not read, a few hundred at a time."""
        with self.reader.store.view() as view:
            rows = view.watching.items(self.file.situation_id, states=["held"])
        named = sorted({row.report_id for row in rows if row.report_id})
        for start in range(0, len(named), _SOME):
            with self.reader.store.view() as view:
                found = view.reports(named[start : start + _SOME])
                unread = view.unread(found, self.reader.engine)
            yield from unread

    def forever(self, progress: Progress = silent, after: Callable[[Pass], None] = lambda _: None) -> None:
        """Passes for ever, `after` each; sleeps until something is due."""
        while True:
            after(self.once(progress))
            self.clock.sleep(self._nap())

    def next_due(self) -> str | None:
        """When the next source or page is due, RFC 3339 in UTC; None when nothing ever is."""
        known = sources(self.file, self.reader.store, self.clock.stamp())
        with self.reader.store.view() as view:
            return view.watching.next_due(self.file.situation_id, among=known.active())

    def _nap(self) -> float:
        due = self.next_due()
        left = seconds(due) - self.clock.now() if due else _LONGEST_NAP
        return min(max(left, 1.0), _LONGEST_NAP)
