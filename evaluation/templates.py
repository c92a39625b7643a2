"""Scores claims on filled templates of reports on violence: `python -m evaluation.templates PATH [--limit N]`.

MUC-4 layout: one row a report with `templates`, slot to values. Fills are pooled by report: what our
claims of combat, casualties and capture say of date, place, perpetrator, victim and target (things hit),
against all fills of the report's templates. A name agrees when either ends in the other's last word, accents
aside; a place by the name of any level under the country, or of the country where that is all there is; a day
when it lies in the gold stretch. Reports without a template count too: what is found there is wrong. `--errors`
counts what went wrong by cause.
"""

from __future__ import annotations

import argparse
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from trendechos.claims import find
from trendechos.ingest import files
from trendechos.languages.en import events as lexicon
from trendechos.languages.en.places import PROVINCE_WORDS
from trendechos.reading import Parser, join, split
from trendechos.records import Claim, Reading, Report

_SLOTS = ("date", "place", "perpetrator", "victim", "target")
VIOLENT = frozenset({"combat", "casualties", "capture"})
_KEYS = {
    "perpetrator": ("PERP: INDIVIDUAL ID", "PERP: ORGANIZATION ID"),
    "victim": ("HUM TGT: NAME", "HUM TGT: DESCRIPTION"),
    "target": ("PHYS TGT: ID",),
}
_MONTHS = {
    name: index
    for index, name in enumerate(
        ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"], 1
    )
}
_DATELINE = re.compile(r"(\d{1,2}) ([A-Z]{3}) (\d{2})\b")
_QUOTED = re.compile(r'"([^"]+)"')
_PLACE = re.compile(r"\([^)]*\)")
# Days that a gold stretch may hold; what is longer says no day.
_LONGEST = 14


def day(words: str) -> str | None:
    """`30 DEC 89` as `1989-12-30`; None for anything else and for a day that cannot be."""
    found = _DATELINE.search(words)
    if not found or found[2] not in _MONTHS:
        return None
    try:
        return date(1900 + int(found[3]), _MONTHS[found[2]], int(found[1])).isoformat()
    except ValueError:
        return None


def days(words: str) -> str | None:
    """The days of a fill joined by `/`: one day, a short stretch, or the day on or before which it was."""
    ends = [found for part in words.split(" - ") if (found := day(part))]
    if not ends:
        return None
    first, last = date.fromisoformat(min(ends)), date.fromisoformat(max(ends))
    if (last - first).days > _LONGEST:
        return None
    return "/".join((first + timedelta(days=shift)).isoformat() for shift in range((last - first).days + 1))


def place(words: str) -> str:
    """The names of a fill joined by `/`: all levels under the country, or the country where it stands alone."""
    levels = [_PLACE.sub("", part).strip() for part in re.split(r":|\s-\s", words)]
    named = [level for level in levels if level]
    return plain("/".join(named[1:] or named))


def plain(name: str) -> str:
    """Lower case without accents."""
    return "".join(
        letter for letter in unicodedata.normalize("NFKD", name.lower()) if not unicodedata.combining(letter)
    )


def gold(templates: Iterable[Mapping[str, Sequence[str]]]) -> dict[str, set[str]]:
    """The fills of all templates by slot, names in plain letters, alternatives of one fill joined by `/`."""
    out: dict[str, set[str]] = {slot: set() for slot in _SLOTS}
    for item in templates:
        for value in item.get("INCIDENT: DATE", ()):
            stretch = days(value)
            out["date"] |= {stretch} if stretch else set()
        for value in item.get("INCIDENT: LOCATION", ()):
            out["place"].add(place(value))
        for slot, keys in _KEYS.items():
            for value in (value for key in keys for value in item.get(key, ())):
                names = _QUOTED.findall(value)
                out[slot] |= {plain("/".join(names))} if names else set()
    return out


def ours(claims: Iterable[Claim], report: Report, reading: Reading) -> dict[str, set[str]]:
    """What the violent claims say, by slot."""
    out: dict[str, set[str]] = {slot: set() for slot in _SLOTS}
    for claim in claims:
        if claim.polarity != "denied" and is_violent(claim):
            for slot, found in fills(claim, report, reading):
                out[slot].add(found)
    return out


def is_violent(claim: Claim) -> bool:
    """True for claims of violence, foretold and threatened violence among them.

    Arrests and the taking of land are PLOVER's COERCE: no template is filled for them.
    """
    root = claim.event.plover if claim.event else None
    return root == "ASSAULT" or (claim.type in VIOLENT and root != "COERCE")


def fills(claim: Claim, report: Report, reading: Reading) -> Iterator[tuple[str, str]]:
    """The fills that one claim gives, by slot; a place by its name and as written."""
    if claim.happened_when and claim.happened_when.day:
        yield "date", claim.happened_when.day
    for item in claim.places:
        if item.role == "event":
            written = report.words(item.span.field)[item.span.start : item.span.end]
            yield "place", plain("/".join(dict.fromkeys(map(_bare, (item.name.lower(), written.lower())))))
    for actor in claim.event.actors if claim.event else ():
        yield "perpetrator", plain("/".join((actor.name, *_bodies(actor.name, report, reading))))
    destroyed = claim.event is not None and claim.event.mode == "destroy"
    for actor in claim.event.recipients if claim.event else ():
        yield ("target" if destroyed or _is_thing(actor.name) else "victim"), plain(actor.name)


