"""Everything that can be said of a set of claims as of one moment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from trendechos.records import Background, Burst, Evidence, Gap, Origin, Proposition, Situation
from trendechos.situation.actors import actors, widest
from trendechos.situation.attention import attention, bursts, by_topic
from trendechos.situation.changes import changes
from trendechos.situation.coverage import coverage, sources, totals
from trendechos.situation.heading import heading
from trendechos.situation.independence import verdict
from trendechos.situation.leads import leads
from trendechos.situation.naming import name
from trendechos.situation.outcome import risen
from trendechos.situation.outlook import assessments, background, calls, predictions
from trendechos.situation.places import places
from trendechos.situation.propositions import importance
from trendechos.situation.response import response
from trendechos.situation.series import series
from trendechos.situation.stances import FOR
from trendechos.situation.surroundings import Surroundings
from trendechos.situation.timeline import timeline
from trendechos.situation.turns import Turn, turns
from trendechos.situation.unknowns import open_questions
from trendechos.situation.voices import voice_of

Entry = TypeVar("Entry")

# More than a reader can take in; what is beyond is counted in a gap and stays in claims and origins.
_MOST = 1000


def assess(
    evidence: Evidence,
    *,
    as_of: str | None = None,
    since: str | None = None,
    title: str = "",
    around: Surroundings | None = None,
) -> Situation:
    """The situation that `evidence` shows as of the day `as_of`, with what is new since the day `since`.

    Without `as_of` the day is the latest day of publication held. Never a verdict of truth: it says
    who says what, on what, how often repeated, and what is not known. Long lists end after 1,000
    entries, the most widely carried kept, with a gap that counts the rest. `around` is what `pose` was
    given, so that it need not be worked out again.
    """
    origins = {origin.origin_id: origin for origin in evidence.origins}
    around = around or Surroundings(evidence.claims, evidence.origins, evidence.reports)
    answering = {one.proposition_id: _answering(one, origins) for one in evidence.propositions}
    judged = (
        around.again(_judged, one.proposition_id, one, answering[one.proposition_id], evidence.left_out_undated)
        for one in evidence.propositions
    )
    posed = tuple(sorted(judged, key=importance))
    days = attention(around)
    day = as_of or max((one.day for one in days), default=None)
    values = (around.again(series, one.proposition_id, one, answering[one.proposition_id]) for one in posed)
    numbers = [one for one in values if one]
    ahead = risen(predictions(around), posed, origins)
    turned = turns(around)
    news = changes(
        evidence,
        since,
        day,
        around=around,
        propositions=posed,
        series=numbers,
        predictions=ahead,
        turned=turned,
    )
    loud = bursts(days, evidence.volume)
    gaps = _volume_gaps(loud, evidence)
    return Situation(
        title=title or heading(evidence, posed, around),
        as_of=day,
        coverage=coverage(evidence, around),
        counts=totals(evidence, around),
        origins=tuple(origins[one] for one in around.ranked(widest)),
        propositions=_first(posed, "propositions", gaps),
        series=_first(numbers, "series", gaps),
        timeline=_first(timeline(around), "timeline", gaps),
        places=_first(places(around), "places", gaps),
        actors=_first(actors(around), "actors", gaps),
        response=_first(response(around), "response", gaps),
        attention=_first(days, "attention", gaps),
        bursts=loud,
        predictions=_first(ahead, "predictions", gaps),
        calls=_first(calls(around), "calls", gaps),
        assessments=_first(assessments(around), "assessments", gaps),
        background=_first(_still_held(background(around), turned), "background", gaps),
        changes=_first(news, "changes", gaps),
        sources=_first(sources(around), "sources", gaps),
        gaps=(*evidence.gaps, *gaps),
        since=since,
        attention_by_topic=by_topic(posed, around),
        leads=leads(around),
    )


def _still_held(recalled: Sequence[Background], turned: Sequence[Turn]) -> list[Background]:
    """History without what is taken back now: that is one half of a turn."""
    gone = frozenset(one for turn in turned for one in turn.taken_back)
    return [one for one in recalled if one.origin_id not in gone]


def _volume_gaps(loud: Sequence[Burst], evidence: Evidence) -> list[Gap]:
    """Says that bursts of attention stand against the mean day, where no total volume is known."""
    if evidence.volume or not any(one.series == "attention" for one in loud):
        return []
    detail = (
        "bursts of attention are held against the mean day, not against all that the same outlets published"
    )
    return [Gap("attention", "situation", "total volume not known", detail)]


def _answering(proposition: Proposition, origins: Mapping[str, Origin]) -> tuple[Origin, ...]:
    return tuple(origins[one.origin_id] for one in proposition.stances if one.origin_id in origins)


def _judged(proposition: Proposition, answering: Sequence[Origin], left_out: int) -> Proposition:
    """The proposition with its independence filled from the relations of its origins."""
    origins = {origin.origin_id: origin for origin in answering}
    positive = [stance.origin_id for stance in proposition.stances if stance.stance in FOR]
    names = {one: name(voice) for one in positive if one in origins and (voice := voice_of(origins[one]))}
    count, independence, reason = verdict(positive, origins, names)
    judged = replace(proposition, independent_origins_count=count, independence=independence, reason=reason)
    return replace(judged, open_questions=open_questions(judged, origins, left_out))


def _first(entries: Sequence[Entry], what: str, gaps: list[Gap]) -> tuple[Entry, ...]:
    if len(entries) > _MOST:
        gaps.append(
            Gap(what, "situation", "list cut", f"{len(entries) - _MOST} more of {len(entries)} are not listed")
        )
    return tuple(entries[:_MOST])
