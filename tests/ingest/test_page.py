"""A web page gives its main text and what it says about itself, as plain text."""

import json

import pytest

from trendechos.ingest import page
from trendechos.records import Gap, Moment, Report

PARAGRAPHS = [
    "PORT CITY, May 4 (Reuters) - The ministry said on Monday that the bridge over the river had been closed.",
    "Engineers found cracks in two pillars after the flood, a spokeswoman told reporters in the capital.",
    "The town council asked for help from the government, which has not yet answered the letter it was sent.",
]


def html(body: str, head: str = "", lang: str = "en") -> bytes:
    return f"<!doctype html><html lang='{lang}'><head>{head}</head><body>{body}</body></html>".encode()


def article(extra: str = "") -> str:
    menu = "<nav><a href='/'>Home</a><a href='/world'>World</a><a href='/sport'>Sport</a></nav>"
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return f"{menu}<article><h1>Bridge closed</h1>{text}{extra}</article><footer>All rights reserved</footer>"


HEAD = (
    "<title>Bridge closed - The Daily</title><meta property='og:site_name' content='The Daily'>"
    "<meta property='og:title' content='Bridge closed'><meta name='author' content='Ada Writer'>"
    "<meta property='article:published_time' content='2025-05-04T09:30:00Z'>"
    "<link rel='canonical' href='https://daily.example/bridge'>"
)


def read(data: bytes, url: str | None = None) -> Report:
    made = page.parse(data, url)
    assert isinstance(made, Report), made
    return made


def test_a_page_gives_text_title_byline_date_outlet_address_and_credit() -> None:
    report = read(html(article(), HEAD))
    assert report.text.split("\n")[-3:] == PARAGRAPHS
    assert "Sport" not in report.text
    assert report.title == "Bridge closed"
    assert report.byline == "Ada Writer"
    assert report.published == Moment("2025-05-04", "day")
    assert report.outlet == "The Daily"
    assert report.url == "https://daily.example/bridge"
    assert report.language == "en"
    assert report.credit == "Reuters"


def test_nothing_is_filled_in_that_the_page_does_not_say() -> None:
    report = read(html(article()))
    assert (report.published, report.byline, report.url) == (None, None, None)


def test_hostile_markup_comes_out_as_plain_text_or_not_at_all() -> None:
    hostile = (
        "<p>More text of the report that is long enough to be kept by the extractor, it seems."
        "<script>alert(1)</script><img src=x onerror=alert(2)><svg onload=alert(3)></svg>"
        "<a href='javascript:alert(4)'>link</a><iframe src='//evil.example'></iframe></p>"
    )
    report = read(html(article(hostile), HEAD.replace("Ada Writer", "<b>Ada</b>")))
    assert "<" not in report.text
    assert "alert" not in report.text
    assert "javascript:" not in report.text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1", "cp1252"])
def test_encodings_by_mark_or_by_declaration(encoding: str) -> None:
    text = "The café in Münster was closed on Monday, the mayor said in a letter to the council."
    data = html(article(f"<p>{text}</p>"), f"<meta charset='{encoding}'>").decode().encode(encoding)
    assert text in read(data).text


@pytest.mark.parametrize(
    "data",
    [
        b"", b"<", b"<html>", b"<html><body><p></p></body></html>", b"\x00" * 50, b"<!--" * 1000,
        b"<div>" * 20_000, b"<a " + b"x=y " * 20_000, b"&" * 10_000, b"<?xml version='1.0'?><rss></rss>",
        b"<html><head><meta charset='no-such'></head></html>",
    ],
)  # fmt: skip
def test_broken_pages_are_gaps(data: bytes) -> None:
    made = page.parse(data, "https://a.example/")
    assert isinstance(made, Gap)
    assert made.subject == "https://a.example/"


def test_a_page_beyond_the_limit_is_refused() -> None:
    made = page.parse(b"<p>" + b"a" * page.SIZE_LIMIT, None)
    assert isinstance(made, Gap)
    assert made.reason.startswith("too large")


def test_a_byline_credits_an_agency() -> None:
    head = HEAD.replace("Ada Writer", "Ada Writer, Associated Press")
    body = article().replace("(Reuters) - ", "")
    assert read(html(body, head)).credit == "Associated Press"


def test_a_picture_is_credited_as_a_picture() -> None:
    report = read(html(article("<p>(Video credit: Example World News)</p>"), HEAD))
    assert report.credit == "Reuters; video by Example World News"


def test_links_of_the_text_come_along_and_those_of_menus_do_not() -> None:
    cited = (
        "<p>The ministry <a href='/letters/7?utm_source=x'>wrote to the council</a> in April, and a"
        " <a href='https://paper.example/report.pdf'>report of the inspectors</a> named the cracks.</p>"
        "<p>More in <a href='#top'>the first paragraph of this page</a>.</p>"
    )
    report = read(html(article(cited), HEAD), "https://daily.example/bridge")
    assert json.loads(dict(report.extra)["links"]) == [
        "https://daily.example/letters/7",
        "https://paper.example/report.pdf",
    ]
    assert read(html(article(), HEAD)).extra == ()
