"""Records of any number on standard output."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from trendechos.cli.console import out
from trendechos.presentation import render
from trendechos.records.codec import Json


def passed_on(documents: Iterable[Json], form: str) -> list[Json] | None:
    """Writes JSON Lines for a file or a pipe as they come; returns what is to be shown at the end otherwise."""
    # On a terminal the progress display has to go first.
    if form != "jsonl" or sys.stdout.isatty():
        return list(documents)
    for one in documents:
        out(render.listing([one], form, ()))
    return None
