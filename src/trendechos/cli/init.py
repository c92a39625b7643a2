"""`trendechos init`: a commented situation file to start from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from trendechos.cli.console import out
from trendechos.errors import InvalidInput
from trendechos.flow.situation_file import TEMPLATE


def init(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="The file to write; it must not exist yet.")
    ] = Path("situation.toml"),
) -> None:
    """Write a situation file with comments: what it is about, its sources, how they are watched."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8") as opened:
            opened.write(TEMPLATE.read_text(encoding="utf-8"))
    except FileExistsError as error:
        raise InvalidInput(f"{file}: it exists already; give another name") from error
    except OSError as error:
        raise InvalidInput(f"{file}: cannot be written: {error.strerror}") from error
    out(f"Written: {file}. Edit it, then: trendechos check {file}")
