"""The numbers over time: the values of one measure by origin, never mixed with another's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from trendechos.records import Origin, Point, Proposition, Quantity, Series, Span, Stance
from trendechos.records.codec import content_id
from trendechos.situation.calendar import ordinal
from trendechos.situation.ranges import compatible
from trendechos.situation.voices import voice_of

# Two values stand at the same time when said within a week of each other (a briefing cycle); after
# that a different number is a change and no contradiction.
_SAME_TIME_DAYS = 7


def series(proposition: Proposition, origins: Iterable[Origin]) -> Series | None:
    """The values that `origins` give in answer to a question for a number; None for any other question."""
    if proposition.counts is None:
        return None
    known = {origin.origin_id: origin for origin in origins}
    # A figure that others support for another measure is no value of this one.
    own = [stance for stance in proposition.stances if stance.stance in ("value", "supports")]
    held = [(stance, known[stance.origin_id]) for stance in own if stance.origin_id in known]
    points = _points(held)
    return Series(
        series_id=content_id("series", proposition.proposition_id),
        measure=_measure(proposition.text),
        counts=proposition.counts,
        scope=proposition.scope,
        window=proposition.window,
        points=points,
        contested=_contested(points),
        echoes_count=sum(len(origin.claims) - 1 for _, origin in held),
    )


def _points(held: Sequence[tuple[Stance, Origin]]) -> tuple[Point, ...]:
    last: dict[str, tuple[str, str]] = {}
    points = []
    # Told by one page against the speaker's own words: no figure that the speaker moved to.
    mistold = {drift.claim_id for _, origin in held for drift in origin.drift if drift.what == "number changed"}
    for stance, origin in sorted(held, key=lambda entry: (entry[0].said_on or "9999", entry[1].origin_id)):
        day = stance.said_on
        if stance.qualifier is None:
            continue  # it supports a figure without giving one
        # A ministry and its minister keep one count.
        voice = None if origin.key_claim_id in mistold else voice_of(origin)
        before = last.get(voice) if voice and day else None
        points.append(
            Point(
                origin_id=origin.origin_id,
                said_on=day,
                low=stance.low,
                high=stance.high,
                qualifier=stance.qualifier,
                pages_count=len(origin.reports),
                # Which of two figures of one day came last no page tells.
                revises=before[1] if before and before[0] < (day or "") else None,
                words=origin.quantity.words if origin.quantity else stance.words,
            )
        )
        if voice and day:
            last[voice] = day, origin.origin_id
    return tuple(points)


def _contested(points: Sequence[Point]) -> tuple[tuple[str, str], ...]:
    """The stretches of days in which values of different speakers said within a week cannot both be right."""
    dated = [
        (number, point) for point in points if point.said_on and (number := ordinal(point.said_on)) is not None
    ]
    spans: list[list[str]] = []
    for at, (number, point) in enumerate(dated):
        for later, other in dated[at + 1 : at + 200]:
            if later - number > _SAME_TIME_DAYS:
                break
            if spans and (other.said_on or "") <= spans[-1][1]:
                continue  # already inside a contested stretch
            if other.revises == point.origin_id or compatible(_quantity(point), _quantity(other)):
                continue
            first, last = point.said_on or "", other.said_on or ""
            if spans and first <= spans[-1][1]:
                spans[-1][1] = max(spans[-1][1], last)
            else:
                spans.append([first, last])
    return tuple((first, last) for first, last in spans)


def _quantity(point: Point) -> Quantity:
    return Quantity(point.words or "", Span(0, 0), point.low, point.high, point.qualifier or "none")


# The asking verb of a question and what stands for it in the name of a measure.
_VERBS = (
    (" are in ", " in "), (" were suffered", " suffered"), (" were killed or wounded", " killed or wounded"),
    (" were killed", " killed"), (" were wounded", " wounded"), (" were captured", " captured"),
    (" were displaced", " displaced"), (" are missing", " missing"), (" are planned", " planned"),
    (" is planned", " planned"), (" are spoken of", ""), (" is spoken of", ""),
    (" casualties suffered", " casualties"), (" is given for ", " of "), (" are given for ", " of "),
    (" were counted entering", " entering"), (" were counted", ""), (" are to ", " to "), (" were ", " "),
)  # fmt: skip


def _measure(text: str) -> str:
    """The measure as a phrase: the question without its asking.

    >>> _measure("How many people were killed in Gaza, in all"), _measure("How many troops are planned")
    ('People killed in Gaza, in all', 'Troops planned')
    """
    phrase = (
        text.removeprefix("How many ")
        .removeprefix("How much ")
        .removeprefix("What ")
        .removeprefix("How high is ")
    )
    for verb, short in _VERBS:
        phrase = phrase.replace(verb, short, 1)
    return phrase[:1].upper() + phrase[1:]
