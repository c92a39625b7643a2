"""One toll told of a town, its province and its country, or with and without the cause that all have."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from trendechos.knowledge.countries import capital_of
from trendechos.languages.en.places import IN_TOWN
from trendechos.records import FATES, Origin
from trendechos.situation.calendar import ordinal
from trendechos.situation.ranges import one_figure
from trendechos.situation.scopes import Scope, stem
from trendechos.situation.subjects import Subject
from trendechos.situation.surroundings import Surroundings
from trendechos.situation.tolls import is_nought
from trendechos.situation.voices import voice_of

# What is counted, its unit, and the key of the place; then the numbers by stretch.
Counted = dict[tuple[str, str, str], dict[str, list[Subject]]]
# Below this two tolls are equal by chance.
_TELLING = 5
# A figure said again within as many days is the same one.
_DAYS = 21
_BY = "by "


def one_cause(bucket: Counted, around: Surroundings) -> None:
    """Drops the cause that most pages with a toll name: it is what the situation is about, named or not."""
    tolls = [key for key in bucket if key[0] in FATES]
    pages = {
        claim.version_id
        for key in tolls
        for group in bucket[key].values()
        for one in group
        for claim in one.claims
    }
    for unit in sorted({unit for _, unit, _ in tolls if unit.startswith(_BY)}):
        cause = unit.removeprefix(_BY)
        naming = sum(any(cause in claim.text.lower() for claim in around.page(page)) for page in pages)
        if naming * 2 <= len(pages):
            continue
        for counts, _, place in [key for key in tolls if key[1] == unit]:
            for window, group in bucket.pop((counts, unit, place)).items():
                bucket[counts, "", place][window] += [_of_all(one) for one in group]


def one_stretch(bucket: Counted) -> None:
    """Takes "so far" for what a plain toll says too, where it is of the size of those of its place and time.

    All who died in a war and those of one night are not of one size.
    """
    for (counts, _, place), windows in bucket.items():
        plain = windows.get("none") if counts in FATES and place else None
        if plain and windows.get("cumulative"):
            sizes = [size for one in plain if (size := _size(one))]
            same = [
                one
                for one in windows["cumulative"]
                if sizes
                and min(sizes) <= 2 * _size(one) <= 4 * max(sizes)
                and any(_is_near(one, each) for each in plain)
            ]
            windows["cumulative"][:] = [one for one in windows["cumulative"] if one not in same]
            plain += same


def _size(subject: Subject) -> float:
    number = subject.measure.quantity if subject.measure else None
    return (number.low or number.high or 0) if number else 0


def one_place(bucket: Counted, around: Surroundings) -> None:
    """Puts a toll told of a place with the one most told of a place around or within it, where it is the same.

    It is the same by its figure, or where its own words do not name the place; one of a whole country then
    only if the same voice tells it. A place that no toll names for itself is only where its pages are dated
    or what else they speak of: such a toll is of the place most told of that its page names too.
    """
    kinds: dict[tuple[str, str, str], dict[str, list[Subject]]] = defaultdict(dict)
    for (counts, unit, place), windows in bucket.items():
        if counts in FATES and counts != "captured" and place:
            for window, group in windows.items():
                kinds[counts, unit, window][place] = group
    for (counts, unit, window), places in sorted(kinds.items()):
        for find in (_moves,) if counts == "displaced" else (_strays, _moves):
            for place, other, moved in find(places, around):
                places[place] = [one for one in places[place] if one not in moved]
                scope = _scope(places[other])
                places[other] = [*places[other], *(_at(one, scope) for one in moved)]
        for place, group in places.items():
            bucket[counts, unit, place][window] = group


def _strays(
    places: Mapping[str, Sequence[Subject]], around: Surroundings
) -> list[tuple[str, str, list[Subject]]]:
    """From where no toll says that it is to the place of the others that its words, or its pages, name.

    To no whole country, of which a page may tell much else.
    """
    scopes = {place: scope for place, group in places.items() if group and (scope := _scope(group))}
    named = {place for place in scopes if any(is_named(one, around) for one in places[place])}
    spots = [place for place in named if scopes[place].precision != "country"]
    found = []
    for place in sorted(scopes.keys() - named):
        by_target: dict[str, list[Subject]] = defaultdict(list)
        for one in places[place]:
            near = {
                (link, -len(places[other]), other)
                for other in spots
                if not (one.measure and is_nought(one.measure.quantity))
                and (link := _link(one, scopes[other], around)) is not None
                and any(_is_near(one, each) for each in places[other])
            }
            if near:
                by_target[min(near)[-1]].append(one)
        found += [(place, other, moved) for other, moved in sorted(by_target.items())]
    return found


def _link(subject: Subject, scope: Scope, around: Surroundings) -> int | None:
    """What `_nearness` gives, worked out once for as long as the origin and its pages stay the same."""
    known = around.once(_links, subject.origin)
    if scope not in known:
        known[scope] = _nearness(subject, scope, around)
    return known[scope]


def _links(origin: Origin, around: Surroundings) -> dict[Scope, int | None]:
    return {}


def _nearness(subject: Subject, scope: Scope, around: Surroundings) -> int | None:
    """How near a toll is to a place: named beside it, on its page, or one around or within it is; None else.

    That its page names the country says as little as that it names a place in it.
    """
    name = _spelled(scope.name)
    if any(name.search(claim.text.lower()) for claim in subject.claims):
        return 0
    named, words = around.once(_on_pages, subject.origin)
    if scope.precision != "country" and (scope in named or name.search(words)):
        return 1
    return 2 if any(scope == other or scope.holds(other) or other.holds(scope) for other in named) else None


@lru_cache(maxsize=10_000)
def _spelled(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(stem(name))}\b")


def _on_pages(origin: Origin, around: Surroundings) -> tuple[frozenset[Scope], str]:
    """The places that the pages of an origin name, and all that is claimed there, in lower case."""
    pages = sorted({claim.version_id for claim in around.held(origin)})
    claims = [claim for page in pages for claim in around.page(page)]
    named = frozenset(around.scopes.of(place) for claim in claims for place in claim.places)
    return named, " ".join(claim.text.lower() for claim in claims)


def _moves(
    places: Mapping[str, Sequence[Subject]], around: Surroundings
) -> list[tuple[str, str, list[Subject]]]:
    """From which place to which other, and what of it is the same toll."""
    scopes = {place: scope for place, group in places.items() if group and (scope := _scope(group))}
    found = []
    for place, scope in sorted(scopes.items()):
        nested = [
            other
            for other, wide in scopes.items()
            if (wide.holds(scope) or scope.holds(wide))
            and _rank(places, scopes, other) > _rank(places, scopes, place)
        ]
        if nested:
            other = max(nested, key=lambda one: _rank(places, scopes, one))
            moved = [
                one
                for one in places[place]
                if _is_told(one, places[other])
                or (scopes[other].precision != "country" and _is_beside(one, places[other]))
                or not (is_named(one, around) or _is_apart(one, scopes[other], places[other]))
            ]
            if moved:
                found.append((place, other, moved))
    return found


def _rank(
    places: Mapping[str, Sequence[Subject]], scopes: Mapping[str, Scope], place: str
) -> tuple[int, bool, str]:
    return len(places[place]), scopes[place].precision in ("country", "province"), place


def _scope(group: Sequence[Subject]) -> Scope | None:
    return group[0].measure.scope if group and group[0].measure else None


def _is_apart(subject: Subject, scope: Scope, others: Iterable[Subject]) -> bool:
    """True for a toll of a province and those of a place in it, and for those of a country by other voices."""
    own = subject.measure.scope if subject.measure else None
    if own is None or own.holds(scope):
        return own is None or own.precision != "country"
    return scope.precision == "country" and not _is_heard(subject, others)


def _is_heard(subject: Subject, others: Iterable[Subject]) -> bool:
    """True when the voice of `subject` gives another of the numbers at about the same time."""
    own = voice_of(subject.origin)
    return own is not None and any(voice_of(one.origin) == own and _is_near(subject, one) for one in others)


def is_named(subject: Subject, around: Surroundings) -> bool:
    """True when the words of a claim name the place of its number; a capital may stand for its government."""
    scope = subject.measure.scope if subject.measure else None
    return scope is not None and any(
        claim.span.holds(place.span)
        and around.scopes.of(place).key == scope.key
        and (
            capital_of(place.name) is None or IN_TOWN.search(claim.text[: place.span.start - claim.span.start])
        )
        for claim in subject.claims
        for place in claim.places
    )


def _is_told(subject: Subject, others: Iterable[Subject]) -> bool:
    """True when others give the same figure, and no small one, at about the same time."""
    number = subject.measure.quantity if subject.measure else None
    if number is None or max(number.low or 0, number.high or 0) < _TELLING:
        return False
    return any(
        other.measure is not None and one_figure(number, other.measure.quantity) and _is_near(subject, other)
        for other in others
    )


def _is_near(subject: Subject, other: Subject) -> bool:
    days = [ordinal(one.topic.day or "") for one in (subject, other)]
    return None in days or abs((days[0] or 0) - (days[1] or 0)) <= _DAYS


def _is_beside(subject: Subject, others: Iterable[Subject]) -> bool:
    """True when a page that gives the figure without a place gives one of `others` too: side by side."""
    bare = {
        claim.version_id
        for claim in subject.claims
        if not any(claim.span.holds(place.span) for place in claim.places)
    }
    return any(claim.version_id in bare for other in others for claim in other.claims)


def _at(subject: Subject, scope: Scope | None) -> Subject:
    """The subject with its number told of that place."""
    return replace(subject, measure=replace(subject.measure, scope=scope)) if subject.measure else subject


def _of_all(subject: Subject) -> Subject:
    """The subject with its number told of no cause apart."""
    return replace(subject, measure=replace(subject.measure, unit="")) if subject.measure else subject
