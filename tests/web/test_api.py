"""The JSON behind the pages."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.web.conftest import SITUATION, worker

from trendechos.flow import watch_outlets
from trendechos.flow.situation_file import About, OutletNote, SituationFile
from trendechos.presentation import exports
from trendechos.store import Store

API = f"/api/v1/situations/{SITUATION}"
GRADED = SituationFile(
    Path("el-fasher.toml"), SITUATION, "El Fasher", About(), (), outlets={"Radio Darfur": OutletNote("", "B")}
)


def test_every_path_of_the_description_answers(client: TestClient) -> None:
    described = client.get("/api/v1/openapi.json").json()
    assert all(path.startswith("/api/v1/") for path in described["paths"])
    assert all(list(methods) == ["get"] for methods in described["paths"].values())
    names = {"proposition": "questions", "report": "reports", "source": "sources", "actor": "actors"}
    for path in described["paths"]:
        filled = path.replace("{situation}", SITUATION).replace("{name}", "reports")
        for name, listed in names.items():
            if f"{{{name}}}" in filled:
                first = client.get(f"{API}/list/{listed}").json()["entries"][0]["to"].split("/")[-1]
                filled = filled.replace(f"{{{name}}}", first)
        assert client.get(filled).status_code == 200, filled


def test_documents_have_tags_and_lists_pages(client: TestClient) -> None:
    first = client.get(API)
    assert client.get(API, headers={"if-none-match": first.headers["etag"]}).status_code == 304
    listed = client.get(f"{API}/list/reports").json()
    assert (listed["count"], listed["page"], listed["pages"]) == (5, 1, 1)
    assert client.get(f"{API}/list/reports", params={"page": 2}).status_code == 404
    some = client.get("/api/v1/situations", params={"size": 1}).json()
    assert (some["count"], len(some["entries"])) == (1, 1)


def test_errors_are_json(client: TestClient) -> None:
    for address, status in (
        (f"{API}/q/none", 404),
        (f"{API}?as_of=soon", 400),
        (f"{API}?as_of=2025-03-05", 202),
    ):
        answer = client.get(address)
        assert answer.status_code == status
        assert answer.json()["error"]


@pytest.mark.parametrize("address", [f"{API}/origins.csv", f"/s/{SITUATION}/origins.csv"])
def test_letters_of_a_sources_file_reach_the_origins_as_a_file(
    client: TestClient, store: Store, address: str
) -> None:
    assert {row["admiralty_reliability"] for row in _origins(client, address)} == {"F"}
    with store.writer() as writer:
        watch_outlets.keep(GRADED, writer, "2025-03-08T00:00:00Z")
    assert worker(store).step() == 1
    rows = _origins(client, address)
    assert tuple(rows[0]) == exports.COLUMNS
    assert {"B", "F"} == {row["admiralty_reliability"] for row in rows}
    assert any(row["plover"] and row["cameo"] and row["goldstein_gdelt"] for row in rows)
    assert "\u202e" not in client.get(address).text


def _origins(client: TestClient, address: str) -> list[dict[str, str]]:
    answer = client.get(address)
    assert answer.headers["content-type"].startswith("text/csv")
    assert answer.headers["content-disposition"] == f'attachment; filename="{SITUATION}-origins-latest.csv"'
    return list(csv.DictReader(io.StringIO(answer.text)))
