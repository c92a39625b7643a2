"""Where copies change the statement that they carry."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from itertools import product
from types import MappingProxyType

from trendechos.echoes import numbers
from trendechos.echoes.label import amount
from trendechos.echoes.profile import content_of, folded, place_key, published, scene_keys, written
from trendechos.languages.en.citing import BELIEFS
from trendechos.languages.en.measures import units
from trendechos.languages.en.retelling import CONDITIONS, PARTLY, TOUCHED
from trendechos.records import FATES, Claim, Drift, Quantity, Report, Speaker
from trendechos.text.normalise import fold, words

_BRACKETS = re.compile(r"\(.*?\)")
# A copy of so many content words of which so large a share is the other's says the same.
_FEW, _MOST = 2, 0.6
# Pages without a day come after all others.
_LATE = 10**9
# Two copies that share no figure and fewer of their content words may be two statements that were joined.
_HALF = 0.5
BODIES = ("organisation", "government", "group")
# Types that name different deeds: a copy that turns one into the other has changed the meaning.
_DEEDS = frozenset(("deployment", "capture", "casualties", "withdrawal"))


def drift(
    key: Claim,
    members: tuple[Claim, ...],
    reports: Mapping[str, Report],
    heard: Mapping[str, Collection[str]] = MappingProxyType({}),
) -> tuple[Drift, ...]:
    """Where copies differ from the fullest early copy, in order of claim; no outlet is named for restated text.

    A hedge counts as dropped when any copy has it and this one, of the same figure or place, does not:
    pages drop hedges, and seldom invent them. An attribution counts as dropped only on a page where the
    speaker is not heard at all; `heard` gives the speakers by page. A page is held against others, not against
    itself, a title that shortens what its own page tells changes nothing, and an older page copies nothing.
    What is partly so, on a condition, announced, denied or measured is held against the earliest page.
    """
    found: list[Drift | None] = []
    hedged, first = _most_hedged(key, members), _first(key, members, reports)
    narrow = _narrow(first) if len(members) > 1 else ()
    for claim in without_titles(members):
        page = where(reports.get(claim.report_id))
        softened = None
        if claim.version_id != hedged.version_id and not older(claim, hedged, reports):
            softened = _hedge(hedged, claim, page)
        touched = _touched(members, claim, page)
        found += softened, touched, _raised(members, claim, page)
        if claim.version_id != first.version_id:
            changes = [_less(narrow, claim, page), _turned(first, claim, page), _measure(first, claim, page)]
            changes += [] if softened else [_done(first, claim, page)]
            found += changes if any(changes) and retells(first, claim) else ()
        if claim.version_id == key.version_id or older(claim, key, reports):
            continue
        found.append(None if touched else _number(key, claim, page))
        found.append(_place(key, claim, page))
        found.append(None if _page_names(key, claim, heard) else _attribution(key, claim, page))
        found.append(meaning(key, claim, page))
    return tuple(change for change in found if change is not None)


def without_titles(members: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims without those in the title of a page whose text has the statement too."""
    told = {claim.version_id for claim in members if claim.span.field != "title"}
    return tuple(claim for claim in members if claim.span.field != "title" or claim.version_id not in told)


def older(claim: Claim, than: Claim, reports: Mapping[str, Report]) -> bool:
    """True when the page of the claim is of an earlier day than the other's; false where one has no day."""
    mine, its = (published(reports.get(one.report_id)) for one in (claim, than))
    return mine is not None and its is not None and mine < its


def where(report: Report | None) -> str:
    """Who a drift is put down to: the outlet, or "a page" where that has no name or the text is restated."""
    if report is None or report.restated or not report.outlet:
        return "a page"
    return report.outlet


# How cautiously a copy puts it: as certain by its verb, plainly, as a belief, at arm's length, in doubt, both.
_CERTAIN, _PLAIN, _BELIEF, _DISTANT, _DOUBT, _DISTANT_DOUBT = range(6)


def _caution(claim: Claim) -> int:
    if claim.certainty != "asserted" and _doubted(claim):
        return _DISTANT_DOUBT if claim.reported_as == "distancing" else _DOUBT
    if claim.reported_as == "distancing":
        return _DISTANT
    if claim.certainty != "asserted":
        return _BELIEF
    return _CERTAIN if claim.reported_as == "endorsing" else _PLAIN


def _doubted(claim: Claim) -> bool:
    """True when more than the verb of a speaker who believes or estimates softens the claim."""
    if claim.status == "considered":  # a step that is weighed, whatever the word for it
        return True
    # "believes" as the cue is how the page reports the speaker, not a hedge in what was said.
    cue = claim.cue.span if claim.cue else None
    hedges = [hedge for hedge in claim.hedges if cue is None or not hedge.span.overlaps(cue)]
    return not claim.hedges or any(not fold(hedge.text).startswith(BELIEFS) for hedge in hedges)


def _most_hedged(key: Claim, members: tuple[Claim, ...]) -> Claim:
    """The most cautious copy, the key's first among equals."""
    return max(members, key=lambda claim: (_caution(claim), claim is key, claim.text, claim.report_id))


