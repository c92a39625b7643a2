"""Quantities with a unit of measure, parts of a whole, ages and numbers tied to a noun."""

from __future__ import annotations

import re

from trendechos.languages.en.measures import units
from trendechos.reading import number_context as context
from trendechos.reading.number_counts import classify, noun_after_of, noun_behind
from trendechos.reading.number_forms import Number
from trendechos.reading.number_line import Line, bounds, qualified, record, words_of
from trendechos.records import Change, Counts, Quantity

_RATE = re.compile(
    r"(?:\s*\([^()]{1,24}\))?[\s-]*(?:(?:per|/)[\s-]?|(?:an?|each|every)[\s-])(?P<of>(?:square|sq|cubic)?\s?[A-Za-z]+)",
    re.IGNORECASE,
)


_RATE_WORDS = frozenset({
    "second", "minute", "hour", "day", "night", "week", "month", "quarter", "year", "ounce", "barrel",
    "gallon", "litre", "liter",
    "share", "piece", "tonne", "ton", "head", "person", "pound", "kilo", "mile",
})  # fmt: skip


_RATE_NAMES = {
    "sq m": "square metre",
    "sq ft": "square foot",
    "sq km": "square kilometre",
    "meter": "metre",
    "liter": "litre",
}


def measured(line: Line, number: Number, last: Quantity | None) -> Quantity | None:
    """A quantity with a unit of measure or a currency."""
    text = line.parsed.text
    qualifier, start, end = qualified(line, number, max(number.tail, number.end))
    if (
        qualifier == "none"
        and last is not None
        and text[max(0, start - 1) : start] == "("
        and _restates(line, number, last)
    ):
        qualifier = last.qualifier
    unit = number.unit.name if number.unit else str(number.currency)
    if number.currency:
        unit = number.currency
    counts: Counts = "money" if number.currency else number.unit.counts if number.unit else "other"
    if counts == "duration" and _ago_or_date(text, number):
        return None
    unit += _rate(text, max(number.tail, number.end))
    low, high, qualifier = bounds(number, qualifier)
    moved = context.change(text, start, end, measure=True, percent=True)
    if moved == "none" and number.sign in ("+", "-") and counts == "share":
        moved = "up" if number.sign == "+" else "down"
        low, high = (abs(low) if low is not None else None, abs(high) if high is not None else None)
    if (
        moved == "none"
        and last is not None
        and last.change != "none"
        and last.counts in ("share", "other", "money")
    ):
        moved = _carried(line, number, last)
    window = context.window(text[max(0, start - 40) : start], text[end : end + 30])
    return record(
        line, start, end, low=low, high=high, qualifier=qualifier, unit=unit, counts=counts, change=moved,
        window=window if counts == "money" else "none",
    )  # fmt: skip


def _restates(line: Line, number: Number, last: Quantity) -> bool:
    """True for the same measure in another unit in brackets: "more than 100 kilometres (60 miles)"."""
    gap = line.parsed.text[max(0, last.span.end - line.sentence.span.start) : number.first]
    counts = "money" if number.currency else number.unit.counts if number.unit else ""
    return (
        last.counts == counts and last.qualifier != "range" and re.fullmatch(r"[\w ]{0,24}\(", gap) is not None
    )


def _rate(text: str, end: int) -> str:
    """What a measure is per, as " per year"; empty when it is of nothing."""
    match = _RATE.match(text, end)
    if match is None:
        return ""
    of = " ".join(match["of"].lower().split())
    if (
        re.sub(r"\([^()]*\)|[\s-]", "", text[match.start() : match.start("of")]).lower() not in ("per", "/")
        and of not in _RATE_WORDS
    ):
        return ""
    return f" per {_RATE_NAMES.get(of, of)}"


