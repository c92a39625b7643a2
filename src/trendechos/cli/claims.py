"""`trendechos claims`: who says what happened."""

from __future__ import annotations

from trendechos.cli import options
from trendechos.cli.listing import show
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
    given = options.settings(store, executor)
    show(
        lambda gaps, told: map(render.claim, claims_in(inputs, given, gaps, told)),
        form.value,
        render.CLAIM_COLUMNS,
        quiet=quiet,
    )
