"""Attributions of one report: cues, quotations, continuation, chains and speakers put together."""

from __future__ import annotations

from collections.abc import Iterator

from trendechos.claims import asserted, cues, headlines, nesting, quotes
from trendechos.claims.attribution import Attribution
from trendechos.claims.found import Found
from trendechos.claims.line import Line
from trendechos.claims.sources import phrase
from trendechos.claims.speakers import NOBODY, Cast
from trendechos.records import Cue, Reading, Report, Span
from trendechos.records.span import Field
from trendechos.text.quotes import pairs


def attribute(report: Report, reading: Reading) -> tuple[Attribution, ...]:
    """Who says which words of `report`, in order of position; sentences without a source are asserted."""
    lines = _lines(report, reading)
    found = []
    for line in lines:
        here = cues.find(line)
        if len(here) > 1:
            nesting.release(line, here)
        label = headlines.colon(line, headline=line.index == 0 or line.sentence.span.field == "title")
        if label is not None and not any(one.at < label.at for one in here):
            here.append(label)
        found.extend(here)
    for one in found:
        line = lines[one.line]
        barrier = set(one.cue)
        one.ranges = [
            (line.offset + line.parsed.starts[first], line.offset + line.parsed.end(last))
            for first, last in line.runs(one.content, barrier)
        ]
    fields: tuple[Field, ...] = ("title", "text")
    for name in fields:
        text = report.words(name)
        own_lines = [line for line in lines if line.sentence.span.field == name]
        own = [one for one in found if lines[one.line].sentence.span.field == name]
        free = quotes.assign(lines, own, pairs(text), text)
        free = quotes.go_on(lines, own, free, text, name)
        made, free = quotes.introduced(own_lines, free, text)
        found.extend(made)
    found = sorted((one for one in found if one.ranges), key=lambda one: (one.line, one.at))
    _nest(lines, found)
    cast = Cast(reading)
    marked: dict[Field, tuple[tuple[int, int], ...]] = {name: pairs(report.words(name)) for name in fields}
    out = [_built(lines, one, cast, marked) for one in found]
    out.extend(_asserted(lines, found))
    return tuple(out)


def _asserted(lines: list[Line], found: list[Found]) -> Iterator[Attribution]:
    by_line: dict[int, list[Found]] = {}
    covered: dict[Field, list[tuple[int, int]]] = {"title": [], "text": []}
    for one in found:
        if one.act in ("speech", "belief", "evidence"):
            by_line.setdefault(one.line, []).append(one)
            covered[lines[one.line].sentence.span.field].extend(one.ranges)
    for line in lines:
        span = line.sentence.span
        near = [piece for piece in covered[span.field] if piece[0] < span.end and span.start < piece[1]]
        tokens, heads = asserted.rest(line, by_line.get(line.index, ()), near)
        if tokens:
            content = tuple(line.span(first, last) for first, last in line.runs(tokens))
            roots = tuple((line.index, head) for head in heads)
            yield Attribution("asserted", NOBODY, content, (line.index,), roots=roots)


def _nest(lines: list[Line], found: list[Found]) -> None:
    """Gives each attribution the smallest larger one whose content holds its cue."""
    for index, one in enumerate(found):
        line = lines[one.line]
        at = line.offset + line.parsed.starts[one.at]
        size = sum(b - a for a, b in one.ranges)
        best: tuple[int, int] | None = None
        for other, holder in enumerate(found):
            if other == index or line.sentence.span.field != lines[holder.line].sentence.span.field:
                continue
            if any(a <= at < b for a, b in holder.ranges):
                other_size = sum(b - a for a, b in holder.ranges)
                if (other_size, -other) > (size, -index) and (best is None or other_size < best[0]):
                    best = (other_size, other)
        one.parent = best[1] if best else None


def _lines(report: Report, reading: Reading) -> list[Line]:
    lines, paragraph, end = [], 0, 0
    for index, sentence in enumerate(reading.sentences):
        if "\n" in report.words(sentence.span.field)[end : sentence.span.start]:
            paragraph += 1
        end = sentence.span.end
        lines.append(Line(index, sentence, paragraph))
    return lines


def _built(
    lines: list[Line], one: Found, cast: Cast, marked: dict[Field, tuple[tuple[int, int], ...]]
) -> Attribution:
    line = lines[one.line]
    field = line.sentence.span.field
    ranges = sorted(one.ranges)
    speaker, source = NOBODY, None
    if one.source is not None:
        stop = set(one.cue) | one.content
        source = line.span(*phrase(line, one.source, stop))
        speaker = cast.resolve(line, one.source if one.antecedent is None else one.antecedent, stop)
    holders = [line.index]
    holders.extend(
        other.index for other in lines
        if other is not line and other.sentence.span.field == field
        and any(a < other.sentence.span.end and other.sentence.span.start < b for a, b in ranges)
    )  # fmt: skip
    size = sum(b - a for a, b in ranges)
    within = sum(max(0, min(b, d) - max(a, c)) for a, b in ranges for c, d in marked[field])
    span = line.span(one.cue[0], one.cue[-1])
    return Attribution(
        "quoted" if within * 2 > size else "reported", speaker, tuple(Span(a, b, field) for a, b in ranges),
        tuple(holders), Cue(line.text(one.cue[0], one.cue[-1]), one.kind, span), source,
        cue_at=(line.index, one.at), roots=tuple((line.index, root) for root in one.roots), act=one.act,
        reported_as=one.stance, negated=one.negated, parent=one.parent,
    )  # fmt: skip
