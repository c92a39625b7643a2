"""Speakers, co-speakers and chains of the cues of one report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from trendechos.claims import chains
from trendechos.claims.found import Found
from trendechos.claims.line import Line
from trendechos.claims.sources import conjuncts
from trendechos.claims.speakers import NOBODY, Cast
from trendechos.records import Speaker

_UNRESOLVED = frozenset({"he", "she", "it", "they", "who", "which", "that"})
_CITING = frozenset({"cite", "quote"})


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks, with whom, and through whom, outermost first."""

    speaker: Speaker
    co_speakers: tuple[Speaker, ...] = ()
    chain: tuple[Speaker, ...] = ()


def voices(
    lines: Sequence[Line], found: Sequence[Found], cast: Cast, page: tuple[Speaker, ...], own: str | None
) -> list[Voice]:
    """One voice a cue, in the order of `found`; `page` is the chain that holds for the whole page."""
    known: dict[int, Voice] = {}
    cited = {
        (one.line, lines[one.line].heads[one.at]): one
        for one in found
        if lines[one.line].lemmas[one.at] in _CITING and lines[one.line].tags[one.at] == "VBG"
    }
    for index in range(len(found)):
        _voice(index, lines, found, cast, known, cited, (page, own))
    return [known[index] for index in range(len(found))]


def _voice(
    index: int,
    lines: Sequence[Line],
    found: Sequence[Found],
    cast: Cast,
    known: dict[int, Voice],
    cited: dict[tuple[int, int], Found],
    report: tuple[tuple[Speaker, ...], str | None],
) -> Voice:
    if index in known:
        return known[index]
    one = found[index]
    line = lines[one.line]
    outer: Voice | None = None
    if one.parent is not None:
        outer = _voice(one.parent, lines, found, cast, known, cited, report)
    cast.meet(lines, one.line)
    speaker, co_speakers = _speakers(line, one, cast, outer)
    page, own = report
    chain = page if outer is None else outer.chain
    # What somebody denies or doubts did not come through them.
    relayed = one.parent is None or found[one.parent].kind not in ("deny", "doubt")
    if outer is not None and _names_somebody(outer.speaker) and relayed:
        chain = (*chain, outer.speaker)
    heard = tuple(link for link in chains.heard(line, one, own) if link.canonical != speaker.canonical)
    if speaker.canonical and one.act == "speech":
        # An interview goes on: what the same speaker says later on the page was said there too.
        heard = heard or cast.told.get(speaker.canonical, ())
        cast.told[speaker.canonical] = heard
    chain = (*chain, *heard)
    citing = cited.get((one.line, one.at))
    if citing is None and one.source is not None:
        # "The paper, quoting a source, reported"; "reported, citing a source, that".
        citing = cited.get((one.line, one.source)) or next(
            (each for (where, _), each in cited.items() if where == one.line and each.source == one.source),
            None,
        )
    if citing is not None and speaker.kind == "outlet":
        speaker, co_speakers, chain = _through(line, citing, cast, speaker, chain)
    known[index] = Voice(speaker, co_speakers, _unique(chain, speaker))
    return known[index]


def _names_somebody(speaker: Speaker) -> bool:
    """False for nobody and for a pronoun that the report does not resolve."""
    return speaker.kind != "none" and not (
        speaker.kind == "unnamed" and speaker.canonical.lower() in _UNRESOLVED
    )


def _speakers(line: Line, one: Found, cast: Cast, outer: Voice | None) -> tuple[Speaker, tuple[Speaker, ...]]:
    if one.source is None:
        return NOBODY, ()
    head = one.source if one.antecedent is None else one.antecedent
    within = outer.speaker if outer is not None else None
    speaker = cast.resolve(line, head, within=within)
    others = [cast.resolve(line, other, within=within) for other in conjuncts(line, head)]
    return speaker, tuple(other for other in others if other.canonical != speaker.canonical)


def _through(
    line: Line, citing: Found, cast: Cast, speaker: Speaker, chain: tuple[Speaker, ...]
) -> tuple[Speaker, tuple[Speaker, ...], tuple[Speaker, ...]]:
    """An outlet that cites a source speaks for the source: the outlet becomes a link of the chain."""
    thing = line.child(citing.at, "dobj")
    if thing is None:
        return speaker, (), chain
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

    What a speaker believes, wants or shows inside another's statement, what the speaker's own side says, and what
    nobody named says, stay part of the outer statement; an outlet's sources always speak for themselves.
    """
    if inner.act in ("topic", "attitude") or voice.speaker.kind == "none":
        return False
    if holder.speaker.kind in ("none", "outlet") or outer.act == "topic":
        return True
    if outer.kind in ("deny", "doubt") and inner.act == "speech" and inner.frame in ("c", "n"):
        # "rejected the governor's claim that ...": the claim is the governor's.
        return voice.speaker.canonical != holder.speaker.canonical
    if inner.act != "speech" or inner.kind != "say" or voice.speaker.canonical == holder.speaker.canonical:
        return False
    if voice.speaker.kind in ("unnamed", "group", "document"):
        return False
    if voice.speaker.kind == "person":
        return True
    return voice.speaker.party is None or voice.speaker.party != holder.speaker.party
