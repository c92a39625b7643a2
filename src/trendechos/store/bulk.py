"""Many rows at once, straight to the driver: binding each row through SQLAlchemy costs more than writing it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection


def insert(connection: Connection, table: str, columns: Sequence[str], rows: Sequence[dict[str, Any]]) -> None:
    """Adds rows that have every name of `columns`; a row whose key is held already stays as it is.

    `table` and `columns` come from the schema, never from outside.
    """
    if not rows:
        return
    names = ", ".join(f'"{name}"' for name in columns)
    postgres = connection.dialect.name == "postgresql"
    marks = ", ".join(["%s" if postgres else "?"] * len(columns))
    # The search table of SQLite is virtual and knows no conflicts.
    ending = "" if table == "search" else " ON CONFLICT DO NOTHING"
    connection.exec_driver_sql(
        f"INSERT INTO {table} ({names}) VALUES ({marks}){ending}",  # noqa: S608
        [tuple(row[name] for name in columns) for row in rows],
    )
