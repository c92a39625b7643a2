"""How much of a page is shown for a claim: its words, closed where they open a quotation, led by its verb."""

from __future__ import annotations

import re

from trendechos.languages.en.reporting import CLAUSE_WORDS
from trendechos.records import Claim, Report

_OPENS, _CLOSES = re.compile(r"[“\"]$"), re.compile(r"[.,;:!?]?([”\"])")
_THAT = re.compile(r"that\s+(?=\S)", re.IGNORECASE)
# Between a verb and what it governs stands nothing but blanks and an opening quotation mark.
_NEXT = re.compile(r"\s*[“\"‘']?")
# An infinitive belongs to its verb, however much stands between them in one sentence.
_INFINITIVE = re.compile(r"to\s+\w")
_BETWEEN = re.compile(r"[^.!?\n]{0,120}")


def of(claim: Claim, report: Report) -> str:
    """The words of a claim without a leading "that", a quotation in them closed (or opened) as on the page."""
    page = report.words(claim.span.field)
    return _closed(_THAT.sub("", claim.text, count=1) if _THAT.match(claim.text) else claim.text, claim, page)


def led(claim: Claim, report: Report) -> str:
    """The page's words from the verb to the end of what it governs; "" where the claim's own words suffice."""
    cue = claim.cue
    if cue is None or cue.span.field != claim.span.field:
        return ""
    if not cue.text[-1:].isalpha() or any(word in CLAUSE_WORDS for word in cue.text.lower().split()):
        return ""
    page = report.words(claim.span.field)
    if cue.span.start == claim.span.start:
        return _closed(claim.text, claim, page)  # "condemned the raid" holds its verb
    between = page[cue.span.end : claim.span.start]
    if claim.mode == "quoted" and between.strip():
        return ""  # 'blamed the delay on "strikes"' but not 'said: "We ..."'
    far = _INFINITIVE.match(claim.text) and _BETWEEN.fullmatch(between)
    if claim.span.start < cue.span.end or not (_NEXT.fullmatch(between) or far) or _THAT.match(claim.text):
        return ""
    return _closed(page[cue.span.start : claim.span.end], claim, page)


def _closed(text: str, claim: Claim, page: str) -> str:
    if text.count("(") == text.count(")") + 1 and page.startswith(")", claim.span.end):
        return f"{text})"
    marks = text.count('"') % 2 + abs(text.count("“") - text.count("”"))
    if marks != 1:
        return text
    after = _CLOSES.match(page, claim.span.end)
    if after and not text.rstrip().endswith(("“", '"')):
        return text + after[1]
    before = _OPENS.search(page[: claim.span.start])
    return before[0] + text if before and text.startswith(claim.text[:1]) else text
