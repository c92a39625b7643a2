"""The pages in a real browser: looks, keys, print, other people's words, and what people do in them."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import threading
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright
from tests.web.conftest import SITUATION, worker

from trendechos.store import Store
from trendechos.web import create_app

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
NPM = shutil.which("npm")
AXE = "axe-core@4.10.3"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
HOME = f"/s/{SITUATION}"
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here (Debian: apt-get install chromium)"),
]


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


def every_page(page: Page) -> list[str]:
    """One page of each kind."""
    found = ["/", HOME, f"{HOME}/brief", f"{HOME}/changes", "/search?q=killed", f"{HOME}/reports/five"]
    for name in ("questions", "reports", "sources", "actors"):
        page.goto(f"{HOME}/list/{name}")
        first = page.locator("tbody a").first.get_attribute("href")
        assert first
        found += [f"{HOME}/list/{name}", first]
    return found


@pytest.mark.parametrize("width", [360, 1280, 2560])
def test_nothing_runs_out_of_the_page(page: Page, width: int) -> None:
    pages = every_page(page)
    page.set_viewport_size({"width": width, "height": 900})
    for one in pages:
        page.goto(one)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, one
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


def test_a_correction_made_by_keyboard_survives_a_new_run(page: Page, store: Store) -> None:
    page.goto(f"{HOME}/reports/one")
    claim = page.locator(".claim", has_text="40 people were killed")
    claim.locator("summary").focus()
    page.keyboard.press("Enter")
    claim.get_by_label("The speaker is").fill("Al-Hafiz Bakhit")
    form = claim.locator("form", has=page.get_by_label("The speaker is"))
    form.get_by_label("Your name").fill("Ada")
    form.get_by_label("Reason").fill("heard it")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Kept. The pages are being made again.")).to_be_visible()
    worker(store).step()
    page.goto(f"{HOME}/reports/one")
    expect(claim.get_by_role("heading")).to_contain_text("Al-Hafiz Bakhit")
    expect(claim.locator(".corrected")).to_contain_text("The machine had: Minni Minnawi")
    with store.writer() as writer:
        writer.pages.put(SITUATION, "", [])
    worker(store).step()
    page.reload()
    expect(claim.get_by_role("heading")).to_contain_text("Al-Hafiz Bakhit")


def _claim(page: Page, words: str) -> Locator:
    """The claims with these words of their own, struck ones left out."""
    return page.locator(".claim:not(.struck)", has=page.locator("p > bdi.w", has_text=words))


def _review(page: Page, report: str, words: str, label: str, act: Callable[[Locator], object]) -> None:
    """Opens the claim with these words, fills the form that has this label, and keeps it."""
    page.goto(f"{HOME}/reports/{report}")
    claim = _claim(page, words).last
    claim.locator("summary").first.click()
    form = claim.locator("form", has=page.get_by_label(label, exact=True)).first
    act(form)
    form.get_by_label("Your name").fill("Ada")
    form.get_by_label("Reason").fill("read it again")
    form.get_by_role("button", name="Keep").click()
    expect(page.get_by_text("Kept. The pages are being made again.")).to_be_visible()


def _again(store: Store) -> None:
    """A whole new run: the pages thrown away and made again from what is held."""
    with store.writer() as writer:
        writer.pages.put(SITUATION, "", [])
    worker(store).step()


SIGNED = re.compile(r"Ada, \d{4}-\d\d-\d\d \d\d:\d\d UTC.*read it again")


def test_an_acceptance_is_signed_carries_over_and_survives(page: Page, store: Store) -> None:
    _review(
        page,
        "one",
        "40 people were killed",
        "This is",
        lambda form: form.get_by_label("This is").select_option("yes"),
    )
    _again(store)
    for report, carried in (("one", False), ("two", True)):
        page.goto(f"{HOME}/reports/{report}")
        note = _claim(page, "40 people were killed").locator(".corrected")
        expect(note).to_have_text(SIGNED)
        assert ("carried over from an echo" in note.inner_text()) == carried


def test_what_is_struck_stays_in_sight_and_can_be_taken_back(page: Page, store: Store) -> None:
    words = "120 people were wounded"
    _review(page, "one", words, "This is", lambda form: form.get_by_label("This is").select_option("no"))
    _again(store)
    page.goto(f"{HOME}/reports/one")
    struck = page.locator(".struck", has_text=words)
    expect(struck.locator(".corrected")).to_have_text(SIGNED)
    assert _claim(page, words).count() == 0
    page.goto(f"{HOME}/reports/two")
    assert _claim(page, words).count() == 1
    page.goto(f"{HOME}/reports/one")
    struck.locator("summary").click()
    struck.get_by_label("Your name").fill("Ben")
    struck.get_by_role("button", name="Keep").click()
    _again(store)
    page.goto(f"{HOME}/reports/one")
    expect(_claim(page, words).locator(".corrected")).to_contain_text("Ben")
    expect(struck).to_have_count(0)


def test_a_split_carries_over_and_its_parts_can_be_corrected(page: Page, store: Store) -> None:
    whole, label = "at least 40 people were killed", "Two claims; the second begins with the words"
    _review(page, "one", whole, label, lambda form: form.get_by_label(label).fill("were killed"))
    worker(store).step()
    page.goto(f"{HOME}/reports/one")
    parts = [text.strip() for text in page.locator(".claim bdi.w").all_inner_texts()]
    second = next(text for text in parts if text.startswith("were killed"))
    _review(
        page,
        "one",
        second,
        "The speaker is",
        lambda form: form.get_by_label("The speaker is").fill("Al-Hafiz Bakhit"),
    )
    _again(store)
    for report in ("one", "two"):
        page.goto(f"{HOME}/reports/{report}")
        assert any("Split" in text for text in page.locator(".corrected").all_inner_texts()), report
    page.goto(f"{HOME}/reports/one")
    expect(_claim(page, second).last.get_by_role("heading")).to_contain_text("Al-Hafiz Bakhit")


def test_a_link_can_be_parted_and_joined_again(page: Page, store: Store) -> None:
    words, pages = "40 people were killed", re.compile(r"On \d pages")

    def say(form: Locator, same: str) -> None:
        form.get_by_label("The statement on").select_option(index=0)
        form.get_by_label("is", exact=True).select_option(same)

    _review(page, "one", words, "The statement on", lambda form: say(form, "no"))
    _again(store)
    page.goto(f"{HOME}/reports/one")
    claim = _claim(page, words)
    expect(claim.locator(".corrected")).to_have_text(SIGNED)
    parted = claim.locator(".m", has_text=pages).count()
    claim.locator("summary").first.click()
    apart = claim.locator("optgroup[label^='On the same question'] option")
    assert apart.count() > 0
    other = apart.first.get_attribute("value") or ""
    form = claim.locator("form", has=page.get_by_label("The statement on"))
    form.get_by_label("The statement on").select_option(other)
    form.get_by_label("is", exact=True).select_option("yes")
    form.get_by_label("Your name").fill("Ada")
    form.get_by_role("button", name="Keep").click()
    _again(store)
    page.goto(f"{HOME}/reports/one")
    expect(claim.locator(".corrected").last).to_contain_text("the same statement")
    assert claim.locator(".m", has_text=pages).count() >= parted


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
