"""The lists of a situation, a hundred entries a page: questions, reports, sources, actors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from trendechos.presentation.views import chips
from trendechos.presentation.views.keys import actor_key, headline, key, listed_actors
from trendechos.presentation.views.sheet import Scene
from trendechos.presentation.views.situation import days
from trendechos.presentation.wording import dates, figures
from trendechos.presentation.wording.inert import inert
from trendechos.presentation.wording.parts import flat
from trendechos.records.codec import Json

PAGE = 100


@dataclass(frozen=True, slots=True)
class _List:
    """One list: its heads, which columns are figures, what they mean, and what stands when it is empty."""

    name: str
    heading: str
    head: tuple[str, ...]
    numbers: tuple[int, ...]
    means: str
    none: str


_LISTS = (
    _List(
        "questions", "Questions", ("Question", "Pages", "Origins", "Voices", "Against", "Independence"),
        (1, 2, 3, 4),
        "Voices are parties; “against” counts origins against it, in doubt, or without an answer.",
        "No question: no two statements here speak to one thing.",
    ),
    _List(
        "reports", "Pages held", ("Page", "Outlet", "Published", "Claims"), (3,),
        "Latest first, undated last.", "No page is held.",
    ),
    _List(
        "sources", "Sources", ("Outlet", "Pages", "Claims", "Original", "Credits"), (1, 2, 3),
        "Original: the share of claims that stand on no earlier page that we hold.", "No outlet is named.",
    ),
    _List(
        "actors", "Actors", ("Actor", "Said to act", "Speaks"), (1, 2),
        "Counted by origins, not by pages.", "No actor is named.",
    ),
)  # fmt: skip


def documents(scene: Scene) -> Iterator[tuple[str, str, Json]]:
    """Every page of every list, as ("list", "name-number", document)."""
    made = {"questions": _questions, "reports": _reports, "sources": _sources, "actors": _actors}
    for one in _LISTS:
        yield from _paged(scene, one, made[one.name](scene))


def _paged(scene: Scene, one: _List, entries: list[Json]) -> Iterator[tuple[str, str, Json]]:
    total = max(1, -(-len(entries) // PAGE))
    for number in range(1, total + 1):
        some = entries[(number - 1) * PAGE : number * PAGE]
        document = {
            "kind": "list",
            "name": one.name,
            "title": one.heading,
            **days(scene),
            "head": list(one.head),
            "numbers": list(one.numbers),
            "means": one.means,
            "none": one.none,
            "entries": some,
            "count": len(entries),
            "page": number,
            "pages": total,
        }
        yield "list", f"{one.name}-{number}", document


def _entry(to: str, *cells: str) -> Json:
    return {"to": to, "cells": [inert(cell) for cell in cells]}


def _questions(scene: Scene) -> list[Json]:
    return [
        _entry(
            f"q/{one.proposition_id}",
            flat(one.text, 240),
            f"{one.pages_count:,}",
            f"{one.origins_count:,}",
            f"{one.voices_count:,}",
            f"{one.against_count:,}",
            chips.INDEPENDENCE[one.independence].removeprefix("independence "),
        )
        for one in scene.situation.propositions
    ]


def _reports(scene: Scene) -> list[Json]:
    many: dict[str, int] = {}
    for claim in scene.index.evidence.claims.values():
        many[claim.report_id] = many.get(claim.report_id, 0) + 1
    reports = sorted(
        scene.index.evidence.reports.values(),
        key=lambda one: (one.published.value if one.published else "", one.report_id),
        reverse=True,
    )
    return [
        _entry(
            f"reports/{key(one.report_id)}",
            headline(one),
            flat(one.outlet or "not named"),
            dates.day(one.published.value) if one.published else "undated",
            f"{many.get(one.report_id, 0):,}",
        )
        for one in reports
    ]


def _sources(scene: Scene) -> list[Json]:
    return [
        _entry(
            f"sources/{key(one.outlet)}",
            flat(one.outlet) or "not named",
            f"{one.reports:,}",
            f"{one.claims:,}",
            figures.share(one.original_share) if one.claims else "no claims",
            flat(", ".join(one.credits)) or "none",
        )
        for one in scene.situation.sources
    ]


def _actors(scene: Scene) -> list[Json]:
    return [
        _entry(
            f"actors/{actor_key(one)}", flat(one.name), f"{one.origins_count:,}", f"{len(scene.said_by(one)):,}"
        )
        for one in listed_actors(scene.situation.actors)
    ]
