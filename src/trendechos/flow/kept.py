"""What one process keeps of its last assessment, so that one more report costs what is new in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from trendechos import echoes
from trendechos.batch import Executor
from trendechos.echoes.copies import earliness
from trendechos.flow.compare import grouped
from trendechos.records import Claim, Copy, EchoGroup, Origin, Proposition, Relation, Report
from trendechos.text.normalise import fold

_Copies = tuple[Copy, ...]
# Undated pages come after all others.
_LAST = "9999-12-31"


class Anew:
    """The same calls, everything made anew and nothing kept; `executor` compares claims where they are many."""

    def __init__(self, executor: Executor | None = None) -> None:
        """Keeps nothing but who compares."""
        self._executor = executor

    def join(self, claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> tuple[EchoGroup, ...]:
        """What `echoes.join` gives."""
        return grouped(claims, reports, self._executor)

    def trace(
        self, groups: Sequence[EchoGroup], claims: Mapping[str, Claim], reports: Mapping[str, Report]
    ) -> tuple[Origin, ...]:
        """What `echoes.trace` gives."""
        return echoes.trace(groups, claims, reports)

    def relate(
        self,
        origins: Sequence[Origin],
        propositions: Sequence[Proposition],
        claims: Mapping[str, Claim],
        reports: Mapping[str, Report],
    ) -> tuple[Origin, ...]:
        """What `echoes.relate` gives."""
        return echoes.relate(origins, propositions, claims, reports)

    def copies(self, reports: Mapping[str, Report]) -> _Copies:
        """What `echoes.copies` gives."""
        return echoes.copies(reports)


class Kept:
    """Groups, origins, relations and copies of the last assessment; each call gives what making anew would.

    Without anything kept, or where most is new, everything is made anew. Nothing is shared between two
    objects: keep one for each situation.
    """

    def __init__(self) -> None:
        """Knows nothing yet."""
        self._groups = _Groups()
        self._origins = _Origins()
        self._relations = _Relations()
        self._copies = _Sources()

    def join(self, claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> tuple[EchoGroup, ...]:
        """What `echoes.join` gives."""
        return self._groups.join(claims, reports)

    def trace(
        self, groups: Sequence[EchoGroup], claims: Mapping[str, Claim], reports: Mapping[str, Report]
    ) -> tuple[Origin, ...]:
        """What `echoes.trace` gives."""
        return self._origins.trace(groups, claims, reports)

    def relate(
        self,
        origins: Sequence[Origin],
        propositions: Sequence[Proposition],
        claims: Mapping[str, Claim],
        reports: Mapping[str, Report],
    ) -> tuple[Origin, ...]:
        """What `echoes.relate` gives."""
        return self._relations.relate(origins, propositions, claims, reports)

    def copies(self, reports: Mapping[str, Report]) -> _Copies:
        """What `echoes.copies` gives."""
        return self._copies.copies(reports)


def _differ(old: Mapping[str, object], new: Mapping[str, object]) -> tuple[set[str], set[str]]:
    """The keys of which the value is gone or another, and those of which it is new or another."""
    gone = {key for key, value in old.items() if key not in new or not _same(new[key], value)}
    return gone, {key for key in new if key not in old or key in gone}


def _same(one: object, other: object) -> bool:
    return one is other or one == other


class _Groups:
    """The groups of the claims seen last, and where to look up who shares a key."""

    def __init__(self) -> None:
        self._claims: dict[str, Claim] = {}
        self._reports: dict[str, Report] = {}
        self._shelves: dict[str, set[str]] = {}
        self._group_of: dict[str, EchoGroup] = {}

    def join(self, claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> tuple[EchoGroup, ...]:
        gone, new = _differ(self._claims, claims)
        moved, _ = _differ(self._reports, reports)
        gone |= {one for one, claim in self._claims.items() if claim.report_id in moved}
        new |= gone & claims.keys()
        if not self._claims or (len(gone) + len(new)) * 2 > len(claims):
            self._anew(claims, reports)
        elif gone or new:
            self._touch(gone, {one: claims[one] for one in new}, reports)
        self._claims, self._reports = dict(claims), dict(reports)
        found = {group.group_id: group for group in self._group_of.values()}
        return tuple(sorted(found.values(), key=lambda group: group.claim_ids))

    def _anew(self, claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> None:
        self._shelves, self._group_of = defaultdict(set), {}
        for claim in claims.values():
            self._shelve(claim)
        self._set(echoes.join(claims, reports=reports))

    def _touch(self, gone: set[str], new: Mapping[str, Claim], reports: Mapping[str, Report]) -> None:
        # Whatever a line of links joins to a claim that goes is grouped again without it.
        parted: set[str] = set()
        if gone:
            lost = [self._claims[one] for one in sorted(gone)]
            for group in echoes.touch(lost, self._held, reports=self._reports):
                parted.update(group.claim_ids)
        for one in gone:
            for key in echoes.keys(self._claims[one]):
                self._shelves.get(key, set()).discard(one)
            self._group_of.pop(one, None)
            self._claims.pop(one)
        seeds = {one: self._claims[one] for one in parted if one in self._claims} | dict(new)
        self._set(echoes.touch([seeds[one] for one in sorted(seeds)], self._held, reports=reports))
        self._claims.update(new)
        for claim in new.values():
            self._shelve(claim)

    def _held(self, keys: Iterable[str]) -> list[Claim]:
        ids = {one for key in keys for one in self._shelves.get(key, ())}
        return [self._claims[one] for one in sorted(ids)]

    def _shelve(self, claim: Claim) -> None:
        for key in echoes.keys(claim):
            self._shelves.setdefault(key, set()).add(claim.claim_id)

    def _set(self, groups: Iterable[EchoGroup]) -> None:
        for group in groups:
            self._group_of.update(dict.fromkeys(group.claim_ids, group))


class _Origins:
    """The origins traced last, by group."""

    def __init__(self) -> None:
        self._claims: Mapping[str, Claim] = {}
        self._reports: Mapping[str, Report] = {}
        self._of: dict[tuple[str, ...], Origin] = {}

    def trace(
        self, groups: Sequence[EchoGroup], claims: Mapping[str, Claim], reports: Mapping[str, Report]
    ) -> tuple[Origin, ...]:
        gone, new = _differ(self._claims, claims)
        moved, come = _differ(self._reports, reports)
        # An origin also depends on who else speaks on its pages.
        pages = {self._claims[one].report_id for one in gone} | {claims[one].report_id for one in new}
        pages |= moved | come
        stale = [group for group in groups if self._is_stale(group, claims, pages)]
        kept = {group.claim_ids for group in groups} & self._of.keys()
        left = [origin for ids, origin in self._of.items() if ids not in kept]
        if len(stale) * 2 < len(groups):
            found = self._again(groups, stale, left, claims, reports)
        else:
            found = echoes.trace(groups, claims, reports)
        self._of = {origin.claims: origin for origin in found}
        self._claims, self._reports = claims, reports
        return found

    def _is_stale(self, group: EchoGroup, claims: Mapping[str, Claim], pages: set[str]) -> bool:
        return group.claim_ids not in self._of or any(claims[one].report_id in pages for one in group.claim_ids)

    def _again(
        self,
        groups: Sequence[EchoGroup],
        stale: Sequence[EchoGroup],
        left: Sequence[Origin],
        claims: Mapping[str, Claim],
        reports: Mapping[str, Report],
    ) -> tuple[Origin, ...]:
        # A page that tells a statement wrongly marks the origin of the same speaker: all of one speaker go
        # together, those before and those after.
        made = echoes.trace(stale, claims, reports)
        were = [self._of[group.claim_ids] for group in stale if group.claim_ids in self._of]
        speakers = {fold(one.speaker.canonical) for one in (*made, *left, *were)} - {""}
        again = {group.group_id for group in stale} | {
            group.group_id
            for group in groups
            if (one := self._of.get(group.claim_ids)) is not None and fold(one.speaker.canonical) in speakers
        }
        fresh = echoes.trace([group for group in groups if group.group_id in again], claims, reports)
        rest = [self._of[group.claim_ids] for group in groups if group.group_id not in again]
        anew = {group.claim_ids for group in stale}
        # What came out as before, on pages that did not change, stays the same object: its relations stand too.
        found = [*rest]
        for one in fresh:
            before = self._of.get(one.claims)
            found.append(before if before == one and before is not None and one.claims not in anew else one)
        return tuple(sorted(found, key=lambda one: (_first_day(one, reports), one.origin_id)))


def _first_day(origin: Origin, reports: Mapping[str, Report]) -> str:
    days = (reports[one].published_on for one in origin.reports if one in reports)
    return min((day or _LAST for day in days), default=_LAST)


class _Relations:
    """The origins related last and the questions that related them."""

    def __init__(self) -> None:
        self._bare: dict[str, Origin] = {}
        self._related: dict[str, Origin] = {}
        self._asked: dict[str, tuple[str, ...]] = {}

    def relate(
        self,
        origins: Sequence[Origin],
        propositions: Sequence[Proposition],
        claims: Mapping[str, Claim],
        reports: Mapping[str, Report],
    ) -> tuple[Origin, ...]:
        bare = {origin.origin_id: origin for origin in origins}
        same = {one for one, origin in bare.items() if self._bare.get(one) is origin}
        asked = {
            one.proposition_id: tuple(sorted({stance.origin_id for stance in one.stances}))
            for one in propositions
        }
        standing = {one for one, ids in asked.items() if self._asked.get(one) == ids and same.issuperset(ids)}
        before = {name for one, ids in self._asked.items() if one not in standing for name in ids}
        touched = before | {name for one, ids in asked.items() if one not in standing for name in ids}
        part = [one for one in propositions if one.proposition_id not in standing]
        names = {stance.origin_id for one in part for stance in one.stances}
        made = {
            one.origin_id: one
            for one in echoes.relate([bare[one] for one in sorted(names & bare.keys())], part, claims, reports)
        }
        others: dict[str, set[str]] = defaultdict(set)
        for one in standing:
            for name in touched.intersection(asked[one]):
                others[name].update(asked[one])
        related = {
            one: self._related[one] if one in same and one not in touched
            else replace(origin, relations=self._relations(one, made.get(one), others[one]))
            for one, origin in bare.items()
        }  # fmt: skip
        self._bare, self._related, self._asked = bare, related, asked
        return tuple(related[one.origin_id] for one in origins)

    def _relations(self, name: str, made: Origin | None, others: set[str]) -> tuple[Relation, ...]:
        """Those found anew, and those to origins of questions that stand as they did."""
        found = {one.origin_id: one for one in made.relations} if made else {}
        if name in self._related:
            for one in self._related[name].relations:
                if one.origin_id in others:
                    found.setdefault(one.origin_id, one)
        return tuple(found[one] for one in sorted(found))


class _Sources:
    """The copies found last; reports later than all held add to them."""

    def __init__(self) -> None:
        self._reports: dict[str, Report] = {}
        self._index = echoes.CopyIndex(self._reports)
        self._found: list[Copy] = []

    def copies(self, reports: Mapping[str, Report]) -> _Copies:
        gone, new = _differ(self._reports, reports)
        last = max((earliness(report) for report in self._reports.values()), default=("", ""))
        if gone or any(earliness(reports[one]) < last for one in new):
            self._reports, self._found = {}, []
            self._index = echoes.CopyIndex(self._reports)
            new = set(reports)
        self._reports.update((one, reports[one]) for one in new)
        for one in sorted(new, key=lambda one: earliness(reports[one])):
            self._found.extend(self._index.place(one))
        return tuple(sorted(self._found, key=lambda copy: (copy.report_id, -copy.share, copy.of_report_id)))
