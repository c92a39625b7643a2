"""Attributions into claims: each proposition with its type, event, certainty, parts and times."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from trendechos.claims import (
    background,
    basis,
    certainty,
    clauses,
    events,
    parts,
    plover,
    polarity,
    status,
    types,
)
from trendechos.claims.actors import actors
from trendechos.claims.arguments import arguments
from trendechos.claims.assessments import is_assessment
from trendechos.claims.attribution import Attribution
from trendechos.claims.clauses import Clause
from trendechos.claims.context import Context, contexts
from trendechos.claims.when import reference, said
from trendechos.records import (
    Auxiliary,
    Certainty,
    Claim,
    ClaimType,
    Event,
    Gap,
    Hedge,
    Moment,
    Polarity,
    Reading,
    Report,
    Status,
)
from trendechos.records.codec import content_id


@dataclass(frozen=True, slots=True)
class _Coded:
    """One clause with what its words say, before it becomes a claim."""

    context: Context
    clause: Clause
    trigger: events.Trigger | None
    path: tuple[int, ...]
    softenings: tuple[certainty.Softening, ...]


def code(report: Report, reading: Reading, attributions: Sequence[Attribution]) -> tuple[Claim | Gap, ...]:
    """The claims of `attributions`, in order of position; a Gap where a quotation has no speaker."""
    around = contexts(report, reading)
    found: list[Claim | Gap] = []
    dates: dict[str, Moment] = {}
    for index, attribution in enumerate(attributions):
        if attribution.doubt is not None:
            found.append(Gap(report.report_id, "claims", "no speaker", attribution.doubt))
        elif not _nested(index, attribution, attributions):
            found.extend(_claims(report, attribution, around, dates))
    return tuple(found)


def _nested(index: int, attribution: Attribution, attributions: Sequence[Attribution]) -> bool:
    """True when attributions inside the content say it all, so that the outer one is only a link of the chain."""
    held = sum(span.end - span.start for span in attribution.content)
    inner = sum(
        (child.content[-1].end - child.content[0].start)
        for child in attributions
        if child.parent == index and child.puts_forward and child.content
    )
    return inner * 2 > held > 0


def _claims(
    report: Report, attribution: Attribution, around: Sequence[Context], dates: dict[str, Moment]
) -> Iterator[Claim]:
    attribution_id = content_id(
        "attribution", report.version_id, [(span.field, span.start, span.end) for span in attribution.content],
        attribution.speaker.canonical, attribution.cue.span.start if attribution.cue else None,
    )  # fmt: skip
    spoken = said(report, attribution, around, dates.get(attribution.speaker.canonical))
    if spoken is not None and attribution.speaker.canonical:
        dates[attribution.speaker.canonical] = spoken
    for sentence in sorted(set(attribution.sentences)):
        context = around[sentence]
        for clause in _propositions(attribution, context):
            yield _claim(_read(context, clause), attribution, attribution_id, spoken)


def _propositions(attribution: Attribution, context: Context) -> tuple[Clause, ...]:
    """The clauses of one sentence of the attribution; none for questions and stray words in the page's own voice."""
    text = context.sentence.parsed.text.rstrip("\"'”’ ")
    if attribution.mode == "asserted" and (text.endswith("?") or len(context.sentence.parsed.words) < 4):
        return ()
    return clauses.split(context.tree, context.tokens(attribution.content))


def _read(context: Context, clause: Clause) -> _Coded:
    trigger = events.find(clause, context.people) or events.counted(clause, _counts(context, clause))
    path = events.path(clause, trigger)
    return _Coded(context, clause, trigger, path, certainty.soften(clause, path))


def _counts(context: Context, clause: Clause) -> tuple[str, ...]:
    """What the numbers of the clause count."""
    found = parts.quantities(clause, context.start, context.quantities, None)
    return tuple(quantity.counts for quantity in found)


