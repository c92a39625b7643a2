"""One toll told of a town, its province and its country, and with or without its cause."""

from __future__ import annotations

from typing import Any

from tests.build import claim, day, event, number, origin, place, report, speaker

from trendechos.records import Claim, Proposition, Quantity
from trendechos.situation.propositions import pose

TOWN = place("Ternopil", "town", "UKR", "UA-61")
PROVINCE = place("Ternopil Oblast", "province", "UKR", "UA-61")
COUNTRY = place("Ukraine", "country", "UKR")
RESCUE, DOCTORS = speaker("Rescue Service", "UKR", "organisation"), speaker("Oksana Hnat", None)
RED_CROSS = speaker("Red Cross", "ICRC", "organisation")


def toll(text: str, many: float, by: Any, at: Any, **fields: Any) -> Claim:
    on = fields.pop("on", "2025-05-01")
    extra = {key: fields.pop(key) for key in ("unit", "scope", "window") if key in fields}
    count: Quantity = number(many, many, counts="killed", scope=at.name, **({"unit": "people"} | extra))
    fields = {"type": "casualties", "event": event("ASSAULT"), "places": (at,), "quantities": (count,)} | fields
    return claim(text, by, report(text, on), **fields)


def tolls(*claims: Claim) -> dict[str, list[float | None]]:
    posed: tuple[Proposition, ...] = pose(
        [origin(one) for one in claims], {one.claim_id: one for one in claims}
    )
    return {one.text: sorted(each.low or 0 for each in one.stances) for one in posed if one.counts == "killed"}


def test_the_same_figure_of_a_town_and_its_country_is_one_toll() -> None:
    found = tolls(
        toll("34 people died in Ternopil", 34, RESCUE, TOWN),
        toll("31 people died in Ternopil", 31, DOCTORS, TOWN),
        toll("some 31 people died in Ternopil", 31, DOCTORS, TOWN, on="2025-05-02"),
        toll("34 people died in Ukraine", 34, RED_CROSS, COUNTRY),
        toll("90 people died in Ukraine", 90, RED_CROSS, COUNTRY, on="2025-05-02"),
    )
    assert found == {
        "How many people were killed in Ternopil": [31, 31, 34, 34],
        "How many people were killed in Ukraine": [90],
    }


def test_most_pages_naming_one_cause_make_it_everybodys() -> None:
    texts = ("cholera killed nine people in Ternopil", "eleven people died of cholera in Ternopil")
    found = tolls(toll(texts[0], 9, RESCUE, TOWN), toll(texts[1], 11, DOCTORS, TOWN))
    assert found == {"How many people were killed in Ternopil": [9, 11]}


def test_a_cause_that_few_pages_name_stands_apart() -> None:
    found = tolls(
        toll("the flood killed nine people in Ternopil", 9, RESCUE, TOWN),
        toll("the flood killed ten people in Ternopil", 10, DOCTORS, TOWN),
        toll("cholera killed eight people in Ternopil", 8, RED_CROSS, TOWN),
    )
    assert found == {
        "How many people were killed in Ternopil": [9, 10],
        "How many people were killed by cholera in Ternopil": [8],
    }


def test_tolls_of_days_that_do_not_follow_each_other_are_two_questions() -> None:
    found = tolls(
        toll("nine people were killed in Ternopil on Monday", 9, RESCUE, TOWN, happened_when=day("2025-05-05")),
        toll(
            "ten people were killed in Ternopil on Thursday", 10, RESCUE, TOWN, happened_when=day("2025-05-08")
        ),
    )
    asked = "How many people were killed in Ternopil on {} May 2025"
    assert found == {asked.format(5): [9], asked.format(8): [10]}


def test_so_many_so_far_is_the_toll_and_that_of_a_war_is_not() -> None:
    found = tolls(
        toll("40 people died in Ternopil", 40, RESCUE, TOWN),
        toll("so far 31 people died in Ternopil", 31, DOCTORS, TOWN, window="cumulative"),
        toll("60,000 people have died in Ternopil", 60_000, RED_CROSS, TOWN, window="cumulative"),
    )
    assert found == {
        "How many people were killed in Ternopil": [31, 40],
        "How many people were killed in Ternopil, in all": [60_000],
    }
