"""Background: history that the pages recall, dated as history."""

from __future__ import annotations

from trendechos.languages.en.periods import HISTORY
from trendechos.presentation.index import Index
from trendechos.presentation.sections import common
from trendechos.presentation.wording import dates
from trendechos.presentation.wording.parts import flat, note, plain
from trendechos.records import Background, Row, Section


def build(index: Index) -> Section:
    """What the pages recall, oldest first, undated last."""
    entries = sorted(
        index.situation.background, key=lambda one: (one.when is None, one.when.first if one.when else "")
    )
    rows = [row for one in entries if (row := _row(index, one))]
    if not rows:
        return Section("background", "Background", (note("No page recalls earlier history."),))
    tables = common.table(
        ("When", "What the pages recall", "Who says so", "Pages"), rows, caption="Background", words=(1,)
    )
    return Section("background", "Background", (), tables)


def _row(index: Index, one: Background) -> Row | None:
    origin = next(iter(index.known((one.origin_id,))), None)
    if origin is None:
        return None
    when = dates.moment(one.when, index.year) if one.when else _phrase(one.text) or "no date given"
    words = index.said(origin).text
    return Row((when, words, plain(index.who(origin)), index.pages_count(origin)), index.cites(origin))


def _phrase(text: str) -> str:
    """The words by which the page puts it into the past ("Since the Border War"), or ""."""
    found = HISTORY.search(text)
    return f"“{flat(found.group())}”" if found else ""
