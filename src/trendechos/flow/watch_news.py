"""What reports taken since add to those before them: origins, moved numbers, reversals, independence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from trendechos.flow.assess import Assessed, Question, assess
from trendechos.flow.kept import Kept
from trendechos.flow.watch_outlets import members
from trendechos.presentation.wording.figures import bounds
from trendechos.records import Origin, Point, Report
from trendechos.store import View


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is new: its words, the origin that it rests on, and a key that stays the same."""

    rule: str
    text: str
    key: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class News:
    """Two assessments of one situation; `before` is None when nothing was held before."""

    before: Assessed | None
    after: Assessed

    @property
    def known_claims(self) -> frozenset[str]:
        """The claims held before."""
        return frozenset(self.before.evidence.claims) if self.before else frozenset()

    def new_origins(self) -> tuple[Origin, ...]:
        """Origins of which no claim was held before, most widely carried first."""
        known = self.known_claims
        fresh = [origin for origin in self.after.evidence.origins if known.isdisjoint(origin.claims)]
        return tuple(sorted(fresh, key=lambda one: (-len(one.reports), one.label, one.origin_id)))


def news(view: View, situation_id: str, engine: str, *, before: frozenset[tuple[str, str]], title: str) -> News:
    """What the members of a situation add to those of `before`: (report id, version id)."""
    reports = members(view, situation_id)
    old = [report for report in reports if (report.report_id, report.version_id) in before]
    known, claims = Kept(), view.claims(reports, engine)

    def assessed(some: Sequence[Report]) -> Assessed:
        # Claims of other reports or versions than these are left aside.
        return assess(some, claims, Question(title=title), corrections=view.corrections(), kept=known)

    return News(assessed(old) if old else None, assessed(reports))


def new_independent(found: News) -> list[Fact]:
    """New origins that raise the number of independent origins behind a question."""
    fresh = {origin.origin_id: origin for origin in found.new_origins()}
    facts = []
    for proposition in found.after.situation.propositions:
        ours = [stance.origin_id for stance in proposition.stances if stance.origin_id in fresh]
        many = proposition.independent_origins_count
        if not ours or many < 2 or many <= _independent_before(found, proposition.text):
            continue
        # The new origin that has evidence of its own, not merely the first that came.
        origin = next((fresh[one] for one in ours if _stands_apart(fresh[one])), fresh[ours[0]])
        text = f"{proposition.text}: now {many} independent origins; new: {origin.label}"
        facts.append(Fact("new_independent_origin", text, f"{proposition.text} {many}", origin))
    return facts


def _stands_apart(origin: Origin) -> bool:
    return any(relation.independence == "independent" for relation in origin.relations)


def _independent_before(found: News, text: str) -> int:
    if found.before is None:
        return 0
    return max(
        (one.independent_origins_count for one in found.before.situation.propositions if one.text == text),
        default=0,
    )


def numbers_moved(found: News, over_percent: float) -> list[Fact]:
    """Numbers that a new origin gives otherwise than its speaker did before, by more than the share."""
    fresh = {origin.origin_id: origin for origin in found.new_origins()}
    facts = []
    for series in found.after.situation.series:
        points = {point.origin_id: point for point in series.points}
        for point in series.points:
            earlier = points.get(point.revises or "")
            if point.origin_id not in fresh or earlier is None:
                continue
            moved = _percent(earlier, point)
            if moved is None or abs(moved) <= over_percent:
                continue
            origin = fresh[point.origin_id]
            who = origin.speaker.canonical or "no source named"
            span = f"from {_words(earlier)} to {_words(point)} ({moved:+.0f}%)"
            facts.append(Fact("number_moved", f"{series.measure}: {who}, {span}", origin.key_claim_id, origin))
    return facts


def _percent(earlier: Point, later: Point) -> float | None:
    old, new = _middle(earlier), _middle(later)
    if old is None or new is None or old == new:
        return None
    return 100 * (new - old) / old if old else float("inf")


def _middle(point: Point) -> float | None:
    known = [value for value in (point.low, point.high) if value is not None]
    return sum(known) / len(known) if known else None


def _words(point: Point) -> str:
    return bounds(point.low, point.high, point.qualifier)


def reversals(found: News) -> list[Fact]:
    """Questions on which a new origin takes another stance than its speaker did before."""
    fresh = {origin.origin_id: origin for origin in found.new_origins()}
    facts: dict[str, Fact] = {}
    for proposition in found.after.situation.propositions:
        stances = {stance.origin_id: stance.stance for stance in proposition.stances}
        for earlier, later in proposition.reversals:
            if later in fresh and earlier in stances and later in stances:
                origin = fresh[later]
                turn = f"from {stances[earlier]} to {stances[later]}".replace("_", " ")
                text = f"{proposition.text}: {origin.speaker.canonical}, {turn}"
                facts.setdefault(origin.origin_id, Fact("reversal", text, origin.key_claim_id, origin))
    return list(facts.values())


def carried_by(origin: Origin, reports: Iterable[Report]) -> list[dict[str, str | None]]:
    """The pages that carry an origin: outlet, title, address, day."""
    wanted = set(origin.reports)
    found = [report for report in reports if report.report_id in wanted]
    return [
        {"outlet": report.outlet, "title": report.title, "url": report.url, "published": report.published_on}
        for report in sorted(found, key=lambda one: (one.published_on or "9999", one.report_id))
    ]
