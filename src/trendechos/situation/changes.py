"""What is new since a day: new origins, numbers that moved, stances that turned, predictions that came due."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from trendechos.records import (
    Claim,
    Difference,
    Evidence,
    Moment,
    Origin,
    Point,
    Prediction,
    Proposition,
    Report,
    Series,
)
from trendechos.situation.attention import dated_pages
from trendechos.situation.calendar import last_day, one_day, spoken
from trendechos.situation.surroundings import Surroundings
from trendechos.situation.turns import Turn
from trendechos.situation.wording import number

# Numbers as written, for what a later version of a page changes.
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")
_SHOWN = 5
# Smaller figures meet by chance.
_LARGE = 100
# So much of each of two statements stands in one line.
_LONGEST = 100


def changes(
    evidence: Evidence,
    since: str | None,
    as_of: str | None,
    *,
    around: Surroundings,
    propositions: Iterable[Proposition],
    series: Iterable[Series],
    predictions: Iterable[Prediction],
    turned: Iterable[Turn] = (),
) -> tuple[Difference, ...]:
    """What the pages published on or after the day `since` add to those before it.

    By kind (new origins, numbers, stances, predictions, corrected and removed pages, echoes of old), most
    widely carried first. An origin is new by the pages held, not in the world; without a day none is, and
    what moved, turned, came due or was rewritten in all that is held is given. `turned` are origins by which
    somebody says the contrary of what he said before.
    """
    origins = {origin.origin_id: origin for origin in evidence.origins}
    from_day = since or ""
    new = _New(around, origins, from_day)
    found = _new_origins(origins, new) if since else []
    found += _moved(series, origins, new, evidence.claims.values())
    found += _reversed(propositions, origins, new, turned)
    found += _due(predictions, from_day, as_of)
    carried = _carried(evidence) if evidence.earlier or evidence.removed else {}
    found += _corrected(evidence, carried, from_day)
    found += _removed(evidence, carried, from_day)
    return tuple(found + (_echoes_of_old(origins, since, new) if since else []))


@dataclass(frozen=True, slots=True)
class _New:
    """Holds the origins of which the first page is of the day `since` or later."""

    around: Surroundings
    origins: Mapping[str, Origin]
    since: str

    def __contains__(self, origin_id: object) -> bool:
        day = self.first(str(origin_id))
        return day is not None and day >= self.since

    def days(self, origin_id: str) -> dict[str, str]:
        """The days of the pages of an origin, undated ones left out."""
        return dict(self.around.once(dated_pages, self.origins[origin_id]))

    def first(self, origin_id: str) -> str | None:
        """The first of them."""
        return min((day for _, day in self.around.once(dated_pages, self.origins[origin_id])), default=None)


def _new_origins(origins: Mapping[str, Origin], new: _New) -> list[Difference]:
    first = {one: day for one in origins if (day := new.first(one)) and day >= new.since}
    order = sorted(first, key=lambda one: (-len(origins[one].reports), first[one], one))
    return [Difference("new_origin", origins[one].label, one, first[one]) for one in order]


def _moved(
    series: Iterable[Series], origins: Mapping[str, Origin], new: _New, claims: Iterable[Claim]
) -> list[Difference]:
    moved = []
    for each in series:
        points = {point.origin_id: point for point in each.points}
        for point in each.points:
            before = points.get(point.revises or "")
            if before is None or (before.low, before.high) == (point.low, point.high):
                continue
            if point.origin_id in new:
                moved.append((each.measure, before, point))
    borrowed = _borrowed([point for *_, point in moved], origins, claims)
    found = []
    for measure, before, point in moved:
        if point.origin_id not in borrowed:
            first, speaker = (origins[one.origin_id].speaker.canonical for one in (before, point))
            by = f" ({first})" if first != speaker else ""
            step = f"from {_range(before.low, before.high)}{by} to {_range(point.low, point.high)}"
            text = f"{measure}: {speaker}, {step}"
            found.append(
                Difference("number_moved", text, point.origin_id, point.said_on, before_id=point.revises)
            )
    return found


def _borrowed(points: Sequence[Point], origins: Mapping[str, Origin], claims: Iterable[Claim]) -> set[str]:
    """The origins whose figure one page alone gives them, and an earlier page gives to somebody else."""
    alone = [
        one
        for one in points
        if len(origins[one.origin_id].reports) == 1 and (one.low or one.high or 0) >= _LARGE
    ]
    wanted = {(one.low, one.high) for one in alone}
    given: dict[tuple[float | None, float | None], list[tuple[str, str]]] = defaultdict(list)
    for claim in claims if wanted else ():
        for one in claim.quantities:
            if (one.low, one.high) in wanted and claim.said_when:
                given[one.low, one.high].append((claim.said_when.first, claim.speaker.canonical))
    return {
        point.origin_id
        for point in alone
        for day, who in given[point.low, point.high]
        if day < (point.said_on or "") and who != origins[point.origin_id].speaker.canonical
    }


def _range(low: float | None, high: float | None) -> str:
    if low is not None and high is not None:
        return number(low) if low == high else f"{number(low)} to {number(high)}"
    if low is not None:
        return f"{number(low)} or more"
    return f"up to {number(high)}" if high is not None else "a number in words"


def _reversed(
    propositions: Iterable[Proposition],
    origins: Mapping[str, Origin],
    new: _New,
    turned: Iterable[Turn],
) -> list[Difference]:
    found: dict[str, Difference] = {}
    for proposition in (one for one in propositions if one.reversals):
        stances = {stance.origin_id: stance for stance in proposition.stances}
        for earlier, after in proposition.reversals:
            if after in new and after not in found:
                speaker = origins[after].speaker.canonical
                turn = f"{stances[earlier].stance} to {stances[after].stance}".replace("_", " ")
                text = f"{proposition.text}: {speaker}, from {turn}"
                found[after] = Difference("stance_reversed", text, after, stances[after].said_on, earlier)
    for one in turned:
        after = one.after.origin_id
        # An echo may join what is said now with what was said before: the page tells whether it is new.
        page = new.around.report(one.now)
        if after not in found and page is not None and (one_day(page.published) or "") >= new.since:
            before, now = one.before, one.now.said_when or one.after.said_when
            today = Moment(one_day(page.published) or "", "day")
            # "Which said on Friday that not, said that so": the latter took the day of the former.
            now = today if before and before.said_when == now else now
            former = f"earlier: {_short(one.words)}"
            if before and before.speaker.kind != "none":
                former = _saying(before, before.said_when if before.said_when != now else None, one.words)
            said = one.now.text.partition(one.words if before is None else "\n")[0].rstrip(", ")
            text = f"{former}; then {_saying(one.after, now, said)}"
            found[after] = Difference(
                "stance_reversed", text, after, now.day if now else None, before.origin_id if before else None
            )
    return list(found.values())


def _saying(origin: Origin, when: Moment | None, words: str) -> str:
    """Who says it on which day, in short, and the words."""
    day = f" ({spoken(when)})" if when else ""
    denies = ", denied" if origin.polarity == "denied" else ""
    return f"{origin.speaker.canonical or 'no source named'}{day}{denies}: {_short(words)}"


def _short(words: str) -> str:
    """Words of a page to stand beside others: no stop, no half of a pair of marks, no great length."""
    words = words.rstrip(" .,;:")
    if words.count('"') % 2:
        words = words.replace('"', "")
    return words if len(words) <= _LONGEST else words[: words.rfind(" ", 0, _LONGEST)] + " …"


def _due(predictions: Iterable[Prediction], since: str, as_of: str | None) -> list[Difference]:
    found = []
    for prediction in predictions:
        term = last_day(prediction.by)
        if prediction.status == "open" and prediction.by and term and since <= term <= (as_of or "9999"):
            author = prediction.author.canonical or "no author named"
            text = f"{author}, for {spoken(Moment(term, 'day'))}: {prediction.words}"
            found.append(Difference("prediction_due", text, prediction.origin_id, term))
    return found


def _carried(evidence: Evidence) -> dict[str, str]:
    """For each report the most widely carried origin that stands on it."""
    found: dict[str, str] = {}
    for origin in sorted(evidence.origins, key=lambda one: (-len(one.reports), one.origin_id)):
        for report in origin.reports:
            found.setdefault(report, origin.origin_id)
    return found


def _corrected(evidence: Evidence, carried: Mapping[str, str], since: str) -> list[Difference]:
    """Pages of which a later version was seen since, with one origin that they carry and what numbers went."""
    if not evidence.earlier:
        return []
    by_page = {report.url or report.report_id: report for report in evidence.reports.values()}
    before: dict[str, list[Report]] = defaultdict(list)
    for report in evidence.earlier:
        now = evidence.reports.get(report.report_id) or by_page.get(report.url or report.report_id)
        if now is not None and now.version_id != report.version_id:
            before[now.report_id].append(report)
    found = []
    for report_id in sorted(before.keys() & carried.keys()):
        now = evidence.reports[report_id]
        on = one_day(now.retrieved) or one_day(now.published)
        if on is None or on < since:
            continue
        last = max(before[report_id], key=_age)
        text = f"A later version of {_page(evidence, report_id)}{_rewritten(last, now)}"
        found.append(Difference("corrected", text, carried[report_id], on))
    return found


def _age(report: Report) -> tuple[str, str, str]:
    return (
        report.retrieved.first if report.retrieved else "",
        report.published.first if report.published else "",
        report.version_id,
    )


def _rewritten(before: Report, now: Report) -> str:
    """The numbers that only one of two versions has, in words; empty where they have the same."""
    old, new = (set(_NUMBER.findall(one.text)) for one in (before, now))
    gone, came = (sorted(one, key=lambda text: (len(text), text))[:_SHOWN] for one in (old - new, new - old))
    parts = [f"no longer: {', '.join(gone)}"] * bool(gone) + [f"new: {', '.join(came)}"] * bool(came)
    return f" ({'; '.join(parts)})" if parts else ""


def _removed(evidence: Evidence, carried: Mapping[str, str], since: str) -> list[Difference]:
    """Pages found gone, or found back, since; what they said stays held."""
    found = []
    for one in sorted(evidence.removed, key=lambda each: (each.noticed_on, each.report_id)):
        if one.report_id not in carried or one.noticed_on < since:
            continue
        back = f"; back on {one.returned_on}" if one.returned_on else ""
        page = _page(evidence, one.report_id)
        text = f"{page[0].upper()}{page[1:]} is gone{back}; what it said stays held"
        found.append(Difference("removed", text, carried[one.report_id], one.noticed_on))
    return found


def _page(evidence: Evidence, report_id: str) -> str:
    report = evidence.reports.get(report_id)
    title = f" (“{report.title}”)" if report and report.title and not report.restated else ""
    return f"a page of {report.outlet}{title}" if report and report.outlet else f"a page{title}"


def _echoes_of_old(origins: Mapping[str, Origin], since: str, new: _New) -> list[Difference]:
    old = (one for one in origins if one not in new)
    repeated = {one: [day for day in new.days(one).values() if day >= since] for one in old}
    order = sorted((one for one in repeated if repeated[one]), key=lambda one: (-len(repeated[one]), one))
    return [
        Difference(
            "echo_of_old",
            f"{origins[one].label} (pages since then: {len(repeated[one])})",
            one,
            max(repeated[one]),
        )
        for one in order
    ]
