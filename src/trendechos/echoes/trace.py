"""Groups to origins: the statement behind the claims that repeat it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TypeVar

from trendechos.echoes import numbers
from trendechos.echoes.distort import distorted
from trendechos.echoes.drift import drift, without_titles
from trendechos.echoes.label import label
from trendechos.echoes.profile import credited, folded, outlet_key
from trendechos.echoes.sentence import cited, goes_on, sentence
from trendechos.knowledge import outlets
from trendechos.languages.en.credits import for_words
from trendechos.records import Basis, Claim, EchoGroup, Moment, Origin, Quantity, Report, Speaker
from trendechos.records.codec import content_id
from trendechos.text.normalise import fold, words

# A named person is nearer to the statement than the body that the page names instead.
_NEARNESS = ("person", "organisation", "group", "document", "government", "unnamed", "outlet", "none")
_LAST = "9999-12-31"
# Copies of the first days are "early": a later page recalls, an early one reports.
_EARLY = 3


def trace(
    groups: Iterable[EchoGroup], claims: Mapping[str, Claim], reports: Mapping[str, Report]
) -> tuple[Origin, ...]:
    """One origin a group, with its pages, chain, fullest early copy and drift; relations stay empty.

    Origins come in order of the first day held, then of id; the order of the input makes no difference.
    """
    found = distorted(alone(groups, claims, reports), claims, reports)
    return tuple(sorted(found, key=lambda origin: place(origin, reports)))


def alone(
    groups: Iterable[EchoGroup], claims: Mapping[str, Claim], reports: Mapping[str, Report]
) -> Iterator[Origin]:
    """The origin of each group before it is held against others (`distorted`), in the order given.

    `claims` are all of the pages on which the groups stand.
    """
    heard: dict[str, set[str]] = defaultdict(set)
    for claim in claims.values():
        heard[claim.report_id].add(claim.speaker.canonical)
    for group in groups:
        yield _origin(tuple(claims[claim_id] for claim_id in sorted(group.claim_ids)), reports, heard)


def place(origin: Origin, reports: Mapping[str, Report]) -> tuple[str, str]:
    """What origins are ordered by: the first day held, then id."""
    # The pages of an origin stand earliest first.
    return _published(reports.get(origin.reports[0])), origin.origin_id


def _origin(
    members: tuple[Claim, ...], reports: Mapping[str, Report], heard: Mapping[str, Collection[str]]
) -> Origin:
    days = {claim.report_id: _published(reports.get(claim.report_id)) for claim in members}
    key = _key_claim(members, days)
    speaker = _speaker(members, key)
    said_when = _said_when(members, days)
    quantity = _quantity(key)
    held = _witnesses(days, reports)
    earliest = _earliest(held, days, members, reports)
    return Origin(
        origin_id=content_id("origin", *(claim.claim_id for claim in members)),
        label=label(speaker, said_when, key, quantity),
        speaker=speaker,
        party=speaker.party,
        said_when=said_when,
        basis=_basis(members),
        claims=tuple(claim.claim_id for claim in members),
        reports=tuple(dict.fromkeys((*earliest, *held))),
        earliest_held=earliest,
        key_claim_id=key.claim_id,
        text=key.text,
        certainty=key.certainty,
        polarity=key.polarity,
        quantity=quantity,
        co_speakers=_co_speakers(members, speaker),
        via=_via(members, speaker),
        cites=_cites(members, speaker, reports),
        drift=drift(key, members, reports, heard),
    )


def _key_claim(members: tuple[Claim, ...], days: Mapping[str, str]) -> Claim:
    """The fullest early copy: on the pages of the first days the one that keeps most of the statement."""
    if len(members) == 1:
        return members[0]
    first = min(days.values())
    early = [claim for claim in without_titles(members) if _close(days[claim.report_id], first)]
    # Of equals the words decide, not an id.
    early.sort(key=lambda claim: (days[claim.report_id], claim.text, claim.report_id, claim.span.start))
    return max(early, key=_fullness)


def _fullness(claim: Claim) -> tuple[int, int, int]:
    """How much of the statement a copy keeps: named speaker and figure first, then hedges, then length."""
    named = len(_NEARNESS) - _NEARNESS.index(claim.speaker.kind)
    figure = any(numbers.value(quantity) is not None for quantity in claim.quantities)
    hedged = claim.certainty != "asserted"
    return (
        min(named, 5) + 3 * figure - 2 * (claim.reported_as == "distancing"),
        int(hedged),
        len(claim.lemmas),
    )


def _close(day: str, first: str) -> bool:
    if _LAST in (day, first):
        return day == first
    return day[:7] == first[:7] and int(day[8:10]) - int(first[8:10]) <= _EARLY


def _speaker(members: tuple[Claim, ...], key: Claim) -> Speaker:
    rank = {kind: place for place, kind in enumerate(_NEARNESS)}
    nearest = min(rank[claim.speaker.kind] for claim in members)
    near = [claim.speaker for claim in members if rank[claim.speaker.kind] == nearest]
    name = key.speaker.canonical if rank[key.speaker.kind] == nearest else _commonest(s.canonical for s in near)
    same = [speaker for speaker in near if speaker.canonical == name]
    return next((speaker for speaker in same if speaker.party), same[0])


def _said_when(members: tuple[Claim, ...], days: Mapping[str, str]) -> Moment | None:
    """The day that most pages state, else the pages' own, else a coarser moment; none after its page."""
    given = [
        (claim.said_when, claim.said_when.day == days[claim.report_id])
        for claim in members
        if claim.said_when and claim.said_when.first[:10] <= days[claim.report_id]
    ]
    stated = [moment for moment, of_page in given if moment.day and not of_page]
    pages = [moment for moment, of_page in given if of_page]
    chosen = stated or pages or [moment for moment, _ in given]
    if not chosen:
        return None
    counts = Counter(moment.day or moment.value for moment in chosen)
    best = min(counts, key=lambda value: (-counts[value], value))
    return next(moment for moment in chosen if (moment.day or moment.value) == best)


