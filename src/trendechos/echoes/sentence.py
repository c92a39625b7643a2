"""The sentence around a claim, with the words that attribute it."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from trendechos.languages.en.citing import BRIEFED, CALENDAR, CITES, DATA, GOES_ON
from trendechos.records import Claim, Report

_END = re.compile(r"[.!?][\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9])|\n+")
_POSSESSIVE = re.compile(r"['’]s$")
# No sentence is longer before the claim that it holds.
_LONGEST = 2000


def sentence(claim: Claim, report: Report | None) -> str:
    """The words from the sentence end before the claim to the one after; the claim's text without its report.

    The cue counts in, so that "Citing intelligence, he said ..." is kept when the claim starts later.
    """
    if report is None:
        return claim.text
    words = report.words(claim.span.field)
    spans = [claim.span, *([claim.cue.span] if claim.cue and claim.cue.span.field == claim.span.field else ())]
    first, last = min(span.start for span in spans), max(span.end for span in spans)
    start, end = max(0, first - _LONGEST), len(words)
    for match in _END.finditer(words, start):
        if match.end() <= first:
            start = match.end()
        elif match.start() >= last - 1:
            end = match.start() + 1
            break
    return words[start:end].strip() or claim.text


def goes_on(claim: Claim, report: Report | None) -> str:
    """The next sentence where it says what a figure of the claim rests on ("Its count draws on X"), or none."""
    if report is None or not claim.quantities:
        return ""
    words = report.words(claim.span.field)
    ends = [match.end() for match in islice(_END.finditer(words, max(0, claim.span.end - 1)), 2)]
    after = words[ends[0] : ends[1] if len(ends) > 1 else None] if ends else ""
    return after.strip() if _goes_on().match(after) else ""


def cited(text: str) -> tuple[str, ...]:
    """The names that follow words by which a speaker leans on another ("citing", "based on"), in order."""
    if not _leans().search(text.lower()):  # few sentences do, and case sets make a pattern slow
        return ()
    names = (_POSSESSIVE.sub("", match.group(1).rstrip(".,;:'’")) for match in _ground().finditer(text))
    return tuple(name for name in names if name.split()[0].casefold() not in CALENDAR)


def briefing(text: str) -> str:
    """The text when it says that another told the speaker ("after a briefing by"), else an empty string."""
    return text if _briefed().search(text) else ""


@cache
def _leans() -> re.Pattern[str]:
    return re.compile("|".join(CITES))


@cache
def _ground() -> re.Pattern[str]:
    name = r"[A-Z][\w'’.-]*(?:\s+(?:of\s+|for\s+|the\s+)*[A-Z][\w'’.-]*){0,4}"
    service = r"(?:[\w-]+\s)?intelligence(?:\s+(?:services?|agency))?"
    lead = r"(?:(?:the|a|an|his|her|its|their|our|both|two)\s+)?"
    return re.compile(rf"(?i:{'|'.join(CITES)})\s+{lead}(?:{DATA}{lead})?({name}|{service})")


@cache
def _goes_on() -> re.Pattern[str]:
    return re.compile(GOES_ON, re.IGNORECASE)


@cache
def _briefed() -> re.Pattern[str]:
    return re.compile("|".join(BRIEFED), re.IGNORECASE)
