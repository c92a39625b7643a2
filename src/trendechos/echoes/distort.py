"""Statements that only one page has, and that look like another statement told wrongly."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import product
from operator import attrgetter, itemgetter

from trendechos.echoes import identity, numbers
from trendechos.echoes.drift import BODIES, meaning, raised, retells, where
from trendechos.echoes.features import LIVE
from trendechos.echoes.label import amount
from trendechos.echoes.profile import content_of, days, folded, published, scene_keys
from trendechos.knowledge import actors, countries
from trendechos.records import FATES, Claim, Drift, Origin, Quantity, Report, Speaker

# Origins of one voice by the pages that carry them.
Pages = Mapping[str, Collection[Origin]]
# Claims by the figures that they give, each with the day of its page.
Told = Mapping[float | None, Iterable[tuple[int, Claim]]]

_NAMED = frozenset(("person", *BODIES))
# One day more or less is the other side of the globe.
_NEAR = 1
# News tells of what was said in the week before without its day.
_RECALLED = 7


def distorted(
    origins: Iterable[Origin], claims: Mapping[str, Claim], reports: Mapping[str, Report]
) -> tuple[Origin, ...]:
    """The origins in the order given, each with drift for a lone page that tells another deed or speaker.

    "8,000 were deployed" told as "8,000 were captured": one speaker, figure, place and day, another deed;
    "an agency official" told as "the agency"; "28 cases" told as "28 dead"; the count of a ministry told as
    that of the agency whose own stands beside it, or that had none. Grouping keeps the two apart. An origin is
    held against those of the same `voice`.
    """
    listed = tuple(origins)
    of_figure: dict[float, list[Origin]] = {}
    for origin in listed:
        if _figure(origin) >= numbers.SMALL:
            of_figure.setdefault(_figure(origin), []).append(origin)
    found: dict[str, list[Drift]] = {}
    for whole, lone in (pair for some in of_figure.values() for pair in _pairs(some)):
        if _alike(whole, lone, claims, reports):
            change = _changed(whole, lone, claims, reports) or _raised(whole, lone, claims, reports)
            if change is not None:
                found.setdefault(whole.origin_id, []).append(change)
    for whole, change in _miscounted(listed, claims, reports):
        found.setdefault(whole.origin_id, []).append(change)
    return tuple(
        replace(origin, drift=(*origin.drift, *sorted(found[origin.origin_id], key=lambda one: one.claim_id)))
        if origin.origin_id in found
        else origin
        for origin in listed
    )


def voice(speaker: Speaker) -> str:
    """The name under which statements that one may tell for the other are looked up; empty for nobody.

    The offices of a body that is no state speak for it, and for each other.
    """
    party = speaker.party or ""
    return folded(speaker.canonical) if not party or countries.find(party) else party


def _pairs(some: Iterable[Origin]) -> Iterator[tuple[Origin, Origin]]:
    """The origins of one figure by speaker, each with those of one page that may be another telling of it."""
    spoken: dict[str, list[Origin]] = {}
    for origin in some:
        spoken.setdefault(folded(origin.speaker.canonical), []).append(origin)
    for name, mine in sorted(spoken.items()):
        lone = [origin for origin in mine if len(origin.reports) == 1]
        yield from ((whole, one) for whole in mine for one in lone if name and whole is not one)
        if mine[0].speaker.kind == "unnamed":
            bodies = (
                theirs for other, theirs in sorted(spoken.items()) if other and f" {other} " in f" {name} "
            )
            yield from product(mine, (one for theirs in bodies for one in theirs if len(one.reports) == 1))


def _miscounted(
    listed: Iterable[Origin], claims: Mapping[str, Claim], reports: Mapping[str, Report]
) -> Iterator[tuple[Origin, Drift]]:
    """The origins of which a lone page of the next days tells a figure as one of something or somebody else."""
    told_on: dict[tuple[str, int], list[Origin]] = {}
    lone_on: dict[tuple[str, int], list[Origin]] = {}
    pages: dict[str, dict[str, list[Origin]]] = {}
    for origin in listed:
        day = published(reports.get(origin.reports[0]))
        if origin.speaker.kind in ("none", "unnamed") or day is None:
            continue
        shelf = voice(origin.speaker), day
        for page in origin.reports:
            pages.setdefault(shelf[0], {}).setdefault(page, []).append(origin)
        if origin.quantity is not None:
            told_on.setdefault(shelf, []).append(origin)
            figures = numbers.large(claims[origin.key_claim_id].quantities)
            if len(origin.reports) == 1 and figures and not _own_page(origin, reports):
                lone_on.setdefault(shelf, []).append(origin)
    near = [
        (whole, lone, name)
        for (name, day), some in lone_on.items()
        for before in range(day - LIVE, day + 1)
        for whole, lone in product(told_on.get((name, before), ()), some)
        if whole.reports[0] != lone.reports[0]
    ]
    told = _told(claims.values(), reports, set().union(*(pages[name] for name, _ in lone_on)))
    found: dict[str, list[tuple[int, str, Origin, Drift]]] = {}
    for whole, lone, name in near:
        key, claim = claims[whole.key_claim_id], claims[lone.key_claim_id]
        report = reports.get(claim.report_id)
        change = _other_fate(key, claim, where(report)) or _others(key, claim, report, told, pages[name])
        if change is not None:
            words = content_of(key).keys() & content_of(claim).keys()
            shared = len(words) + len(scene_keys(key) & scene_keys(claim))
            found.setdefault(claim.claim_id, []).append((-shared, whole.origin_id, whole, change))
    # Of several statements that it may be another telling of the likest.
    yield from (min(some, key=itemgetter(0, 1))[2:] for some in found.values())
    for (name, _), some in lone_on.items():
        for claim in (claims[lone.key_claim_id] for lone in some if lone.key_claim_id not in found):
            misput = _misput(claim, pages[name], told, reports)
            yield from sorted(misput, key=lambda one: (one[0].origin_id, one[1].detail))[:1]


def _own_page(origin: Origin, reports: Mapping[str, Report]) -> bool:
    """True where the speaker itself publishes the page: nobody tells it better."""
    report = reports.get(origin.reports[0])
    outlet, name = (report.outlet if report else None) or "", origin.speaker.canonical
    known = actors.find(outlet)
    return (known.canonical if known else outlet) == name or identity.one_body(outlet, name)


def _misput(
    claim: Claim, pages: Pages, told: Told, reports: Mapping[str, Report]
) -> Iterator[tuple[Origin, Drift]]:
    """What the speaker, without a figure, said on a page that gives the claim's figure to somebody else."""
    report = reports.get(claim.report_id)
    day = published(report) or 0
    figures = numbers.large(claim.quantities)
    for on, other in (entry for figure in figures for entry in told.get(figure, ())):
        beside = pages.get(other.report_id, ()) if 0 < day - on <= LIVE else ()
        if not beside or any(one.quantity for one in beside) or not retells(other, claim):
            continue
        if other.speaker.kind in _NAMED and identity.identity(other.speaker, claim.speaker)[0] <= -1:
            whose = f"{where(report)} has {claim.speaker.canonical} for {other.speaker.canonical}"
            first = min(beside, key=attrgetter("origin_id"))
            yield first, Drift(claim.claim_id, "attribution dropped", whose)


