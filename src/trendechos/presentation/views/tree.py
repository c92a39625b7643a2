"""The echo tree of an origin: which page carried it, by what route, as far as the pages show it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from trendechos.knowledge import outlets
from trendechos.languages.en.credits import for_words
from trendechos.presentation.index import Index
from trendechos.records import Claim, Copy, Echo, Origin, Report

# Rows that a reader can follow; what lies beyond is counted.
CARRIERS = 40
# "Daily Post (AP)", "Radio X (Associated Press of Y)", not "X (reposted, Y style)".
_AGENCY = re.compile(r"\(((?:[A-Z][^(),\s]*|of|and|the|de)(?:\s(?:[A-Z][^(),\s]*|of|and|the|de))*)\)\s*$")
_LEAD = re.compile(r"^(the|this)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Carrier:
    """A page that carries an origin, and the page or source from which it has it.

    `route` is `credit` (it names where it has it from), `wording` (it shares the words) or `unknown`.
    `parent` is the report it has it from, None when that is not held or not known; `source` names a
    credited source that is not among the pages held.
    """

    report: Report
    claim: Claim
    route: str = "unknown"
    parent: str | None = None
    source: str | None = None
    reasons: tuple[tuple[str, str], ...] = ()
    drift: tuple[str, ...] = ()
    depth: int = 0

    @property
    def day(self) -> str | None:
        """The day of publication, None where it is not known to the day."""
        return self.report.published_on


@dataclass(frozen=True)
class Links:
    """What is known about who has it from whom: copies by report, echoes by claims."""

    copies: dict[str, tuple[Copy, ...]]
    echoes: dict[tuple[str, str], Echo]

    @classmethod
    def of(cls, index: Index) -> Links:
        """The links of one situation."""
        copies: dict[str, tuple[Copy, ...]] = {}
        for copy in index.evidence.copies:
            copies[copy.report_id] = (*copies.get(copy.report_id, ()), copy)
        echoes = {(one.left_id, one.right_id): one for group in index.evidence.groups for one in group.echoes}
        return cls(copies, echoes)

    def echo(self, one: Claim, two: Claim) -> Echo | None:
        """The echo between two claims, None when they were not joined directly."""
        left, right = sorted((one.claim_id, two.claim_id))
        return self.echoes.get((left, right))


def tree(index: Index, links: Links, origin: Origin) -> tuple[Carrier, ...]:
    """The pages that carry an origin, each below the page it has it from; the first forty.

    A page hangs below another only for a credit that it gives or for words that they share; every
    other page stands alone with its route unknown.
    """
    order = {report_id: place for place, report_id in enumerate(origin.reports)}
    carriers = sorted(_carriers(index, origin), key=lambda one: _place(order, one))[:CARRIERS]
    drifts: dict[str, tuple[str, ...]] = {}
    for drift in origin.drift:
        drifts[drift.claim_id] = (*drifts.get(drift.claim_id, ()), f"{drift.what}: {drift.detail}")
    placed: list[Carrier] = []
    for one in carriers:
        found = _route(links, one, placed, origin.speaker.canonical)
        placed.append(replace(found, drift=drifts.get(one.claim.claim_id, ())))
    return tuple(_ordered(placed))


def _carriers(index: Index, origin: Origin) -> Iterator[Carrier]:
    """One carrier a report: its claim with a drift first, else its first claim."""
    drifting = {drift.claim_id for drift in origin.drift}
    best: dict[str, Claim] = {}
    for claim_id in origin.claims:
        claim = index.evidence.claims.get(claim_id)
        if claim is None:
            continue
        known = best.get(claim.report_id)
        if known is None or _first(claim, drifting) < _first(known, drifting):
            best[claim.report_id] = claim
    for report_id, claim in best.items():
        report = index.evidence.reports.get(report_id)
        if report is not None:
            yield Carrier(report, claim)


def _first(claim: Claim, drifting: set[str]) -> tuple[bool, int, str]:
    return (claim.claim_id not in drifting, claim.span.start, claim.claim_id)


def _place(order: Mapping[str, int], one: Carrier) -> tuple[int, str, str]:
    """Earliest first, as the origin's pages stand; a second id of one address last."""
    return (order.get(one.report.report_id, len(order)), one.day or "9999", one.report.report_id)


def _route(links: Links, one: Carrier, earlier: list[Carrier], speaker: str) -> Carrier:
    named = _credits(one, speaker)
    for other in earlier:
        name = next((name for name in named if _same(name, other.report.outlet)), None)
        if name and not _same(one.report.outlet or "", other.report.outlet):
            reasons = (("credit", f"names {name} as where it has it from"), *_features(links, one, other))
            return replace(one, route="credit", parent=other.report.report_id, reasons=reasons)
    shared = [pair for other in earlier if (pair := _shared(links, one, other))]
    if shared:
        detail, other, _ = max(shared, key=lambda pair: pair[2])
        reasons = (("wording", detail), *_features(links, one, other))
        return replace(one, route="wording", parent=other.report.report_id, reasons=reasons, source=None)
    if named:
        reason = (("credit", f"names {named[0]}, of which we hold no page with it"),)
        return replace(one, route="credit", source=named[0], reasons=reason)
    return one


def _credits(one: Carrier, speaker: str) -> list[str]:
    """The sources that a page credits: links of the chain, nearest to the speaker first, its credit line."""
    names = [link.canonical or link.name for link in reversed(one.claim.chain)]
    names += [for_words(one.report.credit)]
    if agency := _AGENCY.search(one.report.outlet or ""):
        names.append(agency.group(1))
    own = one.report.outlet or ""
    return list(
        dict.fromkeys(
            name
            for name in names
            if name and name not in (speaker, one.claim.speaker.canonical) and not _same(name, own)
        )
    )


def _same(name: str, outlet: str | None) -> bool:
    return bool(outlet) and _folded(name) == _folded(outlet or "")


def _folded(name: str) -> str:
    called = outlets.called(_LEAD.sub("", name.strip()))
    return _LEAD.sub("", called).casefold()


Shared = tuple[str, Carrier, float]


def _shared(links: Links, one: Carrier, other: Carrier) -> Shared | None:
    for copy in links.copies.get(one.report.report_id, ()):
        if copy.of_report_id != other.report.report_id:
            continue
        if copy.kind in ("copy", "excerpt", "reworded"):
            return f"{round(copy.share * 100)}% of its words stand on the other page", other, copy.share
    echo = links.echo(one.claim, other.claim)
    if echo is not None and echo.kind == "copy":
        return "the statement stands in the same words on both pages", other, min(echo.similarity / 10, 0.5)
    return None


def _features(links: Links, one: Carrier, other: Carrier) -> tuple[tuple[str, str], ...]:
    """The named reasons for which two claims count as one statement, those with a detail."""
    echo = links.echo(one.claim, other.claim)
    if echo is None:
        return ()
    return tuple((part.name, part.detail) for part in echo.features if part.agreement and part.detail)


def _ordered(placed: list[Carrier]) -> Iterator[Carrier]:
    """Parents before their children, each with its depth; both in order of day."""
    below: dict[str | None, list[Carrier]] = {}
    for one in placed:
        below.setdefault(one.parent, []).append(one)
    waiting = [(one, 0) for one in reversed(below.get(None, []))]
    while waiting:
        one, depth = waiting.pop()
        yield replace(one, depth=depth)
        waiting += [(child, depth + 1) for child in reversed(below.get(one.report.report_id, []))]
