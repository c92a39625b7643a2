"""A situation written out, in which every sentence leads to its evidence."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Citation:
    """One piece of evidence: a claim's exact words in a report.

    `quoted` is False for a restatement, whose words never stand in quotation marks. `also` names the
    other claims found in the same words, `speaker` who says it, as a reader would name them.
    """

    claim_id: str
    report_id: str
    words: str
    quoted: bool
    outlet: str | None
    published: str | None
    url: str | None
    start: int
    end: int
    field: str = "text"
    also: tuple[str, ...] = ()
    speaker: str = ""
    title: str | None = None


@dataclass(frozen=True, slots=True)
class BriefSentence:
    """One sentence of a brief and the claims that it rests on.

    Raises ValueError when it would rest on nothing: a sentence about the collection itself
    (counts, gaps) or about how the brief was made cites `coverage` instead of a claim. `marked`
    gives the stretches of `text` that are a page's words and not ours, as half-open code points.
    """

    text: str
    claim_ids: tuple[str, ...]
    about: str = "claims"
    marked: tuple[tuple[int, int], ...] = ()

    def __post_init__(self) -> None:
        if not self.claim_ids and self.about != "coverage":
            raise ValueError(f"a sentence needs a citation: {self.text!r}")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: cells as text, and the claims that it rests on.

    Raises ValueError when it would rest on nothing; a row about the collection says `coverage`.
    """

    cells: tuple[str, ...]
    claim_ids: tuple[str, ...]
    about: str = "claims"

    def __post_init__(self) -> None:
        if not self.claim_ids and self.about != "coverage":
            raise ValueError(f"a row needs a citation: {self.cells!r}")


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose every row cites claims.

    `words` and `numbers` name the columns that hold a page's words and right-aligned figures;
    `collapsed` tables stand behind their caption until opened; `key` is the id to link to.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[Row, ...]
    words: tuple[int, ...] = ()
    numbers: tuple[int, ...] = ()
    collapsed: bool = False
    key: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """One section of a brief: sentences, then tables; `figure` names a chart or map of the situation."""

    key: str
    heading: str
    sentences: tuple[BriefSentence, ...] = ()
    tables: tuple[Table, ...] = ()
    figure: str | None = None
    subsections: tuple[Section, ...] = ()
    listed: bool = False
    collapsed: bool = False


@dataclass(frozen=True, slots=True)
class Brief:
    """A situation written out; `citations` are numbered in order of first use."""

    title: str
    as_of: str | None
    sections: tuple[Section, ...]
    citations: tuple[Citation, ...]
