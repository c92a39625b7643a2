"""The tables of docs/, made from the running code; cog puts them between the markers in each page."""

from __future__ import annotations

import dataclasses
import inspect
import types
from typing import Any, get_args, get_origin, get_type_hints

from typer.main import get_command

import trendechos as te
from trendechos import records
from trendechos.cli.app import app
from trendechos.cli.lazy import COMMANDS
from trendechos.echoes import FEATURES
from trendechos.flow.stages import STAGES
from trendechos.settings import PREFIX, Settings
from trendechos.store.schema import METADATA


def table(head: list[str], rows: list[list[str]]) -> str:
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return "\n".join(
        lines + ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows]
    )


def settings() -> str:
    rows = [
        [f"`{entry.name}`", f"`{PREFIX}{entry.name.upper()}`", f"`{entry.default!r}`", entry.metadata["help"]]
        for entry in dataclasses.fields(Settings)
    ]
    return table(["setting", "environment", "default", "what it does"], rows)


def stages() -> str:
    rows = [
        [f"`{stage.name}`", str(stage.version), ", ".join(stage.reads), ", ".join(stage.writes), stage.does]
        for stage in STAGES
    ]
    return table(["stage", "version", "reads", "writes", "what it does"], rows)


def store() -> str:
    parts = []
    for one in METADATA.sorted_tables:
        rows = [
            [
                f"`{column.name}`",
                str(column.type).lower(),
                "key" if column.primary_key else "",
                column.comment or "",
            ]
            for column in one.columns
        ]
        parts.append(
            f"### `{one.name}`\n\n{one.comment or ''}\n\n{table(['column', 'type', '', 'holds'], rows)}"
        )
    return "\n\n".join(parts)


def nouns() -> str:
    parts = []
    for name in sorted(records.__all__):
        kind = getattr(records, name)
        if not (inspect.isclass(kind) and dataclasses.is_dataclass(kind)):
            continue
        hints = get_type_hints(kind)
        rows = [[f"`{entry.name}`", _type(hints[entry.name])] for entry in dataclasses.fields(kind)]
        parts.append(f"### {name}\n\n{inspect.getdoc(kind)}\n\n{table(['field', 'type'], rows)}")
    return "\n\n".join(parts)


def _type(hint: Any) -> str:
    origin, arguments = get_origin(hint), get_args(hint)
    if isinstance(hint, types.UnionType):
        return " or ".join(_type(part) for part in arguments)
    if hint is type(None):
        return "nothing"
    if origin is tuple:
        inner = [part for part in arguments if part is not Ellipsis]
        return ("list of " + _type(inner[0])) if Ellipsis in arguments else ", ".join(map(_type, inner))
    if origin is not None and str(origin) == "typing.Literal":
        return "one of " + ", ".join(f"`{one}`" for one in arguments)
    return f"`{getattr(hint, '__name__', str(hint))}`"


def commands() -> str:
    root: Any = get_command(app)
    above = root.make_context("trendechos", [], resilient_parsing=True)
    parts = [_help("trendechos", root)]
    parts += [_help(f"trendechos {name}", root.get_command(above, name), above) for name in sorted(COMMANDS)]
    return "\n\n".join(parts)


def _help(name: str, command: Any, above: Any = None) -> str:
    context = command.make_context(name.rsplit(maxsplit=1)[-1], [], parent=above, resilient_parsing=True)
    return f"## `{name}`\n\n```text\n{command.get_help(context).strip()}\n```"


def api() -> str:
    parts = []
    for name in te.__all__:
        function = getattr(te, name)
        summary = (inspect.getdoc(function) or "").splitlines()[0]
        arguments = ", ".join(inspect.signature(function).parameters)
        parts.append([f"`te.{name}({arguments})`", summary])
    return table(["call", "gives"], parts)


def features() -> str:
    rows = [[f"`{one.name}`", f"{one.weight:.2f}", "yes" if one.vetoes else "", one.help] for one in FEATURES]
    return table(["feature", "weight", "can forbid", "what it looks at"], rows)
