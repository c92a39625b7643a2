"""Things and people that are counted by what is done to them: prisoners released, trucks entered, cases."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from trendechos.languages.en import deeds
from trendechos.records import Claim, Origin, Quantity
from trendechos.situation.measures import Measure
from trendechos.situation.naming import of_demonym
from trendechos.situation.scopes import Scope
from trendechos.situation.stances import AGAINST
from trendechos.situation.subjects import Subject, subject_of
from trendechos.situation.surroundings import Surroundings
from trendechos.situation.tolls import ahead_of, is_part
from trendechos.situation.topics import is_planned, most, place_of

_DEEDS = {
    deed: (re.compile(rf"\b(?:{forms}){deeds.BETWEEN} ?$"), re.compile(rf"^{deeds.BEHIND} (?:{forms})\b"))
    for deed, forms in deeds.DEEDS.items()
}
_COUNTS = frozenset(["other", "civilians", "weapons", "captured"])
# A noun stands within so many characters of its number.
_NEAR = 60
# So few of a thing of which nothing is said to be done are no count of it.
_TELLING = 5
# A number without one counts what was counted in one of so many claims before.
_REACH = 6
# What is counted and whether it is a day's, or yet to come.
Kind = tuple[str, str]


def things(around: Surroundings) -> dict[Kind, list[Subject]]:
    """The numbers of each thing that two or more origins count, by thing and stretch."""
    found: dict[Kind, list[Subject]] = defaultdict(list)
    for told in around.every(_told):
        for kind, one in told:
            found[kind].append(one)
    return {kind: group for kind, group in sorted(found.items()) if _is_shared(group)}


def counts_things(origin: Origin, around: Surroundings) -> bool:
    """True for an origin that counts things or people by what is done to them, but for their arrest."""
    kinds = around.once(_things, origin) or ()
    return any(not kind[0].endswith("detained") for kind, _ in kinds)


def _is_shared(group: Sequence[Subject]) -> bool:
    """True for what two or more origins count, one of them of somebody known or described."""
    return len(group) > 1 and any(one.origin.speaker.kind not in ("none", "outlet") for one in group)


def _told(origin: Origin, around: Surroundings) -> list[tuple[Kind, Subject]] | None:
    return around.once(_things, origin)


def _things(origin: Origin, around: Surroundings) -> list[tuple[Kind, Subject]] | None:
    """What an origin counts, one number of each kind; None where it counts nothing that is named."""
    one = subject_of(origin, around) if origin.polarity == "asserted" else None
    if one is None or one.stance in AGAINST:
        return None
    kinds: dict[Kind, tuple[Quantity, list[Scope]]] = {}
    for claim in one.claims:
        for number in claim.quantities:
            if number.counts in _COUNTS and (
                kind := _kind(number, claim, around) or _ongoing(number, claim, around)
            ):
                places = [] if kind[0].split()[-1] in deeds.ANYWHERE else _own_places(claim, around)
                kinds.setdefault(kind, (number, []))[1].extend(places)
    return [
        (kind, replace(one, measure=Measure("other", kind[0], frozenset(), most(scopes), kind[1], number)))
        for kind, (number, scopes) in sorted(kinds.items())
    ] or None


def _own_places(claim: Claim, around: Surroundings) -> list[Scope]:
    """Where it is, if the words of the claim say so."""
    named = any(claim.span.holds(place.span) for place in claim.places)
    scope = place_of(claim, around.scopes) if named else None
    return [scope] if scope else []


def _ongoing(number: Quantity, claim: Claim, around: Surroundings) -> Kind | None:
    """What a number without a noun goes on counting: the last thing counted before it on its page."""
    start = number.span.start - claim.span.start
    if (
        claim.background
        or not 0 <= start < len(claim.text)
        or not deeds.GOES_ON.search(claim.text[:start].lower())
    ):
        return None
    noun = _noun(number, "")
    before, _ = around.beside(claim)
    for other in reversed(before[-_REACH:]):
        for last in reversed(other.quantities):
            kind = _kind(last, other, around) if last.counts in _COUNTS else None
            counted = kind[0].rpartition(" ")[0] if kind else None
            if counted in deeds.ANYBODY:
                same = number.counts == last.counts and noun == counted
            else:
                same = noun in (None, counted) or not number.unit
            if kind and same:
                own = _window(number, claim, claim.text[:start].lower(), "")
                return kind[0], own if own != "none" and kind[1] == "none" else kind[1]
    return None


def _kind(number: Quantity, claim: Claim, around: Surroundings) -> Kind | None:
    """What a number counts by its own words, and for what stretch."""
    start, end = number.span.start - claim.span.start, number.span.end - claim.span.start
    given = number.low is not None or number.high is not None
    within = number.span.field == claim.span.field and 0 <= start < end <= len(claim.text)
    if not (given and within) or claim.background or is_part(number, claim, around):
        return None
    before, behind = ahead_of(claim, start, around), claim.text[end:].lower()
    noun = _measured(_noun(number, before) or _kind_of(number, claim, behind), behind)
    if noun is None:
        return None
    always = deeds.ALWAYS.get(noun.rsplit(" ", 1)[-1])
    deed = _deed(before, behind, noun) or always
    if deed in deeds.OF_PEOPLE:
        enough = deed != "gathered" or max(number.low or 0, number.high or 0) >= deeds.CROWD
        return (f"people {deed}", "none") if enough and (noun in deeds.ANYBODY or always == deed) else None
    if deed is None and (number.counts in ("captured", "civilians") or noun in deeds.ANYBODY):
        return None  # who is held, or there, is asked elsewhere, or of nobody
    return _of_noun(noun, deed, number, _window(number, claim, before, behind))


def _of_noun(noun: str, deed: str | None, number: Quantity, window: str) -> Kind | None:
    """What is counted by a noun and a deed; None for a few things of which nothing is said to be done."""
    if deed in deeds.TELLING:
        noun, deed = noun if any(word in deeds.TELLING for word in noun.split()) else f"{deed} {noun}", None
    if deed is None:
        return (noun, "none") if max(number.low or 0, number.high or 0) >= _TELLING else None
    return f"{noun} {deed}", "none" if deed == "held" else window


def _measured(noun: str | None, behind: str) -> str | None:
    """The noun with what is measured in it ("tonnes of fuel"), None where that is not said."""
    if noun not in deeds.MEASURES:
        return noun
    found = deeds.OF_WHAT.match(behind)
    return f"{noun} of {found[1]}" if found else None


def _kind_of(number: Quantity, claim: Claim, behind: str) -> str | None:
    """The noun of a number that only says which kind of what was counted before it in the claim."""
    found = deeds.KIND_BEHIND.search(behind) if not number.unit else None
    if found is None:
        return None
    nouns = [noun for one in claim.quantities if one.span < number.span and (noun := _noun(one, ""))]
    return f"{found[1]} {nouns[0]}" if nouns else None


def _window(number: Quantity, claim: Claim, before: str, behind: str) -> str:
    ahead = deeds.TO_BE.search(before[-_NEAR:]) or deeds.TO_BE.search(behind[:_NEAR])
    if ahead or number.window == "planned" or is_planned(claim):
        return "planned"
    return "day" if number.window == "day" else "none"


def _noun(number: Quantity, before: str) -> str | None:
    """The counted noun with what makes it another count, in lower case; None where none is named."""
    words = (number.unit or "").split()
    if not words and (found := deeds.NOUN_BEFORE.search(before)):
        words = (found[1] or found[2]).split()
    if (
        not words
        or words[-1].lower() in deeds.LOOSE
        or any(of_demonym(" ".join(words[-many:]).title()) for many in (1, 2))
    ):
        return None
    told = [word.lower() for word in words[:-1] if word.lower() in deeds.TELLING]
    head = words[-1].lower()
    plural = head.endswith("s") or head in deeds.ANYBODY or head in deeds.ALWAYS
    return " ".join([*told, head]) if head.isalpha() and plural else None


def _deed(before: str, behind: str, noun: str) -> str | None:
    """What is done to those counted, or by them; None where it is not said beside the number."""
    head = noun.rsplit(" ", 1)[-1]
    after = behind.partition(head)[2] if head in behind else before.partition(head)[2] or behind
    near = before[-_NEAR:]
    return next(
        (
            deed
            for deed, (ahead, back) in _DEEDS.items()
            if ahead.search(near) or back.search(after[: 2 * _NEAR])
        ),
        None,
    )
