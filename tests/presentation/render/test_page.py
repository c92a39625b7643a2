"""The page: self-contained, inert, linked both ways."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise

from syrupy.assertion import SnapshotAssertion
from tests.presentation import scene

from trendechos.presentation import compose, render


class Tree(HTMLParser):
    """Tags in order, ids, links, and whether every tag is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag not in {"meta", "link", "br", "hr", "img", "input"}:
            self.open.append(tag)
        for key, value in attrs:
            self.attributes.append(key)
            if key == "id":
                self.ids.append(value or "")
            if key == "href":
                self.links.append(value or "")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def page(**changes: object) -> str:
    situation, evidence = scene.situation(**changes), scene.evidence()
    return render.html(compose(situation, evidence), situation, evidence)


def tree(text: str) -> Tree:
    made = Tree()
    made.feed(text)
    made.close()
    return made


def test_tags_are_balanced_and_ids_unique() -> None:
    made = tree(page())
    assert made.open == []
    assert len(made.ids) == len(set(made.ids))


def test_every_inner_link_leads_somewhere() -> None:
    made = tree(page())
    inner = {link[1:] for link in made.links if link.startswith("#")}
    assert inner <= set(made.ids)


def test_evidence_and_sentences_are_linked_both_ways() -> None:
    text = page()
    assert re.search(r'id="bottom-line-1">.*?href="#e1"', text, re.DOTALL)
    assert re.search(r'id="e1">.*?href="#bottom-line-1"', text, re.DOTALL)


def test_nothing_is_loaded_from_anywhere() -> None:
    text = page()
    assert not {"link", "img", "iframe", "object", "embed", "base"} & set(tree(text).tags)
    assert not re.search(r"\bsrc=|@import|url\(", text)
    assert "default-src &#39;none&#39;" in text
    assert tree(text).tags.count("script") == 1


def test_hostile_titles_outlets_and_addresses_are_inert_text() -> None:
    text = page(title=scene.HOSTILE)
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt; [U+202E]gnp.exe" in text
    assert "\u202e" not in text
    assert "<b>Mirror" not in text
    assert 'href="javascript:' not in text
    assert "javascript:alert(1)" in text
    assert text.count("long title") < 100
    made = tree(text)
    assert made.open == []
    assert not [key for key in made.attributes if key.startswith("on")]


def test_only_http_links_leave_the_page_and_they_tell_nobody() -> None:
    outward = re.findall(r"<a [^>]*href=\"(?!#)[^>]*>", page())
    assert outward
    for link in outward:
        assert 'href="https://' in link
        assert 'rel="noopener noreferrer"' in link


def test_headings_go_down_by_one() -> None:
    levels = [int(tag[1]) for tag in tree(page()).tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_half_characters_do_not_break_the_page() -> None:
    assert "\ufffd" in page(title="half \ud83d").encode("utf-8").decode("utf-8")


def test_the_page_reads_as_before(snapshot: SnapshotAssertion) -> None:
    body = page().split("</style>", 1)[1].split("<script>", 1)[0]
    assert body == snapshot
