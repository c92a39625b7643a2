"""What a claim does to the question that it speaks to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from trendechos.languages.en.stances import DENIALS, DOUBTS, NEGATIONS, NON_ANSWERS
from trendechos.records import Claim
from trendechos.records.proposition import StanceKind

_DOUBT = re.compile("|".join(DOUBTS))
_NON_ANSWER = re.compile("|".join(NON_ANSWERS))
_DENIAL = re.compile("|".join(DENIALS))
_NEGATION = re.compile("|".join(NEGATIONS))

FOR: frozenset[StanceKind] = frozenset(["supports", "partly_supports", "value"])
AGAINST: frozenset[StanceKind] = frozenset(["contradicts", "denies", "doubts", "noncommittal"])
# Ties between the claims of one origin go to the first: a page that keeps the reserve kept more.
_ORDER: tuple[StanceKind, ...] = (
    "doubts", "noncommittal", "denies", "contradicts", "supports", "partly_supports", "differs", "value"
)  # fmt: skip


def stance_of(claims: Iterable[Claim]) -> StanceKind:
    """The stance of an origin on the statement of its own event: that of most of its claims."""
    counter = Counter(_stance(claim) for claim in claims)
    return min(counter, key=lambda kind: (-counter[kind], _ORDER.index(kind))) if counter else "supports"


def _stance(claim: Claim) -> StanceKind:
    doubt, non_answer, denial = _phrases(claim.text)
    kind = claim.cue.kind if claim.cue else "say"
    if claim.polarity == "noncommittal" or kind in ("decline", "doubt"):
        return "doubts" if kind == "doubt" or (doubt and not non_answer) else "noncommittal"
    reserved = (
        claim.polarity == "denied" or claim.certainty == "possible" or claim.type in ("denial", "statement")
    )
    if non_answer and reserved:
        return "noncommittal"
    if doubt and reserved:
        return "doubts"
    if claim.polarity == "denied" or claim.type == "denial":
        return "denies" if kind == "deny" or denial else "contradicts"
    return "partly_supports" if claim.certainty != "asserted" else "supports"


@lru_cache(maxsize=100_000)
def _phrases(text: str) -> tuple[bool, bool, bool]:
    low = text.lower().replace("’", "'")
    if not _NEGATION.search(low) and not _DENIAL.search(low) and "un" not in low and "doubt" not in low:
        # Nearly all claims stop here; refusals and dodges carry their own cue words.
        return False, bool(_NON_ANSWER.search(low)), False
    return bool(_DOUBT.search(low)), bool(_NON_ANSWER.search(low)), bool(_DENIAL.search(low))
