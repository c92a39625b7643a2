"""What the web needs of the store: situations, their views, what people hand in."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from trendechos.records import Report, Submission
from trendechos.records.codec import to_json
from trendechos.store.rows import report_from, stored_version
from trendechos.store.schema import MEMBERS, REPORTS, SITUATIONS, SUBMISSIONS, VIEWS, WANTED


@dataclass(frozen=True, slots=True)
class Known:
    """A situation that the store knows."""

    situation_id: str
    title: str
    about: str | None
    made_at: str


@dataclass(frozen=True)
class Page:
    """One view's document and its ETag; `document` is read from `body` when it is asked for."""

    etag: str
    body: bytes

    @cached_property
    def document(self) -> dict[str, Any]:
        """The document as it was put."""
        found: dict[str, Any] = json.loads(zlib.decompress(self.body))
        return found


@dataclass(frozen=True, slots=True)
class Packed:
    """One view ready to be kept."""

    kind: str
    key: str
    etag: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Handed:
    """A submission and what came of it."""

    submission: Submission
    state: str
    note: str


class Pages:
    """Situations, views and submissions over one connection."""

    def __init__(self, connection: Connection) -> None:
        """Works through `connection`; writing needs a Writer's."""
        self._connection = connection

    def situations(self) -> list[Known]:
        """Every situation, latest made first."""
        query = select(SITUATIONS).order_by(SITUATIONS.c.made_at.desc(), SITUATIONS.c.situation_id)
        return [
            Known(row.situation_id, row.title, row.about, row.made_at)
            for row in self._connection.execute(query)
        ]

    def add_situation(self, known: Known) -> None:
        """Keeps a situation, or its new title and narrowing."""
        self._connection.execute(delete(SITUATIONS).where(SITUATIONS.c.situation_id == known.situation_id))
        self._connection.execute(
            insert(SITUATIONS).values(
                situation_id=known.situation_id, title=known.title, about=known.about, made_at=known.made_at
            )
        )

    def add_members(self, situation_id: str, reports: Iterable[Report]) -> None:
        """Puts reports into a situation; those already in it stay once."""
        rows = [{"situation_id": situation_id, "version_id": stored_version(report)} for report in reports]
        if rows:
            dialect = postgresql if self._connection.dialect.name == "postgresql" else sqlite
            self._connection.execute(dialect.insert(MEMBERS).on_conflict_do_nothing(), rows)

    def clear_members(self, situation_id: str) -> None:
        """Takes every report out of a situation; the reports stay in the store."""
        self._connection.execute(delete(MEMBERS).where(MEMBERS.c.situation_id == situation_id))

    def member_versions(self, situation_id: str) -> list[str]:
        """The stored versions of a situation's reports, in order."""
        query = select(MEMBERS.c.version_id).where(MEMBERS.c.situation_id == situation_id)
        return list(self._connection.execute(query.order_by(MEMBERS.c.version_id)).scalars())

    def showing(self, keys: Sequence[str]) -> dict[str, str]:
        """The situation whose latest pages show each of these reports, by the report's key."""
        here = (VIEWS.c.kind == "report") & (VIEWS.c.as_of == "") & VIEWS.c.key.in_(list(keys))
        query = select(VIEWS.c.key, VIEWS.c.situation_id).where(here).order_by(VIEWS.c.situation_id.desc())
        return {row.key: row.situation_id for row in self._connection.execute(query)}

    def members(self, situation_id: str) -> list[Report]:
        """The reports of a situation, every version, by id and version."""
        query = (
            select(REPORTS.c.body)
            .join(MEMBERS, MEMBERS.c.version_id == REPORTS.c.version_id)
            .where(MEMBERS.c.situation_id == situation_id)
            .order_by(REPORTS.c.report_id, REPORTS.c.version_id)
        )
        return [report_from(body) for body in self._connection.execute(query).scalars()]

    def put(self, situation_id: str, as_of: str, documents: Iterable[tuple[str, str, dict[str, Any]]]) -> None:
        """Replaces the views of a situation as of a day by `documents`: (kind, key, document)."""
        self.put_packed(situation_id, as_of, [packed(*one) for one in documents])

    def put_packed(self, situation_id: str, as_of: str, views: Sequence[Packed]) -> None:
        """Replaces the views of a situation as of a day; packed beforehand, so that the lock is brief."""
        here = (VIEWS.c.situation_id == situation_id) & (VIEWS.c.as_of == as_of)
        self._connection.execute(delete(VIEWS).where(here))
        place = {"situation_id": situation_id, "as_of": as_of}
        rows = [
            {**place, "kind": one.kind, "key": one.key, "etag": one.etag, "body": one.body} for one in views
        ]
        for start in range(0, len(rows), 1000):
            self._connection.execute(insert(VIEWS), rows[start : start + 1000])
        self._connection.execute(
            delete(WANTED).where((WANTED.c.situation_id == situation_id) & (WANTED.c.as_of == as_of))
        )

    def forget_days(self, situation_id: str) -> None:
        """Removes the views of every past day, which a new report or correction makes stale."""
        here = (VIEWS.c.situation_id == situation_id) & (VIEWS.c.as_of != "")
        self._connection.execute(delete(VIEWS).where(here))

    def get(self, situation_id: str, as_of: str, kind: str, key: str = "") -> Page | None:
        """One view's document, or None where none was made."""
        here = (VIEWS.c.situation_id == situation_id) & (VIEWS.c.as_of == as_of)
        query = select(VIEWS.c.etag, VIEWS.c.body).where(here & (VIEWS.c.kind == kind) & (VIEWS.c.key == key))
        row = self._connection.execute(query).one_or_none()
        return Page(row.etag, row.body) if row else None

    def keys(self, situation_id: str, as_of: str, kind: str, *, limit: int = 50, offset: int = 0) -> list[str]:
        """The keys of one kind of view, in order."""
        here = (VIEWS.c.situation_id == situation_id) & (VIEWS.c.as_of == as_of) & (VIEWS.c.kind == kind)
        query = select(VIEWS.c.key).where(here).order_by(VIEWS.c.key).limit(limit).offset(offset)
        return list(self._connection.execute(query).scalars())

    def want(self, situation_id: str, as_of: str, made_at: str) -> None:
        """Notes that a reader asked for a day that no view shows yet."""
        dialect = postgresql if self._connection.dialect.name == "postgresql" else sqlite
        row = {"situation_id": situation_id, "as_of": as_of, "made_at": made_at}
        self._connection.execute(dialect.insert(WANTED).on_conflict_do_nothing(), [row])

    def wanted(self) -> list[tuple[str, str]]:
        """The situations and days that readers wait for, longest waiting first."""
        query = select(WANTED).order_by(WANTED.c.made_at, WANTED.c.situation_id, WANTED.c.as_of)
        return [(row.situation_id, row.as_of) for row in self._connection.execute(query)]

    def submit(self, submission: Submission) -> None:
        """Keeps what a person hands in, waiting for the worker."""
        dialect = postgresql if self._connection.dialect.name == "postgresql" else sqlite
        row = {
            "submission_id": submission.submission_id,
            "situation_id": submission.situation,
            "name": submission.name,
            "author": submission.author,
            "made_at": submission.made_at,
            "state": "waiting",
            "note": "",
            "content": submission.content,
        }
        self._connection.execute(dialect.insert(SUBMISSIONS).on_conflict_do_nothing(), [row])

    def submissions(self, *, state: str | None = None, situation_id: str | None = None) -> list[Handed]:
        """Submissions in the order in which they came, narrowed by state and situation."""
        query = select(SUBMISSIONS).order_by(SUBMISSIONS.c.made_at, SUBMISSIONS.c.submission_id)
        if state is not None:
            query = query.where(SUBMISSIONS.c.state == state)
        if situation_id is not None:
            query = query.where(SUBMISSIONS.c.situation_id == situation_id)
        return [
            Handed(
                Submission(row.submission_id, row.situation_id, row.name, row.content, row.author, row.made_at),
                row.state,
                row.note,
            )
            for row in self._connection.execute(query)
        ]

    def settle(self, submission_id: str, state: str, note: str) -> None:
        """Says what came of a submission."""
        here = SUBMISSIONS.c.submission_id == submission_id
        self._connection.execute(update(SUBMISSIONS).where(here).values(state=state, note=note))

    def views_count(self, situation_id: str) -> int:
        """How many views a situation has, over all days."""
        query = select(func.count()).select_from(VIEWS).where(VIEWS.c.situation_id == situation_id)
        return int(self._connection.execute(query).scalar_one())


def packed(kind: str, key: str, document: dict[str, Any]) -> Packed:
    """A document as it is kept: compressed JSON and its ETag."""
    body = to_json(document).encode("utf-8", "surrogatepass")
    return Packed(kind, key, blake2b(body, digest_size=12).hexdigest(), zlib.compress(body, 3))
