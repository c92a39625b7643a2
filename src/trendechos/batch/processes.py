"""Work over several processes of this machine; a worker that dies costs its batches a retry."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, TypeVar

from trendechos.errors import StopRun

Given = TypeVar("Given")
Made = TypeVar("Made")

# Batches in flight for each worker: one at work, one waiting, so that memory stays bounded.
IN_FLIGHT = 2
# A batch that kills its worker this often is not tried again: the batch, not the worker, is at fault.
TRIES = 3


class Processes:
    """Runs batches in `workers` processes and gives results in the order of the batches."""

    name = "processes"

    def __init__(self, workers: int | None = None) -> None:
        """Uses `workers` processes, by default one for each processor."""
        self.workers = workers or os.cpu_count() or 1
        self._pool: ProcessPoolExecutor | None = None

    def map(self, function: Callable[[Given], Made], batches: Iterable[Given]) -> Iterator[Made]:
        """The results of `function` over `batches`, in their order, with few in flight at a time.

        Raises StopRun when one batch kills its worker three times.
        """
        waiting: list[tuple[Given, Future[Made]]] = []
        for batch in batches:
            waiting.append((batch, self._submit(function, batch)))
            if len(waiting) >= self.workers * IN_FLIGHT:
                yield self._first(function, waiting)
        while waiting:
            yield self._first(function, waiting)

    def close(self) -> None:
        """Ends the worker processes."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None

    def _submit(self, function: Callable[[Given], Made], batch: Given) -> Future[Made]:
        if self._pool is None:
            # fork after threads can deadlock; multiprocessing.Pool would wait for ever for a dead worker.
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(self.workers, mp_context=context)
        try:
            return self._pool.submit(function, batch)
        except BrokenProcessPool as error:
            # The pool broke since the last look: its batches are submitted again when they are waited for.
            broken: Future[Made] = Future()
            broken.set_exception(error)
            return broken

    def _first(self, function: Callable[[Any], Made], waiting: list[tuple[Any, Future[Made]]]) -> Made:
        for _ in range(TRIES):
            try:
                result = waiting[0][1].result()
            except BrokenProcessPool:
                self.close()
                waiting[:] = [(batch, self._submit(function, batch)) for batch, _ in waiting]
            else:
                del waiting[0]
                return result
        self.close()
        raise StopRun(
            f"a worker process died {TRIES} times over the same batch; run again with --executor serial"
        )
