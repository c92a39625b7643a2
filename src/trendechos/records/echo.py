"""Claims that repeat one statement, and why we think so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

EchoKind = Literal["copy", "echo", "version"]
CopyKind = Literal["copy", "excerpt", "version", "reworded", "retold", "translated"]


@dataclass(frozen=True, slots=True)
class Feature:
    """One named reason for or against a link: `agreement` in -1..1, `weight` as documented, a human detail."""

    name: str
    weight: float
    agreement: float
    detail: str


@dataclass(frozen=True, slots=True)
class Echo:
    """Two claims that repeat one statement (ids in sorted order), with the features that say so.

    `similarity` is the weighted sum of the features; `kind` `copy` shares wording, `version` is the
    same page later, `echo` restates.
    """

    left_id: str
    right_id: str
    kind: EchoKind
    similarity: float
    features: tuple[Feature, ...]


@dataclass(frozen=True, slots=True)
class EchoGroup:
    """The claims that repeat one statement by one speaker on one occasion; ids sorted."""

    group_id: str
    claim_ids: tuple[str, ...]
    echoes: tuple[Echo, ...] = ()


@dataclass(frozen=True, slots=True)
class Copy:
    """Text of `report_id` that stands word for word or nearly so in `of_report_id`, the earlier held.

    Spans pair up in order; `share` is the part of `report_id`'s words that they cover, 0..1. A report that is
    `retold` or `translated` has few words of the other: `share` is that of its names and figures that stand in
    the other in the same order.
    """

    report_id: str
    of_report_id: str
    share: float
    kind: CopyKind
    spans: tuple[tuple[int, int], ...]
    of_spans: tuple[tuple[int, int], ...]
