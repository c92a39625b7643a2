"""How the brief was made, in five lines, and whose data it rests on."""

from __future__ import annotations

from trendechos.presentation import packaged
from trendechos.presentation.index import Index
from trendechos.presentation.wording.parts import note
from trendechos.records import Section


def build(index: Index) -> Section:
    """The method section; the same for every brief."""
    del index
    lines = packaged.text("method.txt").splitlines()
    return Section("method", "How this was made", tuple(note(line) for line in lines), listed=True)
