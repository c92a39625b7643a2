"""Alerts by rule."""

from __future__ import annotations

from dataclasses import dataclass

from trendechos.flow.situation_file import SituationFile
from trendechos.flow.watch_clock import Clock
from trendechos.store import Store


@dataclass(frozen=True, slots=True)
class Channels:
    """Where alerts go."""


def tell(file: SituationFile, store: Store, engine: str, clock: Clock, channels: Channels) -> tuple[int, int]:
    """How many alerts were sent and how many could not be."""
    return 0, 0
