"""Lines that frame an article, as patterns; furniture.toml holds them with their reasons."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_TABLE = Path(__file__).with_suffix(".toml")


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(_TABLE.read_text("utf-8"))


def _filled(pattern: str) -> str:
    parts: dict[str, str] = _table()["parts"]
    # DATE is made of other parts, so it is filled first.
    for name in ("DATE", *sorted(set(parts) - {"DATE"})):
        pattern = pattern.replace(f"%{name}%", parts[name])
    return pattern


def _any(patterns: list[str], flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{_filled(pattern)})" for pattern in patterns), flags)


@cache
def lines() -> re.Pattern[str]:
    """Matches a whole line of furniture."""
    return _any(_table()["lines"]["patterns"], re.IGNORECASE)


@cache
def date_line() -> re.Pattern[str]:
    """Matches a whole line that holds a date, with or without clock and reading time."""
    return _any(_table()["lines"]["patterns"][:1], re.IGNORECASE)


@cache
def authors() -> re.Pattern[str]:
    """Matches a whole line that names the author."""
    return _any(_table()["authors"]["patterns"])


@cache
def bare_name() -> re.Pattern[str]:
    """Matches a whole line that could be a person's name."""
    return _any(["%NAME%"])


@cache
def datelines() -> tuple[re.Pattern[str], ...]:
    """Patterns of an agency dateline at the start of a line, with groups place, date, agency and dash."""
    return tuple(re.compile(_filled(pattern)) for pattern in _table()["datelines"]["patterns"])