def _told(claims: Iterable[Claim], reports: Mapping[str, Report], pages: Collection[str]) -> Told:
    """The claims on the dated ones of the pages by each telling figure that they give, titles left out."""
    days = {page: day for page in pages if (day := published(reports.get(page))) is not None}
    found: dict[float | None, list[tuple[int, Claim]]] = {}
    for claim in claims if days else ():
        if claim.report_id in days and claim.span.field != "title":
            for figure in numbers.large(claim.quantities):
                found.setdefault(figure, []).append((days[claim.report_id], claim))
    return found


def _other_fate(key: Claim, claim: Claim, page: str) -> Drift | None:
    """What is counted told as people killed, hurt or driven out."""
    fates = [one for one in key.quantities if one.counts in FATES]
    for one, two in product(key.quantities, claim.quantities):
        named = one.unit if one.counts == "other" else key.type != "casualties"
        counted = named and one.counts not in FATES and two.counts in FATES and numbers.same_large(one, two)
        if counted and not any(numbers.same_large(fate, two) for fate in fates):
            told = f"{page} has {amount(two)} {two.counts.replace('_', ' ')} for {amount(one)} {one.unit}"
            return Drift(claim.claim_id, "meaning changed", told)
    return None


def _others(
    key: Claim, claim: Claim, report: Report | None, told: Told, pages: Collection[str]
) -> Drift | None:
    """A figure that pages with this speaker's give to another, told as this speaker's instead of his own."""
    day = published(report) or 0
    for one, two in product(key.quantities, claim.quantities):
        if not numbers.is_large(two) or not _answers(one, two) or numbers.agreement([one], [two])[0] >= 0:
            continue
        recent = (other for on, other in told.get(numbers.value(two), ()) if 0 <= day - on <= _RECALLED)
        theirs = [other for other in recent if other.report_id in pages and _of_another(other, claim, two)]
        if theirs and claim.report_id not in {other.report_id for other in theirs}:
            owner = min(other.speaker.canonical for other in theirs)
            detail = f"{where(report)} has {amount(two)} for {amount(one)}; {amount(two)} is what {owner} gives"
            return Drift(claim.claim_id, "number changed", detail)
    return None


