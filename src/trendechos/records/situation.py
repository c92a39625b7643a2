"""Everything assessed as of one moment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from trendechos.records.claim import ClaimType
from trendechos.records.correction import Corrected
from trendechos.records.gap import Gap
from trendechos.records.moment import Moment
from trendechos.records.origin import Origin
from trendechos.records.place import PlacePrecision
from trendechos.records.proposition import Proposition
from trendechos.records.quantity import Counts, Qualifier, Window
from trendechos.records.speaker import Speaker

PredictionStatus = Literal["open", "came_true", "did_not", "void", "superseded"]
ChangeKind = Literal[
    "new_origin", "number_moved", "stance_reversed", "prediction_due", "corrected", "removed", "echo_of_old"
]


@dataclass(frozen=True, slots=True)
class Coverage:
    """What we hold: our collection, not the world. Days are `YYYY-MM-DD`; `outlet_countries` counts reports."""

    reports: int
    dated_from: str | None
    dated_to: str | None
    undated: int
    left_out_undated: int
    left_out_later: int
    languages: tuple[tuple[str, int], ...]
    outlets: int
    outlet_countries: tuple[tuple[str, int], ...] = ()
    restated: int = 0
    note: str = "our collection, not the world"


@dataclass(frozen=True, slots=True)
class Totals:
    """Totals: `echo_share` of claims repeats an origin already held, `unnamed_share` has no named speaker."""

    reports: int
    claims: int
    origins: int
    parties: int
    echo_share: float
    unnamed_share: float


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a series by one origin; `revises` is the same speaker's earlier origin."""

    origin_id: str
    said_on: str | None
    low: float | None
    high: float | None
    qualifier: Qualifier
    pages_count: int
    revises: str | None = None
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """The values of one measure by origin over time; kinds, scopes and windows are never mixed.

    `contested` holds the stretches of days (first, last) in which origins that stand at the same time
    give values that cannot both be right; `echoes_count` the claims that repeat a point and are not
    plotted.
    """

    series_id: str
    measure: str
    counts: Counts
    scope: str | None
    window: Window
    points: tuple[Point, ...]
    contested: tuple[tuple[str, str], ...] = ()
    echoes_count: int = 0


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """Something said to have happened (`event`) or said (`statement`), with its origins."""

    when: Moment
    lane: Literal["event", "statement"]
    text: str
    type: ClaimType
    origins: tuple[str, ...]
    background: bool = False
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SituationPlace:
    """A place of the situation; `context` says country, region and distances in words."""

    name: str
    lat: float | None
    lon: float | None
    precision: PlacePrecision
    country: str | None
    claims_count: int
    origins_count: int
    context: str
    adm1: str | None = None
    geonameid: int | None = None


@dataclass(frozen=True, slots=True)
class Act:
    """What one actor is said to do, to whom, by how many origins."""

    type: ClaimType
    recipient: str | None
    origins_count: int
    origins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SituationActor:
    """A party to the situation: what it is said to do, by how many origins, and in how many it speaks."""

    name: str
    code: str | None
    party: str | None
    origins_count: int
    acts: tuple[Act, ...] = ()
    spoken_count: int = 0


@dataclass(frozen=True, slots=True)
class Response:
    """What an actor has done, announced, considered or been asked to do; `refused` what it announced not to."""

    actor: str
    status: Literal["done", "announced", "considered", "demanded"]
    type: ClaimType
    text: str
    origins: tuple[str, ...]
    refused: bool = False


@dataclass(frozen=True, slots=True)
class Attention:
    """One day: reports published, claims that repeat a held origin, origins seen for the first time."""

    day: str
    reports: int
    echoes: int
    new_origins: int


@dataclass(frozen=True, slots=True)
class TopicAttention:
    """The attention to one proposition, day by day: the reports, echoes and new origins that speak to it."""

    proposition_id: str
    days: tuple[Attention, ...]


@dataclass(frozen=True, slots=True)
class Burst:
    """A stretch of days in which a series runs above its rest (Kleinberg 2002); `weight` is the cost saved.

    `finding` is `loud but nothing new` for a burst of attention in which no burst of new origins falls.
    """

    series: Literal["new_origins", "attention"]
    first_on: str
    last_on: str
    weight: float
    finding: str = ""


@dataclass(frozen=True, slots=True)
class Prediction:
    """Something said to come, in its author's words; likelihood stays in those words.

    `resolved_by` is the origin that settles it; `resolution` what a person said of it, and why. `term` keeps
    a time in words that name no day ("within weeks"), where `by` is not known.
    """

    prediction_id: str
    author: Speaker
    words: str
    origin_id: str
    by: Moment | None = None
    condition: str | None = None
    test: str | None = None
    likelihood: str | None = None
    kind: Literal["prediction", "threat", "condition"] = "prediction"
    status: PredictionStatus = "open"
    resolved_by: str | None = None
    resolution: Corrected | None = None
    term: str | None = None


@dataclass(frozen=True, slots=True)
class Call:
    """What an author asks another to do."""

    author: Speaker
    to: str | None
    words: str
    origin_id: str


@dataclass(frozen=True, slots=True)
class Assessment:
    """A judgement of motive, meaning or capability, with its author: never an event."""

    author: Speaker
    words: str
    origin_id: str


@dataclass(frozen=True, slots=True)
class Background:
    """History that the pages recall, dated as history where they give a date."""

    when: Moment | None
    text: str
    origin_id: str


@dataclass(frozen=True, slots=True)
class Lead:
    """What pages open with, in these or other words: `pages_count` of `of_count`, held or since `from_day`.

    `text` is the wording shown, of the first of `claims`; the others are one a page.
    """

    text: str
    origin_id: str
    claims: tuple[str, ...]
    pages_count: int
    of_count: int
    from_day: str | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """Something new since the day asked about; `before_id` is the origin that it moves or turns."""

    kind: ChangeKind
    text: str
    origin_id: str
    on: str | None = None
    before_id: str | None = None


@dataclass(frozen=True, slots=True)
class SourceShare:
    """One outlet: reports, claims, and the share of them (0..1) that no earlier held report carries."""

    outlet: str
    country: str | None
    reports: int
    claims: int
    original_share: float
    credits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Situation:
    """Everything assessed as of one moment. `as_of` is a day; `since` the day that changes count from."""

    title: str
    as_of: str | None
    coverage: Coverage
    counts: Totals
    origins: tuple[Origin, ...]
    propositions: tuple[Proposition, ...]
    series: tuple[Series, ...]
    timeline: tuple[TimelineEntry, ...]
    places: tuple[SituationPlace, ...]
    actors: tuple[SituationActor, ...]
    response: tuple[Response, ...]
    attention: tuple[Attention, ...]
    bursts: tuple[Burst, ...]
    predictions: tuple[Prediction, ...]
    calls: tuple[Call, ...]
    assessments: tuple[Assessment, ...]
    background: tuple[Background, ...]
    changes: tuple[Difference, ...]
    sources: tuple[SourceShare, ...]
    gaps: tuple[Gap, ...]
    since: str | None = None
    attention_by_topic: tuple[TopicAttention, ...] = ()
    leads: tuple[Lead, ...] = ()
