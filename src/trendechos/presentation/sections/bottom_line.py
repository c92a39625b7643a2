"""The bottom line: the leading figure, who else speaks to it, the denials, the silence, what is not known."""

from __future__ import annotations

from collections.abc import Sequence

from trendechos.presentation.index import BASES, Index
from trendechos.presentation.sections import (
    bottom_answers,
    common,
    denials,
    news,
    numbers,
    one_page,
    opened,
    sources,
)
from trendechos.presentation.sections.values import (
    PEOPLE,
    Value,
    first_of_each_voice,
    governments,
    is_thing,
    is_voice,
    measure,
    values,
    voice,
)
from trendechos.presentation.wording import figures, parties
from trendechos.presentation.wording.parts import Phrase, given, joined, note, say
from trendechos.records import FATES, BriefSentence, Origin, Proposition, Section

LINES = 10
# A figure said within a week of the day asked about leads before an older one on more pages.
LEADING_DAYS = 7
# Whom the bottom line names of those who answer another question, and how many such questions it tells.
OTHERS = 3
_SHARES = 2
_TURNS = 2
# Words without a number, and a nought alone, lead no brief.
_TELLS_LITTLE = ((None, None), (0, 0))


def build(index: Index) -> Section:
    """The bottom line in at most ten lines."""
    lead = leading(index)
    opening = opened.lines(index, lead)
    led = _figures(index, lead) if lead is not None else []
    figures_said = [*_wider(index, lead), *led, *_shares(index), *_turned(index)]
    shown = bottom_answers.chosen(index, lead)
    closing = [
        *one_page.lines(index, lead),
        *(bottom_answers.silence(index, lead) or denials.wholly_silent(index)),
        *bottom_answers.unknown(index, lead),
    ]
    against = bottom_answers.denials(index, lead, shown)[:2]
    room = max(LINES - len(opening) - len(figures_said) - len(closing) - len(against), 1)
    told = bottom_answers.statements(index, lead, shown)[:room]
    lines = [*figures_said, *told, *against]
    free = max(LINES - len(opening) - len(lines) - len(closing), 2)
    lines = [*opening, *(_loudest(index, opening)[:free] if lead is None else []), *lines]
    if not lines:
        lines = [note(_NOTHING if index.situation.counts.claims == 0 else _FRAGMENTS)]
    elif len(lines) + len(closing) < LINES and lead is not None:
        lines += sources.unnamed(index)
    return Section("bottom-line", "Bottom line", (*lines[: LINES - len(closing)], *closing), listed=True)


def leading(index: Index) -> Proposition | None:
    """The question on a number of most voices in the last week, then at all; what is before what is planned."""
    asked = [
        one
        for one in index.situation.propositions
        if ((one.counts in PEOPLE and one.scope) or is_thing(one))
        and any(
            value.bounds[:2] not in _TELLS_LITTLE and is_voice(value.origin) for value in values(index, one)
        )
        and bottom_answers.is_wide(index, one)
    ]
    return max(asked, key=lambda one: _lead_rank(index, one), default=None)


def _wider(index: Index, lead: Proposition | None) -> list[BriefSentence]:
    """What more pages carry of the last week than any count of things that would lead."""
    if lead is None or not is_thing(lead):
        return []
    many = max((len(value.origin.reports) for value in values(index, lead)), default=0)
    as_of = index.situation.as_of or index.situation.coverage.dated_to
    wide = [
        one
        for one in index.situation.origins
        if len(one.reports) > max(many, 1)
        and is_voice(one)
        and one.polarity == "asserted"
        and index.cites(one)
        and _says_enough(one)
        and one.said_when
        and common.recent(one.said_when.day, as_of, LEADING_DAYS)
    ]
    wide.sort(key=lambda one: (-len(one.reports), one.origin_id))
    return [common.statement(index, one) for one in wide[:1]]


def _turned(index: Index) -> list[BriefSentence]:
    """Who last says otherwise than before: at most two, those of whom both sides are held first."""
    turns = [one for one in index.situation.changes if one.kind == "stance_reversed" and one.on]
    turns.sort(key=lambda one: (one.before_id is not None, one.on or "", one.origin_id), reverse=True)
    return [news.change(index, one) for one in turns[:_TURNS]]


def _lead_rank(index: Index, proposition: Proposition) -> tuple[bool, int, int, int]:
    as_of = index.situation.as_of or index.situation.coverage.dated_to
    fresh = {
        voice(value.origin)
        for value in values(index, proposition)
        if value.origin.said_when and common.recent(value.origin.said_when.day, as_of, LEADING_DAYS)
        if is_voice(value.origin)
    }
    carried = proposition.origins_count + proposition.pages_count
    return proposition.window != "planned", len(fresh), proposition.voices_count, carried


