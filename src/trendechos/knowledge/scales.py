"""Scales of words: likelihood (ICD 203, PHIA, NATO, Kent), Admiralty grades, confidence.

Likelihood and confidence never stand in one sentence. Others' words for likelihood mean a range, not a point,
and without a stated scale they are read widely (`SPOKEN`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal

from trendechos.knowledge.tables import rows

Scale = Literal["icd203", "phia", "nato", "kent"]

# What people mean by "likely" when no scale is stated: wide, as studies of readers find.
SPOKEN = MappingProxyType({"likely": (0.55, 0.85), "probably": (0.55, 0.85), "unlikely": (0.15, 0.45)})


@dataclass(frozen=True, slots=True)
class Likelihood:
    """A word for likelihood and the range of probability that its scale gives it, 0..1."""

    words: tuple[str, ...]
    low: float
    high: float


@cache
def likelihoods(scale: Scale = "icd203") -> tuple[Likelihood, ...]:
    """The words of a scale from least to most likely.

    >>> likelihoods("icd203")[4].words, likelihoods("icd203")[4].high
    (('likely', 'probable'), 0.8)
    """
    return tuple(
        Likelihood(tuple(words.split(";")), int(low) / 100, int(high) / 100)
        for name, words, low, high in rows("codes/likelihood", 4)
        if name == scale
    )


def word(probability: float, scale: Scale = "icd203") -> str | None:
    """The scale's first word for a probability of 0..1; a shared edge goes to the lower band, a gap gives None.

    >>> word(0.2), word(0.7), word(0.22, "phia") is None
    ('very unlikely', 'likely', True)
    """
    for band in likelihoods(scale):
        if band.low <= probability <= band.high:
            return band.words[0]
    return None


def meaning(text: str, scale: Scale = "icd203") -> Likelihood | None:
    """What a likelihood word means on a scale, or None when it is not of the scale."""
    wanted = text.strip().lower()
    return next((band for band in likelihoods(scale) if wanted in band.words), None)


@cache
def grades(axis: Literal["reliability", "credibility", "confidence"]) -> MappingProxyType[str, str]:
    """The grades of an axis and what they mean: A-F, 1-6, or high, moderate, low.

    >>> grades("reliability")["F"], grades("credibility")["6"]
    ('cannot be judged', 'cannot be judged')
    """
    return MappingProxyType({grade: text for name, grade, text in rows("codes/grades", 3) if name == axis})