def _hedge(hedged: Claim, claim: Claim, where: str) -> Drift | None:
    most, least = _caution(hedged), _caution(claim)
    # A belief told plainly is how news speaks; a belief told as confirmed is not.
    dropped = least < most if most > _BELIEF else most == _BELIEF and least == _CERTAIN
    if (
        not dropped
        or not _tells(claim)
        or "noncommittal" in (hedged.polarity, claim.polarity)
        or not _alike(hedged, claim)
    ):
        return None
    said = ", ".join(hedge.text for hedge in hedged.hedges)
    if (not said or least == _DOUBT) and hedged.reported_as == "distancing" and hedged.cue:
        said = hedged.cue.text
    kept = f"“{said}”" if said else "the caution"
    return Drift(claim.claim_id, "hedge dropped", f"{where} leaves out {kept} of another copy")


def _tells(claim: Claim) -> bool:
    """False for a pronoun or a bare figure, which leave no room for a hedge."""
    return len(claim.text.split()) > sum(len(quantity.words.split()) for quantity in claim.quantities) + 1


def _alike(one: Claim, other: Claim) -> bool:
    """True when two copies share a figure, a place or most of their words, so that a difference is a change."""
    if one.quantities and other.quantities:
        return numbers.agreement(one.quantities, other.quantities)[0] > 0
    places, others = scene_keys(one), scene_keys(other)
    if places and others and not places & others:
        return False
    told, known = content_of(one).keys(), content_of(other).keys()
    # What is to come and what has come are two things unless the words are the same.
    return one.certainty != "conditional_or_future" or len(told & known) >= _HALF * max(len(told), len(known))


def _number(key: Claim, claim: Claim, where: str) -> Drift | None:
    if claim is key or not key.quantities or not claim.quantities:
        return None
    pairs = [(one, two) for one in key.quantities for two in claim.quantities if _comparable(one, two)]
    alike = {numbers.value(two) for one, two in pairs if _one_figure(one, two)}
    # In "54 treated in two camps" and "54 dead in two camps" the two makes up for nothing.
    befell = [
        pair
        for pair in pairs
        if _other_fate(*pair) and numbers.same_large(*pair) and numbers.value(pair[1]) not in alike
    ]
    if not pairs or (alike and not befell):
        return None
    one, two = (befell or pairs)[0]
    if _other_fate(one, two):
        kinds = (two.unit or two.counts, one.unit or one.counts)
        units = " for ".join(kinds if kinds[0] != kinds[1] else (two.counts, one.counts))
        return Drift(claim.claim_id, "unit changed", f"{where} has {amount(two)} {units}")
    return Drift(claim.claim_id, "number changed", f"{where} has {amount(two)} for {amount(one)}")


def _touched(members: tuple[Claim, ...], claim: Claim, where: str) -> Drift | None:
    """Those whom something reached, told as killed, hurt or driven out."""
    for one, two in product(members, claim.quantities):
        if two.counts not in FATES or one.version_id == claim.version_id or TOUCHED.isdisjoint(one.lemmas):
            continue
        if any(_one_figure(other, two) for other in one.quantities if other.counts not in FATES):
            told = f"{where} has {amount(two)} {two.counts.replace('_', ' ')} for affected"
            return Drift(claim.claim_id, "meaning changed", told)
    return None


def _first(key: Claim, members: tuple[Claim, ...], reports: Mapping[str, Report]) -> Claim:
    """The key, or a claim of the earliest page where that is of an earlier day."""
    days = {one.claim_id: published(reports.get(one.report_id)) or _LATE for one in members}
    return min(members, key=lambda one: (days[one.claim_id], one is not key, one.text, one.report_id))


def retells(first: Claim, claim: Claim) -> bool:
    """True where most of what the claim says is what the first copy says."""
    told = content_of(claim).keys()
    return len(told) >= _FEW and len(told & content_of(first).keys()) >= _MOST * len(told)


def _narrow(first: Claim) -> tuple[tuple[tuple[str, ...], str], ...]:
    """The words that keep the claim to a part or make it hang on a condition, each with their patterns."""
    if first.polarity != "asserted":
        return ()
    kinds = (PARTLY, CONDITIONS) if first.certainty == "conditional_or_future" else (PARTLY,)
    found = ((kind, _narrowing(kind).search(first.text)) for kind in kinds)
    return tuple((kind, match.group()) for kind, match in found if match)


def _less(narrow: Iterable[tuple[tuple[str, ...], str]], claim: Claim, where: str) -> Drift | None:
    """What was so in part told as so throughout, and what would be on a condition without the condition."""
    for kind, kept in narrow:
        if claim.polarity == "asserted" and not _narrowing(kind).search(claim.text):
            return Drift(claim.claim_id, "meaning changed", f"{where} leaves out “{kept}”")
    return None


