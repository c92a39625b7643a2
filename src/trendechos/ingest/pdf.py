"""The text of a PDF, page by page, within limits."""

from __future__ import annotations

import re

import pypdfium2

from trendechos.ingest.decode import clean

# Longer than any report we know of; pages beyond are named in a gap, not read.
PAGE_LIMIT = 300
_HYPHEN = re.compile("[\ufffe\x02\xad]\\s*|(?<=[a-z])-\r?\n(?=[a-z])")
_END = (".", "!", "?", ":", "\u201d", '"')


def extract(data: bytes) -> tuple[str, str | None, str | None, int]:
    """Text, title, author and count of unread pages; raises ValueError that says why there is none."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise ValueError(f"not a readable PDF: {error}") from error
    try:
        count = len(document)
        pages = [_page(document, number) for number in range(min(count, PAGE_LIMIT))]
        about = document.get_metadata_dict()
    except pypdfium2.PdfiumError as error:
        raise ValueError(f"not a readable PDF: {error}") from error
    finally:
        document.close()
    text = "\n\n".join(page for page in pages if page)
    if not text:
        raise ValueError("a PDF without a text layer")
    title, author = (clean(about.get(key, "")).strip() or None for key in ("Title", "Author"))
    return text, title, author, max(0, count - PAGE_LIMIT)


def _page(document: pypdfium2.PdfDocument, number: int) -> str:
    page = document[number]
    try:
        words = page.get_textpage()
        try:
            return _paragraphs(str(words.get_text_range()))
        finally:
            words.close()
    finally:
        page.close()


def _paragraphs(text: str) -> str:
    """`text` with the breaks of the printed lines mended: a full line runs on, a short one ends a paragraph."""
    lines = [line.strip() for line in _HYPHEN.sub("", clean(text)).splitlines()]
    lengths = sorted(len(line) for line in lines if line)
    width = lengths[4 * len(lengths) // 5] if lengths else 0  # above the odd heading that runs wide
    out: list[str] = []
    runs_on = False
    for line in lines:
        if not line:
            runs_on = False
            continue
        if runs_on:
            out[-1] += " " + line
        else:
            out.append(line)
        runs_on = len(line) >= (0.95 if line.endswith(_END) else 0.75) * width
    return "\n".join(out)
