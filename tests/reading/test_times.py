"""Time expressions and the moments that they mean, from the day of the report."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading.sentences import parsed

from trendechos.reading import times
from trendechos.reading.time_calendar import weekday
from trendechos.records import Span


def find(*texts: str, published: str | None = "2024-11-05") -> list[tuple[str, str | None]]:
    report, sentences = parsed(*texts, published=published)
    return [(one.text, one.moment.value if one.moment else None) for one in times.find(report, sentences)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It happened on 4 March 2023.", "4 March 2023", "2023-03-04"),
        ("It happened on March 4, 2023.", "March 4, 2023", "2023-03-04"),
        ("It happened on Saturday, March 4, 2023.", "Saturday, March 4, 2023", "2023-03-04"),
        ("It happened on 2023-03-04.", "2023-03-04", "2023-03-04"),
        ("It happened on 17/10/2024.", "17/10/2024", "2024-10-17"),
        ("It happened on 05/06/2024.", "05/06/2024", None),
        ("It happened on 31 June 2023.", "31 June 2023", None),
        ("It happened on 17 October.", "17 October", "2024-10-17"),
        ("It happened on 17 December.", "17 December", "2023-12-17"),
        ("It will happen on 17 December.", "17 December", "2024-12-17"),
        ("If they win in December, all will change.", "December", "2024-12"),
        ("The vote is due on 12 January.", "12 January", "2025-01-12"),
        ("Soldiers train to be ready in December.", "December", "2024-12"),
        ("Talks on 27 or 28 October failed.", "27 or 28 October", "2024-10-27/2024-10-28"),
        ("From 8 to 13 October it rained.", "8 to 13 October", "2024-10-08/2024-10-13"),
        ("It fell between 2 May and 3 October.", "between 2 May and 3 October", "2024-05-02/2024-10-03"),
        ("It happened on Christmas Day.", "Christmas Day", "2023-12-25"),
        ("It will open on New Year's Eve.", "New Year's Eve", "2024-12-31"),
        ("It happened on Christmas Eve 2020.", "Christmas Eve 2020", "2020-12-24"),
        ("It rained in October 2023.", "October 2023", "2023-10"),
        ("It rained in October.", "October", "2024-10"),
        ("It rained in mid-October.", "mid-October", "2024-10"),
        ("It rained last December.", "last December", "2023-12"),
        ("It should end by December.", "December", "2024-12"),
        ("It began in 2014.", "2014", "2014"),
        ("It was calm in the 1990s.", "the 1990s", "1990/1999"),
        ("It was calm between 2019 and 2021.", "between 2019 and 2021", "2019/2021"),
        ("It grew in the third quarter of 2023.", "the third quarter of 2023", "2023-07/2023-09"),
        ("It grew last summer.", "last summer", "2024-06/2024-08"),
        ("He said so on Monday.", "Monday", "2024-11-04"),
        ("He said so on Tuesday.", "Tuesday", "2024-11-05"),
        ("He said so on Wednesday.", "Wednesday", "2024-10-30"),
        ("He will speak on Wednesday.", "Wednesday", "2024-11-06"),
        ("He said so last Tuesday.", "last Tuesday", "2024-10-29"),
        ("He said so on Monday evening.", "Monday evening", "2024-11-04"),
        ("He said so today.", "today", "2024-11-05"),
        ("He said so yesterday.", "yesterday", "2024-11-04"),
        ("He speaks tomorrow.", "tomorrow", "2024-11-06"),
        ("He spoke last night.", "last night", "2024-11-04"),
        ("He spoke last week.", "last week", "2024-10-28/2024-11-03"),
        ("He spoke earlier this month.", "earlier this month", "2024-11"),
        ("He spoke last month.", "last month", "2024-10"),
        ("He speaks next year.", "next year", "2025"),
        ("He spoke two months ago.", "two months ago", "2024-09"),
        ("He spoke three days ago.", "three days ago", "2024-11-02"),
        ("He spoke several days ago.", "several days ago", None),
        ("He spoke a decade ago.", "a decade ago", "2014"),
        ("It grew in the past 30 days.", "in the past 30 days", "2024-10-06/2024-11-05"),
        ("It grew in recent weeks.", "in recent weeks", "/2024-11-05"),
        ("It has grown since August.", "since August", "2024-08/"),
        ("It lasted until Friday.", "until Friday", "/2024-11-01"),
        ("They had until Friday to answer.", "until Friday", "/2024-11-08"),
        ("The envoy set a Friday deadline.", "Friday", "2024-11-08"),
        ("Rebels to free captives Friday", "Friday", "2024-11-08"),
        ("The vaccine was expected on Friday.", "Friday", "2024-11-08"),
        ("The talks were put off until Friday.", "until Friday", "/2024-11-08"),
        ("It could come as early as Friday.", "Friday", "2024-11-08"),
        ("The ship sank on Friday.", "Friday", "2024-11-01"),
    ],
)
def test_expressions(text: str, words: str, value: str | None) -> None:
    assert find(text) == [(words, value)]


@pytest.mark.parametrize(
    "text",
    [
        "He may leave.", "Thousands march for peace.", "About 2000 soldiers left.", "The sun rose.",
        "He sat down.",
        "They mar the view.", "Resolution 1,701 stands.", "The second man spoke.", "It cost $2019.",
        "The fire at 1600 Mill Road went out.", "Niger sent 2000 Chadian troops.",
    ],
)  # fmt: skip
def test_what_is_no_time(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    "text", ["He spoke on Monday.", "It began last week.", "It rained in October.", "Two days ago it rained."]
)
def test_an_undated_report_resolves_nothing_relative(text: str) -> None:
    assert [value for _, value in find(text, published=None)] == [None]


def test_a_clock_is_no_year() -> None:
    assert all(value != "1710" for _, value in find("It sank on Monday (1710 GMT)."))


def test_an_undated_report_keeps_full_dates() -> None:
    found = find("It rained on 4 March 2023 and in 2019.", published=None)
    assert found == [("4 March 2023", "2023-03-04"), ("2019", "2019")]


def test_the_day_before_counts_from_the_day_spoken_of_last() -> None:
    assert find("It rained on 12 August.", "A day earlier it was dry.") == [
        ("12 August", "2024-08-12"), ("A day earlier", "2024-08-11"),
    ]  # fmt: skip


def test_how_much_earlier_than_planned_is_no_time() -> None:
    assert find("It ended nine days earlier than planned.") == []


def test_a_month_later_counts_from_the_month_spoken_of_last() -> None:
    found = find("It rained in December 2011.", "A month later it was dry.")
    assert found == [("December 2011", "2011-12"), ("A month later", "2012-01")]


def test_the_dateline_is_the_anchor_where_there_is_one() -> None:
    report, sentences = parsed("SEOUL, Oct 18 (Agency) -", "It began on Thursday.", published="2024-10-20")
    found = times.find(report, sentences[1:], Span(0, 24))
    values = [(one.text, one.moment and one.moment.value) for one in found]
    assert values == [("Oct 18", "2024-10-18"), ("Thursday", "2024-10-17")]


def test_a_bare_weekday_never_lies_ahead_of_its_day() -> None:
    for offset in range(7):
        anchor = date(2024, 11, 4 + offset)
        for number in range(7):
            found = weekday(anchor, number, which="", ahead=False)
            assert found is not None
            assert 0 <= (anchor - found).days < 7


PIECES = st.sampled_from([
    "on", "Monday", "last", "week", "since", "May", "31", "February", "2024", "0000", "ago", "two", "years",
    "a", "decade", "before",
    "the day", "99999 days ago", "9999", "1500", "12/13/14", "from 8 to 3 October", "'90s", "Q3", "-", "/",
    "earlier", "９",
])  # fmt: skip


@settings(max_examples=120, deadline=None)
@given(
    st.lists(PIECES | st.text(max_size=5), min_size=1, max_size=12).map(" ".join),
    st.sampled_from([None, "2024-02-29", "0001-01-01", "9999-12-31"]),
)
def test_any_text_gives_quotes_that_stand_at_their_spans(text: str, published: str | None) -> None:
    if not text.strip():
        return
    report, sentences = parsed(text.strip(), published=published)
    for timex in times.find(report, sentences):
        assert report.text[timex.span.start : timex.span.end] == timex.text
        if timex.moment:
            assert timex.moment.first or timex.moment.last


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Shells hit the market at 2 p.m. on Tuesday.", "at 2 p.m. on Tuesday", "2024-05-07T14:00"),
        ("The quake came at 0545 GMT on Monday.", "at 0545 GMT on Monday", "2024-05-06T05:45Z"),
        ("On Friday at 9:15 a.m. the bridge fell.", "Friday at 9:15 a.m.", "2024-05-03T09:15"),
        ("The blast came at 14:30 local time on 3 May.", "at 14:30 local time on 3 May", "2024-05-03T14:30"),
    ],
)
def test_a_clock_time_beside_a_day_is_one_moment(text: str, words: str, value: str) -> None:
    assert find(text, published="2024-05-08") == [(words, value)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The siren sounded at 7 a.m. again.", ["at 7 a.m."]),
        ("The siren sounded at noon.", ["at noon"]),
        ("They won 3:10 there.", []),
        ("A 10:1 ratio was found.", []),
        ("Clashes began at 25:00 there.", []),
    ],
)
def test_a_clock_time_without_a_day_has_no_moment(text: str, words: list[str]) -> None:
    assert [found for found, value in find(text, published="2024-05-08") if value is None] == words


@pytest.mark.parametrize(
    ("text", "durations"),
    [
        ("Fighting has lasted for three weeks.", ["P3W"]),
        ("He was held for 18 months.", ["P18M"]),
        ("The road was shut for more than 12 hours.", ["PT12H"]),
        ("The siege lasted two fortnights.", ["P4W"]),
        ("The siege lasted several weeks.", []),
        ("She left for a year-old grudge.", []),
    ],
)
def test_lengths_of_time_are_times_of_their_own(text: str, durations: list[str]) -> None:
    found = times.find(*parsed(text, published="2024-05-08"))
    assert [item.duration for item in found if item.duration] == durations


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("A third of the hospitals have closed since March.", "2024-03/"),
        ("The army has 900 men there, up from 200 in May.", "2024-05"),
        ("The truce that begins on Sunday is shaky.", "2024-11-10"),
    ],
)
def test_looks_back_unless_something_is_to_come(text: str, value: str) -> None:
    assert [found for _, found in find(text)] == [value]
