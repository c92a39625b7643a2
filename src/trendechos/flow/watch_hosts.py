"""Many hosts asked at once, each one politely: robots.txt, a pause between requests, Retry-After."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from contextlib import closing
from dataclasses import dataclass, field
from queue import SimpleQueue
from threading import Thread
from urllib.parse import urlsplit

from trendechos.errors import SkipItem
from trendechos.flow.situation_file import Politeness
from trendechos.flow.watch_clock import LONGEST_SECONDS, Clock, back_off, pause
from trendechos.ingest import fetch
from trendechos.ingest.robots import Rules
from trendechos.store.watching import WatchedFeed, WatchedItem

_BUSY = frozenset({429, 503})
# A Crawl-delay beyond this would keep a source from ever being read; RFC 9309 does not know it.
_LONGEST_DELAY = 60.0


@dataclass(frozen=True, slots=True)
class Job:
    """One address to ask for, and what it is asked for."""

    url: str
    what: WatchedFeed | WatchedItem
    any_type: bool = False


@dataclass(frozen=True, slots=True)
class Failed:
    """Why an address gave nothing: `status` where the server answered; `barred` by robots.txt.

    `passing` when it is the host's trouble (no answer, 5xx), which may be over in a day.
    `wait_seconds` is set when the host asked to be left alone that long: no fault of this address.
    """

    reason: str
    status: int | None = None
    barred: bool = False
    passing: bool = False
    wait_seconds: float | None = None


Answer = fetch.Fetched | Failed
_Found = list[tuple[Job, Answer]]


@dataclass(slots=True)
class _Host:
    """One host: what is still to be asked, and when it may be."""

    jobs: deque[Job] = field(default_factory=deque)
    ready_at: float = 0.0
    rules: Rules | None = None
    rules_until: float = 0.0
    trouble: Failed | None = None
    rests: int = 0


class _Threads:
    """Threads that ask hosts; unlike those of an executor they do not hold up the end of the process.

    Who interrupts a watcher must not wait until the slowest host has answered.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._count = 0
        self._work: SimpleQueue[tuple[Future[_Found], Callable[[_Host], _Found], _Host] | None] = SimpleQueue()

    def submit(self, step: Callable[[_Host], _Found], host: _Host) -> Future[_Found]:
        future: Future[_Found] = Future()
        self._work.put((future, step, host))
        if self._count < self._most:
            self._count += 1
            Thread(target=self._run, name=f"trendechos-fetch-{self._count}", daemon=True).start()
        return future

    def close(self) -> None:
        """Lets every thread end after what it is doing."""
        for _ in range(self._count):
            self._work.put(None)

    def _run(self) -> None:
        while work := self._work.get():
            future, step, host = work
            try:
                found = step(host)
            except BaseException as error:  # noqa: BLE001 - it is raised where the answer is waited for
                future.set_exception(error)
            else:
                future.set_result(found)