@cache
def _narrowing(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


def _turned(first: Claim, claim: Claim, where: str) -> Drift | None:
    """What was denied told as admitted, and what was admitted as denied."""
    if first.cue and claim.cue and {first.cue.kind, claim.cue.kind} == {"deny", "confirm"}:
        told = f"{where} has “{claim.cue.text}” for “{first.cue.text}”"
        return Drift(claim.claim_id, "meaning changed", told)
    return None


def _measure(first: Claim, claim: Claim, where: str) -> Drift | None:
    """One number told in another unit of measure."""
    pairs = [
        (one, two) for one, two in product(first.quantities, claim.quantities) if _equal_measures(one, two)
    ]
    if not pairs or any(one.unit == two.unit for one, two in pairs):
        return None
    one, two = pairs[0]
    return Drift(
        claim.claim_id, "unit changed", f"{where} has {amount(two)} {two.unit} for {amount(one)} {one.unit}"
    )


def _equal_measures(one: Quantity, two: Quantity) -> bool:
    value = numbers.value(one)
    return value is not None and value == numbers.value(two) and {one.unit, two.unit} <= _measures()


@cache
def _measures() -> frozenset[str | None]:
    return frozenset(unit.name for unit in units().values())


def _done(first: Claim, claim: Claim, where: str) -> Drift | None:
    """What is only announced or asked for told as done."""
    if first.status not in ("announced", "demanded", "considered") or claim.status != "done":
        return None
    if {first.polarity, claim.polarity} != {"asserted"} or claim.certainty != "asserted":
        return None
    return Drift(claim.claim_id, "meaning changed", f"{where} has as done what others have as {first.status}")


def _comparable(one: Quantity, two: Quantity) -> bool:
    return numbers.same_kind(one, two) or _other_fate(one, two) or numbers.agreement([one], [two])[0] > 0


def _other_fate(one: Quantity, two: Quantity) -> bool:
    return one.counts != two.counts and {one.counts, two.counts} <= FATES


def _one_figure(one: Quantity, two: Quantity) -> bool:
    """True when the bounds say the same; "about 8,000" and "8,000" do, "up to 8,000" and "8,000" do not.

    Of two figures in words, "a couple of thousand" and "a few thousand" do not, "few" and "some" do.
    """
    if numbers.value(one) is None and numbers.value(two) is None and numbers.size(one) != numbers.size(two):
        return False
    return (one.low, one.high) == (two.low, two.high) and not _other_fate(one, two)


def _place(key: Claim, claim: Claim, where: str) -> Drift | None:
    if key.type != claim.type or {key.polarity, claim.polarity} != {"asserted"}:
        return None
    mine, other = _scene(key), _scene(claim)
    if mine is None or other is None or mine[1] == other[1]:
        return None
    if mine[2] == other[2]:
        return None  # one name, found as two places
    return Drift(claim.claim_id, "place changed", f"{where} has {other[0]} for {mine[0]}")


def _scene(claim: Claim) -> tuple[str, str, str] | None:
    """The one event place of the claim: name, country, as written; None for none or several countries."""
    scenes = [
        place
        for place in claim.places
        if place.role == "event" and place.country and claim.span.holds(place.span)
    ]
    countries = {place.country for place in scenes}
    if len(countries) != 1:
        return None
    return place_key(scenes[0].name), scenes[0].country or "", written(claim, scenes[0])


def _page_names(key: Claim, claim: Claim, heard: Mapping[str, Collection[str]]) -> bool:
    """True when the page hears the speaker anywhere, or names the speaker in the words of the claim."""
    if key.speaker.canonical in heard.get(claim.report_id, ()):
        return True
    last = -1 if key.speaker.kind == "person" else -2
    names = (words(_BRACKETS.sub("", name))[last:] for name in (key.speaker.name, key.speaker.canonical))
    told = f" {' '.join(words(claim.text))} "
    return any(name and f" {' '.join(name)} " in told for name in names)


def _attribution(key: Claim, claim: Claim, where: str) -> Drift | None:
    # A page that says itself how sure it is takes nothing over as its own.
    if key.speaker.kind in ("none", "outlet") or claim.speaker.kind != "none" or _caution(claim) > _PLAIN:
        return None
    return Drift(
        claim.claim_id, "attribution dropped", f"{where} gives no source; others name {key.speaker.canonical}"
    )


def _raised(members: tuple[Claim, ...], claim: Claim, where: str) -> Drift | None:
    """What somebody unnamed of a body said, told as said by the body itself."""
    if claim.speaker.kind not in BODIES:
        return None
    name = folded(claim.speaker.canonical)
    for one in members:
        unnamed = one.speaker.kind == "unnamed" and one.version_id != claim.version_id
        if unnamed and f" {name} " in f" {folded(one.speaker.canonical)} ":
            return raised(claim, one.speaker, where)
    return None


def raised(claim: Claim, source: Speaker, where: str) -> Drift:
    """The drift of a claim that puts what `source`, unnamed, said down to the body itself."""
    told = f"{where} has {claim.speaker.canonical} itself for “{source.canonical}”"
    return Drift(claim.claim_id, "attribution dropped", told)


def meaning(key: Claim, claim: Claim, where: str) -> Drift | None:
    """The drift of a claim that tells another deed than the key; None for one deed or for no deed."""
    if claim.type != key.type and {claim.type, key.type} <= _DEEDS:
        return Drift(claim.claim_id, "meaning changed", f"{where} has {claim.type} for {key.type}")
    return None
