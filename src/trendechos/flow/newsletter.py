"""A letter of what is new."""

from __future__ import annotations

from trendechos.flow.alerts import Channels
from trendechos.flow.situation_file import SituationFile
from trendechos.flow.watch_clock import Clock
from trendechos.store import Store


def letter(file: SituationFile, store: Store, engine: str, clock: Clock, channels: Channels) -> None:
    """Writes the letter when it is due."""
