"""Small pieces that several sections share."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from trendechos.presentation.index import BASES, Index
from trendechos.presentation.wording import figures
from trendechos.presentation.wording.parts import Phrase, plain, say
from trendechos.records import BriefSentence, Origin, Proposition, Row, StanceKind, Table

# More rows than this stand behind a heading until opened; more than the second stay in the exports.
OPEN_ROWS = 8
ALL_ROWS = 400
EMPTY = "–"
STANCES: dict[StanceKind, str] = {
    "supports": "for",
    "partly_supports": "in part",
    "contradicts": "against",
    "doubts": "doubts it",
    "denies": "denies it",
    "noncommittal": "leaves it open",
    "value": "gives a value",
    "differs": "another matter",
}
AGAINST: frozenset[StanceKind] = frozenset({"contradicts", "doubts", "denies", "noncommittal"})


def table(
    head: Sequence[str],
    rows: Sequence[Row],
    *,
    caption: str,
    key: str = "",
    words: tuple[int, ...] = (),
    numbers: tuple[int, ...] = (),
    latest: bool = False,
    folded: bool = False,
) -> tuple[Table, ...]:
    """The rows as one open table of eight and a collapsed one of the rest; nothing without rows.

    Columns without any entry are left out. With `latest` the last eight stand open, the earlier ones
    before them. With `folded` all of them stand behind the caption.
    """
    if not rows:
        return ()
    kept = [at for at in range(len(head)) if any(row.cells[at] != EMPTY for row in rows)]
    place = {at: rank for rank, at in enumerate(kept)}
    first = tuple(head[at] for at in kept)
    every = [Row(tuple(row.cells[at] for at in kept), row.claim_ids, row.about) for row in rows[:ALL_ROWS]]
    words, numbers = (tuple(place[at] for at in ones if at in place) for ones in (words, numbers))
    if folded:
        return (Table(caption, first, tuple(every), words, numbers, collapsed=True, key=key),)
    shown = every[-OPEN_ROWS:] if latest else every[:OPEN_ROWS]
    rest = every[:-OPEN_ROWS] if latest else every[OPEN_ROWS:]
    opened = Table(caption, first, tuple(shown), words, numbers, key=key)
    if not rest:
        return (opened,)
    more = f"{caption}: {figures.small(len(rest))} {'earlier' if latest else 'more'}"
    closed = Table(more, first, tuple(rest), words, numbers, collapsed=True)
    return (closed, opened) if latest else (opened, closed)


def basis(index: Index, origin: Origin) -> str:
    """On what basis the speaker puts it, by what chain it came and whom the speaker cites, for a table cell."""
    chain, citing = index.chain(origin), plain(index.citing(origin)).removeprefix(", ")
    parts = (BASES.get(origin.basis, "none given"), citing, f"through {chain}" if chain else "")
    return "; ".join(part for part in parts if part)


def independence(proposition: Proposition) -> str:
    """How far the origins of a question are independent, in one plain clause."""
    if proposition.independence == "independent" and proposition.independent_origins_count > 1:
        return f"{figures.count(proposition.independent_origins_count, 'origin')} are independent of each other"
    if proposition.independence == "dependent":
        return "they are not independent"
    return "independence is not established"


def recent(day: str | None, as_of: str | None, days: int) -> bool:
    """True when `day` lies within so many days before `as_of`; False when either is not a day."""
    try:
        gap = (date.fromisoformat(as_of or "") - date.fromisoformat((day or "")[:10])).days
    except ValueError:
        return False
    return 0 <= gap <= days


def statement(index: Index, origin: Origin) -> BriefSentence:
    """Who said what and when, in the words of the page, on how many pages."""
    return say(*spoken(index, origin), "; ", *index.pages(origin), ".", claims=index.cites(origin))


def spoken(index: Index, origin: Origin) -> Phrase:
    """Who said what and when, in the words of the page."""
    if index.turned(origin):
        when = f", {index.day(origin)}" if origin.said_when else ""
        return (*index.who(origin), f"{when}: ", index.answer(origin))
    led = index.led(origin)
    if led:
        when = f", {index.day(origin)}" if origin.said_when else ""
        return (*index.who(origin), f"{when}: ", led)
    return (*index.who(origin), f" said{index.on(origin)}: ", index.words(origin))


def unlisted(index: Index, what: str) -> int:
    """How many entries of a list of the situation ("predictions") were cut off and are counted in a gap."""
    for gap in index.situation.gaps:
        if (gap.subject, gap.stage, gap.reason) == (what, "situation", "list cut"):
            return int(gap.detail.split()[0])
    return 0
