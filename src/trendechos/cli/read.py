"""`trendechos read`: what the language tools find in the reports."""

from __future__ import annotations

from trendechos.cli import options
from trendechos.cli.console import out, progress
from trendechos.cli.listing import passed_on
from trendechos.flow.run import readings_of
from trendechos.presentation import render


def read(
    inputs: options.Inputs,
    form: options.FormatOption = options.Format.jsonl,
    store: options.Store = None,
    executor: options.Executor = None,
    quiet: options.Quiet = False,
) -> None:
    """Show sentences, names, places, times and quantities of each report."""
    with progress(quiet=quiet) as told:
        found = map(render.reading, readings_of(inputs, options.settings(store, executor), told))
        rest = passed_on(found, form.value)
    if rest is not None:
        out(render.listing(rest, form.value, render.READING_COLUMNS))
