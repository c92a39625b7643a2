"""`trendechos claims`: who says what happened."""

from __future__ import annotations

from trendechos.cli import options
from trendechos.cli.console import out, progress
from trendechos.cli.listing import passed_on
from trendechos.flow.run import claims_in
from trendechos.presentation import render


def claims(
    inputs: options.Inputs,
    form: options.FormatOption = options.Format.jsonl,
    store: options.Store = None,
    executor: options.Executor = None,
    quiet: options.Quiet = False,
) -> None:
    """Show each claim in the reports: who says it, through whom, how surely, and what it says happened."""
    with progress(quiet=quiet) as told:
        found = map(render.claim, claims_in(inputs, options.settings(store, executor), told))
        rest = passed_on(found, form.value)
    if rest is not None:
        out(render.listing(rest, form.value, render.CLAIM_COLUMNS))
