"""Who puts a claim forward."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from trendechos.records.span import Span

SpeakerKind = Literal["person", "organisation", "government", "outlet", "document", "group", "unnamed", "none"]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who puts a claim forward, or a link of the chain through which it came.

    `name` is as written at `span`; `canonical` from packaged knowledge or the report's fullest
    form; `party` the government or body behind the speaker (ISO 3166 alpha-3 or an actor code),
    None where unknown. `kind` `none` says that the page gives no source: name and canonical are empty.
    """

    name: str
    canonical: str
    kind: SpeakerKind
    party: str | None = None
    span: Span | None = None