def _answers(one: Quantity, two: Quantity) -> bool:
    """True for two figures of one kind, also where the first leaves out what it counts ("had counted 312")."""
    return numbers.same_kind(one, two) or (one.counts == two.counts == "other" and one.unit is None)


def _of_another(other: Claim, claim: Claim, figure: Quantity) -> bool:
    """True when the other claim gives the figure to a speaker of another voice."""
    return (
        other.speaker.kind not in ("none", "outlet")
        and identity.identity(other.speaker, claim.speaker)[0] < 0
        and voice(other.speaker) != voice(claim.speaker)
        and any(numbers.agreement([figure], [held])[0] > 0 for held in other.quantities)
    )


def _figure(origin: Origin) -> float:
    return (numbers.value(origin.quantity) if origin.quantity else None) or 0.0


def _alike(whole: Origin, lone: Origin, claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> bool:
    """True when both are of one place and can have been said on one day."""
    key, claim = claims[whole.key_claim_id], claims[lone.key_claim_id]
    return bool(scene_keys(key) & scene_keys(claim)) and _one_day(whole, lone, reports.get(claim.report_id))


def _changed(
    whole: Origin, lone: Origin, claims: Mapping[str, Claim], reports: Mapping[str, Report]
) -> Drift | None:
    """The deed told as another one, where several pages carry the first."""
    key, claim = claims[whole.key_claim_id], claims[lone.key_claim_id]
    if len(whole.reports) == 1 or "unnamed" in (key.speaker.kind, claim.speaker.kind):
        return None
    change = meaning(key, claim, where(reports.get(claim.report_id)))
    return change if change and identity.identity(whole.speaker, lone.speaker)[0] >= 1 else None


def _raised(
    whole: Origin, lone: Origin, claims: Mapping[str, Claim], reports: Mapping[str, Report]
) -> Drift | None:
    """What somebody unnamed of a body said, told as said by the body itself."""
    key, claim = claims[whole.key_claim_id], claims[lone.key_claim_id]
    if whole.speaker.kind != "unnamed" or lone.speaker.kind not in BODIES or key.polarity != claim.polarity:
        return None
    return raised(claim, whole.speaker, where(reports.get(claim.report_id)))


def _one_day(whole: Origin, lone: Origin, page: Report | None) -> bool:
    """True when both can have been said on one day; a page's own day stands for the days before it as well."""
    one, two = days(whole.said_when), days(lone.said_when)
    if one is None or two is None:
        return True
    recalled = page is not None and lone.said_when is not None and lone.said_when.day == page.published_on
    return one[0] - two[1] <= _NEAR and two[0] - one[1] <= (_RECALLED if recalled else _NEAR)
