"""Arguments and options that commands share."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import Annotated

import typer

from trendechos import settings as configuration
from trendechos.errors import InvalidInput
from trendechos.flow.assess import Question

Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT...",
        help="Files (.jsonl .txt .md .html .pdf), folders, http(s) addresses, or - for standard input.",
        show_default=False,
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        metavar="DATE",
        help="Show what was known on this day (YYYY-MM-DD): only pages shown to exist by then. "
        "Without it: the latest day published in the input, undated pages in.",
    ),
]
Since = Annotated[
    str | None, typer.Option(metavar="DATE", help="What is new is counted from this day (YYYY-MM-DD).")
]
Title = Annotated[str, typer.Option(help="Title of the situation.")]
Store = Annotated[
    str | None,
    typer.Option(
        metavar="FILE|URL",
        help="Where readings are kept, so that nothing is read twice: a SQLite file, or postgresql://USER@HOST/NAME.",
    ),
]
Executor = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="auto, serial, processes[:N] or dask[:ADDRESS]; the result is the same."),
]
About = Annotated[
    str | None,
    typer.Option(metavar="TEXT", help='Only reports about this, such as "North Korean troops in Kursk".'),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no summary.")]


class Format(StrEnum):
    """How a command writes its result."""

    jsonl = "jsonl"
    json = "json"
    table = "table"


class OriginsFormat(StrEnum):
    """How origins are written: as other results are, or as rows for other systems."""

    jsonl = "jsonl"
    json = "json"
    table = "table"
    csv = "csv"


FormatOption = Annotated[
    Format, typer.Option("--format", help="JSON Lines, one JSON document, or a table to look at.")
]
OriginsFormatOption = Annotated[
    OriginsFormat,
    typer.Option(
        "--format",
        help="JSON Lines, one JSON document, a table to look at, or CSV with PLOVER and CAMEO codes, "
        "Goldstein values and Admiralty grades for other systems.",
    ),
]


def settings(store: str | None, executor: str | None) -> configuration.Settings:
    """The user's settings with what this command line overrides."""
    given = configuration.load()
    return replace(given, store=store or given.store, executor=executor or given.executor)


def question(
    as_of: str | None, since: str | None = None, about: str | None = None, title: str = ""
) -> Question:
    """What these options ask; raises InvalidInput for what is no day, or days the wrong way round."""
    asked = Question(as_of, since, about, title)
    if as_of and since and since > as_of:
        raise InvalidInput(f"--since {since}: this is after --as-of {as_of}; give an earlier day")
    return asked
