"""Who says the contrary of what he, or his party, said before: denied and then admitted, or taken back."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trendechos.languages.en.stances import EMPTY_LEMMAS
from trendechos.languages.en.turning import ADMITS, AFTER_DENYING, RECALLS, TAKES_BACK, THERE_IS_NO
from trendechos.records import Claim, Origin
from trendechos.situation import matters
from trendechos.situation.surroundings import Surroundings
from trendechos.situation.topics import place_of, said_on


def _pattern(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(patterns))


_ADMITS, _RECALLS, _AFTER, _TAKES_BACK, _NONE = map(
    _pattern, (ADMITS, RECALLS, AFTER_DENYING, TAKES_BACK, THERE_IS_NO)
)
# A speaker turns within as many of his next statements, or his turn is a new matter.
_REACH = 100
# So much of a sentence behind a claim is read, up to its end.
_TAIL = 80
_STOP = re.compile(r"[.!?](?:\s|$)|\n")
# Two statements with so many content words in common are of one matter, where one is told to deny the other.
_SHARED = 2
# "We accept that": an admission opens with it.
_OPENING = 20


@dataclass(frozen=True, slots=True)
class _Said:
    """A statement by somebody known, as far as a turn can be told by it."""

    origin: Origin
    claim: Claim
    day: str
    negative: bool
    words: frozenset[str]
    place: str
    after_denying: bool
    takes_back: bool
    # Pages on which it is recalled as a denial.
    recalled: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Turn:
    """Two origins of which the later says the contrary of the earlier, each in the words that do."""

    before: Origin
    after: Origin
    words: tuple[str, str]


def turns(around: Surroundings) -> list[Turn]:
    """Who turned from what to what, one turn for each later origin, in order of day and id.

    A speaker says yes where he said no of the same matter, or the reverse; a page tells that somebody admits
    what he, or his party, had denied; or that a figure is taken back.
    """
    said = around.ranked(_said)
    found: dict[str, Turn] = {}
    for before, after in (*_told(said, around), *_turned(said)):
        if before.origin.origin_id != after.origin.origin_id:
            turn = Turn(before.origin, after.origin, (before.claim.text, after.claim.text))
            found.setdefault(after.origin.origin_id, turn)
    return [found[one.origin.origin_id] for one in said if one.origin.origin_id in found]


def _said(origin: Origin, around: Surroundings) -> tuple[str, _Said] | None:
    held = around.held(origin)
    claim = next((one for one in held if one.certainty != "conditional_or_future"), None)
    if claim is None:
        return None
    day = said_on(origin) or ""
    low = claim.text.lower()
    negative = claim.polarity == "denied" or bool(_NONE.search(low))
    denied = _AFTER.search(low + _going_on(claim, around))
    place = place_of(claim, around.scopes)
    if place is None and (negative or denied):  # "denied it": of the place that is spoken of
        place = next((around.scopes.of(one) for one in claim.places if one.role == "event"), None)
    words = matters.matter(claim) - EMPTY_LEMMAS
    return day, _Said(
        origin, claim, day, negative, words, place.broad if place else "",
        after_denying=denied is not None, takes_back=bool(_TAKES_BACK.search(low)),
        recalled=tuple(one.version_id for one in held if negative and _recalls(one)),
    )  # fmt: skip


def _going_on(claim: Claim, around: Surroundings) -> str:
    """What its sentence says behind a claim, in lower case ("confirmed a case, days after denying it")."""
    page = around.report(claim)
    text = (page.title if claim.span.field == "title" else page.text) if page else None
    return _STOP.split((text or "")[claim.span.end : claim.span.end + _TAIL])[0].lower()


def _turned(said: Sequence[_Said]) -> Iterator[tuple[_Said, _Said]]:
    """Yes after no, or no after yes, by one named speaker on one matter and on different days."""
    by_speaker: dict[str, list[_Said]] = defaultdict(list)
    for one in said:
        speaker = one.origin.speaker
        if speaker.kind not in ("unnamed", "none", "outlet") and speaker.canonical:
            by_speaker[speaker.canonical].append(one)
    for group in by_speaker.values():
        if len({one.negative for one in group}) < 2:
            continue
        for at, after in enumerate(group):
            for before in reversed(group[max(0, at - _REACH) : at]):
                if (
                    before.negative != after.negative
                    and before.day < after.day
                    and _is_one_matter(before, after)
                ):
                    yield before, after
                    break


def _is_one_matter(one: _Said, other: _Said) -> bool:
    elsewhere = one.place and other.place and one.place != other.place
    return not elsewhere and matters.is_one(one.words, other.words)


def _told(said: Sequence[_Said], around: Surroundings) -> Iterator[tuple[_Said, _Said]]:
    """The turns that pages tell in so many words."""
    recalled: dict[str, list[_Said]] = defaultdict(list)
    for one in said:
        for version in one.recalled:
            recalled[version].append(one)
    for after in said:
        if after.after_denying and not after.negative:
            yield from _with(_denied_before(after, said), after)
        elif after.takes_back:
            yield from _with(_figure_before(after, said), after)
        elif not after.negative and after.claim.version_id in recalled and _admits(after.claim, around):
            denial = next((one for one in recalled[after.claim.version_id] if _is_one_side(one, after)), None)
            if denial is not None:
                yield (_denied_before(after, said, words=denial.words) or denial), after


def _with(before: _Said | None, after: _Said) -> Iterator[tuple[_Said, _Said]]:
    if before is not None:
        yield before, after


def _denied_before(after: _Said, said: Sequence[_Said], *, words: frozenset[str] = frozenset()) -> _Said | None:
    """The last denial of that side before, of the same place or, where `words` are given, of one of them."""
    fitting = [
        one
        for one in said
        if one.day < after.day
        and one.negative
        and _is_one_side(one, after)
        and (one.words & words if words else _is_denied_of(one, after))
    ]
    # Of those of one day the one that says most.
    return max(fitting, key=lambda one: (one.day, len(one.words), one.origin.origin_id), default=None)


def _is_denied_of(one: _Said, after: _Said) -> bool:
    """True for a denial of the same place, or of what the later statement says that was denied."""
    if one.place and one.place == after.place:
        return True
    denied = _AFTER.search(after.claim.text.lower())
    tail = after.claim.text.lower()[denied.end() :] if denied else ""
    return any(word in tail for word in one.words) or len(one.words & after.words) >= _SHARED


def _figure_before(after: _Said, said: Sequence[_Said]) -> _Said | None:
    """The last statement before that gave a number named in the words, by the one they name."""
    own = {number.low for number in after.claim.quantities if number.low is not None}
    text = after.claim.text.lower()
    fitting = (
        one
        for one in reversed(said)
        if one.day < after.day
        and any(number.low in own or not own for number in one.claim.quantities)
        and (one.origin.speaker.canonical.lower() in text or _is_one_side(one, after))
    )
    return next(fitting, None)


def _is_one_side(one: _Said, other: _Said) -> bool:
    """True for one named speaker, or one party."""
    left, right = one.origin, other.origin
    if "unnamed" in (left.speaker.kind, right.speaker.kind) or not left.speaker.canonical:
        return False
    same = left.speaker.canonical == right.speaker.canonical
    return same or (left.party is not None and left.party == right.party)


def _admits(claim: Claim, around: Surroundings) -> bool:
    """True for what is admitted by its cue or first words, or called an admission right behind it."""
    cue = claim.cue.text if claim.cue else ""
    if _ADMITS.search(f"{cue} {claim.text[:_OPENING]}".lower()):
        return True
    _, behind = around.beside(claim)
    return any(_ADMITS.search(one.text.lower()) for one in behind[:3] if one.speaker.kind == "none")


def _recalls(claim: Claim) -> bool:
    """True for a denial that the page recalls ("had denied", "has previously denied")."""
    return (
        claim.polarity == "denied" and claim.cue is not None and bool(_RECALLS.search(claim.cue.text.lower()))
    )
