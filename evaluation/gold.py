"""The Kursk gold set as records, so that later stages can be measured without the earlier ones."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from trendechos.records import (
    Certainty,
    Claim,
    ClaimType,
    Cue,
    Moment,
    Place,
    Quantity,
    Report,
    Span,
    Speaker,
    SpeakerKind,
)
from trendechos.records.codec import content_id
from trendechos.text.normalise import words

Row = dict[str, Any]

# Words without content, enough for a stand-in of the claims stage's lemmas.
_STOP = frozenset((
    "a", "an", "the", "of", "in", "on", "at", "to", "for", "from", "by", "with", "and", "or", "but", "that",
    "this", "these", "those", "it", "its", "they", "them", "their", "he", "his", "she", "her", "who", "whom",
    "which", "was", "were", "is", "are", "be", "been", "being", "had", "has", "have", "would", "will", "could",
    "may", "might", "must", "not", "no", "as", "than", "then", "so", "if", "into", "over", "under", "after",
    "before", "up", "out", "about", "some", "more", "most", "said", "says", "say", "told", "stated",
    "reported", "confirmed", "announced", "added", "called", "according",
))  # fmt: skip
# Party by words of the gold's canonical names, longest first.
_PARTIES = (
    ("south korea", "KOR"), ("north korea", "PRK"), ("national intelligence service", "KOR"),
    ("kim yong-hyun", "KOR"), ("united states", "USA"), ("pentagon", "USA"), ("us ", "USA"), ("austin", "USA"),
    ("blinken", "USA"), ("kirby", "USA"), ("wood", "USA"), ("ukrain", "UKR"), ("zelensk", "UKR"),
    ("budanov", "UKR"), ("umerov", "UKR"), ("kovalenko", "UKR"), ("syrsk", "UKR"), ("yermak", "UKR"),
    ("russia", "RUS"), ("kremlin", "RUS"), ("putin", "RUS"), ("peskov", "RUS"), ("zakharova", "RUS"),
    ("nebenzya", "RUS"), ("rutte", "NATO"), ("nato", "NATO"), ("radakin", "GBR"),
)  # fmt: skip
_INSTITUTIONS = {
    "pentagon": "Pentagon", "us department of defense": "Pentagon", "u.s. military": "Pentagon",
    "white house": "White House", "kremlin": "Kremlin", "state department": "US State Department",
    "washington": "United States", "us": "United States", "u.s.": "United States", "ukraine": "Ukraine",
    "pyongyang": "North Korea", "north korea": "North Korea", "nato": "NATO", "russia": "Russia",
    "biden administration": "United States", "us estimates": "United States", "seoul": "South Korea",
    "ukrainian side": "Ukraine", "department": "US State Department",
}  # fmt: skip
# Qualifiers are worded as on the original pages, and otherwise in the restatement: equal classes count.
# Both pages that say "closer to" go on with two bounds.
QUALIFIERS = {
    "about": "about", "around": "about", "approximately": "about", "some": "about", "roughly": "about",
    "estimated": "about", "at least": "at_least", "over": "more_than", "more than": "more_than",
    "as many as": "up_to", "up to": "up_to", "nearly": "nearly", "almost": "nearly", "close to": "nearly",
    "closer to": "range", "between": "range",
}  # fmt: skip


def rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def moment(value: str | None) -> Moment | None:
    if not value:
        return None
    return Moment(value, {4: "year", 7: "month", 10: "day"}.get(len(value), "minute"))  # type: ignore[arg-type]


def reports(folder: Path) -> dict[str, Report]:
    found = {}
    for row in rows(folder / "reports_dev.jsonl"):
        outlet = row["outlet"]
        version = content_id("version", outlet, row["published"], row.get("title"), row["text"])
        found[row["id"]] = Report(
            report_id=row["id"],
            version_id=version,
            text=row["text"],
            title=row.get("title"),
            url=row["url"],
            outlet=outlet,
            language=row["language"],
            published=moment(row["published"]),
            text_kind=row["text_kind"],
        )
    return found


def party(name: str) -> str | None:
    low = name.lower() + " "
    if " and " in low:
        return None
    return next((code for words_of, code in _PARTIES if words_of in low), None)


def _kind(canonical: str) -> SpeakerKind:
    low = canonical.lower()
    if "unnamed" in low:
        return "unnamed"
    if low.endswith("government"):
        return "government"
    if any(
        word in low for word in ("service", "military", "movement", "institute", "ministry", "intelligence")
    ):
        return "organisation"
    if canonical in ("Pentagon", "Kremlin", "NATO", "White House", "US State Department"):
        return "organisation"
    return "government" if canonical in set(_INSTITUTIONS.values()) else "person"


def speakers(row: Row) -> tuple[Speaker, ...]:
    """Gold speakers, with an institution where the page names only that (as a reader would code it)."""
    canonical = row["source_canonical"]
    if not canonical:
        if row["via"]:
            return (Speaker(row["via"], row["via"], "outlet"),)
        return (Speaker("", "", "none"),)
    named = row["source_as_named"] or ""
    low = named.lower().removeprefix("the ")
    if low in _INSTITUTIONS and len(canonical) == 1:
        name = _INSTITUTIONS[low]
        return (Speaker(named, name, _kind(name), party(canonical[0])),)
    return tuple(
        Speaker(
            named, re.sub(r"^(Pentagon|US State Department) \((.*)\)$", r"\2", name), _kind(name), party(name)
        )
        for name in canonical
    )


def _quantities(row: Row, span: Span) -> tuple[Quantity, ...]:
    value = row["quantity"]
    if not value:
        return ()
    counts = {"troops_sent_russia": "troops", "killed": "killed"}.get(row["measure"] or "", "troops")
    unit = value["unit"] or ""
    if "per day" in unit or unit in ("killed or wounded", "killed"):
        counts = "killed_or_wounded"
    return (
        Quantity(
            words=str(value["low"] or value["high"] or value["qualifier"]),
            span=span,
            low=value["low"],
            high=value["high"],
            qualifier=QUALIFIERS.get(value["qualifier"] or "", "none"),  # type: ignore[arg-type]
            unit=value["unit"],
            counts=counts,  # type: ignore[arg-type]
            scope=row["place"],
            window="planned" if row["certainty"] == "conditional_or_future" else "none",
        ),
    )


def _said_when(row: Row, published: str | None) -> Moment | None:
    """The day of the statement where the page gives it; the gold holds one date for event and statement."""
    if row["event_date_basis"] != "page" or not row["event_date"]:
        return None
    if published and row["event_date"][:10] > published[:10]:
        return None
    late = published and row["claim_type"] not in ("statement/call", "denial") and len(row["event_date"]) == 10
    if late and published and row["event_date"] < published[:8] + "01" and "on" not in row["span"].split():
        return None
    return moment(row["event_date"])


def claim(row: Row, report: Report) -> Claim:
    span = Span(row["start"], row["end"])
    first, *rest = speakers(row)
    chain = (Speaker(row["via"], row["via"], "outlet"),) if row["via"] and first.canonical != row["via"] else ()
    basis_words = row["span"].lower()
    place = row["place"]
    certainty: Certainty = row["certainty"] if row["certainty"] != "claimed" else "asserted"
    kind: ClaimType = row["claim_type"] if row["claim_type"] != "statement/call" else "statement"
    named = set(words(row["source_as_named"] or ""))
    return Claim(
        claim_id=row["claim_id"],
        attribution_id=row["claim_id"],
        report_id=report.report_id,
        version_id=report.version_id,
        span=span,
        text=row["span"],
        mode="asserted" if row["structure"] == "unattributed" else "reported",
        speaker=first,
        content=(span,),
        cue=Cue(row["cue"], "say", span) if row["cue"] else None,
        co_speakers=tuple(rest),
        chain=chain,
        certainty=certainty,
        reported_as="distancing" if row["certainty"] == "claimed" else "neutral",
        polarity=row["polarity"],
        status="predicted" if row["claim_type"] == "prediction" else "done",
        basis="intelligence" if "intelligence" in basis_words and "citing" in basis_words else "none_given",
        type=kind,
        places=(Place(place, "area", span, country=party(place) or None),) if place else (),
        said_when=_said_when(row, report.published.value if report.published else None),
        quantities=_quantities(row, span),
        lemmas=tuple(sorted({word for word in words(row["span"]) if word not in _STOP and word not in named})),
    )


def claims(folder: Path, held: dict[str, Report]) -> dict[str, Claim]:
    return {row["claim_id"]: claim(row, held[row["page"]]) for row in rows(folder / "claims_dev.jsonl")}


def gold_groups(folder: Path) -> dict[str, tuple[str, ...]]:
    return {row["origin"]: tuple(row["claims"]) for row in rows(folder / "origins_dev.jsonl")}


def each(folder: Path, name: str) -> Iterator[Row]:
    yield from rows(folder / f"{name}_dev.jsonl")
