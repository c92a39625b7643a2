"""What of a claim and its report is compared, worked out once a claim."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from trendechos.languages.en.alike import alike
from trendechos.languages.en.events import classes
from trendechos.records import Claim, Moment, Place, Report, Speaker
from trendechos.records.codec import content_id
from trendechos.text.normalise import fold, words
from trendechos.text.shingles import shingles

# The first letters stand for a family of words ("deploy", "deployment"); five kept the most dev pairs apart.
STEM = 5
_NAMED = re.compile(r"(?<![.!?\"“] )(?<!^)\b[A-Z][\w'’-]+")


@dataclass(frozen=True, slots=True)
class Profile:
    """A claim with everything that features compare; days are proleptic ordinals, None where not stated.

    `said` is the first and last day on which it can have been said, None where that is no more than
    the day of the page; `published` is that day. `content` has its lemmas without names, numbers and the
    speaker's own words by what they are compared by, `classes` those keys that stand for a class of nouns,
    `credits` whom the page credits on the way, `routes` these and the page's own outlet, `told` the outlets
    among the former.
    """

    claim: Claim
    speakers: tuple[Speaker, ...]
    said: tuple[int, int] | None
    published: int | None
    content: Mapping[str, str]
    classes: frozenset[str]
    lemmas: frozenset[str]
    wordset: frozenset[str]
    wording: frozenset[str]
    places: frozenset[str]
    outlet: str
    credits: frozenset[str]
    routes: frozenset[str]
    told: frozenset[str]


def profile(claim: Claim, report: Report | None = None) -> Profile:
    """The claim ready for comparison; without its report, page date and outlet count as unknown."""
    named = frozenset(fold(name).removesuffix("'s") for name in _NAMED.findall(claim.text))
    spoken = frozenset(word for speaker in (claim.speaker, *claim.chain) for word in words(speaker.name))
    cue = frozenset(words(claim.cue.text)) if claim.cue else frozenset()
    # "About", "some" before a figure are the figure's: it is compared on its own.
    counted = frozenset(word for quantity in claim.quantities for word in words(quantity.words))
    lemmas = frozenset(fold(lemma) for lemma in claim.lemmas) - spoken - cue - counted
    content = {_concept(lemma): lemma for lemma in sorted(lemmas - named) if not lemma[:1].isdigit()}
    spelled = words(claim.text)
    outlet = fold(report.outlet or "") if report else ""
    passed = {fold(link.canonical) for link in claim.chain if link.canonical}
    if claim.speaker.kind == "outlet":
        passed.add(fold(claim.speaker.canonical))
    return Profile(
        claim=claim,
        speakers=_speakers(claim),
        said=None if _page_day(claim, report) else days(claim.said_when),
        published=_day(report.published_on) if report else None,
        content=content,
        classes=frozenset(word for word in content if word.isupper()),
        lemmas=lemmas,
        wordset=frozenset(spelled),
        wording=shingles(spelled, 4),
        places=frozenset(place_key(place.name) for place in claim.places if _says(claim, place)),
        outlet=outlet,
        credits=frozenset(passed),
        routes=frozenset(passed | ({outlet} if outlet else set())),
        told=frozenset(fold(link.canonical) for link in claim.chain if link.kind == "outlet"),
    )


def _says(claim: Claim, place: Place) -> bool:
    """False for a place carried on from an earlier sentence: two pages may have taken it from elsewhere."""
    return place.span.field != claim.span.field or claim.span.holds(place.span) or place.span.start == 0


def _page_day(claim: Claim, report: Report | None) -> bool:
    """True when the day is the page's own: it stands for statements of the days before as well."""
    if report is None or claim.said_when is None or report.published_on is None:
        return False
    return claim.said_when.day == report.published_on


def _speakers(claim: Claim) -> tuple[Speaker, ...]:
    """The speakers; a person through whom an outlet has it counts for the outlet."""
    if claim.speaker.kind == "outlet":
        people = tuple(link for link in claim.chain if link.kind == "person")
        return tuple(map(_anywhere, people[-1:])) or (_anywhere(claim.speaker),)
    return tuple(map(_anywhere, (claim.speaker, *claim.co_speakers)))


def _anywhere(speaker: Speaker) -> Speaker:
    """The speaker wherever named, so that one named alike on two pages is equal."""
    return replace(speaker, span=None)


def signature(made: Profile) -> str:
    """Everything that features read of a claim but its page and outlet: equal for exact copies of one claim."""
    claim = made.claim
    return content_id(
        "twin",
        [(one.kind, one.canonical, one.name, one.party) for one in (*made.speakers, *claim.chain)],
        [made.said, made.published, claim.type, claim.polarity, claim.status],
        [(one.low, one.high, one.counts, one.unit, one.scope, one.window) for one in claim.quantities],
        [sorted(made.lemmas), sorted(made.wording), sorted(made.places)],
    )


# Words that say what sort of place follows or precedes a name and do not tell places apart.
_SORTS = frozenset((
    "oblast", "region", "province", "state", "district", "area", "border", "city", "town", "village",
    "governorate", "republic", "county", "of", "the",
))  # fmt: skip


def place_key(name: str) -> str:
    """The name of a place without the word for its sort.

    >>> place_key("Kursk Oblast") == place_key("the Kursk region")
    True
    """
    kept = [word for word in words(name) if word not in _SORTS]
    return " ".join(kept) or fold(name)


def _concept(lemma: str) -> str:
    """What a word is compared by: its class of nouns ("troop", "soldier"), its set of like words, its stem."""
    known = _classes().get(lemma)
    if known is None:
        like = alike().get(lemma)
        known = lemma[:STEM] if like is None else f"={like}"
    return known


@cache
def _classes() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for name, lemmas in sorted(classes().items()):
        for lemma in lemmas:
            found.setdefault(lemma, name)
    return found


def days(moment: Moment | None) -> tuple[int, int] | None:
    """The first and last day that the moment covers, as ordinals; None when absent, open or not a date."""
    if moment is None or not moment.first or not moment.last:
        return None
    first, last = _edge(moment.first, at_end=False), _edge(moment.last, at_end=True)
    return (first, last) if first is not None and last is not None and first <= last else None


def _edge(value: str, *, at_end: bool) -> int | None:
    parts = value[:10].split("-")
    try:
        year = int(parts[0])
        if len(parts) == 1:
            return date(year, 12, 31).toordinal() if at_end else date(year, 1, 1).toordinal()
        month = int(parts[1])
        if len(parts) == 2:
            after = date(year + month // 12, month % 12 + 1, 1)
            return after.toordinal() - 1 if at_end else date(year, month, 1).toordinal()
        return date(year, month, int(parts[2])).toordinal()
    except ValueError:
        return None


def _day(value: str | None) -> int | None:
    return _edge(value, at_end=False) if value else None
