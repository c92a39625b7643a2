"""What of a claim and its report is compared, worked out once a claim."""

from __future__ import annotations

import re
import sys
from collections.abc import Collection, Container, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache
from hashlib import blake2b

from trendechos.echoes.named import Name, names, order
from trendechos.knowledge import outlets
from trendechos.languages.en.alike import alike
from trendechos.languages.en.citing import ON_TOP
from trendechos.languages.en.events import classes
from trendechos.records import Claim, Moment, Place, Quantity, Report, Speaker, SpeakerKind
from trendechos.text.hashing import hash64
from trendechos.text.normalise import fold, words
from trendechos.text.shingles import shingles

# The first letters stand for a family of words ("deploy", "deployment"); five kept the most dev pairs apart.
STEM = 5
# Words of a run in which wording is compared.
RUN = 4
_BRACKETS = re.compile(r"\(.*?\)")
_NAMED = re.compile(r"(?<![.!?\"“] )(?<!^)\b[A-Z][\w'’-]+")


# Names of speakers, places, outlets and words come back in claim after claim.
folded = lru_cache(maxsize=1 << 16)(fold)


@dataclass(frozen=True, slots=True)
class Profile:
    """A claim with everything that features compare; days are proleptic ordinals, None where not stated.

    `said` is the first and last day on which it can have been said, None where that is no more than
    the day of the page; `published` is that day. `content` has its lemmas without names, numbers and the
    speaker's own words by what they are compared by, `mass` what they weigh, `wording` the hashes of its
    runs of four words, `credits` whom the page credits on the way, `routes` these and the page's own outlet,
    `told` the outlets among the former. `on_top` says that its figures count on top of another; `heard` how
    often its page names the speaker, up to `OFTEN`, `names` whom and what it names itself.
    """

    claim: Claim
    speakers: tuple[Speaker, ...]
    said: tuple[int, int] | None
    published: int | None
    content: Mapping[str, str]
    mass: float
    wording: frozenset[int]
    on_top: bool
    places: frozenset[str]
    outlet: str
    credits: frozenset[str]
    routes: frozenset[str]
    told: frozenset[str]
    heard: int = 0
    names: tuple[Name, ...] = ()


def profile(claim: Claim, report: Report | None = None, *, known: Container[str] | None = None) -> Profile:
    """The claim ready for comparison; without its report, page date and outlet count as unknown.

    With `known`, an outlet that is not among them counts as unknown too.
    """
    spelled = words(claim.text)
    outlet = outlet_key(report)
    if known is not None and outlet not in known:
        outlet = ""
    passed, content = credited(claim), content_of(claim)
    return Profile(
        claim=claim,
        speakers=_speakers(claim),
        said=said(claim, report),
        published=published(report),
        content=content,
        mass=mass(content),
        wording=frozenset(map(hash64, shingles(spelled, RUN))),
        on_top=not ON_TOP.isdisjoint(spelled) and any(_on_top(spelled, one) for one in claim.quantities),
        places=place_keys(claim),
        outlet=outlet,
        credits=passed,
        routes=passed | {outlet} if outlet else passed,
        told=frozenset(folded(link.canonical) for link in claim.chain if link.kind == "outlet"),
        heard=_heard(claim, report) if report else 0,
        names=names(claim),
    )


def _on_top(spelled: list[str], quantity: Quantity) -> bool:
    """True where the figure itself is said to come on top of another, not what it is spent on."""
    told = words(quantity.words)
    for at in range(len(spelled) - len(told) + 1):
        if spelled[at : at + len(told)] == told:
            return not ON_TOP.isdisjoint(spelled[max(0, at - 2) : at + len(told) + 1])
    return True


def outlet_key(report: Report | None) -> str:
    """The outlet of a page as `credited` would name it; empty where none is known."""
    return folded(outlets.called(report.outlet)) if report is not None and report.outlet else ""


# A page that names a speaker so often carries many statements of that speaker.
OFTEN = 5


def _heard(claim: Claim, report: Report) -> int:
    """How often the page names the speaker; of more than `OFTEN` it is that, and the rest is not counted."""
    name, at, times = _called(claim), 0, 0
    while name and times < OFTEN and (at := report.text.find(name, at) + len(name)) >= len(name):
        times += 1
    return times


def _called(claim: Claim) -> str:
    """The last word of the speaker's name; empty where nobody is named."""
    return (_BRACKETS.sub("", claim.speaker.canonical or claim.speaker.name).split() or [""])[-1]


def compared(report: Report, claims: Iterable[Claim]) -> Report:
    """The report with no more text than comparing these claims of it reads: the words that name speakers."""
    names = {_called(claim) for claim in claims} - {""}
    kept = (word for word in report.text.split() if any(name in word for name in names))
    return replace(report, text="\n".join(kept), extra=())


def credited(claim: Claim) -> frozenset[str]:
    """Those through whom the claim came to its page, as the page names them, folded."""
    passed = {folded(link.canonical) for link in claim.chain if link.canonical}
    if claim.speaker.kind == "outlet":
        passed.add(folded(claim.speaker.canonical))
    return frozenset(passed)


