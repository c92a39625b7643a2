import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.build import report

from trendechos import reading
from trendechos.reading.split import MOST_CHARACTERS, MOST_READ, MOST_WORDS


def sentences(text: str, **fields: str) -> list[str]:
    source = report(text, **fields)
    return [source.words(span.field)[span.start : span.end] for span in reading.split(source).sentences]


def furniture(text: str) -> list[str]:
    return [text[span.start : span.end] for span in reading.split(report(text)).furniture]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gen. Mark Miller spoke. He left.", ["Gen. Mark Miller spoke.", "He left."]),
        (
            "Lt. Col. J. R. Doe met Sen. Cole twice. Both ate.",
            ["Lt. Col. J. R. Doe met Sen. Cole twice.", "Both ate."],
        ),
        ("It fell on Jan. 5. It rose on Nov. 7.", ["It fell on Jan. 5.", "It rose on Nov. 7."]),
        ("The U.S. Army came. It stayed.", ["The U.S. Army came.", "It stayed."]),
        ('"We saw it." Then he left.', ['"We saw it."', "Then he left."]),
        ("“Really?” she asked. No.", ["“Really?” she asked.", "No."]),
        ("“It is over.” The mayor sat.", ["“It is over.”", "The mayor sat."]),
        (
            "A heading without a stop\nA sentence follows it.",
            ["A heading without a stop", "A sentence follows it."],
        ),
        (
            "Ann Lee (N-Calif.), who spoke, left. It ended.",
            ["Ann Lee (N-Calif.), who spoke, left.", "It ended."],
        ),
        ("• first thing • second thing", ["first thing", "second thing"]),
        ("- Floods rose\n- Roads closed", ["Floods rose", "Roads closed"]),
        ("It fell.\u202e They left.", ["It fell.", "They left."]),
        ("It fell.\ufffd They left.", ["It fell.", "They left."]),
        ("", []),
        (" \n\t ", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_title_comes_first_and_its_repetition_is_furniture() -> None:
    source = report("Flood hits town\nThe river rose.", title="Flood hits town")
    layout = reading.split(source)
    assert [(span.field, span.start) for span in layout.sentences] == [("title", 0), ("text", 16)]
    assert [source.text[span.start : span.end] for span in layout.furniture] == ["Flood hits town"]


def test_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The council met on Tuesday in the capital to hear what the\n"
        "engineers had found below the old bridge, and it voted after\n"
        "three hours to close the crossing until the spring. Nobody in\n"
        "the room spoke against the plan, which costs two million and\n"
        "needs the consent of the ministry. A decision is due in May."
    )
    assert len(sentences(text)) == 3


@pytest.mark.parametrize(
    "line",
    [
        "11/10/20244 min read",
        "By Anna Bell",
        "By Anna Bell and Carl Dorn, Staff Writers",
        "4 min read",
        "(Video credit: Some Channel)",
        "Photo: Carl Dorn/Reuters",
        "Published 3 March 2024, 10:15 GMT",
        "March 3, 2024 at 10:15 a.m.",
        "Sign up for our newsletter",
        "Read more: Floods close roads",
        "Newsletter",
        "Contact Us",
        "desk@example.org",
        "© 2024 Example. All rights reserved.",
        "Share this article on Facebook",
        "(Reporting by Anna Bell; editing by Carl Dorn)",
        "Advertisement",
    ],
)
def test_furniture(line: str) -> None:
    text = f"The river rose.\n{line}\nThe town slept."
    assert furniture(text) == [line]
    assert sentences(text) == ["The river rose.", "The town slept."]


@pytest.mark.parametrize(
    "line",
    [
        "He gave credit to the army.",
        "By Tuesday the river had risen.",
        "Share prices fell in London.",
        "Read the letter again.",
        "Advertisement costs rose.",
        "In May they left.",
    ],
)
def test_prose_is_no_furniture(line: str) -> None:
    assert furniture(f"The river rose.\n{line}") == []


def test_a_name_beside_a_date_line_is_its_author() -> None:
    assert furniture("A heading\nAnna Bell\n3 March 2024\nThe river rose.") == ["Anna Bell", "3 March 2024"]