def _bare(name: str) -> str:
    """A name without the word for its sort ("cordoba department"), which gold has in brackets."""
    words = name.split()
    return " ".join(words[:-1] if len(words) > 1 and words[-1] in PROVINCE_WORDS else words)


def _bodies(name: str, report: Report, reading: Reading) -> Iterator[str]:
    """The bodies named inside an actor's name ("FMLN" in "FMLN units"), and how the text writes his own."""
    for mention in reading.mentions:
        written = report.words(mention.span.field)[mention.span.start : mention.span.end]
        body = mention.kind in ("organisation", "government", "group") and written in name
        if body or mention.canonical == name:
            yield written


def _is_thing(name: str) -> bool:
    """True for a name that ends in a word for a building, vehicle or weapon."""
    last = plain(name).split()[-1]
    kinds = lexicon.classes()["ATTACKED"] | lexicon.classes()["ARMS"]
    singular = (last.removesuffix("s"), last.removesuffix("es"), f"{last.removesuffix('ies')}y")
    return last in kinds or not kinds.isdisjoint(singular)


def agrees(one: str, other: str) -> bool:
    """True when a name of one side ends in the last word of a name of the other."""
    ends = [{name.split()[-1] for name in names.split("/") if name.strip()} for names in (one, other)]
    return bool(ends[0] & ends[1])


def counts(wanted: set[str], found: set[str]) -> tuple[int, int, int, int]:
    """Found fills that agree, found, gold fills that are met, gold."""
    right = sum(any(agrees(item, fill) for fill in wanted) for item in found)
    met = sum(any(agrees(item, fill) for item in found) for fill in wanted)
    return right, len(found), met, len(wanted)


def claims_of(parser: Parser, row: Mapping[str, Any]) -> tuple[Report, Reading, list[Claim]]:
    """One report, dated by its dateline, and the claims in it."""
    given = {"id": row["id"], "text": row["text"], "published": day(row["text"][:120]), "language": "en"}
    made = next(
        item for item in files.parse(json.dumps(given).encode(), "row.jsonl") if isinstance(item, Report)
    )
    layout = split(made)
    words = [made.words(span.field)[span.start : span.end] for span in layout.sentences]
    reading = join(made, layout, dict(zip(words, parser.parse(words), strict=True)))
    return made, reading, [item for item in find(made, reading) if isinstance(item, Claim)]


def causes(
    wanted: Mapping[str, set[str]], found: Mapping[str, set[str]], report: Report, claims: Sequence[Claim]
) -> Iterator[tuple[str, str]]:
    """Slot and cause of everything that is wrong in one report, found or missed."""
    told = any(wanted.values())
    text = plain(" ".join(report.text.split()))
    for slot in _SLOTS:
        for item in found[slot]:
            if not any(agrees(item, fill) for fill in wanted[slot]):
                yield slot, _false(wanted[slot], told=told)
        for fill in wanted[slot]:
            if not any(agrees(item, fill) for item in found[slot]):
                yield slot, _missed(slot, fill, claims, text)


def _false(wanted: set[str], *, told: bool) -> str:
    if not told:
        return "found: the report has no template (military action, old news, opinion)"
    if not wanted:
        return "found: the template leaves the slot open"
    return "found: of another event of the report, or the wrong words"


def _missed(slot: str, fill: str, claims: Sequence[Claim], text: str) -> str:
    if slot == "date":
        return "missed: no violent claim of that day"
    lasts = [name.split()[-1] for name in fill.split("/") if name.strip()]
    holding = [claim for claim in claims if any(last in plain(claim.text) for last in lasts)]
    violent = [claim for claim in holding if is_violent(claim)]
    if not holding:
        said = any(last in text for last in lasts)
        return f"missed: {'no claim holds the words' if said else 'not in the words of the report'}"
    if not violent:
        return "missed: named only in claims of another type (condemned, investigated, accused)"
    if all(claim.polarity == "denied" for claim in violent):
        return "missed: denied"
    if slot != "place" and not any(claim.event for claim in violent):
        return "missed: the claim has no coded event"
    return "missed: in a violent claim, but not in that slot"


def main() -> None:
    """Prints precision, recall and F1 by slot."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("path", type=Path)
    arguments.add_argument("--limit", type=int, default=None)
    arguments.add_argument("--errors", action="store_true", help="count what is wrong by cause")
    options = arguments.parse_args()
    rows = [json.loads(line) for line in options.path.read_text().splitlines()][: options.limit]
    parser, totals = Parser(), {slot: [0, 0, 0, 0] for slot in _SLOTS}
    wrong: dict[str, Counter[str]] = {slot: Counter() for slot in _SLOTS}
    for row in rows:
        report, reading, claims = claims_of(parser, row)
        wanted, found = gold(row["templates"]), ours(claims, report, reading)
        for slot in _SLOTS:
            totals[slot] = [a + b for a, b in zip(totals[slot], counts(wanted[slot], found[slot]), strict=True)]
        for slot, cause in causes(wanted, found, report, claims):
            wrong[slot][cause] += 1
    print(f"{len(rows)} reports, {sum(bool(row['templates']) for row in rows)} with a template")
    for slot, (right, named, met, filled) in totals.items():
        precision, recall = right / max(named, 1), met / max(filled, 1)
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        print(f"  {slot:12s} P {precision:.3f} ({right}/{named})  R {recall:.3f} ({met}/{filled})  F1 {f1:.3f}")
        for cause, count in wrong[slot].most_common() if options.errors else ():
            print(f"      {count:5d}  {cause}")


if __name__ == "__main__":
    main()
