"""Readings taken over from a report that was read with the same inputs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from json.decoder import scanstring  # type: ignore[attr-defined]
from typing import Any

from sqlalchemy import Connection, RowMapping, select

from trendechos.records import Report
from trendechos.records.codec import to_json
from trendechos.store.rows import json_search_row, stored_text, stored_version
from trendechos.store.schema import CLAIMS, READ_AS, READINGS

# A claim's JSON as found in another report of the same words: the same but for its ids.
Moved = Callable[[dict[str, Any], Report], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows that copies give each table."""

    claims: list[dict[str, Any]]
    search: list[dict[str, Any]]
    readings: list[dict[str, Any]]
    sentences: int


def read_as(connection: Connection, keys: Iterable[str], engine: str) -> dict[str, str]:
    """By key, a report's row that `engine` read with these inputs; keys never read are missing."""
    wanted = (READ_AS.c.engine == engine) & READ_AS.c.key.in_(sorted(set(keys)))
    return {row.key: row.version_id for row in connection.execute(select(READ_AS).where(wanted))}


def rows(connection: Connection, copies: Sequence[tuple[Report, str]], engine: str, moved: Moved) -> Rows:
    """The rows for `copies`, pairs of a report and the row of the report that was read in its place."""
    sources = sorted({source for _, source in copies})
    held = CLAIMS.c.version_id.in_(sources) & (CLAIMS.c.engine == engine)
    by_source: dict[str, list[RowMapping]] = {source: [] for source in sources}
    for row in connection.execute(select(CLAIMS).where(held)).mappings():
        by_source[row["version_id"]].append(row)
    here = READINGS.c.version_id.in_(sources) & (READINGS.c.engine == engine)
    ledger = {row["version_id"]: row for row in connection.execute(select(READINGS).where(here)).mappings()}
    made = Rows([], [], [], sum(ledger[source]["sentences"] for _, source in copies))
    bodies = {source: [json.loads(row["body"]) for row in found] for source, found in by_source.items()}
    for report, source in copies:
        version = stored_version(report)
        for row, body in zip(by_source[source], bodies[source], strict=True):
            claim = moved(body, report)
            own = {"claim_id": claim["claim_id"], "version_id": version, "body": _renamed(row["body"], claim)}
            made.claims.append(dict(row, **own))
            made.search.append(json_search_row(claim, report))
        gaps = json.loads(ledger[source]["gaps"])
        for gap in gaps:
            gap["subject"] = report.report_id
        made.readings.append({**ledger[source], "version_id": version, "gaps": to_json(gaps)})
    return made


def _renamed(body: str, claim: dict[str, Any]) -> str:
    """The JSON of a claim with the ids of another, which stand first: far less work than writing it anew."""
    ids = to_json({name: claim[name] for name in _IDS})
    last = body.index(_LAST) + len(_LAST)
    return stored_text(ids[:-1] + body[scanstring(body, last)[1] :])


_IDS = ("claim_id", "attribution_id", "report_id", "version_id")
_LAST = '"version_id": "'
