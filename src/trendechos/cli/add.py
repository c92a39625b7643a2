"""`trendechos add`: files of any kind and addresses into a situation."""

from __future__ import annotations

from typing import Annotated

import typer

from trendechos.cli import options
from trendechos.cli.check import SituationPath, many
from trendechos.cli.console import out, progress
from trendechos.cli.watch import sentence, watcher
from trendechos.flow.situation_file import load
from trendechos.flow.watch_add import Added, add
from trendechos.flow.watch_poll import Polled

_SHOWN = 20


def add_command(
    file: SituationPath,
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT...",
            help="Files, folders, addresses or -: URL lists, JSON Lines, CSV, Parquet, WARC, PDF, HTML, "
            "e-mail (.eml, mbox), feeds, GDELT files, ninjs, NewsML-G2, zip and gz of these.",
            show_default=False,
        ),
    ],
    fetch: Annotated[
        bool, typer.Option("--fetch/--no-fetch", help="Fetch the addresses now, or leave them to `watch`.")
    ] = True,
    store: options.Store = None,
    executor: options.Executor = None,
    quiet: options.Quiet = False,
) -> None:
    """Add to a situation what files hold and addresses lead to, decided on by the same rules.

    What only names a page (URL lists, feeds, GDELT) gives addresses to fetch, never facts. The same
    input twice adds nothing.
    """
    situation, settings = load(file), options.settings(store, executor)
    with watcher(situation, settings) as watching, progress(quiet=quiet) as told:
        added = add(situation, inputs, watching.reader.store, watching.clock)
        done = watching.settle(Polled(), told) if fetch else None
    if quiet:
        return
    _say(added)
    if done:
        out(sentence(done))


def _say(added: Added) -> None:
    addresses = many(added.leads, "address", "addresses")
    out(f"{many(added.reports, 'report')} and {addresses} added, {added.known:,} known before.")
    for gap in added.gaps[:_SHOWN]:
        out(f"  not used: {gap.subject}: {gap.reason}" + (f" ({gap.detail})" if gap.detail else ""))
    if len(added.gaps) > _SHOWN:
        out(f"  and {len(added.gaps) - _SHOWN} more that could not be used")
