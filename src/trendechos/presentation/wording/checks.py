"""What our own prose may not say: ICD 203 on likelihood and confidence, and one verb for every party."""

from __future__ import annotations

import re

# Likelihood terms of ICD 203 (2015, technical amendment 21 December 2022), both rows of its table.
_LIKELIHOOD = re.compile(
    r"\b(?:almost no chance|remote|(?:very |un)?likely|very unlikely|(?:highly |im)?probabl[ey]|improbable"
    r"|roughly even (?:chance|odds)|(?:almost|nearly) certain(?:ly)?)\b",
    re.IGNORECASE,
)
_CONFIDENCE = re.compile(r"\b(?:(?:high|moderate|low) confidence|confiden(?:ce|t|tly))\b", re.IGNORECASE)
# Verbs that praise or doubt a speaker; "claim" as a noun is our own term and stays.
_LOADED = re.compile(
    r"\b(?:confirm(?:s|ed|ing)?|claimed|claiming|admit(?:s|ted|ting)?|alleg(?:e|es|ed|edly|ing)"
    r"|reveal(?:s|ed|ing)?|conced(?:e|es|ed)|acknowledg(?:e|es|ed)|insist(?:s|ed)?|boast(?:s|ed)?"
    r"|purport(?:s|ed|edly)?)\b",
    re.IGNORECASE,
)


def fault(text: str, ours: str) -> str | None:
    """What is wrong with a sentence, or None; `ours` is `text` without the words that came from outside.

    >>> fault("It is likely, with high confidence.", "It is likely, with high confidence.")
    'likelihood and confidence share a sentence (ICD 203 D.6.e)'
    >>> fault("He confirmed it.", "He confirmed it.")
    "'confirmed' is not ours to say: every party said"
    >>> fault("The page: he confirmed it.", "The page: .") is None
    True
    """
    speaks = _LIKELIHOOD.search(ours) or _CONFIDENCE.search(ours)
    if speaks and _LIKELIHOOD.search(text) and _CONFIDENCE.search(text):
        return "likelihood and confidence share a sentence (ICD 203 D.6.e)"
    loaded = _LOADED.search(ours)
    if loaded:
        return f"{loaded.group()!r} is not ours to say: every party said"
    return None
