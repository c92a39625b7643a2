"""What a situation is called when nobody named it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from trendechos.records import Actor, Claim, Evidence, Proposition
from trendechos.situation.naming import name
from trendechos.situation.parties import parties_of
from trendechos.situation.slices import totalled
from trendechos.situation.surroundings import Page, Surroundings
from trendechos.situation.wording import listed

# A place in this share of the pages is what they are about.
_SHARE = 0.3
# A name in this share of them, with two others, tells what they are about.
_FEW = 0.1
_SHOWN = 3
_WHERE = frozenset(["site", "town", "district", "province"])


def heading(evidence: Evidence, propositions: Sequence[Proposition], around: Surroundings) -> str:
    """The title of a single page, else the question that most voices answer, else the place, else who is named.

    Empty where the pages have nothing in common.
    """
    if len(evidence.reports) == 1:
        (report,) = evidence.reports.values()
        return (report.title or "").strip()
    for one in propositions:
        if one.voices_count > 1 and one.parties and one.pages_count >= _SHARE * len(evidence.reports):
            return one.text.removeprefix("How many ")[:1].upper() + one.text.removeprefix("How many ")[1:]
    pages = totalled(around.pages(_towns))
    named = [where for where, _ in sorted(pages.items(), key=lambda one: (-one[1], one[0]))[:2]]
    wide = [where for where in named if pages[where] >= _SHARE * len(evidence.reports)]
    if wide:
        return f"Reports from {' and '.join(wide)}"
    return _by_names(evidence, totalled(around.pages(_names)))


def _towns(pages: Sequence[Page]) -> Counter[str]:
    """By place no larger than a province how many of some pages name it."""
    return Counter(
        name
        for _, claims in pages
        for name in {place.name for claim in claims for place in claim.places if place.precision in _WHERE}
        if name != name.lower()
    )


def _names(pages: Sequence[Page]) -> Counter[str]:
    """By name how many of some pages speak of who bears it."""
    return Counter(who for _, claims in pages for who in {who for claim in claims for who in _named(claim)})


def _by_names(evidence: Evidence, pages: Mapping[str, int]) -> str:
    """The names that most pages speak of, where a tenth of them do; empty otherwise."""
    least = max(2, _FEW * len(evidence.reports))
    named = [who for who, many in sorted(pages.items(), key=lambda one: (-one[1], one[0])) if many >= least]
    return f"Reports on {listed(named[:_SHOWN])}" if named else ""


def _named(claim: Claim) -> set[str]:
    found = {name(party) for actor in _actors(claim) for party in parties_of(actor)}
    if claim.speaker.kind in ("person", "organisation", "government", "group") and claim.speaker.canonical:
        found.add(
            name(claim.speaker.party)
            if claim.speaker.kind == "government" and claim.speaker.party
            else claim.speaker.canonical
        )
    return found | {
        name(place.country) for place in claim.places if place.precision == "country" and place.country
    }


def _actors(claim: Claim) -> tuple[Actor, ...]:
    return (*claim.event.actors, *claim.event.recipients) if claim.event else ()
