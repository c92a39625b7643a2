"""Attributions of one report: cues, quotations, continuation, chains and speakers put together."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace

from trendechos.claims import (
    adjacent,
    asserted,
    chains,
    cues,
    going_on,
    headlines,
    introduced,
    quotes,
    scope,
    tails,
    things,
    works,
)
from trendechos.claims.attribution import Attribution
from trendechos.claims.found import Found
from trendechos.claims.issuer import issuer
from trendechos.claims.line import Line
from trendechos.claims.sources import core, phrase
from trendechos.claims.speakers import NOBODY, Cast
from trendechos.claims.voices import Voice, speaks_apart, voices
from trendechos.records import Cue, Reading, Report, Span, Speaker
from trendechos.records.span import Field
from trendechos.text.quotes import pairs

Range = tuple[int, int]
# Relatives that alone do not tell who is meant.
_POINTING = frozenset({"that", "which"})
_FIELDS: tuple[Field, ...] = ("title", "text")


def attribute(report: Report, reading: Reading) -> tuple[Attribution, ...]:
    """Who says which words of `report`, cue by cue in order of position, then what the outlet says itself.

    A statement inside another's is listed when somebody else makes it; its `parent` holds it. A quotation
    that stands alone and has no speaker comes with kind `none` and a `doubt`. Nothing is raised.
    """
    lines = _lines(report, reading)
    marked = {name: _quotations(report.words(name)) for name in _FIELDS}
    places = {(place.span.field, place.span.start) for place in reading.places}
    named = {(item.span.field, item.span.start) for item in reading.mentions if item.known}
    fields = {name: [line for line in lines if line.sentence.span.field == name] for name in _FIELDS}
    found = _cues(lines, places, named)
    found = headlines.heard(lines, found, named)
    adjacent.repair(lines, found, marked, {name: report.words(name) for name in _FIELDS})
    orphans: list[tuple[Field, Range]] = []
    for name in _FIELDS:
        text = report.words(name)
        own = [one for one in found if lines[one.line].sentence.span.field == name]
        free = quotes.assign(lines, own, marked[name], text)
        free = going_on.go_on(lines, fields[name], own, free, text)
        made, free = introduced.introduced(fields[name], free, text)
        if made and free:
            free = going_on.go_on(lines, fields[name], [*own, *made], free, text)
        found.extend(made)
        orphans.extend((name, quote) for quote in free)
    found = sorted((one for one in found if one.ranges), key=lambda one: (one.line, one.at))
    scope.nest(lines, found)
    found = things.without(lines, found)
    page = chains.credited(report, reading)
    said = voices(lines, found, Cast(report, reading, marked), page, report.outlet)
    out = list(_attributions(lines, found, said, marked))
    out = _with_orphans(out, list(_orphaned(lines, fields, orphans, page)))
    out.extend(_asserted(lines, found, out, page, issuer(report) or NOBODY))
    return tuple(out)


def _quotations(text: str) -> tuple[Range, ...]:
    """The quotations of `text` that somebody may say: no titles, and no lines of a transcript."""
    return headlines.spoken(text, works.without(text, pairs(text)))


def _lines(report: Report, reading: Reading) -> list[Line]:
    lines, paragraph, end = [], 0, 0
    for index, sentence in enumerate(reading.sentences):
        if "\n" in report.words(sentence.span.field)[end : sentence.span.start]:
            paragraph += 1
        end = sentence.span.end
        lines.append(Line(index, sentence, paragraph))
    return lines


def _cues(
    lines: Sequence[Line], places: Container[tuple[Field, int]], named: Container[tuple[Field, int]]
) -> list[Found]:
    """The cues of all sentences; a place before a colon ("Muscat: ...") is no speaker."""
    found: list[Found] = []
    for line in lines:
        here = cues.find(line)
        if here:
            scope.release(line, here)
        scope.carry_on(line, here)
        begins = (line.sentence.span.field, line.offset)
        headline = line.index == 0 or begins[0] == "title"
        label = headlines.colon(line, headline=headline, named=begins in named)
        dated = begins in places and begins[0] == "text" and not line.parsed.words[0].isupper()
        if label is None and begins[0] == "title" and (label := headlines.closed(line, lines)) is not None:
            here = [one for one in here if one.source is not None]
        if label is not None and not dated and not any(one.at < label.at for one in here):
            here.append(label)
        for one in here:
            tails.cut(line, one)
            one.ranges = line.ranges(one.content, set(one.cue))
        found.extend(one for one in here if not tails.is_slight(line, one))
    headlines.labels(lines, found)
    return found


def _attributions(
    lines: Sequence[Line],
    found: Sequence[Found],
    said: Sequence[Voice],
    marked: Mapping[Field, tuple[Range, ...]],
) -> Iterator[Attribution]:
    kept = [
        index for index, one in enumerate(found)
        if one.parent is None or speaks_apart(one, said[index], found[one.parent], said[one.parent])
    ]  # fmt: skip
    places = {index: place for place, index in enumerate(kept)}
    for index in kept:
        holder = found[index].parent
        while holder is not None and holder not in places:
            holder = found[holder].parent
        yield _built(lines, found[index], said[index], marked, places[holder] if holder is not None else None)


def _built(
    lines: Sequence[Line],
    one: Found,
    voice: Voice,
    marked: Mapping[Field, tuple[Range, ...]],
    parent: int | None,
) -> Attribution:
    line = lines[one.line]
    field = line.sentence.span.field
    ranges = sorted(one.ranges)
    size = sum(b - a for a, b in ranges)
    within = sum(max(0, min(b, d) - max(a, c)) for a, b in ranges for c, d in marked[field] if c < b and a < d)
    source = line.span(*_source(line, one, one.source)) if one.source is not None else None
    cue = Cue(line.text(one.cue[0], one.cue[-1]), one.kind, line.span(one.cue[0], one.cue[-1]))
    return Attribution(
        "quoted" if within * 2 > size else "reported", voice.speaker,
        tuple(Span(a, b, field) for a, b in ranges), _sentences(lines, line, field, ranges), cue, source,
        voice.co_speakers, voice.chain, (line.index, one.at), tuple((line.index, root) for root in one.roots),
        one.act, one.stance, one.negated, one.kind == "decline" or (one.negated and one.act == "speech"),
        parent,
    )  # fmt: skip


def _source(line: Line, one: Found, head: int) -> tuple[int, int]:
    """The first and last token of the source at `head`; "that" goes with the noun that it stands for."""
    first, last = phrase(line, head, set(one.cue) | one.content)
    if one.antecedent is None or line.lows[head] not in _POINTING or one.antecedent >= head:
        return first, last
    return min(core(line, one.antecedent)[0], first), last


def _sentences(lines: Sequence[Line], first: Line, field: Field, ranges: Sequence[Range]) -> tuple[int, ...]:
    """The sentences that a content stands in, the cue's own first."""
    low, high = ranges[0][0], max(b for _, b in ranges)
    start, stop = first.index, first.index + 1
    while (
        start > 0 and lines[start - 1].sentence.span.field == field and low < lines[start - 1].sentence.span.end
    ):
        start -= 1
    while stop < len(lines) and lines[stop].sentence.span.field == field and lines[stop].offset < high:
        stop += 1
    near = [
        line.index for line in lines[start:stop]
        if line is not first and any(a < line.sentence.span.end and line.offset < b for a, b in ranges)
    ]  # fmt: skip
    return (first.index, *near)


