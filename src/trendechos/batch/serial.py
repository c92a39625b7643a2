"""The specification of an executor: one thing after another, in this process."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Given = TypeVar("Given")
Made = TypeVar("Made")


class Serial:
    """Runs everything in this process; what every other executor must equal."""

    name = "serial"
    workers = 1

    def map(self, function: Callable[[Given], Made], batches: Iterable[Given]) -> Iterator[Made]:
        """The results of `function` over `batches`, in their order, each made when it is asked for."""
        return map(function, batches)

    def close(self) -> None:
        """Does nothing; there is nothing to close."""
