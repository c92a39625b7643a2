"""What the language tools found in one report."""

from __future__ import annotations

from dataclasses import dataclass

from trendechos.records.mention import Mention
from trendechos.records.parsed_sentence import ParsedSentence
from trendechos.records.place import Place
from trendechos.records.quantity import Quantity
from trendechos.records.span import Span
from trendechos.records.timex import Timex


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a report: where it stands and how it parses."""

    span: Span
    parsed: ParsedSentence


@dataclass(frozen=True, slots=True)
class Reading:
    """What the language tools found in one report, in order of position, title first.

    `dateline` is the place and day that an agency dateline gives ("SEOUL, Oct 18 (Yonhap) -"), as
    its span; sentences exclude furniture (author lines, reading times, newsletter lines), which
    `furniture` lists.
    """

    report_id: str
    version_id: str
    language: str
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[Timex, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    furniture: tuple[Span, ...] = ()
    dateline: Span | None = None
