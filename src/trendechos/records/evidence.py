"""What a situation is assessed from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from trendechos.records.claim import Claim
from trendechos.records.echo import Copy, EchoGroup
from trendechos.records.gap import Gap
from trendechos.records.origin import Origin
from trendechos.records.proposition import Proposition
from trendechos.records.report import Report


@dataclass(frozen=True, slots=True)
class Removed:
    """A page that was found gone, and the day when it was found back; what it said stays held."""

    report_id: str
    noticed_on: str
    returned_on: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything that one assessment rests on, by id; only what was held as of its day.

    `volume` holds (day, reports) of everything read, on the matter or not, where that is known: what
    attention is measured against. `left_out_undated` and `left_out_later` count reports that the day
    asked about leaves out. `earlier` are the earlier versions of pages in `reports`, `removed` the pages
    among them that were found gone by that day.
    """

    reports: Mapping[str, Report]
    claims: Mapping[str, Claim]
    groups: tuple[EchoGroup, ...]
    origins: tuple[Origin, ...]
    propositions: tuple[Proposition, ...]
    copies: tuple[Copy, ...] = ()
    gaps: tuple[Gap, ...] = field(default=())
    left_out_undated: int = 0
    left_out_later: int = 0
    volume: tuple[tuple[str, int], ...] = ()
    earlier: tuple[Report, ...] = ()
    removed: tuple[Removed, ...] = ()
