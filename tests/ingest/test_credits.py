"""Whom pages credit: agencies for words, others for pictures."""

import pytest

from trendechos.ingest.credits import credit
from trendechos.languages.en.credits import for_words

LINE = "The river rose for a third day and nobody at the town hall would say for how long.\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("KYIV, Oct. 3 (AP) — Words.", "AP"),
        ("PARIS (AFP): Words.", "AFP"),
        ("(AP) — Words.", "AP"),
        (f"Title\nBy Ada Writer, Associated Press\n{LINE}", "Associated Press"),
        (f"Title\nBy Reuters\n{LINE}", "Reuters"),
        (f"Title\nReuters staff\n{LINE}", "Reuters"),
        ("Words. (AFP)", "AFP"),
        (f"{LINE}He said so. – Reuters", "Reuters"),
        (f"{LINE}— AFP", "AFP"),
        (f"{LINE}Source: Ukrinform", "Ukrinform"),
        (f"{LINE}(With inputs from PTI)", "PTI"),
        (f"{LINE}Additional reporting by AFP and Reuters.", "AFP and Reuters"),
        (f"{LINE}(Reuters, AFP)", "Reuters, AFP"),
        (f"{LINE}© 2024 The Associated Press. All rights reserved.", "Associated Press"),
        (f"{LINE}This article was originally published by Reuters.", "Reuters"),
        (f"{LINE}Source: dpa\nContact us\nNewsletter\nAll rights reserved", "dpa"),
    ],
)
def test_agencies_for_words(text: str, expected: str) -> None:
    assert credit(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{LINE}(Video credit: Example World News)\nExample Post\nContact us", "video by Example World News"),
        (f"Photo: Ada Writer/Reuters\n{LINE}", "photo by Ada Writer; photo by Reuters"),
        (f"{LINE}Featured image: AFP", "image by AFP"),
        (f"{LINE}[Footage courtesy of Weir TV]", "footage by Weir TV"),
        (f"Photo by AFP\n{LINE}Source: dpa", "dpa; photo by AFP"),
    ],
)
def test_pictures(text: str, expected: str) -> None:
    assert credit(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The reporter told Reuters that he knew.",
        "Words about the AP (an exam).",
        f"{LINE}He told AP.",
        f"{LINE}He left. (ap)",
        f"{LINE}Photos show a bridge",
        f"{LINE}Pictures from the scene show damage",
        f"{LINE}Map: how the river rose",
        f"{LINE}The army (the map)",
        "",
        "Source: a person with knowledge of the matter",
    ],
)
def test_what_is_no_credit(text: str) -> None:
    assert credit(text) is None


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        ("Ada Writer, Reuters", "Reuters"),
        ("AFP", "AFP"),
        ("By AFP", "AFP"),
        ("Ada Reuters", None),
        (None, None),
    ],
)
def test_bylines(byline: str | None, expected: str | None) -> None:
    assert credit(LINE, byline) == expected


def test_a_credit_for_a_picture_is_none_for_the_words() -> None:
    assert for_words("dpa; photo by AFP") == "dpa"
    assert for_words("Video credit: Example World News") == ""
