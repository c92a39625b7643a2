"""`trendechos claims`: who says what happened."""

from __future__ import annotations

from trendechos.cli import options
from trendechos.cli.console import out, progress
from trendechos.flow.run import claims_of
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
        collected = claims_of(inputs, options.settings(store, executor), told)
    out(render.listing([render.claim(claim) for claim in collected.claims], form.value, render.CLAIM_COLUMNS))
