"""How often Python looks for reference cycles while much is read."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# New objects before a search; the default of 700 searches often and finds next to nothing.
SELDOM = (50_000, 20, 20)


@contextmanager
def uncollected() -> Iterator[None]:
    """No search meanwhile: reading and assessing make few cycles, and searching costs a tenth of either."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        # What was made counts as old from here on, without the search that making it old would take.
        gc.freeze()
        gc.unfreeze()
        if was_on:
            gc.enable()


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Fewer searches meanwhile."""
    before = gc.get_threshold()
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)
