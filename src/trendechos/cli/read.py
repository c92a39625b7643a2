"""`trendechos read`: what the language tools find in the reports."""

from __future__ import annotations

from trendechos.cli import options
from trendechos.cli.listing import show
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
    given = options.settings(store, executor)
    show(
        lambda gaps, told: map(render.reading, readings_of(inputs, given, gaps, told)),
        form.value,
        render.READING_COLUMNS,
        quiet=quiet,
    )
