"""What a user may set: one table of name, default and help, built once from environment and TOML."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from platformdirs import user_config_path, user_data_path

from trendechos.errors import InvalidInput

PREFIX = "TRENDECHOS_"
_KINDS = {int: "a whole number", str: "a text"}


def _setting(default: Any, help_text: str) -> Any:
    return field(default=default, metadata={"help": help_text})


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one process; frozen, so that nothing changes under a running stage."""

    store: str = _setting("", "Path or URL of the store; empty: a file in the user's data folder.")
    model: str = _setting("", "Folder of a spaCy English pipeline to use instead of the packaged one.")
    executor: str = _setting("auto", "How work is spread: auto, serial, processes[:N] or dask[:ADDRESS].")
    batch_words: int = _setting(20_000, "Words that are read between two commits.")
    max_bytes: int = _setting(50_000_000, "Bytes that one file or page may have; larger ones are a gap.")
    fetch_seconds: int = _setting(30, "Seconds that one web address may take in all.")
    allow_hosts: str = _setting("", "Private host names that may be fetched all the same, separated by commas.")

    @property
    def store_url(self) -> str:
        """The store as given, or the file in the user's data folder; opening it makes that folder."""
        return self.store or str(user_data_path("trendechos") / "trendechos.sqlite")

    @property
    def allowed_hosts(self) -> frozenset[str]:
        """The private host names that the user allows by name."""
        return frozenset(name.strip() for name in self.allow_hosts.split(",") if name.strip())


def load(environment: Mapping[str, str] | None = None, path: Path | None = None) -> Settings:
    """The settings from `path` (TOML, default in the user's config folder), overridden by the environment.

    Raises InvalidInput for a name that is no setting or a value of the wrong type.
    """
    environment = os.environ if environment is None else environment
    file = path or user_config_path("trendechos") / "trendechos.toml"
    given = _from_toml(file) if file.is_file() else {}
    for name in (entry.name for entry in fields(Settings)):
        if (value := environment.get(PREFIX + name.upper())) is not None:
            given[name] = (value, f"environment variable {PREFIX}{name.upper()}")
    return Settings(**{name: _typed(name, value, where) for name, (value, where) in given.items()})


def _from_toml(file: Path) -> dict[str, tuple[Any, str]]:
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InvalidInput(f"{file}: not readable as TOML: {error}") from error
    return {name: (value, str(file)) for name, value in table.items()}


def _typed(name: str, value: Any, where: str) -> Any:
    defaults: dict[str, Any] = {entry.name: entry.default for entry in fields(Settings)}
    if name not in defaults:
        raise InvalidInput(f"{where}: {name!r} is no setting; the settings are {', '.join(defaults)}")
    wanted: type = type(defaults[name])
    try:
        return wanted(value)
    except ValueError as error:
        raise InvalidInput(f"{where}: {name} must be {_KINDS[wanted]}, not {value!r}") from error
