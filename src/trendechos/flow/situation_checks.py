"""Checking tables of TOML against dataclasses, with the line and a remedy for each mistake."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import Field, dataclass, fields
from datetime import date
from difflib import get_close_matches
from types import GenericAlias
from typing import Any, TypeVar, get_args, get_origin, get_type_hints
from urllib.parse import urlsplit

Kind = TypeVar("Kind")
_NAMES = {str: "a text", int: "a whole number", float: "a number", bool: "true or false"}


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """What is wrong on which line (from 1), and what to do about it."""

    line: int
    reason: str
    remedy: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.reason}; {self.remedy}"


class Lines:
    """Where keys stand in a TOML text: `sources.0.url` is the key url of the first [[sources]]."""

    def __init__(self, text: str) -> None:
        """Notes the line of each header and key."""
        self._lines: dict[str, int] = {}
        counts: dict[str, int] = {}
        prefix = ""
        for number, line in enumerate(text.splitlines(), 1):
            if match := re.match(r"\s*\[\[\s*([\w.-]+)\s*\]\]", line):
                counts[match[1]] = counts.get(match[1], -1) + 1
                prefix = f"{match[1]}.{counts[match[1]]}."
                self._lines.setdefault(match[1], number)
            elif match := re.match(r"\s*\[\s*(.+?)\s*\]\s*(?:#.*)?$", line):
                prefix = match[1].replace('"', "").replace("'", "") + "."
            elif match := re.match(r"\s*[\"']?([^\"'=#\[\]]+?)[\"']?\s*=", line):
                self._lines.setdefault(prefix + match[1], number)
                continue
            else:
                continue
            self._lines.setdefault(prefix.rstrip("."), number)

    def of(self, path: str) -> int:
        """The line of `path`, else of the table that it belongs to, else 1."""
        while path and path not in self._lines:
            path = path.rpartition(".")[0]
        return self._lines.get(path, 1)


class Checker:
    """Takes tables apart and collects every mistake instead of stopping at the first."""

    def __init__(self, lines: Lines) -> None:
        """Finds lines by `lines`."""
        self._lines = lines
        self.mistakes: list[Mistake] = []

    def add(self, path: str, reason: str, remedy: str) -> None:
        """Notes a mistake at `path`."""
        self.mistakes.append(Mistake(self._lines.of(path), reason, remedy))

    def sorted(self) -> tuple[Mistake, ...]:
        """Every mistake once, in order of line."""
        return tuple(sorted(set(self.mistakes)))

    def names(self, table: Mapping[str, Any], known: Iterable[str], path: str, where: str) -> None:
        """Notes each key of `table` that is not `known`, with the one that it may have meant."""
        names = list(known)
        for name in table:
            if name not in names:
                near = get_close_matches(name, names, 1)
                remedy = f"did you mean {near[0]!r}?" if near else f"known are {', '.join(names)}"
                place = "at the top" if where == "top" else f"in [{where}]"
                self.add(f"{path}.{name}".lstrip("."), f"there is no {name!r} {place}", remedy)

    def table(self, kind: type[Kind], table: Any, path: str) -> Kind:
        """The record of `kind` that `table` describes; wrong keys keep their default and are noted."""
        if not isinstance(table, dict):
            name, _, inner = path.partition(".")
            header = f'[{name}."{inner}"]' if inner else f"[{name}]"
            self.add(path, f"{(inner or name)!r} is not a table", f"write {header} and its keys below")
            return kind()
        entries: tuple[Field[Any], ...] = fields(kind)  # type: ignore[arg-type]
        self.names(table, (entry.name for entry in entries), path, path.split(".", maxsplit=1)[0])
        hints = get_type_hints(kind)
        given = {}
        for entry in entries:
            place = f"{path}.{entry.name}"
            if entry.name in table:
                value = self._value(table[entry.name], hints[entry.name], entry, place)
                if value is not None:
                    given[entry.name] = value
            elif entry.metadata.get("required"):
                self.add(path, f"{entry.name!r} is missing", _help(entry))
        return kind(**given)

    def tables(self, kind: type[Kind], values: Any, path: str) -> tuple[Kind, ...]:
        """The records of a list of tables."""
        if not isinstance(values, list):
            self.add(path, f"{path!r} is not a list of tables", f"write [[{path}]], with two brackets")
            return ()
        return tuple(self.table(kind, value, f"{path}.{number}") for number, value in enumerate(values))

    def named(self, kind: type[Kind], values: Any, path: str) -> dict[str, Kind]:
        """The records of a table of tables, by name."""
        if not isinstance(values, dict):
            self.add(path, f"{path!r} is not a table of tables", f'write [{path}."Name"]')
            return {}
        return {name: self.table(kind, value, f"{path}.{name}") for name, value in values.items()}

    def _value(self, value: Any, hint: Any, entry: Field[Any], path: str) -> Any:
        """`value` as `hint` wants it, or None when it does not fit, which is noted."""
        if entry.metadata.get("form") == "day" and isinstance(value, date):
            value = value.isoformat()[:10]
        if get_origin(hint) is tuple or isinstance(hint, GenericAlias):
            inner = get_args(hint)[0]
            if not isinstance(value, list) or not all(_fits(part, inner) for part in value):
                self.add(path, f"{entry.name!r} is not a list", f"write {entry.name} = [...]; {_help(entry)}")
                return None
            parts: Sequence[Any] = value
        elif not _fits(value, hint):
            self.add(path, f"{entry.name!r} is not {_NAMES[hint]}", _help(entry))
            return None
        else:
            parts = [value]
        if not all(self._allowed(part, entry, path) for part in parts):
            return None
        return tuple(value) if isinstance(value, list) else value

    def _allowed(self, value: Any, entry: Field[Any], path: str) -> bool:
        rules = entry.metadata
        reason = ""
        if "one_of" in rules and value not in rules["one_of"]:
            near = get_close_matches(str(value), [one for one in rules["one_of"] if one], 1)
            reason = f"{entry.name} = {value!r} is not known" + (
                f" (did you mean {near[0]!r}?)" if near else ""
            )
        elif "least" in rules and value < rules["least"]:
            reason = f"{entry.name} = {value} is too small, at least {rules['least']}"
        elif "most" in rules and value > rules["most"]:
            reason = f"{entry.name} = {value} is too large, at most {rules['most']}"
        elif rules.get("form") == "day" and value and not _is_day(value):
            reason = f"{entry.name} = {value!r} is no day"
        elif rules.get("form") == "address" and not (
            _is_address(value) or (value == "" and not rules.get("required"))
        ):
            reason = f"{value!r} is not an http or https address"
        if reason:
            known = ", ".join(one for one in rules.get("one_of", ()) if one)
            self.add(path, reason, f"known are {known}" if known else _help(entry))
        return not reason


def _help(entry: Field[Any]) -> str:
    text = str(entry.metadata["help"])
    return text[:1].lower() + text[1:].rstrip(".")


def _fits(value: Any, kind: type) -> bool:
    if kind is float:
        return isinstance(value, int | float) and not isinstance(value, bool)
    return isinstance(value, kind) and (kind is bool or not isinstance(value, bool))


def _is_day(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return len(value) == 10


def _is_address(value: str) -> bool:
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc
