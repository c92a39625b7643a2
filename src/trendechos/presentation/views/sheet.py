"""Sections as JSON-ready dicts, with the evidence of exactly what one page shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from trendechos.presentation.composer import citations
from trendechos.presentation.index import Index
from trendechos.presentation.render.numbering import numbering, run_label, runs
from trendechos.presentation.render.page import Page
from trendechos.presentation.views.keys import key
from trendechos.presentation.wording.inert import inert
from trendechos.records import (
    Brief,
    BriefSentence,
    Corrected,
    Origin,
    Row,
    Section,
    Situation,
    SituationActor,
    Table,
)
from trendechos.records.codec import Json

# An evidence list beyond this would make the page slow and unread; the API and exports hold all.
EVIDENCE_AT_MOST = 1000


@dataclass(frozen=True)
class Scene:
    """One assessment as the pages need it: its look-ups, its brief and what people corrected."""

    index: Index
    brief: Brief
    corrected: Mapping[str, tuple[Corrected, ...]] = field(default_factory=dict)

    @property
    def situation(self) -> Situation:
        """The situation shown."""
        return self.index.situation

    def said_by(self, actor: SituationActor) -> list[Origin]:
        """The origins in which an actor speaks itself; for a government those of all its people."""
        names = dict.fromkeys((actor.name, actor.code or ""))
        return list({one.origin_id: one for name in names for one in self._spoken.get(name, ())}.values())

    @cached_property
    def _spoken(self) -> dict[str, list[Origin]]:
        spoken: dict[str, list[Origin]] = {}
        for origin in self.situation.origins:
            speakers = (origin.speaker, *origin.co_speakers)
            for name in {name for one in speakers for name in (one.canonical, one.party) if name}:
                spoken.setdefault(name, []).append(origin)
        return spoken


@dataclass(frozen=True)
class Sheet:
    """Sections of one page, their citations numbered in order of first use."""

    page: Page

    @classmethod
    def of(cls, index: Index, sections: Sequence[Section]) -> Sheet:
        """A sheet of these sections with a numbering of its own."""
        listed = tuple(sections)
        brief = Brief("", index.situation.as_of, listed, citations(index, listed))
        return cls(Page(brief, index, numbering(brief)))

    def sections(self) -> list[Json]:
        """Every section in order."""
        return [self.section(one) for one in self.page.brief.sections]

    def section(self, section: Section) -> Json:
        """A section with its lines, drawings, tables and parts."""
        return {
            "key": section.key,
            "heading": inert(section.heading),
            "listed": section.listed,
            "collapsed": section.collapsed,
            "sentences": [self.sentence(one) for one in section.sentences],
            "figures": [str(figure) for figure in self.page.figures(section)],
            "tables": [self.table(table) for table in section.tables],
            "parts": [self.section(part) for part in section.subsections],
        }

    def sentence(self, sentence: BriefSentence) -> Json:
        """A sentence as pieces, each ours or a page's words, with the numbers of its evidence."""
        pieces: list[tuple[str, bool]] = []
        at = 0
        for start, end in sentence.marked:
            pieces += [(sentence.text[at:start], False), (sentence.text[start:end], True)]
            at = end
        pieces.append((sentence.text[at:], False))
        return {
            "id": self.page.line_id(sentence),
            "pieces": [[inert(text), words] for text, words in pieces if text],
            **self.cites(sentence.claim_ids),
        }

    def table(self, table: Table) -> Json:
        """A table with its rows."""
        return {
            "caption": inert(table.caption),
            "key": table.key,
            "head": list(table.head),
            "numbers": list(table.numbers),
            "words": list(table.words),
            "collapsed": table.collapsed,
            "rows": [self.row(row) for row in table.rows],
        }

    def row(self, row: Row) -> Json:
        """A row of cells."""
        return {
            "id": self.page.line_id(row),
            "cells": [inert(cell) for cell in row.cells],
            **self.cites(row.claim_ids),
        }

    def cites(self, claim_ids: Iterable[str]) -> Json:
        """The numbers of the evidence for these claims, and the same as readers know them (1–4, 9)."""
        numbers = [one for one in self.page.numbers.of(claim_ids) if one <= EVIDENCE_AT_MOST]
        return {"evidence": numbers, "runs": [[run[0], run_label(run)] for run in runs(numbers)]}

    def evidence(self) -> list[Json]:
        """The evidence list of the page: exact words, where they stand, and the pages that show them."""
        entries = []
        for entry, one in zip(self.page.evidence(), self.page.brief.citations, strict=True):
            used = entry["used"]
            assert isinstance(used, tuple)
            shown = {**entry, "used": [list(pair) for pair in used[:6]], "used_more": max(0, len(used) - 6)}
            entries.append({**shown, "report": key(one.report_id), "claim": one.claim_id})
        return entries[:EVIDENCE_AT_MOST]
