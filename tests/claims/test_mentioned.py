"""The mentions of a report by where they stand, and how far back they are sought."""

from __future__ import annotations

from trendechos.claims.mentioned import MOST_BACK, Mentioned
from trendechos.records import Mention, Span


def _mentions(many: int) -> Mentioned:
    """So many persons of ten letters each in the text, and one in the title."""
    title = Mention("Osei", "Osei", "person", Span(0, 4, "title"))
    return Mentioned(
        [
            title,
            *(Mention(f"Name{at}", f"Name{at}", "person", Span(at * 10, at * 10 + 8)) for at in range(many)),
        ]
    )


def test_mentions_are_found_by_position_in_their_field() -> None:
    some = _mentions(9)
    assert [one.name for one in some.before("text", 40, since=15)] == ["Name2", "Name3"]
    assert [one.name for one in some.before("title", 99)] == ["Osei"]
    found = some.at(Span(15, 25), Span(20, 24))
    assert found is not None
    assert found.name == "Name2"
    assert some.at(Span(15, 25), Span(18, 20)) is None


def test_a_page_as_long_as_a_book_is_not_searched_to_its_beginning() -> None:
    some = _mentions(3 * MOST_BACK).before("text", 20 * MOST_BACK)
    assert (len(some), some[0].name) == (MOST_BACK, f"Name{MOST_BACK}")
