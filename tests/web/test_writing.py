"""What people hand in and correct: kept, read, applied, shown beside the machine's version, there later."""

from __future__ import annotations

import json
from typing import Any

import pytest
from fastapi.testclient import TestClient
from tests.web.conftest import SITUATION, worker

from trendechos.store import Store

HOME = f"/s/{SITUATION}"
API = f"/api/v1/situations/{SITUATION}"


def claims(client: TestClient, report: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get(f"{API}/reports/{report}").json()["claims"]
    return found


def correct(client: TestClient, report: str, claim: dict[str, Any], corrects: str, **fields: str) -> int:
    form = {
        "claim": claim["claim_id"],
        "report": report,
        "corrects": corrects,
        "person": "Ada",
        "reason": "heard it",
    }
    return client.post(f"{HOME}/corrections", data=form | fields, follow_redirects=False).status_code


def by_words(found: list[dict[str, Any]], words: str) -> dict[str, Any]:
    return next(one for one in found if words in one["text"])


def test_a_pasted_report_is_read_and_shown(client: TestClient, store: Store) -> None:
    form = {"situation": SITUATION, "person": "Ada",
            "text": "The army said that 70 people were killed in El Fasher.",
            "headline": "Toll rises", "outlet": "Blue Nile News", "published": "2025-03-07"}  # fmt: skip
    assert client.post("/reports", data=form, follow_redirects=False).status_code == 303
    assert "pasted.jsonl: waiting" in client.get(HOME).text.replace("<bdi>", "").replace("</bdi>", "")
    assert worker(store).step() == 2
    assert "Blue Nile News" in client.get(HOME).text
    assert "last change 7 March 2025" in client.get("/").text


def test_files_make_a_new_situation(client: TestClient, store: Store) -> None:
    row = json.dumps({"text": "The mayor said that two people were hurt in Bihać.", "published": "2025-01-02"})
    files = [("files", ("rows.jsonl", row.encode())), ("files", ("bad.bin", b"\x00\x01\x02"))]
    form = {"title": "Flood in Bihać", "person": "Ada"}
    answer = client.post("/reports", data=form, files=files, follow_redirects=False)
    assert answer.headers["location"].startswith("/s/flood-in-bihac?")
    assert client.get("/s/flood-in-bihac").status_code == 202
    worker(store).step()
    page = client.get("/s/flood-in-bihac").text
    assert "Flood in Bihać" in page
    assert "refused" in page


@pytest.mark.parametrize(
    "form", [{"person": "Ada"}, {"person": "Ada", "text": "A text."}, {"text": "A", "title": "B"}]
)
def test_what_is_missing_is_asked_for(client: TestClient, form: dict[str, str]) -> None:
    assert client.post("/reports", data=form).status_code == 400


def test_a_corrected_speaker_stays_after_a_new_run_and_carries_over_to_echoes(
    client: TestClient, store: Store
) -> None:
    before = by_words(claims(client, "one"), "40 people were killed")
    assert correct(client, "one", before, "speaker", name="Al-Hafiz Bakhit", kind="person", party="sdn") == 303
    worker(store).step()
    after = by_words(claims(client, "one"), "40 people were killed")
    assert after["speaker_name"] == "Al-Hafiz Bakhit"
    note = after["corrected"][0]
    assert (note["before"], note["author"], note["reason"]) == (before["speaker_name"], "Ada", "heard it")
    echo = by_words(claims(client, "two"), "40 people were killed")
    assert (echo["speaker_name"], echo["corrected"][0]["carried"]) == ("Al-Hafiz Bakhit", True)
    page = client.get(f"{HOME}/reports/one").text
    assert "The machine had: <bdi>Minni Minnawi</bdi>" in page
    with store.writer() as writer:
        writer.pages.put(SITUATION, "", [])
    worker(store).step()
    assert by_words(claims(client, "one"), "40 people were killed")["speaker_name"] == "Al-Hafiz Bakhit"


def test_a_claim_can_be_split_accepted_and_struck(client: TestClient, store: Store) -> None:
    found = claims(client, "one")
    assert correct(client, "one", found[0], "split", at=found[0]["text"].split(" ", 2)[2]) == 303
    assert correct(client, "one", found[-1], "accept", same="no") == 303
    assert correct(client, "three", claims(client, "three")[0], "accept", same="yes") == 303
    worker(store).step()
    now = claims(client, "one")
    assert now[0]["text"] == " ".join(found[0]["text"].split(" ", 2)[:2])
    assert found[-1]["claim_id"] not in [one["claim_id"] for one in now]
    assert claims(client, "three")[0]["corrected"][0]["after"] == "accepted"


def test_a_link_can_be_parted_and_made_again(client: TestClient, store: Store) -> None:
    one = by_words(claims(client, "one"), "40 people were killed")
    other = next(echo for echo in one["echoes"] if echo["report"] == "two")
    assert correct(client, "one", one, "link", other=other["claim"], same="no") == 303
    worker(store).step()
    parted = by_words(claims(client, "one"), "40 people were killed")
    assert other["claim"] not in [echo["claim"] for echo in parted["echoes"]]
    assert parted["corrected"][0]["corrects"] == "link"


@pytest.mark.parametrize(
    ("corrects", "fields"),
    [("speaker", {"name": " "}), ("speaker", {"name": "A", "kind": "king"}), ("split", {"at": "not there"}),
     ("link", {"other": "claim-x"}), ("resolution", {"status": "maybe"}), ("verdict", {"name": "true"})],
)  # fmt: skip
def test_what_does_not_fit_is_refused(
    client: TestClient, store: Store, corrects: str, fields: dict[str, str]
) -> None:
    assert correct(client, "one", claims(client, "one")[0], corrects, **fields) == 400
    with store.view() as view:
        assert view.corrections() == []
