"""How a run says where it is."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Told after each step: the stage's name, how much is done and of how much."""

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Takes one report of progress."""
        ...


def silent(stage: str, done: int, total: int) -> None:
    """Says nothing."""
