"""What a situation is called when nobody named it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from trendechos.records import Evidence, Proposition

# A place in this share of the pages is what they are about.
_SHARE = 0.3
_WHERE = frozenset(["site", "town", "district", "province"])


def heading(evidence: Evidence, propositions: Sequence[Proposition]) -> str:
    """The title of a single page, else the question that most voices answer, else the place; may be empty."""
    if len(evidence.reports) == 1:
        (report,) = evidence.reports.values()
        return (report.title or "").strip()
    for one in propositions:
        if one.voices_count > 1 and one.parties and one.pages_count >= _SHARE * len(evidence.reports):
            return one.text.removeprefix("How many ")[:1].upper() + one.text.removeprefix("How many ")[1:]
    pages: Counter[str] = Counter()
    for place, _ in {
        (place.name, claim.report_id)
        for claim in evidence.claims.values()
        for place in claim.places
        if place.precision in _WHERE and place.name != place.name.lower()
    }:
        pages[place] += 1
    named = [name for name, _ in sorted(pages.items(), key=lambda one: (-one[1], one[0]))[:2]]
    wide = [name for name in named if pages[name] >= _SHARE * len(evidence.reports)]
    return f"Reports from {' and '.join(wide)}" if wide else ""
