"""The command `trendechos`: what it can do, how it ends, how it says what went wrong."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from trendechos import __version__
from trendechos.cli.console import complain, speak_utf8
from trendechos.cli.lazy import Interrupted, LazyGroup, ReaderGone
from trendechos.errors import InvalidInput, TrendechosError

HELP = """See through the news on a developing situation, offline.

Reads reports and answers: who said what first, who only repeats it, how many independent origins
stand behind it, who contradicts it, how the numbers moved.

A first brief, from a file with one report a line (a JSON object; only "text" is required):

\b
    trendechos brief reports.jsonl --as-of 2024-11-05

Then open out/brief.html. Pages, folders, addresses and standard input work as well:

\b
    trendechos brief article.html notes.txt folder/ https://example.org/page

Look at any step on its own, as a table, or as JSON Lines for other tools:

\b
    trendechos claims reports.jsonl --format table
    trendechos origins reports.jsonl | jq .label

What was read once is kept and not read again. Exit status: 0 done, 1 stopped, 2 wrong use or input,
130 interrupted.
"""

app = typer.Typer(
    cls=LazyGroup,
    no_args_is_help=True,
    rich_markup_mode=None,
    add_completion=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"trendechos {__version__}")
        raise typer.Exit


@app.callback(help=HELP)
def _root(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version and end."),
    ] = False,
) -> None:
    pass


def main() -> None:
    """Runs the command line and ends the process: 0 done, 1 stopped, 2 wrong use or input, 130 interrupted."""
    speak_utf8()
    try:
        app(standalone_mode=True)
    except InvalidInput as error:
        complain(str(error))
        sys.exit(2)
    except TrendechosError as error:
        complain(str(error))
        sys.exit(1)
    except Interrupted:
        complain("interrupted; what was read is kept, and the same command goes on from there")
        sys.exit(130)
    except ReaderGone:
        # No error, and nothing more to say.
        _forget_output()
        sys.exit(0)
    except OSError as error:
        # What no command foresaw: a full disk behind the output, a folder that may not be entered.
        where = error.filename or "what was to be written"
        complain(f"{where}: {error.strerror or error}")
        _forget_output()
        sys.exit(1)


def _forget_output() -> None:
    """Sends what is still to be flushed nowhere, so that the end of the process does not complain of it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
