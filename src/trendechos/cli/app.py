"""The command `trendechos`: what it can do, how it ends, how it says what went wrong."""

from __future__ import annotations

import os
import sys

import typer

from trendechos import __version__
from trendechos.cli import brief, claims, origins, read, situation
from trendechos.cli.console import complain
from trendechos.errors import InvalidInput, TrendechosError

HELP = """See through the news on a developing situation, offline.

trendechos reads reports and answers: who said what first, who only repeats it, how many independent
origins stand behind it, who contradicts it, how the numbers moved.

A first brief, from a file of reports (one JSON object a line; only "text" is required):

    trendechos brief reports.jsonl --as-of 2024-11-05

Then open brief.html. Pages work as well, and so do folders, addresses and standard input:

    trendechos brief article.html notes.txt folder/ https://example.org/story

Look at any step on its own, as JSON Lines for other tools or as a table for people:

    trendechos claims reports.jsonl --format table
    trendechos origins reports.jsonl --format jsonl | jq .label

What was read once is kept and not read again. Exit status: 0 done, 1 stopped, 2 wrong use or input.
"""

app = typer.Typer(
    help=HELP,
    no_args_is_help=True,
    rich_markup_mode=None,
    add_completion=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
app.command("brief")(brief.brief)
app.command("read")(read.read)
app.command("claims")(claims.claims)
app.command("origins")(origins.origins)
app.command("situation")(situation.situation)


def _version(wanted: bool) -> None:  # noqa: FBT001 - the signature that typer calls
    if wanted:
        typer.echo(f"trendechos {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: bool = typer.Option(  # noqa: ARG001, FBT001, FBT003 - the callback does the work
        False, "--version", callback=_version, is_eager=True, help="Print the version and end."
    ),
) -> None:
    pass


_root.__doc__ = HELP


def main() -> None:
    """Runs the command line and ends the process: 0 done, 1 stopped, 2 wrong use or input, 130 interrupted."""
    try:
        app(standalone_mode=True)
    except InvalidInput as error:
        complain(str(error))
        sys.exit(2)
    except TrendechosError as error:
        complain(str(error))
        sys.exit(1)
    except KeyboardInterrupt:
        complain("interrupted; what was read is kept, and the same command goes on from there")
        sys.exit(130)
    except BrokenPipeError:
        # The reader of our output has gone, as `head` does: no error, and nothing more to say.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
