"""Review by people in a real browser: signed, shown beside the machine's version, there after a new run."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.web.conftest import CHROMIUM, SITUATION, worker

from trendechos.store import Store

HOME = f"/s/{SITUATION}"
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here (Debian: apt-get install chromium)"),
]


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
