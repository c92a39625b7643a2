"""The page of a report: its text with claims marked, who speaks, and where copied passages stand as well."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from trendechos.presentation.index import BASES, Index
from trendechos.presentation.views.keys import key
from trendechos.presentation.views.sheet import Scene
from trendechos.presentation.views.situation import days
from trendechos.presentation.wording import dates
from trendechos.presentation.wording.inert import address, host, inert
from trendechos.presentation.wording.parties import speaker
from trendechos.presentation.wording.parts import flat, plain
from trendechos.records import Claim, Copy, Corrected, Origin, Report, Span
from trendechos.records.codec import Json

# A page of a million characters stays a page: what is beyond is counted, with the address of the original.
TEXT_AT_MOST = 60_000
CLAIMS_AT_MOST = 400
TITLE_AT_MOST = 600
# Claims that a person may join with one or part from it: what a menu holds.
LINKS = 12


@dataclass(frozen=True)
class Asked:
    """What the pages of reports need beside their claims: questions by claim and origin, what was struck."""

    by_claim: Mapping[str, str]
    by_question: Mapping[str, Sequence[Origin]]
    predicted: frozenset[str]
    struck: Mapping[str, Sequence[Corrected]]

    def apart(self, index: Index, claim: Claim, origin: Origin | None) -> list[Claim]:
        """Claims of other pages on the same question that are not joined with this one, same speaker first."""
        near = self.by_question.get(self.by_claim.get(claim.claim_id, ""), ())
        others = [one for one in islice(near, 4 * LINKS) if origin is None or one.origin_id != origin.origin_id]
        others.sort(key=lambda one: one.speaker.canonical != claim.speaker.canonical)
        found = (index.claim(one) for one in others)
        return list(islice((one for one in found if one and one.report_id != claim.report_id), LINKS))


def document(scene: Scene, report: Report, claims: list[Claim], copies: list[Copy], asked: Asked) -> Json:
    """Everything that the page of one report shows; `asked` knows the question of each claim."""
    index = scene.index
    listed = sorted(claims, key=lambda claim: (claim.span.field != "title", claim.span, claim.claim_id))
    listed = listed[:CLAIMS_AT_MOST]
    text, title = report.text[:TEXT_AT_MOST], (report.title or "")[:TITLE_AT_MOST]
    return {
        "kind": "report",
        "key": key(report.report_id),
        "report_id": inert(flat(report.report_id, 300)),
        "raw_id": report.report_id,
        "version_id": report.version_id,
        "title": inert(flat(report.title or "", 300)),
        **days(scene),
        "outlet": inert(flat(report.outlet or "Outlet not named")),
        "source": key(report.outlet or ""),
        "byline": inert(flat(report.byline or "", 200)),
        "published": dates.day(report.published.value) if report.published else "undated",
        "retrieved": report.retrieved.value if report.retrieved else "",
        "url": address(report.url),
        "host": host(report.url),
        "address": inert(flat(report.url or "", 300)),
        "language": report.language or "",
        "restated": report.restated,
        "title_pieces": _pieces(title, "title", listed, ()) if title else [],
        "title_cut": max(0, len(report.title or "") - len(title)),
        "paragraphs": _paragraphs(text, listed, copies),
        "cut": max(0, len(report.text) - TEXT_AT_MOST),
        "claims": [_claim(scene, one, rank, asked) for rank, one in enumerate(listed, start=1)],
        "claims_more": max(0, len(claims) - len(listed)),
        "struck": [_struck(report, one) for one in asked.struck.get(report.report_id, ())],
        "copies": [_copy(index, one) for one in copies],
    }


def _paragraphs(text: str, claims: list[Claim], copies: list[Copy]) -> list[list[Json]]:
    """The text in paragraphs, each in pieces that belong to the same claims and copies."""
    pieces = _pieces(text, "text", claims, tuple(copies))
    paragraphs: list[list[Json]] = [[]]
    for piece in pieces:
        parts = str(piece["text"]).split("\n")
        for rank, part in enumerate(parts):
            if rank and paragraphs[-1]:
                paragraphs.append([])
            if part.strip() or (part and paragraphs[-1]):
                paragraphs[-1].append({**piece, "text": part})
    return [one for one in paragraphs if one]


def _pieces(text: str, field: str, claims: list[Claim], copies: tuple[Copy, ...]) -> list[Json]:
    """The text cut where a claim or a copied passage begins or ends."""
    marked = [
        (one.span.start, one.span.end, rank) for rank, one in enumerate(claims, 1) if one.span.field == field
    ]
    shared = [(start, end, rank) for rank, copy in enumerate(copies) for start, end in copy.spans]
    edges = {0, len(text)}
    edges.update(edge for start, end, _ in (*marked, *shared) for edge in (start, end) if edge <= len(text))
    cuts = sorted(edges)
    active: list[Json] = []
    for start, end in pairwise(cuts):
        active.append(
            {
                "text": inert_lines(text[start:end]),
                "claims": [rank for first, last, rank in marked if first <= start and end <= last],
                "copies": [rank for first, last, rank in shared if first <= start and end <= last],
            }
        )
    return active


def inert_lines(text: str) -> str:
    """Text without controls and overrides, its line breaks kept."""
    return "\n".join(inert(line) for line in text.splitlines()) + ("\n" if text.endswith("\n") else "")


def _claim(scene: Scene, claim: Claim, rank: int, asked: Asked) -> Json:
    index = scene.index
    origin = index.origin_of.get(claim.claim_id)
    chain = [inert(flat(one.canonical or one.name)) for one in claim.chain]
    report = index.evidence.reports.get(claim.report_id)
    return {
        "rank": rank,
        "claim_id": claim.claim_id,
        "text": inert(flat(claim.text, 600)),
        "start": claim.span.start,
        "end": claim.span.end,
        "field": claim.span.field,
        "speaker": inert(
            plain(speaker(claim.speaker, index.party(claim.speaker.party), report.outlet if report else None))
        ),
        "speaker_name": inert(claim.speaker.canonical),
        "speaker_kind": claim.speaker.kind,
        "party": claim.speaker.party or "",
        "chain": chain,
        "cue": inert(claim.cue.text) if claim.cue else "",
        "mode": claim.mode,
        "type": claim.type,
        "status": claim.status,
        "certainty": claim.certainty.replace("_", " "),
        "polarity": claim.polarity,
        "basis": BASES.get(claim.basis, claim.basis),
        "said": dates.moment(claim.said_when, index.year),
        "happened": dates.moment(claim.happened_when, index.year),
        "places": [inert(flat(one.name)) for one in claim.places],
        "quantities": [inert(flat(one.words)) for one in claim.quantities],
        "background": claim.background,
        "origin": inert(flat(origin.label, 240)) if origin else "",
        "pages": len(origin.reports) if origin else 0,
        "question": asked.by_claim.get(claim.claim_id, ""),
        "prediction": origin is not None and origin.origin_id in asked.predicted,
        "echoes": [
            _other(index, other)
            for other_id in islice((one for one in origin.claims if one != claim.claim_id), LINKS)
            for other in (index.evidence.claims[other_id],)
        ]
        if origin
        else [],
        "apart": [_other(index, one) for one in asked.apart(index, claim, origin)],
        "corrected": [_corrected(one) for one in scene.corrected.get(claim.claim_id, ())],
    }


def _other(index: Index, claim: Claim) -> Json:
    """A claim that this one may be joined with or parted from."""
    return {
        "claim": claim.claim_id,
        "report": key(claim.report_id),
        "start": claim.span.start,
        "end": claim.span.end,
        "field": claim.span.field,
        "outlet": inert(flat(_outlet(index, claim))),
        "text": inert(flat(claim.text, 60)),
    }


def _struck(report: Report, one: Corrected) -> Json:
    """A claim that a person struck: its words, and who says so, when and why."""
    span = one.span or Span(0, 0)
    return {
        "claim_id": one.claim_id,
        "start": span.start,
        "end": span.end,
        "field": span.field,
        "text": inert(flat(report.words(span.field)[span.start : span.end], 600)),
        "echoes": [],
        "apart": [],
        **_corrected(one),
    }


def _outlet(index: Index, claim: Claim) -> str:
    report = index.evidence.reports.get(claim.report_id)
    return (report.outlet if report else None) or "outlet not named"


def _corrected(one: Corrected) -> Json:
    return {
        "corrects": one.corrects,
        "before": inert(flat(one.before, 300)),
        "after": inert(flat(one.after, 300)),
        "author": inert(flat(one.author, 80)),
        "made_at": one.made_at,
        "reason": inert(flat(one.reason, 400)),
        "carried": one.carried,
    }


def _copy(index: Index, copy: Copy) -> Json:
    other = index.evidence.reports.get(copy.of_report_id)
    return {
        "report": key(copy.of_report_id),
        "outlet": inert(flat((other.outlet if other else None) or "another page")),
        "day": dates.day(other.published.value if other and other.published else None, index.year),
        "share": f"{round(copy.share * 100)}%",
        "kind": copy.kind,
    }
