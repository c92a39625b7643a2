"""What is held: coverage, totals and what each outlet adds of its own."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from trendechos.knowledge import outlets
from trendechos.records import Coverage, Evidence, Origin, SourceShare, Totals
from trendechos.situation.calendar import one_day
from trendechos.situation.outlets import country_of
from trendechos.situation.slices import totalled
from trendechos.situation.surroundings import Page, Surroundings


def coverage(evidence: Evidence, around: Surroundings) -> Coverage:
    """The reports held, by day, language, outlet and the outlets' countries."""
    days, languages, outlets, countries, restated = (
        map(totalled, zip(*around.pages(_pages), strict=True))
        if evidence.reports
        else [Counter[str]() for _ in range(5)]
    )
    return Coverage(
        reports=len(evidence.reports),
        dated_from=min(days, default=None),
        dated_to=max(days, default=None),
        undated=len(evidence.reports) - days.total(),
        left_out_undated=evidence.left_out_undated,
        left_out_later=evidence.left_out_later,
        languages=_ranked(languages),
        outlets=len(outlets),
        outlet_countries=_ranked(countries),
        restated=restated.total(),
    )


def _pages(pages: Sequence[Page]) -> tuple[Counter[str], ...]:
    """Some pages by day, language, outlet and its country, and those whose words are not the outlet's own."""
    reports = [report for report, _ in pages]
    return (
        Counter(day for report in reports if (day := one_day(report.published))),
        Counter(report.language or "unknown" for report in reports),
        Counter(report.outlet for report in reports if report.outlet),
        Counter(country_of(report) or "unknown" for report in reports),
        Counter(report.outlet or "" for report in reports if report.restated),
    )


def totals(evidence: Evidence, around: Surroundings) -> Totals:
    """The counts of reports, claims, origins and parties; shares in 0..1, 0 without claims."""
    grouped = sum(around.parts(_grouped))
    unnamed = sum(around.pages(_unnamed))
    return Totals(
        reports=len(evidence.reports),
        claims=len(evidence.claims),
        origins=len(evidence.origins),
        parties=len(set().union(*around.parts(_parties))),
        echo_share=(grouped - len(evidence.origins)) / grouped if grouped else 0.0,
        unnamed_share=unnamed / len(evidence.claims) if evidence.claims else 0.0,
    )


def _grouped(origins: Sequence[Origin], around: Surroundings) -> int:
    return sum(len(origin.claims) for origin in origins)


def _parties(origins: Sequence[Origin], around: Surroundings) -> set[str]:
    return {origin.party for origin in origins if origin.party}


def _unnamed(pages: Sequence[Page]) -> int:
    return sum(claim.speaker.kind in ("unnamed", "none") for _, claims in pages for claim in claims)


def sources(around: Surroundings) -> tuple[SourceShare, ...]:
    """Each outlet with the share of its claims that no earlier held report carries, most claims first.

    Reports without an outlet stand together under an empty name. `credits` are the agencies and
    outlets that its pages credit, other names in their own words, most frequent first.
    """
    original = totalled(around.parts(_original))
    parts = around.pages(_outlets)
    reports, total = totalled(one for one, *_ in parts), totalled(one for _, one, *_ in parts)
    credited = totalled(one for _, _, one, _ in parts)
    # Of pages that place an outlet in two countries the first by id counts.
    country = dict(code for _, code in sorted((one for *_, some in parts for one in some), reverse=True))
    names: dict[str, Counter[str]] = defaultdict(Counter)
    for (outlet, name), many in credited.items():
        names[outlet][name] = many
    return tuple(
        SourceShare(
            outlet=outlet,
            country=country.get(outlet),
            reports=reports[outlet],
            claims=total[outlet],
            original_share=original[outlet] / total[outlet] if total[outlet] else 0.0,
            credits=tuple(name for name, _ in _ranked(names[outlet])[:10]),
        )
        for outlet in sorted(reports, key=lambda one: (-total[one], -reports[one], one))
    )


# By outlet the reports and claims, by outlet and name the credits, and (report, (outlet, country)).
_Outlets = tuple[Counter[str], Counter[str], Counter[tuple[str, str]], list[tuple[str, tuple[str, str]]]]


def _outlets(pages: Sequence[Page]) -> _Outlets:
    reports: Counter[str] = Counter()
    total: Counter[str] = Counter()
    credited: Counter[tuple[str, str]] = Counter()
    country: dict[str, tuple[str, tuple[str, str]]] = {}
    for report, claims in pages:
        outlet = report.outlet or ""
        reports[outlet] += 1
        total[outlet] += len(claims)
        if outlet not in country and (code := country_of(report)):
            country[outlet] = report.report_id, (outlet, code)
        named = [report.credit, *(link.canonical for claim in claims for link in claim.chain)]
        others = (outlets.called(name) for name in named if name)
        credited.update((outlet, name) for name in others if name != outlets.called(outlet))
    return reports, total, credited, list(country.values())


def _original(origins: Sequence[Origin], around: Surroundings) -> Counter[str]:
    """By outlet the claims of some origins that stand in their earliest held reports."""
    found: Counter[str] = Counter()
    for origin in origins:
        for claim in around.held(origin):
            report = around.report(claim) if claim.report_id in origin.earliest_held else None
            if report is not None:
                found[report.outlet or ""] += 1
    return found


def _ranked(counter: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counter.items(), key=lambda entry: (-entry[1], entry[0])))
