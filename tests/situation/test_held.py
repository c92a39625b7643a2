from __future__ import annotations

import pytest
from tests.build import day, report

from trendechos.records import Moment, Report
from trendechos.situation import held

MONTH = Moment("2024-11", "month")


@pytest.mark.parametrize(
    ("published", "retrieved", "kept"),
    [
        (day("2024-11-05"), None, True),
        (day("2024-11-06"), None, False),
        (day("2025-11-05"), day("2024-11-01"), False),  # a page dated next year, whatever the clock said
        (None, None, False),
        (MONTH, None, False),
        (None, day("2024-11-05"), True),  # shown to exist by having been fetched
        (None, day("2024-11-06"), False),
        (MONTH, day("2024-11-05"), True),
        (day("2024-11-05"), day("2026-01-01"), True),
        (Moment("2024-11-05T23:59:00Z", "minute"), None, True),
        (Moment("2024-02-31", "day"), None, False),  # no calendar day
    ],
)
def test_as_of_a_day_only_pages_shown_to_exist_by_then(
    published: Moment | None, retrieved: Moment | None, kept: bool
) -> None:
    page = Report("r", "v", "text", published=published, retrieved=retrieved)
    found = held([page], "2024-11-05")
    assert bool(found.reports) is kept
    assert len(found.reports) + found.left_out_undated + found.left_out_later == 1


def test_without_a_day_everything_is_in_and_the_latest_day_counts() -> None:
    pages = [report("a", "2024-11-04"), report("b", None), report("c", "2024-11-06")]
    found = held(pages, None)
    assert found.as_of == "2024-11-06"
    assert found.reports == tuple(pages)
    assert found.undated == {pages[1].report_id}
    assert (found.left_out_undated, found.left_out_later) == (0, 0)


def test_what_is_left_out_is_counted_by_reason() -> None:
    pages = [report("a", "2024-11-04"), report("b", None), report("c", "2024-11-06"), report("d", "2024-11-07")]
    found = held(pages, "2024-11-05")
    assert (found.left_out_undated, found.left_out_later) == (1, 2)


def test_no_report_at_all_has_no_day() -> None:
    assert held([], None).as_of is None


def test_of_a_page_in_versions_only_those_seen_by_then_count() -> None:
    first = report("11,000 men", "2024-11-04", report_id="r", retrieved=day("2024-11-04"))
    second = report("10,000 men", "2024-11-04", report_id="r", retrieved=day("2024-11-20"))
    assert held([second, first], "2024-11-05").reports == (first,)
    assert held([second, first], "2024-11-05").left_out_later == 1
    assert held([first, second], "2024-11-20").reports == (first, second)


def test_a_page_fetched_only_later_is_shown_by_its_first_version() -> None:
    first = report("11,000 men", "2024-11-04", report_id="r", retrieved=day("2025-02-01"))
    second = report("10,000 men", "2024-11-04", report_id="r", retrieved=day("2025-03-01"))
    assert held([second, first], "2024-11-05").reports == (first,)
