"""The bottom line: the leading figure, who else speaks to it, the denials, the silence, what is not known."""

from __future__ import annotations

from trendechos.presentation.index import BASES, Index
from trendechos.presentation.sections import bottom_answers, common, denials, numbers, sources
from trendechos.presentation.sections.values import (
    PEOPLE,
    Value,
    first_of_each_voice,
    governments,
    measure,
    values,
    voice,
)
from trendechos.presentation.wording import figures, parties
from trendechos.presentation.wording.parts import Phrase, joined, note, say
from trendechos.records import BriefSentence, Origin, Proposition, Section, Stance

LINES = 10
# A figure said within a week of the day asked about leads before an older one on more pages.
LEADING_DAYS = 7


def build(index: Index) -> Section:
    """The bottom line in at most ten lines."""
    lead = leading(index)
    figures_said = _figures(index, lead) if lead is not None else _single(index)
    silence = bottom_answers.silence(index, lead) or denials.wholly_silent(index)
    closing = [*silence, *bottom_answers.unknown(index, lead)]
    against = bottom_answers.denials(index, lead)[:2]
    room = LINES - len(figures_said) - len(closing) - len(against)
    lines = [*figures_said, *bottom_answers.statements(index, lead)[: max(room, 1)], *against]
    if not lines:
        lines = _loudest(index)
    elif len(lines) + len(closing) < LINES:
        lines += sources.unnamed(index)
    return Section("bottom-line", "Bottom line", (*lines[: LINES - len(closing)], *closing), listed=True)


def _single(index: Index) -> list[BriefSentence]:
    """Without a question that several answer with a number: the two figures of named speakers on most pages."""
    found: list[Origin] = []
    for series in index.situation.series:
        for origin in index.known(point.origin_id for point in series.points):
            quantity = origin.quantity
            if origin.speaker.kind in ("none", "unnamed") or quantity is None or quantity.counts not in PEOPLE:
                continue
            if quantity.low is not None or quantity.high is not None:
                found.append(origin)
    found.sort(key=lambda one: (-len(one.reports), one.origin_id))
    lines: dict[str, BriefSentence] = {}
    for origin in found:
        if origin.quantity is not None:
            what = measure(None, origin.quantity)
            value = Value(Stance(origin.origin_id, "value"), origin)
            lines.setdefault(origin.origin_id, _lead(index, what, value))
    return list(lines.values())[:2]


def leading(index: Index) -> Proposition | None:
    """The question about a number on most pages: what is before what is planned, the last week before older."""
    asked = [
        one
        for one in index.situation.propositions
        if one.kind == "value"
        and one.scope
        and one.counts in PEOPLE
        and any(value.bounds[:2] != (None, None) for value in values(index, one))
    ]
    return max(asked, key=lambda one: _lead_rank(index, one), default=None)


def _lead_rank(index: Index, proposition: Proposition) -> tuple[bool, int, int, int]:
    as_of = index.situation.as_of or index.situation.coverage.dated_to
    fresh = 0
    for value in values(index, proposition):
        said = value.origin.said_when.day if value.origin.said_when else None
        if common.recent(said, as_of, LEADING_DAYS):
            fresh += len(value.origin.reports)
    return proposition.window != "planned", fresh, proposition.voices_count, proposition.pages_count


def _figures(index: Index, lead: Proposition) -> list[BriefSentence]:
    found = values(index, lead)
    numbered = [value for value in found if value.bounds[:2] != (None, None)]
    top = max(numbered[:6], key=lambda value: len(value.origin.reports))
    named = [value for value in found if value.origin.speaker.kind not in ("none", "unnamed")]
    others = [value for value in first_of_each_voice(named) if voice(value.origin) != voice(top.origin)]
    # Parties before outlets that speak for themselves; the order within each stays.
    others.sort(key=lambda value: not (value.origin.party or value.origin.speaker.party))
    beside = [value for value in others if value.bounds[:2] != (None, None)][:2]
    what = measure(lead, top.origin.quantity)
    lines = [_lead(index, what, top), *(_beside(index, value) for value in beside)]
    used = {value.origin.origin_id for value in (top, *beside)}
    earlier = [value for value in found if value.origin.origin_id not in used]
    if beside:
        lines.append(_together(index, lead, [top, *beside]))
    if earlier:
        lines.append(_rest(index, earlier, alone=not beside, top=top))
    lines += _elsewhere(index, lead)[:1]
    return lines