def _with_orphans(out: Sequence[Attribution], orphaned: Sequence[Attribution]) -> list[Attribution]:
    """All attributions; what is said inside a quotation without a speaker stands in that quotation."""
    starts = [_place(one.content[0]) for one in orphaned]

    def holder(one: Attribution) -> int | None:
        if one.parent is not None or one.cue is None:
            return one.parent
        place = bisect_right(starts, _place(one.cue.span)) - 1
        held = place >= 0 and orphaned[place].content[0].holds(one.cue.span)
        return len(out) + place if held else None

    return [*(replace(one, parent=holder(one)) if orphaned else one for one in out), *orphaned]


def _place(span: Span) -> tuple[bool, int]:
    """What puts spans in their order, title first."""
    return span.field == "text", span.start


def _orphaned(
    lines: Sequence[Line],
    fields: Mapping[Field, Sequence[Line]],
    orphans: Sequence[tuple[Field, Range]],
    page: tuple[Speaker, ...],
) -> Iterator[Attribution]:
    """Quotations of whole sentences that nobody is named for, in their order."""
    offsets = {name: [line.offset for line in own] for name, own in fields.items()}
    for field, (start, end) in orphans:
        ranges = [(start, end)]
        inside = fields[field][bisect_left(offsets[field], start - 1) : bisect_left(offsets[field], end)]
        if inside and inside[-1].sentence.span.end <= end + 2 and inside[0].offset <= start + 1:
            yield Attribution(
                "quoted", NOBODY, (Span(start, end, field),), _sentences(lines, inside[0], field, ranges),
                chain=page, doubt="a quotation without a speaker",
            )  # fmt: skip


def _asserted(
    lines: Sequence[Line],
    found: Sequence[Found],
    out: Sequence[Attribution],
    page: tuple[Speaker, ...],
    own: Speaker,
) -> Iterator[Attribution]:
    """What the page says itself, which on a body's own page that body says."""
    by_line: dict[int, list[Found]] = {}
    for one in found:
        if one.act in ("speech", "belief", "evidence"):
            by_line.setdefault(one.line, []).append(one)
    covered: dict[Field, list[Range]] = {"title": [], "text": []}
    for attribution in out:
        if attribution.puts_forward:
            covered[attribution.content[0].field].extend((span.start, span.end) for span in attribution.content)
    for pieces in covered.values():
        pieces.sort()
    for line in lines:
        span = line.sentence.span
        pieces = covered[span.field]
        last = bisect_left(pieces, (span.end, 0))
        near = [piece for piece in pieces[max(0, last - 200) : last] if span.start < piece[1]]
        tokens, heads = asserted.rest(line, by_line.get(line.index, ()), near)
        if tokens:
            content = tuple(line.span(first, last) for first, last in line.runs(tokens))
            roots = tuple((line.index, head) for head in heads)
            if content:
                yield Attribution("asserted", own, content, (line.index,), chain=page, roots=roots)
