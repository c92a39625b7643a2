"""A question that several origins speak to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from trendechos.records.claim import ClaimType, Status
from trendechos.records.origin import Independence
from trendechos.records.quantity import Counts, Qualifier, Window

StanceKind = Literal[
    "supports", "partly_supports", "contradicts", "doubts", "denies", "noncommittal", "value", "differs"
]


@dataclass(frozen=True, slots=True)
class Stance:
    """What one origin does to a proposition; bounds only where it gives a value.

    `said_on` is the day of the statement where known. `earlier` marks a denial, doubt or non-answer
    given before the first origin for the proposition. `superseded_by` is the origin in which the same
    speaker later took another stance. `words` keeps a value that the page gives in words only.
    """

    origin_id: str
    stance: StanceKind
    low: float | None = None
    high: float | None = None
    qualifier: Qualifier | None = None
    said_on: str | None = None
    earlier: bool = False
    superseded_by: str | None = None
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Proposition:
    """A question that several origins speak to, with pages, origins, voices and independence apart.

    The counts cover the origins that support it, partly or wholly, or give a value; `against_count`
    those that contradict, deny, doubt or do not commit. Voices are named parties (a person without a
    known party is a voice of its own); unnamed and missing speakers stand apart in `unnamed_count`.
    `independence` and `reason` sum up the pairs among the origins for it; `splits` names pairs of
    origins inside one party that do not agree, `reversals` pairs of one speaker, earlier first.
    `parties` are the actors' codes, `concerned` all states and bodies that the question is about;
    `not_heard` those of them of which no statement on it is held, `heard_before` those heard only
    before the first origin for it, with the last day. `related` names the value questions and the
    statement question on the same matter. `status` is how far along most of its origins say that it is.
    """

    proposition_id: str
    text: str
    kind: Literal["value", "statement"]
    stances: tuple[Stance, ...]
    pages_count: int
    origins_count: int
    voices_count: int
    independent_origins_count: int
    independence: Independence
    reason: str
    not_heard: tuple[str, ...] = ()
    open_questions: tuple[str, ...] = ()
    splits: tuple[tuple[str, str], ...] = ()
    reversals: tuple[tuple[str, str], ...] = ()
    against_count: int = 0
    unnamed_count: int = 0
    type: ClaimType = "other"
    counts: Counts | None = None
    scope: str | None = None
    window: Window = "none"
    parties: tuple[str, ...] = ()
    concerned: tuple[str, ...] = ()
    heard_before: tuple[tuple[str, str], ...] = ()
    related: tuple[str, ...] = ()
    first_on: str | None = None
    last_on: str | None = None
    status: Status | None = None
