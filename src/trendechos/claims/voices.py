"""Speakers, co-speakers and chains of the cues of one report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from trendechos.claims import chains, wording
from trendechos.claims.found import Found
from trendechos.claims.line import Line
from trendechos.claims.outlets import is_platform, is_press
from trendechos.claims.sources import conjuncts
from trendechos.claims.speakers import NOBODY, Cast
from trendechos.records import Speaker

_UNRESOLVED = frozenset({"he", "she", "it", "they", "who", "which", "that"})
_NAMED = frozenset({"person", "organisation", "government", "group"})
_OWNED = ("his ", "her ")
_CITING = frozenset({"cite", "quote"})


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks, with whom, and through whom, outermost first."""

    speaker: Speaker
    co_speakers: tuple[Speaker, ...] = ()
    chain: tuple[Speaker, ...] = ()


@dataclass(slots=True)
class _Page:
    """What resolving the voices of one report needs, and what it has resolved."""

    lines: Sequence[Line]
    found: Sequence[Found]
    cast: Cast
    chain: tuple[Speaker, ...]
    outlet: str | None
    cited: dict[tuple[int, int], Found]
    known: dict[int, Voice]


def voices(
    lines: Sequence[Line], found: Sequence[Found], cast: Cast, chain: tuple[Speaker, ...], own: str | None
) -> list[Voice]:
    """One voice a cue, in the order of `found`; `chain` holds for the whole page, whose outlet is `own`."""
    cited = {
        (one.line, lines[one.line].heads[one.at]): one
        for one in found
        if lines[one.line].lemmas[one.at] in _CITING and lines[one.line].tags[one.at] == "VBG"
    }
    page = _Page(lines, found, cast, chain, own, cited, {})
    return _partied([_voice(index, page) for index in range(len(found))])


def _partied(said: list[Voice]) -> list[Voice]:
    """The voices, where a name that has a party anywhere in the report has it everywhere."""
    parties: dict[str, set[str]] = {}
    for one in (speaker for voice in said for speaker in (voice.speaker, *voice.co_speakers)):
        if one.kind in _NAMED and one.party is not None:
            parties.setdefault(one.canonical, set()).add(one.party)

    def full(one: Speaker) -> Speaker:
        known = parties.get(one.canonical, set()) if one.kind in _NAMED and one.party is None else set()
        return replace(one, party=next(iter(known))) if len(known) == 1 else one

    return [Voice(full(each.speaker), tuple(map(full, each.co_speakers)), each.chain) for each in said]


def _voice(index: int, page: _Page) -> Voice:
    if index in page.known:
        return page.known[index]
    one = page.found[index]
    line, cast = page.lines[one.line], page.cast
    outer = _voice(one.parent, page) if one.parent is not None else None
    cast.meet(page.lines, one.line)
    speaker, co_speakers = _speakers(line, one, cast, outer)
    chain = page.chain if outer is None else outer.chain
    # What somebody denies or doubts did not come through them.
    relayed = one.parent is None or page.found[one.parent].kind not in ("deny", "doubt")
    if outer is not None and _names_somebody(outer.speaker) and relayed:
        chain = (*chain, outer.speaker)
    chain = (*chain, *_heard(line, one, speaker, page))
    if is_press(speaker):
        citing = _citing(one, page.cited)
        thing = line.child(citing.at, "dobj") if citing is not None else chains.cited(line, one)
        if thing is not None:
            speaker, co_speakers, chain = _through(line, thing, cast, speaker, chain)
    page.known[index] = Voice(speaker, co_speakers, _unique(chain, speaker))
    return page.known[index]


def _heard(line: Line, one: Found, speaker: Speaker, page: _Page) -> tuple[Speaker, ...]:
    """The outlets told here, or where the speaker was told to speak before: an interview goes on."""
    links = tuple(link for link in chains.heard(line, one, page.outlet) if link.canonical != speaker.canonical)
    if not speaker.canonical or one.act != "speech":
        return links
    told = page.cast.told
    if not links and chains.elsewhere(line, one):
        told.pop(speaker.canonical, None)
    if not links:
        return told.get(speaker.canonical, ())
    told[speaker.canonical] = tuple(
        link for link in links if link.kind == "outlet" and not is_platform(link.canonical)
    )
    return links


def _citing(one: Found, cited: dict[tuple[int, int], Found]) -> Found | None:
    """The "citing X" of a cue: on the cue, on its source ("The paper, quoting X, ..."), or beside it."""
    found = cited.get((one.line, one.at))
    if found is not None or one.source is None:
        return found
    beside = (each for (where, _), each in cited.items() if where == one.line and each.source == one.source)
    return cited.get((one.line, one.source)) or next(beside, None)


def _names_somebody(speaker: Speaker) -> bool:
    """False for nobody and for a pronoun that the report does not resolve."""
    return speaker.kind != "none" and not (
        speaker.kind == "unnamed" and speaker.canonical.lower() in _UNRESOLVED
    )


def _speakers(line: Line, one: Found, cast: Cast, outer: Voice | None) -> tuple[Speaker, tuple[Speaker, ...]]:
    if one.source is None:
        return NOBODY, ()
    head = one.source if one.antecedent is None else one.antecedent
    if wording.is_own_version(line, head):
        return NOBODY, ()
    within = outer.speaker if outer is not None else None
    both = cast.both(line, head)
    if both:
        return both[0], both[1:]
    speaker = cast.resolve(line, head, within=within)
    others = [
        cast.resolve(line, other, within=within) for other in conjuncts(line, head) if line.lows[other] != "-"
    ]
    return speaker, tuple(other for other in others if other.canonical != speaker.canonical)


def _through(
    line: Line, thing: int, cast: Cast, speaker: Speaker, chain: tuple[Speaker, ...]
) -> tuple[Speaker, tuple[Speaker, ...], tuple[Speaker, ...]]:
    """An outlet that cites a source speaks for the source: the outlet becomes a link of the chain."""
    source = cast.resolve(line, thing)
    if source.kind in ("document", "none"):
        return speaker, (), chain
    others = tuple(cast.resolve(line, other) for other in conjuncts(line, thing))
    return source, tuple(other for other in others if other.kind != "document"), (*chain, speaker)


def _unique(chain: tuple[Speaker, ...], speaker: Speaker) -> tuple[Speaker, ...]:
    seen = {speaker.canonical}
    kept = []
    for link in chain:
        if link.canonical not in seen and link.kind != "none":
            seen.add(link.canonical)
            kept.append(link)
    return tuple(kept)


def speaks_apart(inner: Found, voice: Voice, outer: Found, holder: Voice) -> bool:
    """True when a statement inside another's is a statement of its own, by somebody else.

    What a speaker believes, wants or shows inside another's statement, what the speaker's own side says, and
    what nobody named says, stay part of the outer statement; an outlet's sources always speak for themselves.
    """
    who, other = voice.speaker, holder.speaker
    if inner.act in ("topic", "attitude") or who.kind == "none":
        return False
    unresolved = not _names_somebody(other)
    if unresolved or is_press(other) or outer.act == "topic":
        return True
    if inner.act != "speech" or who.canonical == other.canonical:
        return False
    if outer.kind in ("deny", "doubt") and inner.frame in ("c", "n"):
        # "rejected the governor's claim that ...": the claim is the governor's.
        return True
    if inner.kind == "deny" and other.name.lower().startswith(_OWNED):
        # "The captain denies it, his lawyer said": the captain does, through the lawyer.
        return True
    named = inner.kind == "say" and who.kind not in ("unnamed", "group", "document")
    return named and (who.kind == "person" or who.party is None or who.party != other.party)
