"""Writes a situation out, so that every sentence leads to its evidence."""

from __future__ import annotations

from collections.abc import Iterator

from trendechos.presentation.index import Index
from trendechos.presentation.sections import (
    attention,
    bottom_line,
    coverage,
    denials,
    gaps,
    history,
    key_claims,
    method,
    news,
    numbers,
    outlook,
    questions,
    response,
    series,
    sources,
    timeline,
    where,
)
from trendechos.presentation.wording import figures
from trendechos.presentation.wording.parts import flat
from trendechos.records import Brief, Citation, Evidence, Section, Situation

# The order in which an editor needs them.
SECTIONS = (
    coverage.build, bottom_line.build, news.build, numbers.build, denials.build, key_claims.build, series.build,
    attention.build, where.build, timeline.build, response.build, outlook.judgements, outlook.outlook,
    history.build, questions.build, sources.build, gaps.build, method.build,
)  # fmt: skip


def compose(situation: Situation, evidence: Evidence) -> Brief:
    """A situation as a brief, its citations numbered in order of first use."""
    index = Index(situation, evidence)
    sections = tuple(build(index) for build in SECTIONS)
    title = flat(situation.title) or _untitled(situation)
    return Brief(title, situation.as_of, sections, citations(index, sections))


def _untitled(situation: Situation) -> str:
    """A plain name for a situation without one: how many pages it holds."""
    many = situation.coverage.reports
    return f"What {figures.count(many, 'page')} {'says' if many == 1 else 'say'}"


def cited(section: Section) -> Iterator[str]:
    """The claims that a section cites, in reading order, with repeats."""
    for sentence in section.sentences:
        yield from sentence.claim_ids
    for table in section.tables:
        for row in table.rows:
            yield from row.claim_ids
    for part in section.subsections:
        yield from cited(part)


def citations(index: Index, sections: tuple[Section, ...]) -> tuple[Citation, ...]:
    """One citation a stretch of words: claims split from the same words share it."""
    places: dict[tuple[str, str, int, int], list[str]] = {}
    for claim_id in dict.fromkeys(claim_id for section in sections for claim_id in cited(section)):
        claim = index.evidence.claims[claim_id]
        where_found = (claim.report_id, claim.span.field, claim.span.start, claim.span.end)
        places.setdefault(where_found, []).append(claim_id)
    return tuple(index.citation(index.evidence.claims[ids[0]], tuple(ids[1:])) for ids in places.values())
