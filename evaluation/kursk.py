"""Scores claims on a gold set of reports about one situation: `python -m evaluation.kursk FOLDER`.

FOLDER holds reports_dev.jsonl and claims_dev.jsonl. The gold lists key claims only, so that recall is
of these and every other share is of the gold claims found. A claim answers a gold claim when they
overlap in the same report; of several the one with the gold number, then the gold speaker, is taken.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from evaluation.gold import QUALIFIERS
from evaluation.measure import Measure, share
from trendechos.claims import find
from trendechos.ingest import files
from trendechos.knowledge import outlets
from trendechos.reading import Parser, join, split
from trendechos.records import Claim, Quantity, Report

Json = Mapping[str, Any]

_STEM = 5


def read(folder: Path) -> tuple[dict[str, Report], list[Json]]:
    """The reports by id and the gold claims, as published."""
    rows = (folder / "reports_dev.jsonl").read_bytes()
    reports = [item for item in files.parse(rows, "reports_dev.jsonl") if isinstance(item, Report)]
    gold = [json.loads(line) for line in (folder / "claims_dev.jsonl").read_text().splitlines() if line]
    return {report.report_id: report for report in reports}, gold


def claims_of(reports: Iterable[Report]) -> dict[str, list[Claim]]:
    """The claims found in each report, by report id."""
    parser = Parser()
    found = {}
    for report in reports:
        layout = split(report)
        words = [report.words(span.field)[span.start : span.end] for span in layout.sentences]
        reading = join(report, layout, dict(zip(words, parser.parse(words), strict=True)))
        found[report.report_id] = [item for item in find(report, reading) if isinstance(item, Claim)]
    return found


def match(gold: Json, claims: Sequence[Claim]) -> Claim | None:
    """The claim that answers `gold`, or None."""
    start, end = gold["start"], gold["end"]
    near = [
        claim
        for claim in claims
        if claim.span.field == "text" and claim.span.start < end and start < claim.span.end
    ]

    def rank(claim: Claim) -> tuple[bool, bool, bool, int, int]:
        shared = min(end, claim.span.end) - max(start, claim.span.start)
        return (
            bool(gold["quantity"]) and number_agrees(gold["quantity"], claim.quantities),
            speaker_agrees(gold, claim), type_agrees(gold, claim), shared, -claim.span.start,
        )  # fmt: skip

    return max(near, key=rank, default=None)


def number_agrees(gold: Json, quantities: Sequence[Quantity], *, with_qualifier: bool = False) -> bool:
    """True when one of `quantities` has the gold bounds; words without a number may have none."""
    for item in quantities:
        words = gold["low"] == gold["high"] and item.low is None and item.high is None
        if (item.low, item.high) == (gold["low"], gold["high"]) or (
            words and gold["qualifier"] in ("a couple thousand",)
        ):
            wanted = QUALIFIERS.get(gold["qualifier"] or "", "none")
            same = item.qualifier == wanted or (wanted == "none" and item.qualifier in ("none", "exactly"))
            if same or not with_qualifier:
                return True
    return False


def speaker_agrees(gold: Json, claim: Claim) -> bool:
    """True for the canonical name or either of two, an unnamed source by kind, and none where gold has none."""
    if not gold["source_canonical"]:
        return claim.speaker.kind == "none"
    if gold["source_anonymous"]:
        return claim.speaker.kind == "unnamed"
    names = {claim.speaker.canonical, *(speaker.canonical for speaker in claim.co_speakers)}
    return bool(names & {part for name in gold["source_canonical"] for part in _names(name)})


def _names(name: str) -> set[str]:
    """A gold name and, where it holds two ("Pentagon (Pat Ryder)"), each of them."""
    return {name, *(part.strip() for part in name.rstrip(")").split("("))}


def type_agrees(gold: Json, claim: Claim) -> bool:
    """True for the gold type; `statement/call` is answered by either."""
    wanted = {"statement", "call"} if gold["claim_type"] == "statement/call" else {gold["claim_type"]}
    return claim.type in wanted


def certainty_agrees(gold: Json, claim: Claim) -> bool:
    """True for the gold certainty; `claimed` is the page's distance."""
    if gold["certainty"] == "claimed":
        return claim.reported_as == "distancing"
    return bool(claim.certainty == gold["certainty"])


