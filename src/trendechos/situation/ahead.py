"""Which claims look ahead, and which ask somebody to do something."""

from __future__ import annotations

import re
from functools import lru_cache

from trendechos.languages.en import outlook as words
from trendechos.languages.en.stances import CONDITIONS, EMPTY_LEMMAS
from trendechos.records import Claim
from trendechos.situation.parties import EVENT_TYPES, countries_in
from trendechos.situation.topics import is_history


def _pattern(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


_AHEAD, _OPEN, _WISHES, _TAILS = map(_pattern, (words.AHEAD, words.OPEN, words.WISHES, words.TAILS))
_READIED, _SURE, _NEVER = map(_pattern, (words.READIED, words.SURE, words.NEVER))
_ASKS, _DUTY, _EXPECTED, _INFERRED = map(_pattern, (words.ASKS, words.DUTY, words.EXPECTED, words.INFERRED))
_IMPERATIVES, _QUESTIONS = map(_pattern, (words.IMPERATIVES, words.QUESTIONS))
_FORETELLS, _ARRANGED = map(_pattern, (words.FORETELLS, words.ARRANGED))
_BODYS_PLAN, _PERSONS_PLAN = map(_pattern, (words.OWN_PLAN_OF_BODY, words.OWN_PLAN_OF_PERSON))
_QUOTED_PLAN = _pattern(words.OWN_PLAN_IN_QUOTES)
_UNREAL, _LAID_DOWN = map(_pattern, (words.UNREAL, words.LAID_DOWN))
_THREATS, _NO_LONGER = map(_pattern, (words.THREATS, words.NO_LONGER))
_SET_TERMS, _WARNS, _BINDS, _EXPECTS = map(_pattern, (words.SET_TERMS, words.WARNS, words.BINDS, words.EXPECTS))
_WOULD = re.compile(r"\bwould be\b", re.IGNORECASE)
_PROMISED, _TO_BE, _FORESEERS = map(_pattern, (words.PROMISED, words.TO_BE, words.FORESEERS))
_CALLS_FOR, _ASKED, _FOR_AN_ACT = map(_pattern, (words.CALLS_FOR, words.ASKED, words.FOR_AN_ACT))
_CONDITION = _pattern(CONDITIONS)
# "It would", "do it": too little to tell what is meant.
_FEWEST = 2
# Announced by whoever would do it, these are threats.
_HARM = frozenset(["combat", "casualties", "capture"])
# Kinds of claim that may hide an appeal: what is told as an event is none.
_MAY_ASK = frozenset(["statement", "other", "prediction", "assessment", "consultation"])


def looks_ahead(claim: Claim) -> bool:
    """True for a claim that says what is to come, or what will be if something else is."""
    if claim.type == "threat":
        ahead = bool(_AHEAD.search(claim.text)) or _threatens(claim)
        return ahead and claim.polarity == "asserted" and not _NO_LONGER.search(claim.text)
    asked = claim.status == "demanded" or claim.type == "call"
    if claim.status == "considered" or (asked and not _is_forecast(claim)):
        return False
    # Few claims look ahead at all: what only some of these are comes after.
    if not _is_foretold(claim) or _OPEN.search(claim.text) or _UNREAL.search(claim.text):
        return False
    others = (_is_judged, _is_refusal, _is_terms, _is_arranged, asks)
    return not any(is_other(claim) for is_other in others)


def _is_forecast(claim: Claim) -> bool:
    """True behind a cue of foretelling ("expects", "predicted")."""
    return claim.cue is not None and claim.cue.kind == "predict"


def _is_refusal(claim: Claim) -> bool:
    """True for what a page tells that somebody will not do himself."""
    acts = claim.event is not None and bool(claim.event.actors)
    return claim.speaker.kind == "none" and claim.polarity == "denied" and acts


def _is_judged(claim: Claim) -> bool:
    """True for a judgement of what something means or would be like, without a condition or a term."""
    if claim.type != "assessment" or _is_forecast(claim):
        return False
    return condition(claim.text) is None and not _SET_TERMS.search(claim.text)


def _is_arranged(claim: Claim) -> bool:
    """True for what is on a calendar, and for what a speaker says he himself will do."""
    if condition(claim.text) or _SURE.search(claim.text):
        return False
    if claim.speaker.kind != "none" and not threatens(claim):
        reported = _PERSONS_PLAN if claim.speaker.kind in ("person", "unnamed") else _BODYS_PLAN
        if (_QUOTED_PLAN if claim.mode == "quoted" else reported).search(claim.text) or _is_own_party(claim):
            return True
    return bool(_ARRANGED.search(claim.text))


def _is_own_party(claim: Claim) -> bool:
    """True for what a speaker says that his own country will do ("Israel will continue to act")."""
    who, _, does = claim.text.partition(" will ")
    return bool(does) and claim.speaker.party is not None and claim.speaker.party in countries_in(who)


def _is_foretold(claim: Claim) -> bool:
    forecast = _is_forecast(claim)
    if claim.type == "denial":
        ahead = forecast or claim.status == "predicted" or claim.certainty == "possible"
        return ahead and bool(_NEVER.search(claim.text))
    if claim.status == "announced":
        sure = condition(claim.text) or _SURE.search(claim.text) or _NEVER.search(claim.text)
        foreseen = claim.speaker.kind == "unnamed" and _FORESEERS.search(claim.speaker.name)
        return bool(sure or foreseen) or threatens(claim) or _is_promised(claim)
    if claim.type == "prediction" or claim.status == "predicted" or (claim.type == "call" and forecast):
        # "Kyiv expects five formations": the cue foretells, and the words need not.
        foretold = claim.type in ("prediction", "call") and forecast and not _says_more(claim)
        foretold = foretold and len(claim.text.split()) > _FEWEST
        return (foretold or _is_to_come(claim.text)) and not _is_wish(claim)
    if claim.certainty == "conditional_or_future":
        matter = claim.type in EVENT_TYPES or condition(claim.text) is not None
        if matter and _is_to_come(claim.text) and not _is_wish(claim):
            return True
    if claim.polarity == "asserted" and not claim.background and _FORETELLS.search(claim.text):
        return True
    return has_tail(claim) or _has_term(claim)


def _is_promised(claim: Claim) -> bool:
    """True for what is to be done by some time, by nobody named ("access will be restored by Monday")."""
    by_whom = claim.event is not None and bool(claim.event.actors)
    return not by_whom and claim.happened_when is not None and bool(_PROMISED.search(claim.text))


def _has_term(claim: Claim) -> bool:
    """True for what is held possible by some time ("a deal is possible within a week")."""
    held = claim.certainty == "possible" and claim.polarity == "asserted" and not claim.background
    return held and bool(_SET_TERMS.search(claim.text))


def _is_wish(claim: Claim) -> bool:
    """True for what somebody wishes or means to do; who "expects to" foretells, of himself too."""
    expects = claim.cue is not None and bool(_EXPECTS.search(claim.cue.text))
    return not expects and bool(_WISHES.search(claim.text))


def _says_more(claim: Claim) -> bool:
    """True for a cue that does more than foretell: it warns of what may be so already, or binds the speaker."""
    return claim.cue is not None and bool(_WARNS.search(claim.cue.text) or _BINDS.search(claim.cue.text))


def _is_terms(claim: Claim) -> bool:
    """True for a page's own "would be" without a condition: the terms of a plan ("200 would be freed")."""
    if claim.speaker.kind != "none" or condition(claim.text) or _SURE.search(claim.text):
        return False
    return bool(_WOULD.search(claim.text)) and not _AHEAD.search(_WOULD.sub("", claim.text))


def threatens(claim: Claim) -> bool:
    """True for a threat: called one, or harm announced by whoever would do it and is not at it already."""
    announced = claim.status == "announced" and claim.type in _HARM and "continu" not in claim.text
    warns = bool(_WARNS.search(claim.text)) and "threat" not in claim.text
    return (claim.type == "threat" and not warns) or announced or bool(_THREATS.search(claim.text))


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
    """True for a claim in which somebody asks for something to be done; false for a question, a bare number."""
    asked = _ASKS.search(claim.text) is not None
    may_ask = asked or claim.cue or claim.type == "call" or claim.type in _MAY_ASK or claim.mode == "quoted"
    if not may_ask or claim.status == "considered" or not any(letter.isalpha() for letter in claim.text):
        return False
    cued = f"{claim.cue.text} {claim.text}" if claim.cue else claim.text
    if (
        is_history(claim)
        or _TO_BE.search(cued)
        or _LAID_DOWN.search(claim.text)
        or (not asked and _QUESTIONS.search(claim.text))
    ):
        return False
    if claim.mode == "quoted" and _IMPERATIVES.search(claim.text):
        return True
    if claim.type == "call":
        return _is_appeal(claim)
    if claim.polarity != "asserted":
        return False
    bare = claim.speaker.kind == "none" and bool(
        _IMPERATIVES.search(claim.text)
    )  # "put the town under a curfew"
    return asked or (claim.type in _MAY_ASK and not bare and _words_ask(claim.text))


def _is_appeal(claim: Claim) -> bool:
    """True for a call that says what is asked, and for an act, not an answer."""
    if not frozenset(claim.lemmas) - EMPTY_LEMMAS and len(claim.text.split()) < _FEWEST:
        return False  # "recommended it" does not say what is asked
    worded = _words_ask(claim.text)
    if _INFERRED.search(claim.text) or (claim.cue and _ASKED.search(claim.cue.text)):
        return worded or bool(not _INFERRED.search(claim.text) and _FOR_AN_ACT.search(claim.text))
    return claim.speaker.kind != "none" or worded or bool(_CALLS_FOR.search(claim.text))


def is_scrap(claim: Claim) -> bool:
    """True for what is put forward in too few words to be told ("stressed that"), or is only asked about."""
    if claim.polarity != "asserted" or claim.quantities or claim.type in EVENT_TYPES:
        return False
    return len(claim.text.split()) <= _FEWEST or is_question(claim.text)


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
