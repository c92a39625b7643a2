"""Scores claims on filled templates of reports on violence: `python -m evaluation.templates PATH [--limit N]`.

MUC-4 layout: one row a report with `templates`, slot to values. Fills are pooled by report: what our
claims of combat, casualties, capture and protest say of date, place, perpetrator and victim, against all
fills of the report's templates. A name agrees when either holds the other's last word; a date by day.
Reports without a template count too: what is found there is wrong.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from trendechos.claims import find
from trendechos.ingest import files
from trendechos.reading import Parser, join, split
from trendechos.records import Claim, Report

_SLOTS = ("date", "place", "perpetrator", "victim")
_VIOLENT = frozenset({"combat", "casualties", "capture"})
_MONTHS = {
    name: index
    for index, name in enumerate(
        ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"], 1
    )
}
_DATELINE = re.compile(r"(\d{1,2}) ([A-Z]{3}) (\d{2})\b")
_QUOTED = re.compile(r'"([^"]+)"')
_PLACE = re.compile(r"\([^)]*\)")


def day(words: str) -> str | None:
    """`30 DEC 89` as `1989-12-30`; None for anything else."""
    found = _DATELINE.search(words)
    if not found or found[2] not in _MONTHS:
        return None
    return f"19{found[3]}-{_MONTHS[found[2]]:02}-{int(found[1]):02}"


def gold(templates: Iterable[Mapping[str, Sequence[str]]]) -> dict[str, set[str]]:
    """The fills of all templates by slot, names lower-cased; alternatives of one fill are joined by `/`."""
    out: dict[str, set[str]] = {slot: set() for slot in _SLOTS}
    for item in templates:
        for value in item.get("INCIDENT: DATE", ()):
            single = day(value) if " - " not in value else None
            out["date"] |= {single} if single else set()
        for value in item.get("INCIDENT: LOCATION", ()):
            out["place"].add(_PLACE.sub("", value).split(":")[-1].strip().lower())
        for slot, keys in (
            ("perpetrator", ("PERP: INDIVIDUAL ID", "PERP: ORGANIZATION ID")),
            ("victim", ("HUM TGT: NAME", "HUM TGT: DESCRIPTION")),
        ):
            for value in (value for key in keys for value in item.get(key, ())):
                names = _QUOTED.findall(value)
                out[slot] |= {"/".join(name.lower() for name in names)} if names else set()
    return out


def ours(claims: Iterable[Claim]) -> dict[str, set[str]]:
    """What the violent claims say, by slot."""
    out: dict[str, set[str]] = {slot: set() for slot in _SLOTS}
    for claim in claims:
        if claim.type not in _VIOLENT or claim.polarity == "denied":
            continue
        if claim.happened_when and claim.happened_when.day:
            out["date"].add(claim.happened_when.day)
        out["place"] |= {place.name.lower() for place in claim.places if place.role == "event"}
        if claim.event:
            out["perpetrator"] |= {actor.name.lower() for actor in claim.event.actors}
            out["victim"] |= {actor.name.lower() for actor in claim.event.recipients}
    return out


def agrees(one: str, other: str) -> bool:
    """True when a name of one side ends in the last word of a name of the other."""
    ends = [{name.split()[-1] for name in names.split("/") if name.strip()} for names in (one, other)]
    return bool(ends[0] & ends[1])


def counts(wanted: set[str], found: set[str]) -> tuple[int, int, int, int]:
    """Found fills that agree, found, gold fills that are met, gold."""
    right = sum(any(agrees(item, fill) for fill in wanted) for item in found)
    met = sum(any(agrees(item, fill) for item in found) for fill in wanted)
    return right, len(found), met, len(wanted)


def claims_of(parser: Parser, row: Mapping[str, Any]) -> list[Claim]:
    """The claims in one report, dated by its dateline."""
    given = {"id": row["id"], "text": row["text"], "published": day(row["text"][:120]), "language": "en"}
    made = next(
        item for item in files.parse(json.dumps(given).encode(), "row.jsonl") if isinstance(item, Report)
    )
    layout = split(made)
    words = [made.words(span.field)[span.start : span.end] for span in layout.sentences]
    reading = join(made, layout, dict(zip(words, parser.parse(words), strict=True)))
    return [item for item in find(made, reading) if isinstance(item, Claim)]


def main() -> None:
    """Prints precision, recall and F1 by slot."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("path", type=Path)
    arguments.add_argument("--limit", type=int, default=None)
    options = arguments.parse_args()
    rows = [json.loads(line) for line in options.path.read_text().splitlines()][: options.limit]
    parser, totals = Parser(), {slot: [0, 0, 0, 0] for slot in _SLOTS}
    for row in rows:
        wanted, found = gold(row["templates"]), ours(claims_of(parser, row))
        for slot in _SLOTS:
            totals[slot] = [a + b for a, b in zip(totals[slot], counts(wanted[slot], found[slot]), strict=True)]
    print(f"{len(rows)} reports")
    for slot, (right, named, met, fills) in totals.items():
        precision, recall = right / max(named, 1), met / max(fills, 1)
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        print(f"  {slot:12s} P {precision:.3f} ({right}/{named})  R {recall:.3f} ({met}/{fills})  F1 {f1:.3f}")


if __name__ == "__main__":
    main()
