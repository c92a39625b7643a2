"""Toponyms found and put on the map, against annotated news.

    python -m evaluation.places PATH... [--misses N]

PATH is JSON Lines with `text`, `title`, `url` and `toponyms` of `start`, `end`, `phrase`, `lat`, `lon` and
`geonameid`. Only toponyms with coordinates count for recall; precision counts places that overlap any
annotated toponym. A place is right within 161 km of the gold position, or when it is the very place (same
GeoNames id), which is what a country or region, named by a point somewhere in it, needs.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from trendechos import reading
from trendechos.knowledge import borders, countries
from trendechos.knowledge.geodesy import distance_km
from trendechos.records import Place, Reading, Report, Span
from trendechos.records.codec import content_id

NEAR_KM = 161.0


@dataclass
class Tally:
    gold: int = 0
    found: int = 0
    near: int = 0
    country_known: int = 0
    country_right: int = 0
    given: int = 0
    given_right: int = 0
    missed: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    extra: Counter[str] = field(default_factory=Counter)

    def line(self, name: str) -> str:
        recall, precision = self.found / max(1, self.gold), self.given_right / max(1, self.given)
        near, right = self.near / max(1, self.found), self.country_right / max(1, self.country_known)
        return (
            f"{name}: recall {recall:.3f} ({self.found}/{self.gold}) precision {precision:.3f}"
            f" ({self.given_right}/{self.given}) within 161 km {near:.3f} ({self.near}/{self.found})"
            f" country {right:.3f} ({self.country_right}/{self.country_known})"
        )


def read(row: dict[str, Any], parser: reading.Parser) -> Reading:
    """The reading of one annotated text; its title stays out, as the annotation does not cover it."""
    name = content_id("report", row["text"])
    report = Report(report_id=name, version_id=name, text=row["text"], url=row.get("url"), language="en")
    layout = reading.split(report)
    texts = [report.text[span.start : span.end] for span in layout.sentences]
    return reading.join(report, layout, dict(zip(texts, parser.parse(texts), strict=True)))


def is_right(place: Place, gold: dict[str, Any]) -> bool:
    if gold.get("geonameid") and str(place.geonameid) == str(gold["geonameid"]):
        return True
    if place.lat is None or place.lon is None:
        return False
    position = float(gold["lat"]), float(gold["lon"])
    if place.precision == "country" and place.country:
        capital = countries.by_code(place.country)
        # Gold marks a country by its middle or by a point near it; the same name is the same country.
        if gold["phrase"] and (countries.find(gold["phrase"]) or countries.demonym(gold["phrase"])) == capital:
            return True
    return distance_km((place.lat, place.lon), position) <= NEAR_KM


def country_at(gold: dict[str, Any]) -> str | None:
    phrase = gold["phrase"] or ""
    named = countries.demonym(phrase) or (countries.find(phrase) if phrase != "Georgia" else None)
    if named is not None:
        return named.code
    return borders.country_at(float(gold["lat"]), float(gold["lon"]))


def score(row: dict[str, Any], found: tuple[Place, ...], tally: Tally) -> None:
    places = [place for place in found if place.span.field == "text"]
    golds = [gold for gold in row["toponyms"] if gold["start"] is not None]
    annotated = [Span(gold["start"], gold["end"]) for gold in golds]
    for place in places:
        hit = any(place.span.overlaps(span) for span in annotated)
        tally.given += 1
        tally.given_right += hit
        if not hit:
            tally.extra[row["text"][place.span.start : place.span.end]] += 1
    for gold, span in zip(golds, annotated, strict=True):
        if gold["lat"] is None:
            continue
        tally.gold += 1
        over = [place for place in places if place.span.overlaps(span)]
        if not over:
            tally.missed[gold["phrase"]] += 1
            continue
        # The place that covers most of the phrase answers for it.
        place = max(over, key=lambda one: min(one.span.end, span.end) - max(one.span.start, span.start))
        tally.found += 1
        right = is_right(place, gold)
        tally.near += right
        code = country_at(gold)
        if code is not None and place.country is not None:
            tally.country_known += 1
            tally.country_right += place.country == code
        if not right:
            tally.wrong[
                f"{gold['phrase']} -> {place.name} {place.precision} {place.adm1 or place.country}"
            ] += 1


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("paths", nargs="+", type=Path)
    arguments.add_argument("--misses", type=int, default=0, help="how many of the most common errors to list")
    arguments.add_argument("--every", type=int, default=1, help="take one text in so many")
    options = arguments.parse_args()
    parser = reading.Parser()
    for path in options.paths:
        tally = Tally()
        with path.open(encoding="utf-8") as stream:
            for number, line in enumerate(stream):
                if number % options.every == 0:
                    row = json.loads(line)
                    score(row, read(row, parser).places, tally)
        print(tally.line(path.stem))
        if options.misses:
            print("  missed:", tally.missed.most_common(options.misses))
            print("  wrong:", tally.wrong.most_common(options.misses))
            print("  extra:", tally.extra.most_common(options.misses))


if __name__ == "__main__":
    main()
