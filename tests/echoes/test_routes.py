"""How a statement came to each page, as far as the pages show it."""

from tests.build import speaker
from tests.echoes.scene import MINISTER, held, origins, said

from trendechos.echoes import routes
from trendechos.records import Copy, Edge

TEXT = "Floods displaced thousands of people in the north of the country"
WIRE = speaker("Wire", None, "outlet")
FIRST = said(TEXT, page="Wire", published="2024-05-06", id="a")


def edges(*pages: tuple, copies: tuple[Copy, ...] = ()) -> list[tuple[str, str | None, str]]:
    claims, reports = held(*pages)
    (origin,) = origins(*pages)
    return [(one.to_report, one.from_report, one.kind) for one in routes(origin, claims, reports, copies)]


def test_a_page_that_credits_another_has_it_from_there() -> None:
    told = said("Thousands fled the floods in the north", page="Daily", id="b", chain=(WIRE,))
    assert edges(FIRST, told) == [("a", None, "unknown"), ("b", "a", "credit")]


def test_a_page_that_shares_the_words_has_them_from_the_earlier_page() -> None:
    assert edges(FIRST, said(TEXT, page="Daily", id="b")) == [
        ("a", None, "unknown"),
        ("b", "a", "shared_wording"),
    ]


def test_other_words_without_a_credit_leave_the_route_unknown() -> None:
    told = said("Thousands fled the floods in the north", page="Daily", id="b")
    assert edges(FIRST, told) == [("a", None, "unknown"), ("b", None, "unknown")]


def test_a_passage_that_is_a_copy_counts_as_shared_wording() -> None:
    told = said("Thousands fled the floods in the north", page="Daily", id="b")
    copy = Copy("b", "a", 0.8, "reworded", ((0, 20),), ((0, 20),))
    assert edges(FIRST, told, copies=(copy,))[1] == ("b", "a", "shared_wording")


def test_what_is_retold_shares_no_wording() -> None:
    told = said("Thousands fled the floods in the north", page="Daily", id="b")
    copy = Copy("b", "a", 0.8, "retold", ((0, 20),), ((0, 20),))
    assert edges(FIRST, told, copies=(copy,))[1] == ("b", None, "unknown")


def test_a_credited_source_that_is_not_held_is_named() -> None:
    told = said(
        TEXT.replace("Floods", "Waters"),
        MINISTER,
        page="Post",
        id="b",
        chain=(speaker("Radio", None, "outlet"),),
    )
    claims, reports = held(told)
    (origin,) = origins(told)
    (edge,) = routes(origin, claims, reports)
    assert edge == Edge("b", None, "credit", "credits Radio, of which we hold no earlier page")
