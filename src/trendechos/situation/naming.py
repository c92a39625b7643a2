"""Reader's names of countries and bodies from their codes."""

from __future__ import annotations


def adjective(party: str) -> str:
    """What a reader calls people of `party` ("North Korean"); the code itself where no country has it."""
    return party


def name(party: str) -> str:
    """The reader's name of a country or body; the code itself where none is known."""
    return party
