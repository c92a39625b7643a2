"""Quantities in a report: numbers with unit, qualifier, what they count, scope and window."""

from __future__ import annotations

import re
from dataclasses import replace

from trendechos.languages.en import numbers as words
from trendechos.languages.en.measures import counted, units
from trendechos.reading import number_context as context
from trendechos.reading.number_counts import (
    Noun,
    classify,
    fate_of,
    in_camps,
    noun_after_of,
    noun_behind,
    people,
    suffered,
    verbs_with,
)
from trendechos.reading.number_elided import body, elided
from trendechos.reading.number_forms import Number, hinted, join_ranges, scan
from trendechos.reading.number_line import PEOPLE_COUNTS, Line, bounds, qualified, record, words_of
from trendechos.reading.number_measures import age, compound, measured, share
from trendechos.reading.number_names import is_name_or_year, is_score, is_year_before, no_count
from trendechos.reading.number_people import People, survey
from trendechos.records import TOLLS, Counts, Quantity, Report, Sentence
from trendechos.text.tree import grown

_BEFORE_NOUN = frozenset({*words.MORE_AFTER, "total", "combined"})
_BODIES = (
    "brigade", "battalion", "division", "company", "regiment", "platoon", "squad", "corps", "army",
    "contingent",
    "column", "unit", "fleet", "group",
)  # fmt: skip
_FORMATION = re.compile(
    rf"\b(?P<words>an?\s+(?:\w+\s+)?(?:{'|'.join(_BODIES)}))\s+of\s+(?!the\b|his\b|its\b|their\b)",
    re.IGNORECASE,
)


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
        formations = _has_formation(text)
        numbers = (
            [one for one in join_ranges(scan(text), text) if not no_count(one, text)] if hinted(text) else []
        )
        if not numbers and not formations:
            continue
        named = survey(sentences) if named is None else named
        line = Line(sentence, grown(sentence.parsed), numbers, named, index)
        for quantity in _quantities(line, last):
            if quantity.counts in PEOPLE_COUNTS or people((quantity.unit or "").split(" ")[-1]):
                last = quantity
            found.append(quantity)
    return tuple(found)


def _is_former(line: Line, number: Number) -> bool:
    """True for a count that another replaces: "rose from 12 to 20", "lowered to 38 from 41"."""
    if number.unit is not None or number.currency is not None or number.part or number.ranged:
        return False
    return context.replaced(line.parsed.text, number.first)


def _has_formation(text: str) -> bool:
    low = text.lower()
    return " of" in low and any(body in low for body in _BODIES) and _FORMATION.search(text) is not None


def _yes(_: str) -> Counts:
    return "troops"


def _quantities(line: Line, last: Quantity | None) -> list[Quantity]:
    found: list[Quantity] = []
    covered = 0
    for index, number in enumerate(line.numbers):
        following = line.numbers[index + 1] if index + 1 < len(line.numbers) else None
        if number.start < covered and number.unit is None:
            continue  # the figure in the name of what was counted: "two new 737 Max jets"
        quantity = _quantity(line, number, following, found[-1] if found else last)
        if quantity is not None:
            covered = _covered(line, number, quantity)
            found.append(replace(quantity, former=_is_former(line, number)))
    for match in _FORMATION.finditer(line.parsed.text):
        noun = noun_behind(line.parsed, line.token(match.end()))
        end = line.parsed.end(noun.last) if noun else match.end() + 16
        if any(match.end() <= number.end and number.first < end for number in line.numbers):
            continue  # "a brigade of 3,000 soldiers" is counted by its number
        if (
            noun is not None
            and classify(noun.lemma, line.parsed.words[noun.last], (), soldiers=_yes) == "troops"
        ):
            found.append(
                record(line, match.start(), match.end("words"), unit=words_of(line, noun), counts="troops")
            )
    return _scoped(line, sorted(found, key=lambda quantity: quantity.span))


def _scoped(line: Line, found: list[Quantity]) -> list[Quantity]:
    """`found` with the place behind joined counts given to all of them: "killed 5 and hurt 20 in Derna"."""
    for index in range(len(found) - 2, -1, -1):
        here, behind = found[index], found[index + 1]
        if (
            here.scope is None
            and behind.scope
            and here.counts in PEOPLE_COUNTS
            and behind.counts in PEOPLE_COUNTS
        ):
            base = line.sentence.span.start
            gap = line.parsed.text[here.span.end - base : behind.span.start - base]
            if not re.search(r"[,;:.]\s|\bthat\b|\bwhile\b", gap):
                found[index] = replace(here, scope=behind.scope)
    return found


def _covered(line: Line, number: Number, quantity: Quantity) -> int:
    """Where the words of the counted noun end, when they follow the number."""
    unit = quantity.unit or ""
    at = line.parsed.text.find(unit, number.end, number.end + len(unit) + 24) if unit else -1
    return at + len(unit) if at >= 0 else number.tail


def _quantity(line: Line, number: Number, following: Number | None, last: Quantity | None) -> Quantity | None:
    if number.unit is not None or number.currency is not None:
        return measured(line, number, last)
    if number.hyphen or number.part:
        return compound(line, number) if number.hyphen else share(line, number)
    noun, head = _counted(line, number)
    if noun is None:
        return _bare(line, number, head, following, last)
    if number.plain and is_year_before(line, number, noun):
        return None
    quantity = _plain(line, number, noun, head, following)
    of_people = quantity.counts in PEOPLE_COUNTS
    if number.vague == "small" and not of_people and not people(line.parsed.words[noun.last]):
        return None
    single = line.parsed.text[number.start : number.end].lower() == "one"
    far = noun.first - line.token(number.start) > 3
    return None if single and far and not of_people else quantity


