"""Open questions: what is not known, and what would change the picture."""

from __future__ import annotations

import re
from collections import Counter

from trendechos.presentation.index import Index
from trendechos.presentation.wording import figures
from trendechos.presentation.wording.parts import Part, flat, given, note, say
from trendechos.records import BriefSentence, Proposition, Section

# Silence and what was left out have places of their own in the brief.
_TOLD = re.compile(r"^No statement on this by|without a day (?:is|are) left out")
SHOWN = 12
ALL = 60


def build(index: Index) -> Section:
    """What is open on all questions first, then each question's own, the first twelve in the open."""
    asked = [one for one in index.situation.propositions if one.open_questions]
    times = Counter(text for one in asked for text in one.open_questions if not _TOLD.search(text))
    # What is said of three questions and more is no longer about any of them.
    shared = [text for text, many in times.most_common() if many > 2]
    lines = [note(given(_sentence(text)), " (", _of(times[text]), ")") for text in shared]
    lines += _bases(index)
    own = [line for one in asked[:ALL] if (line := _line(index, one, set(shared)))]
    more: tuple[Section, ...] = ()
    if len(own) > SHOWN:
        rest = tuple(own[SHOWN:])
        more = (Section("questions-more", f"{len(rest)} more", rest, listed=True, collapsed=True),)
    everything = (*lines, *own[:SHOWN]) or (note("No question is open that we could name."),)
    return Section("questions", "Open questions", everything, subsections=more, listed=True)


def _sentence(text: str) -> str:
    return flat(text).rstrip(". ")


def _of(many: int) -> str:
    return f"on {figures.count(many, 'question')}"


def _line(index: Index, proposition: Proposition, shared: set[str]) -> BriefSentence | None:
    own = [text for text in proposition.open_questions if text not in shared and not _TOLD.search(text)][:4]
    if not own:
        return None
    parts: list[Part] = [given(proposition.text.rstrip("?. ")), ":"]
    for text in own:
        parts += [" ", given(_sentence(text)), "."]
    origins = index.known(one.origin_id for one in proposition.stances)
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
