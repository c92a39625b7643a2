"""`trendechos brief`: reports in, cited brief out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from trendechos.cli import options
from trendechos.cli.console import out as show
from trendechos.cli.console import progress
from trendechos.flow.read import Tally
from trendechos.flow.run import assess_inputs, make_room, write_brief
from trendechos.presentation import render


def brief(
    inputs: options.Inputs,
    as_of: options.AsOf = None,
    since: options.Since = None,
    about: options.About = None,
    title: options.Title = "",
    out: Annotated[
        Path,
        typer.Option(metavar="DIR", help="Folder for brief.html, brief.md, situation.json and inputs.json."),
    ] = Path("out"),
    store: options.Store = None,
    executor: options.Executor = None,
    quiet: options.Quiet = False,
) -> None:
    """Read reports and write a brief in which every sentence leads to its evidence.

    Writes brief.html (one page, no network needed), brief.md, situation.json and inputs.json (the
    reports with their hashes). Readings are kept in OUT/trendechos.sqlite unless --store says
    otherwise: a second run reads only what is new, and `trendechos serve --store` shows the situation.
    """
    question = options.question(as_of, since, about, title)
    make_room(out)
    settings = options.settings(store, executor)
    if not settings.store:
        settings = replace(settings, store=str(out / "trendechos.sqlite"))
    with progress(quiet=quiet) as told:
        assessed, tally = assess_inputs(inputs, question, settings, told, keep=True)
        paths = write_brief(assessed, out)
    if not quiet:
        show(render.summary(assessed.brief, assessed.situation))
        foreign = sum(gap.reason == "language not read" for gap in assessed.situation.gaps)
        show(reading_line(tally, foreign))
        show("Written: " + ", ".join(str(path) for path in paths))


def reading_line(tally: Tally, foreign: int = 0) -> str:
    """What was new in this run, as a sentence; `foreign` reports are in languages that are not read."""
    if tally.new_reports == 0:
        known = tally.reports - foreign
        parts = [f"{_all(known)} read before"] if known else []
        parts += [f"{_all(foreign)} in a language that is not read"] if foreign else []
        return f"Nothing read{' again' if known else ''}: {'; '.join(parts)}."
    reused = tally.sentences - tally.new_sentences
    kept = f", {reused:,} of {tally.sentences:,} sentences taken from the store or repeated" if reused else ""
    return f"Read {tally.new_reports:,} of {tally.reports:,} reports{kept}."


def _all(many: int) -> str:
    return "the one report was" if many == 1 else f"all {many:,} reports were"
