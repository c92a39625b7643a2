"""The bottom line: the leading figure, who else speaks to it, the denials, the silence, what is not known."""

from __future__ import annotations

from trendechos.presentation.index import Index
from trendechos.presentation.sections import common
from trendechos.presentation.sections.values import (
    Value,
    first_of_each_voice,
    governments,
    measure,
    values,
    voice,
)
from trendechos.presentation.wording import dates, figures, parties
from trendechos.presentation.wording.parts import Part, Phrase, given, joined, note, say
from trendechos.records import BriefSentence, Origin, Proposition, Section

LINES = 10
# A figure said within a week of the day asked about leads before an older one on more pages.
LEADING_DAYS = 7


def build(index: Index) -> Section:
    """The bottom line in at most ten lines."""
    lead = leading(index)
    lines: list[BriefSentence] = []
    if lead is not None:
        lines += _figures(index, lead)
    lines += _events(index)[: 3 if lines else 5]
    lines += _denials(index, lead)[:2]
    closing = [*_silence(index, lead), *_unknown(index, lead)]
    lines = lines[: LINES - len(closing)]
    if not lines:
        lines = _loudest(index)[: LINES - len(closing)]
    return Section("bottom-line", "Bottom line", (*lines, *closing), listed=True)


def leading(index: Index) -> Proposition | None:
    """The question about a number on which the most pages speak, those of the last week before older ones."""
    asked = [one for one in index.situation.propositions if values(index, one)]
    return max(asked, key=lambda one: _lead_rank(index, one), default=None)


def _lead_rank(index: Index, proposition: Proposition) -> tuple[int, int, int]:
    as_of = index.situation.as_of or index.situation.coverage.dated_to
    fresh = 0
    for value in values(index, proposition):
        said = value.origin.said_when.day if value.origin.said_when else None
        if common.recent(said, as_of, LEADING_DAYS):
            fresh += len(value.origin.reports)
    return fresh, proposition.voices_count, proposition.pages_count


def _figures(index: Index, lead: Proposition) -> list[BriefSentence]:
    found = values(index, lead)
    top = max(found[:6], key=lambda value: len(value.origin.reports))
    others = [value for value in first_of_each_voice(found) if voice(value.origin) != voice(top.origin)]
    beside = others[:2]
    lines = [_lead(index, top), *(_beside(index, value) for value in beside)]
    if beside:
        lines.append(_together(index, lead, [top, *beside]))
    used = {value.origin.origin_id for value in (top, *beside)}
    earlier = [value for value in found if value.origin.origin_id not in used]
    if earlier:
        lines.append(_listed(index, "Others on the same question: ", earlier[:3], more=len(earlier) - 3))
    lines += _elsewhere(index, lead)[:1]
    return lines


def _lead(index: Index, value: Value) -> BriefSentence:
    origin = value.origin
    given_basis = f", on the basis of {common.basis(origin)}" if origin.basis != "none_given" else ", no basis given"
    return say(
        *index.who(origin), " put ", *measure(origin.quantity), " at ", *value.phrase(), index.on(origin),
        f": one origin, {index.pages(origin)}", *index.citing(origin), given_basis, ".",
        claims=index.cites(origin),
    )  # fmt: skip


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


def _listed(index: Index, lead: str, shown: list[Value], *, more: int = 0, units: bool = False) -> BriefSentence:
    phrases: list[Phrase] = []
    for value in shown:
        said = value.origin.said_when
        when = f" ({dates.moment(said, index.year)})" if said else " (day not known)"
        phrases.append((*index.who(value.origin), ", ", *value.phrase(unit=units), when))
    rest = f"; and {figures.small(more)} more below" if more > 0 else ""
    parts = joined(phrases, last="; ", between="; ")
    return say(lead, *parts, rest, ".", claims=index.cites(*(value.origin for value in shown)))


