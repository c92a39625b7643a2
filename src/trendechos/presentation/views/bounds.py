"""What keeps a page a page however large the situation is: fewer rows a table, less evidence a line."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from trendechos.presentation.composer import citations
from trendechos.presentation.index import Index
from trendechos.presentation.wording.parts import note
from trendechos.records import Brief, BriefSentence, Row, Section, Situation

# Claims beyond which a page shows less of each; at 40,000 the whole brief was a page of 20 MB.
LARGE = 2000
# Rows a table, rows a table of a part, and pieces of evidence a line, in the brief of a large situation.
ROWS, PART_ROWS, CITED = 40, 10, 4

Line = TypeVar("Line", BriefSentence, Row)


def is_large(situation: Situation) -> bool:
    """True for a situation of which one page cannot hold everything."""
    return situation.counts.claims > LARGE


def few_in(section: Section, most: int, rows: int = ROWS) -> Section:
    """A section with at most `rows` rows a table, whose lines lead to their first `most` pieces of evidence."""
    return replace(
        section,
        sentences=tuple(_few(line, most) for line in section.sentences),
        tables=tuple(
            replace(table, rows=tuple(_few(row, most) for row in table.rows[:rows])) for table in section.tables
        ),
        subsections=tuple(few_in(part, most, min(rows, PART_ROWS)) for part in section.subsections),
    )


def _few(line: Line, most: int) -> Line:
    return replace(line, claim_ids=line.claim_ids[:most])


def short(brief: Brief, index: Index) -> Brief:
    """The brief as it is, or of a large situation what one page can hold, with a line that says so."""
    if not is_large(index.situation):
        return brief
    told = note(
        f"A large situation: tables end after {ROWS} rows here, after {PART_ROWS} inside a part, and a line"
        f" leads to {CITED} pieces of evidence at most. The pages of the questions hold more, the situation"
        " file all of it."
    )
    first, *rest = (few_in(section, CITED) for section in brief.sections)
    sections = (replace(first, sentences=(*first.sentences, told)), *rest)
    return replace(brief, sections=sections, citations=citations(index, sections))
