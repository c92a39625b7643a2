"""What a toll counts: nobody at all, some of the people apart, or those who died of something else."""

from __future__ import annotations

import re
from collections.abc import Iterable

from trendechos.languages.en.tolls import (
    ALL_OF_THEM,
    APART,
    AT_LARGE,
    FORECAST,
    KIND_OF_THEM,
    MISCOUNTED,
    NOBODY,
    OF_DISEASE,
    ON_A_DAY,
    PART_BEFORE,
    PART_BEHIND,
    SIDE_CAUSES,
    SOME,
)
from trendechos.languages.en.turning import TAKES_BACK
from trendechos.records import FATES, Claim, Quantity, Span
from trendechos.situation.parties import is_personnel
from trendechos.situation.surroundings import Surroundings

_NOBODY = tuple((counts, re.compile(pattern)) for counts, pattern in NOBODY)
_SOME, _OF_DISEASE, _MISCOUNTED, _AT_LARGE, _FORECAST, _BEFORE, _BEHIND = (
    re.compile("|".join(patterns))
    for patterns in (SOME, OF_DISEASE, MISCOUNTED, AT_LARGE, FORECAST, PART_BEFORE, PART_BEHIND)
)
_TAKES_BACK = re.compile("|".join(TAKES_BACK))
_CAUSE = re.compile(rf"\b(?:{'|'.join(SIDE_CAUSES)})\b")
# So many characters before a number say of whom it is a part.
_AHEAD = 60
# The disease that "five deaths" are of was named within the last few claims of the page.
_REACH = 4


def nobody(claim: Claim) -> Quantity | None:
    """The nought that `claim` gives in words ("no one was killed", "no casualties"); None where it gives none.

    Nobody who denies, doubts or declines gives one, nor who speaks of what is to come.
    """
    spoken = claim.cue is not None and claim.cue.kind in ("deny", "doubt", "decline")
    if spoken or claim.polarity == "noncommittal" or claim.certainty != "asserted" or claim.background:
        return None
    low = claim.text.lower()
    if _SOME.search(low):
        return None
    for counts, pattern in _NOBODY:
        if found := pattern.search(low):
            start = claim.span.start + found.start()
            words = claim.text[found.start() : found.end()]
            span = Span(start, start + len(words), claim.span.field)
            armed = next((word for word in words.split() if is_personnel(word)), None)
            return Quantity(words, span, 0, 0, unit=armed, counts=counts)
    return None


def is_nought(quantity: Quantity | None) -> bool:
    """True for a count of nobody among those to whom something was done."""
    return quantity is not None and quantity.low == quantity.high == 0 and quantity.counts in FATES


def is_miscount(claim: Claim) -> bool:
    """True for a number that only mends or takes back another count ("three bodies were counted twice")."""
    low = claim.text.lower()
    return bool(_MISCOUNTED.search(low) or _TAKES_BACK.search(low))


def is_part(quantity: Quantity, claim: Claim, around: Surroundings) -> bool:
    """True for a number of some of those who suffered, which is no rival to the number of all."""
    start, end = quantity.span.start - claim.span.start, quantity.span.end - claim.span.start
    if quantity.span.field != claim.span.field or not 0 <= start < end <= len(claim.text):
        return False
    low = claim.text.lower()
    before = _BEFORE.search(ahead_of(claim, start, around))
    if before and before[0].startswith("including") and (quantity.unit or "").lower() in ALL_OF_THEM:
        before = None
    return bool(before or _BEHIND.search(low[end:]))


def is_forecast(quantity: Quantity, claim: Claim) -> bool:
    """True for a number that those who suffer may reach ("could rise to 50,000")."""
    start = quantity.span.start - claim.span.start
    within = quantity.span.field == claim.span.field and 0 < start <= len(claim.text)
    return within and bool(_FORECAST.search(claim.text[:start].lower()))


def is_kind(quantity: Quantity, claim: Claim, around: Surroundings) -> bool:
    """True for a number that says of what kind some of those counted before are ("17 of them civilians")."""
    page = around.report(claim) if quantity.span.field == "text" else None
    behind = (
        page.text[quantity.span.end :][:_AHEAD] if page else claim.text[quantity.span.end - claim.span.start :]
    )
    return bool(KIND_OF_THEM.match(behind.lower()))


def ahead_of(claim: Claim, start: int, around: Surroundings) -> str:
    """What stands before the number at `start` of a claim, in lower case; of its page where it opens the claim.

    "23 patients, of whom five have died": the claim may be no more than the number.
    """
    page = around.report(claim) if start == 0 and claim.span.field == "text" else None
    before = page.text[max(0, claim.span.start - _AHEAD) : claim.span.start] if page else claim.text[:start]
    return before.lower()


def own_day(claim: Claim) -> str | None:
    """The day that a toll's own words name as the day of which it is; None where they name none."""
    when = claim.happened_when
    return when.last[:10] if when and when.precision == "day" and ON_A_DAY.search(claim.text.lower()) else None


def at_large(quantity: Quantity, claims: Iterable[Claim]) -> bool:
    """True for a count of prisoners who got free: nobody captured them then."""
    return quantity.counts == "captured" and any(_AT_LARGE.search(claim.text.lower()) for claim in claims)


def is_apart(quantity: Quantity) -> bool:
    """True for people who are counted apart by their noun."""
    return not APART.isdisjoint((quantity.unit or "").lower().split()[-1:])


def apart(quantity: Quantity, claims: Iterable[Claim], around: Surroundings) -> str:
    """Who or what a toll counts apart: "volunteers", "by cholera"; empty where it counts all of them."""
    if is_apart(quantity):
        return (quantity.unit or "").lower().split()[-1]
    named = {cause for claim in claims if (cause := _cause(claim, around))}
    return f"by {min(named)}" if named else ""


def _cause(claim: Claim, around: Surroundings) -> str | None:
    low = claim.text.lower()
    if found := _CAUSE.search(low):
        return found[0]
    if not _OF_DISEASE.search(low):
        return None
    before, _ = around.beside(claim)
    near = (one.text.lower() for one in reversed(before[-_REACH:]))
    return next((found[0] for text in near if (found := _CAUSE.search(text))), None)
