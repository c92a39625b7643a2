"""The pages in a real browser: looks, keys, print, other people's words, and what people do in them."""

from __future__ import annotations

import re
import shutil
import subprocess
from itertools import groupby
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.web.conftest import CHROMIUM, SITUATION, worker

from trendechos.store import Store

NPM = shutil.which("npm")
AXE = "axe-core@4.10.3"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
HOME = f"/s/{SITUATION}"
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here (Debian: apt-get install chromium)"),
]


def every_page(page: Page) -> list[str]:
    """One page of each kind."""
    found = ["/", HOME, f"{HOME}/brief", f"{HOME}/changes", "/search?q=killed", f"{HOME}/reports/five"]
    for name in ("questions", "reports", "sources", "actors"):
        page.goto(f"{HOME}/list/{name}")
        first = page.locator("tbody a").first.get_attribute("href")
        assert first
        found += [f"{HOME}/list/{name}", first]
    return found


# What is wider than the part it stands in: cut off there, so that the width of the whole page tells nothing.
CUT_OFF = (
    "[...document.querySelectorAll('main table, main svg, main p')].filter(one => one.offsetParent &&"
    " one.getBoundingClientRect().right > document.querySelector('main').getBoundingClientRect().right + 1)"
    ".map(one => one.textContent.slice(0, 80))"
)


@pytest.mark.parametrize("width", [360, 1000, 1280, 2560])
def test_nothing_runs_out_of_the_page(page: Page, width: int) -> None:
    pages = every_page(page)
    page.set_viewport_size({"width": width, "height": 900})
    for one in pages:
        page.goto(one)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, one
        assert page.evaluate(CUT_OFF) == [], one
        assert page.evaluate("[...document.querySelectorAll('h1')].length") == 1, one


def test_nothing_moves_after_it_is_shown(page: Page) -> None:
    page.add_init_script(
        "window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach(one => { window.moved +="
        " one.value; })).observe({type: 'layout-shift', buffered: true});"
    )
    for one in every_page(page):
        page.goto(one)
        page.wait_for_timeout(50)
        assert page.evaluate("window.moved") < 0.02, one


def test_there_is_little_script(page: Page) -> None:
    page.goto(HOME, wait_until="load")
    files = page.evaluate(
        "performance.getEntriesByType('resource').map(one => [one.name, one.decodedBodySize])"
    )
    sizes = [size for name, size in files if ".js?" in name]
    assert len(sizes) == 2
    assert sum(sizes) < 500_000


def test_pages_read_without_script(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto(HOME)
    expect(page.get_by_role("heading", name="Bottom line")).to_be_visible()
    expect(page.locator(".slider")).to_be_hidden()
    page.locator(".card a").first.click()
    expect(page.locator("#tree svg.wide")).to_be_visible()
    context.close()


def test_the_day_control_waits_for_the_day_and_shows_it(page: Page, store: Store) -> None:
    page.goto(HOME)
    page.get_by_label("As it was known on").fill("2025-03-04")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_text("is being assessed")).to_be_visible()
    worker(store).step()
    expect(page.get_by_text("As it was known on 4 March 2025")).to_be_visible(timeout=15_000)
    assert "Radio Darfur" not in page.locator("main").inner_text()
    page.get_by_role("link", name="Latest").click()
    expect(page).to_have_url(re.compile(rf"{HOME}$"))
    for one in (f"{HOME}/brief", f"{HOME}/changes", f"{HOME}/list/reports"):
        page.goto(one)
        page.get_by_label("As it was known on").fill("2025-03-04")
        page.get_by_role("button", name="Show").click()
        expect(page).to_have_url(re.compile(rf"{one}\?as_of=2025-03-04$"))
        expect(page.get_by_role("link", name="Latest")).to_be_visible()
        assert "Radio Darfur" not in page.locator("main").inner_text()


def test_the_slider_of_days_dims_what_was_not_said_yet(page: Page) -> None:
    page.goto(HOME)
    slider = page.get_by_label("Charts, timeline and map up to")
    slider.focus()
    page.keyboard.press("Home")
    assert page.locator("svg .later").count() > 0
    expect(page.locator(".slider output")).to_have_text("2025-03-03")
    page.keyboard.press("End")
    assert page.locator("svg .later").count() == 0


def test_the_echo_tree_leads_to_the_page_and_its_words(page: Page) -> None:
    page.goto(f"{HOME}/list/questions")
    page.locator("tbody a").first.click()
    page.locator("#tree svg.wide a[href^='#p-']").first.click()
    assert "#p-" in page.url
    page.locator(".carriers tr:visible th a").first.click()
    expect(page.locator(".claim:has(.anchor:target)")).to_be_visible()


