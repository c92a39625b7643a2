"""Judgements of motive and meaning, predictions and calls: each in its author's words."""

from __future__ import annotations

from dataclasses import replace

from trendechos.presentation.index import Index
from trendechos.presentation.sections import common
from trendechos.presentation.wording import dates, figures
from trendechos.presentation.wording.parties import speaker
from trendechos.presentation.wording.parts import flat, note, plain
from trendechos.records import Assessment, BriefSentence, Call, Origin, Prediction, Row, Section, Speaker, Table

_STATUS = {
    "open": "open",
    "came_true": "came true",
    "did_not": "did not come true",
    "void": "void",
    "superseded": "superseded",
}


def judgements(index: Index) -> Section:
    """Judgements of motive, meaning or capability, as such, with their authors."""
    rows = [row for one in index.situation.assessments if (row := _judgement(index, one))]
    if not rows:
        return Section("judgements", "Judgements of motive and meaning", (note("No page offers one."),))
    opening = note("These are opinions of their authors on motive, meaning or capability, not events.")
    tables = common.table(("Author", "Judgement", "When", "Pages"), rows, caption="Judgements", words=(1,))
    return Section("judgements", "Judgements of motive and meaning", (opening,), tables)


def outlook(index: Index) -> Section:
    """Predictions and calls, with the likelihood left in the author's own words."""
    predictions = [row for one in index.situation.predictions if (row := _prediction(index, one))]
    calls = [row for one in index.situation.calls if (row := _call(index, one))]
    sentences = []
    if not predictions and not calls:
        sentences.append(note("No page predicts or demands anything that we could tie to an author."))
    if predictions:
        sentences.append(_testable(index))
    head = ("Author", "Prediction", "When, or if", "How sure", "Status", "Pages")
    tables: tuple[Table, ...] = common.table(
        head, predictions, caption="Predictions and threats", words=(1, 2, 3)
    )
    tables += common.table(("Author", "Asked of", "Call", "When", "Pages"), calls, caption="Calls", words=(2,))
    return Section("outlook", "Predictions and calls", tuple(sentences), tables)


def _testable(index: Index) -> BriefSentence:
    total = len(index.situation.predictions)
    bare = sum(1 for one in index.situation.predictions if one.by is None and not one.test)
    if bare == 0:
        lacking = ""
    elif bare == total:
        lacking = ", without a date or a test" if total == 1 else ", none with a date or a test"
    else:
        lacking = f", {figures.small(bare)} without a date or a test"
    more = common.unlisted(index, "predictions")
    beyond = f" and {figures.number(more)} more, carried less widely, that are not listed" if more else ""
    listed = f"{figures.count(total, 'prediction')}{lacking}{beyond}"
    return note(f"{listed}. How sure an author is stays in the author’s words.")


def _judgement(index: Index, one: Assessment) -> Row | None:
    origin = _origin(index, one.origin_id)
    if origin is None:
        return None
    return _row(index, origin, index.marked(one.words, origin).text, index.day(origin))


def _prediction(index: Index, one: Prediction) -> Row | None:
    origin = _origin(index, one.origin_id)
    if origin is None:
        return None
    settled = _origin(index, one.resolved_by) if one.resolved_by else None
    row = _by(
        index,
        origin,
        one.author,
        index.marked(one.words, origin).text,
        _terms(index, one),
        flat(one.likelihood or "") or "–",
        _status(index, one, settled),
    )
    return (
        replace(row, claim_ids=tuple(dict.fromkeys((*row.claim_ids, *index.cites(settled)))))
        if settled
        else row
    )


def _terms(index: Index, one: Prediction) -> str:
    """By when it is to come, as a day where one can be reckoned, and on what condition."""
    by = dates.moment(one.by, index.year) if one.by else flat(one.term or "")
    return "; ".join(part for part in (by, flat(one.condition or "")) if part) or "–"


def _status(index: Index, one: Prediction, settled: Origin | None) -> str:
    """What became of it, by whom and when it was said and, where a person said so, why."""
    status = _STATUS.get(one.status, one.status)
    said = one.resolution
    if said is None and settled is not None:
        by = "its author" if one.status == "superseded" else plain(index.who(settled))
        return f"{status}, by what {by} said on {index.day(settled)}"
    if said is None:
        return f"{status}; its day has come, no answer is held" if _is_due(index, one) else status
    reason = f": {flat(said.reason)}" if said.reason else ""
    evidence = f" ({flat(said.evidence)})" if said.evidence.startswith(("http://", "https://")) else ""
    return f"{status}, says {flat(said.author)}, {dates.day(said.made_at[:10], index.year)}{reason}{evidence}"


def _is_due(index: Index, one: Prediction) -> bool:
    """True for an open prediction whose last day lies before that of the situation."""
    if one.status != "open" or one.by is None or not one.by.last or index.situation.as_of is None:
        return False
    return f"{one.by.last}-99-99"[:10] < index.situation.as_of


def _call(index: Index, one: Call) -> Row | None:
    origin = _origin(index, one.origin_id)
    if origin is None:
        return None
    to = index.party(one.to) or one.to or "–"
    return _by(index, origin, one.author, flat(to), index.marked(one.words, origin).text, index.day(origin))


def _origin(index: Index, origin_id: str) -> Origin | None:
    return next(iter(index.known((origin_id,))), None)


def _by(index: Index, origin: Origin, author: Speaker, *middle: str) -> Row:
    """A row whose author may be another than who speaks: whom a page tells of as asking or threatening."""
    row = _row(index, origin, *middle)
    if author == origin.speaker:
        return row
    told = plain(speaker(author, index.party(author.party), None))
    return replace(row, cells=(f"{told}, says {row.cells[0]}", *row.cells[1:]))


def _row(index: Index, origin: Origin, *middle: str) -> Row:
    return Row((plain(index.who(origin)), *middle, index.pages_count(origin)), index.cites(origin))
