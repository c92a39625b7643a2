"""The brief as Markdown that any reader shows, with its evidence as a numbered list."""

from __future__ import annotations

import re

from trendechos.presentation.index import Index
from trendechos.presentation.render.numbering import Numbering, numbering, run_label, runs
from trendechos.presentation.sections import numbers, series
from trendechos.presentation.wording import dates
from trendechos.presentation.wording.inert import address, inert
from trendechos.presentation.wording.parts import WORDS_LIMIT, flat, one_sentence, single_marks
from trendechos.records import Brief, BriefSentence, Citation, Evidence, Row, Section, Situation, Table

# Brackets and parentheses only matter together: escaping the square ones is enough.
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#+!|~&$])")


def markdown(brief: Brief, situation: Situation, evidence: Evidence) -> str:
    """The brief as Markdown, outside text escaped, evidence numbers leading to the list at the end."""
    index, numbered = Index(situation, evidence), numbering(brief)
    as_of = f"Situation as of {dates.day(brief.as_of)}" if brief.as_of else "Situation"
    lines = [f"# {_safe(brief.title)}", "", as_of, ""]
    for section in brief.sections:
        lines += [f"## {_safe(section.heading)}", "", *_section(section, index, numbered)]
    lines += ["## Evidence", ""]
    lines += [_entry(rank, one) for rank, one in enumerate(brief.citations, start=1)]
    return "\n".join(lines).rstrip() + "\n"


def _section(section: Section, index: Index, numbered: Numbering) -> list[str]:
    lines: list[str] = []
    for sentence in section.sentences:
        text = _sentence(sentence) + _cites(sentence, numbered)
        lines += [f"- {text}"] if section.listed else [text, ""]
    if section.listed and lines:
        lines.append("")
    if section.figure == "series":
        shown = "; ".join(_safe(numbers.title(one)) for one in series.charted(index))
        lines += [f"Charted on the page, listed under “The numbers”: {shown}.", ""]
    for table in section.tables:
        lines += _table(table, numbered, alone=table.collapsed or _titled(section, table))
    for part in section.subsections:
        lines += [f"### {_safe(part.heading)}", "", *_section(part, index, numbered)]
    return lines


def _titled(section: Section, table: Table) -> bool:
    """True when a table needs its caption, because the heading above does not say it."""
    return section.figure is None and section.heading not in table.caption


def _sentence(sentence: BriefSentence) -> str:
    out, at = "", 0
    for start, end in sentence.marked:
        out += _safe(sentence.text[at:start]) + _words(sentence.text[start:end])
        at = end
    return out + _safe(sentence.text[at:])


def _words(text: str) -> str:
    """A page's words in italics; emphasis may not start or end with a blank."""
    safe = _safe(text).strip()
    return f"*{safe}*" if safe else ""


def _cites(line: BriefSentence | Row, numbered: Numbering) -> str:
    found = numbered.of(line.claim_ids)
    if not found:
        return ""
    return " [" + ", ".join(f"[{run_label(run)}](#e{run[0]})" for run in runs(found)) + "]"


def _table(table: Table, numbered: Numbering, *, alone: bool) -> list[str]:
    cited = any(row.claim_ids for row in table.rows)
    head = [*(_safe(cell) for cell in table.head), *(["Evidence"] if cited else [])]
    rule = ["---:" if at in table.numbers else "---" for at in range(len(head))]
    caption = [f"**{_safe(table.caption)}**", ""] if alone else []
    lines = [*caption, _line(head), _line(rule)]
    for row in table.rows:
        cells = [
            _words(cell) if at in table.words and cell != "–" else _safe(cell)
            for at, cell in enumerate(row.cells)
        ]
        lines.append(_line([*cells, *([_cites(row, numbered).strip() or "–"] if cited else [])]))
    return [*lines, ""]


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _entry(rank: int, one: Citation) -> str:
    text = one_sentence(flat(inert(one.words), WORDS_LIMIT))
    words = f"“{_safe(single_marks(text))}”" if one.quoted else f"*{_safe(text)}* (restated)"
    day = dates.day(one.published) if one.published else "undated"
    speaker = f"; speaker: {_safe(one.speaker)}" if one.speaker else ""
    outlet = _safe(flat(one.outlet or "")) or "Outlet not named"
    link = address(one.url)
    # Brackets would end the link early; everything else was escaped by `address`.
    where = f"<{link}>" if link else "No address held."
    span = f"{one.field} {one.start}–{one.end}"
    return f'{rank}. <a id="e{rank}"></a>{outlet}, {day}{speaker}. {words} {span}. {where}'


def _safe(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", re.sub(r"\s+", " ", inert(text)))