class Hosts:
    """Asks addresses host by host; remembers robots.txt for a day and pauses between calls."""

    def __init__(self, politeness: Politeness, allow: frozenset[str], clock: Clock) -> None:
        """Asks as `politeness` says; `allow` names private hosts that may be asked."""
        self._polite = politeness
        self._allow = allow | frozenset(politeness.allow_hosts)
        self._clock = clock
        self._hosts: dict[str, _Host] = {}
        self._limits = fetch.Limits(
            total_seconds=politeness.timeout_seconds,
            wait_seconds=min(15.0, politeness.timeout_seconds),
            max_bytes=politeness.max_bytes,
        )

    def visit(self, jobs: Iterable[Job]) -> Iterator[tuple[Job, Answer]]:
        """Each job with its answer, as answers come; hosts at once, the jobs of one host in order."""
        for job in jobs:
            self._hosts.setdefault(urlsplit(job.url).netloc.lower(), _Host()).jobs.append(job)
        flying: dict[Future[_Found], _Host] = {}
        with closing(_Threads(self._polite.at_once)) as threads:
            while True:
                self._launch(threads, flying)
                if not flying and not self._waiting(flying):
                    return
                for host in self._landed(flying):
                    yield from host

    def _waiting(self, flying: dict[Future[_Found], _Host]) -> list[_Host]:
        busy = {id(host) for host in flying.values()}
        return [host for host in self._hosts.values() if host.jobs and id(host) not in busy]

    def _launch(self, threads: _Threads, flying: dict[Future[_Found], _Host]) -> None:
        now = self._clock.now()
        for host in self._waiting(flying):
            if len(flying) >= self._polite.at_once:
                return
            # A clock that was set back must not keep a host waiting for hours.
            if host.ready_at <= now or host.ready_at > now + LONGEST_SECONDS + 1:
                flying[threads.submit(self._step, host)] = host

    def _landed(self, flying: dict[Future[_Found], _Host]) -> Iterator[_Found]:
        """What came back; waits for an answer or for the next host to be ready, whichever is first."""
        waiting = [host.ready_at for host in self._waiting(flying)]
        left = max(0.005, min(waiting, default=0.0) - self._clock.now()) if waiting else None
        if not flying:
            self._clock.sleep(left or 0.005)
            return
        full = len(flying) >= self._polite.at_once
        done, _ = wait(flying, None if full else left, FIRST_COMPLETED)
        for future in sorted(done, key=id):
            del flying[future]
            yield future.result()

    def _step(self, host: _Host) -> _Found:
        """One request to the host: robots.txt when it is not known, else the next address."""
        now = self._clock.now()
        if self._polite.robots and (host.rules is None or now > host.rules_until):
            self._learn(host)
            host.ready_at = self._clock.now() + self._delay(host)
            if host.trouble:
                return [(host.jobs.popleft(), host.trouble) for _ in range(len(host.jobs))]
            return []
        job = host.jobs.popleft()
        answer = self._ask(job, host)
        if isinstance(answer, Failed) and answer.barred:
            return [(job, answer)]
        host.ready_at = self._clock.now() + self._delay(host)
        found: _Found = [(job, answer)]
        if isinstance(answer, Failed) and answer.wait_seconds:
            # The host wants rest: whatever else was to be asked waits as well.
            host.ready_at = self._clock.now() + answer.wait_seconds
            found += [(host.jobs.popleft(), answer) for _ in range(len(host.jobs))]
        return found

    def _delay(self, host: _Host) -> float:
        wanted = host.rules.delay_seconds if host.rules else 0.0
        return max(self._polite.delay_seconds, min(wanted, _LONGEST_DELAY))

    def _learn(self, host: _Host) -> None:
        """Reads the host's robots.txt; one that cannot be had leaves `trouble` (RFC 9309, 2.3.1)."""
        parts = urlsplit(host.jobs[0].url)
        host.trouble = None
        try:
            found = fetch.get(
                f"{parts.scheme}://{parts.netloc}/robots.txt",
                allow=self._allow, limits=self._limits, types=None,
            )  # fmt: skip
            host.rules = Rules(found.data)
        except fetch.BadAnswer as error:
            if error.status >= 500 or error.status == 429:
                host.trouble = self._refused(error, host, "robots.txt cannot be had: ")
                return
            host.rules = Rules()
        except SkipItem as error:
            passing = isinstance(error, fetch.NoAnswer)
            host.trouble = Failed(f"robots.txt cannot be had: {error}", passing=passing)
            return
        host.rules_until = self._clock.now() + LONGEST_SECONDS

    def _ask(self, job: Job, host: _Host) -> Answer:
        if host.rules and not host.rules.allow(job.url):
            return Failed("robots.txt does not allow it", barred=True)
        held = fetch.Held(job.what.etag, job.what.last_modified)
        try:
            found = fetch.get(
                job.url, allow=self._allow, limits=self._limits, held=held,
                types=None if job.any_type else fetch.TYPES,
            )  # fmt: skip
            host.rests = 0
            return found
        except fetch.BadAnswer as error:
            return self._refused(error, host)
        except SkipItem as error:
            return Failed(str(error), passing=isinstance(error, fetch.NoAnswer))

    def _refused(self, error: fetch.BadAnswer, host: _Host, where: str = "") -> Failed:
        """What an answer other than a page means for the next try."""
        wanted = None
        if error.status in _BUSY:
            wanted = pause(error.retry_after, self._clock.now())
            # A host that is busy time and again without saying for how long is asked ever more rarely.
            wanted = wanted if error.retry_after else back_off(host.rests, wanted)
            host.rests += 1
        return Failed(f"{where}{error}", error.status, passing=error.status >= 500, wait_seconds=wanted)
