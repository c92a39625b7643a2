"""What commands show: progress, complaints and notes on standard error, results on standard output."""

from __future__ import annotations

import io
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from trendechos.flow.progress import Progress as Told
from trendechos.flow.progress import silent
from trendechos.presentation.wording.inert import inert
from trendechos.records import Gap

LABELS = {
    "parse": "opening files",
    "read": "reading reports",
    "echoes": "tracing echoes",
    "assess": "assessing",
}

# A log of a long run is looked into now and then; a run that is shorter says nothing of the kind.
SECONDS_BETWEEN_LINES = 30

# More of them would hide what else a command says; a brief lists every one.
GAPS_TOLD = 20


def complain(message: str) -> None:
    """Writes one line of error to standard error."""
    # A message may name a file or an address, which may hold codes that steer a terminal.
    lines = [inert(line) for line in message.splitlines()]
    sys.stderr.write("trendechos: " + "\n".join(lines) + "\n")


def tell_gaps(gaps: Sequence[Gap]) -> None:
    """Writes to standard error what was not produced, one line each, and how many more there are."""
    for gap in gaps[:GAPS_TOLD]:
        complain(f"{gap.subject}: {gap.why}")
    if len(gaps) > GAPS_TOLD:
        complain(f"and {len(gaps) - GAPS_TOLD:,} more such gaps")


def speak_utf8() -> None:
    """Lets output hold every letter, whatever the locale says; JSON and CSV are UTF-8 everywhere."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


@contextmanager
def progress(*, quiet: bool, lines: bool = True) -> Iterator[Told]:
    """A progress display on standard error; silent when asked to be.

    Where no terminal shows it, a line is written now and then instead, or nothing without `lines`.
    """
    console = Console(stderr=True)
    if quiet or not (console.is_terminal or lines):
        yield silent
        return
    if not console.is_terminal:
        with told_in_lines(SECONDS_BETWEEN_LINES) as written:
            yield written
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    # Results may be on their way to a file meanwhile; they are no part of the display.
    with Progress(*columns, console=console, transient=True, redirect_stdout=False) as display:
        tasks = {name: display.add_task(label, total=None, visible=False) for name, label in LABELS.items()}

        def told(stage: str, done: int, total: int) -> None:
            display.update(tasks[stage], completed=done, total=total, visible=total > 0)

        yield told


@contextmanager
def told_in_lines(every: float) -> Iterator[Told]:
    """Writes to standard error every so many seconds how far the work is, in the midst of a long report too."""
    over, begun = threading.Event(), time.monotonic()
    last = ("read", 0, 0)

    def told(stage: str, done: int, total: int) -> None:
        nonlocal last
        last = (stage, done, total)

    def write() -> None:
        while not over.wait(every):
            complain(so_far(*last, seconds=int(time.monotonic() - begun)))

    writer = threading.Thread(target=write, daemon=True)
    writer.start()
    try:
        yield told
    finally:
        over.set()
        writer.join()


def so_far(stage: str, done: int, total: int, *, seconds: int) -> str:
    """How far the work is, in words; of a stream of reports nobody knows how many are to come.

    >>> so_far("read", 0, 1, seconds=90), so_far("read", 1_200, 1_200, seconds=3_600)
    ('reading reports: 0 of 1, after 1:30', 'reading reports: 1,200, after 60:00')
    """
    many = f"{done:,} of {total:,}" if done < total else f"{done:,}"
    return f"{LABELS[stage]}: {many}, after {seconds // 60}:{seconds % 60:02}"


def out(text: str) -> None:
    """Writes text to standard output as it is, ended by a line feed."""
    sys.stdout.write(text if text.endswith("\n") else text + "\n")
