"""The package's own text files."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "templates"


@cache
def text(name: str) -> str:
    """A file of the templates folder as text."""
    return (_FOLDER / name).read_text("utf-8")
