"""Full-text search: FTS5 in SQLite, tsvector in PostgreSQL, one set of columns and one way to ask."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, text

from trendechos.store import bulk

COLUMNS = ("kind", "ref", "report_id", "start", "stop", "outlet", "speaker", "party", "type", "day")
FACETS = ("kind", "outlet", "speaker", "party", "type")
# Hits whose facets are counted; 75,000 took 0.6 seconds, 10,000 take 0.04.
TALLIED = 10_000

_SQLITE = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS search USING fts5("
    + ", ".join(f"{name} UNINDEXED" for name in COLUMNS)
    + ", words, tokenize = 'unicode61 remove_diacritics 2')",
)
_POSTGRES = (
    "CREATE TABLE IF NOT EXISTS search (" + ", ".join(f"{name} text" for name in COLUMNS) + ", words text, "
    "tokens tsvector GENERATED ALWAYS AS (to_tsvector('english', words)) STORED)",
    "CREATE INDEX IF NOT EXISTS search_tokens ON search USING gin (tokens)",
    "CREATE INDEX IF NOT EXISTS search_ref ON search (ref)",
)


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: a report, claim or quote, where it stands, and its words."""

    kind: str
    ref: str
    report_id: str
    start: int
    end: int
    outlet: str
    speaker: str
    party: str
    type: str
    day: str
    words: str


def create(connection: Connection) -> None:
    """Makes the search table where it is missing."""
    for statement in _POSTGRES if _is_postgres(connection) else _SQLITE:
        connection.execute(text(statement))


def add(connection: Connection, rows: Sequence[dict[str, Any]]) -> None:
    """Adds rows; each has every name of COLUMNS and `words`."""
    bulk.insert(connection, "search", (*COLUMNS, "words"), rows)


def find(
    connection: Connection,
    query: str,
    *,
    facets: dict[str, str] | None = None,
    limit: int = 20,
    offset: int = 0,
) -> tuple[list[Hit], int]:
    """The hits for `query`, best first, and how many there are in all; nothing for a query without words.

    Every word must stand in a hit; words in double quotes must stand together. `facets` narrow to exact
    values of FACETS.
    """
    wanted = {name: value for name, value in (facets or {}).items() if name in FACETS and value}
    phrase = _tsquery(query) if _is_postgres(connection) else _match(query)
    if not phrase:
        return [], 0
    where = "".join(f" AND {name} = :{name}" for name in wanted)
    if _is_postgres(connection):
        matched = f"FROM search WHERE tokens @@ websearch_to_tsquery('english', :phrase){where}"
        order = "ts_rank_cd(tokens, websearch_to_tsquery('english', :phrase)) DESC, ref, kind"
    else:
        matched, order = f"FROM search WHERE search MATCH :phrase{where}", "bm25(search), ref, kind"
    given = {"phrase": phrase, **wanted}
    total = int(connection.execute(text(f"SELECT count(*) {matched}"), given).scalar_one())
    rows = connection.execute(
        text(f"SELECT {', '.join(COLUMNS)}, words {matched} ORDER BY {order} LIMIT :limit OFFSET :offset"),
        {**given, "limit": limit, "offset": offset},
    )
    return [_hit(*row) for row in rows], total


def led_by(speaker: str) -> str:
    """What stands before the words of a claim where they are searched: a name finds what its bearer said."""
    return f"{speaker}: " if speaker else ""


def _hit(kind: str, ref: str, report_id: str, start: str, stop: str, *rest: str | None) -> Hit:
    outlet, speaker, party, claim_type, day, words = (value or "" for value in rest)
    words = words.removeprefix(led_by(speaker))
    return Hit(kind, ref, report_id, int(start), int(stop), outlet, speaker, party, claim_type, day, words)


def tally(connection: Connection, query: str) -> dict[str, list[tuple[str, int]]]:
    """How many hits each value of each facet has, most first, at most 20 values a facet.

    Of more than TALLIED hits the first kept are counted: reading the columns of each costs as much as
    finding it.
    """
    phrase = _tsquery(query) if _is_postgres(connection) else _match(query)
    if not phrase:
        return {}
    match = (
        "tokens @@ websearch_to_tsquery('english', :phrase)"
        if _is_postgres(connection)
        else "search MATCH :phrase"
    )
    rows = connection.execute(
        text(f"SELECT {', '.join(FACETS)} FROM search WHERE {match} LIMIT {TALLIED}"),  # noqa: S608
        {"phrase": phrase},
    ).all()
    out = {}
    for name, values in zip(FACETS, zip(*rows, strict=True), strict=True) if rows else ():
        counted = Counter(str(value) for value in values if value)
        out[name] = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:20]
    return out


def _match(query: str) -> str:
    """An FTS5 query in which everything from outside is a quoted string."""
    parts = re.findall(r'"([^"]*)"|(\S+)', query)
    words = [re.sub(r"[^\w\s]", " ", quoted or word).strip() for quoted, word in parts]
    return " ".join(f'"{word}"' for word in words if word)


def _tsquery(query: str) -> str:
    return query.replace("\0", " ").strip() if re.search(r"\w", query) else ""


def _is_postgres(connection: Connection) -> bool:
    return connection.dialect.name == "postgresql"
