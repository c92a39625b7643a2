"""What one process keeps of its last assessment, so that one more report costs what is new in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from trendechos import echoes, situation
from trendechos.batch import Executor
from trendechos.flow.compare import grouped, keys
from trendechos.records import Claim, Copy, EchoGroup, Origin, Proposition, Relation, Report
from trendechos.text.normalise import fold


class Kept:
    """Names, groups, origins, relations, copies and all that was worked out of them in the last assessment.

    Each call gives what making anew would. Without anything kept, or where most is new, everything is made
    anew; `executor` then compares claims where they are many. Nothing is shared between two objects: keep one
    for each situation, or one `for_now` that prepares nothing for a next time.
    """

    def __init__(self, executor: Executor | None = None, *, for_now: bool = False) -> None:
        """Knows nothing yet."""
        self._names = _Names()
        self._groups = _Groups(executor, for_now=for_now)
        self._origins = _Origins()
        self._relations = _Relations()
        self._copies = _Sources()
        self._around = situation.Surroundings({})

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

    def around(self, claims: Mapping[str, Claim], origins: Sequence[Origin]) -> situation.Surroundings:
        """The surroundings of the claims, with what was found of origins before; good until the next call."""
        gone, new = _differ(self._around.claims, claims)
        before = [self._around.claims[one] for one in sorted(gone)]
        self._around.change(claims, origins, before, [claims[one] for one in sorted(new)])
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


def _differ(old: Mapping[str, object], new: Mapping[str, object]) -> tuple[set[str], set[str]]:
    """The keys of which the value is gone or another, and those of which it is new or another."""
    gone = {key for key, value in old.items() if key not in new or not _same(new[key], value)}
    return gone, {key for key in new if key not in old or key in gone}


def _same(one: object, other: object) -> bool:
    return one is other or one == other


class _Names:
    """The claims as received and as resolved last."""

    def __init__(self) -> None:
        self._names = situation.Names()
        self._claims: dict[str, Claim] = {}
        self._resolved: dict[str, Claim] = {}

    def resolved(self, claims: Mapping[str, Claim]) -> dict[str, Claim]:
        gone, new = _differ(self._claims, claims)
        before = [self._claims[one] for one in sorted(gone)]
        renamed = self._names.change(before, [claims[one] for one in sorted(new)])
        # What did not change stays the same object, so that the next stages see so at once.
        self._claims = {one: claim if one in new else self._claims[one] for one, claim in claims.items()}
        self._resolved = {
            one: self._names.resolved(claim) if renamed or one in new else self._resolved[one]
            for one, claim in self._claims.items()
        }
        return self._resolved


class _Groups:
    """The groups of the claims seen last, who shares a key with whom, and whom lines of links connect."""

    def __init__(self, executor: Executor | None, *, for_now: bool) -> None:
        self._executor, self._for_now = executor, for_now
        self._claims: dict[str, Claim] = {}
        self._reports: dict[str, Report] = {}
        self._shelves: dict[str, set[str]] = {}
        self._group_of: dict[str, EchoGroup] = {}
        self._line_of: dict[str, frozenset[str]] = {}

    def join(self, claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> tuple[EchoGroup, ...]:
        gone, new = _differ(self._claims, claims)
        moved, _ = _differ(self._reports, reports)
        if moved:
            gone |= {one for one, claim in self._claims.items() if claim.report_id in moved}
            new |= gone & claims.keys()
        if (len(gone) + len(new)) * 2 > len(claims):
            self._shelves, self._group_of, self._line_of = {}, {}, {}
            self._set(grouped(claims, reports, self._executor))
            self._shelve(() if self._for_now else claims.values())
        elif gone or new:
            self._touch(gone, {one: claims[one] for one in sorted(new)}, reports)
        self._claims, self._reports = dict(claims), dict(reports)
        found = {group.group_id: group for group in self._group_of.values()}
        return tuple(sorted(found.values(), key=lambda group: group.claim_ids))

    def _touch(self, gone: set[str], new: Mapping[str, Claim], reports: Mapping[str, Report]) -> None:
        if self._for_now:
            self._for_now = False
            self._shelve(self._claims.values())
        left = {name for one in gone for name in self._line_of[one]} - gone
        for one in gone:
            for key in keys(self._claims[one]):
                self._shelves[key].discard(one)
            del self._group_of[one], self._line_of[one]
        rest = [self._claims[one] for one in sorted(left)]
        self._set(echoes.touch(new.values(), self._held, self._line, left=rest, reports=reports))
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

    def _set(self, found: echoes.Joined) -> None:
        for group in found.groups:
            self._group_of.update(dict.fromkeys(group.claim_ids, group))
        for line in found.lines:
            self._line_of.update(dict.fromkeys(line, line))


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
        touched = {one for one, claim in claims.items() if claim.report_id in pages}
        stale = [
            group
            for group in groups
            if group.claim_ids not in self._of or not touched.isdisjoint(group.claim_ids)
        ]
        if len(stale) * 2 < len(groups):
            found = self._again(groups, stale, claims, reports)
        else:
            found = echoes.trace(groups, claims, reports)
        self._of = {origin.claims: origin for origin in found}
        self._claims, self._reports = claims, reports
        return found

    def _again(
        self,
        groups: Sequence[EchoGroup],
        stale: Sequence[EchoGroup],
        claims: Mapping[str, Claim],
        reports: Mapping[str, Report],
    ) -> tuple[Origin, ...]:
        # A page that tells a statement wrongly marks the origin of the same speaker: all of one speaker go
        # together, those before and those after.
        anew = {group.claim_ids for group in stale}
        rest = {group.claim_ids: group for group in groups if group.claim_ids not in anew}
        were = [origin for ids, origin in self._of.items() if ids not in rest]
        speakers = {fold(one.speaker.canonical) for one in (*self._traced(stale, claims, reports), *were)} - {
            ""
        }
        also = [group for ids, group in rest.items() if fold(self._of[ids].speaker.canonical) in speakers]
        found = {ids: self._of[ids] for ids in rest}
        for one in self._traced([*stale, *also], claims, reports):
            # What came out as before, on pages that did not change, stays the same object.
            if one.claims in anew or one != found[one.claims]:
                found[one.claims] = one
        return echoes.in_order(found.values(), reports)

    def _traced(
        self, groups: Sequence[EchoGroup], claims: Mapping[str, Claim], reports: Mapping[str, Report]
    ) -> tuple[Origin, ...]:
        """What `echoes.trace` gives for these groups, of the claims on their pages."""
        pages = {claims[one].report_id for group in groups for one in group.claim_ids}
        near = {one: claim for one, claim in claims.items() if claim.report_id in pages}
        return echoes.trace(groups, near, reports)


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

    def copies(self, reports: Mapping[str, Report]) -> tuple[Copy, ...]:
        gone, new = _differ(self._reports, reports)
        last = max((echoes.earliness(report) for report in self._reports.values()), default=("", ""))
        if gone or any(echoes.earliness(reports[one]) < last for one in new):
            self._reports, self._found = {}, []
            self._index = echoes.CopyIndex(self._reports)
            new = set(reports)
        self._reports.update((one, reports[one]) for one in new)
        self._found += self._index.place_all(new)
        return echoes.ranked(self._found)
