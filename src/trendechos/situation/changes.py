"""What is new since a day: new origins, numbers that moved, stances that turned, predictions that came due."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from trendechos.records import Difference, Evidence, Origin, Prediction, Proposition, Series
from trendechos.situation.calendar import last_day, one_day, spoken
from trendechos.situation.wording import number


def changes(
    evidence: Evidence,
    since: str | None,
    as_of: str | None,
    *,
    propositions: Iterable[Proposition],
    series: Iterable[Series],
    predictions: Iterable[Prediction],
) -> tuple[Difference, ...]:
    """What the pages published on or after the day `since` add to those before it; empty without a day.

    By kind (new origins, numbers, stances, predictions, corrected pages, echoes of old), most widely
    carried first. An origin is new by the pages held, not in the world.
    """
    if since is None:
        return ()
    days = {report.report_id: day for report in evidence.reports.values() if (day := one_day(report.published))}
    origins = {origin.origin_id: origin for origin in evidence.origins}
    first = {one: _first(origin, days) for one, origin in origins.items()}
    new = {one for one, day in first.items() if day and day >= since}
    found = _new_origins(origins, new, first)
    found += _moved(series, origins, new)
    found += _reversed(propositions, origins, new)
    found += _due(predictions, since, as_of)
    found += _corrected(evidence, days, since)
    return tuple(found + _echoes_of_old(evidence, days, since, new))


def _first(origin: Origin, days: Mapping[str, str]) -> str | None:
    return min((days[report] for report in origin.reports if report in days), default=None)


def _new_origins(
    origins: Mapping[str, Origin], new: set[str], first: Mapping[str, str | None]
) -> list[Difference]:
    order = sorted(new, key=lambda one: (-len(origins[one].reports), first[one] or "", one))
    return [Difference("new_origin", origins[one].label, one, first[one]) for one in order]


def _moved(series: Iterable[Series], origins: Mapping[str, Origin], new: set[str]) -> list[Difference]:
    found = []
    for each in series:
        points = {point.origin_id: point for point in each.points}
        for point in each.points:
            before = points.get(point.revises or "")
            if (
                point.origin_id not in new
                or before is None
                or (before.low, before.high) == (point.low, point.high)
            ):
                continue
            speaker = origins[point.origin_id].speaker.canonical
            moved = f"from {_range(before.low, before.high)} to {_range(point.low, point.high)}"
            text = f"{each.measure}: {speaker}, {moved}"
            found.append(Difference("number_moved", text, point.origin_id, point.said_on))
    return found


def _range(low: float | None, high: float | None) -> str:
    if low is not None and high is not None:
        return number(low) if low == high else f"{number(low)} to {number(high)}"
    if low is not None:
        return f"{number(low)} or more"
    return f"up to {number(high)}" if high is not None else "a number in words"


def _reversed(
    propositions: Iterable[Proposition], origins: Mapping[str, Origin], new: set[str]
) -> list[Difference]:
    found: dict[str, Difference] = {}
    for proposition in propositions:
        stances = {stance.origin_id: stance for stance in proposition.stances}
        for before, after in proposition.reversals:
            if after in new and after not in found:
                speaker = origins[after].speaker.canonical
                turned = f"{stances[before].stance} to {stances[after].stance}".replace("_", " ")
                text = f"{proposition.text}: {speaker}, from {turned}"
                found[after] = Difference("stance_reversed", text, after, stances[after].said_on)
    return list(found.values())


def _due(predictions: Iterable[Prediction], since: str, as_of: str | None) -> list[Difference]:
    found = []
    for prediction in predictions:
        term = last_day(prediction.by)
        if prediction.status == "open" and prediction.by and term and since <= term <= (as_of or "9999"):
            author = prediction.author.canonical or "no author named"
            text = f"{author}, by {spoken(prediction.by)}: {prediction.words}"
            found.append(Difference("prediction_due", text, prediction.origin_id, term))
    return found


def _corrected(evidence: Evidence, days: Mapping[str, str], since: str) -> list[Difference]:
    """Pages held in a later version published since, with one origin that they carry."""
    carried: dict[str, str] = {}
    for origin in evidence.origins:
        for report in origin.reports:
            carried.setdefault(report, origin.origin_id)
    changed = sorted(
        {
            copy.report_id
            for copy in evidence.copies
            if copy.kind == "version" and days.get(copy.report_id, "") >= since
        }
    )
    return [
        Difference(
            "corrected", f"A later version of {_page(evidence, report)}", carried[report], days.get(report)
        )
        for report in changed
        if report in carried
    ]


def _page(evidence: Evidence, report_id: str) -> str:
    report = evidence.reports.get(report_id)
    return f"a page of {report.outlet}" if report and report.outlet else "a page"


def _echoes_of_old(evidence: Evidence, days: Mapping[str, str], since: str, new: set[str]) -> list[Difference]:
    repeated: dict[str, set[str]] = defaultdict(set)
    labels = {origin.origin_id: origin.label for origin in evidence.origins}
    for origin in evidence.origins:
        if origin.origin_id not in new:
            repeated[origin.origin_id] = {report for report in origin.reports if days.get(report, "") >= since}
    order = sorted((one for one in repeated if repeated[one]), key=lambda one: (-len(repeated[one]), one))
    return [
        Difference(
            "echo_of_old",
            f"{labels[one]} (pages since then: {len(repeated[one])})",
            one,
            max(days[report] for report in repeated[one]),
        )
        for one in order
    ]
