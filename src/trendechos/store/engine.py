"""Opening a store by path or URL, with what each database needs to be safe and quick."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from trendechos.errors import StoreError

# A writer waits this long for another before it gives up with a clear error.
BUSY_SECONDS = 30
# The number of the lock that writers take in PostgreSQL; no other program is likely to use it.
LOCK = 0x7265_6368_6F73
# Marks a transaction that will write, for the listener below.
WRITES = {"trendechos_writes": True}


def connect(location: str, *, read_only: bool = False, busy_seconds: float = BUSY_SECONDS) -> Engine:
    """An engine for `location`: a path of a SQLite file, `:memory:`, or a `postgresql://` URL.

    Raises StoreError for a URL of another database or a folder that cannot be made.
    """
    if "://" not in location:
        return _sqlite(location, read_only=read_only, busy_seconds=busy_seconds)
    try:
        url = make_url(location)
    except ArgumentError as error:
        raise StoreError(f"{location}: not a store; give a path or a postgresql:// URL") from error
    if url.get_backend_name() == "sqlite":
        return _sqlite(url.database or ":memory:", read_only=read_only, busy_seconds=busy_seconds)
    if url.get_backend_name() != "postgresql":
        raise StoreError(f"{location}: stores live in SQLite (a path) or PostgreSQL (postgresql://...)")
    return _postgres(url, read_only=read_only, busy_seconds=busy_seconds)


def _postgres(url: URL, *, read_only: bool, busy_seconds: float) -> Engine:
    given = {"options": "-c default_transaction_read_only=on"} if read_only else {}
    engine = create_engine(url.set(drivername="postgresql+psycopg"), pool_pre_ping=True, connect_args=given)

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        # One writer at a time, as in SQLite: two that add the same report would both find it missing.
        if connection.get_execution_options().get("trendechos_writes", False):
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = {int(busy_seconds * 1000)}")
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({LOCK})")

    return engine


def _sqlite(path: str, *, read_only: bool, busy_seconds: float) -> Engine:
    if path != ":memory:" and not read_only:
        try:
            Path(path).parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(
                f"{path}: cannot make its folder: {error.strerror}; give another --store"
            ) from error
    target = f"file:{path}?mode=ro&uri=true" if read_only else path
    engine = create_engine(f"sqlite:///{target}", connect_args={"timeout": busy_seconds})

    @event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _record: Any) -> None:
        # SQLAlchemy emits BEGIN itself below, so that DDL and writes share one transaction.
        connection.isolation_level = None
        if not read_only:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA temp_store = MEMORY")

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        # A writer takes its lock at once: a read lock that must grow later fails as "database is locked".
        writes = connection.get_execution_options().get("trendechos_writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine
