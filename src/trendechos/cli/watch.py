"""`trendechos watch`: poll the sources of a situation, read what is new, account for all of it."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from enum import StrEnum
from typing import Annotated

import typer

from trendechos import batch
from trendechos import settings as configuration
from trendechos.cli import options
from trendechos.cli.check import SituationPath, many
from trendechos.cli.console import complain, out, progress
from trendechos.errors import NotFound
from trendechos.flow.alerts import Channels
from trendechos.flow.read import Reader
from trendechos.flow.situation_file import SituationFile, load
from trendechos.flow.watch import Pass, Watcher
from trendechos.flow.watch_clock import Clock
from trendechos.flow.watch_decide import overrule
from trendechos.flow.watch_status import ROW_COLUMNS, SOURCE_COLUMNS, rows, source_rows
from trendechos.presentation import render
from trendechos.presentation.wording.inert import inert
from trendechos.store import Store, open_store


class Listed(StrEnum):
    """What `--list` shows."""

    waiting = "waiting"
    held = "held"
    taken = "taken"
    refused = "refused"
    removed = "removed"
    joined = "joined"


def watch(  # noqa: PLR0913 - one parameter an option
    file: SituationPath,
    once: Annotated[
        bool, typer.Option("--once", help="One pass over what is due, then end (for cron).")
    ] = False,
    now: Annotated[
        bool,
        typer.Option("--now", help="One pass, with every source asked and all that waits fetched, due or not."),
    ] = False,
    status: Annotated[
        bool, typer.Option("--status", help="Show how each source is doing, and ask nothing.")
    ] = False,
    listed: Annotated[
        Listed | None, typer.Option("--list", help="Show what the sources served, by state, with the reason.")
    ] = None,
    take: Annotated[
        str | None, typer.Option(metavar="WHICH", help="Take a refused report (id or address) all the same.")
    ] = None,
    refuse: Annotated[
        str | None, typer.Option(metavar="WHICH", help="Take a report (id or address) out of the situation.")
    ] = None,
    by: Annotated[str, typer.Option(metavar="NAME", help="Who decides; kept with the decision.")] = "a person",
    form: options.FormatOption = options.Format.table,
    store: options.Store = None,
    executor: options.Executor = None,
    quiet: options.Quiet = False,
) -> None:
    """Watch the sources of a situation file: ask what is new, fetch, read, decide, alert.

    Without an option it stays and watches until it is interrupted. Nothing is lost or taken twice:
    whatever a source served is on a list with its state and the reason.
    """
    situation, settings = load(file), options.settings(store, executor)
    if status or listed or take or refuse:
        with closing(open_store(settings.store_url)) as opened:
            _review(situation, opened, take, refuse, by)
            if listed:
                shown = rows(opened, situation.situation_id, listed.value)
                out(render.listing(shown, form.value, ROW_COLUMNS))
            if status:
                shown = source_rows(opened, situation, Clock().stamp())
                out(render.listing(shown, form.value, SOURCE_COLUMNS))
                if form is options.Format.table:
                    _troubles([(row["url"], f"{row['health']}: {row['note']}") for row in shown if row["note"]])
        return
    # A service manager ends us as a person at the keyboard does: nothing stays leased.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with watcher(situation, settings) as watching, progress(quiet=quiet, lines=False) as told:
            if once or now:
                _say(watching.once(told, hurry=now), watching, quiet=quiet)
                return
            sources = many(len(situation.sources), "source")
            _tell([f"Watching {sources} of {situation.title!r}; Ctrl-C ends it, nothing is lost."], quiet=quiet)
            watching.forever(told, lambda done: _say(done, watching, quiet=quiet, idle=False))
    except KeyboardInterrupt as error:
        complain("interrupted; what was fetched is kept, and the same command goes on from there")
        raise typer.Exit(130) from error


def _review(file: SituationFile, store: Store, take: str | None, refuse: str | None, by: str) -> None:
    for named, taken in ((take, True), (refuse, False)):
        if named is None:
            continue
        row = overrule(store, file.situation_id, named, taken=taken, by=by)
        if row is None:
            raise NotFound(f"{named}: no source served this; `--list refused` shows what was refused")
        out(f"{row.url or row.key}: {row.decided_by}")


@contextmanager
def watcher(file: SituationFile, settings: configuration.Settings) -> Iterator[Watcher]:
    """A watcher with the store and executor of these settings, closed when the block ends."""
    with (
        closing(open_store(settings.store_url)) as store,
        closing(batch.choose(settings.executor, words=0)) as executor,
    ):
        reader = Reader(store, executor, settings.model, settings.batch_words)
        yield Watcher(file, reader, settings.allowed_hosts, channels=Channels(allow=settings.allowed_hosts))


def _say(done: Pass, watching: Watcher, *, quiet: bool, idle: bool = True) -> None:
    """Prints what a pass came to, the sources that failed, and without anything to do when there will be."""
    if done.idle:
        due = watching.next_due()
        when = f"the next is due at {due}" if due else "nothing ever will be"
        _tell([f"Nothing was due; {when} (--now asks at once)."] if idle else [], quiet=quiet)
        return
    _tell([sentence(done)], quiet=quiet)
    if not quiet:
        _troubles(done.polled.troubles)


def _troubles(troubles: Iterable[tuple[str, str]]) -> None:
    _tell([f"  {url}: {inert(reason).removeprefix(url).lstrip(': ')}" for url, reason in troubles], quiet=False)


def _tell(lines: Iterable[str], *, quiet: bool) -> None:
    for line in lines:
        if not quiet:
            out(line)
    # A log file shows what a watcher did when it did it.
    sys.stdout.flush()


def sentence(done: Pass) -> str:
    """What a pass came to, in one line."""
    polled, decided = done.polled, done.decided
    parts = [f"{many(polled.asked, 'source')} asked"] if polled.asked else []
    parts += [f"{polled.failed:,} failed"] if polled.failed else []
    parts += [many(polled.new, "new entry", "new entries")] if polled.asked else []
    parts += [f"{many(done.fetched, 'report')} read"]
    parts += [f"{decided.taken:,} taken", f"{decided.refused:,} refused"]
    parts += [f"{many(decided.versions, 'page')} edited"] if decided.versions else []
    parts += [many(done.told, "alert")] if done.told else []
    parts += [f"{many(done.undelivered, 'alert')} not delivered yet"] if done.undelivered else []
    return ", ".join(parts) + "."
