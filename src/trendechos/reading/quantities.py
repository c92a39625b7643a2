"""Quantities in a report: numbers with unit, qualifier, what they count, scope and window."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cache

from trendechos.languages.en import numbers as words
from trendechos.languages.en.measures import counted, units
from trendechos.reading import number_context as context
from trendechos.reading.number_counts import Noun, classify, fate_of, noun_behind, people, verbs_with
from trendechos.reading.number_people import People, survey
from trendechos.reading.number_forms import Number, hinted, join_ranges, scan
from trendechos.records import Counts, ParsedSentence, Qualifier, Quantity, Report, Sentence, Span
from trendechos.text.tree import Tree

_MONTH = (
    r"(?:(?i:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?"
    r"|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)|May|MAY)"
)
# Dates, clock times, telephone numbers, scores, ratios and addresses of the web: figures that count nothing.
_NO_COUNT = re.compile(
    rf"""
    \b{_MONTH}\s+\d{{1,2}}(?:\s*[-–]\s*\d{{1,2}}|\s+(?:to|and|or|through)\s+\d{{1,2}})?(?:,?\s+\d{{4}})?(?![\d,.]\d|\d|%|\s(?:per|million|billion))
  | \b\d{{1,2}}(?:\s*[-–]\s*\d{{1,2}}|\s+(?:to|and|or|through)\s+\d{{1,2}})?\s+(?:of\s+)?{_MONTH}\b(?:,?\s+\d{{4}})?
  | \b{_MONTH},?\s+\d{{4}}\b | \b(?:1[5-9]|20)\d\d-\d\d(?:-\d\d)?\b(?!\s*%) | \b\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}\b
  | \b\d{{1,2}}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?\s?m\b\.?|GMT|UTC|[A-Z]{{2,4}}T\b|hours\b)? | \b\d{{1,2}}\s*(?:[ap]\.m\.|[ap]m\b|o['’]clock)
  | (?<![\d,.])(?<!\d[-–])\d{{1,2}}[-–]\d{{1,2}}(?=\s+(?:win|lead|victory|defeat|loss|draw|down|up|in\b|against|to\b|over|record|vote|ruling|decision))
  | (?:\+|\b)\d{{2,4}}[-.\s]\d{{3,4}}[-.]\d{{3,4}}\b | \b\d{{3}}-\d{{4}}\b | \b\d{{1,2}}/\d{{1,2}}\b(?!\s+of)
  | \bhttps?://\S+ | \bwww\.\S+ | [#№]\s?\d+ | '\d0s\b | (?<![\d,.])0\d+\b(?!\.)
    """,
    re.VERBOSE,
)
_CLOCK_DECIMAL = re.compile(r"\d{1,2}\.\d\d$")
_SCORE = re.compile(r"(?<!\d)\d{1,2}[-–]\d{1,2}(?!\d)")
_YEAR = re.compile(r"(?:1[5-9]\d\d|20\d\d|21[0-2]\d)$")
_RATE = re.compile(
    r"\s*(?:(?:per|/)\s?|(?:an?|each|every)[\s-])(?P<of>(?:square|sq|cubic)?\s?[A-Za-z]+)", re.IGNORECASE
)
_RATE_WORDS = frozenset({
    "second", "minute", "hour", "day", "night", "week", "month", "quarter", "year", "ounce", "barrel", "gallon", "litre", "liter",
    "share", "piece", "tonne", "ton", "head", "person", "pound", "kilo", "mile",
})  # fmt: skip
_RATE_NAMES = {"sq m": "square metre", "sq ft": "square foot", "sq km": "square kilometre", "meter": "metre", "liter": "litre"}
_BACK = re.compile(r"\b(?:that\s+(?:number|total|figure)|them|these|those|whom|which|their\s+number)\b", re.IGNORECASE)
_MOVES = frozenset({
    "send", "deploy", "dispatch", "move", "train", "fight", "station", "mass", "enter", "reach", "arrive", "cross", "join",
    "transfer", "ship", "shift", "prepare", "ready", "mobilise", "mobilize", "withdraw", "pull", "head", "go", "have",
    "be", "field", "estimate", "give", "assess", "report", "record", "hold", "claim", "announce", "put", "get", "confirm", "garrison", "recruit", "commit", "desert", "reinforce", "strengthen", "include",
})  # fmt: skip
_FORMATION = re.compile(
    r"\b(?P<words>an?\s+(?:\w+\s+)?(?:brigade|battalion|division|company|regiment|platoon|squad|corps|army|contingent|column|unit"
    r"|fleet|group))\s+of\s+(?!the\b|his\b|its\b|their\b)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Line:
    """One sentence with what its numbers share."""

    sentence: Sentence
    tree: Tree
    numbers: list[Number]
    people: People
    index: int

    @property
    def parsed(self) -> ParsedSentence:
        return self.sentence.parsed

    def token(self, position: int) -> int:
        return max(0, bisect_right(self.parsed.starts, position) - 1)


def find(report: Report, sentences: tuple[Sentence, ...]) -> tuple[Quantity, ...]:
    """The quantities of a report in order of position.

    Dates, times, ordinals, scores, telephone numbers and numbers that name something are none. A
    figure that cannot be read ("1,5,00") and words that give no number have null bounds.
    """
    found: list[Quantity] = []
    last: Quantity | None = None
    named: People | None = None
    for index, sentence in enumerate(sentences):
        text = sentence.parsed.text
        formations = "of" in text and _FORMATION.search(text) is not None
        numbers = [one for one in join_ranges(scan(text), text) if not _names(one, text)] if hinted(text) else []
        if not numbers and not formations:
            continue
        named = survey(sentences) if named is None else named
        line = _Line(sentence, Tree(sentence.parsed), numbers, named, index)
        for quantity in _quantities(line, last):
            if quantity.counts in _PEOPLE_COUNTS or people((quantity.unit or "").split(" ")[-1]):
                last = quantity
            found.append(quantity)
    return tuple(found)


def _yes(_: str) -> Counts:
    return "troops"


def _no(_: str) -> Counts:
    return "civilians"


_PEOPLE_COUNTS = frozenset({
    "troops", "killed", "wounded", "killed_or_wounded", "casualties", "captured", "missing", "displaced", "civilians",
})  # fmt: skip


@cache
def _naming() -> re.Pattern[str]:
    forms = "|".join(re.escape(form) for form in sorted(words.NAMING, key=len, reverse=True))
    return re.compile(rf"(?<![\w])(?:{forms})\s*$", re.IGNORECASE)


def _names(number: Number, text: str) -> bool:
    """True for a figure that is part of a date, a time, a number to call or a name by its word before."""
    if number.vague or number.currency or number.part:
        return False
    if number.figure:
        left = max(0, number.start - 24)
        for match in _NO_COUNT.finditer(text, left, min(len(text), number.tail + 24)):
            if match.start() < number.end and number.start < match.end():
                decimal = _CLOCK_DECIMAL.match(match.group().strip())
                if not (decimal and (number.unit or not _clock_like(text, match.end()))):
                    return True
        if text[number.end : number.end + 1] in ("/", ":") and text[number.end + 1 : number.end + 2].isdigit():
            return True
        if not number.ranged and _SCORE.search(text[max(0, number.start - 3) : number.end + 3]):
            return True
    before = text[max(0, number.start - 16) : number.start]
    return number.unit is None and not number.hyphen and bool(_naming().search(before))


def _clock_like(text: str, end: int) -> bool:
    return re.match(r"\s*(?:[ap]\.?m\b|GMT|UTC|hours)", text[end : end + 8]) is not None


def _quantities(line: _Line, last: Quantity | None) -> list[Quantity]:
    found: list[Quantity] = []
    covered = 0
    for index, number in enumerate(line.numbers):
        following = line.numbers[index + 1] if index + 1 < len(line.numbers) else None
        if number.start < covered:
            continue  # the figure in the name of what was counted: "two new 737 Max jets"
        quantity = _quantity(line, number, following, found[-1] if found else last)
        if quantity is not None:
            covered = _covered(line, number, quantity)
            found.append(quantity)
    for match in _FORMATION.finditer(line.parsed.text):
        noun = noun_behind(line.parsed, line.token(match.end()))
        end = line.parsed.end(noun.last) if noun else match.end() + 16
        if any(match.end() <= number.end and number.first < end for number in line.numbers):
            continue  # "a brigade of 3,000 soldiers" is counted by its number
        if noun is not None and classify(noun.lemma, line.parsed.words[noun.last], (), soldiers=_yes) == "troops":
            found.append(_record(line, match.start(), match.end("words"), unit=_words(line, noun), counts="troops"))
    return _scoped(line, sorted(found, key=lambda quantity: quantity.span))


def _scoped(line: _Line, found: list[Quantity]) -> list[Quantity]:
    """`found` with a place behind the last of several joined counts given to all: "killed 5 and hurt 20 in Derna"."""
    for index in range(len(found) - 2, -1, -1):
        here, behind = found[index], found[index + 1]
        if here.scope is None and behind.scope and here.counts in _PEOPLE_COUNTS and behind.counts in _PEOPLE_COUNTS:
            base = line.sentence.span.start
            gap = line.parsed.text[here.span.end - base : behind.span.start - base]
            if not re.search(r"[,;:.]\s|\bthat\b|\bwhile\b", gap):
                found[index] = replace(here, scope=behind.scope)
    return found


def _covered(line: _Line, number: Number, quantity: Quantity) -> int:
    """Where the words of the counted noun end, when they follow the number."""
    unit = quantity.unit or ""
    at = line.parsed.text.find(unit, number.end, number.end + len(unit) + 24) if unit else -1
    return at + len(unit) if at >= 0 else number.tail


def _record(line: _Line, start: int, end: int, **fields: object) -> Quantity:
    base = line.sentence.span
    span = Span(base.start + start, base.start + end, base.field)
    return Quantity(line.parsed.text[start:end], span, **fields)  # type: ignore[arg-type]


def _words(line: _Line, noun: Noun) -> str:
    return line.parsed.text[line.parsed.starts[noun.first] : line.parsed.end(noun.last)]


def _quantity(line: _Line, number: Number, following: Number | None, last: Quantity | None) -> Quantity | None:
    text = line.parsed.text
    if number.unit is not None or number.currency is not None:
        return _measured(line, number, last)
    if number.hyphen:
        return _compound(line, number)
    if number.part:
        return _share(line, number)
    noun, head = _counted(line, number)
    if noun is None and (_is_name_or_year(line, number) or _is_score(text, number)):
        return None
    if noun is not None and number.plain and _year_before(line, number, noun):
        return None
    if noun is None and (age := _age(line, number)):
        return age
    quantity = _plain(line, number, noun, head, following)
    if noun is None:
        return _elided(line, number, quantity, last)
    if number.vague == "small" and quantity.counts not in _PEOPLE_COUNTS and not people(line.parsed.words[noun.last]):
        return None
    if number.low == 1 and text[number.start : number.end].lower() == "one" and quantity.counts not in _PEOPLE_COUNTS:
        return quantity if noun.first - line.token(number.start) <= 3 else None
    return quantity


def _bounds(number: Number, qualifier: Qualifier) -> tuple[float | None, float | None, Qualifier]:
    low, high = number.low, number.high
    if low is None or high is None:
        return None, None, qualifier
    if low != high:
        return min(low, high), max(low, high), "range"
    if qualifier in ("at_least", "more_than"):
        return low, None, qualifier
    if qualifier in ("at_most", "less_than", "up_to"):
        return None, high, qualifier
    return low, high, qualifier


def _qualified(line: _Line, number: Number, end: int) -> tuple[Qualifier, int, int]:
    text = line.parsed.text
    duration = number.unit is not None and number.unit.counts == "duration"
    qualifier, start = context.qualifier_before(text, number.first, duration=duration)
    if number.vague and text[start : number.first].lower().startswith("over"):
        qualifier, start = "none", number.first  # "handed over millions"
    if number.sign == "sub":
        qualifier = "less_than"
    if qualifier == "none":
        qualifier, end = context.qualifier_after(text, end)
    return qualifier, start, end


def _measured(line: _Line, number: Number, last: Quantity | None) -> Quantity | None:
    """A quantity with a unit of measure or a currency."""
    text = line.parsed.text
    qualifier, start, end = _qualified(line, number, max(number.tail, number.end))
    if qualifier == "none" and last is not None and text[max(0, start - 1) : start] == "(" and _restates(line, number, last):
        qualifier = last.qualifier
    unit = number.unit.name if number.unit else str(number.currency)
    if number.currency:
        unit = number.currency
    counts: Counts = "money" if number.currency else number.unit.counts if number.unit else "other"
    if counts == "duration" and _ago_or_date(text, number):
        return None
    unit += _rate(text, max(number.tail, number.end))
    low, high, qualifier = _bounds(number, qualifier)
    moved = context.change(text, start, end, measure=True, percent=True)
    if moved == "none" and number.sign in ("+", "-") and counts == "share":
        moved = "up" if number.sign == "+" else "down"
        low, high = (abs(low) if low is not None else None, abs(high) if high is not None else None)
    if moved == "none" and last is not None and last.change != "none" and last.counts in ("share", "other", "money"):
        moved = _carried(line, number, last)
    return _record(
        line, start, end, low=low, high=high, qualifier=qualifier, unit=unit, counts=counts, change=moved,
        window=context.window(text[max(0, start - 40) : start], text[end : end + 30]) if counts == "money" else "none",
    )  # fmt: skip


def _restates(line: _Line, number: Number, last: Quantity) -> bool:
    """True for the same measure in another unit in brackets: "more than 100 kilometres (60 miles)"."""
    gap = line.parsed.text[max(0, last.span.end - line.sentence.span.start) : number.first]
    counts = "money" if number.currency else number.unit.counts if number.unit else ""
    return last.counts == counts and last.qualifier != "range" and re.fullmatch(r"[\w ]{0,24}\(", gap) is not None


def _rate(text: str, end: int) -> str:
    """What a measure is per, as " per year"; empty when it is of nothing."""
    match = _RATE.match(text, end)
    if match is None:
        return ""
    of = " ".join(match["of"].lower().split())
    if text[match.start() : match.start("of")].strip().lower() not in ("per", "/") and of not in _RATE_WORDS:
        return ""
    return f" per {_RATE_NAMES.get(of, of)}"


def _carried(line: _Line, number: Number, last: Quantity) -> context.Change:
    """The change of the number before where this one restates it ("190 points, or 0.6%") or follows it ("by 2%")."""
    gap = line.parsed.text[max(0, last.span.end - line.sentence.span.start) : number.first]
    same = last.span.start >= line.sentence.span.start and last.span.field == line.sentence.span.field
    if same and (re.fullmatch(r"(?:\s+\w+)?,?\s*(?:or|\()\s*(?:about\s+)?", gap) or re.search(r"(?:^|,|and)\s+[^,]*\bby\s+$", gap)):
        return last.change
    return "none"


_AGO = re.compile(r"\s+(?:ago|earlier|before\b(?!\s+\w+ing)|later|from\s+now)\b", re.IGNORECASE)


def _ago_or_date(text: str, number: Number) -> bool:
    """True where a length of time only places something in time: a date in words, not a quantity."""
    return _AGO.match(text, number.tail) is not None


def _compound(line: _Line, number: Number) -> Quantity | None:
    """A number tied to a noun by a hyphen ("a 131-page report"), where the number is written in figures."""
    text = line.parsed.text
    match = re.compile(r"-(?P<noun>[a-z]+)").match(text, number.end)
    if not number.figure or match is None or number.low is None:
        return None
    qualifier, start, _ = _qualified(line, number, number.end)
    low, high, qualifier = _bounds(number, qualifier)
    noun = match["noun"]
    counts = classify(noun, noun, (), soldiers=line.people.soldiers) if noun != "strong" else "troops" if line.people.military else "other"
    return _record(
        line, start, number.end, low=low, high=high, qualifier=qualifier, unit=None if noun == "strong" else noun, counts=counts
    )


def _share(line: _Line, number: Number) -> Quantity | None:
    """A part of a whole: "two thirds of the population"."""
    qualifier, start, end = _qualified(line, number, number.end)
    low, high, qualifier = _bounds(number, qualifier)
    noun = None
    token = line.token(number.end - 1) + 1
    if token < len(line.parsed.words) and line.parsed.words[token].lower() == "of":
        noun = _of(line, token)
    elif _PARTS_OF.search(line.parsed.text[number.start : number.end]):
        noun = noun_behind(line.parsed, token)
    elif line.parsed.text[number.start : number.end].lower().startswith(("a ", "a-", "an ")):
        return None  # "a third person", "a quarter mile"
    elif line.parsed.words[line.token(number.start)].lower() == "one":
        return None
    return _record(
        line, start, end, low=low, high=high, qualifier=qualifier, counts="share", unit=f"of {_words(line, noun)}" if noun else None
    )


def _counted(line: _Line, number: Number) -> tuple[Noun | None, int]:
    """The counted noun of a number, and the token that stands for it in the parse."""
    parsed = line.parsed
    token = line.token(number.end - 1)
    skip = token + 1
    while skip < len(parsed.words) and parsed.words[skip].lower() in (*words.MORE_AFTER, "or", "so", "total", "combined", "other"):
        skip += 1
    if parsed.words[skip - 1].lower() in ("or", "so") and skip - 1 > token:
        skip = token + 1
    noun = noun_behind(parsed, skip, singular=number.low == 1 or (number.low is not None and abs(number.low) < 1))
    if noun is None and skip != token + 1:
        noun = noun_behind(parsed, token + 1)
    if noun is None and token + 1 < len(parsed.words) and parsed.words[token + 1].lower() == "of":
        noun = _of(line, token + 1)
    elif noun is None and number.vague == "small" and parsed.words[token].lower() == "of":
        noun = noun_behind(parsed, token + 1)
    if noun is None:
        return None, token
    return noun, noun.last if noun.fate is None else token


def _of(line: _Line, token: int) -> Noun | None:
    """The noun phrase behind "of" at `token`, without its determiner, possessor or own number; None for a pronoun."""
    parsed = line.parsed
    first = token + 1
    while first < len(parsed.words) and (parsed.tags[first] in ("DT", "PRP$", "PDT", "CD", "WDT") or parsed.words[first] in ("’s", "'s")):
        if parsed.words[first].lower() in ("those", "these", "that") and noun_behind(parsed, first + 1) is None:
            return None
        first += 1
    return noun_behind(parsed, first, singular=True) if first < len(parsed.words) else None


def _is_name_or_year(line: _Line, number: Number) -> bool:
    """True when a number without a noun is a year or belongs to a name ("Unit 3", "38 North")."""
    parsed, text = line.parsed, line.parsed.text
    token = line.token(number.start)
    if number.vague or number.low is None:
        return False
    if number.plain and number.figure and (_YEAR.fullmatch(number.whole) or len(number.whole) == 4 and number.ranged):
        return not re.search(r"(?:about|around|some|than|least|nearly|almost|to|at)\s+$", text[: number.start]) or bool(
            _YEAR.fullmatch(number.whole)
        )
    if number.figure and "," in number.whole or context.qualifier_before(text, number.first)[0] != "none":
        return False
    if not number.figure and token and text[number.start].isupper():
        return parsed.words[token - 1][:1].isupper()
    before = token - 1
    if before >= 0 and parsed.tags[before] in ("NNP", "NNPS") and number.start - parsed.end(before) <= 1 and number.plain:
        return True
    if before > 0 and number.plain and parsed.words[before] == ")" and parsed.words[before - 1].isupper():
        return True
    after = line.token(number.end - 1) + 1
    if after < len(parsed.words) and parsed.tags[after] == "NNP" and number.plain and parsed.starts[after] - number.end <= 1:
        return not people(parsed.words[after])
    return False


def _is_score(text: str, number: Number) -> bool:
    """True for "2-1" and the like, which compare and do not count."""
    return number.ranged and number.plain and "-" in text[number.start : number.end] and (number.low or 0) < 1000


def _year_before(line: _Line, number: Number, noun: Noun) -> bool:
    """True for a year that stands before a noun as its date ("the 2024 elections", "1991 borders")."""
    if not _YEAR.fullmatch(number.whole) or number.ranged:
        return bool(_YEAR.fullmatch(number.whole))
    text = line.parsed.text
    if context.qualifier_before(text, number.first)[0] != "none":
        return False
    kind = classify(noun.lemma, line.parsed.words[noun.last], (), soldiers=line.people.soldiers)
    lead = text[: number.start].rstrip().lower()
    return kind not in _PEOPLE_COUNTS or lead.endswith((" the", " in", " of", " since", " by", " early", " late", "'s", "’s"))


_AGE_BEHIND = re.compile(r"\s*,")


def _age(line: _Line, number: Number) -> Quantity | None:
    """The age that stands behind a name: "Amina Yusuf, 34, said"."""
    text = line.parsed.text
    if not (number.plain and number.figure and number.low is not None and 1 <= number.low <= 115 and not number.ranged):
        before = text[max(0, number.start - 8) : number.start].lower()
        return None if not before.endswith("aged ") else _record(
            line, number.start, number.end, low=number.low, high=number.high, unit="years of age", counts="age"
        )
    token = line.token(number.start)
    lead = text[max(0, number.start - 8) : number.start]
    named = token >= 2 and line.parsed.words[token - 1] == "," and line.parsed.words[token - 2][:1].isupper()
    aged = re.search(r"\b(?:aged?|age of|turned)\s+$", lead, re.IGNORECASE)
    if aged or (named and _AGE_BEHIND.match(text, number.end) and number.low >= 3):
        return _record(line, number.start, number.end, low=number.low, high=number.high, unit="years of age", counts="age")
    return None


def _plain(line: _Line, number: Number, noun: Noun | None, head: int, following: Number | None) -> Quantity:
    """A count of people or things, or a bare number."""
    parsed, text = line.parsed, line.parsed.text
    qualifier, start, end = _qualified(line, number, number.end)
    low, high, qualifier = _bounds(number, qualifier)
    if number.sign == "-" and low is not None and noun is None:
        start = number.start
    verbs = verbs_with(parsed, line.tree.children, head)
    lemmas = tuple(parsed.lemmas[verb].lower() for verb in verbs)
    counts: Counts = "other"
    if noun is not None:
        counts = noun.fate or classify(noun.lemma, parsed.words[noun.last], lemmas, soldiers=line.people.soldiers)
        if counts in ("civilians", "troops") or people(parsed.words[noun.last]):
            counts = fate_of(parsed, line.tree.children, verbs) or counts
        if noun.lemma == "man" and counts == "civilians" and _force(line, number, lemmas):
            counts = "troops"
    stop = line.token(following.first) if following else len(parsed.words)
    behind = parsed.end(noun.last) if noun else end
    limit = following.first if following else len(text)
    after = re.split(r"[;.]\s", text[behind : min(limit, behind + 70)])[0]
    window = "planned" if context.planned(parsed, line.tree.children, verbs) else context.window(text[max(0, start - 40) : start], after)
    moved = context.change(text, start, end, measure=False)
    if noun is not None and counts == "other" and people(parsed.words[noun.last]):
        counts = _body(line, noun.last) or counts
    scoped = counts != "other" or noun is None or people(parsed.words[noun.last])
    unit = _words(line, noun) if noun else None
    if counts == "other" and unit and (measure := units().get(unit.lower())):
        counts, unit = measure.counts, measure.name
    return _record(
        line, start, end, low=low, high=high, qualifier=qualifier, unit=unit, counts=counts,
        change=moved, window=window,
        scope=context.scope(parsed, line.tree.children, line.token(number.first), noun.last if noun else head, stop=stop)
        if scoped else None,
    )  # fmt: skip


def _elided(line: _Line, number: Number, quantity: Quantity, last: Quantity | None) -> Quantity | None:
    """A number whose noun the text leaves out: its verb's subject or the people named last say what it counts."""
    parsed = line.parsed
    token = line.token(number.end - 1)
    if number.low == 1 and not number.figure:
        return None
    verbs = verbs_with(parsed, line.tree.children, token)
    lemmas = tuple(parsed.lemmas[verb].lower() for verb in verbs)
    if body := _body(line, token):
        return replace(quantity, unit=None, counts=body)
    if verbs and lemmas[0] in counted()["verb_measure"] and (subject := _measured_noun(line, verbs[0], token)):
        kind = subject.fate or classify(subject.lemma, parsed.words[subject.last], (), soldiers=line.people.soldiers)
        if kind != "other":
            return replace(quantity, unit=_words(line, subject), counts=kind)
    if quantity.qualifier == "more_than" and (fate := _FATE_BEFORE.search(parsed.text[: number.start])):
        return replace(quantity, unit=fate[0], counts="killed_or_wounded")
    fated = fate_of(parsed, line.tree.children, verbs) or classify("person", "", lemmas, soldiers=_no)
    if fated not in ("civilians", "casualties"):
        return replace(quantity, counts=fated)
    if verbs and lemmas[0] == "be" and (told := _told(line, verbs[0])):
        return replace(quantity, counts=told[1], unit=told[0])
    meant = _meant(line, number, lemmas, quantity.scope, last)
    if number.vague == "small" and not re.match(r"\s+(?:of|from)\b", parsed.text[number.end : number.end + 8]):
        return None
    if meant is None:
        return None if number.vague == "small" else quantity
    return replace(quantity, unit=meant[0], counts=meant[1])


def _told(line: _Line, verb: int) -> tuple[str, Counts] | None:
    """What a predicate noun says that the number counts: "17,000 of them were militants"."""
    parsed = line.parsed
    for child in line.tree.children[verb]:
        if parsed.deps[child] == "attr" and parsed.tags[child] in ("NNS", "NNPS") and child > verb:
            kind = classify(parsed.lemmas[child], parsed.words[child], (), soldiers=line.people.soldiers)
            return (parsed.words[child], kind) if kind != "other" else None
    return None


def _meant(
    line: _Line, number: Number, verbs: tuple[str, ...], scope: str | None, last: Quantity | None
) -> tuple[str | None, Counts] | None:
    """The people that a bare number counts, as words and kind; None when the text does not make it clear."""
    behind = line.parsed.text[number.end : number.end + 28]
    back = _BACK.search(behind) is not None
    clear = back or scope is not None or not verbs or verbs[0] in _MOVES or re.match(r"\s+(?:from|more|in all)\b", behind)
    if not clear or _indexed(line, number) or not (back or number.vague or (number.low or number.high or 0) >= 10):
        return None
    named = line.people.before(line.index, line.token(number.start))
    recent = last is not None and (last.counts in ("troops", "civilians") or people((last.unit or "").split(" ")[-1]))
    if recent and last is not None and (named is None or named[1] == last.counts):
        return last.unit, last.counts
    if named is None and line.people.military and (scope is not None or (verbs and verbs[0] in counted()["military"])):
        return None, "troops"
    return named


def _force(line: _Line, number: Number, verbs: tuple[str, ...]) -> bool:
    """True for men in their hundreds, or sent somewhere, without women and children beside them."""
    if not {"woman", "child", "boy", "girl"}.isdisjoint(line.parsed.lemmas):
        return False
    return (number.low or 0) >= 500 or any(verb in counted()["moved"] for verb in verbs)


def _body(line: _Line, token: int) -> Counts | None:
    """`troops` for the strength of a body of soldiers: "a force of 50,000", "five formations of 3,000"."""
    parsed = line.parsed
    head = parsed.heads[token]
    if parsed.deps[token] != "pobj" or parsed.words[head].lower() != "of":
        return None
    lemma = parsed.lemmas[parsed.heads[head]].lower()
    classes = counted()
    military = lemma in classes["personnel"] or (lemma in classes["formation"] and line.people.military)
    return "troops" if military else None


_PARTS_OF = re.compile(r" (?:in|of) ", re.IGNORECASE)
_FATE_BEFORE = re.compile(r"\b(?:killed|dead) (?:and|or) (?:wounded|injured|hurt)\b")


def _indexed(line: _Line, number: Number) -> bool:
    """True for a level of something that is no people: a figure behind "to" or "at" without people in the sentence."""
    before = line.parsed.text[max(0, number.start - 4) : number.start].lower()
    return before.endswith((" at ", " to ")) and not number.vague and number.low is not None and number.low != int(number.low)


def _measured_noun(line: _Line, verb: int, token: int) -> Noun | None:
    """The noun whose size the verb gives: its subject ("losses exceed 500"), or its object ("put losses at 500")."""
    parsed = line.parsed
    for wanted in ("dobj", "nsubj", "nsubjpass"):
        for child in line.tree.children[verb]:
            if parsed.deps[child] != wanted or child == token or child > token:
                continue
            inside = [index for index in line.tree.subtree(child) if index <= token]
            for index in inside:
                lemma = parsed.lemmas[index].lower()
                kind = classify(lemma, parsed.words[index], (), soldiers=line.people.soldiers)
                noun = noun_behind(parsed, index, singular=True)
                if noun is not None and (noun.fate or kind != "other") and (noun.fate or parsed.tags[index].startswith("NN")):
                    return noun if noun.fate else Noun(index, index, lemma)
    return None
