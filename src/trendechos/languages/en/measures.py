"""The lexicons of units, currencies and counted nouns, read once."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple, cast

from trendechos.records import Counts


class Unit(NamedTuple):
    """A unit of measure: its name, what a number of it counts, whether its form must be glued to the figure."""

    name: str
    counts: Counts
    glued: bool


@cache
def units() -> dict[str, Unit]:
    """Units by form; forms longer than three characters lower-cased, since they match in any case."""
    return {
        form if len(form) <= 3 else form.lower(): Unit(name, cast(Counts, counts), bool(rest))
        for form, name, counts, *rest in _rows("units.tsv")
    }


@cache
def currencies() -> dict[str, str]:
    """Names of currencies by what stands before the figure."""
    return {form: name for form, name in _rows("currencies.tsv")}  # noqa: C416 - rows are lists


@cache
def counted() -> dict[str, frozenset[str]]:
    """Lemmas by class of counted noun or counting verb."""
    return {name: frozenset(words.split()) for name, words in _rows("counted.tsv")}


def _rows(name: str) -> list[list[str]]:
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]
