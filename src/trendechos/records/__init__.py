"""The nouns: frozen, slotted records without behaviour beyond their own fields."""

from trendechos.records.brief import Brief, BriefSentence, Citation, Row, Section, Table
from trendechos.records.claim import (
    Basis,
    Certainty,
    Claim,
    ClaimType,
    Mode,
    Polarity,
    ReportedAs,
    Status,
)
from trendechos.records.correction import Corrected, Correction, Submission
from trendechos.records.cue import Cue, CueKind, Hedge, HedgeKind
from trendechos.records.echo import Copy, CopyKind, Echo, EchoGroup, Feature
from trendechos.records.event import Actor, Auxiliary, Event
from trendechos.records.evidence import Evidence, Removed
from trendechos.records.gap import Gap
from trendechos.records.mention import Mention, MentionKind
from trendechos.records.moment import Moment, Precision
from trendechos.records.origin import Drift, DriftKind, Independence, Origin, Reason, Relation
from trendechos.records.parsed_sentence import ParsedSentence
from trendechos.records.place import Place, PlacePrecision, PlaceRole
from trendechos.records.proposition import Proposition, Stance, StanceKind
from trendechos.records.quantity import FATES, TOLLS, Change, Counts, Qualifier, Quantity, Window
from trendechos.records.reading import Reading, Sentence
from trendechos.records.report import Report
from trendechos.records.run import Run
from trendechos.records.situation import (
    Act,
    Assessment,
    Attention,
    Background,
    Burst,
    Call,
    Coverage,
    Difference,
    Lead,
    Point,
    Prediction,
    Response,
    Series,
    Situation,
    SituationActor,
    SituationPlace,
    SourceShare,
    TimelineEntry,
    TopicAttention,
    Totals,
)
from trendechos.records.span import Field, Span
from trendechos.records.speaker import Speaker, SpeakerKind
from trendechos.records.timex import Timex

__all__ = [
    "FATES",
    "TOLLS",
    "Act",
    "Actor",
    "Assessment",
    "Attention",
    "Auxiliary",
    "Background",
    "Basis",
    "Brief",
    "BriefSentence",
    "Burst",
    "Call",
    "Certainty",
    "Change",
    "Citation",
    "Claim",
    "ClaimType",
    "Copy",
    "CopyKind",
    "Corrected",
    "Correction",
    "Counts",
    "Coverage",
    "Cue",
    "CueKind",
    "Difference",
    "Drift",
    "DriftKind",
    "Echo",
    "EchoGroup",
    "Event",
    "Evidence",
    "Feature",
    "Field",
    "Gap",
    "Hedge",
    "HedgeKind",
    "Independence",
    "Lead",
    "Mention",
    "MentionKind",
    "Mode",
    "Moment",
    "Origin",
    "ParsedSentence",
    "Place",
    "PlacePrecision",
    "PlaceRole",
    "Point",
    "Polarity",
    "Precision",
    "Prediction",
    "Proposition",
    "Qualifier",
    "Quantity",
    "Reading",
    "Reason",
    "Relation",
    "Removed",
    "Report",
    "ReportedAs",
    "Response",
    "Row",
    "Run",
    "Section",
    "Sentence",
    "Series",
    "Situation",
    "SituationActor",
    "SituationPlace",
    "SourceShare",
    "Span",
    "Speaker",
    "SpeakerKind",
    "Stance",
    "StanceKind",
    "Status",
    "Submission",
    "Table",
    "TimelineEntry",
    "Timex",
    "TopicAttention",
    "Totals",
    "Window",
]
