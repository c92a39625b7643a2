"""Every kind of file gives reports, or gaps that say why not."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ingest.pdfs import pdf

from trendechos.ingest import files, make
from trendechos.records import Gap, Moment, Report

TODAY = "2025-06-01"
ENGLISH = "The ministry said on Monday that the bridge over the river had been closed to all traffic."


def parse(data: bytes | str, name: str = "in.jsonl") -> tuple[list[Report], list[Gap]]:
    made = list(files.parse(data.encode() if isinstance(data, str) else data, name, today=TODAY))
    return [one for one in made if isinstance(one, Report)], [one for one in made if isinstance(one, Gap)]


def row(**fields: object) -> str:
    return json.dumps({"text": ENGLISH} | fields)


def test_a_full_row_keeps_every_key() -> None:
    line = row(
        id="r1", url="https://a.example/1", outlet="A", language="en", published="2025-05-04", title="T",
        byline="B", credit="Reuters", retrieved="2025-05-05T10:00:00Z", text_kind="restatement", mood="grim",
    )  # fmt: skip
    (report,), gaps = parse(line)
    assert not gaps
    assert (report.report_id, report.outlet, report.title, report.byline) == ("r1", "A", "T", "B")
    assert report.published == Moment("2025-05-04", "day")
    assert report.retrieved == Moment("2025-05-05T10:00:00Z", "minute")
    assert report.restated
    assert report.extra == (("mood", '"grim"'),)


def test_bad_rows_are_gaps_with_file_and_line_and_the_rest_is_read() -> None:
    lines = [row(id=1), "{broken", "[1]", '{"title": "only"}', '{"text": 5}', '{"text": "  "}', "", row(id=2)]
    reports, gaps = parse("\n".join(lines), "dir/x.jsonl")
    assert [report.report_id for report in reports] == ["1", "2"]
    assert [gap.subject for gap in gaps] == [f"dir/x.jsonl, line {number}" for number in (2, 3, 4, 5, 6)]
    assert [gap.reason.split(":")[0] for gap in gaps] == [
        "not JSON", "not a JSON object", "no text", "text is not a string", "no text",
    ]  # fmt: skip


def test_rows_nested_too_deeply_and_rows_with_odd_values_do_not_stop_the_run() -> None:
    deep = '{"text": ' + "[" * 200_000 + "]" * 200_000 + "}"
    reports, gaps = parse("\n".join([deep, row(id="a", byline=["X", "Y"], title={"en": "T"}, outlet=7)]))
    assert len(gaps) == 1
    assert (reports[0].byline, reports[0].title, reports[0].outlet) == ("X, Y", None, "7")
    assert reports[0].extra == (("title", '{"en": "T"}'),)


@pytest.mark.parametrize(
    ("published", "moment", "reason"),
    [
        ("2024", Moment("2024", "year"), None),
        ("2024-11", Moment("2024-11", "month"), None),
        ("2024-11-04", Moment("2024-11-04", "day"), None),
        ("2024-11-04T10:00:00Z", Moment("2024-11-04T10:00:00Z", "minute"), None),
        ("2024-11-04 10:00:00.5+02:00", Moment("2024-11-04T10:00:00+02:00", "minute"), None),
        ("Mon, 04 Nov 2024 10:00:00 GMT", Moment("2024-11-04T10:00:00Z", "minute"), None),
        ("4 November 2024", Moment("2024-11-04", "day"), None),
        ("Nov. 4, 2024", Moment("2024-11-04", "day"), None),
        (None, None, None),
        ("", None, None),
        ("2025-06-02", Moment("2025-06-02", "day"), None),
        ("2031-01-01", None, "publication date in the future"),
        ("2026", None, "publication date in the future"),
        ("2024-13", None, "publication date not understood"),
        ("2024-02-30", None, "publication date not understood"),
        ("04/11/2024", None, "publication date not understood"),
        ("yesterday", None, "publication date not understood"),
        ("0001-01-01", None, "publication date not understood"),
    ],
)
def test_publication_dates_keep_their_precision(
    published: str | None, moment: Moment | None, reason: str | None
) -> None:
    (report,), gaps = parse(row(published=published))
    assert report.published == moment
    assert [gap.reason for gap in gaps] == ([reason] if reason else [])


def test_ids_come_from_id_then_address_then_path_then_content() -> None:
    def one(data: str, name: str = "in.jsonl") -> Report:
        return parse(data, name)[0][0]

    assert one(row(id="x", url="https://a.example/")).report_id == "x"
    first, later = (
        one(row(url="https://a.example/p")),
        one(row(url="https://a.example/p#top", text=ENGLISH * 2)),
    )
    assert first.report_id == later.report_id
    assert first.version_id != later.version_id
    assert one(ENGLISH, "a.txt").report_id == one(ENGLISH + " More.", "a.txt").report_id
    assert one(ENGLISH, "a.txt").report_id != one(ENGLISH, "b.txt").report_id
    assert one(row(outlet="A")).report_id != one(row(outlet="B")).report_id
    assert one(row(outlet="A"), "c.jsonl").report_id == one(row(outlet="A"), "d.jsonl").report_id


@pytest.mark.parametrize(
    "data",
    [
        json.dumps([{"text": ENGLISH, "id": "a"}, {"text": ENGLISH, "id": "b"}]),
        json.dumps({"reports": [{"text": ENGLISH, "id": "a"}, {"text": ENGLISH, "id": "b"}]}, indent=1),
        json.dumps({"text": ENGLISH, "id": "a"}) + "\n" + json.dumps({"text": ENGLISH, "id": "b"}),
    ],
)
@pytest.mark.parametrize("name", ["in.json", "in.jsonl", "in.unknown"])
def test_json_may_be_a_list_an_object_or_lines(data: str, name: str) -> None:
    if name == "in.jsonl" and data.startswith("[{"):
        data = json.dumps(json.loads(data), indent=2)
    if name == "in.unknown" and data.startswith("{\n"):
        data = json.dumps(json.loads(data)["reports"])
    reports, gaps = parse(data, name)
    assert [report.report_id for report in reports] == ["a", "b"]
    assert not gaps


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
@pytest.mark.parametrize("name", ["in.jsonl", "in.txt", "in"])
def test_encodings(encoding: str, name: str) -> None:
    text = ENGLISH + " “A café in Münster,” she said."
    data = json.dumps({"text": text}, ensure_ascii=False) if name == "in.jsonl" else text
    reports, gaps = parse(data.encode(encoding), name)
    assert [report.text for report in reports] == [text]
    assert not gaps


def test_a_few_broken_bytes_are_replaced_and_said() -> None:
    data = (ENGLISH + " “Größe” …").encode() + b"\xff\xfe\x80"
    (report,), (gap,) = parse(data, "in.txt")
    assert report.text.endswith("…\ufffd\ufffd\ufffd")
    assert (gap.reason, gap.detail) == ("broken encoding", "3 characters replaced")


def test_half_characters_and_nul_do_not_move_offsets() -> None:
    (report,), _ = parse('{"text": "' + ENGLISH + ' a\\ud800b\\u0000c \\ud83d\\ude00 d"}')
    assert report.text == ENGLISH + " a\ufffdb\ufffdc \U0001f600 d"


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (b"", "a.txt", "empty file"),
        (b" \n", "a.jsonl", "empty file"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 4, "a.txt", "binary file"),
        (b"PK\x03\x04" + bytes(500), "a", "binary file"),
        (b"\x1f\x8b\x08\x00\x00\x01\x02\x03\x04\x05\x06" * 9, "a.jsonl", "binary file"),
        (b"%PDF-1.7 nothing", "a.pdf", "not a readable PDF"),
        (b"%PDF-1.7 nothing", "a.txt", "not a readable PDF"),
        (b"[]", "a.json", "no reports in the file"),
        (b"<html><body></body></html>", "a.html", "no main text found in the page"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, name: str, reason: str) -> None:
    reports, gaps = parse(data, name)
    assert not reports
    assert [gap.reason.split(":")[0] for gap in gaps] == [reason]
    assert gaps[0].subject == name
    assert gaps[0].stage == "ingest"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH, "en"),
        ("Le ministre a déclaré lundi que le pont sur le fleuve avait été fermé à toute circulation.", "fr"),
        ("Министр заявил в понедельник, что мост через реку закрыт для любого движения.", "ru"),
        ("Kursk", None),
    ],
)
def test_language_is_named_and_other_languages_are_kept_but_said_unread(
    text: str, language: str | None
) -> None:
    (report,), gaps = parse(text, "a.txt")
    assert report.language == language
    assert [gap.reason for gap in gaps] == ([] if language in ("en", None) else ["language not read"])


def test_a_declared_language_gives_way_to_another_script() -> None:
    text = "Министр заявил в понедельник, что мост через реку закрыт для любого движения."
    (report,), gaps = parse(row(text=text, language="en-US"))
    assert report.language == "ru"
    assert len(gaps) == 1


@pytest.mark.parametrize(
    "opening",
    [
        "<!DOCTYPE html><html>",
        "<!-- made by hand --><html>",
        "<html lang=en>",
        "<div class=page>",
        "\n <head></head>",
    ],
)
def test_a_page_is_known_by_its_first_bytes_whatever_its_address_ends_with(opening: str) -> None:
    page = f"{opening}<h1>Bridge</h1>" + f"<p>{ENGLISH}</p>" * 3
    (report,), _ = parse(page, "https://news.example.com/world/bridge.php?id=3.txt")
    assert ENGLISH in report.text
    assert "<" not in report.text


def test_a_text_beyond_the_limit_is_refused() -> None:
    reports, gaps = parse("a " * make.TEXT_LIMIT, "a.txt")
    assert not reports
    assert gaps[0].reason == "too large"


def test_pdf_gives_its_text_with_mended_lines() -> None:
    lines = [
        "The ministry said on Monday that the bridge over the river had",
        "been closed to all traffic after the flood.",
        "Two people died.",
    ]  # fmt: skip
    (report,), gaps = parse(pdf(lines, title="Bridge closed"), "a.pdf")
    assert report.text == "\n".join((" ".join(lines[:2]), lines[2]))
    assert report.title == "Bridge closed"
    assert report.published is None
    assert not gaps


def test_pdf_without_text_is_a_gap() -> None:
    reports, (gap,) = parse(pdf([]), "a.pdf")
    assert not reports
    assert gap.reason == "a PDF without a text layer"


@settings(max_examples=150, deadline=None)
@given(
    data=st.binary(max_size=300) | st.text(max_size=200).map(str.encode),
    name=st.sampled_from(["a.jsonl", "a.json", "a.txt", "a.html", "a.pdf", "a"]),
)  # fmt: skip
def test_no_bytes_raise_and_every_text_can_be_written(data: bytes, name: str) -> None:
    for one in files.parse(data, name, today=TODAY):
        if isinstance(one, Report):
            assert one.text.encode()
            assert one.text.strip()
        else:
            assert one.reason


@settings(max_examples=100, deadline=None)
@given(
    st.recursive(st.none() | st.booleans() | st.floats() | st.text(), st.lists, max_leaves=5),
    st.text(min_size=1),
)
def test_any_value_under_any_key_gives_a_report_or_a_gap(value: object, text: str) -> None:
    for key in ("id", "url", "published", "title", "byline", "text", "other"):
        reports, gaps = parse(json.dumps({"text": text} | {key: value}))
        assert reports or gaps


def test_same_bytes_same_reports() -> None:
    data = "\n".join(row(id=number, outlet=str(number)) for number in range(5))
    assert parse(data) == parse(data)
