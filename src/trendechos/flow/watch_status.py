"""How watching is doing: sources with their health and ledger, rows with state and reason."""

from __future__ import annotations

from json import loads
from typing import Any

from trendechos.flow.situation_file import SituationFile
from trendechos.flow.watch_clock import seconds
from trendechos.flow.watch_poll import sources
from trendechos.store import Store
from trendechos.store.watching import WatchedFeed

SOURCE_COLUMNS = (
    "url", "health", "last_success", "seen", "taken", "refused", "waiting", "removed", "next_due", "note",
)  # fmt: skip
ROW_COLUMNS = ("state", "title", "url", "why", "report_id")


def source_rows(store: Store, file: SituationFile, now: str) -> list[dict[str, Any]]:
    """One row a source: its health, when it last answered, and what became of what it served."""
    known = sources(file, store, now)
    with store.view() as view:
        tally = view.watching.tally(file.situation_id)
    active = known.active()
    shown = []
    for url, row in sorted(known.feeds.items()):
        counts = tally.get(url, {})
        resting = "no longer in the file"
        shown.append({
            "url": url,
            "health": health(row, file.politeness.silent_hours, now) if url in active else resting,
            "last_success": row.last_success,
            "last_new": row.last_new,
            "served": row.served,
            "seen": sum(counts.values()),
            **{state: counts.get(state, 0)
               for state in ("taken", "refused", "waiting", "held", "removed", "joined")},
            "known_again": row.known,
            "changed": row.changed,
            "left_out": row.left_out,
            "fails": row.fails,
            "next_due": row.next_due,
            # A reason that begins with the address says it twice in a table.
            "note": row.note.removeprefix(f"{url}: "),
        })  # fmt: skip
    return shown


def rows(store: Store, situation_id: str, state: str) -> list[dict[str, Any]]:
    """What the sources served that is in this state, with the reason."""
    with store.view() as view:
        found = view.watching.items(situation_id, states=[state])
    return [
        {
            "state": row.state, "title": loads(row.entry).get("title"), "url": row.url, "why": row.why,
            "report_id": row.report_id, "feed": row.feed, "first_seen": row.first_seen,
            "last_try": row.last_try, "next_due": row.next_due, "decided_by": row.decided_by,
        }
        for row in found
    ]  # fmt: skip


def health(row: WatchedFeed, silent_hours: float, now: str) -> str:
    """What is the matter with a source: failing, silent, never asked; `well` when nothing is."""
    if row.fails:
        return f"failing, {row.fails} in a row"
    if row.last_success is None:
        return "not asked yet"
    hours = (seconds(now) - seconds(row.last_new or row.last_success)) / 3600
    if hours > silent_hours:
        return f"silent for {hours / 24:.0f} days" if hours >= 48 else f"silent for {hours:.0f} hours"
    return "well"
