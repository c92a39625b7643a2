"""A name in a report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from trendechos.records.span import Span

MentionKind = Literal["person", "organisation", "government", "group", "place", "other"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a report, with the canonical name that the report or the packaged knowledge gives it.

    `code` is the packaged actor's code (`PRKMIL`), `party` the body behind it (`USA`), both None
    where unknown; `known` says that packaged knowledge, not only the text, names it.
    """

    name: str
    canonical: str
    kind: MentionKind
    span: Span
    code: str | None = None
    party: str | None = None
    known: bool = False
