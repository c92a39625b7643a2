"""English words by which a page tells that somebody now says otherwise; patterns over lower-cased words."""

from __future__ import annotations

# Cues and nouns of owning up to what was denied.
ADMITS: tuple[str, ...] = (
    r"\b(?:admit|conced|acknowledg|confess|accept|recogni[sz])\w*",
    r"\b(?:admission|confession|reversal|u-turn|about-face|climbdown|backtrack\w*|reversed|reversing)\b",
)
# A denial that a page recalls beside what its speaker says now.
RECALLS: tuple[str, ...] = (r"\bhad\b", r"\b(?:previously|earlier|initially|first|until now|so far) ")
# Within what is said now, that it was denied before.
AFTER_DENYING: tuple[str, ...] = (
    r"\b(?:after|despite|having)\b.{0,60}\b(?:den(?:ied|ying|ial)s?|dismiss(?:ed|ing)|reject(?:ed|ing))\b",
    r"\bafter (?:\w+ ){0,2}(?:saying|stating|insisting) (?:that )?there (?:is|are|was|were) no(?:ne)?\b",
)
# A figure or statement that is taken back.
TAKES_BACK: tuple[str, ...] = (
    (
        r"\b(?:withdr(?:ew|aws?|awn|awing)|retract(?:s|ed|ing)?|took back|takes back|recant(?:s|ed|ing)?|"
        r"disown(?:s|ed|ing)?)\b(?: [\w'’-]+){0,4} "
        r"(?:figures?|tolls?|numbers?|counts?|estimates?|statements?|claims?|reports?|remarks?|accusations?)\b"
    ),
)
# A negative that names no event to deny ("there is no cholera").
THERE_IS_NO: tuple[str, ...] = (r"\bthere (?:is|are|was|were|(?:has|have|had) been) no(?:ne)?\b",)
