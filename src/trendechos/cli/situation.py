"""`trendechos situation`: everything assessed as of one day."""

from __future__ import annotations

from trendechos.cli import options
from trendechos.cli.console import out, progress
from trendechos.flow.run import assess_inputs
from trendechos.presentation import render


def situation(
    inputs: options.Inputs,
    as_of: options.AsOf = None,
    since: options.Since = None,
    about: options.About = None,
    title: options.Title = "",
    form: options.FormatOption = options.Format.json,
    store: options.Store = None,
    executor: options.Executor = None,
    quiet: options.Quiet = False,
) -> None:
    """Show the situation: propositions, numbers by origin, timeline, places, outlook, gaps."""
    question = options.question(as_of, since, about, title)
    with progress(quiet=quiet) as told:
        assessed, _ = assess_inputs(inputs, question, options.settings(store, executor), told)
    if form is options.Format.table:
        out(render.summary(assessed.brief, assessed.situation))
        return
    out(render.listing([render.document(assessed.situation)], form.value, ()))
