"""`trendechos sign`: a brief frozen under a name."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from trendechos.cli.console import out as show
from trendechos.flow import sign as signing

Folder = Annotated[Path, typer.Argument(metavar="OUT", help="The folder of a brief.", show_default=False)]


def sign(
    out: Folder,
    name: Annotated[str, typer.Option(metavar="NAME", help="Who signs.", show_default=False)],
    remarks: Annotated[str, typer.Option(metavar="TEXT", help="What the signer wants kept with it.")] = "",
) -> None:
    """Freeze a brief: keep the hashes of its files and of the reports it rests on, name, time and remarks.

    Writes signature.json into OUT; no brief is written into a signed folder again. The hashes show
    later that nothing was changed (trendechos verify OUT); they do not prove who signed.
    """
    path = signing.sign(out, name, remarks)
    show(f"Signed: {path}")
