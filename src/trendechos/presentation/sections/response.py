"""The response: what was done, announced, considered, refused and demanded, kept apart."""

from __future__ import annotations

from trendechos.presentation.index import Index
from trendechos.presentation.sections import common
from trendechos.presentation.sections.timeline import who
from trendechos.presentation.wording.parts import flat, note
from trendechos.records import Response, Row, Section

_STATUSES = (
    ("done", "Said to be done"),
    ("announced", "Announced"),
    ("considered", "Under consideration"),
    ("refused", "Refused or ruled out"),
    ("demanded", "Demanded or asked for"),
)
# Kinds as a reader would say them, where the type says it in the coders' words.
_KINDS = {
    "consultation": "talks", "statement": "position", "deployment": "forces", "sanction": "sanctions or curbs",
    "other": "step",
}  # fmt: skip
_HEAD = ("Actor", "What", "Kind", "Who says so", "Pages")


def build(index: Index) -> Section:
    """One subsection a status; a note when no page speaks of a response."""
    parts = []
    for status, heading in _STATUSES:
        rows = [row for one in index.situation.response if _status(one) == status and (row := _row(index, one))]
        if rows:
            tables = common.table(_HEAD, rows, caption=heading, words=(1,))
            parts.append(Section(f"response-{status}", heading, (), tables))
    if not parts:
        return Section("response", "Response", (note("No page speaks of a response."),))
    return Section("response", "Response", subsections=tuple(parts))


def _status(response: Response) -> str:
    return "refused" if response.refused else response.status


def _row(index: Index, response: Response) -> Row | None:
    origins = index.known(response.origins)
    if not origins:
        return None
    actor = index.party(response.actor) or response.actor
    cells = (
        flat(actor), index.marked(response.text, origins[0]).text,
        _KINDS.get(response.type, response.type), who(index, origins), index.pages_count(*origins),
    )  # fmt: skip
    return Row(cells, index.cites(*origins))
