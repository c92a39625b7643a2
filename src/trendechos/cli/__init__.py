"""The command line: one thin file a command over the functions of `flow`."""

from trendechos.cli.app import main

__all__ = ["main"]
