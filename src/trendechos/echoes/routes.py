"""The echo tree of an origin as edges between the pages that carry it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from trendechos.languages.en.credits import for_words
from trendechos.records import Claim, Copy, Edge, Origin, Report
from trendechos.text.normalise import fold, words
from trendechos.text.shingles import shingles
from trendechos.text.similarity import containment

# The share of four-word runs from which on a claim is a copy of another, as in `compare`.
_SHARED = 0.6
_RUN = 4


def routes(
    origin: Origin, claims: Mapping[str, Claim], reports: Mapping[str, Report], copies: Iterable[Copy] = ()
) -> tuple[Edge, ...]:
    """One edge a page, earliest first: from the earlier page that it credits, else that it shares words with.

    A page that does neither has an edge of kind `unknown` from nowhere, and so has the first.
    """
    carried: dict[str, list[Claim]] = {}
    for claim_id in origin.claims:
        if claim_id in claims and claims[claim_id].report_id in reports:
            carried.setdefault(claims[claim_id].report_id, []).append(claims[claim_id])
    worded = (copy for copy in copies if copy.kind not in ("retold", "translated"))
    copied = {(copy.report_id, copy.of_report_id): copy for copy in worded}
    ordered = sorted(carried, key=lambda report_id: (reports[report_id].published_on or "9999", report_id))
    edges = []
    for at, report_id in enumerate(ordered):
        credited = _credits(carried[report_id], reports[report_id], origin)
        edges.append(
            _credit(report_id, ordered[:at], credited, reports)
            or _wording(report_id, ordered[:at], carried, copied)
            or _elsewhere(report_id, credited)
        )
    return tuple(edges)


def _credits(carried: Iterable[Claim], report: Report, origin: Origin) -> dict[str, str]:
    """The sources that a page names for the statement by folded name, its outlet and the speaker left out."""
    names = [link.canonical for claim in carried for link in reversed(claim.chain)]
    names += [claim.speaker.canonical for claim in carried if claim.speaker.kind == "outlet"]
    named = {fold(name): name for name in (*names, for_words(report.credit)) if name}
    for own in (report.outlet or "", origin.speaker.canonical):
        named.pop(fold(own), None)
    return named


def _credit(
    report_id: str, earlier: Iterable[str], credited: Mapping[str, str], reports: Mapping[str, Report]
) -> Edge | None:
    for other in earlier:
        outlet = fold(reports[other].outlet or "")
        if outlet in credited:
            return Edge(report_id, other, "credit", f"credits {credited[outlet]}")
    return None


def _wording(
    report_id: str,
    earlier: Iterable[str],
    carried: Mapping[str, Iterable[Claim]],
    copied: Mapping[tuple[str, str], Copy],
) -> Edge | None:
    found = []
    for place, other in enumerate(earlier):
        share = max(_shared(one, two) for one in carried[report_id] for two in carried[other])
        copy = copied.get((report_id, other))
        if copy is not None and any(_within(claim, copy) for claim in carried[report_id]):
            share = 1.0
        if share >= _SHARED:
            found.append((-share, place, other))
    if not found:
        return None
    share, _, other = min(found)
    return Edge(report_id, other, "shared_wording", f"{-share:.0%} of four-word runs shared")


def _shared(one: Claim, two: Claim) -> float:
    return containment(shingles(words(one.text), _RUN), shingles(words(two.text), _RUN))


def _within(claim: Claim, copy: Copy) -> bool:
    inside = any(start < claim.span.end and claim.span.start < end for start, end in copy.spans)
    return claim.span.field == "text" and inside


def _elsewhere(report_id: str, credited: Mapping[str, str]) -> Edge:
    if credited:
        name = next(iter(credited.values()))
        return Edge(report_id, None, "credit", f"credits {name}, of which we hold no earlier page")
    return Edge(report_id, None, "unknown", "route not known")
