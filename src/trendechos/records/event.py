"""What a claim says happened, in the field's codes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Auxiliary = Literal["historical", "future", "hypothetical", "negated"]


@dataclass(frozen=True, slots=True)
class Actor:
    """A party to an event, as named, with its code (country and sector, `PRKMIL`), None where unknown."""

    name: str
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """What a claim says happened: PLOVER 2.0 type, mode and contexts, and the CAMEO code as a string.

    `plover` is None for CAMEO roots that PLOVER dropped (01 statements, 02 appeals). `auxiliary`
    follows the claim's status, polarity and background.
    """

    plover: str | None
    cameo: str | None
    mode: str | None = None
    context: tuple[str, ...] = ()
    actors: tuple[Actor, ...] = ()
    recipients: tuple[Actor, ...] = ()
    auxiliary: tuple[Auxiliary, ...] = ()
