"""How a statement came to a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

RouteKind = Literal["credit", "shared_wording", "unknown"]


@dataclass(frozen=True, slots=True)
class Edge:
    """From which page a page has a statement: because it credits it or shares its words, else not known.

    `from_report` is None where the route is not known, and where the source credited is not among
    the pages held; `detail` says why, for people.
    """

    to_report: str
    from_report: str | None
    kind: RouteKind
    detail: str
