"""Word lists kept as files: one list a line, name and words parted by a tab."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of a packaged file, without comments and empty lines."""
    text = (files("trendechos.languages.en") / name).read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


@cache
def read(name: str) -> Mapping[str, frozenset[str]]:
    """The word lists of a packaged file by name."""
    rows = (line.split("\t", 1) for line in lines(name))
    return MappingProxyType({key: frozenset(words.split()) for key, words in rows})
