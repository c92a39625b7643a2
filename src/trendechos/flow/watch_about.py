"""Whether a report belongs to a situation, with the reason either way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from trendechos import situation
from trendechos.flow.situation_file import About
from trendechos.records import Claim, Report

_KINDS = (("terms", "speaks to none of the terms"), ("actors", "names none of the actors"),
          ("places", "names none of the places"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether a report is taken, and why or why not."""

    why: str
    taken: bool = False


def decide(report: Report, claims: Sequence[Claim], about: About) -> Decision:
    """Whether `report`, read into `claims`, is about the situation.

    It must meet each kind that `about` gives: one term, one actor, one place; and its day must lie in
    the span, unless it is undated.
    """
    day = report.published.day if report.published else None
    if day and about.since and day < about.since:
        return Decision(why=f"published {day}, before {about.since}")
    if day and about.until and day > about.until:
        return Decision(why=f"published {day}, after {about.until}")
    reasons = []
    for kind, refusal in _KINDS:
        wanted: tuple[str, ...] = getattr(about, kind)
        if not wanted:
            continue
        found = _first(wanted, report, claims)
        if found is None:
            return Decision(why=f"{refusal}: {', '.join(wanted)}")
        reasons.append(found)
    why = "; ".join(reasons) or "nothing narrows the situation"
    undated = "" if day or not (about.since or about.until) else "; undated"
    return Decision(taken=True, why=why + undated)


def _first(wanted: Sequence[str], report: Report, claims: Sequence[Claim]) -> str | None:
    """The first of `wanted` that the report speaks to, with the words found; None for none."""
    for phrase in wanted:
        held = situation.about_why(
            phrase, {report.report_id: report}, {claim.claim_id: claim for claim in claims}
        )
        if report.report_id in held:
            words = held[report.report_id]
            return phrase if words == phrase else f"{phrase} ({words})"
    return None
