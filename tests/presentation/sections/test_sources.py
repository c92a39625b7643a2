"""Outlets, and which page repeats which."""

from __future__ import annotations

from tests.build import claim, evidence, origin, report, speaker

from trendechos.presentation.index import Index
from trendechos.presentation.sections import sources
from trendechos.records import Copy
from trendechos.situation import assess

TEXT = "The bridge at Thika is closed"
ADA = speaker("Ada Ray", "KEN")
FIRST = report(TEXT + ", Ada Ray said.", "2025-01-01", outlet="AFP", report_id="first")
LATER = report(TEXT + " now.", "2025-01-02", outlet="Herald", report_id="later")
CLAIMS = (
    claim(TEXT, ADA, FIRST),
    claim(TEXT, ADA, LATER, chain=(speaker("Agence France-Presse", kind="outlet"),)),
)


def rows(*copies: Copy) -> dict[str, list[tuple[str, ...]]]:
    held = evidence((FIRST, LATER), CLAIMS, origin(*CLAIMS), copies=copies)
    section = sources.build(Index(assess(held), held))
    return {table.caption: [row.cells for row in table.rows] for table in section.tables}


def test_an_outlet_credits_others_by_their_names_and_never_itself() -> None:
    assert [(cells[0], cells[-1]) for cells in rows()["Outlets"]] == [
        ("AFP", "none"),
        ("Herald", "Agence France-Presse"),
    ]


def test_a_page_that_repeats_another_is_named_with_it_once_by_the_most_it_shares() -> None:
    excerpt = Copy("later", "gone", 0.2, "excerpt", ((0, 5),), ((0, 5),))
    copy = Copy("later", "first", 0.9, "copy", ((0, 10),), ((0, 10),))
    found = rows(excerpt, copy)["Pages that repeat an earlier page"]
    assert found == [("Herald, 2 January 2025", "AFP, 1 January 2025", "word for word", "90%")]
    assert "Pages that repeat an earlier page" not in rows()
