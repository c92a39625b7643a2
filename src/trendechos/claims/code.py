"""Attributions into claims: each proposition with its type, event, certainty, parts and times."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from trendechos.claims import (
    acts,
    background,
    basis,
    coded,
    doings,
    gifts,
    identity,
    known,
    matter,
    parts,
    stance,
    status,
    types,
    where,
)
from trendechos.claims.assessments import is_assessment
from trendechos.claims.attribution import Attribution
from trendechos.claims.coded import Coded
from trendechos.claims.context import Context, contexts
from trendechos.claims.discourse import Told, settle
from trendechos.claims.inner import nested
from trendechos.claims.when import ahead, beside, recalls, reference, said
from trendechos.languages.en import modality
from trendechos.records import (
    Claim,
    ClaimType,
    Gap,
    Moment,
    Reading,
    Report,
    Status,
)
from trendechos.text.tree import Tree

_TELLING = frozenset(("VBD", "VBZ", "VBP", "VBN", "VB", "MD"))
# Of these a bare noun behind "announced" names what is to be done.
_ANNOUNCED = frozenset({"aid", "sanction", "consultation", "deployment", "withdrawal"})
_WEIGHING = frozenset(
    f"{verb}{ending}" for verb in modality.CONSIDER_VERBS for ending in ("", "s", "ing", "ed")
)
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")


def code(report: Report, reading: Reading, attributions: Sequence[Attribution]) -> tuple[Claim | Gap, ...]:
    """The claims of `attributions`, in order of position; a Gap where a quotation has no speaker."""
    around = contexts(report, reading)
    found: list[Gap | int] = []
    told: list[Told] = []
    spoken: dict[str, Moment] = {}
    for attribution, inner in nested(attributions):
        if attribution.doubt is not None:
            found.append(Gap(report.report_id, "claims", "no speaker", attribution.doubt))
            continue
        for one in _claims(attribution, inner, around, spoken):
            found.append(len(told))
            told.append(one)
    claims = settle(told)
    return tuple(claims[item] if isinstance(item, int) else item for item in found)


def _claims(
    attribution: Attribution, inner: Sequence[Attribution], around: Sequence[Context], dates: dict[str, Moment]
) -> Iterator[Told]:
    """The claims of one attribution; `dates` keeps when each speaker of the report last spoke."""
    report = around[attribution.sentences[0]].report
    name = attribution.speaker.canonical
    own_id = identity.attribution_id(
        report, attribution.content, name, attribution.cue.span.start if attribution.cue else None
    )
    spoken = said(report, attribution, around, dates.get(name))
    if spoken is not None and name:
        dates[name] = spoken
    first = attribution.sentences[0]
    for sentence in sorted(set(attribution.sentences)):
        heard = attribution if sentence == first else _gone_on(attribution)
        for one in _propositions(heard, inner, around[sentence]):
            yield _claim(one, heard, own_id, spoken), one


def _gone_on(attribution: Attribution) -> Attribution:
    """The attribution for a sentence without its cue: who denies something goes on to say what is so."""
    cue = attribution.cue
    if cue is None or cue.kind != "deny":
        return attribution
    return replace(attribution, cue=replace(cue, kind="say"))


def _propositions(attribution: Attribution, inner: Sequence[Attribution], context: Context) -> Iterator[Coded]:
    """What one sentence of the attribution puts forward; nothing for questions, scraps and mere attitudes."""
    if not attribution.puts_forward and not acts.owned(attribution, context):
        topic = acts.topic(attribution, context)
        if topic is not None:
            spoken = coded.whole(context, *topic)
            yield spoken
            yield from known.acts(spoken)
        return
    own = context.tokens(attribution.content)
    if _is_question(context, own) or (attribution.mode == "asserted" and not _has_verb(context, own)):
        return
    if attribution.mode == "asserted" and context.sentence.span.field == "title" and not _is_told(context, own):
        return
    cues: set[int] = set()
    for one in inner:
        if not acts.speaks(one, context):
            continue
        cues |= context.tokens([one.cue.span] if one.cue else [])
        beside = [span for span in (one.cue.span if one.cue else None, one.source) if span is not None]
        own -= context.tokens([*one.content, *beside])
    scrap = attribution.mode == "asserted" and _is_part(context, own)
    for bare in coded.read(context, own):
        # What attributions leave over of a sentence says something only where it has a subject of its own; who
        # hears them ("told a meeting held in May that ...") is no news.
        head = bare.clause.head
        heard = context.sentence.parsed.deps[head] == "dobj" and context.sentence.parsed.heads[head] in cues
        if not heard and (not scrap or _has_subject(context.tree, head)):
            found = gifts.promised(bare, attribution)
            yield found
            yield from known.acts(found)


def _is_part(context: Context, own: frozenset[int]) -> bool:
    """True where words of the sentence, other than marks at its end, are left out."""
    poses = context.sentence.parsed.poses
    return any(poses[token] not in ("PUNCT", "SPACE") for token in range(len(poses)) if token not in own)


def _has_subject(tree: Tree, head: int) -> bool:
    """True when `head` has a subject or shares that of the clause before it."""
    while tree.parsed.deps[head] == "conj" and tree.child(head, *_SUBJECTS) is None:
        head = tree.parsed.heads[head]
    return tree.child(head, *_SUBJECTS) is not None


def _has_verb(context: Context, own: frozenset[int]) -> bool:
    """False for headings and scraps, which say nothing in the page's own voice."""
    return any(context.sentence.parsed.poses[token] in ("VERB", "AUX") for token in own)


