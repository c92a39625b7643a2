"""What all claims together say of places and forces, and what was found out of each origin in their light."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from trendechos.records import Claim, Origin, Proposition, Report
from trendechos.situation.scopes import Scopes, stem
from trendechos.situation.shortened import Shortened
from trendechos.situation.sides import Salience
from trendechos.situation.slices import Slices, by_hash, differ, few, many

Value = TypeVar("Value")
# A report and its claims.
Page = tuple[Report, Sequence[Claim]]
# In characters: no sentence and no statement is longer, and a page may be a book.
_NEAR = 20_000


class Surroundings:
    """The claims of a situation by page, what their names mean, its origins, and what was worked out of them.

    `once` keeps what was found of an origin for as long as the origin and what is said around it stay the
    same, `again` what was made of equal parts. `every`, `parts` and `pages` keep what was found of some dozen
    origins or pages together: of one more report only what it touches is found anew.
    """

    def __init__(
        self,
        claims: Mapping[str, Claim],
        origins: Iterable[Origin] = (),
        reports: Mapping[str, Report] | None = None,
    ) -> None:
        """The surroundings of `claims`; the same for any order."""
        self.claims: Mapping[str, Claim] = {}
        self.scopes, self.short = Scopes(), Shortened()
        self._pages: dict[str, list[Claim]] = {}
        self.salience = Salience(self._pages, self.short)
        self._reports: Mapping[str, Report] = {}
        self._origins: dict[str, Origin] = {}
        self._origin_of: dict[str, str] = {}
        self._known: dict[str, dict[Hashable, Any]] = {}
        self._many, self._few, self._on_pages = Slices(many), Slices(few), Slices(by_hash)
        self._ranked: dict[Hashable, list[tuple[Any, str, Any]]] = {}
        self._unranked: dict[Hashable, set[str]] = {}
        self._made: dict[Hashable, tuple[tuple[object, ...], Any]] = {}
        self._before: dict[Hashable, tuple[tuple[object, ...], Any]] = {}
        self.change(claims, origins, reports or {}, (), claims.values())

    def change(
        self,
        claims: Mapping[str, Claim],
        origins: Iterable[Origin],
        reports: Mapping[str, Report],
        gone: Collection[Claim],
        new: Collection[Claim],
    ) -> None:
        """Takes `gone` out and `new` in; `claims`, `origins` (bare of relations), `reports` are then held."""
        gone_pages, new_pages = differ(self._reports, reports)
        held = [one for one in gone_pages if one in reports]
        touched = {claim.version_id for claim in (*gone, *new)} | {reports[one].version_id for one in held}
        self._turn(touched, {claim.claim_id for claim in gone}, new)
        moved = self.scopes.change(gone, new)
        # What was found of an origin rests on the other claims of its pages too.
        stale = {claim.claim_id for version in touched for claim in self.page(version)}
        pages = gone_pages | new_pages | {claim.report_id for claim in (*gone, *new)}
        if self.short.change(gone, new):
            self.salience.forget(list(self._pages))
            stale = set(claims)
        elif moved and self._known:
            stale.update(one for one, claim in claims.items() if _names(claim, moved))
        self.claims, self._reports = claims, reports
        self._on_pages.touch(pages, reports)
        self._trace({origin.origin_id: origin for origin in origins}, stale)
        self._before, self._made = self._made, {}

    def _trace(self, held: dict[str, Origin], stale: Iterable[str]) -> None:
        """Sets the origins, and forgets what was found of those that changed or hold a claim of `stale`."""
        gone, new = differ(self._origins, held)
        for one in gone:
            for claim_id in self._origins[one].claims:
                self._origin_of.pop(claim_id, None)
        for one in new:
            self._origin_of.update(dict.fromkeys(held[one].claims, one))
        of = self._origin_of
        touched = gone | new | {of[one] for one in stale if one in of}
        for one in touched:
            self._known.pop(one, None)
        self._origins = held
        self._many.touch(touched, held)
        self._few.touch(touched, held)
        for some in self._unranked.values():
            some.update(touched)

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

    def beside(self, claim: Claim) -> tuple[list[Claim], list[Claim]]:
        """The claims of its page before `claim`, and those behind it, in the order of its text."""
        page = self.page(claim.version_id)
        at = bisect_left(page, _place(claim), key=_place)
        return page[:at], page[at + 1 :]

    def near(self, claim: Claim) -> list[Claim]:
        """The claims of its page that begin not far before or behind `claim`, in the order of its text."""
        page, (text, start, _) = self.page(claim.version_id), _place(claim)
        first, last = (bisect_left(page, (text, start + far, ""), key=_place) for far in (-_NEAR, _NEAR))
        return page[first:last]

    def origin_of(self, claim: Claim) -> str | None:
        """The id of the origin that holds `claim`, None where none does."""
        return self._origin_of.get(claim.claim_id)

    def answering(self, proposition: Proposition) -> list[Origin]:
        """The origins that answer a question, in its order."""
        found = (self._origins.get(stance.origin_id) for stance in proposition.stances)
        return [origin for origin in found if origin]

    def report(self, claim: Claim) -> Report | None:
        """The claim's page, None where it is not held."""
        return self._reports.get(claim.report_id)

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

    def every(self, find: Callable[[Origin, Surroundings], Value | None]) -> list[Value]:
        """What `find` gives for each origin, in the order of their ids, without what is None or empty."""

        def some(ids: Sequence[str]) -> list[Value]:
            return [found for one in ids if (found := find(self._origins[one], self))]

        return [found for part in self._many.found(find, some) for found in part]

    def ranked(self, find: Callable[[Origin, Surroundings], tuple[Any, Value] | None]) -> list[Value]:
        """What `find` gives for each origin behind a sort key, in order of key, then of id; without None."""
        stale = self._unranked.get(find, self._origins.keys())
        entries = [one for one in self._ranked.get(find, ()) if one[1] not in stale]
        for one in stale:
            found = find(self._origins[one], self) if one in self._origins else None
            if found:
                entries.append((found[0], one, found[1]))
        entries.sort()
        self._ranked[find], self._unranked[find] = entries, set()
        return [entry[2] for entry in entries]

    def parts(self, find: Callable[[Sequence[Origin], Surroundings], Value]) -> list[Value]:
        """What `find` gives for each of some hundred parts of the origins, for the caller to put together."""
        return self._few.found(find, lambda ids: find([self._origins[one] for one in ids], self))

    def pages(self, find: Callable[[Sequence[Page]], Value]) -> list[Value]:
        """What `find` gives for each of some hundred parts of the pages, for the caller to put together."""

        def some(ids: Sequence[str]) -> Value:
            reports = [self._reports[one] for one in ids]
            return find(
                [(one, [claim for claim in self.page(one.version_id) if claim.report_id == one.report_id])
                 for one in reports]
            )  # fmt: skip

        return self._on_pages.found(find, some)

    def again(self, make: Callable[..., Value], name: str, *parts: object) -> Value:
        """What `make` gives for `parts`: what it gave last time under this name where the parts are equal."""
        known = self._before.get((make, name))
        if known is None or known[0] != parts:
            known = (parts, make(*parts))
        self._made[(make, name)] = known
        found: Value = known[1]
        return found


def _held(origin: Origin, around: Surroundings) -> list[Claim]:
    """The claims of an origin: the fullest copy, then the others by page and place, not by their ids."""
    held = [around.claims[claim_id] for claim_id in set(origin.claims) if claim_id in around.claims]
    return sorted(held, key=lambda one: (one.claim_id != origin.key_claim_id, one.report_id, *_place(one)))


def _names(claim: Claim, stems: Collection[str]) -> bool:
    """True for a claim that names a place of one of these stems, or a number's."""
    names = (*(place.name for place in claim.places), *(one.scope for one in claim.quantities if one.scope))
    return any(stem(name) in stems for name in names)


def _place(claim: Claim) -> tuple[bool, int, str]:
    return (claim.span.field != "title", claim.span.start, claim.claim_id)
