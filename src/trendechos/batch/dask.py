"""Work on Dask: two processes of this machine or a cluster by address; needs the extra `dask`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from trendechos.errors import InvalidInput, StopRun

Given = TypeVar("Given")
Made = TypeVar("Made")

# Batches in flight for each worker, as with processes: memory stays bounded however long the input.
IN_FLIGHT = 2
# How often Dask may hand a batch to another worker after one died over it.
RETRIES = 3
SETTINGS = {
    "distributed.scheduler.allowed-failures": RETRIES,
    # A batch of many claims is large, and meant to be: no worker could make it again from less.
    "distributed.admin.large-graph-warning-threshold": "1 GB",
}


class Dask:
    """Runs batches on a Dask cluster and gives results in the order of the batches."""

    name = "dask"

    def __init__(self, address: str = "", *, workers: int | None = None, patience: str = "30s") -> None:
        """Joins the cluster at `address`, or starts one on this machine; raises InvalidInput without Dask.

        A scheduler has `patience` to answer.
        """
        try:
            from dask import config  # noqa: PLC0415 - an optional extra
            from distributed import (  # noqa: PLC0415 - an optional extra
                CancelledError,
                Client,
                KilledWorker,
                LocalCluster,
            )
        except ImportError as error:
            raise InvalidInput("--executor dask needs Dask: pip install 'trendechos[dask]'") from error
        # One thread a worker: the language model holds the interpreter, so threads would only wait.
        self._settings = config.set(SETTINGS)
        self._killed: type[BaseException] = KilledWorker
        self._gone: type[BaseException] = CancelledError
        self._cluster: Any = None
        if not address:
            start: Any = LocalCluster
            # Nobody else is to reach it, and it must not mind other clusters on this machine.
            self._cluster = start(
                n_workers=workers, threads_per_worker=1, processes=True, host="127.0.0.1",
                dashboard_address="127.0.0.1:0",
            )  # fmt: skip
        join: Any = Client
        try:
            self._client: Any = join(self._cluster or address, timeout=patience, set_as_default=False)
        except OSError as error:
            raise InvalidInput(f"--executor dask:{address}: no scheduler answers there") from error
        self._address = address
        self.workers = max(1, len(self._client.scheduler_info(n_workers=-1)["workers"]))

    def map(self, function: Callable[[Given], Made], batches: Iterable[Given]) -> Iterator[Made]:
        """The results of `function` over `batches`, in their order, with few in flight at a time.

        Raises StopRun when a batch killed several workers or the scheduler has gone.
        """
        waiting: list[Any] = []
        for batch in batches:
            waiting.append(self._client.submit(function, batch, pure=False))
            if len(waiting) >= self.workers * IN_FLIGHT:
                yield self._first(waiting)
        while waiting:
            yield self._first(waiting)

    def close(self) -> None:
        """Leaves the cluster, and ends it when it was started here."""
        self._client.close()
        if self._cluster is not None:
            self._cluster.close()

    def _first(self, waiting: list[Any]) -> Any:
        future = waiting.pop(0)
        try:
            return future.result()
        except self._killed as error:
            raise StopRun(
                f"one batch ended {RETRIES + 1} Dask workers; run it with --executor serial"
            ) from error
        except self._gone as error:
            raise StopRun(
                f"the Dask scheduler {self._address} has gone; what was read is kept: run the command again"
            ) from error
