"""Open questions: what is not known, and what would change the picture."""

from __future__ import annotations

from trendechos.presentation.index import Index
from trendechos.presentation.wording import figures
from trendechos.presentation.wording.parts import given, joined, lowered, note, say
from trendechos.records import BriefSentence, Proposition, Section

SHOWN = 15


def build(index: Index) -> Section:
    """One line a question that has something open."""
    asked = [one for one in index.situation.propositions if one.open_questions]
    lines = [_line(index, one) for one in asked[:SHOWN]]
    lines += _bases(index)
    if not lines:
        lines = [note("No question is open that we could name.")]
    return Section("questions", "Open questions", tuple(lines), listed=True)


def _line(index: Index, proposition: Proposition) -> BriefSentence:
    origins = index.known(one.origin_id for one in proposition.stances)
    open_ones = joined(
        [(given(lowered(one.rstrip(" ."))),) for one in proposition.open_questions[:4]], last="; ", between="; "
    )
    parts = (given(proposition.text.rstrip("?. ")), ": ", *open_ones, ".")
    return say(*parts, claims=index.cites(*origins)) if origins else note(*parts)


def _bases(index: Index) -> list[BriefSentence]:
    origins = [one for one in index.situation.origins if index.cites(one)]
    bare = [one for one in origins if one.basis == "none_given"]
    if not bare:
        return []
    return [
        note(
            f"For {figures.small(len(bare))} of {figures.count(len(origins), 'origin')}"
            " the pages give no basis: how the speaker knows is open."
        )
    ]