def _carried(line: Line, number: Number, last: Quantity) -> Change:
    """The change of the number before, where this one restates it ("9 points, or 0.6%") or joins it."""
    gap = line.parsed.text[max(0, last.span.end - line.sentence.span.start) : number.first]
    same = last.span.start >= line.sentence.span.start and last.span.field == line.sentence.span.field
    if same and (
        re.fullmatch(r"(?:\s+\w+)?,?\s*(?:or|\()\s*(?:about\s+)?", gap)
        or re.search(r"(?:^|,|and)\s+[^,]*\bby\s+$", gap)
    ):
        return last.change
    return "none"


_AGO = re.compile(r"\s+(?:ago|earlier|before\b(?!\s+\w+ing)|later|from\s+now)\b", re.IGNORECASE)


def _ago_or_date(text: str, number: Number) -> bool:
    """True where a length of time only places something in time: a date in words, not a quantity."""
    return _AGO.match(text, number.tail) is not None


def compound(line: Line, number: Number) -> Quantity | None:
    """A number tied to a noun by a hyphen ("a 131-page report"), where the number is written in figures."""
    text = line.parsed.text
    match = re.compile(r"-(?P<noun>[a-z]+)").match(text, number.end)
    if not number.figure or match is None or number.low is None:
        return None
    qualifier, start, _ = qualified(line, number, number.end)
    low, high, qualifier = bounds(number, qualifier)
    noun = match["noun"]
    counts = (
        classify(noun, noun, (), soldiers=line.people.soldiers)
        if noun != "strong"
        else "troops"
        if line.people.military
        else "other"
    )
    return record(
        line,
        start,
        number.end,
        low=low,
        high=high,
        qualifier=qualifier,
        unit=None if noun == "strong" else noun,
        counts=counts,
    )


_PARTS_OF = re.compile(r" (?:in|of) ", re.IGNORECASE)


def share(line: Line, number: Number) -> Quantity | None:
    """A part of a whole: "two thirds of the population"."""
    qualifier, start, end = qualified(line, number, number.end)
    low, high, qualifier = bounds(number, qualifier)
    noun = None
    token = line.token(number.end - 1) + 1
    if token < len(line.parsed.words) and line.parsed.words[token].lower() == "of":
        noun = noun_after_of(line.parsed, token)
    elif _PARTS_OF.search(line.parsed.text[number.start : number.end]):
        noun = noun_behind(line.parsed, token)
    elif line.parsed.text[number.start : number.end].lower().startswith(("a ", "a-", "an ")):
        return None  # "a third person", "a quarter mile"
    elif line.parsed.words[line.token(number.start)].lower() == "one":
        return None
    word = line.parsed.words[noun.last].lower() if noun else ""
    measure = units().get(word) if len(word) > 1 else None  # not the M of "4.3M"
    if measure:  # "a sixteenth of a pint"
        kind: Counts = measure.counts
        unit: str | None = measure.name
    else:
        kind, unit = "share", f"of {words_of(line, noun)}" if noun else None
    return record(line, start, end, low=low, high=high, qualifier=qualifier, counts=kind, unit=unit)


_AGE_BEHIND = re.compile(r"\s*,")


def age(line: Line, number: Number) -> Quantity | None:
    """The age that stands behind a name: "Amina Yusuf, 34, said"."""
    text = line.parsed.text
    if not (
        number.plain
        and number.figure
        and number.low is not None
        and 1 <= number.low <= 115
        and not number.ranged
    ):
        before = text[max(0, number.start - 8) : number.start].lower()
        return (
            None
            if not before.endswith("aged ")
            else record(
                line,
                number.start,
                number.end,
                low=number.low,
                high=number.high,
                unit="years of age",
                counts="age",
            )
        )
    token = line.token(number.start)
    lead = text[max(0, number.start - 8) : number.start]
    named = token >= 2 and line.parsed.words[token - 1] == "," and line.parsed.words[token - 2][:1].isupper()
    aged = re.search(r"\b(?:aged?|age of|turned)\s+$", lead, re.IGNORECASE)
    if aged or (named and _AGE_BEHIND.match(text, number.end) and number.low >= 3):
        return record(
            line, number.start, number.end, low=number.low, high=number.high, unit="years of age", counts="age"
        )
    return None