def _lead(index: Index, what: Phrase, value: Value) -> BriefSentence:
    origin = value.origin
    basis = f"on the basis of {BASES[origin.basis]}" if origin.basis != "none_given" else "no basis given"
    amount, on = value.phrase(), index.on(origin)
    # "At at least" would stumble, so a value that opens with "at" is given "as".
    said: Phrase = (" put ", *what, " at ", *amount, on)
    if str(amount[0]).startswith("at "):
        said = (f"{on} gave ", *what, " as ", *amount)
    rest: Phrase = (f": one origin, {index.pages(origin)}", *index.citing(origin), f", {basis}.")
    return say(*index.who(origin), *said, *rest, claims=index.cites(origin))


def _beside(index: Index, value: Value) -> BriefSentence:
    origin = value.origin
    return say(
        *index.who(origin), " said ", *value.phrase(), index.on(origin), f"; {index.pages(origin)}.",
        claims=index.cites(origin),
    )  # fmt: skip


def _together(index: Index, lead: Proposition, shown: list[Value]) -> BriefSentence:
    origins = [value.origin for value in shown]
    kind = "government" if governments(origins) else "voice"
    agree = figures.compatible([value.bounds for value in shown])
    closing = {True: " The figures are compatible.", False: " The figures differ.", None: ""}[agree]
    return say(
        f"These are {figures.count(len(shown), kind)}; {common.independence(lead)}.{closing}",
        claims=index.cites(*origins),
    )


def _rest(index: Index, earlier: list[Value], *, alone: bool, top: Value) -> BriefSentence:
    """The other values on the question, the first three by name."""
    same = {voice(value.origin) for value in earlier} == {voice(top.origin)}
    label = index.party(voice(top.origin)) or voice(top.origin)
    opening: Phrase = ("Also on this question: ",)
    if alone and same and top.origin.speaker.kind != "none":
        opening = ("From the same voice, ", *parties.named(label), ": ")
    shown = earlier[:3]
    phrases: list[Phrase] = [(*index.tagged(value.origin), ": ", *value.phrase()) for value in shown]
    more = f"; {figures.small(len(earlier) - 3)} more below" if len(earlier) > 3 else ""
    listed = joined(phrases, last="; ", between="; ")
    return say(*opening, *listed, f"{more}.", claims=index.cites(*(value.origin for value in shown)))


def _elsewhere(index: Index, lead: Proposition) -> list[BriefSentence]:
    """Values on neighbouring questions, so that the same figure is not read as an answer to both."""
    asked = [
        one
        for one in index.situation.propositions
        if one.kind == "value"
        and one.proposition_id != lead.proposition_id
        and numbers.tied(one.counts, one.scope)
    ]
    asked.sort(key=lambda one: one.proposition_id not in lead.related)
    lines = []
    for other in asked:
        found = first_of_each_voice(values(index, other))[:3]
        if not found:
            continue
        phrases: list[Phrase] = [(*index.tagged(value.origin), ": ", *value.phrase()) for value in found]
        opening = ("A different question, ", *measure(other, found[0].origin.quantity), ": ")
        listed = joined(phrases, last="; ", between="; ")
        lines.append(say(*opening, *listed, ".", claims=index.cites(*(value.origin for value in found))))
    return lines


def _loudest(index: Index) -> list[BriefSentence]:
    """Without a question that several speak to: the statements on most pages."""
    held = [origin for origin in index.situation.origins if index.cites(origin)]
    top = sorted(held, key=lambda origin: (-len(origin.reports), origin.origin_id))[:LINES]
    if not top:
        return [note("No claim was found on these pages, so there is nothing to report on them.")]
    return [common.statement(index, origin) for origin in top]