def _elsewhere(index: Index, lead: Proposition) -> list[BriefSentence]:
    lines = []
    for other in index.situation.propositions:
        found = first_of_each_voice(values(index, other))
        if other.proposition_id == lead.proposition_id or not found:
            continue
        opening = ("A different question, ", *measure(found[0].origin.quantity), ": ")
        phrases: list[Phrase] = [
            (*index.who(value.origin), ", ", *value.phrase(), f" ({index.day(value.origin)})") for value in found[:2]
        ]
        origins = [value.origin for value in found[:2]]
        lines.append(say(*opening, *joined(phrases, last="; "), ".", claims=index.cites(*origins)))
    return lines


def _events(index: Index) -> list[BriefSentence]:
    lines = []
    for proposition in index.situation.propositions:
        if proposition.kind != "statement" or values(index, proposition):
            continue
        pro = _biggest(index, proposition, ("supports", "partly_supports"))
        con = _biggest(index, proposition, tuple(common.AGAINST))
        if pro is None:
            continue
        parts: list[Part] = [*common.spoken(index, pro), f"; {index.pages(pro)}."]
        origins = [pro]
        if con is not None:
            parts += [" Against that, ", *common.spoken(index, con), "."]
            origins.append(con)
        lines.append(say(*parts, claims=index.cites(*origins)))
    return lines


def _biggest(index: Index, proposition: Proposition, stances: tuple[str, ...]) -> Origin | None:
    found = index.known(one.origin_id for one in proposition.stances if one.stance in stances)
    return max(found, key=lambda origin: len(origin.reports), default=None)


def _denials(index: Index, lead: Proposition | None) -> list[BriefSentence]:
    by_voice: dict[str, list[Origin]] = {}
    for origin in index.situation.origins:
        if origin.polarity != "asserted" and index.cites(origin):
            by_voice.setdefault(origin.party or voice(origin), []).append(origin)
    since = _first_day(index, lead)
    lines = []
    for code, origins in sorted(by_voice.items(), key=lambda one: -max(len(origin.reports) for origin in one[1])):
        top = sorted(origins, key=lambda origin: -len(origin.reports))[:2]
        phrases: list[Phrase] = []
        for origin in top:
            said = origin.said_when.day if origin.said_when else None
            before = ", before these figures" if since and said and said < since else ""
            when = dates.on(origin.said_when, index.year).removeprefix(" on ").removeprefix(" in ")
            phrases.append((*index.who(origin), f", {when}{before}: " if when else ": ", index.words(origin)))
        label = given(index.party(code) or code)
        lines.append(say(label, ": ", *joined(phrases, last="; "), ".", claims=index.cites(*top)))
    return lines


def _first_day(index: Index, lead: Proposition | None) -> str | None:
    if lead is None:
        return None
    days = [value.origin.said_when.day for value in values(index, lead) if value.origin.said_when]
    return min((one for one in days if one), default=None)


def _silence(index: Index, lead: Proposition | None) -> list[BriefSentence]:
    if lead is None or not lead.not_heard:
        return []
    names = parties.all_of([index.party(code) or code for code in lead.not_heard])
    return [note("We hold no reply from ", *_or(names), " to these figures.")]


def _or(phrase: Phrase) -> Phrase:
    return tuple(" or " if part == " and " else part for part in phrase)


def _unknown(index: Index, lead: Proposition | None) -> list[BriefSentence]:
    coverage = index.situation.coverage
    left = []
    if coverage.left_out_undated:
        left.append(f"{figures.count(coverage.left_out_undated, 'page')} without a full date")
    if coverage.left_out_later:
        left.append(f"{figures.count(coverage.left_out_later, 'page')} published later")
    out = f" Left out: {' and '.join(left)}." if left else ""
    asked = list(lead.open_questions if lead else ())
    if not asked:
        asked = [question for one in index.situation.propositions[:3] for question in one.open_questions[:1]]
    if not asked:
        return [note(out.strip())] if out else []
    listed = joined([(given(question.rstrip(" .?")),) for question in asked[:2]], last="; ")
    return [note("Not known: ", *listed, f".{out}")]


def _loudest(index: Index) -> list[BriefSentence]:
    held = [origin for origin in index.situation.origins if index.cites(origin)]
    top = sorted(held, key=lambda origin: (-len(origin.reports), origin.origin_id))[:LINES]
    if not top:
        return [note("No claim was found on these pages, so there is nothing to report on them.")]
    return [common.statement(index, origin) for origin in top]
