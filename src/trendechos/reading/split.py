"""A report's text as sentences, furniture and dateline.

Line breaks end paragraphs unless the text is wrapped at a fixed width; nupunkt proposes sentence
ends inside a paragraph and the rules below mend what news needs: titles and initials, quotation
marks, bullets, and a limit on length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from nupunkt import load_default_model

from trendechos.languages.en.abbreviations import BEFORE_NUMBERS, TITLES
from trendechos.reading.furniture import dateline_end, is_bare_name, is_date_line, is_furniture
from trendechos.reading.layout import Layout
from trendechos.records import Report, Span
from trendechos.records.span import Field

# The longest honest sentences of PolNeAR have about 110 words; what is longer is a list or has no stops.
MOST_WORDS = 160
MOST_CHARACTERS = 1200
# No report is longer than a book; what stands behind is not read, and recorded as furniture.
MOST_READ = 2_000_000
# A dateline stands in one of the first paragraphs or the text has none.
DATELINE_PARAGRAPHS = 4
# At the foot of a page, between lines of furniture: how many lines and how long.
SLOGANS, SLOGAN = 2, 60
# Fixed-width wires run from about 50 to 100 columns.
NARROWEST, WIDEST = 45, 110

_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_WORD = re.compile(r"\S+")
# Marks that nobody sees, and what a NUL became, would keep a stop from the space behind it.
_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|(?<=[.!?])\ufffd")
_BULLET = re.compile(r"[•●▪◦‣■►➤✅]\s+|[–—*-]\s+(?=[A-Z“\"'‘\d])")
_INNER_BULLET = re.compile(r"(?<=\s)[•●▪◦‣■►➤✅]\s+")
_CLOSERS = "\"'”’»)]"
_LAST_WORD = re.compile(r"([\w.'’-]+)\.[\"'”’)\]]*$")
_INITIAL = re.compile(r"(?:^|[\s(\"“.])[A-Z]\.$")
_OPENS_LOWER = re.compile(r"[\"'“‘(\[]*[a-z]")
_CUTS = (re.compile(r"[.!?;:]\s+|\n+"), re.compile(r",\s+|\s[–—-]+\s"), re.compile(r"\s+"))

# A word in small letters with its stop before a capital ends a sentence, whatever the model of stops thinks.
_MISSED = re.compile(r"(?<![\w.'’-])([a-z][a-z'’]{2,})[.!?][\"”’)]*(\s+)(?=[\"“‘(]?[A-Z])")

Piece = tuple[int, int]


def split(report: Report) -> Layout:
    """The layout of a report: its title's sentences, then its text's, with furniture and dateline apart.

    An empty report gives an empty layout. Offsets are code points; nothing is normalised.
    """
    title = _UNSEEN.sub(" ", report.title or "")
    sentences = [span for start, end in _lines(title) for span in _sentences(title, start, end, "title")]
    furniture: list[Span] = []
    dateline: Span | None = None
    text = _UNSEEN.sub(" ", report.text[:MOST_READ])
    if len(text) < len(report.text):
        furniture.append(Span(MOST_READ, len(report.text)))
    seen = 0
    for start, end, framing in _paragraphs(text, title.strip()):
        if framing:
            furniture.append(Span(start, end))
            continue
        begin = start
        if seen < DATELINE_PARAGRAPHS and dateline is None:
            offset = dateline_end(text[start:end])
            if offset:
                dateline, begin = (
                    Span(start, start + len(text[start : start + offset].rstrip())),
                    start + offset,
                )
        seen += 1
        sentences.extend(_sentences(text, begin, end, "text"))
    return Layout(tuple(sentences), tuple(sorted(furniture)), dateline, report.language or "en")


def _lines(text: str) -> list[Piece]:
    pieces = []
    for match in _LINE.finditer(text):
        piece = _trim(text, match.start(), match.end())
        if piece[0] < piece[1]:
            pieces.append(piece)
    return pieces


def _trim(text: str, start: int, end: int) -> Piece:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _paragraphs(text: str, title: str) -> Iterator[tuple[int, int, bool]]:
    """Start and end of each paragraph, and whether it only frames the article."""
    lines = _lines(text)
    if _is_wrapped(text, lines):
        lines = _unwrapped(text, lines)
    for (start, end), frames in zip(lines, _framing(text, lines, title), strict=True):
        yield start, end, frames


def _unwrapped(text: str, lines: list[Piece]) -> list[Piece]:
    joined: list[Piece] = []
    for start, end in lines:
        if joined and not _is_blank_between(text, joined[-1][1], start):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _framing(text: str, lines: list[Piece], title: str) -> list[bool]:
    words = [text[start:end] for start, end in lines]
    found = [is_furniture(line) or (bool(title) and line == title) for line in words]
    for index, line in enumerate(words):
        beside = words[max(0, index - 1) : index] + words[index + 1 : index + 2]
        # A name alone on a line is an author's when a date or reading time stands beside it.
        if not found[index] and is_bare_name(line) and any(is_date_line(other) for other in beside):
            found[index] = True
    _extend_tail(words, found)
    return found


def _extend_tail(words: list[str], found: list[bool]) -> None:
    """Marks short lines between the last lines of furniture: site names and slogans at the foot of a page."""
    last = len(words) - 1
    while last > 0 and found[last]:
        above = last - 1
        while above >= 0 and last - above <= SLOGANS and not found[above] and len(words[above]) <= SLOGAN:
            above -= 1
        if above < 0 or not found[above]:
            break
        for index in range(above + 1, last):
            found[index] = True
        last = above


def _is_blank_between(text: str, end: int, start: int) -> bool:
    return text[end:start].count("\n") >= 2 or "\n\r\n" in text[end:start]


def _is_wrapped(text: str, lines: list[Piece]) -> bool:
    """True when single line breaks fall where the next word would not have fitted in the width."""
    pairs = [
        (first, second) for first, second in pairwise(lines) if not _is_blank_between(text, first[1], second[0])
    ]
    if len(pairs) < 3:
        return False
    lengths = sorted(end - start for start, end in lines)
    width = lengths[max(0, int(len(lengths) * 0.97) - 1)]
    if not NARROWEST <= width <= WIDEST:
        return False
    forced = 0
    for (start, end), (following, stop) in pairs:
        word = _WORD.match(text, following, stop)
        forced += bool(word) and end - start + 1 + len(word.group() if word else "") >= width - 3
    return forced >= 0.7 * len(pairs)


@cache
def _tokenizer() -> object:
    return load_default_model()


def _sentences(text: str, start: int, end: int, field: Field) -> Iterator[Span]:
    for first, last in _merged(text, _proposed(text, start, end)):
        for piece in _cut(text, first, last):
            begin, stop = _trim(text, *piece)
            if begin < stop:
                yield Span(begin, stop, field)


def _proposed(text: str, start: int, end: int) -> list[Piece]:
    bullet = _BULLET.match(text, start, end)
    begin = bullet.end() if bullet else start
    marks = [begin]
    for match in _INNER_BULLET.finditer(text, begin, end):
        marks.append(match.end())
    marks.append(end)
    pieces: list[Piece] = []
    for first, last in pairwise(marks):
        body = text[first:last].rstrip("•●▪◦‣■►➤✅ \t")
        if len(body) < 2 or not any(mark in body for mark in ".!?…"):
            pieces += [(first, first + len(body)), (-1, -1)]
            continue
        for begun, ended in _tokenizer().spans(body):  # type: ignore[attr-defined]
            pieces.extend(_missed(text, first + begun, first + ended))
        pieces.append((-1, -1))  # nothing is merged over a bullet
    return pieces


def _missed(text: str, start: int, end: int) -> Iterator[Piece]:
    """The piece, cut at plain ends of sentences that were overlooked."""
    for match in _MISSED.finditer(text, start, end):
        if match[1] not in TITLES and match[1] not in BEFORE_NUMBERS:
            yield start, match.start(2)
            start = match.end()
    yield start, end


def _merged(text: str, pieces: list[Piece]) -> Iterator[Piece]:
    current: Piece | None = None
    for first, last in pieces:
        if first < 0:
            if current:
                yield current
            current = None
            continue
        start, end = _trim(text, first, last)
        if start >= end:
            continue
        if current is None:
            current = (start, end)
            continue
        closing = start
        while closing < end and text[closing] in _CLOSERS and text[closing] not in "'\"":
            closing += 1
        if closing > start:
            current, start = (current[0], closing), _trim(text, closing, end)[0]
            if start >= end:
                continue
        if _belongs(text, current, start, end):
            current = (current[0], end)
        else:
            yield current
            current = (start, end)
    if current:
        yield current


def _belongs(text: str, current: Piece, start: int, end: int) -> bool:
    """True when what starts at `start` continues the sentence before it."""
    before = text[max(current[0], current[1] - 40) : current[1]]
    if _OPENS_LOWER.match(text, start, end) or text[start] in ",;":
        # "Rep. Ann Lee (N.-Calif.), who ...": no sentence begins with a comma.
        return True
    if before.endswith("."):
        if _INITIAL.search(before) and text[start].isupper():
            # "George W." goes on; "vitamin C." and "Washington, D.C." may end.
            return not before.endswith((".C.", ".S.", "U.K.", "E.U.", "U.N."))
        word = _LAST_WORD.search(before)
        if word:
            last = word[1].lower().rsplit(" ", 1)[-1]
            if last in BEFORE_NUMBERS:
                return text[start].isdigit()
            return last in TITLES and (text[start].isupper() or text[start].isdigit())
    return False


def _cut(text: str, start: int, end: int, level: int = 0) -> Iterator[Piece]:
    """The piece, or parts of it under the limits, cut at the strongest mark nearest the middle."""
    pending = [(start, end)]
    while pending:
        first, last = pending.pop()
        if last - first <= MOST_CHARACTERS and text.count(" ", first, last) < MOST_WORDS:
            yield first, last
            continue
        middle = _cutting_place(text, first, last)
        pending.append((middle, last))
        pending.append((first, middle))


def _cutting_place(text: str, first: int, last: int) -> int:
    # Look no farther than the limit, so that a page without stops is cut in one pass.
    stop = min(last, first + MOST_CHARACTERS)
    for number, match in enumerate(re.finditer(r"\s+", text[first:stop])):
        if number + 1 >= MOST_WORDS:
            stop = first + match.start()
            break
    for pattern in _CUTS:
        ends = [match.end() for match in pattern.finditer(text, first + (stop - first) // 3, stop)]
        if ends and ends[-1] < last:
            return ends[-1]
    # Runs of spaces count as words above and as one gap here: then the middle is as good as any place.
    return stop if stop < last else (first + last + 1) // 2
