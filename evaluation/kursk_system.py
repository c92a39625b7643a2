"""The claims that the stages find in the gold reports, and which gold claim each answers."""

from __future__ import annotations

from collections.abc import Mapping

from evaluation.gold import Row
from evaluation.kursk import claims_of, number_agrees, speaker_agrees, type_agrees
from trendechos.records import Claim, Report


def system_claims(reports: Mapping[str, Report]) -> dict[str, Claim]:
    found = claims_of(reports.values())
    return {claim.claim_id: claim for claims in found.values() for claim in claims}


def match(gold: list[Row], found: Mapping[str, Claim]) -> dict[str, str]:
    """Gold claim by system claim: of the pairs that overlap on one page, the best first, each used once."""
    by_page: dict[str, list[Claim]] = {}
    for claim in found.values():
        if claim.span.field == "text":
            by_page.setdefault(claim.report_id, []).append(claim)
    rated = []
    for row in gold:
        for claim in by_page.get(row["page"], ()):
            shared = min(row["end"], claim.span.end) - max(row["start"], claim.span.start)
            if shared > 0:
                number = bool(row["quantity"]) and number_agrees(row["quantity"], claim.quantities)
                rank = (number, speaker_agrees(row, claim), type_agrees(row, claim), shared)
                rated.append((rank, row["claim_id"], claim.claim_id))
    answer: dict[str, str] = {}
    for _, gold_id, claim_id in sorted(rated, key=lambda one: (tuple(-int(part) for part in one[0]), one[1:])):
        if claim_id not in answer and gold_id not in answer.values():
            answer[claim_id] = gold_id
    return answer
