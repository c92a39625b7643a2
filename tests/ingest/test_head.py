import pytest

from trendechos.ingest import files
from trendechos.ingest.head import read
from trendechos.records import Gap, Report

PROSE = "The bridge at Ozerne fell on Monday, and nobody was hurt, the mayor of the town said."


@pytest.mark.parametrize(("lines", "title", "byline", "published", "ambiguous"), [
    (["Bridge falls", "By Ada Byron", "4 November 2024"], "Bridge falls", "Ada Byron", "4 November 2024", None),
    (["Bridge falls", "Ada Byron", "11/10/20244 min read"], "Bridge falls", "Ada Byron", None, "11/10/2024"),
    (["Bridge falls", "23/10/2024"], "Bridge falls", None, "2024-10-23", None),
    (["Bridge falls", "10/23/2024"], "Bridge falls", None, "2024-10-23", None),
    (["Bridge falls", "11/11/2024"], "Bridge falls", None, "2024-11-11", None),
    (["# Bridge falls"], "Bridge falls", None, None, None),
    (["By Ada Byron", "2024-11-04"], None, "Ada Byron", "2024-11-04", None),
    ([], None, None, None, None),
    (["A sentence ends with a stop."], None, None, None, None),
])  # fmt: skip
def test_the_first_lines_say_what_the_page_is(
    lines: list[str], title: str | None, byline: str | None, published: str | None, ambiguous: str | None
) -> None:
    head = read("\n".join([*lines, "", PROSE]))
    assert (head.title, head.byline, head.published, head.ambiguous) == (title, byline, published, ambiguous)


def test_a_list_of_names_is_no_headline() -> None:
    assert read("Ada Byron\nMary Shelley\nJane Austen").title is None


def test_a_date_readable_two_ways_leaves_the_page_undated_and_says_so() -> None:
    found = list(files.parse(f"Bridge falls\n11/10/2024\n\n{PROSE}".encode(), "bridge.txt"))
    (gap,) = [one for one in found if isinstance(one, Gap)]
    (report,) = [one for one in found if isinstance(one, Report)]
    assert "11/10/2024" in gap.detail
    assert (report.published, report.title) == (None, "Bridge falls")
