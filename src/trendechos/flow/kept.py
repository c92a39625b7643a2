"""What one process keeps of its last assessment, so that one more report costs what is new in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter, is_, itemgetter
from typing import TypeVar

from trendechos import echoes, situation
from trendechos.batch import Executor
from trendechos.flow.compare import grouped, keys
from trendechos.records import Claim, Copy, EchoGroup, Origin, Proposition, Report

Value = TypeVar("Value")
# Keys gone or turned, keys new or turned.
Difference = tuple[frozenset[str], frozenset[str]]


class Kept:
    """Names, groups, origins, relations, copies and all that was worked out of them in the last assessment.

    Each call gives what making anew would. Without anything kept, or where most is new, everything is made
    anew; `executor` then compares claims where they are many. Nothing is shared between two objects: keep one
    for each situation, or one `for_now` that prepares nothing for a next time.
    """

    def __init__(self, executor: Executor | None = None, *, for_now: bool = False) -> None:
        """Knows nothing yet."""
        differ = _Differ()
        self._given: list[Claim] = []
        self._ordered: list[Claim] = []
        self._names = _Names(differ)
        self._groups = _Groups(executor, differ, for_now=for_now)
        self._origins = _Origins(differ)
        self._relations = _Relations()
        self._copies = _Sources()
        self._around, self._differ = situation.Surroundings({}), differ

    def ordered(self, claims: Sequence[Claim]) -> list[Claim]:
        """The claims in order of their ids."""
        if len(claims) < len(self._given) or not all(map(is_, self._given, claims)):
            self._given, self._ordered = [], []
        # What is in order already is sorted at once.
        self._ordered = sorted([*self._ordered, *claims[len(self._given) :]], key=attrgetter("claim_id"))
        self._given = list(claims)
        return self._ordered

    def resolved(self, claims: Mapping[str, Claim]) -> dict[str, Claim]:
        """What `situation.resolved` gives."""
        return self._names.resolved(claims)

    def join(self, claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> tuple[EchoGroup, ...]:
        """What `echoes.join` gives."""
        return self._groups.join(claims, reports)

    def trace(
        self, groups: Sequence[EchoGroup], claims: Mapping[str, Claim], reports: Mapping[str, Report]
    ) -> tuple[Origin, ...]:
        """What `echoes.trace` gives."""
        return self._origins.trace(groups, claims, reports)

    def around(
        self, claims: Mapping[str, Claim], origins: Sequence[Origin], reports: Mapping[str, Report]
    ) -> situation.Surroundings:
        """The surroundings of the claims, with what was found of origins before; good until the next call."""
        gone, new = self._differ(self._around.claims, claims)
        before = [self._around.claims[one] for one in sorted(gone)]
        self._around.change(claims, origins, reports, before, [claims[one] for one in sorted(new)])
        return self._around

    def relate(
        self,
        origins: Sequence[Origin],
        propositions: Sequence[Proposition],
        claims: Mapping[str, Claim],
        reports: Mapping[str, Report],
    ) -> tuple[Origin, ...]:
        """What `echoes.relate` gives."""
        return self._relations.relate(origins, propositions, claims, reports)

    def copies(self, reports: Mapping[str, Report]) -> tuple[Copy, ...]:
        """What `echoes.copies` gives."""
        return self._copies.copies(reports)


class _Differ:
    """What `situation.differ` gives, worked out once where several ask about the same two mappings."""

    def __init__(self) -> None:
        """Has been asked nothing yet."""
        self._last: list[tuple[Mapping[str, object], Mapping[str, object], Difference]] = []

    def __call__(self, old: Mapping[str, object], new: Mapping[str, object]) -> Difference:
        for before, after, found in self._last:
            if before is old and after is new:
                return found
        gone, come = situation.differ(old, new)
        return self.note(old, new, gone, come)

    def note(
        self, old: Mapping[str, object], new: Mapping[str, object], gone: Iterable[str], come: Iterable[str]
    ) -> Difference:
        """The difference, where somebody found it out, for all who ask after that."""
        found = frozenset(gone), frozenset(come)
        # One pair of claims and one of reports go through the stages.
        self._last = [*self._last[-1:], (old, new, found)]
        return found


def _turned(old: Mapping[str, Value], new: Mapping[str, Value]) -> dict[str, Value]:
    """`new` in its order, with the very objects of `old` for the keys that it has."""
    return dict(zip(new, map(old.get, new, new.values()), strict=True))


class _Names:
    """The claims as received and as resolved last."""

    def __init__(self, differ: _Differ) -> None:
        self._differ = differ
        self._names = situation.Names()
        self._claims: dict[str, Claim] = {}
        self._resolved: dict[str, Claim] = {}

    def resolved(self, claims: Mapping[str, Claim]) -> dict[str, Claim]:
        gone, new = situation.differ(self._claims, claims)
        left = [self._claims[one] for one in sorted(gone)]
        renamed = self._names.change(left, [claims[one] for one in sorted(new)])
        # What did not change stays the same object, so that the next stages see so at once.
        self._claims = _turned(self._claims, claims) | {one: claims[one] for one in new}
        if gone or new:
            asked = claims if renamed else new
            found = {one: self._names.resolved(self._claims[one]) for one in asked}
            before, self._resolved = self._resolved, _turned(self._resolved, claims) | found
            if not renamed:
                self._differ.note(before, self._resolved, gone, new)
        return self._resolved


class _Groups:
    """The groups of the claims seen last, who shares a key with whom, and whom lines of links connect."""

    def __init__(self, executor: Executor | None, differ: _Differ, *, for_now: bool) -> None:
        self._executor, self._differ, self._for_now = executor, differ, for_now
        self._claims: Mapping[str, Claim] = {}
        self._reports: Mapping[str, Report] = {}
        self._shelves: dict[str, set[str]] = {}
        self._group_of: dict[str, EchoGroup] = {}
        self._line_of: dict[str, frozenset[str]] = {}
        self._ordered: tuple[EchoGroup, ...] = ()

    def join(self, claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> tuple[EchoGroup, ...]:
        gone, new = self._differ(self._claims, claims)
        moved, _ = self._differ(self._reports, reports)
        if moved:
            gone |= {one for one, claim in self._claims.items() if claim.report_id in moved}
            new |= gone & claims.keys()
        if (len(gone) + len(new)) * 2 > len(claims):
            self._shelves, self._group_of, self._line_of, self._ordered = {}, {}, {}, ()
            self._set(grouped(claims, reports, self._executor), gone=frozenset())
            self._shelve(() if self._for_now else claims.values())
        elif gone or new:
            self._touch(gone, {one: claims[one] for one in sorted(new)}, reports)
        self._claims, self._reports = claims, reports
        return self._ordered

    def _touch(self, gone: frozenset[str], new: Mapping[str, Claim], reports: Mapping[str, Report]) -> None:
        if self._for_now:
            self._for_now = False
            self._shelve(self._claims.values())
        left = {name for one in gone for name in self._line_of[one]} - gone
        for one in gone:
            for key in keys(self._claims[one]):
                self._shelves[key].discard(one)
            del self._line_of[one]
        rest = [self._claims[one] for one in sorted(left)]
        self._set(echoes.touch(new.values(), self._held, self._line, left=rest, reports=reports), gone=gone)
        self._shelve(new.values())

    def _held(self, claim: Claim) -> list[Claim]:
        ids = {one for key in keys(claim) for one in self._shelves.get(key, ())}
        return [self._claims[one] for one in sorted(ids)]

    def _line(self, claim: Claim) -> list[Claim]:
        return [self._claims[one] for one in sorted(self._line_of[claim.claim_id]) if one in self._line_of]

    def _shelve(self, claims: Iterable[Claim]) -> None:
        for claim in claims:
            for key in keys(claim):
                self._shelves.setdefault(key, set()).add(claim.claim_id)

    def _set(self, found: echoes.Joined, *, gone: frozenset[str]) -> None:
        for line in found.lines:
            self._line_of.update(dict.fromkeys(line, line))
        before = [self._group_of.pop(one, None) for one in gone.union(*found.lines)]
        stale = {group.group_id: group for group in before if group}
        # A group that came out as before stays the same object.
        groups = [one if stale.get(one.group_id) != one else stale[one.group_id] for one in found.groups]
        for group in groups:
            self._group_of.update(dict.fromkeys(group.claim_ids, group))
        rest = [group for group in self._ordered if group.group_id not in stale]
        self._ordered = tuple(sorted([*rest, *groups], key=attrgetter("claim_ids")))


class _Origins:
    """The origins traced last, by group."""

    def __init__(self, differ: _Differ) -> None:
        self._differ = differ
        self._claims: Mapping[str, Claim] = {}
        self._reports: Mapping[str, Report] = {}
        self._groups: dict[str, EchoGroup] = {}
        self._group_of: dict[str, str] = {}
        self._on_page: dict[str, set[str]] = defaultdict(set)
        self._alone: dict[str, Origin] = {}
        self._by_speaker: dict[str, set[str]] = defaultdict(set)
        self._whole: dict[str, Origin] = {}
        self._ordered: list[tuple[tuple[str, str], str]] = []

    def trace(
        self, groups: Sequence[EchoGroup], claims: Mapping[str, Claim], reports: Mapping[str, Report]
    ) -> tuple[Origin, ...]:
        pages = self._turn(claims, reports)
        held = {group.group_id: group for group in groups}
        gone, new = situation.differ(self._groups, held)
        for one in gone:
            for claim_id in self._groups[one].claim_ids:
                self._group_of.pop(claim_id, None)
        for one in new:
            self._group_of.update(dict.fromkeys(held[one].claim_ids, one))
        # An origin also depends on who else speaks on its pages.
        near = [claim_id for page in pages for claim_id in self._on_page.get(page, ())]
        stale = new | {self._group_of[one] for one in near if one in self._group_of}
        self._groups, self._claims, self._reports = held, claims, reports
        self._set(gone | stale, stale)
        return tuple(map(self._whole.__getitem__, map(itemgetter(1), self._ordered)))

    def _turn(self, claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> set[str]:
        """Sets which claims stand on which page; the pages that changed."""
        gone, new = self._differ(self._claims, claims)
        for one in gone:
            self._on_page[self._claims[one].report_id].discard(one)
        for one in new:
            self._on_page[claims[one].report_id].add(one)
        moved, come = self._differ(self._reports, reports)
        pages = {self._claims[one].report_id for one in gone} | {claims[one].report_id for one in new}
        return pages | moved | come

    def _set(self, dropped: Collection[str], stale: Collection[str]) -> None:
        """Takes origins out and traces those of `stale` anew, with all of the same speakers.

        A page that tells a statement wrongly marks the origin of the same speaker.
        """
        speakers = set()
        for one in dropped:
            if one in self._alone:
                speakers.add(echoes.voice(self._alone[one].speaker))
                self._by_speaker[echoes.voice(self._alone.pop(one).speaker)].discard(one)
        for one, origin in zip(stale, self._traced(stale), strict=True):
            self._alone[one] = origin
            speakers.add(echoes.voice(origin.speaker))
            self._by_speaker[echoes.voice(origin.speaker)].add(one)
        asked = sorted(set(stale).union(*(self._by_speaker[name] for name in speakers if name)))
        held = [self._alone[one] for one in asked]
        beside = self._beside(claim_id for origin in held for claim_id in origin.claims)
        whole = echoes.distorted(held, beside, self._reports)
        for one in dropped:
            self._whole.pop(one, None)
        for one, origin in zip(asked, whole, strict=True):
            # What came out as before, on pages that did not change, stays the same object.
            if self._whole.get(one) != origin:
                self._whole[one] = origin
        kept = [entry for entry in self._ordered if entry[1] not in dropped]
        fresh = [(echoes.place(self._whole[one], self._reports), one) for one in stale]
        self._ordered = sorted([*kept, *fresh])

    def _traced(self, groups: Iterable[str]) -> Iterator[Origin]:
        listed = [self._groups[one] for one in groups]
        beside = self._beside(claim_id for group in listed for claim_id in group.claim_ids)
        return echoes.alone(listed, beside, self._reports)

    def _beside(self, claim_ids: Iterable[str]) -> dict[str, Claim]:
        """All claims of the pages on which these stand."""
        pages = {self._claims[one].report_id for one in claim_ids}
        return {one: self._claims[one] for page in sorted(pages) for one in self._on_page[page]}


class _Relations:
    """The origins related last and the questions that related them."""

    def __init__(self) -> None:
        self._bare: dict[str, Origin] = {}
        self._related: dict[str, Origin] = {}
        self._asked: dict[str, Proposition] = {}
        self._ids: dict[str, frozenset[str]] = {}

    def relate(
        self,
        origins: Sequence[Origin],
        propositions: Sequence[Proposition],
        claims: Mapping[str, Claim],
        reports: Mapping[str, Report],
    ) -> tuple[Origin, ...]:
        bare = {origin.origin_id: origin for origin in origins}
        _, changed = situation.differ(self._bare, bare)
        asked = {one.proposition_id: one for one in propositions}
        _, posed = situation.differ(self._asked, asked)
        standing = {
            one
            for one in self._asked
            if one in asked and one not in posed and changed.isdisjoint(self._ids[one])
        }
        ids = {one: self._ids[one] if one in standing else _answering(asked[one]) for one in asked}
        anew = asked.keys() - standing
        touched = changed.union(*(self._ids[one] for one in self._asked.keys() - standing))
        touched = touched.union(*(ids[one] for one in anew)) & bare.keys()
        part = [asked[one] for one in asked if one in anew]
        names = sorted(bare.keys() & {name for one in anew for name in ids[one]})
        made = {
            one.origin_id: one for one in echoes.relate([bare[one] for one in names], part, claims, reports)
        }
        others: dict[str, set[str]] = defaultdict(set)
        for one in standing:
            for name in touched.intersection(ids[one]):
                others[name].update(ids[one])
        related = {one: self._joined(bare[one], made.get(one), others.get(one)) for one in touched}
        self._related = _turned(self._related, bare) | related
        self._bare, self._asked, self._ids = bare, asked, ids
        return tuple(self._related.values())

    def _joined(self, bare: Origin, made: Origin | None, others: Collection[str] | None) -> Origin:
        """The origin with the relations found anew, and those of questions that stand as they did."""
        found = {one.origin_id: one for one in made.relations} if made else {}
        before = self._related.get(bare.origin_id)
        if not others or before is None:
            return made or bare
        for one in before.relations:
            if one.origin_id in others:
                found.setdefault(one.origin_id, one)
        return replace(bare, relations=tuple(found[one] for one in sorted(found)))


def _answering(proposition: Proposition) -> frozenset[str]:
    return frozenset(stance.origin_id for stance in proposition.stances)


class _Sources:
    """The copies found last; reports later than all held add to them."""

    def __init__(self) -> None:
        self._reports: dict[str, Report] = {}
        self._index = echoes.CopyIndex(self._reports)
        self._found: list[Copy] = []
        self._last = ("", "")

    def copies(self, reports: Mapping[str, Report]) -> tuple[Copy, ...]:
        gone, new = situation.differ(self._reports, reports)
        if gone or any(echoes.earliness(reports[one]) < self._last for one in new):
            self._reports, self._found, self._last = {}, [], ("", "")
            self._index = echoes.CopyIndex(self._reports)
            new = set(reports)
        self._reports.update((one, reports[one]) for one in new)
        self._last = max([self._last, *(echoes.earliness(reports[one]) for one in new)])
        self._found += self._index.place_all(new)
        return echoes.ranked(self._found)
