"""What the terminal shows: the bottom line of a brief, and records as columns."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence

from trendechos.presentation.wording import dates, figures
from trendechos.presentation.wording.inert import inert
from trendechos.records import Brief, Situation
from trendechos.records.codec import Json, to_json, to_jsonl

WIDTH = 100
CLAIM_COLUMNS = ("report_id", "speaker.canonical", "cue.text", "type", "status", "polarity", "text")
ORIGIN_COLUMNS = ("label", "party", "basis", "reports", "via")
READING_COLUMNS = ("report_id", "language", "sentences", "mentions", "places", "times", "quantities")
_WIDEST = {"text": 72, "label": 80}


def summary(brief: Brief, situation: Situation) -> str:
    """The bottom line and what the brief rests on, wrapped at 100 columns."""
    as_of = f", as of {dates.day(situation.as_of)}" if situation.as_of else ""
    lines = [inert(brief.title) + as_of, ""]
    sections = {section.key: section for section in brief.sections}
    for key in ("bottom-line", "coverage"):
        for sentence in sections[key].sentences:
            lines += textwrap.wrap(inert(sentence.text), WIDTH, initial_indent="  - ", subsequent_indent="    ")
        lines.append("")
    if situation.gaps:
        many = figures.count(len(situation.gaps), "gap").capitalize()
        lines += [f"{many}; the brief lists what was not read and why.", ""]
    return "\n".join(lines).rstrip() + "\n"


def listing(documents: Sequence[Json], form: str, columns: Sequence[str]) -> str:
    """Documents as `jsonl`, `json` (one object where no columns are given, else an array) or `table`."""
    if form == "jsonl":
        return to_jsonl(documents)
    if form == "json":
        return (
            to_json(documents[0] if not columns and len(documents) == 1 else list(documents), indent=2) + "\n"
        )
    return table(documents, columns)


def table(documents: Sequence[Json], columns: Sequence[str]) -> str:
    """Documents as columns under their names (`a.b` reaches into an object); a list shows how many it holds."""
    rows = [[_cell(document, column) for column in columns] for document in documents]
    head = [column.split(".")[0].removesuffix("_id") for column in columns]
    wide = [max(len(row[at]) for row in [head, *rows]) for at in range(len(columns))]
    lines = [
        "  ".join(cell.ljust(size) for cell, size in zip(row, wide, strict=True)).rstrip()
        for row in [head, *rows]
    ]
    return "\n".join(lines) + "\n"


def _cell(document: Json, column: str) -> str:
    value: object = document
    for key in column.split("."):
        value = value.get(key) if isinstance(value, Mapping) else None
    if isinstance(value, list):
        value = ", ".join(value) if column == "via" else len(value)
    text = " ".join(inert("" if value is None else str(value)).split())
    limit = _WIDEST.get(column.split(".", maxsplit=1)[0], 32)
    return text if len(text) <= limit else text[: limit - 1] + "…"
