"""`trendechos add`: files of any kind and addresses into a situation."""

from __future__ import annotations

from typing import Annotated

import typer

from trendechos.cli import options
from trendechos.cli.check import SituationPath, many
from trendechos.cli.console import out, progress, tell_gaps
from trendechos.cli.watch import sentence, watcher
from trendechos.flow.situation_file import load
from trendechos.flow.watch_add import add
from trendechos.flow.watch_poll import Polled


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
    tell_gaps(added.gaps)
    if quiet:
        return
    addresses = many(added.leads, "address", "addresses")
    out(f"{many(added.reports, 'report')} and {addresses} added, {added.known:,} known before.")
    if done:
        out(sentence(done))
