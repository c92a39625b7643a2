"""The statement behind an echo group."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from trendechos.records.claim import Basis, Certainty, Polarity
from trendechos.records.moment import Moment
from trendechos.records.quantity import Quantity
from trendechos.records.speaker import Speaker

Independence = Literal["independent", "dependent", "not_established"]
Reason = Literal[
    "same speaker", "same party", "credits it", "restates its figures", "sums its figures", "briefed by it",
    "shared wording", "separate evidence", "unknown",
]  # fmt: skip
DriftKind = Literal[
    "hedge dropped", "number changed", "unit changed", "place changed", "attribution dropped",
    "meaning changed",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Relation:
    """How this origin stands to another that speaks to the same proposition."""

    origin_id: str
    independence: Independence
    reason: Reason
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Drift:
    """Where a copy changes the statement, against the fullest early copy."""

    claim_id: str
    what: DriftKind
    detail: str


@dataclass(frozen=True, slots=True)
class Origin:
    """One proposition by one speaker on one occasion, with every claim and report that carries it.

    `reports` stand earliest first. `earliest_held` are the dated ones before which none is known to stand,
    never a claim to be the first in the world: of one day a later hour, and a page that credits another of
    them, come after. `cites` names the origins or sources that the speaker cites in turn. `quantity`,
    `certainty`, `polarity` and `text` are those of the fullest early claim, `key_claim_id`.
    """

    origin_id: str
    label: str
    speaker: Speaker
    party: str | None
    said_when: Moment | None
    basis: Basis
    claims: tuple[str, ...]
    reports: tuple[str, ...]
    earliest_held: tuple[str, ...]
    key_claim_id: str
    text: str
    certainty: Certainty = "asserted"
    polarity: Polarity = "asserted"
    quantity: Quantity | None = None
    co_speakers: tuple[Speaker, ...] = ()
    via: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    relations: tuple[Relation, ...] = ()
    drift: tuple[Drift, ...] = ()
