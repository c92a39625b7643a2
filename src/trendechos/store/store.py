"""Store, Writer and View: one writer at a time commits whole batches, any number of views read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, Table, delete, func, select
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from trendechos.errors import StoreError
from trendechos.records import Claim, Correction, Gap, ParsedSentence, Report, Run
from trendechos.records.codec import decode, dumps, encode, to_json
from trendechos.store import bulk, copies, search
from trendechos.store.engine import WRITES, connect
from trendechos.store.migrations import migrate
from trendechos.store.pages import Pages
from trendechos.store.rows import (
    claim_from,
    claim_row,
    claim_search_row,
    report_from,
    report_row,
    report_search_row,
    sentence_body,
    sentence_from,
    sentence_key,
    stored_version,
)
from trendechos.store.schema import CLAIM_KEYS, CLAIMS, CORRECTIONS, READ_AS, READINGS, REPORTS, RUNS, SENTENCES
from trendechos.store.watching import Watching

Key = TypeVar("Key", str, bytes)

# SQLite allows 32,766 parameters a statement; a thousand keys a look-up measured fastest.
LOOKUP = 1000


@dataclass(frozen=True, slots=True)
class Read:
    """What reading one report gave: its claims, gaps and size, ready to be committed together."""

    report: Report
    claims: tuple[Claim, ...]
    gaps: tuple[Gap, ...]
    sentences: int
    words: int
    # The hash of all that the reading depends on; a report with the same need not be read.
    key: str = ""


class Store:
    """One database of reports and what was read in them."""

    def __init__(self, engine: Engine, location: str) -> None:
        """Wraps an engine whose schema is up to date; use `open_store`."""
        self._engine = engine
        self.location = location

    @contextmanager
    def writer(self) -> Iterator[Writer]:
        """A Writer whose work is committed when the block ends and undone when it raises."""
        with _named_errors(self.location), self._engine.execution_options(**WRITES).begin() as connection:
            yield Writer(connection)

    @contextmanager
    def view(self) -> Iterator[View]:
        """A View of what is committed now."""
        with _named_errors(self.location), self._engine.connect() as connection:
            yield View(connection)

    def close(self) -> None:
        """Closes every connection."""
        self._engine.dispose()


def open_store(location: str, *, read_only: bool = False) -> Store:
    """The store at `location`, made and brought to the present schema unless `read_only`.

    Raises StoreError, with the reason, when it cannot be opened, read or written.
    """
    engine = connect(location, read_only=read_only)
    if not read_only:
        with _named_errors(location), engine.execution_options(**WRITES).begin() as connection:
            migrate(connection)
    return Store(engine, location)


class View:
    """Read access to what is committed."""

    def __init__(self, connection: Connection) -> None:
        """Reads through `connection`."""
        self._connection = connection
        self.pages = Pages(connection)
        self.watching = Watching(connection)

    def sentences(self, texts: Iterable[str], model: str) -> dict[str, ParsedSentence]:
        """The kept parses of `texts` by `model`, by text; texts never parsed are missing."""
        by_key = {sentence_key(text, model): text for text in texts}
        found = {}
        for keys in _some(sorted(by_key)):
            rows = self._connection.execute(select(SENTENCES).where(SENTENCES.c.key.in_(keys)))
            for row in rows:
                text = by_key[bytes(row.key)]
                found[text] = sentence_from(row.body, text, model)
        return found

    def unread(self, reports: Sequence[Report], engine: str) -> list[Report]:
        """Those of `reports` that `engine` has not read, in their order."""
        read: set[str] = set()
        for keys in _some(sorted({stored_version(report) for report in reports})):
            wanted = (READINGS.c.engine == engine) & READINGS.c.version_id.in_(keys)
            read.update(
                row.version_id for row in self._connection.execute(select(READINGS.c.version_id).where(wanted))
            )
        return [report for report in reports if stored_version(report) not in read]

    def read_as(self, keys: Iterable[str], engine: str) -> dict[str, str]:
        """By key, the row of a report that `engine` read with these inputs; other keys are missing."""
        found: dict[str, str] = {}
        for some in _some(sorted(set(keys))):
            found |= copies.read_as(self._connection, some, engine)
        return found

    def reports(self, report_ids: Sequence[str] | None = None) -> list[Report]:
        """The reports with these ids, or all, every version, sorted by id and version."""
        query = select(REPORTS.c.body).order_by(REPORTS.c.report_id, REPORTS.c.version_id)
        if report_ids is None:
            return [report_from(row.body) for row in self._connection.execute(query)]
        bodies: list[str] = []
        for keys in _some(sorted(set(report_ids))):
            bodies += self._connection.execute(query.where(REPORTS.c.report_id.in_(keys))).scalars()
        return [report_from(body) for body in bodies]

    def claims(self, reports: Sequence[Report], engine: str) -> list[Claim]:
        """The claims that `engine` found in `reports`, sorted by report, position and id."""
        bodies: list[str] = []
        for keys in _some(sorted({stored_version(report) for report in reports})):
            wanted = (CLAIMS.c.engine == engine) & CLAIMS.c.version_id.in_(keys)
            bodies += self._connection.execute(select(CLAIMS.c.body).where(wanted)).scalars()
        claims = [claim_from(body) for body in bodies]
        return sorted(claims, key=lambda claim: (claim.report_id, claim.span, claim.claim_id))

    def gaps(self, reports: Sequence[Report], engine: str) -> list[Gap]:
        """The gaps that reading `reports` left, in order of subject."""
        texts: list[str] = []
        for keys in _some(sorted({stored_version(report) for report in reports})):
            wanted = (READINGS.c.engine == engine) & READINGS.c.version_id.in_(keys) & (READINGS.c.gaps != "[]")
            texts += self._connection.execute(select(READINGS.c.gaps).where(wanted)).scalars()
        gaps = [decode(Gap, value) for text in texts for value in json.loads(text)]
        return sorted(gaps, key=lambda gap: (gap.subject, gap.stage, gap.reason))

    def claims_with(self, keys: Iterable[str], engine: str) -> list[Claim]:
        """The claims that share one of these blocking keys, sorted by id."""
        bodies: dict[str, str] = {}
        for some in _some(sorted(set(keys))):
            joined = CLAIMS.join(CLAIM_KEYS, CLAIMS.c.claim_id == CLAIM_KEYS.c.claim_id)
            query = select(CLAIMS.c.claim_id, CLAIMS.c.body).select_from(joined)
            rows = self._connection.execute(
                query.where(CLAIM_KEYS.c.key.in_(some) & (CLAIMS.c.engine == engine))
            )
            bodies.update((row.claim_id, row.body) for row in rows)
        return [claim_from(bodies[claim_id]) for claim_id in sorted(bodies)]

    def corrections(self) -> list[Correction]:
        """Every correction, in the order in which they were made."""
        query = select(CORRECTIONS.c.body).order_by(CORRECTIONS.c.made_at, CORRECTIONS.c.correction_id)
        return [decode(Correction, json.loads(body)) for body in self._connection.execute(query).scalars()]

    def search(
        self, query: str, *, facets: dict[str, str] | None = None, limit: int = 20, offset: int = 0
    ) -> tuple[list[search.Hit], int]:
        """What `query` finds in reports and claims, best first, and how many there are; see `search.find`."""
        return search.find(self._connection, query, facets=facets, limit=limit, offset=offset)

    def facets(self, query: str) -> dict[str, list[tuple[str, int]]]:
        """How many hits each value of each facet has, most first; see `search.tally`."""
        return search.tally(self._connection, query)

    def runs(self) -> list[Run]:
        """The run ledger, latest first."""
        query = select(RUNS.c.body).order_by(RUNS.c.started_at.desc(), RUNS.c.run_id)
        return [decode(Run, json.loads(body)) for body in self._connection.execute(query).scalars()]

    def count(self, table: Table) -> int:
        """How many rows `table` has."""
        return int(self._connection.execute(select(func.count()).select_from(table)).scalar_one())


class Writer(View):
    """Write access inside one transaction; what is there already stays as it is."""

    def add_reports(self, reports: Iterable[Report]) -> None:
        """Keeps reports not held yet; a known version is left as it is."""
        new = self._missing(list(reports))
        self._add(REPORTS, [report_row(report) for report in new])
        search.add(self._connection, [report_search_row(report) for report in new])

    def add_sentences(self, parsed: Iterable[ParsedSentence]) -> None:
        """Keeps parses by text and model."""
        rows = [{"key": sentence_key(one.text, one.model), "body": sentence_body(one)} for one in parsed]
        # Sorted keys touch each page of the index once.
        self._add(SENTENCES, sorted(rows, key=lambda row: row["key"]))

    def add_read(self, reads: Sequence[Read], engine: str, keys: Mapping[str, Sequence[str]]) -> None:
        """Keeps what reading gave for whole reports; `keys` are the blocking keys by claim id."""
        fresh = {stored_version(report) for report in self.unread([read.report for read in reads], engine)}
        reads = [read for read in reads if stored_version(read.report) in fresh]
        rows = [
            claim_row(claim, engine, stored_version(read.report)) for read in reads for claim in read.claims
        ]
        known = self._searchable([read.report for read in reads])
        found = [
            claim_search_row(claim, read.report)
            for read in reads
            for claim in read.claims
            if claim.claim_id not in known
        ]
        self._add(CLAIMS, rows)
        search.add(self._connection, found)
        pairs = {(key, claim_id) for claim_id, some in keys.items() for key in some}
        self._add(CLAIM_KEYS, [{"key": key, "claim_id": claim_id} for key, claim_id in sorted(pairs)])
        self._add(READINGS, [_reading_row(read, engine) for read in reads])
        keyed = sorted((read.key, stored_version(read.report)) for read in reads if read.key)
        self._add(READ_AS, [{"key": key, "engine": engine, "version_id": version} for key, version in keyed])

    def add_copies(self, pairs: Sequence[tuple[Report, str]], engine: str, moved: copies.Moved) -> int:
        """Keeps for each report the claims of the row that was read in its place; how many sentences they have.

        `moved` gives a claim's JSON as found in another report of the same words.
        """
        fresh = {stored_version(report) for report in self.unread([report for report, _ in pairs], engine)}
        pairs = [(report, source) for report, source in pairs if stored_version(report) in fresh]
        if not pairs:
            return 0
        known = self._searchable([report for report, _ in pairs])
        made = copies.rows(self._connection, pairs, engine, moved)
        self._add(CLAIMS, made.claims)
        search.add(self._connection, [row for row in made.search if row["ref"] not in known])
        self._add(READINGS, made.readings)
        return made.sentences

    def add_correction(self, correction: Correction) -> None:
        """Keeps a correction; the machine's version stays."""
        row = {
            "correction_id": correction.correction_id,
            "report_id": correction.report_id,
            "made_at": correction.made_at,
            "body": dumps(correction),
        }
        self._add(CORRECTIONS, [row])

    def add_run(self, run: Run) -> None:
        """Writes a run into the ledger, in place of its earlier state."""
        self._connection.execute(delete(RUNS).where(RUNS.c.run_id == run.run_id))
        self._add(RUNS, [{"run_id": run.run_id, "started_at": run.started_at, "body": dumps(run)}])

    def _searchable(self, reports: Sequence[Report]) -> set[str]:
        """The claims of reports that another engine read before: they are in the search already."""
        held: set[str] = set()
        for keys in _some(sorted({stored_version(report) for report in reports})):
            query = select(CLAIMS.c.claim_id).where(CLAIMS.c.version_id.in_(keys))
            held.update(self._connection.execute(query).scalars())
        return held

    def _missing(self, reports: Sequence[Report]) -> list[Report]:
        held: set[str] = set()
        for keys in _some(sorted({stored_version(report) for report in reports})):
            query = select(REPORTS.c.version_id).where(REPORTS.c.version_id.in_(keys))
            held.update(self._connection.execute(query).scalars())
        by_version = {stored_version(report): report for report in reports}
        return [report for version, report in by_version.items() if version not in held]

    def _add(self, table: Table, rows: Sequence[dict[str, Any]]) -> None:
        bulk.insert(self._connection, table.name, table.columns.keys(), rows)


