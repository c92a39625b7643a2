"""Sentences put together from our words and from what came from outside."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from trendechos.presentation.wording.checks import fault
from trendechos.records import BriefSentence

# A sentence of a news page is rarely longer (the longest of 1,500 wire reports has about 500 characters).
WORDS_LIMIT = 600
NAME_LIMIT = 160


@dataclass(frozen=True, slots=True)
class Given:
    """Text from outside inside a sentence of ours; `words` marks a page's own words, shown as such."""

    text: str
    words: bool = False


# A word of four letters or more before the stop: titles and initials ("Gov. Smith") end no sentence.
_SENTENCE_END = re.compile(r"(?<=[a-z]{4})([.!?][”\"’)]*)\s+(?=[\"“‘(]?[A-Z])")

Part = str | Given
Phrase = tuple[Part, ...]


def flat(text: str, limit: int = NAME_LIMIT) -> str:
    """Text on one line, cut behind `limit` characters with a note of how many more there were.

    >>> flat("a  b\\n c"), flat("abcdef", 4)
    ('a b c', 'abcd … (2 more characters)')
    """
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    return f"{line[:limit].rstrip()} … ({len(line) - limit:,} more characters)"


def given(text: str) -> Given:
    """A name or label from outside, on one line."""
    return Given(flat(text))


def words(text: str, *, quoted: bool) -> Given:
    """A page's words without the final stop, in quotation marks only when they are its own (`quoted`)."""
    line = re.sub(r"[\s.,;:]+$", "", one_sentence(flat(text, WORDS_LIMIT)))
    if not quoted:
        return Given(line, words=True)
    return Given(f"“{single_marks(line)}”", words=True)


def one_sentence(text: str) -> str:
    """The first sentence of a text, with a mark where more followed; abbreviations do not end it.

    >>> one_sentence("They came early. Others stayed."), one_sentence("The U.S. Army said so.")
    ('They came early. …', 'The U.S. Army said so.')
    """
    end = _SENTENCE_END.search(text)
    return f"{text[: end.end(1)]} …" if end else text


def single_marks(text: str) -> str:
    """Text for inside quotation marks: its own become single, as print does it; a pair around all of it goes.

    >>> single_marks("“Fake,” he said"), single_marks("“Fake”")
    ('‘Fake,’ he said', 'Fake')
    """
    if text[:1] in ("“", '"') and text[-1:] in ("”", '"') and sum(text.count(mark) for mark in '“”"') == 2:
        text = text[1:-1]
    return text.replace("“", "‘").replace("”", "’").replace('"', "'")


def say(*parts: Part, claims: Iterable[str], about: str = "claims") -> BriefSentence:
    """A sentence of the brief, a page's words marked; raises ValueError on a fault of our own prose."""
    text, ours, marked = "", "", []
    for part in _capitalised(parts):
        if isinstance(part, str):
            text, ours = text + part, ours + part
            continue
        if part.words:
            marked.append((len(text), len(text) + len(part.text)))
        text, ours = text + part.text, ours + "·"
    wrong = fault(text, ours)
    if wrong:
        raise ValueError(f"{wrong}: {text!r}")
    return BriefSentence(text, tuple(dict.fromkeys(claims)), about, tuple(marked))


def note(*parts: Part) -> BriefSentence:
    """A sentence about the collection or the method, which rests on the whole of it."""
    return say(*parts, claims=(), about="coverage")


def _capitalised(parts: Sequence[Part]) -> list[Part]:
    out = [part for part in parts if part not in ("", Given(""))]
    if out:
        first = out[0]
        if isinstance(first, str):
            out[0] = first[:1].upper() + first[1:]
        elif not first.words:
            out[0] = Given(first.text[:1].upper() + first.text[1:])
    return out


def joined(phrases: Sequence[Phrase], *, last: str = " and ", between: str = ", ") -> Phrase:
    """Phrases as a list in prose: "a, b and c".

    >>> joined([("a",), ("b",), ("c",)])
    ('a', ', ', 'b', ' and ', 'c')
    """
    out: list[Part] = []
    for position, phrase in enumerate(phrases):
        if position:
            out.append(last if position == len(phrases) - 1 else between)
        out.extend(phrase)
    return tuple(out)


def plain(phrase: Phrase) -> str:
    """A phrase as text."""
    return "".join(part if isinstance(part, str) else part.text for part in phrase)


# Words that open a question or an amount and keep no capital inside a sentence.
_OPENERS = (
    "How Who Whom Whose Whether What Where When Which Why No The A An On In Some Several Few"
    " Dozens Hundreds Thousands"
)
_ASKING = frozenset(_OPENERS.split())


def lowered(text: str) -> str:
    """A question as a clause inside a sentence: its question word loses the capital.

    >>> lowered("How it was counted"), lowered("NATO’s answer")
    ('how it was counted', 'NATO’s answer')
    """
    first = text.split(" ", 1)[0]
    return text[:1].lower() + text[1:] if first in _ASKING else text
