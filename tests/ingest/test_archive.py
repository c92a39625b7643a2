"""Archives, mail, tables and agency formats to reports and leads."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from email.message import EmailMessage

import pytest

from trendechos.ingest import archive
from trendechos.ingest.leads import Lead
from trendechos.records import Gap, Report

TEXT = "The river rose to 300 centimetres, the mayor said. Nobody was hurt."
HEAD = "<!doctype html><html><head><title>Flood</title></head>"
PAGE = f"{HEAD}<body><article><p>{TEXT}</p></article></body></html>"
ROWS = {"reports": Report, "leads": Lead, "gaps": Gap}


def parsed(data: bytes, name: str, today: str = "2024-11-05") -> dict[str, list]:
    found = list(archive.parse(io.BytesIO(data), name, today=today))
    return {key: [one for one in found if isinstance(one, kind)] for key, kind in ROWS.items()}


def zipped(**members: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, content in members.items():
            opened.writestr(name.replace("__", "."), content)
    return packed.getvalue()


def test_csv_rows_become_reports_leads_and_gaps() -> None:
    found = parsed(
        f'Headline,Link,Body,Date\nOne,https://a.example/1,"{TEXT}",2024-11-04\nTwo,https://a.example/2,,\nThree,,,\n'.encode(),
        "rows.csv",
    )
    (report,), (lead,), (gap,) = found["reports"], found["leads"], found["gaps"]
    assert (report.title, report.url, report.text, report.published_on) == (
        "One", "https://a.example/1", TEXT, "2024-11-04",
    )  # fmt: skip
    assert (lead.url, lead.title) == ("https://a.example/2", "Two")
    assert gap.subject == "rows.csv, line 4"


def test_semicolons_tabs_and_unknown_columns() -> None:
    assert len(parsed(f"title;text\nOne;{TEXT.replace(';', '')}\n".encode(), "x.csv")["reports"]) == 1
    assert len(parsed(f"title\ttext\nOne\t{TEXT}\n".encode(), "x.tsv")["reports"]) == 1
    assert parsed(b"a,b\n1,2\n", "x.csv")["gaps"][0].reason == "no column has a known name"


def test_parquet() -> None:
    pa, pq = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    packed = io.BytesIO()
    pq.write_table(
        pa.table({"title": ["One", "Two"], "text": [TEXT, None], "url": [None, "https://a.example/2"]}), packed
    )
    found = parsed(packed.getvalue(), "rows.parquet")
    assert (found["reports"][0].title, found["leads"][0].url) == ("One", "https://a.example/2")
    assert parsed(b"PAR1 broken", "rows.parquet")["gaps"][0].reason == "table broken"


def warc(*records: tuple[str, int, str, bytes]) -> bytes:
    parts = []
    for url, status, kind, body in records:
        http = f"HTTP/1.1 {status} OK\r\nContent-Type: {kind}\r\n\r\n".encode() + body
        head = (
            f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-11-04T12:00:00Z\r\n"
            "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
        )
        parts.append(head.encode() + http + b"\r\n\r\n")
    return b"".join(parts)


@pytest.mark.parametrize("packed", [False, True])
def test_warc_gives_pages_with_the_time_they_were_fetched(packed: bool) -> None:
    pytest.importorskip("fastwarc")
    data = warc(
        ("https://a.example/1", 200, "text/html", PAGE.encode()),
        ("https://a.example/2", 404, "text/html", b"no"),
        ("https://a.example/p.png", 200, "image/png", b"\x89PNG"),
        ("https://a.example/3", 200, "text/html", b""),
    )
    found = parsed(gzip.compress(data) if packed else data, "pages.warc.gz" if packed else "pages.warc")
    (report,) = found["reports"]
    assert (report.url, report.retrieved.value) == ("https://a.example/1", "2024-11-04T12:00:00Z")
    assert {gap.subject: gap.detail for gap in found["gaps"]}[
        "pages.warc.gz" if packed else "pages.warc"
    ] == "2 records"
    assert "https://a.example/3" in {gap.subject for gap in found["gaps"]}


def letter(identity: str = "<1@a.example>") -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = "Flood"
    message["From"] = "Flood Desk <desk@a.example>"
    message["Date"] = "Mon, 04 Nov 2024 10:00:00 +0000"
    message["Message-ID"] = identity
    message.set_content(TEXT)
    return message


def test_a_letter_and_its_attachment() -> None:
    message = letter()
    message.add_attachment(PAGE.encode(), maintype="text", subtype="html", filename="page.html")
    first, attached = parsed(message.as_bytes(), "a.eml")["reports"]
    assert (first.title, first.outlet, first.text, first.published_on) == (
        "Flood",
        "Flood Desk",
        TEXT,
        "2024-11-04",
    )
    assert attached.title == "Flood"


def test_a_box_gives_each_letter_once_and_keeps_its_words() -> None:
    second = letter("<2@a.example>")
    second.set_content("Words before.\n\n>From here on it is quoted.\n" + TEXT)
    box = b"".join(b"From x Mon Nov  4 10:00:00 2024\n" + one.as_bytes() + b"\n" for one in (letter(), second))
    for name in ("box.mbox", "box"):
        reports = parsed(box, name)["reports"]
        assert len({report.report_id for report in reports}) == 2
        assert "\nFrom here on" in reports[1].text


def test_hostile_letters_are_gaps() -> None:
    nested = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (number, number) for number in range(3000)
    )
    assert parsed(nested, "deep.eml")["gaps"][0].reason == "letter refused"
    assert parsed(nested[:20_000], "deep.eml")["gaps"]
    assert parsed(b"Subject: x\n\n", "empty.eml")["gaps"][0].reason == "letter without text"


def test_url_lists() -> None:
    found = parsed(b"# comment\nhttps://a.example/1\n\nhttps://b.example/2#x\n", "list.txt")
    assert [lead.url for lead in found["leads"]] == ["https://a.example/1", "https://b.example/2"]
    assert len(parsed(b"https://a.example/1\nftp://x\n", "list.urls")["gaps"]) == 1
    assert len(parsed(f"See https://a.example/1\n{TEXT}".encode(), "note.txt")["reports"]) == 1


def gdelt(columns: int, **cells: str) -> str:
    row = ["x"] * columns
    for place, value in {"_0": "20241104120000", **cells}.items():
        row[int(place[1:])] = value
    return "\t".join(row)


@pytest.mark.parametrize(("name", "first", "again", "without"), [
    ("20241104120000.export.CSV", gdelt(61, _60="https://a.example/1"),
     gdelt(61, _60="https://a.example/1"), gdelt(61)),
    ("20241104120000.mentions.CSV", gdelt(16, _3="1", _5="https://a.example/1"),
     gdelt(16, _3="1", _5="https://a.example/1"), gdelt(16, _3="4", _5="https://a.example/9")),
    ("20241104120000.gkg.csv", gdelt(27, _2="1", _4="https://a.example/1"),
     gdelt(27, _2="1", _4="https://a.example/1"), gdelt(27, _2="2", _4="BBC Monitoring")),
])  # fmt: skip
def test_gdelt_files_are_leads_and_never_facts(name: str, first: str, again: str, without: str) -> None:
    data = "\n".join([first, again, without, "broken\trow"]).encode()
    for content, path in ((data, name), (zipped(**{name.replace(".", "__"): data}), f"{name}.zip")):
        found = parsed(content, path)
        assert [lead.url for lead in found["leads"]] == ["https://a.example/1"]
        assert found["leads"][0].source.startswith("GDELT")
        assert found["reports"] == []
        assert len(found["gaps"]) == 3


NINJS = {
    "uri": "urn:x:1",
    "version": "2",
    "headline": "Flood",
    "body_text": TEXT,
    "language": "en",
    "versioncreated": "2024-11-04T10:00:00Z",
    "byline": "Ada",
    "copyrightholder": "Example Agency",
}
NINJS_3 = {
    "uri": "urn:x:2",
    "headlines": [{"role": "main", "value": "Flood"}],
    "contentCreated": "2024-11-04T10:00:00Z",
    "bodies": [{"contentType": "text/html", "value": f"<p>{TEXT}</p>"}],
    "infoSources": [{"name": "Example Agency"}],
}


@pytest.mark.parametrize("value", [NINJS, NINJS_3])
def test_ninjs(value: dict) -> None:
    for data in (json.dumps(value), json.dumps([value])):
        (report,) = parsed(data.encode(), "x.json")["reports"]
        assert (report.report_id, report.title, report.text) == (value["uri"], "Flood", TEXT)
        assert (report.outlet, report.published_on) == ("Example Agency", "2024-11-04")


@pytest.mark.parametrize(("change", "reason"), [
    ({"pubstatus": "canceled"}, "withdrawn by its agency"), ({"body_text": ""}, "no text"),
    ({"embargoed": "2030-01-01T00:00:00Z"}, "under embargo"),
])  # fmt: skip
def test_ninjs_that_may_not_be_used(change: dict, reason: str) -> None:
    found = parsed(json.dumps(NINJS | change).encode(), "x.json")
    assert (found["reports"], found["gaps"][0].reason) == ([], reason)


NEWSML = f"""<?xml version="1.0"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
<newsItem guid="urn:newsml:1" version="3" xml:lang="en"><itemMeta><provider literal="Example Agency"/>
<versionCreated>2024-11-04T10:00:00Z</versionCreated><pubStatus qcode="stat:STATUS"/></itemMeta>
<contentMeta><headline>Flood</headline><by>Ada Byline</by><creditline>Example/Agency</creditline></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>no</title>
</head><body><p>{TEXT}</p><p>Second.</p></body></html></inlineXML></contentSet></newsItem></itemSet></newsMessage>"""


def test_newsml() -> None:
    (report,) = parsed(NEWSML.replace("STATUS", "usable").encode(), "x.xml")["reports"]
    assert (report.report_id, report.title, report.text) == ("urn:newsml:1", "Flood", f"{TEXT}\nSecond.")
    assert (report.outlet, report.byline, report.credit) == ("Example Agency", "Ada Byline", "Example/Agency")
    assert report.published_on == "2024-11-04"
    withdrawn = parsed(NEWSML.replace("STATUS", "canceled").encode(), "x.xml")
    assert (withdrawn["reports"], withdrawn["gaps"][0].reason) == ([], "withdrawn by its agency")


def test_feeds_as_files_are_leads() -> None:
    rss = b'<rss version="2.0"><channel><item><link>https://a.example/1</link><title>T</title></item></channel></rss>'
    assert [lead.url for lead in parsed(rss, "saved.rss")["leads"]] == ["https://a.example/1"]


def test_bombs_and_nests_are_gaps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "SIZE_LIMIT", 1_000_000)
    zeros = b"\0" * 5_000_000
    assert parsed(zipped(a__txt=zeros), "bomb.zip")["gaps"][0].reason == "too large"
    assert parsed(gzip.compress(zeros), "bomb.csv.gz")["gaps"][0].reason == "too large"
    assert (
        parsed(zipped(a__zip=zipped(b__txt=b"x")), "nest.zip")["gaps"][0].reason == "archive inside an archive"
    )
    assert parsed(b"PK\x03\x04 broken", "x.zip")["gaps"][0].reason == "archive broken"
    assert (
        parsed(b'<!DOCTYPE a [<!ENTITY b "c">]><newsItem>&b;</newsItem>', "x.xml")["gaps"][0].reason
        == "refused"
    )


def test_what_is_none_of_these_is_read_as_before() -> None:
    assert len(parsed(json.dumps({"text": TEXT}).encode(), "rows.jsonl")["reports"]) == 1
    assert len(parsed(PAGE.encode(), "page.html")["reports"]) == 1
    assert parsed(b"", "x.txt")["gaps"][0].reason == "empty file"
