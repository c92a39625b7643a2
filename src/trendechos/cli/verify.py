"""`trendechos verify`: is a signed brief still what was signed?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from trendechos.cli.console import out as show
from trendechos.cli.sign import Folder
from trendechos.flow import sign as signing


def verify(
    out: Folder,
    store: Annotated[
        Path | None,
        typer.Option(metavar="PATH", help="The store of the reports; by default OUT/trendechos.sqlite."),
    ] = None,
) -> None:
    """Check a signed brief: its files, its situation and the reports in its store, against signature.json.

    Ends with 0 where all is as signed and with 1 where anything was changed, saying what.
    """
    found = signing.verify(out, store or out / "trendechos.sqlite")
    remarks = f": {found.remarks}" if found.remarks else ""
    show(f"Signed by {found.signed_by} at {found.signed_at}{remarks}")
    for line in found.changed:
        show(f"CHANGED {line}")
    for line in found.notes:
        show(f"Note: {line}")
    if found.changed:
        raise typer.Exit(1)
    show(f"Unchanged: {found.files} files, {found.reports} reports.")
