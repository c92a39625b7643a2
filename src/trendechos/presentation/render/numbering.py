"""Numbers of citations and addresses of sentences, the same in every form of the brief."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from trendechos.records import Brief, BriefSentence, Row, Section


@dataclass(frozen=True, slots=True)
class Numbering:
    """`number` of each claim's citation, `used` the places (id, label) that cite it, `ids` of lines."""

    number: Mapping[str, int]
    used: Mapping[int, tuple[tuple[str, str], ...]]
    ids: Mapping[int, str]

    def of(self, claim_ids: Iterable[str]) -> tuple[int, ...]:
        """The numbers of these claims, sorted, each once."""
        return tuple(sorted({self.number[claim_id] for claim_id in claim_ids}))

    def id_of(self, line: BriefSentence | Row) -> str:
        """The id of a sentence or row of the numbered brief."""
        return self.ids[id(line)]


def numbering(brief: Brief) -> Numbering:
    """Numbers for the citations of a brief in their order, and an id for each of its sentences and rows."""
    number = {
        claim_id: rank
        for rank, citation in enumerate(brief.citations, start=1)
        for claim_id in (citation.claim_id, *citation.also)
    }
    used: dict[int, list[tuple[str, str]]] = {}
    ids: dict[int, str] = {}
    for section in brief.sections:
        for rank, line in enumerate(_lines(section), start=1):
            ids[id(line)] = key = f"{section.key}-{rank}"
            for cited in sorted({number[claim_id] for claim_id in line.claim_ids}):
                used.setdefault(cited, []).append((key, f"{section.heading} {rank}"))
    return Numbering(number, {cited: tuple(places) for cited, places in used.items()}, ids)


def _lines(section: Section) -> list[BriefSentence | Row]:
    out: list[BriefSentence | Row] = [*section.sentences]
    out += [row for table in section.tables for row in table.rows]
    for part in section.subsections:
        out += _lines(part)
    return out


def runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Sorted numbers as runs of neighbours.

    >>> runs([1, 2, 3, 7, 9, 10])
    [(1, 3), (7, 7), (9, 10)]
    """
    out: list[tuple[int, int]] = []
    for one in numbers:
        if out and out[-1][1] == one - 1:
            out[-1] = (out[-1][0], one)
        else:
            out.append((one, one))
    return out


def run_label(run: tuple[int, int]) -> str:
    """A run as readers know it.

    >>> run_label((1, 3)), run_label((4, 5)), run_label((7, 7))
    ('1–3', '4, 5', '7')
    """
    first, last = run
    if first == last:
        return str(first)
    return f"{first}, {last}" if last == first + 1 else f"{first}–{last}"
