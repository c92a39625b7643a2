"""What people say against the machine, applied after its stages; the machine's version stays in the store.

A correction is kept by report, span, quote and field, so that it survives a re-run: it applies wherever
its words still stand. A correction of a speaker and an acceptance carry over to the echoes of the
claim, those of its group and those with identical text by the same speaker; a split to those with
identical text by the same speaker. That a page was misread says nothing about its echoes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, get_args

from trendechos.records import (
    Claim,
    Corrected,
    Correction,
    EchoGroup,
    Gap,
    Origin,
    Prediction,
    Report,
    Span,
    Speaker,
)
from trendechos.records.codec import content_id
from trendechos.records.situation import PredictionStatus
from trendechos.records.speaker import SpeakerKind

STATUSES: tuple[PredictionStatus, ...] = get_args(PredictionStatus)
CARRIED = frozenset({"speaker", "accept"})


@dataclass(frozen=True, slots=True)
class Found:
    """A correction with its value read and the claims whose words it names; `part` of a split claim."""

    correction: Correction
    value: Mapping[str, Any]
    span: Span
    claim_ids: tuple[str, ...]
    part: bool = False


@dataclass(frozen=True, slots=True)
class Applied:
    """Claims as corrected, what was done to each, and what no longer fits."""

    claims: dict[str, Claim]
    done: tuple[Corrected, ...] = ()
    gaps: tuple[Gap, ...] = ()


def find(
    corrections: Iterable[Correction], claims: Mapping[str, Claim], reports: Mapping[str, Report]
) -> tuple[list[Found], list[Gap]]:
    """The corrections whose words still stand in a report held, and a Gap for each that no longer fits.

    Of several on the same words and field the one made last counts.
    """
    corrections = tuple(corrections)
    at: dict[str, list[Claim]] = {one.report_id: [] for one in corrections}
    for claim in claims.values() if at else ():
        if claim.report_id in at:
            at[claim.report_id].append(claim)
    latest: dict[tuple[str, Span, str, str], Correction] = {}
    for one in sorted(corrections, key=lambda one: (one.made_at, one.correction_id)):
        # Each pair of claims has a link of its own; every other field has one value.
        which = one.value if one.corrects == "link" else ""
        latest[one.report_id, one.span, one.corrects, _other(which)] = one
    found, gaps = [], []
    parts: dict[tuple[str, Span], str] = {}
    for one in latest.values():
        report = reports.get(one.report_id)
        if report is None:
            continue  # held by another situation, or by none as of this day
        span = _where(one, report)
        ids = tuple(sorted(claim.claim_id for claim in at[one.report_id] if span and claim.span == span))
        split = (parts.get((one.report_id, span)) if span else None) if not ids else None
        if span is None or not (ids or split):
            gaps.append(
                Gap(one.report_id, "correction", "no longer fits", f"{one.corrects}: {one.quote[:120]}")
            )
            continue
        made = Found(one, _value(one), span, (split,) if split else ids, part=bool(split))
        found.append(made)
        if one.corrects == "split":
            # What is said later of a part finds it, as it was made by then.
            parts.update(
                ((one.report_id, each), _part_id(claim_id, rank))
                for claim_id in made.claim_ids
                for rank, each in enumerate(_part_spans(span, one.quote, made.value))
            )
    return sorted(found, key=lambda one: (one.correction.made_at, one.correction.correction_id)), gaps


def apply(found: Sequence[Found], claims: Mapping[str, Claim], groups: Sequence[EchoGroup]) -> Applied:
    """The claims with speakers replaced, splits made and rejected claims left out, and what was done.

    `groups` are the machine's: they say which claims are echoes.
    """
    out = dict(claims)
    done: list[Corrected] = []
    for one in found:
        if one.correction.corrects in CARRIED:
            for claim_id in _reach(one, claims, groups):
                carried = claim_id not in one.claim_ids
                change = _speaker if one.correction.corrects == "speaker" else _accept
                done += change(out, claims, claim_id, one, carried=carried)
        elif one.correction.corrects == "split":
            for claim_id in _alike(one, claims):
                done += _split(out, claim_id, one, carried=claim_id not in one.claim_ids)
    kept = {note.claim_id: note for note in done if note.corrects == "speaker" and not note.carried}
    # A person's word on a claim itself stands before one that came over from its echo.
    done = [
        note for note in done if not (note.carried and note.corrects == "speaker" and note.claim_id in kept)
    ]
    return Applied(out, tuple(done))


def regroup(
    found: Sequence[Found], groups: Sequence[EchoGroup], claims: Mapping[str, Claim]
) -> tuple[EchoGroup, ...]:
    """The groups with pairs joined and parted as people said; others stay as they are."""
    members = {group.group_id: set(group.claim_ids) for group in groups}
    echoes = [echo for group in groups for echo in group.echoes]
    touched: set[str] = set()
    for one, left, right, same in _pairs(found, claims):
        owner = {claim_id: group_id for group_id, ids in members.items() for claim_id in ids}
        if left not in owner or right not in owner:
            continue
        keep, drop = sorted((owner[left], owner[right]))
        if same and keep != drop:
            members[keep] |= members.pop(drop)
            touched.add(keep)
        elif not same and keep == drop:
            leaving = _nearer(members[keep], right, left, echoes)
            members[keep] -= leaving
            members[content_id("apart", one.correction.correction_id, keep)] = leaving
            touched.update((keep, content_id("apart", one.correction.correction_id, keep)))
    if not touched:
        return tuple(groups)
    known = {group.group_id: group for group in groups}
    out = []
    for group_id, ids in members.items():
        if group_id not in touched:
            out.append(known[group_id])
            continue
        inside = tuple(echo for echo in echoes if echo.left_id in ids and echo.right_id in ids)
        listed = tuple(sorted(ids))
        out.append(EchoGroup(content_id("group", *listed), listed, inside))
    return tuple(sorted(out, key=lambda group: group.claim_ids))


def linked(found: Sequence[Found], claims: Mapping[str, Claim]) -> tuple[Corrected, ...]:
    """What was said of links, as notes on both claims."""
    out = []
    for one, left, right, same in _pairs(found, claims):
        said = "the same statement" if same else "another statement"
        for here, there in ((left, right), (right, left)):
            what = claims[there].text[:160]
            out.append(
                _note(
                    here,
                    one,
                    before="joined by the machine" if not same else "apart",
                    after=f"{said} as: {what}",
                )
            )
    return tuple(out)


def resolve(
    found: Sequence[Found], predictions: Sequence[Prediction], origins: Sequence[Origin]
) -> tuple[tuple[Prediction, ...], tuple[Corrected, ...]]:
    """The predictions with the status that people gave them, and what was done."""
    told_of = [
        one for one in found
        if one.correction.corrects == "resolution" and one.value.get("status") in STATUSES
    ]  # fmt: skip
    if not told_of:
        return tuple(predictions), ()
    origin_of = {claim_id: origin.origin_id for origin in origins for claim_id in origin.claims}
    said: dict[str, Found] = {}
    for one in told_of:
        said.update({origin_of[claim_id]: one for claim_id in one.claim_ids if claim_id in origin_of})
    out, done = [], []
    for prediction in predictions:
        told = said.get(prediction.origin_id)
        if told is None:
            out.append(prediction)
            continue
        status: PredictionStatus = told.value["status"]
        evidence = str(told.value.get("evidence") or "")[:500]
        before, after = prediction.status.replace("_", " "), status.replace("_", " ")
        notes = [
            replace(_note(claim_id, told, before=before, after=after), evidence=evidence)
            for claim_id in told.claim_ids
        ]
        out.append(
            replace(
                prediction,
                status=status,
                resolved_by=origin_of.get(evidence),
                resolution=notes[0] if notes else None,
            )
        )
        done += notes
    return tuple(out), tuple(done)


def _value(correction: Correction) -> Mapping[str, Any]:
    try:
        value = json.loads(correction.value)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}


def _other(value: str) -> str:
    """The other end of a link as text, without what is said of it; "" for anything else."""
    try:
        parsed = json.loads(value) if value else {}
    except ValueError:
        return value
    return json.dumps(parsed.get("other"), sort_keys=True) if isinstance(parsed, dict) and parsed else ""


def _where(correction: Correction, report: Report) -> Span | None:
    """Where the corrected words stand now: at the same place, or at the one other place that has them."""
    span, quote = correction.span, correction.quote
    text = report.words(span.field)
    if text[span.start : span.end] == quote:
        return span
    if quote and text.count(quote) == 1:
        start = text.index(quote)
        return Span(start, start + len(quote), span.field)
    return None


def _reach(one: Found, claims: Mapping[str, Claim], groups: Sequence[EchoGroup]) -> list[str]:
    """The claims named, their echoes by the same speaker, and those with identical text by that speaker."""
    ids = one.claim_ids
    if one.part:
        return sorted(ids)  # the echoes are those of the whole, which is another statement
    named = [claims[claim_id] for claim_id in ids if claim_id in claims]
    speakers = {claim.speaker.canonical for claim in named}
    texts = {_folded(claim.text) for claim in named}
    near = {claim_id for group in groups if set(ids) & set(group.claim_ids) for claim_id in group.claim_ids}
    near |= {claim.claim_id for claim in claims.values() if _folded(claim.text) in texts}
    return sorted(
        claim_id for claim_id in near | set(ids)
        if claim_id in claims and (claim_id in ids or claims[claim_id].speaker.canonical in speakers)
    )  # fmt: skip


def _alike(one: Found, claims: Mapping[str, Claim]) -> list[str]:
    """The claims named, and those of other pages with the same words by the same speaker."""
    named = {claims[claim_id].speaker.canonical for claim_id in one.claim_ids if claim_id in claims}
    same = {
        claim.claim_id for claim in claims.values()
        if claim.text == one.correction.quote and claim.speaker.canonical in named and not one.part
    }  # fmt: skip
    return sorted(same | set(one.claim_ids))


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _speaker(
    out: dict[str, Claim], machine: Mapping[str, Claim], claim_id: str, one: Found, *, carried: bool
) -> list[Corrected]:
    name = str(one.value.get("name", "")).strip()[:200]
    if not name or claim_id not in out:
        return []
    before = machine.get(claim_id, out[claim_id]).speaker
    kind: SpeakerKind = one.value["kind"] if one.value.get("kind") in get_args(SpeakerKind) else "person"
    party = str(one.value.get("party") or "").strip()[:40] or None
    out[claim_id] = replace(out[claim_id], speaker=Speaker(name, name, kind, party, None))
    return [_note(claim_id, one, before=before.canonical or "no speaker", after=name, carried=carried)]


def _accept(
    out: dict[str, Claim], machine: Mapping[str, Claim], claim_id: str, one: Found, *, carried: bool
) -> list[Corrected]:
    accepted = bool(one.value.get("accepted", True))
    if not accepted:
        if carried:
            return []  # that a page was misread says nothing about its echoes
        out.pop(claim_id, None)
    after = "accepted" if accepted else "not a claim"
    return [_note(claim_id, one, before="found by the machine", after=after, carried=carried)]


def _split(out: dict[str, Claim], claim_id: str, one: Found, *, carried: bool) -> list[Corrected]:
    """The claim as two or more, cut at offsets inside its quote; the first part keeps its id."""
    claim = out.get(claim_id)
    if claim is None:
        return []
    quote = one.correction.quote
    spans = _part_spans(claim.span, quote, one.value)
    if len(spans) < 2:
        return []
    words = [quote[span.start - claim.span.start : span.end - claim.span.start] for span in spans]
    for rank, (span, text) in enumerate(zip(spans, words, strict=True)):
        part_id = _part_id(claim_id, rank)
        out[part_id] = _part(claim, part_id, span, text)
    return [_note(claim_id, one, before=quote, after=" | ".join(words), carried=carried)]


def _part_id(claim_id: str, rank: int) -> str:
    return claim_id if rank == 0 else content_id("claim", claim_id, "split", rank)


def _part_spans(span: Span, quote: str, value: Mapping[str, Any]) -> list[Span]:
    """Where the parts of a claim at `span` stand, white space at their edges left out."""
    cuts = value.get("at")
    edges = (
        sorted({cut for cut in cuts if isinstance(cut, int) and 0 < cut < len(quote)})
        if isinstance(cuts, list)
        else []
    )
    out = []
    for start, end in zip([0, *edges], [*edges, len(quote)], strict=True):
        words = quote[start:end].strip()
        if words:
            first = span.start + start + len(quote[start:end]) - len(quote[start:end].lstrip())
            out.append(Span(first, first + len(words), span.field))
    return out


def _part(claim: Claim, part_id: str, span: Span, words: str) -> Claim:
    """One part of a split claim, with the quantities, places and lemmas that stand in it."""
    lowered = words.lower()
    return replace(
        claim,
        claim_id=part_id,
        span=span,
        text=words,
        quantities=tuple(one for one in claim.quantities if span.holds(one.span)),
        places=tuple(one for one in claim.places if span.holds(one.span)),
        hedges=tuple(one for one in claim.hedges if span.holds(one.span)),
        lemmas=tuple(lemma for lemma in claim.lemmas if lemma[:5] in lowered),
    )


Pair = tuple[Found, str, str, bool]


def _pairs(found: Sequence[Found], claims: Mapping[str, Claim]) -> list[Pair]:
    """The links people spoke of, with one claim at each end, that are both held."""
    at: dict[tuple[str, str, int, int], str] = {}
    for claim in sorted(claims.values(), key=lambda claim: claim.claim_id, reverse=True):
        at[claim.report_id, claim.span.field, claim.span.start, claim.span.end] = claim.claim_id
    out = []
    for one in found:
        other = one.value.get("other")
        if one.correction.corrects != "link" or not isinstance(other, dict):
            continue
        place = (other.get("report_id"), other.get("field", "text"), other.get("start"), other.get("end"))
        right = at.get(place)  # type: ignore[arg-type]
        left = next((claim_id for claim_id in one.claim_ids if claim_id in claims), None)
        if left and right and left != right:
            out.append((one, left, right, bool(one.value.get("same"))))
    return out


def _nearer(members: set[str], moving: str, staying: str, echoes: Sequence[Any]) -> set[str]:
    """The members that leave with `moving`: those joined to it more closely than to `staying`."""
    strength: dict[tuple[str, str], float] = {}
    for echo in echoes:
        strength[echo.left_id, echo.right_id] = strength[echo.right_id, echo.left_id] = echo.similarity
    leaving = {
        one for one in members - {moving, staying}
        if strength.get((one, moving), -1.0) > strength.get((one, staying), -1.0)
    }  # fmt: skip
    return leaving | {moving}


def _note(claim_id: str, one: Found, *, before: str, after: str, carried: bool = False) -> Corrected:
    made = one.correction
    return Corrected(
        claim_id, made.corrects, before, after, made.author, made.made_at, made.reason, carried,
        report_id=made.report_id, span=one.span,
    )  # fmt: skip
