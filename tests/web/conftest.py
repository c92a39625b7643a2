"""A small situation in a store, read and assessed once, copied for each test."""

from __future__ import annotations

import json
import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import uvicorn
from fastapi.testclient import TestClient
from playwright.sync_api import Browser, Page, sync_playwright

from trendechos import batch
from trendechos.flow.publish import register
from trendechos.flow.read import Reader
from trendechos.flow.worker import Worker
from trendechos.ingest import files
from trendechos.records import Report
from trendechos.store import Store, open_store
from trendechos.web import Access, create_app

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
HOSTILE = "<script>document.title='owned'</script> \u202eesrever\u202c " + "long title " * 900
SAID = (
    "The army shelled El Fasher on Monday, governor Minni Minnawi said. He said that at least 40 people were"
    " killed in the city. The ministry of health said that 120 people were wounded."
)
ROWS = [
    {"id": "one", "outlet": "Nile Post", "published": "2025-03-03", "title": "Shells",
     "text": SAID},
    {"id": "two", "outlet": "Khartoum Daily", "published": "2025-03-04", "title": "Dozens killed",
     "text": f"{SAID} The Nile Post reported the same on Monday."},
    {"id": "three", "outlet": "Radio Darfur", "published": "2025-03-05", "title": "Army denies",
     "text": "The Sudanese army denied that it shelled El Fasher. Minni Minnawi said on Tuesday that about 50"
     " people were killed in El Fasher. He will probably resign by the end of the"
     " month if the shelling goes on in the western districts, Minnawi said."},
    {"id": "four", "outlet": None, "published": None, "title": None, "url": "javascript:alert(1)",
     "text": "At least 40 people were killed in El Fasher, Minni Minnawi said."},
    {"id": "five", "outlet": "<b>Bold</b> Herald", "published": "2025-03-06", "title": HOSTILE,
     "text": "<img src=x onerror=alert(1)> The United Nations said on Thursday that 60 people were killed in"
     " El Fasher."},
]  # fmt: skip
SITUATION = "el-fasher"


def reports() -> list[Report]:
    data = "\n".join(json.dumps(row) for row in ROWS).encode()
    return [one for one in files.parse(data, "reports.jsonl") if isinstance(one, Report)]


def worker(store: Store) -> Worker:
    return Worker(store, Reader(store, batch.choose("serial", words=0)))


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of the small situation, its pages made."""
    path = tmp_path_factory.mktemp("web") / "store.sqlite"
    with closing(open_store(str(path))) as store:
        with store.writer() as writer:
            writer.add_reports(reports())
            register(writer, reports(), title="El Fasher", about=None, made_at="2025-03-07T00:00:00Z")
        assert worker(store).step() == 1
    return path


@pytest.fixture
def store(made: Path, tmp_path: Path) -> Iterator[Store]:
    """A copy of it that a test may change."""
    for file in made.parent.glob("store.sqlite*"):
        shutil.copy(file, tmp_path / file.name)
    with closing(open_store(str(tmp_path / "store.sqlite"))) as store:
        yield store


@pytest.fixture
def client(store: Store) -> Iterator[TestClient]:
    """Somebody on this machine who reads and writes without signing in."""
    with TestClient(
        create_app(store), base_url="http://localhost", headers={"origin": "http://localhost"}
    ) as client:
        yield client


@pytest.fixture
def guarded(store: Store) -> Iterator[TestClient]:
    """Somebody who has to sign in to write."""
    access = Access(token="open sesame")
    app = create_app(store, access)
    with TestClient(app, base_url="http://localhost", headers={"origin": "http://localhost"}) as client:
        yield client


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--headless", "--disable-gpu", "--disable-dev-shm-usage"]
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield browser
        browser.close()


@pytest.fixture
def address(store: Store) -> Iterator[str]:
    """A server over the test's own copy of the store."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    config = uvicorn.Config(create_app(store), host="127.0.0.1", port=port, log_level="error", ws="none")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        assert thread.is_alive()
        threading.Event().wait(0.02)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page that fails the test when anything in it goes wrong or is refused by the policy."""
    context = browser.new_context(base_url=address, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda told: wrong.append(told.text) if "Content Security Policy" in told.text else None)
    page.on("request", lambda asked: None if asked.url.startswith(address) else wrong.append(asked.url))
    yield page
    context.close()
    assert wrong == []