def _quantity(key: Claim) -> Quantity | None:
    given = [quantity for quantity in key.quantities if numbers.value(quantity) is not None]
    counted = [
        quantity for quantity in given if quantity.counts not in ("duration", "age", "distance", "other")
    ]
    return next(iter(counted or given or key.quantities), None)


def _basis(members: tuple[Claim, ...]) -> Basis:
    given = [claim.basis for claim in members if claim.basis not in ("none_given", "report_of_another")]
    relayed = any(claim.basis == "report_of_another" for claim in members)
    return _commonest(given) if given else "report_of_another" if relayed else "none_given"


def _witnesses(days: Mapping[str, str], reports: Mapping[str, Report]) -> tuple[str, ...]:
    """The pages that carry the statement, earliest first; two ids of one address are one page."""
    seen: dict[str, str] = {}
    for report_id in sorted(days, key=lambda one: _order(one, days[one], reports)) if len(days) > 1 else days:
        report = reports.get(report_id)
        seen.setdefault((report.url if report else None) or report_id, report_id)
    return tuple(seen.values())


def _earliest(
    held: tuple[str, ...], days: Mapping[str, str], members: tuple[Claim, ...], reports: Mapping[str, Report]
) -> tuple[str, ...]:
    """Those of the pages `held`, earliest first, before which none is known to stand.

    Of one day a page that names another as its source comes after it, and one with a later hour than another's.
    """
    first = [report_id for report_id in held if days[report_id] == days[held[0]] != _LAST]
    if len(first) < 2:
        return tuple(first)
    soonest = _hour(reports[held[0]])
    first = [report_id for report_id in first if _hour(reports[report_id]) in ("", soonest)]
    carried = {outlet_key(reports[report_id]) for report_id in first} - {""}
    passed = {report_id: _credit(reports[report_id]) for report_id in first}
    for claim in members:
        if claim.report_id in passed:
            passed[claim.report_id] |= credited(claim)
    credit = {one for one in first if passed[one] & carried - {outlet_key(reports[one])}}
    return tuple(one for one in first if one not in credit) or tuple(first)


def _order(report_id: str, day: str, reports: Mapping[str, Report]) -> tuple[str, bool, str, str]:
    hour = _hour(reports.get(report_id))
    return day, not hour, hour, report_id


def _hour(report: Report | None) -> str:
    """The moment of publication where it is known to more than the day, else nothing."""
    known = report.published if report is not None else None
    return known.first if known is not None and known.precision == "minute" else ""


def _credit(report: Report) -> frozenset[str]:
    parts = for_words(report.credit).split(";")
    return frozenset(folded(outlets.called(part.strip())) for part in parts if part.strip())


def _co_speakers(members: tuple[Claim, ...], speaker: Speaker) -> tuple[Speaker, ...]:
    seen: dict[str, Speaker] = {}
    for other in (one for claim in members for one in claim.co_speakers):
        if fold(other.canonical) != fold(speaker.canonical):
            seen.setdefault(fold(other.canonical), other)
    return tuple(seen[name] for name in sorted(seen))


def _via(members: tuple[Claim, ...], speaker: Speaker) -> tuple[str, ...]:
    counts = Counter(link.canonical for claim in members for link in claim.chain if link.canonical)
    del counts[speaker.canonical]
    return tuple(sorted(counts, key=lambda name: (-counts[name], name)))


def _cites(members: tuple[Claim, ...], speaker: Speaker, reports: Mapping[str, Report]) -> tuple[str, ...]:
    """The names after words such as "citing" in the sentences of the claims: whom the speaker leans on.

    The speakers themselves ("according to") and outlets, which only pass things on, are left out.
    """
    names = [
        name
        for claim in members
        for words_of in (sentence, goes_on)
        for name in cited(words_of(claim, reports.get(claim.report_id)))
    ]
    if not names:
        return ()
    own = set(words(f"{speaker.canonical} {speaker.name}"))
    links = (link for claim in members for link in (claim.speaker, *claim.chain))
    passed = {fold(name) for link in links for name in (link.canonical, link.name)}
    found: dict[str, str] = {}
    for name in names:
        if not set(words(name)) <= own and fold(name) not in passed and outlets.find(name) is None:
            found.setdefault(fold(name), name)
    return tuple(sorted(found.values()))


def _published(report: Report | None) -> str:
    """The day of publication for ordering; a page dated to the month or not at all comes last."""
    return (report.published_on if report else None) or _LAST


Value = TypeVar("Value", bound=str)


def _commonest(values: Iterable[Value]) -> Value:
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], str(value)))
