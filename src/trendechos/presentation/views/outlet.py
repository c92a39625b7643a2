"""The page of a source: what share of it is original, whom it credits, what it carried."""

from __future__ import annotations

from trendechos.presentation.sections import common
from trendechos.presentation.views.keys import headline, key
from trendechos.presentation.views.sheet import Scene, Sheet
from trendechos.presentation.views.situation import days
from trendechos.presentation.wording import dates, figures
from trendechos.presentation.wording.inert import inert
from trendechos.presentation.wording.languages import country
from trendechos.presentation.wording.parts import flat
from trendechos.records import Claim, Report, Section, SourceShare
from trendechos.records.codec import Json

REPORTS = 300
FIRSTS = 12


def document(scene: Scene, source: SourceShare, reports: list[Report], claims: dict[str, list[Claim]]) -> Json:
    """Everything that the page of one outlet shows."""
    index = scene.index
    held = {report.report_id for report in reports}
    firsts = [
        origin
        for origin in index.situation.origins
        if origin.earliest_held and origin.earliest_held[0] in held and index.cites(origin)
    ]
    firsts.sort(key=lambda origin: (origin.speaker.kind == "none", -len(origin.reports), origin.origin_id))
    lines = tuple(common.statement(index, origin) for origin in firsts[:FIRSTS])
    sheet = Sheet.of(index, (Section("firsts", "First here", lines, listed=True),))
    ordered = sorted(reports, key=lambda one: (one.published.value if one.published else "", one.report_id))
    return {
        "kind": "source",
        "key": key(source.outlet),
        "title": inert(flat(source.outlet)) or "Outlet not named",
        **days(scene),
        "country": country(source.country or "") if source.country else "",
        "reports_count": source.reports,
        "claims_count": source.claims,
        "original": figures.share(source.original_share) if source.claims else "",
        "original_share": source.original_share,
        "credits": [inert(flat(one)) for one in source.credits],
        "firsts": sheet.section(sheet.page.brief.sections[0]),
        "firsts_more": max(0, len(firsts) - FIRSTS),
        "reports": [_report(scene, one, claims) for one in reversed(ordered[-REPORTS:])],
        "reports_more": max(0, len(ordered) - REPORTS),
        "evidence": sheet.evidence(),
    }


def _report(scene: Scene, report: Report, claims: dict[str, list[Claim]]) -> Json:
    return {
        "key": key(report.report_id),
        "title": headline(report),
        "day": dates.day(report.published.value) if report.published else "undated",
        "claims": len(claims.get(report.report_id, ())),
    }
