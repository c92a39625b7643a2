"""Small pieces that several sections share."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from trendechos.presentation.index import BASES, Index
from trendechos.presentation.wording import figures
from trendechos.presentation.wording.parts import Phrase, plain, say
from trendechos.records import BriefSentence, Origin, Proposition, Row, StanceKind, Table

# More rows than this stand behind a heading until opened; more than the second stay in the exports.
OPEN_ROWS = 12
ALL_ROWS = 400
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
    head: Sequence[str], rows: Sequence[Row], *, caption: str, key: str = "", **shape: tuple[int, ...]
) -> tuple[Table, ...]:
    """The rows as one open table of twelve and, where there are more, a collapsed one; nothing without rows."""
    if not rows:
        return ()
    tables = [Table(caption, tuple(head), tuple(rows[:OPEN_ROWS]), key=key, **shape)]  # type: ignore[arg-type]
    rest = tuple(rows[OPEN_ROWS:ALL_ROWS])
    if rest:
        more = f"{caption}: {figures.small(len(rest))} more"
        tables.append(Table(more, tuple(head), rest, collapsed=True, **shape))  # type: ignore[arg-type]
    return tuple(tables)


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
    return say(*spoken(index, origin), f"; {index.pages(origin)}.", claims=index.cites(origin))


def spoken(index: Index, origin: Origin) -> Phrase:
    """Who said what and when, in the words of the page."""
    if index.verb(origin) != "said":
        when = f", {index.day(origin)}" if origin.said_when else ""
        return (*index.who(origin), f"{when}: ", index.answer(origin))
    return (*index.who(origin), f" said{index.on(origin)}: ", index.words(origin))
