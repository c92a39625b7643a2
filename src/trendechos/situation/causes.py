"""By what those whom a number counts came to harm, as far as words beside the number tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from trendechos.languages.en.causes import ANYONE, BEFORE, BEYOND, CAUSES, OPEN, Cause
from trendechos.records import Claim, Quantity
from trendechos.situation.surroundings import Surroundings
from trendechos.situation.topics import most

_ENDS = re.compile(r"(?<=[.!?;])[\"”’)]*\s|\n")
# No sentence is longer.
_LONG = 600
# Not the first word, which has a capital whatever it is.
_NAMES = re.compile(r"(?<=[\w,;:’'-] )[A-Z][\w’'-]+")


@dataclass(frozen=True, slots=True)
class Told:
    """What the words of a toll tell of its cause: the cause itself, and words that others may tell it by.

    `who` are those counted, `beside` open words ("blast") and names of the sentence, `near` all words that
    may name the happening; `title` is the cause that the title of the page names, `titled` its open words.
    """

    cause: Cause | None = None
    who: str | None = None
    beside: frozenset[str] = frozenset()
    near: str = ""
    title: Cause | None = None
    titled: frozenset[str] = frozenset()


def told(giving: Sequence[tuple[Claim, Quantity]], around: Surroundings) -> Told:
    """What the claims that give a number tell of its cause."""
    each = [_told(claim, number, around) for claim, number in giving]
    return Told(
        cause=most(one.cause for one in each),
        who=most(one.who for one in each),
        beside=frozenset(word for one in each for word in one.beside),
        near=" ".join(one.near for one in each),
        title=most(one.title for one in each),
        titled=frozenset(word for one in each for word in one.titled),
    )


def is_mishap(claims: Iterable[Claim]) -> bool:
    """True where the words of most claims tell of an accident or a disaster, and of no violence."""
    return most(_nearest("", claim.text.lower()) or "" for claim in claims) == "mishap"


def _told(claim: Claim, number: Quantity, around: Surroundings) -> Told:
    page = around.report(claim)
    heading = (page.title or "").lower() if page else ""
    title, titled = _nearest("", heading), frozenset(OPEN.findall(heading))
    text, start, end = claim.text, number.span.start - claim.span.start, number.span.end - claim.span.start
    if number.span.field != claim.span.field or not 0 <= start < end <= len(text):
        return Told(title=title, titled=titled)
    if page and claim.span.field == "text":
        text, start, end = _sentence(page.text, number.span.start, number.span.end)
    before = BEFORE.split(text[:start].lower())[-1]
    behind = BEYOND.split(text[end:].lower())[0]
    noun = (number.unit or "").lower().split()[-1:]
    return Told(
        cause=_nearest(before, behind),
        who=noun[0] if noun and noun[0] not in ANYONE else None,
        beside=frozenset(OPEN.findall(f"{before} {behind}")) | frozenset(_NAMES.findall(text)),
        near=f"{before} {behind}",
        title=title,
        titled=titled,
    )


def _sentence(text: str, start: int, end: int) -> tuple[str, int, int]:
    """The sentence around a stretch of `text`, and where the stretch stands in it."""
    first = max(
        (found.end() for found in _ENDS.finditer(text, max(0, start - _LONG), start)),
        default=max(0, start - _LONG),
    )
    last = _ENDS.search(text, end)
    return text[first : last.start() if last else len(text)], start - first, end - first


def _nearest(before: str, behind: str) -> Cause | None:
    """The cause whose word stands nearest to what is between the two; the one behind on a tie."""
    far = [
        (distance, cause)
        for cause, pattern in CAUSES
        for distance in _distances(pattern, before, behind)
    ]  # fmt: skip
    return min(far)[1] if far else None


def _distances(pattern: re.Pattern[str], before: str, behind: str) -> Iterable[int]:
    yield from (2 * (len(before) - found.end()) + 1 for found in pattern.finditer(before))
    if found := pattern.search(behind):
        yield 2 * found.start()
