"""Statements that only one page has, and that look like another statement told wrongly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import product

from trendechos.echoes import identity, numbers
from trendechos.echoes.drift import BODIES, meaning, raised, where
from trendechos.echoes.features import LIVE
from trendechos.echoes.label import amount
from trendechos.echoes.profile import days, place_key, published
from trendechos.records import FATES, Claim, Drift, Origin, Quantity, Report
from trendechos.text.normalise import fold

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
    that of the agency whose own stands beside it. Grouping keeps the two apart.
    """
    listed = tuple(origins)
    shelves: dict[float, list[Origin]] = {}
    for origin in listed:
        if _figure(origin) >= numbers.SMALL:
            shelves.setdefault(_figure(origin), []).append(origin)
    found: dict[str, list[Drift]] = {}
    for whole, lone in (pair for some in shelves.values() for pair in _pairs(some)):
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


def _pairs(some: Iterable[Origin]) -> Iterator[tuple[Origin, Origin]]:
    """The origins of one figure by speaker, each with those of one page that may be another telling of it."""
    spoken: dict[str, list[Origin]] = {}
    for origin in some:
        spoken.setdefault(fold(origin.speaker.canonical), []).append(origin)
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
    for origin in listed:
        day = published(reports.get(origin.reports[0]))
        if origin.quantity is not None and origin.speaker.kind not in ("none", "unnamed") and day is not None:
            shelf = fold(origin.speaker.canonical), day
            told_on.setdefault(shelf, []).append(origin)
            if len(origin.reports) == 1 and any(map(_large, claims[origin.key_claim_id].quantities)):
                lone_on.setdefault(shelf, []).append(origin)
    near = [
        (whole, claims[whole.key_claim_id], claims[lone.key_claim_id])
        for (name, day), mine in told_on.items()
        for later in range(day, day + LIVE + 1)
        for whole, lone in product(mine, lone_on.get((name, later), ()))
        if whole is not lone
    ]
    pages = {key.report_id for _, key, _ in near} | {claim.report_id for *_, claim in near}
    told: dict[str, list[Claim]] = {page: [] for page in pages}
    for claim in claims.values() if near else ():
        if claim.report_id in told and claim.quantities:
            told[claim.report_id].append(claim)
    for whole, key, claim in near:
        page = where(reports.get(claim.report_id))
        change = _other_fate(key, claim, page) or _others(key, claim, page, told)
        if change is not None:
            yield whole, change


def _other_fate(key: Claim, claim: Claim, page: str) -> Drift | None:
    """What is counted told as people killed, hurt or driven out."""
    fates = [one for one in key.quantities if one.counts in FATES]
    for one, two in product(key.quantities, claim.quantities):
        counted = one.counts == "other" and one.unit and two.counts in FATES and _one_figure(one, two)
        if counted and not any(_one_figure(fate, two) for fate in fates):
            told = f"{page} has {amount(two)} {two.counts.replace('_', ' ')} for {amount(one)} {one.unit}"
            return Drift(claim.claim_id, "meaning changed", told)
    return None


def _others(key: Claim, claim: Claim, page: str, told: Mapping[str, Iterable[Claim]]) -> Drift | None:
    """The figure that the page of the statement gives to another speaker, told as this speaker's."""
    for one, two in product(key.quantities, claim.quantities):
        if not numbers.same_kind(one, two) or numbers.agreement([one], [two])[0] > -1:
            continue
        owners = _owners(two, claim, told[key.report_id])
        if owners and not _owners(two, claim, told[claim.report_id]):
            detail = f"{page} has {amount(two)} for {amount(one)}; {amount(two)} is what {min(owners)} gives"
            return Drift(claim.claim_id, "number changed", detail)
    return None


def _owners(figure: Quantity, claim: Claim, told: Iterable[Claim]) -> set[str]:
    """The speakers of the claims `told` that give the figure, without the speaker of `claim`."""
    return {
        other.speaker.canonical
        for other in told
        if other.speaker.kind not in ("none", "outlet")
        and any(_one_figure(figure, held) for held in other.quantities)
        and identity.identity(other.speaker, claim.speaker)[0] < 0
    }


def _one_figure(one: Quantity, two: Quantity) -> bool:
    return _large(one) and numbers.value(one) == numbers.value(two)


def _large(quantity: Quantity) -> bool:
    """False for figures that are equal by chance."""
    return (numbers.value(quantity) or 0) >= numbers.SMALL


def _figure(origin: Origin) -> float:
    return (numbers.value(origin.quantity) if origin.quantity else None) or 0.0


def _alike(whole: Origin, lone: Origin, claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> bool:
    """True when both are of one place and can have been said on one day."""
    key, claim = claims[whole.key_claim_id], claims[lone.key_claim_id]
    scenes = [{place_key(place.name) for place in one.places} for one in (key, claim)]
    return bool(scenes[0] & scenes[1]) and _one_day(whole, lone, reports.get(claim.report_id))


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
