"""Of whom, and of what, a share is told: "Chapo won with 70 percent of the vote"."""

from __future__ import annotations

import re

from trendechos.languages.en.parties import BODY_WORDS
from trendechos.records import Claim, Quantity
from trendechos.situation.surroundings import Surroundings

_NAME = r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*"
# Whose a share is stands behind it ("36% for Daniel Chapo"), else is the last name before it that says no more
# of another ("of the Green Party", "in Bara").
_BEHIND = re.compile(rf"^(?: of (?:the )?\w+)? (?:for|to) (?:[a-z]+ )*({_NAME})")
_NAMES = re.compile(rf"\b{_NAME}")
_ANOTHER = re.compile(r"\b(?:of|for|in|by|with)(?: the)? $")
_OF = re.compile(r"^ ?(?:%|percent|per cent)? ?of (?:the |all )?(\w+?)s?\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d[\d.,]*")


def holder(quantity: Quantity, claim: Claim) -> str | None:
    """The name of whom a share is told, a person's by its last word; None where the words give none."""
    start, end = quantity.span.start - claim.span.start, quantity.span.end - claim.span.start
    if quantity.span.field != claim.span.field or not 0 <= start < end <= len(claim.text):
        return None
    behind = _BEHIND.search(claim.text[end:])
    before = _NUMBER.split(claim.text[:start])[-1]
    names = [one[0] for one in _NAMES.finditer(before) if not _ANOTHER.search(before[: one.start()])]
    if behind:
        names = [behind[1]]
    words = re.sub(r"['’]s?(?= |$)", "", names[-1]).split() if names else []
    if not words or len(words) == 1 or words[-1].lower() in BODY_WORDS:
        return " ".join(words) or None
    return words[-1]


def of_what(quantity: Quantity, claim: Claim, around: Surroundings) -> str:
    """What it is a share of, as its claim says, else as the share before it on its page; empty otherwise."""
    page = around.page(claim.version_id)
    shares = [(number, one) for one in page for number in one.quantities if number.counts == "share"]
    before = [entry for entry in shares if entry[0].span < quantity.span]
    for number, one in [(quantity, claim), *reversed(before)]:
        end = number.span.end - one.span.start
        found = _OF.match(one.text[end:]) if 0 < end <= len(one.text) else None
        if found:
            return found[1].lower()
    return ""