def _is_told(context: Context, own: frozenset[int]) -> bool:
    """True for a headline that tells something ("Two held over raid"), not one that only names its matter."""
    return any(context.sentence.parsed.tags[token] in _TELLING for token in own)


def _is_question(context: Context, own: frozenset[int]) -> bool:
    """True when the words end in a question mark: nobody puts a question forward."""
    words = context.sentence.parsed.words
    last = max(own, default=-1)
    return any(words[token] == "?" for token in range(max(0, last), min(len(words), last + 2)))


def _claim(one: Coded, attribution: Attribution, attribution_id: str, spoken: Moment | None) -> Claim:
    context, clause, report = one.context, one.clause, one.context.report
    span, speaker = context.span(clause.tokens), attribution.speaker
    how = _said(one, attribution)
    kind = types.final_type(one.event_type, how)
    placed = where.located(context, clause, one.path)
    happened = _happened(one, attribution, kind, how, spoken)
    old = _is_old(one, attribution, spoken, happened)
    return Claim(
        claim_id=identity.claim_id(report.version_id, span, speaker.canonical, attribution_id),
        attribution_id=attribution_id,
        report_id=report.report_id,
        version_id=report.version_id,
        span=span,
        text=report.words(span.field)[span.start : span.end],
        mode=attribution.mode,
        speaker=speaker,
        content=attribution.content,
        cue=attribution.cue,
        co_speakers=attribution.co_speakers,
        chain=attribution.chain,
        hedges=stance.hedges(one, attribution),
        certainty=how.certainty,
        reported_as="distancing" if one.reportedly else attribution.reported_as,
        polarity=how.polarity,
        status=how.status,
        basis=basis.basis(clause.tree, speaker, attribution.chain),
        type=kind,
        event=doings.event(one, kind, how, attribution, background=old),
        places=placed,
        happened_when=happened,
        said_when=spoken,
        quantities=parts.scoped(one.quantities, placed),
        lemmas=(*parts.lemmas(clause), *matter.lemmas(clause, attribution, context)),
        background=old,
    )  # fmt: skip


def _said(one: Coded, attribution: Attribution) -> types.Said:
    """How the clause is put forward, by its own words and those of the cue."""
    side = stance.polarity_of(one, attribution)
    return types.Said(
        status=_state(one, attribution),
        polarity=side,
        certainty=stance.certainty_of(one, attribution, side),
        speaker=attribution.speaker.kind,
        cue=acts.kind(attribution, one.context),
        assessed=is_assessment(one.clause),
        conditional=one.conditional,
        threatens=attribution.cue is not None and "threaten" in attribution.cue.text.lower(),
        silent=_is_silent(one, attribution),
    )


