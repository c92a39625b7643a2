"""`trendechos check`: what is wrong with a situation file, line by line."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from trendechos.cli.console import out
from trendechos.flow.situation_file import read

SituationPath = Annotated[
    Path, typer.Argument(metavar="FILE", help="The situation file (TOML); `trendechos init` writes one.")
]


def many(number: int, noun: str, plural: str | None = None) -> str:
    """A number with its noun, as a log line has it.

    >>> many(1, "source"), many(1200, "entry", "entries")
    ('1 source', '1,200 entries')
    """
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def check(file: SituationPath) -> None:
    """Say what is wrong with a situation file: line, reason, remedy. Exit status 2 if anything is."""
    found, mistakes = read(file)
    for mistake in mistakes:
        out(f"{file}:{mistake.line}: {mistake.reason}; {mistake.remedy}")
    if found is None:
        raise typer.Exit(2)
    narrowed = [kind for kind in ("terms", "actors", "places", "since", "until") if getattr(found.about, kind)]
    told = f"about {', '.join(narrowed)}" if narrowed else "everything is taken"
    out(f"{file}: well. {found.title!r} ({found.situation_id}): {many(len(found.sources), 'source')}, {told}.")
