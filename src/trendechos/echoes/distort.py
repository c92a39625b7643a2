"""Statements that only one page has, and that look like another statement told wrongly."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from trendechos.echoes import identity, numbers
from trendechos.echoes.drift import DEEDS, where
from trendechos.echoes.profile import days, place_key
from trendechos.records import Claim, Drift, Origin, Report
from trendechos.text.normalise import fold

# Small figures are equal by chance.
_TELLING = 20
# One day more or less is the other side of the globe.
_NEAR = 1
# News tells of what was said in the week before without its day.
_RECALLED = 7


def distorted(
    origins: Iterable[Origin], claims: Mapping[str, Claim], reports: Mapping[str, Report]
) -> tuple[Origin, ...]:
    """The origins in the order given, each with drift for a lone page that turns its deed into another.

    "8,000 were deployed" told as "8,000 were captured": one speaker, figure, place and day, another
    deed, on one page only, where several pages carry the first. Grouping keeps the two apart.
    """
    listed = tuple(origins)
    shelves: dict[tuple[str, str], list[Origin]] = {}
    for origin in listed:
        shelves.setdefault((fold(origin.speaker.canonical), f"{_figure(origin):g}"), []).append(origin)
    found: dict[str, list[Drift]] = {}
    for (speaker, _), some in sorted(shelves.items()):
        if not speaker or _figure(some[0]) < _TELLING:
            continue
        for lone in (origin for origin in some if len(origin.reports) == 1):
            for whole in (origin for origin in some if len(origin.reports) > 1):
                change = _changed(whole, lone, claims, reports)
                if change is not None:
                    found.setdefault(whole.origin_id, []).append(change)
    return tuple(
        replace(origin, drift=(*origin.drift, *sorted(found[origin.origin_id], key=lambda one: one.claim_id)))
        if origin.origin_id in found
        else origin
        for origin in listed
    )


def _figure(origin: Origin) -> float:
    return (numbers.value(origin.quantity) if origin.quantity else None) or 0.0


def _changed(
    whole: Origin, lone: Origin, claims: Mapping[str, Claim], reports: Mapping[str, Report]
) -> Drift | None:
    key, claim = claims[whole.key_claim_id], claims[lone.key_claim_id]
    if key.type == claim.type or not {key.type, claim.type} <= DEEDS:
        return None
    if identity.identity(whole.speaker, lone.speaker)[0] < 1 or "unnamed" in (
        key.speaker.kind,
        claim.speaker.kind,
    ):
        return None
    scenes = [{place_key(place.name) for place in one.places} for one in (key, claim)]
    if not scenes[0] & scenes[1] or not _one_day(whole, lone, reports.get(claim.report_id)):
        return None
    page = where(reports.get(claim.report_id))
    return Drift(claim.claim_id, "meaning changed", f"{page} has {claim.type} for {key.type}")


def _one_day(whole: Origin, lone: Origin, page: Report | None) -> bool:
    """True when both can have been said on one day; a page's own day stands for the days before it as well."""
    one, two = days(whole.said_when), days(lone.said_when)
    if one is None or two is None:
        return True
    recalled = page is not None and lone.said_when is not None and lone.said_when.day == page.published_on
    return one[0] - two[1] <= _NEAR and two[0] - one[1] <= (_RECALLED if recalled else _NEAR)
