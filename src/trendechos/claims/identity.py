"""Ids of attributions and claims, which come from content, and claims moved to a page of the same words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from trendechos.knowledge import outlets
from trendechos.knowledge.keys import key
from trendechos.languages.en.outlets import GENERIC
from trendechos.records import Report, Span
from trendechos.records.codec import content_id

# How many tokens stand between "this" and "newspaper" at most, where they mean the page's own outlet.
MOST_BETWEEN = 3
# The same in the text, where white space may part tokens.
_SELF = re.compile(
    rf"\bthis\b(?:\S*\s+){{0,{MOST_BETWEEN + 1}}}?\S*?\b(?:{'|'.join(sorted(GENERIC))})\b", re.IGNORECASE
)
_WORD = re.compile(r"[^\W_]+")


def attribution_id(report: Report, content: Iterable[Span], speaker: str, cue_start: int | None) -> str:
    """The id of what `speaker` says in the stretches `content` of a report, by a cue that stands there.

    Two pages of one outlet, day, title and text are two reports of one version, so both names count.
    """
    spans = [(span.field, span.start, span.end) for span in content]
    return content_id("attribution", report.report_id, report.version_id, spans, speaker, cue_start)


def claim_id(version_id: str, span: Span, speaker: str, attribution: str) -> str:
    """The id of one proposition of an attribution."""
    return content_id("claim", version_id, span.field, span.start, span.end, speaker, attribution)


def moved(claim: dict[str, Any], report: Report) -> dict[str, Any]:
    """The JSON of a claim as it is found in `report`, another page whose reading has the same inputs."""
    speaker, cue = claim["speaker"]["canonical"], claim["cue"]
    own = attribution_id(report, map(_span, claim["content"]), speaker, cue["start"] if cue else None)
    return claim | {
        "claim_id": claim_id(report.version_id, _span(claim), speaker, own),
        "attribution_id": own,
        "report_id": report.report_id,
        "version_id": report.version_id,
    }


def _span(value: dict[str, Any]) -> Span:
    return Span(value["start"], value["end"], value.get("field", "text"))


def names_itself(report: Report) -> bool:
    """True when the page may speak of its own outlet, so that its claims depend on which outlet that is.

    "The foreign ministry" of an outlet that a state commands is that state's own.
    """
    if not report.outlet:
        return False
    own = outlets.find(report.outlet)
    if own is not None and own.state_controlled:
        return True
    if _SELF.search(report.text) or _SELF.search(report.title or ""):
        return True
    parts = " ".join(part for part in (report.title, report.byline, report.credit, report.text) if part)
    # Names are compared without stops and apostrophes; addresses fall apart at their stops.
    held = set(key.__wrapped__(parts).split()) | set(_WORD.findall(parts.lower()))
    return any(words <= held for words in _own_words(report.outlet))


def _own_words(name: str) -> list[frozenset[str]]:
    """The words of each name by which a text may mean the outlet."""
    known = outlets.find(name)
    names = [name] if known is None else [name, known.name, *known.aliases]
    found = [frozenset(key(one).split()) for one in names]
    if known is not None:
        found.extend(frozenset(domain.split(".")) for domain in known.domains)
    return found