def _figures(index: Index, lead: Proposition) -> list[BriefSentence]:
    found = [value for value in values(index, lead) if is_voice(value.origin)]
    numbered = [value for value in found if value.bounds[:2] not in _TELLS_LITTLE]
    widest = max(numbered[:6], key=lambda value: len(value.origin.reports))
    # Whoever revised a figure leads with the latest: `found` is newest first.
    top = next(value for value in numbered if _is_of(value, widest))
    others = [value for value in first_of_each_voice(numbered) if voice(value.origin) != voice(top.origin)]
    # Parties before persons without one; the order within each stays.
    others.sort(key=lambda value: not (value.origin.party or value.origin.speaker.party))
    beside = others[:2]
    lines = [_lead(index, measure(lead, top.origin.quantity), top)]
    lines += [_beside(index, value) for value in beside[:-1]]
    if beside:
        lines.append(_beside(index, beside[-1], lead, [top, *beside]))
    used = {value.origin.origin_id for value in (top, *beside)}
    rest = [value for value in found if value.origin.origin_id not in used]
    if rest:
        lines.append(_rest(index, rest, top))
    return lines + _elsewhere(index, lead)


def _is_of(value: Value, widest: Value) -> bool:
    """True for a figure of the same speaker, and for one of his side that cannot be true together with his."""
    one, other = value.origin, widest.origin
    if one.speaker.canonical == other.speaker.canonical:
        return True
    return voice(one) == voice(other) and figures.compatible([value.bounds, widest.bounds]) is False


def _lead(index: Index, what: Phrase, value: Value) -> BriefSentence:
    origin = value.origin
    basis = f"on the basis of {BASES[origin.basis]}" if origin.basis != "none_given" else "no basis given"
    amount, on = value.phrase(), index.on(origin)
    # "At at least" would stumble, so a value that opens with "at" is given "as".
    said: Phrase = (" put ", *what, " at ", *amount, on)
    if str(amount[0]).startswith("at "):
        said = (f"{on} gave ", *what, " as ", *amount)
    rest: Phrase = (": one origin, ", *index.pages(origin), *index.citing(origin), f", {basis}.")
    return say(*index.who(origin), *said, *rest, claims=index.cites(origin))


def _beside(
    index: Index, value: Value, lead: Proposition | None = None, shown: list[Value] | None = None
) -> BriefSentence:
    """Another voice's figure; behind the last of them, how all that are `shown` stand to each other."""
    origin = value.origin
    together = _together(lead, shown) if lead is not None and shown else ""
    said: Phrase = (*index.who(origin), " said ", *value.phrase(), index.on(origin))
    cited = [one.origin for one in shown or [value]]
    return say(*said, "; ", *index.pages(origin), ".", together, claims=index.cites(*cited))


def _together(lead: Proposition, shown: list[Value]) -> str:
    kind = "government" if governments([value.origin for value in shown]) else "voice"
    agree = figures.compatible([value.bounds for value in shown])
    closing = {True: " The figures are compatible.", False: " The figures differ.", None: ""}[agree]
    return f" These are {figures.count(len(shown), kind)}; {common.independence(lead)}.{closing}"


def _rest(index: Index, rest: list[Value], top: Value) -> BriefSentence:
    """The other values on the question, the first three by name."""
    day = top.origin.said_when.first if top.origin.said_when else ""
    before = [value.origin.said_when.first if value.origin.said_when else "" for value in rest]
    label = index.party(voice(top.origin)) or voice(top.origin)
    opening: Phrase = ("Also on this question: ",)
    if day and all(one and one < day for one in before):
        opening = ("Earlier: ",)
    elif {voice(value.origin) for value in rest} == {voice(top.origin)}:
        same = all(value.origin.speaker.canonical == label for value in rest)
        opening = ("From the same voice: ",) if same else ("From the same voice, ", *parties.named(label), ": ")
    shown = rest[:OTHERS]
    phrases: list[Phrase] = [(*index.tagged(value.origin), ": ", *value.phrase()) for value in shown]
    more = f"; {figures.small(len(rest) - OTHERS)} more below" if len(rest) > OTHERS else ""
    listed = joined(phrases, last="; ", between="; ")
    return say(*opening, *listed, f"{more}.", claims=index.cites(*(value.origin for value in shown)))


