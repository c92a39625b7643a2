"""Inputs of any kind and length to reports and gaps."""

from __future__ import annotations

import gzip
import io
import json
import os
import tracemalloc
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from trendechos.flow.collect import collect, stream
from trendechos.flow.run import claims_in, claims_of, readings_of
from trendechos.records import Gap, Report
from trendechos.settings import Settings

TEXT = "The river rose to 300 centimetres, the mayor said on Monday. “Nobody was hurt,” she added."
ROWS = 4_000


def row(number: int, size: int = 1) -> str:
    return json.dumps({"id": f"r{number}", "outlet": "Hill Post", "text": f"Report {number}. {TEXT * size}"})


def found(path: Path) -> tuple[list[Report], list[Gap]]:
    return collect([str(path)], Settings(), today="2024-11-05")


@pytest.fixture
def long_file(tmp_path: Path) -> Path:
    """Some 35 MB of JSON Lines."""
    path = tmp_path / "long.jsonl"
    with path.open("w", encoding="utf-8") as out:
        out.writelines(row(number, 90) + "\n" for number in range(ROWS))
    return path


def most_held(reports: Iterator[Report]) -> tuple[int, int]:
    """How many reports there are after the first, and the most bytes held while they come by one by one."""
    next(reports)  # loads what knows languages
    tracemalloc.start()
    count = sum(1 for _ in reports)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return count, most


def test_json_lines_of_any_length_are_held_a_piece_at_a_time(long_file: Path) -> None:
    assert long_file.stat().st_size > 30_000_000
    count, most = most_held(stream([str(long_file)], Settings(), [], today="2024-11-05"))
    assert count == ROWS - 1
    assert most < 6_000_000


def test_packed_json_lines_too(long_file: Path) -> None:
    packed = long_file.with_suffix(".jsonl.gz")
    packed.write_bytes(gzip.compress(long_file.read_bytes(), 1))
    count, most = most_held(stream([str(packed)], Settings(), [], today="2024-11-05"))
    assert count == ROWS - 1
    assert most < 6_000_000


def test_parquet_is_held_a_piece_at_a_time(long_file: Path) -> None:
    pa, pq = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    rows = [json.loads(line) for line in long_file.read_text(encoding="utf-8").splitlines()]
    path = long_file.with_suffix(".parquet")
    pq.write_table(pa.Table.from_pylist(rows), path, row_group_size=500)
    before = pa.total_allocated_bytes()
    reports = stream([str(path)], Settings(), [], today="2024-11-05")
    count = most = 0
    for _ in reports:
        count += 1
        most = max(most, pa.total_allocated_bytes() - before)
    assert count == ROWS
    assert most < long_file.stat().st_size // 2


def test_lines_that_cannot_be_used_are_named_by_number(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(f'{row(1)}\n\nnot json\n{{"id": "empty"}}\n{row(2)}', encoding="utf-8")
    reports, gaps = found(path)
    assert [report.report_id for report in reports] == ["r1", "r2"]
    assert [gap.subject.rsplit(", ", 1)[1] for gap in gaps] == ["line 3", "line 4"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_json_lines_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_bytes(f"{row(1)}\n{row(2)}\n".encode(encoding))
    assert [report.report_id for report in found(path)[0]] == ["r1", "r2"]


def test_a_report_given_twice_counts_once(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(f"{row(1)}\n{row(1)}\n", encoding="utf-8")
    assert len(found(path)[0]) == 1


def warc(*pages: str) -> bytes:
    records = []
    for number, page in enumerate(pages):
        body = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{page}".encode()
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://hill.example/{number}\r\n"
            f"WARC-Date: 2024-11-04T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        records.append(gzip.compress(head.encode() + body + b"\r\n\r\n"))
    return b"".join(records)


def page(text: str) -> str:
    head = "<!doctype html><html><head><title>Flood</title></head>"
    return f"{head}<body><article><p>{text}</p></article></body></html>"


def archives(folder: Path) -> Iterator[Path]:
    (folder / "pages.warc.gz").write_bytes(warc(page(TEXT), page(TEXT.replace("300", "310")), ""))
    yield folder / "pages.warc.gz"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as opened:
        opened.writestr("one.html", page(TEXT))
        opened.writestr("two.txt", TEXT.replace("300", "310"))
        opened.writestr("none.bin", bytes(range(256)) * 20)
    (folder / "pages.zip").write_bytes(packed.getvalue())
    yield folder / "pages.zip"
    (folder / "table.csv").write_text(f'title,text\nOne,"{TEXT}"\nTwo,"{TEXT.replace("300", "310")}"\nThree,\n')
    yield folder / "table.csv"


@pytest.mark.parametrize("kind", [0, 1, 2], ids=["warc", "zip", "csv"])
def test_archives_and_tables_are_read_with_a_gap_for_what_cannot_be(tmp_path: Path, kind: int) -> None:
    path = list(archives(tmp_path))[kind]
    settings = Settings(store=str(tmp_path / "store.sqlite"), executor="serial")
    collected = claims_of([str(path)], settings)
    assert len(collected.reports) == 2
    assert {quantity.low for claim in collected.claims for quantity in claim.quantities} == {300, 310}
    assert len(collected.gaps) == 1


def test_a_list_of_addresses_says_what_to_do_with_it(tmp_path: Path) -> None:
    path = tmp_path / "news.urls"
    path.write_text("https://hill.example/1\nhttps://hill.example/2\n")
    reports, (gap,) = found(path)
    assert not reports
    assert gap.reason == "addresses without a text"
    assert gap.detail.startswith("2;")


def test_claims_and_readings_come_in_the_order_of_the_input(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    order = [9, 3, 7, 1]
    path.write_text("\n".join(row(number) for number in order), encoding="utf-8")
    settings = Settings(store=str(tmp_path / "store.sqlite"), executor="serial", batch_words=20)
    claims = list(claims_in([str(path)], settings, []))
    assert list(dict.fromkeys(claim.report_id for claim in claims)) == [f"r{number}" for number in order]
    assert sorted(claim.claim_id for claim in claims) == sorted(
        claim.claim_id for claim in claims_of([str(path)], settings).claims
    )
    readings = [reading.report_id for reading in readings_of([str(path)], settings, [])]
    assert readings == [f"r{number}" for number in order]


def test_of_a_folder_nothing_is_left_out_without_a_word(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "c.txt").write_text(TEXT.replace("300", "310"))
    for name in ("chart.png", "b/letter.docx", "b/README", ".hidden"):
        (tmp_path / name).write_bytes(b"x")
    reports, (gap,) = found(tmp_path)
    assert len(reports) == 2
    assert (gap.reason, gap.detail) == ("files of other kinds", "1 .docx, 1 .png, 1 no ending")


def test_a_brief_of_ours_in_a_folder_is_not_taken_for_reports(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "out" / "old").mkdir(parents=True)
    for name in ("brief.md", "situation.json", "inputs.json", "old/brief.md"):
        (tmp_path / "out" / name).write_text(TEXT)
    reports, (gap,) = found(tmp_path)
    assert len(reports) == 1
    assert gap.subject == str(tmp_path / "out")
    assert gap.reason.startswith("a brief of trendechos")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may enter every folder")
def test_a_folder_that_may_not_be_entered_is_a_gap(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "closed").mkdir(mode=0)
    reports, (gap,) = found(tmp_path)
    assert len(reports) == 1
    assert (gap.subject, gap.reason) == (str(tmp_path / "closed"), "cannot be read")
