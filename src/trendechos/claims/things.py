"""Things that "suggest" and "show": what the page concludes from them is the page's own word."""

from __future__ import annotations

import re
from collections.abc import Sequence

from trendechos.claims.found import Found
from trendechos.claims.line import Line
from trendechos.claims.sources import phrase
from trendechos.knowledge import countries
from trendechos.languages.en.sources import CARRIERS, kinds
from trendechos.languages.en.things import (
    CONCLUDING,
    GIVING,
    HELPING,
    HOLDERS,
    INCLINATIONS,
    MATERIAL,
    PERCEIVED,
    REMARKS,
    SUFFIXES,
    THINGS,
)

# What UTF-8 becomes when it is read as an older code.
_BROKEN = re.compile("â€|Ã.|\ufffd")
_DEMONSTRATIVES = frozenset({"this", "that", "these", "those", "such"})


def without(lines: Sequence[Line], found: list[Found]) -> list[Found]:
    """The cues without those whose source is a thing, or that nobody utters; the page says them itself.

    "This deployment suggests an alliance" and "the terrain shows ..." are the page's conclusions; "the
    images show ..." and "analysts suggest ..." are not. Help in kind ("supported countries") is no word.
    """
    kept = [
        at
        for at, one in enumerate(found)
        if not (_is_nobody(lines[one.line], one) or _is_own(lines[one.line], one))
    ]
    places = {at: place for place, at in enumerate(kept)}
    for one in found:
        while one.parent is not None and one.parent not in places:
            one.parent = found[one.parent].parent
    for one in (found[at] for at in kept):
        one.parent = places[one.parent] if one.parent is not None else None
    return [found[at] for at in kept]


def _is_own(line: Line, one: Found) -> bool:
    lemma = line.lemmas[one.at]
    if lemma in INCLINATIONS and line.tags[one.at] in ("NN", "NNS"):
        return True
    if one.source is None:
        # "Understanding the terrain could help", "and offer clues": nobody is said to do so.
        return one.act == "attitude" or (one.act == "belief" and line.tags[one.at] == "VBG")
    if lemma in HELPING and _helps(line, one):
        return True
    if one.frame == "x" and line.tags[one.at] == "VBG" and line.deps[one.at] == "acl":
        return True  # "forces aiming to advance": a purpose that the page gives them
    if one.frame == "o" and lemma in PERCEIVED:
        return True
    return _is_tool(line, one, one.source) or is_thing(line, one.source, concluding=lemma in CONCLUDING)


def _is_tool(line: Line, one: Found, source: int) -> bool:
    """True for the lamps of "are counted by electronic lamps"."""
    shown = line.deps[line.heads[source]] == "agent" and one.act == "evidence"
    return shown and line.tags[source] in ("NN", "NNS") and line.lemmas[source] not in kinds()


def _is_nobody(line: Line, one: Found) -> bool:
    """True for "You might ask ..." outside any statement, and for a name of letters broken in decoding.

    So too for "He offers no evidence", which the page says of him.
    """
    if one.negated and line.lemmas[one.at] in GIVING and one.frame in ("o", "q"):
        return True
    if one.source is None:
        return False
    broken = _BROKEN.search(line.parsed.text) and _BROKEN.search(line.text(*phrase(line, one.source)))
    nobody = line.tags[one.source] == "EX" or (one.parent is None and line.lows[one.source] == "you")
    return nobody or bool(broken)


def _helps(line: Line, one: Found) -> bool:
    """True for help in kind: the object is people, a country or goods, not a plan or a candidate."""
    thing = line.child(one.at, "dobj")
    behind = line.child(one.at, "prep") if thing is None else None
    if behind is not None:
        thing = line.child(behind, "pobj")
    if thing is None:
        return False
    helped = (thing, *(child for child in line.children[thing] if line.deps[child] == "poss"))
    return any(
        line.lemmas[each] in MATERIAL or countries.find(line.parsed.words[each]) is not None for each in helped
    )


def is_thing(line: Line, head: int, *, concluding: bool = True) -> bool:
    """True when the noun at `head` can be nobody's voice: an act, a state, a piece of land.

    `concluding` says that the verb is one of showing or meaning; then what somebody said ("his remarks
    underscore") is what the page concludes from, too.
    """
    lemma = line.lemmas[head].lower()
    if line.tags[head] not in ("NN", "NNS", "VBG"):
        return False
    if lemma in THINGS or (concluding and lemma in REMARKS):
        return True
    if lemma in kinds() or lemma in CARRIERS or lemma in HOLDERS:
        return False
    shown = any(line.lows[child] in _DEMONSTRATIVES for child in line.children[head])
    return lemma.endswith(SUFFIXES) and (concluding or shown)