def test_reasons_for_a_link_show_on_hover_and_focus_and_go_with_escape(page: Page) -> None:
    page.goto(f"{HOME}/list/questions")
    page.locator("tbody a").first.click()
    tip = page.locator("#tree-tip")
    rows = page.locator("#tree svg.wide a[href^='#p-']")
    expect(tip).to_be_hidden()
    for number in range(rows.count()):
        rows.nth(number).focus()
        expect(tip).to_have_text(re.compile(r"\w"))
        assert rows.nth(number).get_attribute("aria-describedby") == "tree-tip"
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    rows.first.hover()
    expect(tip).to_be_visible()
    assert page.locator("#tree svg.wide .link").count() > 0


def test_speaker_and_chain_show_on_hover_focus_and_go_with_escape(page: Page) -> None:
    page.goto(f"{HOME}/reports/one")
    mark = page.locator(".mark").first
    tip = mark.locator(".tip")
    expect(tip).to_be_hidden()
    mark.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(tip).to_be_visible()
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    mark.hover()
    page.goto(HOME)
    page.locator(".chip").first.hover()
    expect(page.locator(".chip .tip").first).to_be_visible()


def test_every_control_can_be_reached_by_tab_and_shows_where_one_is(page: Page) -> None:
    page.goto(f"{HOME}/list/questions")
    question = page.locator("tbody a").first.get_attribute("href") or ""
    for one in (HOME, question, f"{HOME}/reports/one"):
        page.goto(one)
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
        # A drawing's row shows where one is by a frame of its own.
        walked = []
        for _ in range(40):
            page.keyboard.press("Tab")
            place, name, shown = page.evaluate(
                "(one => [[...document.querySelectorAll('*')].indexOf(one), one.outerHTML.slice(0, 90),"
                " getComputedStyle(one).outlineStyle !== 'none' || !!one.closest('svg.tree')])"
                "(document.activeElement)"
            )
            if name.startswith("<body"):
                break  # after the last control comes the browser's own bar
            assert shown, name
            walked.append(place)
        # A date has a stop each for month, day and year.
        stops = [place for place, _ in groupby(walked)]
        assert len(set(stops)) == len(stops) > 20, one


def test_words_from_outside_are_shown_as_text(page: Page) -> None:
    for one in (*every_page(page), "/search?q=script"):
        page.goto(one)
        assert page.evaluate("document.documentElement.scrollWidth") <= 1280, one
        assert page.title() != "owned"
        assert page.locator("img").count() == 0
        assert "\u202e" not in page.content()
    page.goto(f"{HOME}/list/reports")
    expect(page.get_by_text("<script>document.title='owned'</script>").first).to_be_visible()


def test_printed_it_is_the_words_and_the_evidence(page: Page) -> None:
    page.goto(f"{HOME}/brief")
    page.emulate_media(media="print")
    expect(page.locator(".topbar")).to_be_hidden()
    expect(page.locator(".trail")).to_be_hidden()
    expect(page.locator(".evidence li").first).to_be_visible()
    assert page.pdf()[:5] == b"%PDF-"


def test_a_sentence_is_copied_with_its_citation(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(HOME)
    page.locator("#bottom-line .copy").first.click()
    expect(page.locator(".told")).to_contain_text("Copied with")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert re.search(r"\[\d+.*\]\n\[\d+\] ", copied)
    lines = page.locator(
        "main p[id], main li[id]:not(.evidence li), main tr[id], main figure, #coverage span[id]"
    )
    without = lines.evaluate_all(
        "all => all.filter(one => !one.querySelector('.copy')).map(one => one.outerHTML)"
    )
    assert without == []
    page.locator("#where figure .copy").click()
    expect(page.locator(".told")).to_contain_text("this page as its source")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.endswith(f"<{address}{HOME}#where>")
    context.close()


@pytest.fixture(scope="module")
def axe(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The accessibility checker axe-core from npm; nothing of it is kept here."""
    if NPM is None:
        pytest.skip("no npm here, so axe-core cannot be fetched")
    folder = tmp_path_factory.mktemp("axe")
    got = subprocess.run([NPM, "pack", AXE], cwd=folder, capture_output=True, timeout=120, check=False)
    files = list(folder.glob("*.tgz"))
    if got.returncode or not files:
        pytest.skip("npm did not deliver axe-core")
    shutil.unpack_archive(files[0], folder, filter="data")
    return Path(folder / "package" / "axe.min.js").read_text("utf-8")


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 360)])
def test_axe_finds_nothing(browser: Browser, address: str, axe: str, scheme: str, width: int) -> None:
    dark = scheme == "dark"
    context = browser.new_context(
        base_url=address,
        color_scheme="dark" if dark else "light",
        viewport={"width": width, "height": 900},
        bypass_csp=True,
    )
    page = context.new_page()
    for one in [*every_page(page), "/sign-in", "/nothing", f"{HOME}?as_of=2025-03-04"]:
        page.goto(one)
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        page.evaluate(axe)
        found = page.evaluate(f"axe.run(document, {{runOnly: {RULES}, resultTypes: ['violations']}})")[
            "violations"
        ]
        told = [(each["id"], each["nodes"][0]["html"][:200]) for each in found]
        assert told == [], one
    context.close()