def _elsewhere(index: Index, lead: Proposition) -> list[BriefSentence]:
    """Values on neighbouring questions, so that the same figure is not read as an answer to both."""
    asked = [
        one
        for one in index.situation.propositions
        if (one.counts == lead.counts or is_thing(one))
        and one.proposition_id != lead.proposition_id
        and (set(one.parties) & set(lead.parties) or not one.parties or not lead.parties)
        and numbers.tied(one.counts, one.scope)
    ]
    asked.sort(key=lambda one: (one.window == "planned", -one.voices_count, -one.pages_count))
    same = [one for one in asked if one.counts == lead.counts and not is_thing(one)][:1]
    things = [one for one in asked if is_thing(one)][: _SHARES if is_thing(lead) else 1]
    return [line for one in (*same, *things) if (line := _other(index, one)) is not None]


def _other(index: Index, other: Proposition) -> BriefSentence | None:
    """What each voice says on another question; nothing where no voice does."""
    found = first_of_each_voice([one for one in values(index, other) if is_voice(one.origin)])[:OTHERS]
    if not found:
        return None
    phrases: list[Phrase] = [(*index.tagged(value.origin), ": ", *value.phrase()) for value in found]
    opening = ("A different question, ", *measure(other, found[0].origin.quantity, occasion=True), ": ")
    listed = joined(phrases, last="; ", between="; ")
    return say(*opening, *listed, ".", claims=index.cites(*(value.origin for value in found)))


def _shares(index: Index) -> list[BriefSentence]:
    """Whose share is told differently by several: at most two lines, of the widest told."""
    lines = []
    for asked in index.situation.propositions:
        found = values(index, asked) if asked.counts == "share" and asked.kind == "value" else []
        if len(found) < 2 or not any(is_voice(value.origin) for value in found):
            continue
        shown = found[:OTHERS]
        phrases: list[Phrase] = [(*index.tagged(value.origin), ": ", *value.phrase()) for value in shown]
        more = f"; {figures.small(len(found) - OTHERS)} more below" if len(found) > OTHERS else ""
        # "What share of the vote is given for Ba" reads as a heading; "How high is turnout" is one.
        what = given(asked.text.replace("What share ", "Share ", 1).replace(" is given ", " given ", 1))
        listed = joined(phrases, last="; ", between="; ")
        cited = index.cites(*(one.origin for one in shown))
        lines.append(say(what, ": ", *listed, f"{more}.", claims=cited))
    return lines[:_SHARES]


# Fewer words than these say little without their page ("the figure", "were issued to them").
_LEAST_WORDS = 6
_NOTHING = "No claim was found on these pages, so there is nothing to report on them."
_FRAGMENTS = "No claim on these pages says enough on its own to lead; what they hold stands under “Timeline”."


def _loudest(index: Index, before: Sequence[BriefSentence]) -> list[BriefSentence]:
    """Without a leading figure: the statements that most pages carry, of named speakers before unnamed.

    Of as many pages tolls come before other words, then the latest.
    What the lines `before` rest on is not told again.
    """
    used = {claim for line in before for claim in line.claim_ids}
    held = [
        origin
        for origin in index.situation.origins
        if origin.polarity == "asserted" and _says_enough(origin)
        if (cited := index.cites(origin)) and used.isdisjoint(cited)
    ]
    named = [origin for origin in held if is_voice(origin)]
    many = max((len(origin.reports) for origin in named), default=0)
    wide = [one for one in held if one.speaker.kind == "unnamed" and len(one.reports) > max(many, 1)]
    # Where nobody is named at all, those whom the pages describe, then the pages themselves.
    described = [one for one in held if one.speaker.kind == "unnamed"] or held
    told = [*named, *wide] if named else described
    order = sorted(told, key=lambda one: one.origin_id)
    order.sort(key=_day, reverse=True)
    order.sort(key=lambda one: (-len(one.reports), not _is_toll(one)))
    first: dict[str, BriefSentence] = {}
    for origin in order:
        # One line a voice: what else each says stands below.
        first.setdefault(voice(origin), common.statement(index, origin))
        if len(first) == LINES // 2:
            break
    return list(first.values())


def _day(origin: Origin) -> str:
    """When it was said, to be ordered by: a month stands behind its days."""
    return f"{origin.said_when.first}~" if origin.said_when and origin.said_when.first else ""


def _is_toll(origin: Origin) -> bool:
    return origin.quantity is not None and origin.quantity.counts in FATES


def _says_enough(origin: Origin) -> bool:
    """True for some length, and for a toll however short ("five people died")."""
    return _is_toll(origin) or len(origin.text.split()) >= _LEAST_WORDS
