"""Records of any number on standard output."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence

from trendechos.cli.console import out, progress, tell_gaps
from trendechos.flow.progress import Progress
from trendechos.presentation import render
from trendechos.records import Gap
from trendechos.records.codec import Json


def show(
    found: Callable[[list[Gap], Progress], Iterable[Json]], form: str, columns: Sequence[str], *, quiet: bool
) -> None:
    """Writes what `found` yields: JSON Lines for a file or a pipe as they come, all else at the end.

    The gaps that `found` adds to the list it is given go to standard error, quiet or not: what is missing
    from a result is part of it.
    """
    gaps: list[Gap] = []
    with progress(quiet=quiet) as told:
        rest = _passed_on(found(gaps, told), form)
    if rest is not None:
        out(render.listing(rest, form, columns))
    tell_gaps(gaps)


def _passed_on(documents: Iterable[Json], form: str) -> list[Json] | None:
    # On a terminal the progress display has to go first.
    if form != "jsonl" or sys.stdout.isatty():
        return list(documents)
    for one in documents:
        out(render.listing([one], form, ()))
    return None