# A class of nouns ("troops", "villagers") says whom the matter is about rather than what is said of them; best
# B-cubed F1 on development data of 0.3, 0.5, 0.7 and 1.
CLASS = 0.7


def mass(content: Collection[str]) -> float:
    """What content words weigh together: a class of nouns, in capitals, less than a word."""
    # Counted first: a sum in the order of a set would differ in its last bit from process to process.
    return len(content) - (1 - CLASS) * sum(concept.isupper() for concept in content)


def content_of(claim: Claim) -> Mapping[str, str]:
    """The lemmas of the claim without names, numbers and the speaker's words, by what they are compared by."""
    named = {folded(name).removesuffix("'s") for name in _NAMED.findall(claim.text)}
    named.update(word for speaker in (claim.speaker, *claim.chain) for word in _name_words(speaker.name))
    if claim.cue:
        named.update(_name_words(claim.cue.text))
    # "About", "some" before a figure are the figure's: it is compared on its own.
    named.update(word for quantity in claim.quantities for word in words(quantity.words))
    lemmas = sorted({folded(lemma) for lemma in claim.lemmas} - named)
    return {concept(lemma): lemma for lemma in lemmas if not lemma[:1].isdigit()}


@lru_cache(maxsize=1 << 16)
def _name_words(name: str) -> tuple[str, ...]:
    return tuple(words(name))


def scene_keys(claim: Claim) -> frozenset[str]:
    """The places that a claim is told of, by their names."""
    return frozenset(place_key(place.name) for place in claim.places)


def place_keys(claim: Claim) -> frozenset[str]:
    """The places that the claim names, by their names and as written: one name may be found as two places."""
    named = {place_key(place.name) for place in claim.places if _says(claim, place)}
    named |= {written(claim, place) for place in claim.places}
    return frozenset(named - {""})


def written(claim: Claim, place: Place) -> str:
    """The key of a place by its words in the claim; empty where it stands elsewhere."""
    return place_key(claim.words_at(place.span))


def _says(claim: Claim, place: Place) -> bool:
    """False for a place carried on from an earlier sentence: two pages may have taken it from elsewhere."""
    return place.span.field != claim.span.field or claim.span.holds(place.span) or place.span.start == 0


def said(claim: Claim, report: Report | None) -> tuple[int, int] | None:
    """`said` of the claim's profile."""
    return None if _page_day(claim, report) else days(claim.said_when)


def published(report: Report | None) -> int | None:
    """`published` of the profiles of the report's claims."""
    return _day(report.published_on) if report else None


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
    """The speaker wherever named, so that one named alike on two pages is one."""
    return _unplaced(speaker.name, speaker.canonical, speaker.kind, speaker.party)


@lru_cache(maxsize=1 << 16)
def _unplaced(name: str, canonical: str, kind: SpeakerKind, party: str | None) -> Speaker:
    return Speaker(name, canonical, kind, party)


def signature(made: Profile) -> str:
    """Everything that features read of a claim but its page and outlet: equal for exact copies of one claim."""
    claim = made.claim
    read = (
        [(one.kind, one.canonical, one.name, one.party) for one in (*made.speakers, *claim.chain)],
        (made.said, made.published, claim.said_when is None, claim.background),
        (claim.type, claim.polarity, claim.status, made.heard),
        [(one.low, one.high, one.counts, one.unit, one.scope, one.window, one.qualifier, one.words)
         for one in claim.quantities],
        (sorted(made.content), sorted(made.wording), made.on_top, sorted(made.places)),
        list(map(order, made.names)),
    )  # fmt: skip
    return blake2b(repr(read).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


# Words that say what sort of place follows or precedes a name and do not tell places apart.
_SORTS = frozenset((
    "oblast", "region", "province", "state", "district", "area", "border", "city", "town", "village",
    "governorate", "republic", "county", "of", "the",
))  # fmt: skip


@lru_cache(maxsize=1 << 16)
def place_key(name: str) -> str:
    """The name of a place without the word for its sort.

    >>> place_key("Kursk Oblast") == place_key("the Kursk region")
    True
    """
    kept = [word for word in words(name) if word not in _SORTS]
    return " ".join(kept) or fold(name)


@lru_cache(maxsize=1 << 17)
def concept(lemma: str) -> str:
    """What a word is compared by: its set of like words, its class of nouns ("troop", "soldier"), its stem."""
    known, like = _classes().get(lemma), alike().get(lemma)
    if like is not None and known not in _WHOM:
        return sys.intern(f"={like}")
    return sys.intern(known or lemma[:STEM])


# Classes of nouns that pages put for each other: those who fight, and what is much the same thing. Others hold
# things that differ ("school" and "bridge"), and claims of them are two.
_WHOM = frozenset(("PERSONNEL",))
_SAME_THING = _WHOM | frozenset((
    "ACCORD", "CASUALTY", "DRILL", "FALSEHOOD", "FIGHTING", "MEETING", "PROBE", "REPORTS", "TRUTH",
))  # fmt: skip


@cache
def _classes() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for name, lemmas in sorted(classes().items()):
        if name in _SAME_THING:
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
