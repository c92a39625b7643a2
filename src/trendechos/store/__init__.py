"""What is kept: reports, parsed sentences, claims and corrections, in SQLite or PostgreSQL."""

from trendechos.store.store import Store, View, Writer, open_store

__all__ = ["Store", "View", "Writer", "open_store"]
