"""Of whom, and of what, a share or seats are told: "Chapo won with 70 percent of the vote"."""

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
# Shares that have a name of their own.
_MEASURED = re.compile(r"\b(turnout|abstention|unemployment|inflation|approval)\b", re.IGNORECASE)
# Or the noun that the share measures ("connectivity in the region had fallen to 9%").
_SUBJECT = re.compile(
    r"(?:^|\b(?:that|with|and|while|as) |, )(?:[a-z]+ )??((?:[a-z]+ )?rate|[a-z]{4,})"
    r"(?: (?:in|across|of|among|at) [^,;]{1,40}?)? (?:(?:has|have|had|was|were|is|are|been|still|now|only) )*"
    r"(?:fallen|fell|dropped|risen|rose|climbed|stood|stands|remained|reached|recovered|put|at|to)"
    r"(?: (?:to|at|about|around|only|just))* ?$"
)
_NO_SUBJECT = frozenset(
    ["share", "that", "which", "there", "support", "figure", "number", "total", "vote", "votes"]
)
_THE_SPEAKER = re.compile(r"\b(?:he|she|him|her|I)\b")
_SEATS = {"seats": "seats", "seat": "seats", "mandates": "seats", "votes": "votes"}
_NUMBER_OF = re.compile(r"\b(seats|votes)\b[^.;]* to $", re.IGNORECASE)
# Not the one from which a number moved ("cut from 195 to 171").
_NUMBER = re.compile(r"(?<!from )(?<!\d)\d[\d.,]*")


def holder(quantity: Quantity, claim: Claim) -> str | None:
    """Of whom or what a share or seats are told, a person by the last word; None where the words give none.

    "Turnout was 43 percent" tells the turnout; "he" is the speaker.
    """
    start, end = quantity.span.start - claim.span.start, quantity.span.end - claim.span.start
    if quantity.span.field != claim.span.field or not 0 <= start < end <= len(claim.text):
        return None
    behind = _BEHIND.search(claim.text[end:])
    before = _NUMBER.split(claim.text[:start])[-1]
    if found := _MEASURED.search(before):
        return found[1].lower()
    found = _SUBJECT.search(before)
    if found and found[1] not in _NO_SUBJECT:
        return found[1]
    names = [
        one[0]
        for one in _NAMES.finditer(before)
        if one[0].endswith(("'s", "’s")) or not _ANOTHER.search(before[: one.start()])
    ]
    if behind:
        names = [behind[1]]
    if not names and claim.speaker.kind == "person" and _THE_SPEAKER.search(before):
        names = [claim.speaker.canonical]
    words = re.sub(r"['’]s?(?= |$)", "", names[-1]).split() if names else []
    if not words or len(words) == 1 or words[-1].lower() in BODY_WORDS:
        return " ".join(words) or None
    return words[-1]


def is_measured(name: str) -> bool:
    """True for what is a share by its own name, such as turnout: it is of nothing else and nobody's."""
    return name.islower()


def seats(quantity: Quantity, claim: Claim) -> str | None:
    """The seats or votes that a number counts, as a noun; None for a number of anything else."""
    unit = (quantity.unit or "").lower().split()
    if unit:
        return _SEATS.get(unit[-1])
    start = quantity.span.start - claim.span.start
    found = _NUMBER_OF.search(claim.text[:start]) if 0 < start <= len(claim.text) else None
    return _SEATS[found[1].lower()] if found else None


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
