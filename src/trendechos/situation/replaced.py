"""Predictions that their own author later replaced by another of the same matter."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from trendechos.languages.en.outlook import TIME_WORDS
from trendechos.records import Claim, Prediction
from trendechos.situation import matters
from trendechos.situation.topics import Topic

# An author says more of it within as many of his next predictions, or never: it bounds one who makes thousands.
_REACH = 100
_NAME = re.compile(r"(?<=[\w,] )[A-Z][\w’'-]+")


@dataclass(frozen=True, slots=True)
class Ahead:
    """A prediction with what it is about, the party of its author, its key claim and how many pages it has."""

    prediction: Prediction
    about: Topic
    party: str | None
    claim: Claim
    pages: int


@dataclass(frozen=True, slots=True)
class _Worded:
    """A prediction with the words that say what it is about, and the names among them."""

    ahead: Ahead
    words: frozenset[str]
    names: frozenset[str]
    key: tuple[str, ...]


def replaced(register: Iterable[Ahead]) -> list[Prediction]:
    """The predictions; an open one names the first later one by which its author said otherwise."""
    found: list[Prediction] = []
    by_author: dict[str, list[_Worded]] = defaultdict(list)
    for one in register:
        author = one.prediction.author
        if author.kind in ("unnamed", "none") or not author.canonical or not one.about.day:
            found.append(one.prediction)
        else:
            by_author[author.canonical].append(_worded(one))
    for group in by_author.values():
        group.sort(key=lambda one: (one.ahead.about.day or "", one.ahead.prediction.prediction_id))
        found += [_replaced(one, group[at + 1 : at + 1 + _REACH]) for at, one in enumerate(group)]
    return found


def _worded(one: Ahead) -> _Worded:
    text, about = one.claim.text, one.about
    names = frozenset(name.lower() for name in _NAME.findall(text)) - TIME_WORDS
    known = about.family and about.parties and about.place
    key = (
        (about.family or "", *sorted(about.parties), about.place.broad if about.place else "") if known else ()
    )
    return _Worded(one, matters.matter(one.claim), names, key)


def _replaced(one: _Worded, later: Sequence[_Worded]) -> Prediction:
    prediction = one.ahead.prediction
    if prediction.status != "open":
        return prediction
    after = next(
        (each for each in later if each.ahead.about.day != one.ahead.about.day and _otherwise(one, each)), None
    )
    if after is None:
        return prediction
    return replace(prediction, status="superseded", resolved_by=after.ahead.prediction.origin_id)


def _otherwise(one: _Worded, other: _Worded) -> bool:
    """True where `other` says something else of the matter of `one`: of one known by its words, against it."""
    if one.key and one.key == other.key:
        return _foretold(one.ahead) != _foretold(other.ahead)
    return _is_one_matter(one, other) and _against(one.ahead, other.ahead)


def _is_one_matter(one: _Worded, other: _Worded) -> bool:
    """True for most of the words in common, and no name on either side that the other has not."""
    other_names = one.names - other.names and other.names - one.names
    return not other_names and matters.is_one(one.words, other.words)


def _against(one: Ahead, other: Ahead) -> bool:
    """True for yes against no, for another term, or for another number of one kind."""
    terms = [each.by or each.term for each in (one.prediction, other.prediction)]
    if one.claim.polarity != other.claim.polarity or (all(terms) and terms[0] != terms[1]):
        return True
    first, second = _numbers(one), _numbers(other)
    return any(first[kind] != second[kind] for kind in first.keys() & second.keys())


def _numbers(one: Ahead) -> dict[str, list[tuple[float | None, float | None]]]:
    found: dict[str, list[tuple[float | None, float | None]]] = defaultdict(list)
    for number in one.claim.quantities:
        found[f"{number.counts} {number.unit or ''}"].append((number.low, number.high))
    return found


def _foretold(one: Ahead) -> tuple[object, ...]:
    """What makes two predictions on one matter the same: the term, the numbers, yes or no, the condition."""
    numbers = tuple(sorted((str(each.low), str(each.high), each.counts) for each in one.claim.quantities))
    return one.prediction.by, one.prediction.term, numbers, one.claim.polarity, one.prediction.condition
