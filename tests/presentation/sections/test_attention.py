"""Attention and evidence are told apart, by day and by question."""

from __future__ import annotations

from dataclasses import replace

from tests.presentation import scene

from trendechos.presentation.index import Index
from trendechos.presentation.sections import attention
from trendechos.records import Attention, Burst, Section

DAYS = (Attention("2024-11-03", 2, 0, 5), Attention("2024-11-04", 9, 12, 0), Attention("9999-99-99", 1, 1, 1))


def built(bursts: tuple[Burst, ...] = (), pages: int = 0) -> Section:
    situation = replace(scene.situation(), attention=DAYS, bursts=bursts)
    asked = tuple(
        replace(one, pages_count=pages, origins_count=1) if pages else one for one in situation.propositions
    )
    return attention.build(Index(replace(situation, propositions=asked), scene.evidence()))


def test_the_loudest_day_and_the_newest_are_named() -> None:
    section = built()
    assert section.sentences[0].text == (
        "Pages and repeated claims are attention; new origins are evidence."
        " Most pages are of 4 November (nine pages); most that is new is of 3 November (five new origins)."
    )
    assert [row.cells for row in section.tables[0].rows] == [
        ("3 November", "2", "0", "5"),
        ("4 November", "9", "12", "0"),
    ]


def test_what_is_loud_but_not_new_is_said() -> None:
    loud = Burst("attention", "2024-11-04", "2024-11-04", 3.0, "loud but nothing new")
    assert "More pages than usual: 4 November (loud but nothing new)." in [
        one.text for one in built((loud,)).sentences
    ]


def test_questions_that_rest_on_little_are_named_once() -> None:
    wide = [one for one in built(pages=7).sentences if one.text.startswith("Wide on little")]
    assert wide
    assert all(one.claim_ids for one in wide)
    assert "seven pages from one origin" in wide[0].text
    assert not [one for one in built(pages=2).sentences if one.text.startswith("Wide")]


def test_one_day_has_no_course() -> None:
    situation = replace(scene.situation(), attention=DAYS[:1])
    section = attention.build(Index(situation, scene.evidence()))
    assert section.figure is None
    assert not section.tables
