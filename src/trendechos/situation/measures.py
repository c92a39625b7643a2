"""What a number answers: what is counted, whose, where and for what stretch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from trendechos.languages.en.citing import ON_TOP
from trendechos.records import FATES, Claim, Origin, Place, Quantity
from trendechos.situation.causes import Told, told
from trendechos.situation.counted import SUFFERED, whose_people
from trendechos.situation.naming import unarmed
from trendechos.situation.parties import counts_troops, demonyms
from trendechos.situation.scopes import Scope, Scopes
from trendechos.situation.shares import holder, is_measured, of_what, seats
from trendechos.situation.surroundings import Surroundings
from trendechos.situation.tolls import (
    apart,
    at_large,
    is_apart,
    is_forecast,
    is_kind,
    is_miscount,
    is_part,
    nobody,
)
from trendechos.situation.topics import is_brought_to, is_near, is_planned, most, place_of

# Measures of something else than people, goods or money answer no "how many".
_NOT_COUNTED = frozenset(["distance", "duration", "age"])
_PEOPLE = frozenset(["troops", "civilians", "other"])


@dataclass(frozen=True, slots=True)
class Measure:
    """What a number answers: what is counted, whose, where and for what stretch; and the number.

    `unit` is the noun that is counted; of a toll who is counted apart, or by what they died ("by cholera");
    `told` is what its words tell of the cause.
    """

    counts: str
    unit: str
    parties: frozenset[str]
    scope: Scope | None
    window: str
    quantity: Quantity
    told: Told | None = None


def measure(origin: Origin, around: Surroundings) -> Measure | None:
    """What the origin's number answers; None when it gives no number of people, goods or money."""
    quantity, held = origin.quantity, around.held(origin)
    if quantity is None and (nought := nobody(held[0])):
        return _nought(nought, held[0], around)
    if quantity is None or not _is_counted(quantity) or _on_top(held[0], quantity) or is_miscount(held[0]):
        return None
    return _answered(quantity, held, around)


def _answered(quantity: Quantity, held: Sequence[Claim], around: Surroundings) -> Measure | None:
    if quantity.counts == "share":
        return _share(quantity, held, around)
    if quantity.counts == "other" and (won := _seats(quantity, held)):
        return won
    carrying = [claim for claim in held if any(_same(number, quantity) for number in claim.quantities)] or held
    counts = "troops" if any(counts_troops(claim, quantity) for claim in carrying) else quantity.counts
    if at_large(quantity, carrying):
        counts = "other"
    if counts in FATES and _is_no_toll(quantity, carrying, around):
        return None
    giving = _giving(quantity, carrying)
    if counts == "troops" and any(is_kind(number, claim, around) for claim, number in giving):
        return None
    parties = whose_people(quantity, giving, around)
    # Men handed to the Red Cross are none of its troops.
    nobodys = counts == "troops" and bool(parties) and parties <= unarmed()
    if nobodys or (counts == "other" and not quantity.unit):
        return None
    scope = _scope(quantity, carrying, around.scopes)
    if scope is None and counts in SUFFERED and not parties:
        scope = _of_pages(quantity, carrying, around)
    if scope is None and counts == "troops" and parties:
        scope = _there(parties, carrying, around)
    return Measure(
        counts=counts,
        unit=_unit(quantity.unit or "") if counts == "other" else _of_whom(quantity, carrying, around),
        parties=parties,
        scope=scope,
        window=_window(quantity, counts, carrying),
        quantity=quantity,
        told=told(giving, around) if counts in FATES else None,
    )


def _is_no_toll(quantity: Quantity, carrying: Sequence[Claim], around: Surroundings) -> bool:
    """True for some of a toll, unless it is told apart, for what is yet to befall people, and in a call.

    Who demands a trial "after the explosion that killed 27" states no toll: his page does.
    """
    giving = _giving(quantity, carrying)
    if all(claim.type == "call" for claim in carrying):
        return True
    if not is_apart(quantity) and any(is_part(number, claim, around) for claim, number in giving):
        return True
    if any(is_forecast(number, claim) for claim, number in giving):
        return True
    return _window(quantity, quantity.counts, carrying) == "planned"


def _nought(quantity: Quantity, claim: Claim, around: Surroundings) -> Measure | None:
    """What is answered by "nobody was killed": the toll of the place spoken of, else of its page's."""
    near = [place for place in claim.places if place.precision != "country" and is_near(claim, place)]
    last = around.scopes.of(max(near, key=lambda place: place.span)) if near else None
    scope = place_of(claim, around.scopes) or last or _of_pages(quantity, [claim], around)
    parties = whose_people(quantity, [(claim, quantity)], around)
    return Measure(quantity.counts, _of_whom(quantity, [claim], around), parties, scope, "none", quantity)


def _of_whom(quantity: Quantity, carrying: Sequence[Claim], around: Surroundings) -> str:
    return apart(quantity, carrying, around) if quantity.counts in FATES else ""


def _is_counted(quantity: Quantity) -> bool:
    """True for a number, in figures or words, of people, goods or money, or a share; not of who leads them."""
    given = quantity.low is not None or quantity.high is not None or bool(quantity.words)
    leads = (quantity.unit or "").lower().split()[-1:] in (["generals"], ["commanders"], ["general"])
    return given and quantity.counts not in _NOT_COUNTED and not leads


