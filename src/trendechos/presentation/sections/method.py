"""How the brief was made, in five lines, and whose data it rests on."""

from __future__ import annotations

from trendechos.presentation.index import Index
from trendechos.presentation.wording.parts import note
from trendechos.records import Section

_LINES = (
    "A program read the pages, took each statement with its speaker and the words around it, and joined those that repeat"
    " one statement by one speaker on one occasion into an origin; no person has checked this brief unless it is signed.",
    "Pages, voices and origins are counted apart: ten pages that carry one address are one origin, and a government is one"
    " voice however many of its people speak.",
    "Origins count as independent only where the pages show separate evidence; “not established” is the common answer and"
    " adds nothing to corroboration.",
    "We report what sources said and give no verdict on truth; in our own words every party “said”, and stronger or weaker"
    " verbs stand only in the words of a page.",
    "Numbers keep their qualifier, scope and span of time; a day’s situation holds only pages shown to exist by then.",
    "Places: GeoNames (CC BY 4.0). Borders: Natural Earth (public domain), in the form that follows the resolutions of the"
    " United Nations General Assembly; a border drawn is no statement on who holds the ground.",
)


def build(index: Index) -> Section:
    """The method section; the same for every brief."""
    del index
    return Section("method", "How this was made", tuple(note(line) for line in _LINES), listed=True)
