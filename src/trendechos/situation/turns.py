"""Who says the contrary of what he, or his party, said before: denied and then admitted, or taken back."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from trendechos.languages.en.stances import EMPTY_LEMMAS
from trendechos.languages.en.turning import (
    ADMITS,
    AFTER_DENYING,
    IN_PART,
    LOOKS_INTO,
    RECALLS,
    RULES_OUT,
    SHOTS,
    TAKES_BACK,
    THERE_IS_NO,
)  # fmt: skip
from trendechos.records import Claim, Origin
from trendechos.situation import matters
from trendechos.situation.recalled import recalls
from trendechos.situation.surroundings import Surroundings
from trendechos.situation.topics import place_of, said_on


def _pattern(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(patterns))


_ADMITS, _RECALLS, _AFTER, _TAKES_BACK, _NONE, _IN_PART, _LOOKS_INTO, _RULES_OUT = map(
    _pattern,
    (ADMITS, RECALLS, AFTER_DENYING, TAKES_BACK, THERE_IS_NO, IN_PART, LOOKS_INTO, RULES_OUT),
)
# A speaker turns within as many of his next statements, or his turn is a new matter.
_REACH = 100
# So much of a sentence behind a claim is read, up to its end.
_TAIL = 80
_STOP = re.compile(r"[.!?](?:\s|$)|\n")
# Two statements with so many content words in common are of one matter, where one is told to deny the other.
_SHARED = 2
# "Interior ministry", "deputy minister of the interior"; told apart by the first letters of their matter.
_MINISTRY = re.compile(r"ministe?ry? (?:of|for) (?:the )?(?P<of>\w+)|(?P<own>\w+) minist")
_STEM = 5
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
    # It is of what is to come; or only weighed, or looked into.
    to_come: bool = False
    weighed: bool = False
    # It owns up to something in part.
    owns_up: bool = False
    # Pages on which it is recalled as a denial.
    recalled: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Turn:
    """Somebody says the contrary of what he said before: in `words` what, and then `now` where and when.

    `before` is None where only the page of `now` tells what was said before. `taken_back` holds the ids of
    all origins that tell it.
    """

    before: Origin | None
    words: str
    after: Origin
    now: Claim
    taken_back: frozenset[str] = frozenset()


def turns(around: Surroundings) -> list[Turn]:
    """Who turned from what to what, one turn for each later origin, in order of day and id.

    A speaker says yes where he said no of the same matter, or the reverse; a page tells that somebody admits
    what he, or his party, had denied, that a figure is taken back, or what he had said before, which no longer
    holds; an office owns up in part to what it denied.
    """
    said = around.ranked(_said)
    found = {turn.after.origin_id: turn for turn in _recalled(said, around)}
    for before, after in (*_told(said, around), *_turned(said), *_in_part(said, around), *_ruled_out(said)):
        if before.origin.origin_id != after.origin.origin_id:
            own = frozenset([before.origin.origin_id])
            turn = Turn(before.origin, before.claim.text, after.origin, after.claim, own)
            found.setdefault(after.origin.origin_id, turn)
    return [found[one.origin.origin_id] for one in said if one.origin.origin_id in found] if found else []


def _said(origin: Origin, around: Surroundings) -> tuple[str, _Said] | None:
    held = around.held(origin)
    if not held:
        return None
    claim = next((one for one in held if one.certainty != "conditional_or_future"), held[0])
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
        to_come=claim.certainty == "conditional_or_future",
        weighed=claim.status == "considered" or bool(_LOOKS_INTO.search(low)),
        owns_up=not negative and bool(_IN_PART.search(low)),
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
                    and (before.to_come == after.to_come or (before.weighed and after.negative))
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
    for after in (one for one in said if not one.to_come):
        if after.after_denying and not after.negative:
            yield from _with(_denied_before(after, said), after)
        elif after.takes_back:
            yield from _with(_figure_before(after, said), after)
        elif not after.negative and after.claim.version_id in recalled and _admits(after.claim, around):
            denial = next((one for one in recalled[after.claim.version_id] if _is_one_side(one, after)), None)
            if denial is not None:
                yield (_denied_before(after, said, words=denial.words) or denial), after


def _recalled(said: Sequence[_Said], around: Surroundings) -> Iterator[Turn]:
    """The turns of which the page tells both sides; the former as we hold it, where we do."""
    told_of = [one for part in around.pages(recalls) for one in part]
    by_id = {one.origin.origin_id: one for one in said} if told_of else {}
    for recall in told_of:
        after = by_id.get(around.origin_of(recall.now) or "")
        if after is None:
            continue
        words = frozenset(word for one in recall.told for word in matters.matter(one)) - EMPTY_LEMMAS
        told = [one for claim in recall.told if (one := around.origin_of(claim))]
        before = _spoken_before(after, said, words)
        if before is None and recall.told and recall.told[0].cue:
            before = by_id.get(told[0]) if told else None
        if before is None or (before is not after and not (before.negative and after.negative)):
            yield Turn(
                before.origin if before else None,
                before.claim.text if before else recall.words,
                after.origin,
                recall.now,
                frozenset([*told, *([before.origin.origin_id] if before else [])]) - {after.origin.origin_id},
            )


def _ruled_out(said: Sequence[_Said]) -> Iterator[tuple[_Said, _Said]]:
    """What a body looked into and then rules out; all words of the denial stand in the inquiry, or but few."""
    opened = [one for one in said if one.weighed and not one.negative]
    for after in said if opened else ():
        if after.claim.cue and _RULES_OUT.search(after.claim.cue.text.lower()) and after.origin.party:
            fitting = [one for one in opened if one.day < after.day and one.words & after.words]
            yield from _with(max(fitting, key=lambda one: len(one.words & after.words), default=None), after)


def _spoken_before(after: _Said, said: Sequence[_Said], words: frozenset[str]) -> _Said | None:
    """What that side said on a day before, in a third of the words recalled and two of those and now."""
    fitting = [
        one
        for one in said
        if one.day < after.day
        and len(one.words & words) * 3 >= max(len(words), 1)
        and len(one.words & (words | after.words)) >= _SHARED
        and _is_one_side(one, after)
    ]
    return max(fitting, key=lambda one: (len(one.words & words), one.day, one.origin.origin_id), default=None)


def _in_part(said: Sequence[_Said], around: Surroundings) -> Iterator[tuple[_Said, _Said]]:
    """What is owned up to in part ("in isolated cases") by a speaker of the office that denied it."""
    owned = [one for one in said if one.owns_up]
    denials = [each for one in said if one.negative for each in _denials(one.origin, around)] if owned else []
    for after in owned:
        office = _office(after, around)
        fitting = [
            one
            for one in denials
            if one.day < after.day and _in_common(one, after) and _office(one, around) == office
        ]
        yield from _with(max(fitting, key=lambda one: _in_common(one, after), default=None), after)


def _denials(origin: Origin, around: Surroundings) -> list[_Said]:
    """Each denial of an origin by its own day: pages may have joined those of several days."""
    found = around.once(_said, origin)
    if found is None:
        return []
    return [
        replace(found[1], claim=claim, day=day, words=matters.matter(claim) - EMPTY_LEMMAS)
        for claim in around.held(origin)
        if claim.polarity == "denied" and claim.said_when and (day := claim.said_when.day)
    ]


def _in_common(one: _Said, other: _Said) -> int:
    """How many words two statements share; all words for the use of guns are one."""
    shot = not (SHOTS.isdisjoint(one.words) or SHOTS.isdisjoint(other.words))
    return len((one.words & other.words) - SHOTS) + 2 * shot


def _office(one: _Said, around: Surroundings) -> tuple[str, str]:
    """The ministry that somebody is of, by what his page calls him, and its country; of others who they are."""
    speaker = one.origin.speaker
    page = around.page(one.claim.version_id)
    names = [each.speaker.name for each in page if each.speaker.canonical == speaker.canonical]
    found = _MINISTRY.search(" ; ".join([*names, speaker.canonical]).lower())
    if found is None:
        return speaker.canonical, one.origin.party or ""
    return (found["of"] or found["own"])[:_STEM], one.origin.party or ""


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