def _state(one: Coded, attribution: Attribution) -> Status:
    """How far along it is; who weighs it has not decided, and who declines has done so."""
    cue = attribution.cue
    if cue is not None and _weighs(cue.text):
        return "considered"
    if _is_silent(one, attribution):
        return "done"
    if _is_announced(one, attribution):
        return "announced"
    return status.status(one.clause, one.path, one.softenings, one.event_type)


def _is_announced(one: Coded, attribution: Attribution) -> bool:
    """True for what a cue of announcing names ("announced sanctions"): it is not yet said to be done."""
    if one.trigger is None or one.trigger.term == gifts.PROMISED:
        return one.trigger is not None
    cue = acts.cue_token(attribution, one.context)
    named = one.clause.parsed.poses[one.clause.core] in ("NOUN", "PROPN") and one.event_type in _ANNOUNCED
    return named and cue is not None and one.clause.parsed.lemmas[cue].lower() in modality.ANNOUNCE_VERBS


def _is_silent(one: Coded, attribution: Attribution) -> bool:
    """True for who gives no answer to what was asked ("did not respond to a request for comment")."""
    declines = attribution.noncommittal or (attribution.cue is not None and attribution.cue.kind == "decline")
    return declines and one.event_type == "call"


def _weighs(cue: str) -> bool:
    """True for a cue of weighing ("may consider", "considering"): what it names is not decided."""
    words = set(cue.lower().split())
    return words.isdisjoint(("considered", "considers")) and not _WEIGHING.isdisjoint(words)


def _happened(
    one: Coded, attribution: Attribution, kind: ClaimType, how: types.Said, spoken: Moment | None
) -> Moment | None:
    """The time that the clause gives, else the one that its tense points to; a time that cannot be is none."""
    context = one.context
    timex = parts.nearest_time(one.clause, context.start, context.times, one.path[-1])
    if timex:
        past = one.clause.parsed.tags[one.path[-1]] == "VBD"  # "the gate, which they shut on 12 October, will"
        moment = timex.moment if past else ahead(timex, how.status, spoken)
        return None if _told_too_soon(moment, how, spoken) else moment
    lost = (item for item in context.times if item.moment is None and item.duration is None)
    if any(parts.tokens_at(one.clause, context.start, item.span) for item in lost):
        return None  # "31 February", "several days ago"
    named = one.clause.parsed.poses[one.clause.head] not in ("VERB", "AUX")
    filled = beside(attribution, context) if named else None
    return filled or reference(one.clause, one.path, kind, how, spoken)


def _told_too_soon(moment: Moment | None, how: types.Said, spoken: Moment | None) -> bool:
    """True for a time after what is said to be done was told: it is of something else in the clause."""
    if moment is None or spoken is None or how.status != "done" or how.certainty != "asserted":
        return False
    return moment.first[:10] > (spoken.last or "9999")[:10]


def _is_old(one: Coded, attribution: Attribution, spoken: Moment | None, happened: Moment | None) -> bool:
    """True for old news: dated before the page, or recalled without a date behind the first sentence."""
    context, parsed = one.context, one.clause.parsed
    outside = context.outside(attribution.content) if context.tree.has(background.DATING) else frozenset()
    if background.is_background(parsed, outside, spoken, happened, context.report.published_on):
        return True
    if attribution.mode == "asserted" and _tells_history(one, context):
        return True
    return not context.lead and spoken is None and recalls(attribution, context)


def _tells_history(one: Coded, context: Context) -> bool:
    """True for the page's own account of what has long been so: nothing possible and nothing to come."""
    span = context.sentence.span
    softened = any(item.certainty != "asserted" for item in one.softenings)
    return not softened and background.is_history(context.report.words(span.field)[span.start : span.end])
