"""One proposition that somebody puts forward in a report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from trendechos.records.cue import Cue, Hedge
from trendechos.records.event import Event
from trendechos.records.moment import Moment
from trendechos.records.place import Place
from trendechos.records.quantity import Quantity
from trendechos.records.span import Span
from trendechos.records.speaker import Speaker

Mode = Literal["quoted", "reported", "asserted"]
Certainty = Literal["asserted", "possible", "conditional_or_future"]
ReportedAs = Literal["neutral", "distancing", "endorsing"]
Polarity = Literal["asserted", "denied", "noncommittal"]
Status = Literal["done", "ongoing", "announced", "considered", "demanded", "predicted"]
Basis = Literal[
    "imagery", "intercept", "captive", "intelligence", "eyewitness", "document", "report_of_another",
    "none_given",
]  # fmt: skip
ClaimType = Literal[
    "deployment", "combat", "casualties", "capture", "withdrawal", "aid", "sanction", "agreement",
    "consultation", "statement", "call", "threat", "protest", "denial", "prediction", "assessment", "other",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Claim:
    """One proposition that somebody puts forward in a report.

    `span` holds the sentence or clause of the proposition, `content` the whole attributed stretch,
    shared with the cue, speaker and chain by all claims of one `attribution_id`. `chain` runs from
    the page inwards, outermost first, without the speaker. `lemmas` are the content words of the
    proposition, lower-cased, for comparison. Field meanings are those of docs/records.md.
    """

    claim_id: str
    attribution_id: str
    report_id: str
    version_id: str
    span: Span
    text: str
    mode: Mode
    speaker: Speaker
    content: tuple[Span, ...]
    cue: Cue | None = None
    co_speakers: tuple[Speaker, ...] = ()
    chain: tuple[Speaker, ...] = ()
    hedges: tuple[Hedge, ...] = ()
    certainty: Certainty = "asserted"
    reported_as: ReportedAs = "neutral"
    polarity: Polarity = "asserted"
    status: Status = "done"
    basis: Basis = "none_given"
    type: ClaimType = "other"
    event: Event | None = None
    places: tuple[Place, ...] = ()
    happened_when: Moment | None = None
    said_when: Moment | None = None
    quantities: tuple[Quantity, ...] = ()
    lemmas: tuple[str, ...] = ()
    background: bool = False

    def words_at(self, span: Span) -> str:
        """The words of the claim at a span of its page; empty where the span reaches outside it."""
        first = self.span.start
        return self.text[span.start - first : span.end - first] if self.span.holds(span) else ""
