"""Words that carry a full stop without ending a sentence; abbreviations.toml holds them with their reasons."""

from __future__ import annotations

import tomllib
from pathlib import Path

_TABLE = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))

TITLES: frozenset[str] = frozenset(_TABLE["titles"])
BEFORE_NUMBERS: frozenset[str] = frozenset(_TABLE["before_numbers"])