def _claim(coded: _Coded, attribution: Attribution, attribution_id: str, spoken: Moment | None) -> Claim:
    context, clause, report = coded.context, coded.clause, coded.context.report
    span = context.span(clause.tokens)
    sure, sides = _certainty(coded, attribution), _polarity(coded, attribution)
    if sides == "noncommittal" and sure == "asserted":
        sure = "possible"
    event_type = cast("ClaimType | None", coded.trigger.term.claim_type if coded.trigger else None)
    state = status.status(clause, coded.path, coded.softenings, event_type)
    kind = types.final_type(
        event_type, status=state, polarity=sides, speaker=attribution.speaker.kind,
        cue=attribution.cue.kind if attribution.cue else None, certainty=sure, assessed=is_assessment(clause),
        conditional=any(item.kind == "condition" for item in coded.softenings),
    )  # fmt: skip
    where = parts.places(clause, context.start, context.places)
    scope = next((place.name for place in where if place.role == "event"), None)
    happened = parts.happened(clause, context.start, context.times, coded.path[-1]) or reference(
        clause, coded.path, kind, state, spoken
    )
    outside = frozenset(range(len(clause.parsed.words))) - context.tokens(attribution.content)
    old = background.is_background(clause.parsed, outside, spoken, happened, report.published_on)
    return Claim(
        claim_id=content_id(
            "claim",
            report.version_id,
            span.field,
            span.start,
            span.end,
            attribution.speaker.canonical,
            attribution_id,
        ),
        attribution_id=attribution_id,
        report_id=report.report_id,
        version_id=report.version_id,
        span=span,
        text=report.words(span.field)[span.start : span.end],
        mode=attribution.mode,
        speaker=attribution.speaker,
        content=attribution.content,
        cue=attribution.cue,
        co_speakers=attribution.co_speakers,
        chain=attribution.chain,
        hedges=_hedges(coded, attribution),
        certainty=sure,
        reported_as="distancing" if _reportedly(coded) else attribution.reported_as,
        polarity=sides,
        status=state,
        basis=basis.basis(clause.parsed, attribution.speaker, attribution.chain),
        type=kind,
        event=_event(coded, state, sides, sure, background=old),
        places=where,
        happened_when=happened,
        said_when=spoken,
        quantities=parts.quantities(clause, context.start, context.quantities, scope),
        lemmas=parts.lemmas(clause),
        background=old,
    )


def _certainty(coded: _Coded, attribution: Attribution) -> Certainty:
    sure = certainty.certainty(coded.softenings)
    if sure != "asserted" or attribution.cue is None:
        return sure
    if attribution.cue.kind == "predict" and not attribution.negated:
        return "possible" if _past(coded) else "conditional_or_future"
    doubtful = attribution.cue.kind == "doubt" or certainty.believes(attribution.cue.text)
    return "possible" if doubtful or polarity.unable_to_check(coded.clause) else "asserted"


def _past(coded: _Coded) -> bool:
    """True when the clause itself speaks of what has been ("projects that the force was raised")."""
    parsed = coded.clause.parsed
    return any(parsed.tags[token] == "VBD" for token in coded.path) or any(
        parsed.tags[child] == "VBD" and parsed.deps[child] in ("aux", "auxpass")
        for token in coded.path
        for child in coded.clause.tree.children[token]
    )


def _polarity(coded: _Coded, attribution: Attribution) -> Polarity:
    """The side that the speaker takes; a negated cue turns or suspends what the words alone say."""
    if attribution.noncommittal:
        return "noncommittal"
    negative = polarity.negated(coded.clause, coded.path)
    kind = attribution.cue.kind if attribution.cue else "say"
    if kind == "decline":
        return "noncommittal"
    if kind == "deny":
        if attribution.negated:
            return "noncommittal"
        return "asserted" if negative and not polarity.called_false(coded.clause) else "denied"
    if attribution.negated:
        return "denied" if attribution.act == "belief" else "noncommittal"
    if attribution.cue is None and coded.trigger is not None and coded.trigger.term.claim_type == "denial":
        return "noncommittal" if negative else "denied"
    if polarity.unable_to_check(coded.clause):
        return "noncommittal"
    if polarity.called_false(coded.clause):
        return "asserted" if negative else "denied"
    # "Partners have given no answer" names no event that it could deny: the negative is what is put forward.
    return "denied" if (negative and coded.trigger is not None) or kind == "doubt" else "asserted"


def _hedges(coded: _Coded, attribution: Attribution) -> tuple[Hedge, ...]:
    """The softening words as written, the cue's own first."""
    parsed = coded.clause.parsed
    found = [
        Hedge(parsed.words[item.token], item.kind, coded.context.span([item.token]))
        for item in coded.softenings
    ]
    cue = attribution.cue
    if cue is not None and certainty.believes(cue.text):
        found.insert(0, Hedge(cue.text, "verb", cue.span))
    return tuple(found)


def _reportedly(coded: _Coded) -> bool:
    return any(item.kind == "reported" for item in coded.softenings)


def _event(coded: _Coded, state: Status, sides: Polarity, sure: Certainty, *, background: bool) -> Event | None:
    """The coded event of a claim, or None where its words name none that has a code."""
    trigger = coded.trigger
    if trigger is None and state == "demanded":
        trigger = events.Trigger(
            coded.clause.core, plover.DEMAND, arguments(coded.clause.tree, coded.clause.core)
        )
    if trigger is None or trigger.term.cameo is None:
        return None
    doers, recipients = actors(coded.context, trigger)
    auxiliary: list[Auxiliary] = []
    if background:
        auxiliary.append("historical")
    if state in ("announced", "predicted", "demanded"):
        auxiliary.append("future")
    if sure == "possible" or state == "considered":
        auxiliary.append("hypothetical")
    if sides == "denied":
        auxiliary.append("negated")
    term = plover.recode(coded.clause, coded.path, trigger.term, state, negated=sides == "denied")
    return Event(term.plover, term.cameo, term.mode, (), doers, recipients, tuple(auxiliary))
