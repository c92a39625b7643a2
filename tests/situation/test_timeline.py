from __future__ import annotations

from typing import Any

from tests.build import claim, day, event, origin, place, report, speaker

from trendechos.records import Claim, Moment, TimelineEntry
from trendechos.situation.surroundings import Surroundings
from trendechos.situation.timeline import timeline

FRANCE = speaker("Claire Dumas", "FRA")
ISRAEL = speaker("Noa Levi", "ISR")
HOMS = place("Homs", "town", "SYR")
CLASH: dict[str, Any] = {"type": "combat", "event": event("ASSAULT", "SYRMIL", "TURMIL"), "places": (HOMS,)}


def lanes(*claims: Claim) -> dict[str, list[TimelineEntry]]:
    found = timeline(Surroundings({one.claim_id: one for one in claims}, [origin(one) for one in claims]))
    return {lane: [entry for entry in found if entry.lane == lane] for lane in ("event", "statement")}


def clash(text: str, by: Any, when: Moment | None, **fields: Any) -> Claim:
    return claim(text, by, report(text, "2025-03-09"), happened_when=when, **(CLASH | fields))


def test_one_event_told_by_two_is_one_entry_with_both_origins() -> None:
    found = lanes(
        clash("they fought", FRANCE, day("2025-03-07")), clash("a clash broke out", ISRAEL, day("2025-03-07"))
    )
    assert [len(entry.origins) for entry in found["event"]] == [2]
    assert len(found["statement"]) == 2


def test_what_says_too_little_to_be_told_is_left_out() -> None:
    said: dict[str, Any] = {"type": "statement", "event": None}
    found = lanes(
        clash("stressed that", FRANCE, None, **said),
        clash("if they are there", FRANCE, None, **said),
        clash("the town is calm", FRANCE, None, **said),
    )
    assert [entry.text for entry in found["statement"]] == [
        entry.text for entry in lanes(clash("the town is calm", FRANCE, None, **said))["statement"]
    ]


def test_a_coarse_date_joins_the_one_event_that_falls_in_it() -> None:
    fine, coarse = day("2025-03-07"), Moment("2025-03", "month")
    found = lanes(clash("they fought", FRANCE, fine), clash("there was fighting", ISRAEL, coarse))
    assert [entry.when for entry in found["event"]] == [fine]


def test_a_coarse_date_that_could_be_either_of_two_stands_alone() -> None:
    found = lanes(
        clash("they fought", FRANCE, day("2025-03-05")),
        clash("they fought again", FRANCE, day("2025-03-07")),
        clash("there was fighting", ISRAEL, Moment("2025-03", "month")),
    )
    assert [entry.when.value for entry in found["event"]] == ["2025-03", "2025-03-05", "2025-03-07"]


def test_what_is_to_come_denied_or_undated_is_no_event() -> None:
    found = lanes(
        clash("they will fight", FRANCE, day("2025-04-01"), certainty="conditional_or_future"),
        clash("they did not fight", ISRAEL, day("2025-03-07"), polarity="denied", type="denial"),
        clash("they fought some day", FRANCE, None),
        clash("they fought on a day that is none", ISRAEL, Moment("2025-02-31", "day")),
    )
    assert found["event"] == []
