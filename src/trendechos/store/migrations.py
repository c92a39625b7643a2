"""Named steps that bring a store to the present schema, each applied once, in one transaction."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, inspect, select

from trendechos.errors import StoreError
from trendechos.store import search
from trendechos.store.schema import FEEDS, ITEMS, META, METADATA, NOTICES, READ_AS, REMOVED


def _first_tables(connection: Connection) -> None:
    METADATA.create_all(connection)
    search.create(connection)


def _watching(connection: Connection) -> None:
    for table in (FEEDS, ITEMS, REMOVED, NOTICES):
        table.create(connection, checkfirst=True)


def _copies(connection: Connection) -> None:
    READ_AS.create(connection, checkfirst=True)


MIGRATIONS: tuple[tuple[str, Callable[[Connection], None]], ...] = (
    ("0001 first tables", _first_tables),
    ("0002 watching", _watching),
    ("0003 copies", _copies),
)


def migrate(connection: Connection) -> None:
    """Applies the steps that the store has not seen; raises StoreError for a store from a later release."""
    if not inspect(connection).has_table(META.name):
        META.create(connection)
    applied = {row.name for row in connection.execute(select(META.c.name)) if row.name[:4].isdigit()}
    known = {name for name, _ in MIGRATIONS}
    if later := applied - known:
        raise StoreError(
            f"the store was written by a later trendechos ({', '.join(sorted(later))}): update trendechos"
        )
    for name, step in MIGRATIONS:
        if name not in applied:
            step(connection)
            connection.execute(META.insert().values(name=name, value="applied"))
