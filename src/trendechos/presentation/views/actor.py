"""The page of an actor: what it said, what it is said to have done, over time."""

from __future__ import annotations

from collections.abc import Iterable

from trendechos.presentation.drawing.days import lanes
from trendechos.presentation.sections import common
from trendechos.presentation.views.keys import actor_key
from trendechos.presentation.views.sheet import Scene, Sheet
from trendechos.presentation.views.situation import days
from trendechos.presentation.wording.dates import known_day
from trendechos.presentation.wording.inert import inert
from trendechos.presentation.wording.parts import flat, note, plain
from trendechos.records import Act, Moment, Origin, Row, Section, SituationActor, TimelineEntry
from trendechos.records.codec import Json

SHOWN = 60
_SAID = ("When", "What was said", "Who", "Basis", "Pages")
_DONE = ("When", "What", "Kind", "To whom", "Who says so", "Pages")


def document(scene: Scene, actor: SituationActor) -> Json:
    """Everything that the page of one actor shows."""
    index = scene.index
    spoken = scene.said_by(actor)
    said = sorted(spoken, key=_when)[-SHOWN:]
    acts = [(act, origin) for act in actor.acts for origin in index.known(act.origins)]
    acts.sort(key=lambda pair: _when(pair[1]))
    sections = (_said(scene, said), _done(scene, acts[-SHOWN:]))
    sheet = Sheet.of(index, sections)
    entries = [*_entries(said, "statement"), *_entries((origin for _, origin in acts), "event")]
    return {
        "kind": "actor",
        "key": actor_key(actor),
        "title": inert(flat(actor.name)),
        **days(scene),
        "code": actor.code or "",
        "party": inert(index.party(actor.party) or ""),
        "acts_count": actor.origins_count,
        "spoken_count": len(spoken),
        "sections": sheet.sections(),
        "lanes": [
            str(lanes(entries, width, f"lan-{name}", index.year))
            for width, name in ((760.0, "w"), (340.0, "n"))
        ]
        if entries
        else [],
        "evidence": sheet.evidence(),
    }


def _when(origin: Origin) -> tuple[str, str]:
    return (origin.said_when.first if origin.said_when else "", origin.origin_id)


def _entries(origins: Iterable[Origin], lane: str) -> list[TimelineEntry]:
    return [
        TimelineEntry(
            Moment(day, "day"), "event" if lane == "event" else "statement", "", "other", (origin.origin_id,)
        )
        for origin in origins
        if origin.said_when and (day := origin.said_when.day) and known_day(day)
    ]


def _said(scene: Scene, origins: list[Origin]) -> Section:
    index = scene.index
    rows = [
        Row(
            (
                index.day(one),
                index.answer(one).text,
                plain(index.who(one)),
                common.basis(index, one),
                index.pages_count(one),
            ),
            index.cites(one),
        )
        for one in origins
        if index.cites(one)
    ]
    if not rows:
        return Section("said", "What it said", (note("No page that we hold has a statement of this actor."),))
    tables = common.table(_SAID, rows, caption="What it said", words=(1,), latest=True)
    return Section("said", "What it said", (), tables)


def _done(scene: Scene, acts: list[tuple[Act, Origin]]) -> Section:
    index = scene.index
    rows = [
        Row(
            (
                index.day(origin),
                index.answer(origin).text,
                act.type,
                flat(act.recipient or "–"),
                plain(index.who(origin)),
                index.pages_count(origin),
            ),
            index.cites(origin),
        )
        for act, origin in acts
    ]
    if not rows:
        return Section(
            "done", "What it is said to have done", (note("No page that we hold says that it did something."),)
        )
    tables = common.table(_DONE, rows, caption="What it is said to have done", words=(1,), latest=True)
    return Section("done", "What it is said to have done", (), tables)
