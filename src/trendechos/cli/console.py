"""What commands show: progress and complaints on standard error, results on standard output."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from trendechos.flow.progress import Progress as Told
from trendechos.flow.progress import silent

LABELS = {
    "parse": "opening files",
    "read": "reading reports",
    "echoes": "tracing echoes",
    "assess": "assessing",
}


def complain(message: str) -> None:
    """Writes one line of error to standard error."""
    Console(stderr=True, markup=False, highlight=False, soft_wrap=True).print(f"trendechos: {message}")


@contextmanager
def progress(*, quiet: bool) -> Iterator[Told]:
    """A progress display on standard error; silent when asked to be or when nobody is looking."""
    console = Console(stderr=True)
    if quiet or not console.is_terminal:
        yield silent
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    # Results may be on their way to a file meanwhile; they are no part of the display.
    with Progress(*columns, console=console, transient=True, redirect_stdout=False) as display:
        tasks = {name: display.add_task(label, total=None, visible=False) for name, label in LABELS.items()}

        def told(stage: str, done: int, total: int) -> None:
            display.update(tasks[stage], completed=done, total=total, visible=total > 0)

        yield told


def out(text: str) -> None:
    """Writes text to standard output as it is, ended by a line feed."""
    sys.stdout.write(text if text.endswith("\n") else text + "\n")
