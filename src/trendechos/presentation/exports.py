"""Origins for other systems: one row each, with the field's codes and grades, as CSV or JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping

from trendechos.knowledge import cameo, scales
from trendechos.presentation.wording.inert import inert
from trendechos.records import Claim, Evidence, Origin, Proposition

# A spreadsheet takes a cell that begins so for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_AGAINST = frozenset(("contradicts", "denies"))
Row = dict[str, str | float | int | None]
COLUMNS = (
    "origin_id", "label", "speaker", "party", "said_when", "pages_count", "text", "certainty", "polarity",
    "basis", "low", "high", "qualifier", "counts", "unit", "plover", "plover_mode", "cameo", "goldstein_gdelt",
    "goldstein_icews", "actors", "recipients", "admiralty_reliability", "admiralty_reliability_reason",
    "admiralty_credibility", "admiralty_credibility_reason",
)  # fmt: skip


def rows(evidence: Evidence) -> tuple[Row, ...]:
    """One row an origin, in the order of the evidence, with the keys of `COLUMNS`; None where not known.

    Codes are those of the origin's key claim. Grades are for exchange and never stand in a brief.
    """
    against = _asked(evidence.propositions)
    return tuple(_row(origin, evidence, against.get(origin.origin_id, ())) for origin in evidence.origins)


def to_csv(evidence: Evidence) -> str:
    """The rows as CSV with a head line; text from pages is never taken for a formula."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows({key: _inert(value) for key, value in row.items()} for row in rows(evidence))
    return out.getvalue()


def reliability(origin: Origin, evidence: Evidence) -> tuple[str, str]:
    """The Admiralty letter A-F of the outlets that carry an origin, and why; F unless a person has set one.

    A letter counts when all pages that carry the origin have the same.
    """
    held = (evidence.reports[name] for name in origin.reports if name in evidence.reports)
    letters = {_letter(dict(report.extra).get("reliability")) for report in held}
    if len(letters) == 1 and (letter := letters.pop()) in scales.grades("reliability"):
        return letter, "set in the sources file for the outlets that carry it"
    if letters - {""}:
        return "F", "the outlets that carry it have different letters, or some have none"
    return "F", "no letter set in the sources file"


def credibility(origin: Origin, asked: tuple[tuple[Proposition, str], ...]) -> tuple[str, str]:
    """The Admiralty digit of an origin, and why: 1 only with independent evidence, 6 where there is none.

    Digits 2, 4 and 5 need a judgement of what is likely and are never given. `asked` are the
    propositions to which the origin speaks, each with its stance.
    """
    free = {relation.origin_id for relation in origin.relations if relation.independence == "independent"}
    confirmed = contradicted = 0
    for proposition, stance in asked:
        others = [one for one in proposition.stances if one.origin_id != origin.origin_id]
        if stance == "supports":
            confirmed += sum(one.stance == "supports" and one.origin_id in free for one in others)
            contradicted += sum(one.stance in _AGAINST for one in others)
    if confirmed and contradicted:
        return "3", "independent evidence for it; others contradict it"
    if confirmed:
        return "1", "confirmed by independent evidence, contradicted by nobody"
    return "6", "no independent evidence established" + ("; others contradict it" if contradicted else "")


def _asked(propositions: tuple[Proposition, ...]) -> Mapping[str, tuple[tuple[Proposition, str], ...]]:
    found: dict[str, tuple[tuple[Proposition, str], ...]] = {}
    for proposition in propositions:
        for one in proposition.stances:
            found[one.origin_id] = (*found.get(one.origin_id, ()), (proposition, one.stance))
    return found


def _row(origin: Origin, evidence: Evidence, asked: tuple[tuple[Proposition, str], ...]) -> Row:
    quantity = origin.quantity
    letter, letter_reason = reliability(origin, evidence)
    digit, digit_reason = credibility(origin, asked)
    return {
        "origin_id": origin.origin_id,
        "label": origin.label,
        "speaker": origin.speaker.canonical or None,
        "party": origin.party,
        "said_when": origin.said_when.value if origin.said_when else None,
        "pages_count": len(origin.reports),
        "text": origin.text,
        "certainty": origin.certainty,
        "polarity": origin.polarity,
        "basis": origin.basis,
        "low": quantity.low if quantity else None,
        "high": quantity.high if quantity else None,
        "qualifier": quantity.qualifier if quantity else None,
        "counts": quantity.counts if quantity else None,
        "unit": quantity.unit if quantity else None,
        **_codes(evidence.claims.get(origin.key_claim_id)),
        "admiralty_reliability": letter,
        "admiralty_reliability_reason": letter_reason,
        "admiralty_credibility": digit,
        "admiralty_credibility_reason": digit_reason,
    }


def _codes(claim: Claim | None) -> Row:
    event = claim.event if claim else None
    code = event.cameo if event else None
    return {
        "plover": event.plover if event else None,
        "plover_mode": event.mode if event else None,
        "cameo": code,
        "goldstein_gdelt": cameo.goldstein(code) if code else None,
        "goldstein_icews": cameo.goldstein(code, "icews") if code else None,
        "actors": ";".join(actor.code or actor.name for actor in event.actors) if event else None,
        "recipients": ";".join(actor.code or actor.name for actor in event.recipients) if event else None,
    }


def _letter(value: str | None) -> str:
    """The letter that a sources file sets, kept with the report as JSON text; empty for none."""
    try:
        found = json.loads(value) if value else ""
    except ValueError:
        return ""
    return found if isinstance(found, str) else ""


def _inert(value: str | float | int | None) -> str | float | int | None:
    if not isinstance(value, str):
        return value
    text = inert(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