def _reading_row(read: Read, engine: str) -> dict[str, Any]:
    return {
        "version_id": stored_version(read.report),
        "engine": engine,
        "sentences": read.sentences,
        "words": read.words,
        "gaps": to_json([encode(gap) for gap in read.gaps]),
    }


def _some(values: Iterable[Key]) -> Iterator[list[Key]]:
    iterator = iter(values)
    while some := list(islice(iterator, LOOKUP)):
        yield some


@contextmanager
def _named_errors(location: str) -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        raise StoreError(f"{location}: {_reason(str(error.orig))}") from error
    except SQLAlchemyError as error:
        raise StoreError(f"{location}: {error}") from error


def _reason(message: str) -> str:
    remedies = {
        "lock timeout": "another trendechos is writing to it; wait for it to end",
        "locked": "another trendechos is writing to it; wait for it to end, or give another --store",
        "read-only transaction": "it may only be read: write as another user, or give another --store",
        "readonly": "it cannot be written: check its permissions, or give another --store",
        "No space left": "the disk is full: free some space and run again; what was committed is kept",
        "disk is full": "the disk is full: free some space and run again; what was committed is kept",
        "disk I/O": "the disk failed or is full; what was committed is kept",
        "connection failed": "no server answers there: check that it runs, and the address",
        "not a database": "another kind of file has this name: give another --store",
        "unable to open": "it cannot be opened: check that its folder exists and can be written",
    }
    remedy = next((text for key, text in remedies.items() if key in message), "")
    return f"{message} ({remedy})" if remedy else message
