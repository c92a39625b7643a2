"""Frequent sentences of news that the parse misreads as a whole, read off their order."""

from __future__ import annotations

from trendechos.claims.line import Line
from trendechos.claims.rescue import Complement
from trendechos.languages.en.reporting import Entry
from trendechos.languages.en.sources import kinds

_PAST = ("VBD", "VBZ")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD", "VBN"})
# "Said a prayer": what is said, where nobody stands behind the verb.
_SAID = frozenset({"word", "thing", "prayer", "goodbye", "mass", "yes", "no"})
# What is done with pictures and papers before they show something.
_PUT_OUT = frozenset(
    [
        "posted",
        "shared",
        "published",
        "released",
        "circulated",
        "obtained",
        "taken",
        "seen",
        "verified",
        "filmed",
    ]
)
_SHOW = frozenset({"show", "shows", "showed", "depict", "depicts", "depicted"})
# "Photos posted online by residents late on Monday show ..."
MOST_BEFORE_SHOW = 9


def inverted(line: Line, verb: int, entry: Entry) -> tuple[Complement, int] | None:
    """The complement and the source of "The convoy left, said a guard", where the convoy seems to say it."""
    if line.tags[verb] not in _PAST or verb < 3 or line.lows[verb - 1] != "," or not {"c", "q"} <= entry.frames:
        return None
    first, last = line.child(verb, "nsubj"), line.child(verb, "dobj")
    if first is None or last is None or first > verb or min(line.subtree(last)) != verb + 1:
        return None
    told = line.subtree(first)
    clause = any(line.tags[token] in _FINITE and line.deps[token] == "acl" for token in told)
    speaks = line.tags[last].startswith(("NN", "PRP")) and line.lemmas[last] not in _SAID
    if not clause or not speaks or max(told) >= verb:
        return None
    content = set(range(min(told), verb - 1))
    return (content, (first,), "c", []), last


def capitals(line: Line, verb: int) -> int | None:
    """The name in capitals before `verb` taken for a verb ("State agency ZNA said"), or None."""
    for child in line.children[verb]:
        word = line.parsed.words[child]
        if child < verb and line.deps[child] in ("ccomp", "advcl", "dep") and line.tags[child][0] == "V":
            before = line.child(child, "nsubj")
            named = word.isupper() and len(word) > 1 and before == child - 1
            if named and not line.parsed.words[verb].isupper():
                return child
    return None


def shown(line: Line, verb: int) -> int | None:
    """The "show" of "Photos posted online show ...", of which the tagger makes a noun; None without."""
    thing = line.child(verb, "nsubj")
    if thing is None or line.tags[verb] != "VBD" or line.lows[verb] not in _PUT_OUT:
        return None
    if kinds().get(line.lemmas[thing]) != "document":
        return None
    for token in range(verb + 1, min(line.size - 2, verb + MOST_BEFORE_SHOW)):
        if line.lows[token] in _SHOW:
            return token
        if line.lows[token] == ",":
            return None
    return None
