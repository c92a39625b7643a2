"""The key claims: who speaks for and against, on what basis, by what chain, on how many pages."""

from __future__ import annotations

from trendechos.presentation.index import Index
from trendechos.presentation.sections import common
from trendechos.presentation.sections.values import is_voice, voice
from trendechos.presentation.wording import figures, parties
from trendechos.presentation.wording.parts import Part, Phrase, flat, given, joined, note, plain, say
from trendechos.records import BriefSentence, Origin, Proposition, Row, Section, Stance

OPEN_CLAIMS = 4
ALL_CLAIMS = 60
SPLIT_SHOWN = 4
_HEAD = ("Who", "Answer", "In the page’s words", "When", "Basis", "Pages")


def build(index: Index) -> Section:
    """One subsection a question, the first four open, the rest behind their headings."""
    asked = [one for one in index.situation.propositions if _stances(index, one)]
    # A number of nowhere answers less than one of a place, however many give it.
    asked.sort(key=lambda one: one.counts is not None and not one.scope)
    parts = [_one(index, one, collapsed=rank >= OPEN_CLAIMS) for rank, one in enumerate(asked[:ALL_CLAIMS])]
    sentences: tuple[BriefSentence, ...] = ()
    if not parts:
        held = sorted(index.situation.origins, key=lambda origin: (-len(origin.reports), origin.origin_id))
        lines = [common.statement(index, origin) for origin in held[:OPEN_CLAIMS] if index.cites(origin)]
        sentences = (
            note("No question is answered by more than one origin; these are the claims on most pages."),
            *lines,
        )
        if not lines:
            sentences = (note("No claim was found on these pages."),)
    elif len(asked) > ALL_CLAIMS:
        sentences = (
            note(f"The first {ALL_CLAIMS} of {len(asked):,} questions; all are in the situation file."),
        )
    return Section("claims", "Key claims", sentences, subsections=tuple(parts))


def _stances(index: Index, proposition: Proposition) -> list[tuple[Stance, Origin]]:
    found = [(one, origin) for one in proposition.stances for origin in index.known((one.origin_id,))]
    return sorted(
        found, key=lambda one: (one[0].stance in common.AGAINST, -len(one[1].reports), one[1].origin_id)
    )


def _one(index: Index, proposition: Proposition, *, collapsed: bool) -> Section:
    found = _stances(index, proposition)
    sentences = [_counts(index, proposition, found), *_splits(index, proposition), *_turns(index, proposition)]
    rows = [_row(index, stance, origin) for stance, origin in found]
    tables = common.table(_HEAD, rows, caption=f"Who says what: {flat(proposition.text)}", words=(2,))
    key = f"claim-{proposition.proposition_id}"
    return Section(key, flat(proposition.text), tuple(sentences), tables, collapsed=collapsed)


def _counts(index: Index, proposition: Proposition, found: list[tuple[Stance, Origin]]) -> BriefSentence:
    """Pages, origins, voices and independence of those for it, and how many stand against."""
    pro = [
        origin for stance, origin in found if stance.stance not in common.AGAINST and stance.stance != "differs"
    ]
    names = list(dict.fromkeys(index.party(voice(one)) or voice(one) for one in pro if is_voice(one)))
    voices = figures.count(proposition.voices_count, "voice")
    shown: Phrase = (
        (" (", *joined([parties.named(name) for name in names]), ")") if 1 <= len(names) <= 6 else ()
    )
    pages = figures.count(proposition.pages_count, "page")
    origins = figures.count(proposition.origins_count, "origin")
    parts: list[Part] = [f"{pages}, {origins}, {voices}", *shown]
    if proposition.unnamed_count:
        parts.append(f", {figures.small(proposition.unnamed_count)} without a named speaker")
    if proposition.origins_count > 1:
        parts.append(f"; {common.independence(proposition)}")
        details = proposition.reason.partition(": ")[2]
        if details:
            parts += [": ", given(details.rstrip("."))]
    if proposition.against_count:
        parts.append(
            f". Against it, in doubt or without an answer: {figures.count(proposition.against_count, 'origin')}"
        )
    return say(*parts, ".", claims=index.cites(*(pro or [origin for _, origin in found])))


def _splits(index: Index, proposition: Proposition) -> list[BriefSentence]:
    """One sentence a party whose own answers differ, with up to four of them."""
    inside: dict[str, dict[str, Origin]] = {}
    for pair in proposition.splits:
        for origin in index.known(pair):
            inside.setdefault(voice(origin), {})[origin.origin_id] = origin
    out = []
    for code, found in inside.items():
        origins = sorted(
            found.values(), key=lambda one: (one.said_when.first if one.said_when else "", one.origin_id)
        )
        if len(origins) > 1:
            shown = origins[:SPLIT_SHOWN]
            more = (
                f"; {figures.small(len(origins) - len(shown))} more below" if len(origins) > len(shown) else ""
            )
            listed = joined([_short(index, origin) for origin in shown], last="; ", between="; ")
            name = parties.named(index.party(code) or code)
            out.append(
                say("Inside ", *name, " answers differ: ", *listed, f"{more}.", claims=index.cites(*shown))
            )
    return out


def _turns(index: Index, proposition: Proposition) -> list[BriefSentence]:
    """One sentence for each speaker whose answer turned over time, the earlier answer first; the first few."""
    out = []
    for pair in proposition.reversals[:SPLIT_SHOWN]:
        shown = index.known(pair)
        if len(shown) == 2:
            listed = joined([_short(index, origin) for origin in shown], last="; then ", between="; then ")
            out.append(say("One speaker's answer turned: ", *listed, ".", claims=index.cites(*shown)))
    return out


def _short(index: Index, origin: Origin) -> Phrase:
    quantity = origin.quantity
    what: Phrase = figures.value(quantity) if quantity is not None else (index.said(origin),)
    when = f", {index.day(origin)}" if origin.said_when else ""
    return (*index.bare(origin), f"{when}: ", *what)


def _row(index: Index, stance: Stance, origin: Origin) -> Row:
    what = common.STANCES[stance.stance]
    shown = figures.bounds(stance.low, stance.high, stance.qualifier)
    if stance.stance == "value" and shown:
        what = shown
    cells = (
        plain(index.who(origin)), what, index.said(origin).text, index.day(origin),
        common.basis(index, origin), index.pages_count(origin),
    )  # fmt: skip
    return Row(cells, index.cites(origin))
