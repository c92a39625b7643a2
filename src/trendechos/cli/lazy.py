"""A group of commands that imports a command only when it is run: the language tools cost seconds."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from difflib import get_close_matches
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_command


@dataclass(frozen=True, slots=True)
class Known:
    """A command: its one-line help, and the function in `trendechos.cli.NAME` that runs it."""

    short_help: str
    function: str


COMMANDS: dict[str, Known] = {
    "brief": Known("Reports in, cited brief out.", "brief"),
    "read": Known("Names, places, times, quantities.", "read"),
    "claims": Known("Who says what happened.", "claims"),
    "origins": Known("The statements behind the claims.", "origins"),
    "situation": Known("Everything assessed, as of one day.", "situation"),
    "init": Known("A situation file to start from.", "init"),
    "check": Known("What is wrong with a situation file.", "check"),
    "add": Known("Files and addresses into a situation.", "add_command"),
    "watch": Known("Watch the sources of a situation.", "watch"),
    "resolve": Known("What became of a prediction.", "resolve"),
    "sign": Known("Freeze a brief under a name.", "sign"),
    "verify": Known("Check a signed brief.", "verify"),
    "serve": Known("Situations in the browser.", "serve"),
}


class Interrupted(Exception):
    """Somebody at the keyboard, or a service manager, ended the command."""


class ReaderGone(Exception):
    """Who read our output has gone, as `head` does."""


class LazyGroup(TyperGroup):
    """Lists commands from the table above and imports the one that is asked for."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The names, in the order in which a newcomer needs them."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command, or None for an unknown name."""
        known = COMMANDS.get(cmd_name)
        if known is None:
            return None
        function = getattr(import_module(f"trendechos.cli.{cmd_name}"), known.function)
        one = typer.Typer(add_completion=False, rich_markup_mode=None)
        one.command(cmd_name, short_help=known.short_help)(function)
        return get_command(one)

    def invoke(self, ctx: Any) -> Any:
        """Runs the command; an interruption or a reader that has gone leaves as itself.

        The library would end the process on both without a word, the latter as an error.
        """
        try:
            done = super().invoke(ctx)
            sys.stdout.flush()
        except KeyboardInterrupt:
            raise Interrupted from None
        except BrokenPipeError:
            raise ReaderGone from None
        return done

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that `args` begin with; ends with the names that look like an unknown one."""
        alike = get_close_matches(args[0], COMMANDS) if args and args[0] not in COMMANDS else []
        if alike:
            ctx.fail(f"No such command {args[0]!r}. Did you mean {' or '.join(alike)}?")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Writes the list of commands without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, known.short_help) for name, known in COMMANDS.items()])
