"""What all claims together say of places and forces, and what was found out of each origin in their light."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from typing import Any, TypeVar

from trendechos.records import Claim, Origin
from trendechos.situation.scopes import Scopes, stem
from trendechos.situation.shortened import Shortened
from trendechos.situation.sides import Salience

Value = TypeVar("Value")


class Surroundings:
    """The claims of a situation by page, what their names mean, and whatever was worked out of them.

    `once` keeps what was found of an origin for as long as the origin and what is said around it stay the
    same, `again` what was made of equal parts: of one more report only what it touches is found anew.
    """

    def __init__(self, claims: Mapping[str, Claim], origins: Iterable[Origin] = ()) -> None:
        """The surroundings of `claims`; the same for any order."""
        self.claims: Mapping[str, Claim] = {}
        self.scopes, self.short = Scopes(), Shortened()
        self._pages: dict[str, list[Claim]] = {}
        self.salience = Salience(self._pages, self.short)
        self._origins: dict[str, Origin] = {}
        self._known: dict[str, dict[Hashable, Any]] = {}
        self._made: dict[Hashable, tuple[tuple[object, ...], Any]] = {}
        self._before: dict[Hashable, tuple[tuple[object, ...], Any]] = {}
        self.change(claims, origins, (), claims.values())

    def change(
        self,
        claims: Mapping[str, Claim],
        origins: Iterable[Origin],
        gone: Collection[Claim],
        new: Collection[Claim],
    ) -> None:
        """Takes `gone` out and `new` in; `claims` and `origins` (without relations) are then those held."""
        touched = {claim.version_id for claim in (*gone, *new)}
        self._turn(touched, {claim.claim_id for claim in gone}, new)
        moved = self.scopes.change(gone, new)
        # What was found of an origin rests on the other claims of its pages too.
        stale = {claim.claim_id for version in touched for claim in self.page(version)}
        if self.short.change(gone, new):
            self.salience.forget(list(self._pages))
            self._known.clear()
        elif moved and self._known:
            stale.update(one for one, claim in claims.items() if _names(claim, moved))
        held = {origin.origin_id: origin for origin in origins}
        self._known = {
            name: found
            for name, found in self._known.items()
            if name in held
            and _same(held[name], self._origins.get(name))
            and stale.isdisjoint(held[name].claims)
        }
        self.claims, self._origins = claims, held
        self._before, self._made = self._made, {}

    def _turn(self, touched: Iterable[str], gone: Collection[str], new: Iterable[Claim]) -> None:
        """Sets the pages that are touched anew, each in the order of its text."""
        fresh: dict[str, list[Claim]] = defaultdict(list)
        for claim in new:
            fresh[claim.version_id].append(claim)
        for version in touched:
            rest = [claim for claim in self._pages.pop(version, ()) if claim.claim_id not in gone]
            if page := sorted((*rest, *fresh[version]), key=_place):
                self._pages[version] = page
        self.salience.forget(touched)

    def page(self, version_id: str) -> list[Claim]:
        """The claims of one version of a page, in the order of its text."""
        return self._pages.get(version_id, [])

    def held(self, origin: Origin) -> list[Claim]:
        """The claims of `origin` that are held, the key claim first, then by id."""
        return self.once(_held, origin)

    def once(self, find: Callable[[Origin, Surroundings], Value], origin: Origin) -> Value:
        """What `find` gives for `origin`, worked out once; it may read all but the relations of the origin."""
        found: Value
        try:
            found = self._known[origin.origin_id][find]
        except KeyError:
            found = find(origin, self)
            self._known.setdefault(origin.origin_id, {})[find] = found
        return found

    def again(self, make: Callable[..., Value], name: str, *parts: object) -> Value:
        """What `make` gives for `parts`: what it gave last time under this name where the parts are equal."""
        known = self._before.get((make, name))
        if known is None or known[0] != parts:
            known = (parts, make(*parts))
        self._made[(make, name)] = known
        found: Value = known[1]
        return found


def _same(one: Origin, other: Origin | None) -> bool:
    return one is other or one == other


def _held(origin: Origin, around: Surroundings) -> list[Claim]:
    ids = (origin.key_claim_id, *sorted(set(origin.claims) - {origin.key_claim_id}))
    return [around.claims[claim_id] for claim_id in ids if claim_id in around.claims]


def _names(claim: Claim, stems: Collection[str]) -> bool:
    """True for a claim that names a place of one of these stems, or a number's."""
    names = (*(place.name for place in claim.places), *(one.scope for one in claim.quantities if one.scope))
    return any(stem(name) in stems for name in names)


def _place(claim: Claim) -> tuple[bool, int, str]:
    return (claim.span.field != "title", claim.span.start, claim.claim_id)
