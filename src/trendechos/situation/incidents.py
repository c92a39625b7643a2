"""Tolls of one land that are of different happenings: what somebody did, and a mishap."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from trendechos.languages.en.causes import HAPPENED, UNNAMED, Cause
from trendechos.records import TOLLS, Origin
from trendechos.situation.nesting import Counted, is_named
from trendechos.situation.subjects import Subject
from trendechos.situation.surroundings import Surroundings
from trendechos.situation.topics import most

# A word tells a cause where so many of the tolls with it have that cause (own judgement).
_PURE = 0.7
# Beside a single toll any word stands by chance; not so who was killed in it.
_LEAST = 2
_TOLLS = TOLLS | {"missing"}


def by_cause(bucket: Counted, around: Surroundings) -> None:
    """Parts the tolls of a land by violence and mishap where it has both; each then names its happening.

    The cause of a toll is told beside its number, else by what others tell of the same people ("miners"),
    of the same words and names, else by the title of its page. Who came to harm goes before what stands
    nearest, since people protest over the deaths in a mishap.
    """
    plain = [what for what in bucket if what[0] in _TOLLS and not what[1]]
    tolls = [one for what in plain for group in bucket[what].values() for one in group]
    happenings: dict[tuple[str, Cause], list[Subject]] = defaultdict(list)
    causes = _causes(tolls)
    for one in tolls:
        if cause := causes.get(one.origin.origin_id):
            happenings[_land(one, around), cause].append(one)
    units = {
        one.origin.origin_id: f"in the {_name(cause, group)}"
        for (land, cause), group in happenings.items()
        if all((land, each) in happenings for each in UNNAMED)
        for one in group
    }
    for counts, _, place in plain:
        for window, group in bucket[counts, "", place].items():
            for one in [one for one in group if one.origin.origin_id in units]:
                unit = units[one.origin.origin_id]
                group.remove(one)
                bucket[counts, unit, place][window].append(_of(one, unit))


def _causes(tolls: Sequence[Subject]) -> dict[str, Cause]:
    """The cause of each origin's toll, as far as it is told; by origin."""
    told = {one.origin.origin_id: one.measure.told for one in tolls if one.measure and one.measure.told}
    found = {one: each.cause for one, each in told.items() if each.cause}
    words: dict[str, Cause] = {}
    for _ in range(2):  # "miners" by "methane", then "Aktas" by "miners"
        people = _learnt(((found[one], [told[one].who or ""]) for one in found), 1)
        words = _learnt(((found[one], told[one].beside) for one in found), _LEAST)
        near = {one: _voted(each.beside, words) for one, each in told.items()}
        found = {
            one: cause
            for one, each in told.items()
            if (cause := people.get(each.who or "") or each.cause or near[one])
        }
    return {
        one: cause
        for one, each in told.items()
        if (cause := found.get(one) or each.title or _voted(each.titled, words))
    }


def _learnt(told: Iterable[tuple[Cause, Iterable[str]]], least: int) -> dict[str, Cause]:
    """The words that mostly stand with one cause, in `least` tolls or more."""
    with_word: dict[str, Counter[Cause]] = defaultdict(Counter)
    for cause, words in told:
        for word in words:
            with_word[word][cause] += 1
    found = {}
    for word, counter in with_word.items():
        (cause, many), *_ = sorted(counter.most_common(), key=lambda one: (-one[1], one[0]))
        if word and many >= max(least, _PURE * counter.total()):
            found[word] = cause
    return found


def _voted(words: Iterable[str], learnt: Mapping[str, Cause]) -> Cause | None:
    """The cause that most of the words tell; None where as many tell the other."""
    votes = Counter(learnt[word] for word in words if word in learnt)
    ranked = votes.most_common(2)
    return ranked[0][0] if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]) else None


def _name(cause: Cause, tolls: Sequence[Subject]) -> str:
    """What most tolls call the happening."""
    near = (one.measure.told.near for one in tolls if one.measure and one.measure.told)
    words = Counter(word for text in near for word in HAPPENED[cause].findall(text))
    return min(words, key=lambda word: (-words[word], word), default=UNNAMED[cause])


def _land(subject: Subject, around: Surroundings) -> str:
    """The country of a toll: of the place that its words name, else the one most named on its pages."""
    scope = subject.measure.scope if subject.measure else None
    if scope is None:
        return ""
    if is_named(subject, around):
        return scope.country or scope.key
    return around.once(_of_pages, subject.origin) or scope.country or scope.key


def _of_pages(origin: Origin, around: Surroundings) -> str | None:
    pages = sorted({claim.version_id for claim in around.held(origin)})
    return most(place.country for page in pages for claim in around.page(page) for place in claim.places)


def _of(subject: Subject, unit: str) -> Subject:
    return replace(subject, measure=replace(subject.measure, unit=unit)) if subject.measure else subject
