"""Whom and what a claim names: the words of one sentence told of other names are another statement."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from trendechos.knowledge import countries
from trendechos.languages.en.citing import CALENDAR
from trendechos.languages.en.sources import TITLES
from trendechos.records import Claim, Place
from trendechos.text.normalise import fold, words

# The first letters of a name stand for its forms and spellings.
_STEM = 5
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
# A title of so many words of which so large a share has capitals tells no names.
_WORDS, _TITLE = 6, 0.6


class Name(NamedTuple):
    """A name: the stems of its words in order, codes of what it means, and of the state and province around."""

    stems: tuple[str, ...]
    codes: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    state: bool = False


def names(claim: Claim) -> tuple[Name, ...]:
    """The names in the words of the claim, without those of its speakers and links, each once and in order."""
    places = [place for place in claim.places if claim.span.holds(place.span) and place.span != claim.span]
    taken = tuple((place.span.start - claim.span.start, place.span.end - claim.span.start) for place in places)
    voices = (claim.speaker, *claim.co_speakers, *claim.chain)
    spoken = {stem for one in voices for stem in (*_stems(one.name), *_stems(one.canonical))}
    found = {_place(place, claim.words_at(place.span)) for place in places}
    found.update(_name(name) for name in _capitalised(claim.text, taken) if spoken.isdisjoint(_stems(name)))
    return tuple(sorted((name for name in found if name.stems), key=order))


def order(name: Name) -> tuple[tuple[str, ...], list[str], list[str]]:
    """What names are put in order by."""
    return name.stems, sorted(name.codes), sorted(name.around)


def apart(left: Collection[Name], right: Collection[Name]) -> bool:
    """True when each names somebody or somewhere that the other does not name at all, in part or around it.

    States do not count: news of two sides names now one, now the other.
    """
    return _more(left, right) and _more(right, left)


def _more(one: Iterable[Name], other: Collection[Name]) -> bool:
    return any(not name.state and not any(_alike(name, known) for known in other) for name in one)


def _alike(left: Name, right: Name) -> bool:
    if left.stems[-1] == right.stems[-1]:
        return True
    if len(left.stems) > 1 or len(right.stems) > 1:
        shorter, longer = sorted((left.stems, right.stems), key=len)
        if all(stem in longer for stem in shorter):
            return True
    return not (left.codes.isdisjoint(right.codes | right.around) and right.codes.isdisjoint(left.around))


def _place(place: Place, written: str) -> Name:
    stems = _stems(written) or _stems(place.name)
    own = {"country": place.country, "province": place.adm1}.get(place.precision)
    codes = (own, str(place.geonameid) if place.geonameid is not None else None)
    around = (place.country, place.adm1)
    return Name(stems, _some(codes), _some(around), state=place.precision == "country" or _name(written).state)


def _some(codes: Iterable[str | None]) -> frozenset[str]:
    return frozenset(code for code in codes if code)


@lru_cache(maxsize=1 << 16)
def _name(words_of: str) -> Name:
    plain = words_of.removesuffix("'s").removesuffix("’s")
    state = countries.find(plain) or countries.demonym(plain) or countries.capital_of(plain)
    if state is None:
        return Name(_stems(words_of))
    return Name(_stems(words_of), frozenset((state.code,)), state=True)


@lru_cache(maxsize=1 << 16)
def _stems(name: str) -> tuple[str, ...]:
    kept = (fold(word).removesuffix("'s") for word in words(name))
    return tuple(word[:_STEM] for word in kept if word not in TITLES and word not in CALENDAR)


@lru_cache(maxsize=1 << 16)
def _capitalised(text: str, taken: tuple[tuple[int, int], ...]) -> tuple[str, ...]:
    """Runs of words with capitals outside of what is taken; a lone word that opens a sentence is none."""
    return tuple(_runs(text, taken))


def _runs(text: str, taken: tuple[tuple[int, int], ...]) -> Iterator[str]:
    spans = [match.span() for match in _WORD.finditer(text)]
    large = [span for span in spans if text[span[0]].isupper()]
    if len(spans) >= _WORDS and len(large) > _TITLE * len(spans):
        return
    runs: list[list[int]] = []
    for start, end in large:
        if runs and text[runs[-1][1] : start] in (" ", ". "):
            runs[-1][1] = end
        else:
            runs.append([start, end])
    for start, end in runs:
        opens = not text[:start].rstrip(" \"“‘'(") or text[:start].rstrip(" \"“‘'(")[-1] in ".!?:"
        free = not any(first < end and start < last for first, last in taken)
        if free and (not opens or " " in text[start:end] or _name(text[start:end]).codes):
            yield text[start:end]