def _bare(
    line: Line, number: Number, head: int, following: Number | None, last: Quantity | None
) -> Quantity | None:
    """A number without a noun behind it: an age, or one whose noun the text leaves out."""
    if is_name_or_year(line, number) or is_score(line.parsed.text, number):
        return None
    return age(line, number) or elided(line, number, _plain(line, number, None, head, following), last)


def _counted(line: Line, number: Number) -> tuple[Noun | None, int]:
    """The counted noun of a number, and the token that stands for it in the parse."""
    parsed = line.parsed
    token = line.token(number.end - 1)
    _, end = context.qualifier_after(parsed.text, number.end)
    skip = line.token(end - 1) + 1
    while skip < len(parsed.words) and parsed.words[skip].lower() in _BEFORE_NOUN:
        skip += 1
    singular = number.low is not None and (number.low == 1 or abs(number.low) < 1)
    noun = noun_behind(parsed, skip, singular=singular)
    if noun is None and skip != token + 1:
        noun = noun_behind(parsed, token + 1)
    if noun is None and token + 1 < len(parsed.words) and parsed.words[token + 1].lower() == "of":
        noun = noun_after_of(parsed, token + 1)
    elif noun is None and number.vague == "small" and parsed.words[token].lower() == "of":
        noun = noun_behind(parsed, token + 1)
    if noun is None:
        return None, token
    return noun, noun.last if noun.fate is None else token


def _plain(line: Line, number: Number, noun: Noun | None, head: int, following: Number | None) -> Quantity:
    """A count of people or things, or a bare number."""
    parsed, text, children = line.parsed, line.parsed.text, line.tree.children
    qualifier, start, end = qualified(line, number, number.end)
    low, high, qualifier = bounds(number, qualifier)
    verbs = verbs_with(parsed, children, head)
    counts, unit = _kind(line, number, noun, verbs)
    behind = parsed.end(noun.last) if noun else end
    limit = min(following.first if following else len(text), behind + 70)
    after = re.split(r"[;.]\s", text[behind:limit])[0]
    planned = counts not in _FATES and context.planned(parsed, children, verbs)
    placed = counts != "other" or noun is None or people(parsed.words[noun.last])
    stop = line.token(following.first) if following else len(parsed.words)
    reach = (line.token(number.first), noun.last if noun else head)
    return record(
        line, start, end, low=low, high=high, qualifier=qualifier, unit=unit, counts=counts,
        change=context.change(text, start, end, measure=False, bare=noun is None),
        window="planned" if planned else context.window(text[max(0, start - 40) : start], after),
        scope=context.scope(parsed, children, *reach, stop=stop) if placed else None,
    )  # fmt: skip


# Who is found or pulled out of rubble is not counted as a force, however much the report speaks of soldiers.
_SAVED = frozenset({"find", "rescue", "pull", "trap", "bury", "free", "hand", "release"})
# "Verified the deaths of at least 31 people".
_DEATHS_OF = re.compile(r"\b(?:deaths?|killings?|murders?) of (?:[\w-]+ ){0,4}$", re.IGNORECASE)
_LIVES_OF = re.compile(
    r"\b(?:cost|claim(?:ed|ing|s)?|took|tak(?:en|ing)) (?:the )?lives of (?:[\w-]+ ){0,4}$", re.IGNORECASE
)
# Nobody plans these, whatever is planned on their account.
_FATES = TOLLS | {"missing"}


def _kind(line: Line, number: Number, noun: Noun | None, verbs: tuple[int, ...]) -> tuple[Counts, str | None]:
    """What the number counts, and the counted noun as written or the measure that it names."""
    if noun is None:
        return "other", None
    parsed, unit = line.parsed, words_of(line, noun)
    lemmas = tuple(parsed.lemmas[verb].lower() for verb in verbs if _borne(line, noun.last, verb))
    word = parsed.words[noun.last]
    counts = noun.fate or classify(noun.lemma, word, lemmas, soldiers=line.people.soldiers)
    if counts in ("civilians", "troops", "casualties") or people(word):
        counts = fate_of(parsed, line.tree.children, verbs) or counts
    before = parsed.text[: number.start]
    if (counts in ("civilians", "troops") and _DEATHS_OF.search(before)) or _LIVES_OF.search(before):
        counts = "killed"
    if counts == "civilians" and in_camps(parsed, line.tree.children, verbs):
        counts = "displaced"
    if noun.lemma == "man" and counts in ("civilians", "troops"):
        force = counts == "troops" or _force(line, number, lemmas)
        return "troops" if force and _SAVED.isdisjoint(lemmas) else "civilians", unit
    if counts == "other" and people(word):
        return body(line, noun.last) or counts, unit
    if counts == "other" and (measure := units().get(unit.lower()) or units().get(word.lower())):
        return measure.counts, measure.name
    return counts, unit


def _borne(line: Line, noun: int, verb: int) -> bool:
    """True unless the verb is a harm that the noun does to others; losing is borne by who loses."""
    harms = counted()["verb_killed"] | counted()["verb_wounded"] | counted()["verb_captured"]
    if line.parsed.lemmas[verb].lower() not in harms:
        return True
    return suffered(line.parsed, line.tree.children, noun, verb)


def _force(line: Line, number: Number, verbs: tuple[str, ...]) -> bool:
    """True for men in their hundreds, or sent somewhere, without women and children beside them."""
    if not {"woman", "child", "boy", "girl"}.isdisjoint(line.parsed.lemmas):
        return False
    return (number.low or 0) >= 500 or any(verb in counted()["moved"] for verb in verbs)
