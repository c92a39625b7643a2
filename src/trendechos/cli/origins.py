"""`trendechos origins`: the statements behind the claims."""

from __future__ import annotations

from trendechos.cli import options
from trendechos.cli.console import out, progress
from trendechos.flow.run import assess_inputs
from trendechos.presentation import exports, render


def origins(
    inputs: options.Inputs,
    as_of: options.AsOf = None,
    about: options.About = None,
    form: options.OriginsFormatOption = options.OriginsFormat.jsonl,
    store: options.Store = None,
    executor: options.Executor = None,
    quiet: options.Quiet = False,
) -> None:
    """Show each origin: the statement, the pages that carry it, what it depends on, how copies changed it."""
    question = options.question(as_of, about=about)
    with progress(quiet=quiet) as told:
        assessed, _ = assess_inputs(inputs, question, options.settings(store, executor), told)
    if form is options.OriginsFormat.csv:
        out(exports.to_csv(assessed.evidence))
        return
    found = [render.origin(origin) for origin in assessed.situation.origins]
    out(render.listing(found, form.value, render.ORIGIN_COLUMNS))
