"""What a person says against the machine, and what a person hands in."""

from __future__ import annotations

from dataclasses import dataclass

from trendechos.records.span import Span


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person says against the machine, keyed so that it survives a re-run.

    `corrects` names the field that is corrected (`speaker`, `split`, `link`, `resolution`, ...), `value`
    is JSON text, `quote` the exact words at `span` of `report_id` when the correction was made.
    """

    correction_id: str
    report_id: str
    span: Span
    quote: str
    corrects: str
    value: str
    author: str
    made_at: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Submission:
    """Reports that a person hands in for a situation: `content` as received, `name` its file name."""

    submission_id: str
    situation: str
    name: str
    content: bytes
    author: str
    made_at: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """What one correction did to one claim: the machine's version `before`, the person's `after`.

    `carried` is True where the correction was made on another claim and reached this one as its echo;
    `evidence` is the claim or address that the person rests on. `report_id` and `span` say where the
    words stand that the person spoke of.
    """

    claim_id: str
    corrects: str
    before: str
    after: str
    author: str
    made_at: str
    reason: str = ""
    carried: bool = False
    evidence: str = ""
    report_id: str = ""
    span: Span | None = None
