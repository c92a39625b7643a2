"""Checks the hand-written tables of actors and writes them in their packaged form.

    python scripts/build_actors.py [--check]

The tables under src/trendechos/knowledge/data/actors/ are written by hand from public facts: names of states,
bodies and groups, office-holders with their days of office, outlets with owners. Nothing is copied from a data
set. Packaged form: cells stripped, repeated aliases dropped, no empty cells at a row's end, one newline at the
end of the file. `--check` writes nothing and fails when a table would change or holds a mistake.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from trendechos.knowledge import actors, cameo, outlets, plover
from trendechos.knowledge.actor_tables import by_id, organisations, persons, states
from trendechos.knowledge.composition import roles
from trendechos.knowledge.offices import titles

FOLDER = Path(__file__).parents[1] / "src/trendechos/knowledge/data/actors"
# The columns that hold lists.
LISTS = {
    "states": (2, 3, 4, 5), "bodies": (5,), "national": (5,), "groups": (5,), "monitors": (5,), "persons": (3,),
    "outlets": (5, 6),
}  # fmt: skip
_DAY = re.compile(r"^(?:\d{4}(?:-\d{2}(?:-\d{2})?)?)?$")
_CODE = re.compile(r"^[A-Z0-9]{2,15}(?:-[A-Z]{2,4})?$|^[A-Z]{2,}-[A-Z]{2,}$")


def packaged(name: str, text: str) -> str:
    """The table in its packaged form."""
    lines = []
    for line in text.splitlines():
        cells = [line] if line.startswith("#") else [cell.strip() for cell in line.split("\t")]
        for column in LISTS.get(name, ()):
            if len(cells) > column:
                parts = (part.strip() for part in cells[column].split(";"))
                cells[column] = ";".join(dict.fromkeys(part for part in parts if part))
        if any(cells):
            lines.append("\t".join(cells).rstrip())
    return "\n".join(lines) + "\n"


def problems() -> Iterator[str]:
    """What is wrong in the tables, one line each."""
    for actor_id, count in Counter(actor.actor_id for actor in (*organisations(), *persons())).items():
        if count > 1:
            yield f"{actor_id} stands {count} times"
    for actor in (*organisations(), *persons()):
        if not _CODE.match(actor.code or ""):
            yield f"{actor.canonical}: code {actor.code}"
        found = actors.candidates(actor.canonical)
        if actor not in found and actor.kind not in ("government", "unnamed"):
            yield f"{actor.canonical} is not found by its own name"
        for term in actor.offices:
            yield from _term(actor.canonical, term)
    yield from _outlets()
    yield from _codes()


def _outlets() -> Iterator[str]:
    for outlet in outlets.outlets():
        if outlets.find(outlet.name) is None:
            yield f"outlet {outlet.name} is not found by its own name"
        if outlet.country not in states():
            yield f"outlet {outlet.name}: country {outlet.country}"


def _codes() -> Iterator[str]:
    for name, code in cameo.codes().items():
        if code.plover and code.plover not in plover.types():
            yield f"CAMEO {name}: type {code.plover}"
        elif code.plover and code.mode and code.mode not in plover.types()[code.plover].modes:
            yield f"CAMEO {name}: mode {code.mode} of {code.plover}"
        unknown = set(code.contexts) - set(plover.contexts())
        if unknown:
            yield f"CAMEO {name}: contexts {sorted(unknown)}"


def _term(name: str, term: actors.Office) -> Iterator[str]:
    for day in (term.first_on, term.last_on):
        if not _DAY.match(day):
            yield f"{name}: day {day}"
    if term.last_on and term.first_on > term.last_on:
        yield f"{name}: {term.first_on} after {term.last_on}"
    if term.body and term.body not in by_id() and ":" not in term.body:
        yield f"{name}: body {term.body}"
    if term.party not in states() and term.party not in {actor.party for actor in organisations()}:
        yield f"{name}: party {term.party}"


def main() -> int:
    checking = "--check" in sys.argv[1:]
    wrong = list(problems())
    for path in sorted(FOLDER.glob("*.tsv")):
        text = path.read_text("utf-8")
        new = packaged(path.stem, text)
        if new != text and checking:
            wrong.append(f"{path.name} is not in its packaged form")
        elif new != text:
            path.write_text(new, "utf-8")
    print(*wrong, sep="\n")
    kinds = Counter(actor.kind for actor in organisations())
    print(f"{len(states())} states, {dict(kinds)}, {len(persons())} persons with "
          f"{sum(len(person.offices) for person in persons())} terms, {len(outlets.outlets())} outlets, "
          f"{len(titles())} titles, {len(roles())} roles, {len(cameo.codes())} CAMEO codes")  # fmt: skip
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
