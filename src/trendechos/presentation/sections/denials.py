"""Denials and answers that are none, at the same size as claims, and the parties not heard from."""

from __future__ import annotations

import re
from collections import Counter

from trendechos.knowledge import countries
from trendechos.presentation.index import Index
from trendechos.presentation.sections import common
from trendechos.presentation.wording import figures, parties
from trendechos.presentation.wording.parts import Phrase, flat, given, joined, note, plain
from trendechos.records import BriefSentence, Origin, Proposition, Row, Section, Table

_HEAD = ("Who", "Answer", "In the page’s words", "When", "On the question", "Pages")
NAMED = 6
# Below this share of the pages and with one voice a matter is a detail of a wide collection.
LEAST_SHARE = 0.05
# A state with more neighbours than this has few that the matter touches.
FEW_NEIGHBOURS = 4
_FORCES = re.compile(r"\b(?:forces|troops)\b")
_ARMED = frozenset({"deployment", "combat", "withdrawal"})
_POLARITY = {"denied": "denies it", "noncommittal": "leaves it open"}


def build(index: Index) -> Section:
    """Every denial, doubt and non-answer as a row, then who has not been heard on what."""
    rows = [_row(index, origin, stance, question) for origin, stance, question in _against(index)]
    tables: tuple[Table, ...] = common.table(_HEAD, rows, caption="Denials, doubts and non-answers", words=(2,))
    head = [] if rows else [note("No denial, doubt or non-answer was found on these pages.")]
    return Section("denials", "Denials and silence", (*head, *_not_heard(index)), tables, listed=True)


def _against(index: Index) -> list[tuple[Origin, str, str]]:
    out: dict[str, tuple[Origin, str, str]] = {}
    for proposition in index.situation.propositions:
        for stance in proposition.stances:
            if stance.stance in common.AGAINST:
                for origin in index.known((stance.origin_id,)):
                    out.setdefault(origin.origin_id, (origin, common.STANCES[stance.stance], proposition.text))
    for origin in index.situation.origins:
        # What a page itself puts in the negative ("is not without precedent") answers nobody, nor does every
        # "not" of a speaker: only what is put as an answer, where it speaks to no question.
        if origin.polarity in _POLARITY and _answers(index, origin) and index.cites(origin):
            out.setdefault(origin.origin_id, (origin, _POLARITY[origin.polarity], ""))
    return sorted(out.values(), key=lambda one: (-len(one[0].reports), one[0].origin_id))


def _answers(index: Index, origin: Origin) -> bool:
    """True for a named or unnamed speaker who denies, doubts or declines in so many words."""
    claim = index.claim(origin)
    if origin.speaker.kind == "none" or claim is None or claim.cue is None:
        return False
    return claim.cue.kind in ("deny", "doubt", "decline") or (
        claim.cue.kind == "confirm" and claim.polarity == "noncommittal"
    )


def _row(index: Index, origin: Origin, stance: str, question: str) -> Row:
    cells = (
        plain(index.who(origin)), stance, index.answer(origin).text, index.day(origin),
        flat(question) or "none that others speak to", index.pages_count(origin),
    )  # fmt: skip
    return Row(cells, index.cites(origin))


def wholly_silent(index: Index) -> list[BriefSentence]:
    """The states concerned that have no voice on these pages at all, and their silent neighbours."""
    heard = {origin.party for origin in index.situation.origins if origin.speaker.kind != "none"}
    states = [code for code in _concerned(index) if code not in heard]
    near = [code for code in _neighbours(index) if code not in heard and code not in states]
    if not states and not near:
        return []
    pages = "This page carries" if index.situation.coverage.reports == 1 else "These pages carry"
    parts: Phrase = ()
    if states:
        parts = (" no voice of ", *_either(_named(index, states)))
    if near:
        lead = ", nor of" if states else " no voice of"
        who = "neighbour" if len(near) == 1 else "neighbours"
        parts = (*parts, f"{lead} the {who} ", *_either(_named(index, near)))
    return [note(pages, *parts, ".")]


def _named(index: Index, codes: list[str]) -> list[str]:
    rest = [f"{figures.small(len(codes) - NAMED)} more"] if len(codes) > NAMED else []
    return [*(index.party(code) or code for code in codes[:NAMED]), *rest]


def _key_questions(index: Index) -> list[Proposition]:
    """What forces do and how many they are: the matters on which a state not heard is missed.

    One page's single mention in a wide collection is no such matter.
    """
    pages = index.situation.coverage.reports
    return [
        one
        for one in index.situation.propositions
        if one.concerned
        and one.parties
        and (one.counts == "troops" or (one.type in _ARMED and _FORCES.search(one.text)))
        and (one.voices_count > 0 or pages == 1)
        and (one.voices_count > 1 or one.pages_count >= LEAST_SHARE * pages)
    ]


def _concerned(index: Index) -> list[str]:
    """The states concerned by the key questions, those of most pages first."""
    many: Counter[str] = Counter()
    for one in _key_questions(index):
        many.update({code: one.pages_count for code in one.concerned if parties.is_country(code)})
    return sorted(many, key=lambda code: (-many[code], code))


def _neighbours(index: Index) -> list[str]:
    """The neighbours of states whose forces are said to be abroad: all of a few, else those that pages name."""
    abroad = {
        party
        for one in _key_questions(index)
        if one.type == "deployment" or one.counts == "troops"
        for party in one.parties
        if parties.is_country(party) and set(one.concerned) - {party}
    }
    spoken = {place.country for place in index.situation.places if place.country}
    found: list[str] = []
    for party in sorted(abroad):
        beside = countries.by_code(party).neighbours
        found += [code for code in sorted(beside) if len(beside) <= FEW_NEIGHBOURS or code in spoken]
    concerned = set(_concerned(index))
    return [code for code in dict.fromkeys(found) if code not in concerned]


def _silent(index: Index) -> dict[str, list[str]]:
    """The questions on which each party has not been heard, by party."""
    out: dict[str, list[str]] = {}
    pages = index.situation.coverage.reports
    for proposition in index.situation.propositions:
        if proposition.voices_count < 2 and proposition.pages_count < LEAST_SHARE * pages:
            continue
        for code in proposition.not_heard:
            out.setdefault(code, []).append(proposition.text)
    return out


def _not_heard(index: Index) -> list[BriefSentence]:
    heard = {origin.party for origin in index.situation.origins}
    lines = wholly_silent(index)
    for code, questions in _silent(index).items():
        if code not in heard:
            continue
        more = f", and {figures.count(len(questions) - 2, 'further question')}" if len(questions) > 2 else ""
        listed = joined([(given(text),) for text in questions[:2]], last="; ", between="; ")
        name = parties.named(index.party(code) or code)
        lines.append(note("We hold no answer from ", *name, " on: ", *listed, f"{more}."))
    return lines


def _either(names: list[str]) -> Phrase:
    return joined([parties.named(name) for name in names], last=" or ")
