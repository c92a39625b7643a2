"""What `serve` runs beside the web: reads what people hand in and makes the pages that are missing or stale."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field

from trendechos import batch
from trendechos.errors import StoreError
from trendechos.flow.kept import Kept
from trendechos.flow.publish import publish, register, stale
from trendechos.flow.read import Reader
from trendechos.flow.run import now, today
from trendechos.ingest import files
from trendechos.presentation.wording import figures
from trendechos.records import Gap, Report
from trendechos.settings import Settings
from trendechos.store import Store, open_store
from trendechos.store.pages import Handed, Known

# How long the worker rests when there is nothing to do: what a reader who waits would notice least.
REST_SECONDS = 1.0


@dataclass
class Worker:
    """Does what waits in a store, one thing at a time."""

    store: Store
    reader: Reader
    failed: dict[tuple[str, str], str] = field(default_factory=dict)
    # Of the situation published last only: what is kept weighs as much as its claims.
    _kept: tuple[str, Kept] = field(default_factory=lambda: ("", Kept()))

    def step(self) -> int:
        """Does everything that waits now and returns how many things were done."""
        return self._submissions() + self._latest() + self._days()

    def _submissions(self) -> int:
        with self.store.view() as view:
            waiting = view.pages.submissions(state="waiting")
        for handed in waiting:
            self._take(handed)
        return len(waiting)

    def _take(self, handed: Handed) -> None:
        one = handed.submission
        parsed = list(files.parse(one.content, one.name, today=today()))
        reports = [found for found in parsed if isinstance(found, Report)]
        gaps = [found for found in parsed if isinstance(found, Gap)]
        if reports:
            self.reader.read(reports)
        refused = "; ".join(gap.why for gap in gaps[:3])
        with self.store.writer() as writer:
            if reports:
                writer.pages.add_members(one.situation, reports)
                writer.pages.forget_days(one.situation)
            note = figures.count(len(reports), "report") + (f"; not produced: {refused}" if gaps else "")
            writer.pages.settle(one.submission_id, "done" if reports else "refused", note[:500])

    def _latest(self) -> int:
        with self.store.view() as view:
            known = view.pages.situations()
            due = [one for one in known if stale(view, one.situation_id, self.reader.engine)]
        done = 0
        for one in due:
            done += self._publish(one, None)
        return done

    def _days(self) -> int:
        with self.store.view() as view:
            wanted = view.pages.wanted()
            known = {one.situation_id: one for one in view.pages.situations()}
        done = 0
        for situation_id, day in wanted:
            if situation_id in known:
                done += self._publish(known[situation_id], day)
        return done

    def _publish(self, known: Known, day: str | None) -> int:
        """Makes the pages of one day; a situation that cannot be assessed is left and its reason kept."""
        tried = (known.situation_id, day or "")
        with self.store.view() as view:
            reports = view.pages.members(known.situation_id)
        if not reports:
            return 0
        self.reader.read(reports)
        if day is None:
            with self.store.writer() as writer:
                writer.pages.forget_days(known.situation_id)
            kept = self._kept[1] if self._kept[0] == known.situation_id else Kept()
            # Should this break off, what is kept may be half done: the next round begins anew.
            self._kept = ("", Kept())
            publish(self.store, known.situation_id, self.reader.engine, kept=kept)
            self._kept = (known.situation_id, kept)
        else:
            publish(self.store, known.situation_id, self.reader.engine, as_of=day)
        self.failed.pop(tried, None)
        return 1


def run(settings: Settings, parent: int | None = None) -> None:
    """Works until the process that started it has gone; for a process of its own."""
    os.nice(5)
    with (
        closing(open_store(settings.store_url)) as store,
        closing(batch.choose("serial", words=0)) as executor,
    ):
        worker = Worker(store, Reader(store, executor, settings.model, settings.batch_words))
        while parent is None or os.getppid() == parent:
            try:
                done = worker.step()
            except StoreError:
                done = 0  # another writer holds the store; what waits is still there next time
            if not done:
                time.sleep(REST_SECONDS)


def prepare(settings: Settings, reports: Sequence[Report], *, title: str, about: str | None) -> str:
    """Keeps and registers reports as a situation, to be read and assessed by the worker; returns its name."""
    with closing(open_store(settings.store_url)) as store, store.writer() as writer:
        writer.add_reports(reports)
        return register(writer, reports, title=title, about=about, made_at=now())