@pytest.mark.parametrize(
    ("text", "dateline", "first"),
    [
        ("SEOUL, Oct. 18 (Yonhap) -- The army fired.", "SEOUL, Oct. 18 (Yonhap) --", "The army fired."),
        (
            "BOGOTA, 4 SEP 89 (RADIO ALTA CADENA 1) -- [TEXT] TWO DIED.",
            "BOGOTA, 4 SEP 89 (RADIO ALTA CADENA 1) -- [TEXT]",
            "TWO DIED.",
        ),
        (
            "LIMA, 3 JAN 90 -- [REPORT] [PRESS OFFICE, LIMA] TWO DIED.",
            "LIMA, 3 JAN 90 -- [REPORT] [PRESS OFFICE, LIMA]",
            "TWO DIED.",
        ),
        ("KYIV (Reuters) - The army fired.", "KYIV (Reuters) -", "The army fired."),
        ("BEIRUT, Lebanon (AP) — The army fired.", "BEIRUT, Lebanon (AP) —", "The army fired."),
        ("PORT SUDAN — The army fired.", "PORT SUDAN —", "The army fired."),
        ("Geneva, 3 May (AFP) - The army fired.", "Geneva, 3 May (AFP) -", "The army fired."),
        ("Juba (South Sudan) (AFP) – Rain fell.", "Juba (South Sudan) (AFP) –", "Rain fell."),
        ("LIMA, 9 JAN 90 (EFE) -- [TEXT] REBELS FIRED.", "LIMA, 9 JAN 90 (EFE) -- [TEXT]", "REBELS FIRED."),
        ("DOHA: The army fired.", "DOHA:", "The army fired."),
        ("(Nairobi, June 3, 2025) – The army fired.", "(Nairobi, June 3, 2025) –", "The army fired."),
        ("(Port Sudan) – The army fired.", "(Port Sudan) –", "The army fired."),
        ("(He left) The army fired.", None, "(He left) The army fired."),
        ("LARIJANI: The army fired.", None, "LARIJANI: The army fired."),
        ("THE REBELS -- ALL OF THEM -- FIRED.", None, "THE REBELS -- ALL OF THEM -- FIRED."),
        ("NATO-backed forces fired.", None, "NATO-backed forces fired."),
        ("The army — all of it — fired.", None, "The army — all of it — fired."),
    ],
)
def test_dateline(text: str, dateline: str | None, first: str) -> None:
    layout = reading.split(report(text))
    found = layout.dateline and text[layout.dateline.start : layout.dateline.end]
    assert found == dateline
    assert text[layout.sentences[0].start : layout.sentences[0].end] == first


def test_a_text_longer_than_a_book_is_read_to_its_limit() -> None:
    layout = reading.split(report("The river rose. " * 10 + "\n" * MOST_READ + "The town slept."))
    assert len(layout.sentences) == 10
    assert layout.furniture[-1].start == MOST_READ


def test_long_stretches_are_cut() -> None:
    for text in ("word " * 5000, "x" * 50_000, "a, " * 4000):
        pieces = sentences(text)
        assert all(len(piece) <= MOST_CHARACTERS and piece.count(" ") <= MOST_WORDS for piece in pieces)
        assert "".join("".join(pieces).split()) == "".join(text.split())


def test_runs_of_spaces_are_cut_too() -> None:
    # so many spaces that the limit of words is passed, though there are half as many words
    text = "a  " * (MOST_WORDS - 20)
    assert all(piece.count(" ") <= MOST_WORDS for piece in sentences(text))


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.characters(), max_size=400), st.text(max_size=40))
def test_spans_hold_for_any_text(text: str, title: str) -> None:
    source = report(text, title=title)
    layout = reading.split(source)
    last = {"title": 0, "text": 0}
    for span in layout.sentences:
        words = source.words(span.field)[span.start : span.end]
        assert words == words.strip() != ""
        assert span.start >= last[span.field]
        last[span.field] = span.end
    for span in layout.furniture:
        assert not any(span.overlaps(other) for other in layout.sentences)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from([*"ab .!?\"'”“\n•-(", "Gen. ", "U.S. ", "\U0001f600", "שלום ", "\r\n", "… "]),
        max_size=80,
    )
)
def test_no_letter_is_lost(parts: list[str]) -> None:
    text = "".join(parts)
    layout = reading.split(report(text))
    kept = [*layout.sentences, *layout.furniture, *([layout.dateline] if layout.dateline else [])]
    inside = {position for span in kept for position in range(span.start, span.end)}
    assert all(position in inside for position, letter in enumerate(text) if letter.isalnum())
