"""Time expressions in a report and the moments that they mean."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from trendechos.languages.en import times as words
from trendechos.languages.en.places import STREET_BEHIND
from trendechos.reading import time_calendar as cal
from trendechos.reading.time_clock import clocked, lengths
from trendechos.reading.time_rules import Frame, Tense, compiled
from trendechos.records import Moment, ParsedSentence, Report, Sentence, Span, Timex
from trendechos.text.normalise import small

# "Ever since the early " has 21 letters; more white space than these allow for stands in no sentence.
_MOST_LED = 40
_SINCE = re.compile(r"\b(?:ever\s+)?since\s+(?:the\s+)?(?:early\s+|late\s+)?$", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|till|through)\s+(?:the\s+)?(?:early\s+|late\s+)?$", re.IGNORECASE)
_MONTH_LEAD = re.compile(rf"\b(?:{'|'.join(words.PREPOSITIONS)})[\s-]+$", re.IGNORECASE)
# What a year may not be followed by: then it counts ("2000 soldiers") or is a part of a larger figure.
_COUNTED = re.compile(
    r"\s+(?:people|men|women|soldiers|troops|children|civilians|others|more|km|kilomet|miles|met(?:er|re)s|feet|tons|tonnes|dollars|euros"
    r"|percent|per\s+cent|million|billion|thousand|times|votes|seats|jobs|cases|homes|families|residents|students|workers)"
)
# With a word between ("2000 Chadian troops") only where no preposition makes it a year ("in 2000 Chadian ...").
_COUNTED_PEOPLE = re.compile(
    r"\s+[A-Z][a-z]+\s+(?:people|soldiers|troops|civilians|fighters|refugees|migrants|workers)\b"
)
_DATED = re.compile(r"\b(?:in|of|since|by|until|during|before|after|from)\s+$", re.IGNORECASE)
_CLOCK = re.compile(r"\s?(?:GMT|UTC|BST|CET|EST|EDT|IST|hours|hrs|local\s+time)\b")
_FIGURE = re.compile(r"\d")
# A dateline stands in the first lines.
_DATELINE_REACH = 600
_APPROXIMATE = re.compile(r"\b(?:about|around|some|nearly|almost|over|than|least|to)\s+$", re.IGNORECASE)


# Every expression holds a figure or one of these words; most sentences have neither.
_WORD = re.compile(r"[a-z]+")
_NEEDED = frozenset(
    [
        *words.MONTHS, *words.WEEKDAYS, *words.SEASONS, *words.UNITS, "fortnights", "mornings", "afternoons",
        "evenings", "midday", "middays", "noon", "noons", "quarter", "today", "yesterday", "tomorrow",
        "tonight",
    ]
)  # fmt: skip


def _hinted(text: str) -> bool:
    """False for a sentence that surely holds no time."""
    return _FIGURE.search(text) is not None or not _NEEDED.isdisjoint(_WORD.findall(small(text)))


def find(report: Report, sentences: tuple[Sentence, ...], dateline: Span | None = None) -> tuple[Timex, ...]:
    """The time expressions of a report in order of position, each with the moment it means.

    Relative expressions count from the day of the dateline, else of publication; in a report dated to
    neither day their moment is None, and so is that of an expression that says too little ("several
    days ago"). "The day before" counts from the day spoken of last. Precision is that of the words.
    """
    anchor = _anchor(report, dateline)
    found: list[Timex] = []
    named = _Named()
    for sentence in sentences:
        found.extend(_in_sentence(sentence, anchor, named))
    found.extend(_framed(report, sentences, anchor))
    return tuple(sorted(found, key=lambda timex: (timex.span.field != "title", timex.span)))


def _framed(report: Report, sentences: tuple[Sentence, ...], anchor: date | None) -> Iterator[Timex]:
    """The full dates in what frames the article: date lines, the dateline, captions."""
    pattern, rules = compiled()
    edge = 0
    ends = [sentence.span for sentence in sentences if sentence.span.field == "text"]
    for start, end in [*((span.start, span.end) for span in ends), (len(report.text), len(report.text))]:
        between = report.text[edge : max(edge, start)]
        if len(between) > 5 and any(character.isdigit() for character in between):
            for match in pattern.finditer(small(between)):
                name = str(match.lastgroup)[2:]
                exact = (
                    rules[name][0].match(between, match.start())
                    if name in ("iso", "daymonth", "monthday")
                    else None
                )
                if exact is None or (
                    name != "iso" and not exact["year"] and edge + exact.start() > _DATELINE_REACH
                ):
                    continue
                moment = rules[name][1](exact, Frame(anchor, None, None, _no_tense))
                yield Timex(exact[0], Span(edge + exact.start(), edge + exact.end()), moment)
        edge = max(edge, end)


def _anchor(report: Report, dateline: Span | None) -> date | None:
    published = date.fromisoformat(report.published_on) if report.published_on else None
    if dateline is None:
        return published
    text = report.words(dateline.field)[dateline.start : dateline.end]
    _, rules = compiled()
    for name in ("daymonth", "monthday"):
        pattern, rule = rules[name]
        if match := pattern.search(text):
            # Datelines may be dated a day ahead of the page where the page's zone lies behind.
            base = cal.shifted(published, 2) if published else None
            moment = rule(match, Frame(base, None, None, _no_tense))
            if (
                moment is not None
                and moment.day
                and (published is None or abs((date.fromisoformat(moment.day) - published).days) < 60)
            ):
                return date.fromisoformat(moment.day)
    return published


@dataclass(slots=True)
class _Named:
    """The day named last in a report, and the first day of the month named last."""

    day: date | None = None
    month: date | None = None

    def note(self, moment: Moment | None) -> None:
        """Keeps what `moment` names, when it is one day or one month."""
        if moment is None or "/" in moment.value or moment.precision == "year":
            return
        self.month = date.fromisoformat(f"{moment.value[:7]}-01")
        self.day = date.fromisoformat(moment.day) if moment.day else self.day


def _in_sentence(sentence: Sentence, anchor: date | None, named: _Named) -> Iterator[Timex]:
    if not _hinted(sentence.parsed.text):
        return
    found = clocked(sentence.parsed.text, sentence.span, list(_dated(sentence, anchor, named)))
    yield from found
    yield from lengths(sentence.parsed.text, sentence.span, found)


def _dated(sentence: Sentence, anchor: date | None, named: _Named) -> Iterator[Timex]:
    """The expressions of a sentence that name days or coarser times."""
    text = sentence.parsed.text
    pattern, rules = compiled()
    for match in pattern.finditer(small(text)):
        name = str(match.lastgroup)[2:]
        inner, rule = rules[name]
        exact = inner.match(text, match.start())
        if exact is None or not _stands(name, exact, text):
            continue
        start, end = exact.span()
        near = max(0, start - _MOST_LED)
        since, until = _SINCE.search(text, near, start), _UNTIL.search(text, near, start)
        tense = _past if since else partial(_tense, sentence.parsed, start)
        moment = rule(_units(exact), Frame(anchor, named.day, named.month, tense))
        if moment is not None and "/" not in moment.value:
            if since:
                moment = cal.stretch(moment, None)
                start = since.start()
            elif until:
                moment = cal.stretch(None, moment)
                start = until.start()
        named.note(moment)
        base = sentence.span
        yield Timex(text[start:end], Span(base.start + start, base.start + end, base.field), moment)


def _stands(name: str, match: re.Match[str], text: str) -> bool:
    """False for what only looks like a time: "may" and "march" as verbs, 2000 as a count, names."""
    start, end = match.span()
    if name == "month":
        return match["month"][0].isupper() and _is_month(match, text[max(0, start - 12) : start])
    if name in ("weekday", "daymonth", "monthday"):
        return match["name" if name == "weekday" else "month"][0].isupper()
    if name == "year":
        before = text[max(0, start - 9) : start]
        counts = _COUNTED.match(text, end) or (_COUNTED_PEOPLE.match(text, end) and not _DATED.search(before))
        led = _CLOCK.match(text, end) or _APPROXIMATE.search(before) or counts or STREET_BEHIND.match(text, end)
        return not (led or text[end : end + 1] in ("/", "-", "'"))
    if name == "years":
        first, second = match["y1"], match["y2"]
        return not _COUNTED.match(text, end) and first[-len(second) :] < second
    return True


def _is_month(match: re.Match[str], before: str) -> bool:
    """True when a capitalised month name is one: with a year, a part or a preposition, or beyond doubt."""
    if match["year"] or match["which"] or match["behind"] or match["part"] or _MONTH_LEAD.search(before):
        return True
    word = match["month"]
    return word.rstrip(".").lower() not in words.UNSURE_MONTHS and (len(word) > 3 or word.endswith("."))


def _no_tense() -> Tense:
    return "open"


def _past() -> Tense:
    """Whatever the verb, "since March" looks back."""
    return "past"


def _tense(parsed: ParsedSentence, position: int) -> Tense:
    """The tense of the verb that the words at `position` belong to; will, is to and plans to lie ahead."""
    token = max(0, bisect_right(parsed.starts, position) - 1)
    for _ in range(len(parsed.words)):
        if parsed.poses[token] in ("VERB", "AUX"):
            return "ahead" if _appointed(parsed, token, position) else _verb_tense(parsed, token)
        if parsed.poses[token] in ("ADJ", "NOUN", "PROPN") and parsed.lemmas[token].lower() in words.TERMS:
            return "ahead"
        head = parsed.heads[token]
        if head == token:
            return "open"
        token = head
    return "open"


def _appointed(parsed: ParsedSentence, verb: int, position: int) -> bool:
    """True for a day that is set for something ("is expected on", "put off until", "had until")."""
    lemma, helping = parsed.lemmas[verb].lower(), _auxiliaries(parsed, verb)
    if parsed.tags[verb] == "VBN" and lemma in words.APPOINTING and "had" not in helping:
        return "auxpass" in {parsed.deps[token] for token, head in enumerate(parsed.heads) if head == verb}
    lead = parsed.text[:position].lower().split()[-1:]
    if lemma in words.MOVING:
        return lead in (["to"], ["until"], ["from"])
    return lemma in words.GRANTING and lead == ["until"]


def _auxiliaries(parsed: ParsedSentence, verb: int) -> set[str]:
    """The words that help a verb, in small letters."""
    return {
        parsed.words[token].lower() for token, head in enumerate(parsed.heads)
        if head == verb and parsed.deps[token] in ("aux", "auxpass")
    }  # fmt: skip


def _verb_tense(parsed: ParsedSentence, verb: int) -> Tense:
    if parsed.tags[verb] == "VBD":
        return "past"
    if parsed.deps[verb] == "conj" and parsed.tags[verb] == "VB" and parsed.heads[verb] < verb:
        return _verb_tense(parsed, parsed.heads[verb])
    lemmas = _auxiliaries(parsed, verb)
    if lemmas & {"will", "shall", "'ll", "’ll", "wo", "would"} and "have" not in lemmas:
        return "ahead"
    if lemmas & {"had", "was", "were", "did"}:
        return "past"
    return "ahead" if _to_come(parsed, verb, lemmas) else "open"


def _to_come(parsed: ParsedSentence, verb: int, auxiliaries: set[str]) -> bool:
    """True for "is to", "plans to", "is travelling" and the present of a condition ("if they win in May")."""
    head = parsed.heads[verb]
    if "to" in auxiliaries and head == verb:
        return True  # a headline: "Rebels to free captives on Friday"
    if "to" in auxiliaries and parsed.deps[verb] in ("xcomp", "acl", "advcl"):
        ruling = parsed.lemmas[head].lower()
        if ruling in words.FUTURE_NOUNS or (ruling == "be" and parsed.tags[head] in ("VBZ", "VBP")):
            return True
    if parsed.tags[verb] in ("VBP", "VBZ"):
        marks = {parsed.words[token].lower() for token, above in enumerate(parsed.heads) if above == verb}
        # "That begins on Sunday": the present of what is arranged.
        return parsed.lemmas[verb] in words.ARRANGED_VERBS or not marks.isdisjoint({"if", "unless", "once"})
    coming = parsed.tags[verb] == "VBG" and not auxiliaries.isdisjoint({"is", "are"})
    return coming and parsed.lemmas[verb] in words.COMING_VERBS


class _Units:
    """A match whose alternatives for the unit are read under one name."""

    __slots__ = ("_match",)

    def __init__(self, match: re.Match[str]) -> None:
        self._match = match

    def __getitem__(self, name: str) -> str | None:
        groups = self._match.groupdict()
        if name == "unit":
            return groups.get("unit") or groups.get("unit2") or groups.get("unit3") or groups.get("unit4")
        return groups[name]

    def __getattr__(self, name: str) -> object:
        return getattr(self._match, name)


def _units(match: re.Match[str]) -> re.Match[str]:
    return _Units(match) if "unit2" in match.re.groupindex else match  # type: ignore[return-value]
