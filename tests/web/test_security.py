"""Who may write, under which name the server answers, and how much it takes."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.web.conftest import SITUATION

from trendechos.errors import InvalidInput
from trendechos.store import Store
from trendechos.web import Access, create_app
from trendechos.web.security import Attempts, checks, hashed, people

PASTED = {"situation": SITUATION, "person": "Ada", "text": "The army said that it left El Fasher."}


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "", "127.0.0.1.nip.io:80"])
def test_a_foreign_name_is_not_answered(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("host", ["localhost", "localhost:8000", "127.0.0.1:8000", "[::1]:8000"])
def test_its_own_names_are(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://localhost:9", ""])
def test_a_form_from_elsewhere_writes_nothing(client: TestClient, store: Store, origin: str) -> None:
    assert client.post("/reports", data=PASTED, headers={"origin": origin}).status_code == 403
    with store.view() as view:
        assert view.pages.submissions() == []


def test_a_writing_request_without_any_origin_is_refused(store: Store) -> None:
    with TestClient(create_app(store), base_url="http://localhost") as bare:
        assert bare.post("/reports", data=PASTED).status_code == 403
        same = bare.post(
            "/reports", data=PASTED, headers={"sec-fetch-site": "same-origin"}, follow_redirects=False
        )
        assert same.status_code == 303


def test_where_people_sign_in_nobody_else_writes(guarded: TestClient, store: Store) -> None:
    assert guarded.post("/reports", data=PASTED).status_code == 401
    assert "Sign in" in guarded.get(f"/s/{SITUATION}/reports/one").text
    assert guarded.post("/sign-in", data={"name": "Ada", "secret": "wrong"}).status_code == 401
    signed = guarded.post("/sign-in", data={"name": "Ada", "secret": "open sesame"}, follow_redirects=False)
    assert signed.status_code == 303
    cookie = signed.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    assert guarded.post("/reports", data={**PASTED, "person": "Eve"}, follow_redirects=False).status_code == 303
    with store.view() as view:
        assert [one.submission.author for one in view.pages.submissions()] == ["Ada"]
    guarded.post("/sign-out")
    assert guarded.post("/reports", data=PASTED).status_code == 401


def test_guessing_is_slow(guarded: TestClient) -> None:
    tries = [guarded.post("/sign-in", data={"name": "Ada", "secret": str(n)}).status_code for n in range(10)]
    assert tries == [401] * 8 + [429] * 2
    attempts = Attempts()
    assert all(attempts.allowed("other") for _ in range(8))
    assert not attempts.allowed("other")


@pytest.mark.parametrize(
    "to", ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"]
)
def test_a_sign_in_never_leads_elsewhere(guarded: TestClient, to: str) -> None:
    form = {"name": "Ada", "secret": "open sesame", "to": to}
    assert guarded.post("/sign-in", data=form, follow_redirects=False).headers["location"] == "/"


def test_too_much_at_once_is_refused(store: Store) -> None:
    app = create_app(store, body_bytes=10_000)
    with TestClient(app, base_url="http://localhost", headers={"origin": "http://localhost"}) as client:
        assert client.post("/reports", data={**PASTED, "text": "a" * 20_000}).status_code == 413
        pieces = (b"text=" + b"a" * 5000 for _ in range(10))
        kind = {"content-type": "application/x-www-form-urlencoded"}
        assert client.post("/reports", content=pieces, headers=kind).status_code in (400, 413)
    with store.view() as view:
        assert view.pages.submissions() == []


def test_passwords_are_kept_as_hashes(tmp_path: Path) -> None:
    stored = hashed("correct horse")
    assert "correct horse" not in stored
    assert checks("correct horse", stored)
    assert not checks("correct  horse", stored)
    assert not checks("x", "scrypt$zz$zz")
    file = tmp_path / "people"
    file.write_text(f"# who may write\nAda:{stored}\n")
    access = Access(people=people(file))
    assert access.admits("Ada", "correct horse")
    assert not access.admits("Eve", "correct horse")
    file.write_text("Ada:secret\n")
    with pytest.raises(InvalidInput, match="line 1"):
        people(file)
