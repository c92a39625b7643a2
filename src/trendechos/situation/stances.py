"""What a claim does to the question that it speaks to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from trendechos.languages.en.stances import ASKING, DENIALS, DOUBTS, NON_ANSWERS
from trendechos.records import Claim
from trendechos.records.proposition import StanceKind
from trendechos.situation.parties import EVENT_TYPES

_DOUBT = re.compile("|".join(DOUBTS))
_NON_ANSWER = re.compile("|".join(NON_ANSWERS))
_DENIAL = re.compile("|".join(DENIALS))

FOR: frozenset[StanceKind] = frozenset(["supports", "partly_supports", "value"])
AGAINST: frozenset[StanceKind] = frozenset(["contradicts", "denies", "doubts", "noncommittal"])
# Ties between the claims of one origin go to the first: a page that keeps the reserve kept more.
_ORDER: tuple[StanceKind, ...] = (
    "doubts", "noncommittal", "denies", "contradicts", "supports", "partly_supports", "differs", "value"
)  # fmt: skip


def stance_of(claims: Iterable[Claim]) -> StanceKind:
    """The stance of an origin on the event that it is about: that of most of its claims that take one.

    A claim that states no event of its own ("he said pictures are serious") takes none where at least
    a quarter of the others deny, doubt or decline.
    """
    held = list(claims)
    taken = [_stance(claim) for claim in held]
    plain = [
        kind for kind, claim in zip(taken, held, strict=True) if kind in AGAINST or claim.type in EVENT_TYPES
    ]
    counter = Counter(plain if len(plain) * 4 >= len(taken) and plain else taken)
    return min(counter, key=lambda kind: (-counter[kind], _ORDER.index(kind))) if counter else "supports"


_ANSWERS = frozenset(["deny", "doubt", "decline"])


def is_answer(claim: Claim) -> bool:
    """True when a speaker denies, doubts or declines in so many words, and not by a mere "not"."""
    if claim.cue is None:
        return any(_phrases(claim.text))
    return claim.cue.kind in _ANSWERS or any(_phrases(f"{claim.cue.text} {claim.text}"))


def _stance(claim: Claim) -> StanceKind:
    kind = claim.cue.kind if claim.cue else "say"
    reserved = (
        claim.polarity != "asserted" or claim.certainty == "possible" or claim.type in ("denial", "statement")
    )
    if not reserved and kind not in ("decline", "doubt", "deny"):
        return "supports" if claim.certainty == "asserted" else "partly_supports"
    # "Could not confirm it": the words that tell a doubt from a refusal may all stand in the cue.
    doubt, non_answer, denial = _phrases(f"{claim.cue.text} {claim.text}" if claim.cue else claim.text)
    if claim.polarity == "noncommittal" or kind in ("decline", "doubt"):
        doubted = kind == "doubt" and not (claim.cue and claim.cue.text.lower().startswith(ASKING))
        return "doubts" if doubted or (doubt and not non_answer) else "noncommittal"
    if non_answer:
        return "noncommittal"
    if doubt:
        return "doubts"
    if claim.polarity == "denied" or claim.type == "denial":
        return "denies" if kind == "deny" or denial else "contradicts"
    return "supports" if claim.certainty == "asserted" else "partly_supports"


@lru_cache(maxsize=100_000)
def _phrases(text: str) -> tuple[bool, bool, bool]:
    low = text.lower().replace("’", "'")
    return bool(_DOUBT.search(low)), bool(_NON_ANSWER.search(low)), bool(_DENIAL.search(low))
