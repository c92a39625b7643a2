"""Which claims look ahead, and which ask somebody to do something."""

from __future__ import annotations

import re
from functools import lru_cache

from trendechos.languages.en import outlook as words
from trendechos.languages.en.stances import CONDITIONS, EMPTY_LEMMAS
from trendechos.records import Claim
from trendechos.situation.parties import EVENT_TYPES
from trendechos.situation.topics import is_history


def _pattern(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


_AHEAD, _OPEN, _WISHES, _TAILS = map(_pattern, (words.AHEAD, words.OPEN, words.WISHES, words.TAILS))
_READIED, _SURE, _NEVER = map(_pattern, (words.READIED, words.SURE, words.NEVER))
_ASKS, _DUTY, _EXPECTED, _INFERRED = map(_pattern, (words.ASKS, words.DUTY, words.EXPECTED, words.INFERRED))
_IMPERATIVES, _QUESTIONS = map(_pattern, (words.IMPERATIVES, words.QUESTIONS))
_ASKED, _FOR_AN_ACT = map(_pattern, (words.ASKED, words.FOR_AN_ACT))
_CONDITION = _pattern(CONDITIONS)
# "It would", "do it": too little to tell what is meant.
_FEWEST = 2
# Kinds of claim that may hide an appeal: what is told as an event is none.
_MAY_ASK = frozenset(["statement", "other", "prediction", "assessment", "consultation"])


def looks_ahead(claim: Claim) -> bool:
    """True for a claim that says what is to come, or what will be if something else is."""
    if claim.type == "threat":
        return claim.polarity == "asserted" and bool(_AHEAD.search(claim.text) or _threatens(claim))
    if claim.type == "call" or claim.status in ("considered", "demanded"):
        return False
    return _is_foretold(claim) and not asks(claim) and not _OPEN.search(claim.text)


def _is_foretold(claim: Claim) -> bool:
    if claim.type == "denial":
        return claim.status == "predicted" and bool(_NEVER.search(claim.text))
    if claim.status == "announced":
        return bool(condition(claim.text) or _SURE.search(claim.text))
    if claim.type == "prediction" or claim.status == "predicted":
        # "Kyiv expects five formations": the cue foretells, and the words need not.
        foretold = claim.type == "prediction" and claim.cue is not None and claim.cue.kind == "predict"
        foretold = foretold and bool(claim.quantities or claim.event)
        return (foretold or _is_to_come(claim.text)) and not _WISHES.search(claim.text)
    if claim.certainty == "conditional_or_future":
        matter = claim.type in EVENT_TYPES or condition(claim.text) is not None
        if matter and _is_to_come(claim.text) and not _WISHES.search(claim.text):
            return True
    return has_tail(claim)


def _is_to_come(text: str) -> bool:
    """True for words that look ahead; "it would" alone says nothing."""
    return len(text.split()) > _FEWEST and bool(_AHEAD.search(text))


def _threatens(claim: Claim) -> bool:
    return "threat" in claim.text.lower() or (claim.cue is not None and claim.cue.kind == "predict")


def has_tail(claim: Claim) -> bool:
    """True for what is told as done and names something still to come behind it ("with more to follow")."""
    return claim.type in EVENT_TYPES and claim.polarity == "asserted" and bool(_TAILS.search(claim.text))


def is_readied(claim: Claim) -> bool:
    """True for an event that is prepared, meant or to come, whatever the claim's status: no fact yet."""
    return bool(_READIED.search(claim.text))


def asks(claim: Claim) -> bool:
    """True for a claim in which somebody asks for something to be done; false for a question."""
    if is_history(claim) or is_question(claim.text):
        return False
    if claim.type == "call":
        if not frozenset(claim.lemmas) - EMPTY_LEMMAS and len(claim.text.split()) < _FEWEST:
            return False  # "recommended it" does not say what is asked
        if claim.cue and _ASKED.search(claim.cue.text) and not _FOR_AN_ACT.search(claim.text):
            return _words_ask(claim.text)
        return claim.speaker.kind != "none" or _words_ask(claim.text)
    return claim.type in _MAY_ASK and claim.polarity == "asserted" and _words_ask(claim.text)


def is_question(text: str) -> bool:
    """True for what is asked about ("if they are there"), not for."""
    return bool(_QUESTIONS.search(text)) and not _ASKS.search(text)


@lru_cache(maxsize=100_000)
def _words_ask(text: str) -> bool:
    if _ASKS.search(text) or _IMPERATIVES.search(text):
        return True
    return bool(_DUTY.search(text)) and not (_EXPECTED.search(text) or _INFERRED.search(text))


@lru_cache(maxsize=100_000)
def condition(text: str) -> str | None:
    """The condition that the words name, up to the next comma or stop; None without one."""
    found = _CONDITION.search(text)
    return found.group(0).strip() if found else None
