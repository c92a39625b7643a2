from itertools import permutations

from tests.build import day, report

from trendechos.flow.versions import latest

EARLY = report("One bridge fell.", "2024-11-01", report_id="a", url="https://example.org/bridge")
LATE = report("Two bridges fell.", "2024-11-02", report_id="a", url="https://example.org/bridge")
MOVED = report("Two bridges fell, one stands.", "2024-11-02", report_id="b", url="https://example.org/bridge",
               retrieved=day("2024-11-03"))  # fmt: skip
OTHER = report("One bridge fell.", "2024-11-01", report_id="c")


def test_a_later_text_replaces_the_earlier_in_any_order() -> None:
    for some in permutations([EARLY, LATE, OTHER]):
        assert latest(some) == (LATE, OTHER)


def test_one_address_is_one_page_whatever_its_ids() -> None:
    for some in permutations([EARLY, LATE, MOVED, OTHER]):
        assert latest(some) == (MOVED, OTHER)


def test_an_exact_copy_elsewhere_is_a_page_of_its_own() -> None:
    assert latest([EARLY, OTHER]) == (EARLY, OTHER)
