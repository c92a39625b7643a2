"""A web page to the report that it carries: main text, title, byline, date, outlet, as plain text."""

from __future__ import annotations

import re
from typing import Any

import lxml.etree  # type: ignore[import-untyped]
import lxml.html  # type: ignore[import-untyped]
import trafilatura
from trafilatura.settings import Document

from trendechos.ingest import make
from trendechos.ingest.credits import credit
from trendechos.ingest.decode import clean, decode
from trendechos.ingest.links import links
from trendechos.records import Gap, Report
from trendechos.records.codec import to_json

__all__ = ["SIZE_LIMIT", "credit", "found", "parse", "text_of"]

# News pages have 174 kB on average; extraction takes memory of about twenty times the page.
SIZE_LIMIT = 20_000_000
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.I)
_LANGUAGE = re.compile(r"<html[^>]{0,1000}?\slang\s*=\s*[\"']?([A-Za-z]{2,3})\b", re.I)
_BLOCKS = (
    "p", "br", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "tr", "figure",
)  # fmt: skip
# A page can be built to make a parser fail in many ways; each costs this page and no other.
_FAULTS = (
    ValueError, TypeError, AttributeError, LookupError, ArithmeticError, AssertionError, RecursionError,
    MemoryError, lxml.etree.LxmlError,
)  # fmt: skip


def parse(html: bytes, url: str | None) -> Report | Gap:
    """The report that the page `html` carries, or a gap that says why there is none."""
    subject = url or "page"
    result = found(html, url)
    if isinstance(result, str):
        return make.refused(subject, result)
    made = list(make.reports(result, subject))
    return next((one for one in made if isinstance(one, Report)), made[0])


def found(html: bytes, url: str | None) -> make.Found | str:
    """What the page says about itself, or the reason why nothing can be had from it."""
    if len(html) > SIZE_LIMIT:
        return f"too large: {len(html):,} bytes, the limit is {SIZE_LIMIT:,}"
    declared = _CHARSET.search(html[:4000])
    markup, _ = decode(html, declared[1].decode("ascii", "replace") if declared else None)
    try:
        tree = trafilatura.load_html(_undeclared(markup))
        document = tree is not None and trafilatura.bare_extraction(
            tree, url=url, fast=True, with_metadata=True, include_comments=False,
            # The default last day is the clock's; dates in the future are found later, against a given day.
            date_extraction_params={"extensive_search": False, "original_date": True, "max_date": "2199-12-31"},
        )  # fmt: skip
    except _FAULTS as error:
        return f"page not understood: {type(error).__name__}"
    if not isinstance(document, Document) or not (document.text or "").strip():
        return "no main text found in the page"
    return _of(document, tree, markup, url)


def _of(document: Document, tree: Any, markup: str, url: str | None) -> make.Found:
    language = _LANGUAGE.search(markup[:4000])
    title = _line(document.title)
    text = _below(title, clean(str(document.text).strip()))
    cited = links(tree, text, url or _line(document.url))
    return make.Found(
        text=text,
        url=url or _line(document.url),
        outlet=_line(document.sitename) or _line(document.hostname),
        language=language[1].lower() if language else None,
        published=_line(document.date),
        title=title,
        byline=_line(document.author),
        credit=credit(text, _line(document.author)),
        extra=(("links", to_json(cited)),) if cited else (),
    )


def _below(title: str | None, text: str) -> str:
    """The text without its first line where that repeats the title, which would be read twice."""
    first, _, rest = text.partition("\n")
    same = title and " ".join(first.casefold().split()) == title.casefold()
    return rest.strip() if same and rest.strip() else text


def text_of(fragment: str) -> str | None:
    """The words of a piece of HTML (or of plain text), a line a block; None when there are none.

    >>> text_of("<p>One &amp; two.</p><p>Three<br>four.</p><script>x</script>")
    'One & two.\\nThree\\nfour.'
    """
    if not fragment.strip():
        return None
    try:
        root = lxml.html.fromstring(f"<div>{_undeclared(fragment)}</div>")
    except _FAULTS:
        return None
    lxml.etree.strip_elements(root, "script", "style", lxml.etree.Comment, with_tail=False)
    for block in root.iter(*_BLOCKS):
        block.tail = "\n" + (block.tail or "")
    lines = (" ".join(line.split()) for line in clean(root.text_content()).split("\n"))
    return "\n".join(line for line in lines if line) or None


def _undeclared(markup: str) -> str:
    """`markup` without an XML declaration, which lxml refuses in decoded text."""
    return re.sub(r"\A\s*<\?xml[^>]{0,200}\?>", "", markup)


def _line(value: str | None) -> str | None:
    return " ".join(clean(value).split()) or None if value else None