def _share(quantity: Quantity, held: Sequence[Claim], around: Surroundings) -> Measure | None:
    """A share answers whose it is, of what; None where no name says whose."""
    giving = _giving(quantity, held)
    name = most(holder(number, claim) for claim, number in giving)
    if name is None:
        return None
    of = None if is_measured(name) else most(of_what(number, claim, around) or None for claim, number in giving)
    return Measure("share", of or "", frozenset([name]), None, "none", quantity)


def _seats(quantity: Quantity, held: Sequence[Claim]) -> Measure | None:
    """Seats and votes answer whose they are; None where no name says whose."""
    giving = _giving(quantity, held)
    name, noun = (
        most(holder(number, claim) for claim, number in giving),
        most(seats(number, claim) for claim, number in giving),
    )
    return Measure("other", noun, frozenset([name]), None, "none", quantity) if name and noun else None


def _on_top(claim: Claim, quantity: Quantity) -> bool:
    """True for a number that counts on top of another ("a further 1,500"): it answers no "how many"."""
    at = quantity.span.start - claim.span.start
    if quantity.span.field != claim.span.field or not 0 < at <= len(claim.text):
        return False
    before = claim.text[max(0, at - 30) : at].lower().split()
    return bool(ON_TOP & set(before[-2:]))


def _unit(unit: str) -> str:
    """What is counted, in lower case; people named by their country are people."""
    return "people" if demonyms(unit.title()) else unit.lower()


def _giving(quantity: Quantity, carrying: Sequence[Claim]) -> list[tuple[Claim, Quantity]]:
    """The claims that give the number, each with its own form of it."""
    return [(claim, number) for claim in carrying for number in claim.quantities if _same(number, quantity)]


def _same(number: Quantity, other: Quantity) -> bool:
    if (number.low, number.high) != (other.low, other.high):
        return False
    # Copies of one number differ in whether its noun says soldiers, men or a people.
    return number.counts == other.counts or {number.counts, other.counts} <= _PEOPLE


def _scope(quantity: Quantity, carrying: Sequence[Claim], scopes: Scopes) -> Scope | None:
    """The place that the number is about by most of its claims, else the place of the event."""
    giving = _giving(quantity, carrying)
    figures = quantity.low is not None or quantity.high is not None
    named = [
        (
            scopes.named(place.name if place else number.scope, place),
            bool(place and claim.span.holds(place.span)),
        )
        for claim, number in giving
        if number.scope and _says_where(number.scope)
        for place in [_place_named(claim, number.scope)]
        if not (place and (is_brought_to(claim, place) or claim.span.end < place.span.start))
        if place or scopes.knows(number.scope)
        if figures or (place and claim.span.holds(place.span))  # "thousands" may be of a whole war
    ]
    if len(named) * _FEW < len(giving):
        named = []  # one page in many that names a place has it from elsewhere
    own = [scope for scope, within in named if within] if quantity.counts in FATES else []
    return (
        most(own)
        or most(scope for scope, _ in named)
        or most(place for claim in carrying if (place := place_of(claim, scopes, own=True)))
    )


def _there(parties: frozenset[str], carrying: Sequence[Claim], around: Surroundings) -> Scope | None:
    """Where "the border" is that a count of forces names: the one spot where its pages count those forces.

    A whole country is no spot: near the border is not in the country behind it.
    """
    if not all(any(one.scope and not _says_where(one.scope) for one in claim.quantities) for claim in carrying):
        return None
    told = [claim for page in sorted({one.version_id for one in carrying}) for claim in around.page(page)]
    found = {
        around.scopes.named(number.scope, _place_named(claim, number.scope))
        for claim in told
        for number in claim.quantities
        if number.counts == "troops" and number.scope and _says_where(number.scope)
        and parties & whose_people(number, [(claim, number)], around)
    }  # fmt: skip
    only = found.pop() if len(found) == 1 else None
    return only if only and only.precision != "country" else None


def _of_pages(quantity: Quantity, carrying: Sequence[Claim], around: Surroundings) -> Scope | None:
    """Where a toll without a place was taken: what its pages are about; words ("thousands") may mean more.

    A figure that says whose people it counts may be of a whole war, and is left without a place.
    """
    if quantity.low is None and quantity.high is None:
        return None
    carried = most(place for claim in carrying if (place := place_of(claim, around.scopes)))
    pages = sorted({claim.version_id for claim in carrying})
    told = (claim for page in pages for claim in around.page(page))
    return carried or most(place for claim in told if (place := place_of(claim, around.scopes, own=True)))


_FEW = 4


def _says_where(name: str) -> bool:
    """False for places that nobody could find ("the border", "forward areas")."""
    return name != name.lower()


def _place_named(claim: Claim, name: str) -> Place | None:
    """The claim's place of that name, or the one that its page spells so ("Bara" for Bārah)."""
    return next((place for place in claim.places if name in (place.name, claim.words_at(place.span))), None)


def _window(quantity: Quantity, counts: str, carrying: Sequence[Claim]) -> str:
    if quantity.window == "none" and most(is_planned(claim) for claim in carrying):
        return "planned"
    # Of those who are there, "in all" is what every plain number says too; of losses it is not.
    return "none" if counts == "troops" and quantity.window == "cumulative" else quantity.window
