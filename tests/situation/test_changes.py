from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.build import claim, day, event, evidence, number, origin, place, report, speaker

from trendechos.records import Claim, Difference, Removed, Report
from trendechos.situation import assess, pose

FRANCE = speaker("Claire Dumas", "FRA")
HOMS = place("Homs", "town", "SYR")


def changed(
    *said: tuple[str, str, dict[str, Any]],
    since: str | None,
    as_of: str | None = None,
    **beside: Any,
) -> tuple[Difference, ...]:
    pages: list[Report] = []
    claims: list[Claim] = []
    for text, on, fields in said:
        page = report(f"{text} ({on})", on, outlet=f"Paper of {on}")
        pages.append(page)
        claims.append(claim(text, FRANCE, page, **fields))
    origins = [origin(one) for one in claims]
    posed = pose(origins, {one.claim_id: one for one in claims})
    held = evidence(tuple(pages), tuple(claims), *origins, propositions=posed, **beside)
    return assess(held, as_of=as_of, since=since).changes


def troops(count: float) -> dict[str, Any]:
    return {
        "type": "deployment", "event": event("MOBILIZE", "TURMIL"), "places": (HOMS,),
        "quantities": (number(count, count, counts="troops", scope="Homs"),),
    }  # fmt: skip


def kinds(found: tuple[Difference, ...]) -> list[str]:
    return [one.kind for one in found]


def test_without_a_day_nothing_is_new() -> None:
    assert changed(("it is so", "2025-03-01", {}), since=None) == ()


@pytest.mark.parametrize(
    ("on", "found"), [("2025-03-01", []), ("2025-03-02", ["new_origin"]), ("2025-03-03", ["new_origin"])]
)
def test_an_origin_first_held_on_or_after_the_day_is_new(on: str, found: list[str]) -> None:
    assert kinds(changed(("it is so", on, {}), since="2025-03-02")) == found


def test_a_number_that_its_speaker_moved() -> None:
    found = changed(
        ("100 men", "2025-03-01", troops(100)), ("300 men", "2025-03-05", troops(300)), since="2025-03-03"
    )
    assert kinds(found) == ["new_origin", "number_moved"]
    assert found[1].text == "Turkish troops in Homs: Claire Dumas, from 100 to 300"


def test_a_stance_that_turned() -> None:
    no = {"type": "denial", "polarity": "denied", "event": event("MOBILIZE", "TURMIL"), "places": (HOMS,)}
    yes = {"type": "deployment", "event": event("MOBILIZE", "TURMIL"), "places": (HOMS,)}
    found = changed(
        ("they are not there", "2025-03-01", no), ("they are there", "2025-03-05", yes), since="2025-03-03"
    )
    assert "stance_reversed" in kinds(found)


def test_a_prediction_whose_day_has_come() -> None:
    ahead = {"type": "prediction", "status": "predicted", "happened_when": day("2025-03-04")}
    said = ("it will be over", "2025-03-01", ahead)
    assert kinds(changed(said, since="2025-03-03", as_of="2025-03-05")) == ["prediction_due"]
    assert kinds(changed(said, since="2025-03-03", as_of="2025-03-03")) == []


LATER = report("it is so, 300 say", "2025-03-01", report_id="r", outlet="Post", retrieved=day("2025-03-05"))
FIRST = replace(LATER, version_id="first", text="it is so, 500 say", retrieved=day("2025-03-01"))


@pytest.mark.parametrize(("since", "found"), [
    ("2025-03-03", ["A later version of a page of Post (no longer: 500; new: 300)"]),
    ("2025-03-06", []),
])  # fmt: skip
def test_a_page_in_a_later_version_and_the_numbers_that_went(since: str, found: list[str]) -> None:
    carried = claim("it is so", FRANCE, LATER)
    held = evidence((LATER,), (carried,), origin(carried), earlier=(FIRST,))
    news = assess(held, since=since).changes
    assert [one.text for one in news if one.kind == "corrected"] == found


@pytest.mark.parametrize(("gone", "since", "found"), [
    (Removed("r", "2025-03-07"), "2025-03-06", ["A page of Post is gone; what it said stays held"]),
    (Removed("r", "2025-03-07", "2025-03-09"), "2025-03-06",
     ["A page of Post is gone; back on 2025-03-09; what it said stays held"]),
    (Removed("r", "2025-03-05"), "2025-03-06", []),
])  # fmt: skip
def test_a_page_that_is_gone(gone: Removed, since: str, found: list[str]) -> None:
    carried = claim("it is so", FRANCE, LATER)
    held = evidence((LATER,), (carried,), origin(carried), removed=(gone,))
    assert [one.text for one in assess(held, since=since).changes if one.kind == "removed"] == found


def test_a_repetition_of_something_old_is_named_as_old() -> None:
    old, new = report("it is so (1)", "2025-03-01"), report("it is so (5)", "2025-03-05")
    claims = (claim("it is so", FRANCE, old), claim("it is so", FRANCE, new))
    found = assess(evidence((old, new), claims, origin(*claims)), since="2025-03-03").changes
    assert kinds(found) == ["echo_of_old"]


@pytest.mark.parametrize(("other", "moved"), [(900, False), (901, True)])
def test_a_figure_that_another_gave_before_moves_nothing_on_one_page_alone(other: int, moved: bool) -> None:
    held = [("412 soldiers stood in Homs", "2025-03-01", FRANCE, 412)]
    held += [("a list has more names", "2025-03-02", speaker("Ali Nasser", "SYR"), other)]
    held += [("900 soldiers stood in Homs", "2025-03-05", FRANCE, 900)]
    pages = tuple(report(f"{text} ({on})", on) for text, on, *_ in held)
    claims = tuple(
        claim(text, who, page, **troops(count)) for (text, _, who, count), page in zip(held, pages, strict=True)
    )
    origins = [origin(one) for one in claims]
    posed = pose(origins, {one.claim_id: one for one in claims})
    found = assess(evidence(pages, claims, *origins, propositions=posed), since="2025-03-04").changes
    assert any(one.kind == "number_moved" for one in found) is moved
