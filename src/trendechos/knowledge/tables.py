"""The one reader of packaged tables: tab-separated, `#` for comments."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files


def rows(name: str, width: int) -> Iterator[list[str]]:
    """The rows of the packaged table `name`, each padded to `width` cells; comment lines are left out."""
    text = files("trendechos.knowledge").joinpath(f"data/{name}.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            cells = line.split("\t")
            yield cells + [""] * (width - len(cells))