def polarity_agrees(gold: Json, claim: Claim) -> bool:
    """True for the gold polarity; gold has no noncommittal and writes it as asserted and possible."""
    if claim.polarity == "noncommittal":
        return bool(gold["polarity"] == "asserted" and gold["certainty"] == "possible")
    return bool(claim.polarity == gold["polarity"])


def place_agrees(gold: Json, claim: Claim) -> bool:
    """True when a place of the claim bears the gold name or lies within it by name."""
    wanted = _plain(gold["place"])
    names = [_plain(place.name) for place in claim.places]
    # "Ukrainian territory" is answered by Ukraine: a name's stem counts.
    return any(name in wanted or wanted in name or name[:_STEM] in wanted for name in names)


def chain_agrees(gold: Json, claim: Claim) -> bool:
    """True when the gold link stands in the chain, by any of its names; for no chain where gold has none."""
    if not gold["via"]:
        return not claim.chain
    outlet = outlets.find(gold["via"])
    wanted = _plain(outlet.name if outlet is not None else gold["via"])
    return any(_plain(link.canonical) in wanted or wanted in _plain(link.canonical) for link in claim.chain)


def day_agrees(gold: Json, value: str | None) -> bool:
    """True for the gold date at the coarser of the two precisions, and for a stretch of days that holds it."""
    if not value:
        return False
    first, last = value.split("/")[0], value.split("/")[-1]
    if first < last and first:
        return bool(first <= gold["event_date"] <= last)
    first = first or last
    size = min(len(first[:10]), len(gold["event_date"]))
    return bool(first[:size] == gold["event_date"][:size])


def background_agrees(gold: Json, claim: Claim) -> bool:
    """True when both or neither take the claim for recalled news."""
    return bool(claim.background == (gold["position"] == "background"))


def _plain(name: str) -> str:
    words = name.lower().replace("oblast", "").replace("region", "").replace("border", "").split()
    return " ".join(words)


def score(gold: Sequence[Json], found: Mapping[str, Sequence[Claim]]) -> dict[str, Counter[str]]:
    """Right and all, by what is scored."""
    out: dict[str, Counter[str]] = {}

    def add(name: str, *, right: bool) -> None:
        out.setdefault(name, Counter()).update(all=1, right=int(right))

    for item in gold:
        claim = match(item, found.get(item["page"], ()))
        add("found", right=claim is not None)
        if claim is None:
            continue
        for name, agrees in CHECKS.items():
            add(name, right=agrees(item, claim))
        if item["place"]:
            add("place", right=place_agrees(item, claim))
        if item["quantity"]:
            add("quantity", right=number_agrees(item["quantity"], claim.quantities))
            add(
                "quantity with qualifier",
                right=number_agrees(item["quantity"], claim.quantities, with_qualifier=True),
            )
        if item["event_date"] and item["event_date_basis"] == "page":
            happened = claim.happened_when.value if claim.happened_when else None
            spoken = claim.said_when.value if claim.said_when else None
            add("happened_when", right=day_agrees(item, happened))
            add(
                "happened_when or said_when",
                right=day_agrees(item, happened) or (not happened and day_agrees(item, spoken)),
            )
    return out


CHECKS: dict[str, Callable[[Json, Claim], bool]] = {
    "speaker": speaker_agrees,
    "chain": chain_agrees,
    "certainty with stance": certainty_agrees,
    "polarity": polarity_agrees,
    "type": type_agrees,
    "background": background_agrees,
}


def measures(gold: Sequence[Json], found: Mapping[str, Sequence[Claim]]) -> tuple[Measure, ...]:
    return tuple(share(name, counts["right"], counts["all"]) for name, counts in score(gold, found).items())


def main() -> None:
    """Prints shares with counts."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    options = arguments.parse_args()
    reports, gold = read(options.folder)
    found = claims_of(reports.values())
    print(f"{len(reports)} reports, {len(gold)} gold claims, {sum(map(len, found.values()))} claims found")
    for one in measures(gold, found):
        print(f"{one.name:28s} {one.value:.3f}  {one.right:.0f}/{one.total:.0f}")


if __name__ == "__main__":
    main()
