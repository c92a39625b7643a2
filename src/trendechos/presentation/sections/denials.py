"""Denials and answers that are none, at the same size as claims, and the parties not heard from."""

from __future__ import annotations

from trendechos.presentation.index import Index
from trendechos.presentation.sections import common
from trendechos.presentation.wording import figures, parties
from trendechos.presentation.wording.parts import Phrase, flat, given, joined, note, plain
from trendechos.records import BriefSentence, Origin, Row, Section, Table

_HEAD = ("Who", "Answer", "In the page’s words", "When", "On the question", "Pages")
NAMED = 6
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
        if origin.polarity in _POLARITY and index.cites(origin):
            out.setdefault(origin.origin_id, (origin, _POLARITY[origin.polarity], ""))
    return sorted(out.values(), key=lambda one: (-len(one[0].reports), one[0].origin_id))


def _row(index: Index, origin: Origin, stance: str, question: str) -> Row:
    cells = (
        plain(index.who(origin)), stance, index.answer(origin).text, index.day(origin),
        flat(question) or "none that others speak to", index.pages_count(origin),
    )  # fmt: skip
    return Row(cells, index.cites(origin))


def wholly_silent(index: Index) -> list[BriefSentence]:
    """The parties concerned that have no voice on these pages at all, as one sentence, or nothing."""
    heard = {origin.party for origin in index.situation.origins}
    names = [index.party(code) or code for code in _silent(index) if code not in heard]
    if not names:
        return []
    rest = [f"{figures.small(len(names) - NAMED)} more"] if len(names) > NAMED else []
    return [note("These pages carry no voice of ", *_either([*names[:NAMED], *rest]), ".")]


def _silent(index: Index) -> dict[str, list[str]]:
    """The questions on which each party has not been heard, by party."""
    out: dict[str, list[str]] = {}
    for proposition in index.situation.propositions:
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
