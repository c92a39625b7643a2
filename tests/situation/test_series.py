from __future__ import annotations

from typing import Any

from tests.build import claim, event, number, origin, place, report, speaker

from trendechos.records import Drift, Series, Speaker
from trendechos.situation import pose
from trendechos.situation.series import series

FRANCE = speaker("Claire Dumas", "FRA")
ISRAEL = speaker("Noa Levi", "ISR")


def drawn(*values: tuple[Speaker, str, float | None, float | None, str], mistold: bool = False) -> Series:
    """The series of the values; with `mistold` the last is what one page made of the first."""
    claims = [
        claim(
            f"{low or high} soldiers", by, report(f"{low or high} soldiers ({on})", on), type="deployment",
            event=event("MOBILIZE", "IRNMIL"), places=(place("Tartus", "town", "SYR"),),
            quantities=(number(low, high, counts="troops", scope="Tartus", qualifier=qualifier),),
        )
        for by, on, low, high, qualifier in values
    ]  # fmt: skip
    drift = (Drift(claims[-1].claim_id, "number changed", "another figure"),) if mistold else ()
    origins = [origin(claims[0], drift=drift), *map(origin, claims[1:])]
    posed = pose(origins, {one.claim_id: one for one in claims})
    (found,) = [one for each in posed if (one := series(each, origins))]
    return found


def test_points_stand_in_order_of_time_and_revisions_are_joined() -> None:
    found = drawn(
        (FRANCE, "2025-03-08", 2500, 2500, "none"),
        (FRANCE, "2025-03-01", 2000, 2000, "none"),
        (ISRAEL, "2025-03-02", 2000, None, "at_least"),
    )
    assert [(point.said_on, point.low) for point in found.points] == [
        ("2025-03-01", 2000), ("2025-03-02", 2000), ("2025-03-08", 2500),
    ]  # fmt: skip
    assert [bool(point.revises) for point in found.points] == [False, False, True]
    assert found.points[2].revises == found.points[0].origin_id
    assert found.measure == "Iranian troops in Tartus"


def test_a_figure_that_one_page_tells_against_the_speakers_own_revises_nothing() -> None:
    values = (FRANCE, "2025-03-01", 2000, 2000, "none"), (FRANCE, "2025-03-02", 5000, 5000, "none")
    for mistold in (False, True):
        found = drawn(*values, mistold=mistold)
        assert [bool(point.revises) for point in found.points] == [False, not mistold]


def test_values_that_cannot_both_be_right_within_a_week_are_contested() -> None:
    found = drawn((FRANCE, "2025-03-01", 5000, 5000, "none"), (ISRAEL, "2025-03-04", 900, 900, "none"))
    assert found.contested == (("2025-03-01", "2025-03-04"),)


def test_compatible_values_distant_values_and_revisions_are_not_contested() -> None:
    assert not drawn(
        (FRANCE, "2025-03-01", 5000, 5000, "none"), (ISRAEL, "2025-03-04", 4000, None, "at_least")
    ).contested
    assert not drawn(
        (FRANCE, "2025-03-01", 5000, 5000, "none"), (ISRAEL, "2025-04-04", 900, 900, "none")
    ).contested
    assert not drawn(
        (FRANCE, "2025-03-01", 5000, 5000, "none"), (FRANCE, "2025-03-04", 900, 900, "none")
    ).contested


def test_a_ministry_and_its_minister_keep_one_count() -> None:
    ministry = speaker("French Ministry of Defence", "FRA", "organisation")
    found = drawn((ministry, "2025-03-01", 2000, 2000, "none"), (FRANCE, "2025-03-04", 2500, 2500, "none"))
    assert found.points[1].revises == found.points[0].origin_id


def test_nought_and_ten_billion_are_shown_as_what_they_are() -> None:
    found = drawn((FRANCE, "2025-03-01", 0, 0, "none"), (ISRAEL, "2025-03-02", 1e10, 1e10, "none"))
    assert [point.low for point in found.points] == [0, 1e10]
    assert found.contested


def test_a_copy_is_counted_and_not_plotted() -> None:
    fields: dict[str, Any] = {
        "type": "deployment", "event": event("MOBILIZE", "IRNMIL"), "places": (place("Tartus", "town", "SYR"),),
        "quantities": (number(2000, 2000, counts="troops", scope="Tartus"),),
    }  # fmt: skip
    first = claim("2,000 soldiers", FRANCE, report("2,000 soldiers"), **fields)
    copy = claim("2,000 soldiers", FRANCE, report("2,000 soldiers, again"), **fields)
    whole = origin(first, copy)
    posed = pose([whole], {one.claim_id: one for one in (first, copy)})
    (found,) = [one for each in posed if (one := series(each, [whole]))]
    assert (len(found.points), found.echoes_count, found.points[0].pages_count) == (1, 1, 2)
