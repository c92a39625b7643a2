"""The word that carries an attribution, and the words that soften it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from trendechos.records.span import Span

CueKind = Literal["say", "claim", "confirm", "deny", "doubt", "decline", "predict", "call", "show"]
HedgeKind = Literal["modal", "adverb", "adjective", "verb", "noun", "reported", "condition"]


@dataclass(frozen=True, slots=True)
class Cue:
    """The word or phrase that carries an attribution ("said", "according to")."""

    text: str
    kind: CueKind
    span: Span


@dataclass(frozen=True, slots=True)
class Hedge:
    """A word that softens a claim ("may", "reportedly"), kept as written."""

    text: str
    kind: HedgeKind
    span: Span
