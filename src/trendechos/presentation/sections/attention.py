"""Attention and evidence apart: pages, repeats and new origins by day, and what many carry on little."""

from __future__ import annotations

from trendechos.presentation.index import Index
from trendechos.presentation.sections import common
from trendechos.presentation.wording import dates, figures
from trendechos.presentation.wording.parts import flat, given, lowered, note, say
from trendechos.records import Attention, BriefSentence, Burst, Moment, Proposition, Row, Section

# A question counts as carried wide on little from this many pages on, and this many pages an origin.
WIDE_PAGES, PAGES_AN_ORIGIN = 4, 3
WIDE_SHOWN, BURSTS_SHOWN, DAYS_SHOWN = 3, 4, 60
_BURSTS = {"attention": "More pages than usual", "new_origins": "More new origins than usual"}
_LOUD = "loud but nothing new"


def days(index: Index) -> list[Attention]:
    """The days of the calendar that hold a page, oldest first."""
    return [one for one in index.situation.attention if dates.known_day(one.day)]


def bursts(index: Index) -> list[Burst]:
    """The bursts between days of the calendar."""
    return [
        one for one in index.situation.bursts if dates.known_day(one.first_on) and dates.known_day(one.last_on)
    ]


def build(index: Index) -> Section:
    """What is attention and what is evidence, by day and by question."""
    held = days(index)
    heading = "Attention and evidence"
    if len(held) < 2:
        text = "The pages held have fewer than two days between them, so attention has no course to show."
        return Section("attention", heading, (note(text),))
    lines = (note(_head(index, held)), *_bursts(index), *_wide(index))
    rows = [_row(index, one) for one in held[-DAYS_SHOWN:]]
    table = common.table(
        ("Day", "Pages", "Repeated claims", "New origins"),
        rows,
        caption="Pages, repeated claims and new origins by day",
        numbers=(1, 2, 3),
        folded=True,
    )
    return Section("attention", heading, lines, table, listed=True, figure="attention")


def _head(index: Index, held: list[Attention]) -> str:
    """What the rows mean, and the days with most pages and with most that is new."""
    busy = max(held, key=lambda one: one.reports)
    fresh = max(held, key=lambda one: one.new_origins)
    pages, origins = figures.count(busy.reports, "page"), figures.count(fresh.new_origins, "new origin")
    text = "Pages and repeated claims are attention; new origins are evidence. Most pages are of"
    day, other = (dates.day(one.day, index.year) for one in (busy, fresh))
    if busy.day == fresh.day:
        return f"{text} {day}, and most that is new ({pages}, {origins})."
    return f"{text} {day} ({pages}); most that is new is of {other} ({origins})."


def _row(index: Index, one: Attention) -> Row:
    many = (f"{count:,}" for count in (one.reports, one.echoes, one.new_origins))
    return Row((dates.day(one.day, index.year), *many), (), "coverage")


def _bursts(index: Index) -> list[BriefSentence]:
    """Stretches that stand out, the heaviest first, with the finding of each."""
    lines = []
    for name, words in _BURSTS.items():
        some = sorted((one for one in bursts(index) if one.series == name), key=lambda one: -one.weight)
        shown = sorted(some[:BURSTS_SHOWN], key=lambda one: one.first_on)
        spans = [_span(index, one) for one in shown]
        if spans:
            lines.append(note(f"{words}: {', '.join(spans)}."))
    return lines


def _span(index: Index, burst: Burst) -> str:
    text = dates.moment(Moment(f"{burst.first_on}/{burst.last_on}", "day"), index.year)
    return f"{text} ({_LOUD})" if burst.finding == _LOUD else text


def _wide(index: Index) -> list[BriefSentence]:
    """Questions that many pages carry and few origins answer: loud on little."""
    some = [
        one
        for one in index.situation.propositions
        if one.pages_count >= WIDE_PAGES and one.pages_count >= PAGES_AN_ORIGIN * one.origins_count
    ]
    some.sort(key=lambda one: (-one.pages_count / max(1, one.origins_count), one.proposition_id))
    # The number and the event of one statement are two questions and one finding.
    by_origins = {frozenset(stance.origin_id for stance in one.stances): one for one in reversed(some)}
    kept = [one for one in some if one in by_origins.values()]
    return [line for one in kept[:WIDE_SHOWN] if (line := _carried(index, one))]


def _carried(index: Index, one: Proposition) -> BriefSentence | None:
    origins = index.known(stance.origin_id for stance in one.stances)
    if not origins:
        return None
    pages, behind = figures.count(one.pages_count, "page"), figures.count(one.origins_count, "origin")
    return say(
        f"Wide on little, {pages} from {behind}: ", given(lowered(flat(one.text))), ".",
        claims=index.cites(*origins),
    )  # fmt: skip
