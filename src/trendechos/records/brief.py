"""A situation written out, in which every sentence leads to its evidence."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Citation:
    """One piece of evidence: a claim's exact words in a report.

    `quoted` is False for a restatement, whose words never stand in quotation marks.
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


@dataclass(frozen=True, slots=True)
class BriefSentence:
    """One sentence of a brief and the claims that it rests on.

    Raises ValueError when it would rest on nothing: a sentence about the collection itself
    (counts, gaps) cites `coverage` instead of a claim.
    """

    text: str
    claim_ids: tuple[str, ...]
    about: str = "claims"

    def __post_init__(self) -> None:
        if not self.claim_ids and self.about != "coverage":
            raise ValueError(f"a sentence needs a citation: {self.text!r}")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: cells as text, and the claims that it rests on."""

    cells: tuple[str, ...]
    claim_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose every row cites claims."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """One section of a brief: sentences, then tables; `figure` names a chart or map of the situation."""

    key: str
    heading: str
    sentences: tuple[BriefSentence, ...] = ()
    tables: tuple[Table, ...] = ()
    figure: str | None = None
    subsections: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True)
class Brief:
    """A situation written out; `citations` are numbered in order of first use."""

    title: str
    as_of: str | None
    sections: tuple[Section, ...]
    citations: tuple[Citation, ...]
