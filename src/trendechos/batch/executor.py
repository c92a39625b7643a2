"""The seam of executors, and the choice of one by name."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

from trendechos.batch.dask import Dask
from trendechos.batch.processes import Processes
from trendechos.batch.serial import Serial
from trendechos.errors import InvalidInput

Given = TypeVar("Given")
Made = TypeVar("Made")

# Starting a second process and loading the model there costs about as much as reading this many
# words here (measured: 2.5 s against some 12,000 words a second).
WORTH_PROCESSES = 60_000


class Executor(Protocol):
    """Spreads a pure, picklable function over batches; results equal those of `Serial`, in its order."""

    name: str
    workers: int

    def map(self, function: Callable[[Given], Made], batches: Iterable[Given]) -> Iterator[Made]:
        """The results of `function` over `batches`, in the order of the batches."""
        ...

    def close(self) -> None:
        """Frees what the executor holds."""
        ...


def choose(name: str, *, words: int = 0) -> Executor:
    """The executor called `name`: auto, serial, processes, processes:N, dask or dask:ADDRESS.

    `auto` takes processes when `words` make them worth their start. Raises InvalidInput for another name.
    """
    kind, _, argument = name.partition(":")
    if kind == "auto":
        kind = "processes" if words >= WORTH_PROCESSES and (os.cpu_count() or 1) > 1 else "serial"
    if kind == "serial" and not argument:
        return Serial()
    if kind == "processes" and (not argument or (argument.isdigit() and int(argument))):
        return Processes(int(argument) if argument else None)
    if kind == "dask":
        return Dask(argument)
    raise InvalidInput(f"--executor {name}: give auto, serial, processes, processes:N or dask[:ADDRESS]")
