"""Colon forms: headlines ("Minister: talks go on", "Talks go on: minister") and speaker labels."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from functools import cache

from trendechos.claims.found import Found
from trendechos.claims.line import Line
from trendechos.claims.outlets import outlet
from trendechos.claims.sources import core
from trendechos.knowledge import actors, composition
from trendechos.languages.en import reporting
from trendechos.languages.en.headlines import LABELS, LETTERS, ROLES
from trendechos.languages.en.sources import kinds
from trendechos.records.span import Field

Range = tuple[int, int]
_LABEL = re.compile(r"[“\"][A-Z][A-Z.’' -]*[A-Z]: ")
# A speaker before a colon is a name, perhaps with a title; longer beginnings are clauses.
MOST_WORDS = 5
LEAST_CONTENT = 3
LEAST_LABELS = 2
# A dash that closes a title stands before a name of at most three words.
MOST_NAMED = 4
_DASHES = frozenset({"–", "—", "-", "|"})
_OPENING = frozenset({"“", '"', "``", "‘", "'"})
# Papers that close a headline as its source; other words for documents close it as labels.
_PAPERS = frozenset({"report", "study", "survey", "statement"})
_NAMES = ("NNP", "NNPS")
_NOUNS = ("NNP", "NNPS", "NN", "NNS", "JJ", "POS", "CC", ".", "DT", "-LRB-", "-RRB-")


def colon(line: Line, *, headline: bool, named: bool = False) -> Found | None:
    """The attribution that a colon makes in this line, or None; unnamed sources count in headlines only.

    `named` says that the line begins with a name that is known.
    """
    if ":" not in line.lows:
        return None
    at = line.lows.index(":")
    first = 1 if line.lows[0] in _OPENING else 0
    last = line.size - 1
    if at == 1 and line.parsed.words[0] in LETTERS and last > at:
        # "Q: ...": somebody speaks whom the page does not name.
        return _found(line, at, None, set(range(at + 1, line.size)))
    if headline and (name := _who_is_quoted(line, at)) is not None:
        return _found(line, at, name, set(range(at + 1, line.size)), first=name + 1)
    part = at == 1 and line.lows[0] in ROLES and line.parsed.words[0][0].isupper()
    speaks = part or _is_source(line, 0, at - 1, headline=headline) or _in_capitals(line, first, at)
    if speaks and line.sentence.span.field == "title" and _is_topic(line, at, named=named):
        speaks = False
    if speaks and last - at >= LEAST_CONTENT:
        return _found(line, at, _head(line, first, at - 1), set(range(at + 1, line.size)))
    end = last - 1 if line.deps[last] == "punct" and last > at + 1 else last
    if headline and at >= LEAST_CONTENT and _is_source(line, at + 1, end, headline=True, after=True):
        return _found(line, at, _head(line, at + 1, end), set(range(at)))
    return None


def closed(title: Line, text: Sequence[Line]) -> Found | None:
    """The attribution of "Only a fifth is pledged – Okoro" where Okoro speaks in the text, else None."""
    last = title.size - 1
    at = next(
        (token for token in range(last, max(-1, last - MOST_NAMED), -1) if title.lows[token] in _DASHES), last
    )
    if at < LEAST_CONTENT or at == last or any(tag not in _NAMES for tag in title.tags[at + 1 :]):
        return None
    if outlet(title.text(at + 1, last)) is not None or not any(
        _speaks_in(line, title.lows[last]) for line in text
    ):
        return None
    return _found(title, at, last, set(range(at)))


def _speaks_in(line: Line, name: str) -> bool:
    """True where the person of that name is the subject of a reporting verb."""
    return any(
        low == name and line.deps[token] == "nsubj" and line.lemmas[line.heads[token]] in _speech()
        for token, low in enumerate(line.lows)
    )


def spoken(text: str, quotes: Iterable[Range]) -> tuple[Range, ...]:
    """The `quotes` of `text` that hold no line of a transcript, whose label names who speaks.

    >>> spoken('"LEE: I will." He said "No."', ((0, 14), (23, 28)))
    ((23, 28),)
    """
    return tuple(quote for quote in quotes if _LABEL.match(text, quote[0]) is None)


def labels(lines: Sequence[Line], found: Sequence[Found]) -> None:
    """Gives the speaker of each label in a transcript ("MR. LEE: ...") the rest of the paragraph.

    Two labels make a transcript; one alone may be a heading.
    """
    marked = [
        one for one in found
        if lines[one.line].lows[one.at] == ":" and one.content and min(one.content) > one.at
        and lines[one.line].sentence.span.field == "text"
    ]  # fmt: skip
    if len(marked) < LEAST_LABELS:
        return
    own = {one.line for one in marked}
    for one in marked:
        for index in range(one.line + 1, len(lines)):
            line = lines[index]
            if line.paragraph != lines[one.line].paragraph or index in own:
                break
            one.ranges.append((line.offset, line.sentence.span.end))


def heard(lines: Sequence[Line], found: Sequence[Found], named: Container[tuple[Field, int]]) -> list[Found]:
    """`found` without the labels of a title that are no speaker: names that nobody knows and no cue has.

    "Marburg: eight dead", "SHOCKING: ..."; `named` holds where known names begin. A title that stands alone
    keeps its labels.
    """
    sources: set[str] = set()
    for line, source in ((lines[one.line], one.source) for one in found if not _labels(lines, one)):
        if source is not None:
            words = line.parsed.words[slice(*core(line, source))]
            states = (composition.state_of(word) for word in (*words, line.parsed.words[source]))
            sources |= {line.lows[source], *(state.code for state in states if state is not None)}
    alone = all(line.sentence.span.field == "title" for line in lines)
    return [
        one
        for one in found
        if alone or not _labels(lines, one) or _is_heard(lines[one.line], one, named, sources)
    ]


def _labels(lines: Sequence[Line], one: Found) -> bool:
    """True for a name before a colon in the title."""
    line = lines[one.line]
    if line.sentence.span.field != "title" or line.lows[one.cue[-1]] != ":" or one.source is None:
        return False
    return one.source < one.at and line.tags[one.source] in _NAMES


def _is_heard(line: Line, one: Found, named: Container[tuple[Field, int]], sources: Container[str]) -> bool:
    source = one.source or 0
    state = actors.state(line.text(0, one.at - 1))
    if state is not None:
        # "Peru: marines shot at crowd" is about Peru where nobody of Peru speaks.
        return state.code in sources
    known = any(("title", line.offset + line.parsed.starts[token]) in named for token in range(one.at))
    return known or line.lows[source] in sources or line.lemmas[source].lower() in kinds()


def _is_source(line: Line, first: int, last: int, *, headline: bool, after: bool = False) -> bool:
    if not 0 <= last - first < MOST_WORDS:
        return False
    tags = line.tags[first : last + 1]
    lows = line.lows[first : last + 1]
    if any(low in LABELS or low.rstrip("s") in LABELS for low in lows) or any(
        tag not in _NOUNS for tag in tags
    ):
        return False
    if tags[-1] not in (*_NAMES, "NN", "NNS", "-RRB-"):
        return False
    # A label in a transcript is a name; a name behind the colon of a headline stands alone ("...: Minister").
    named = [token for token in range(first, last + 1) if line.tags[token] in _NAMES]
    if headline and not after:
        return True
    if after:
        return bool(named) or _speaks(line, last)
    return len(named) > 1 or any(line.parsed.words[token].isupper() for token in named)


def _is_topic(line: Line, at: int, *, named: bool) -> bool:
    """True where the words before the colon of a headline say what it is about, not who speaks.

    Somebody else speaks behind it, or it is no person or body, or a country with no statement behind it.
    """
    head, behind = _head(line, 0, at - 1), range(at + 1, line.size)
    verbs = [token for token in behind if line.tags[token] in ("VBZ", "VBP", "VBD", "MD")]
    if any(line.lemmas[token] in _speech() and line.child(token, "nsubj") for token in verbs):
        return True
    if line.tags[head] not in _NAMES and not named:
        return kinds().get(line.lemmas[head]) is None
    return not verbs and actors.state(line.text(0, at - 1)) is not None


@cache
def _speech() -> frozenset[str]:
    return frozenset(word for word, entry in reporting.entries()["v"].items() if entry.act == "speech")


def _speaks(line: Line, noun: int) -> bool:
    """True for people, bodies and papers that close a headline ("...: officials"), described without a name."""
    return kinds().get(line.lemmas[noun], "document") != "document" or line.lemmas[noun] in _PAPERS


def _who_is_quoted(line: Line, at: int) -> int | None:
    """The last word of the name that opens "Lee on the Dam: “We Are Ready”", or None."""
    if at + 1 >= line.size or line.lows[at + 1] not in _OPENING:
        return None
    last = next((token for token in range(at) if line.tags[token] not in _NAMES), at) - 1
    return last if last >= 0 and line.tags[last + 1] == "IN" else None


def _in_capitals(line: Line, first: int, at: int) -> bool:
    """True for a name in capitals from `first` to the colon at `at` ("SMITH: ..."), whatever its tag."""
    words = line.parsed.words[first:at]
    if not first < at <= MOST_WORDS or not all(word.isupper() and len(word) > 1 for word in words):
        return False
    if not any(word.islower() for word in line.parsed.words[at + 1 :]):
        # All is in capitals: they tell no name.
        return False
    return not any(low in LABELS or low.rstrip("s") in LABELS for low in line.lows[first:at])


def _head(line: Line, first: int, last: int) -> int:
    for token in range(last, first - 1, -1):
        if line.tags[token][0] == "N":
            return token
    return last


def _found(line: Line, at: int, source: int | None, content: set[int], *, first: int | None = None) -> Found:
    cue = tuple(range(at if first is None else first, at + 1))
    roots = tuple(token for token in content if line.heads[token] not in content or line.heads[token] == token)
    return Found(
        line.index, at, cue, content, roots, "say", "neutral", "speech", "q", source=source, quotes=True
    )
