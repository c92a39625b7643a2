"""What is held: coverage, totals and what each outlet adds of its own."""

from __future__ import annotations

from collections import Counter, defaultdict

from trendechos.records import Coverage, Evidence, Origin, SourceShare, Totals
from trendechos.situation.calendar import one_day
from trendechos.situation.outlets import country_of


def coverage(evidence: Evidence) -> Coverage:
    """The reports held, by day, language, outlet and the outlets' countries."""
    reports = [evidence.reports[key] for key in sorted(evidence.reports)]
    days = [day for report in reports if (day := one_day(report.published))]
    return Coverage(
        reports=len({report.report_id for report in reports}),
        dated_from=min(days, default=None),
        dated_to=max(days, default=None),
        undated=len(reports) - len(days),
        left_out_undated=evidence.left_out_undated,
        left_out_later=evidence.left_out_later,
        languages=_ranked(Counter(report.language or "unknown" for report in reports)),
        outlets=len({report.outlet for report in reports if report.outlet}),
        outlet_countries=_ranked(Counter(country_of(report) or "unknown" for report in reports)),
        restated=sum(report.restated for report in reports),
    )


def totals(evidence: Evidence) -> Totals:
    """The counts of reports, claims, origins and parties; shares in 0..1, 0 without claims."""
    claims = evidence.claims.values()
    grouped = sum(len(origin.claims) for origin in evidence.origins)
    unnamed = sum(claim.speaker.kind in ("unnamed", "none") for claim in claims)
    return Totals(
        reports=len({report.report_id for report in evidence.reports.values()}),
        claims=len(evidence.claims),
        origins=len(evidence.origins),
        parties=len({origin.party for origin in evidence.origins if origin.party}),
        echo_share=(grouped - len(evidence.origins)) / grouped if grouped else 0.0,
        unnamed_share=unnamed / len(evidence.claims) if evidence.claims else 0.0,
    )


def sources(evidence: Evidence) -> tuple[SourceShare, ...]:
    """Each outlet with the share of its claims that no earlier held report carries, most claims first.

    Reports without an outlet stand together under an empty name. `credits` are the agencies and
    outlets that its pages credit, in their own words, most frequent first.
    """
    first_held = {claim_id for origin in evidence.origins for claim_id in _original(origin, evidence)}
    reports: Counter[str] = Counter()
    country: dict[str, str | None] = {}
    credited: dict[str, Counter[str]] = defaultdict(Counter)
    outlet_of: dict[str, str] = {}
    for key in sorted(evidence.reports):
        report = evidence.reports[key]
        outlet = report.outlet or ""
        reports[outlet] += 1
        outlet_of[report.report_id] = outlet
        country[outlet] = country.get(outlet) or country_of(report)
        if report.credit:
            credited[outlet][report.credit] += 1
    total: Counter[str] = Counter()
    original: Counter[str] = Counter()
    for claim in evidence.claims.values():
        outlet = outlet_of.get(claim.report_id, "")
        total[outlet] += 1
        original[outlet] += claim.claim_id in first_held
        for link in claim.chain:
            if link.canonical and link.canonical != outlet:
                credited[outlet][link.canonical] += 1
    return tuple(
        SourceShare(
            outlet=outlet,
            country=country[outlet],
            reports=reports[outlet],
            claims=total[outlet],
            original_share=original[outlet] / total[outlet] if total[outlet] else 0.0,
            credits=tuple(name for name, _ in _ranked(credited[outlet])[:10]),
        )
        for outlet in sorted(reports, key=lambda one: (-total[one], -reports[one], one))
    )


def _original(origin: Origin, evidence: Evidence) -> list[str]:
    """The claims of an origin that stand in its earliest held reports."""
    first = set(origin.earliest_held)
    return [one for one in origin.claims if one in evidence.claims and evidence.claims[one].report_id in first]


def _ranked(counter: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counter.items(), key=lambda entry: (-entry[1], entry[0])))
