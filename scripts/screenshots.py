"""Pictures of the example for docs/web.md, made with Debian's Chromium.

    python -m scripts.screenshots [FOLDER]

Starts `trendechos serve` over the example in a store of its own, waits until its pages are made, and
takes each picture. Run it again when the pages change their look.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.request import urlopen

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "kursk-2024" / "reports.jsonl"
TITLE = "North Korean troops in Russia"
PORT = 8378
BASE = f"http://127.0.0.1:{PORT}"
HOME = "/s/north-korean-troops-in-russia"
SIZES = {"wide": (1280, 900), "narrow": (360, 720)}


def listed(name: str) -> list[str]:
    with urlopen(f"{BASE}/api/v1/situations{HOME.removeprefix('/s')}/list/{name}") as answer:
        return [f"{HOME}/{one['to']}" for one in json.load(answer)["entries"]]


def wait() -> None:
    for _ in range(240):
        try:
            with urlopen(BASE + HOME) as answer:
                if answer.status == 200:
                    return
        except OSError:
            pass
        time.sleep(0.5)
    raise SystemExit("the pages never came")


def take(page: Page, folder: Path) -> None:
    """Each picture: (name, address, element to scroll to, size, colours)."""
    question = listed("questions")[1]
    pictures = (
        ("situation", HOME, "", "wide", "light"),
        ("numbers", HOME, "#series", "wide", "light"),
        ("map", HOME, "#where", "wide", "dark"),
        ("tree", question, "#tree", "wide", "light"),
        ("report", f"{HOME}/reports/K001", "", "wide", "light"),
        ("narrow", HOME, "#key", "narrow", "light"),
    )
    for name, address, element, size, colours in pictures:
        width, height = SIZES[size]
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme="dark" if colours == "dark" else "light")
        page.goto(BASE + address)
        if element:
            page.locator(element).evaluate("one => one.scrollIntoView()")
        page.wait_for_timeout(200)
        page.screenshot(path=folder / f"web-{name}.png")


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "images"
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        command = [sys.executable, "-m", "trendechos", "serve", "--store", f"{work}/store.sqlite"]
        command += ["--port", str(PORT), "--quiet", "--title", TITLE, str(EXAMPLE)]
        server = subprocess.Popen(command)
        try:
            wait()
            with sync_playwright() as playwright:
                arguments = ["--no-sandbox", "--headless", "--disable-gpu"]
                browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=arguments)
                take(browser.new_page(), folder)
                browser.close()
        finally:
            server.terminate()
            server.wait(20)


if __name__ == "__main__":
    main()
