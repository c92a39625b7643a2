"""Complements that the parse splits otherwise: "accused X of Y", "called it “absurd”", "asked X about Y".

Each function gives what `complements` gives: content tokens, clause heads, the frame, and the preposition
that belongs to the cue, or None.
"""

from __future__ import annotations

from collections.abc import Iterator

from trendechos.claims import figures
from trendechos.claims.line import Line
from trendechos.claims.rescue import Complement
from trendechos.claims.sources import is_time
from trendechos.languages.en.reporting import Entry
from trendechos.languages.en.sources import CARRIERS, kinds

# Between a verb of naming and the quotation that names stand a few words ("called her handling of it “poor”").
MOST_NAMED = 12
_OPENING = frozenset({"“", "``", '"', "''", "‘"})
_CLOSING = frozenset({"”", '"', "''", "’"})
# What follows a bare name or pronoun ("defended him in an interview") tells how rather than what.
LEAST_OBJECT = 3
# A phrase right behind the object that hangs on the verb belongs to what is said more often than not, by act
# (counted over American news of 2015-16).
_BEHIND: dict[str, frozenset[str]] = {
    "evidence": frozenset({"with", "in", "at", "among", "to"}),
    "topic": frozenset({"in", "to", "with", "against"}),
    "attitude": frozenset({"to", "than"}),
    "speech": frozenset({"in", "at", "by"}),
}
# What is expected is expected there and then ("expects cases in the camps in the coming days").
_CIRCUMSTANCES = frozenset({"prep", "advmod", "npadvmod"})
_MONTHS = frozenset({"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"})
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_NOUNS = ("NN", "NNS", "NNP", "NNPS", "PRP", "DT")


def _venue(line: Line, noun: int) -> bool:
    """True for when and where something was said ("in May", "in an interview"), which is not what was said."""
    return line.lemmas[noun] in CARRIERS or kinds().get(line.lemmas[noun]) == "document" or _dated(line, noun)


def _dated(line: Line, noun: int) -> bool:
    return is_time(line, noun) or line.tags[noun] == "CD" or line.parsed.words[noun][:3] in _MONTHS


def within(line: Line, verb: int, entry: Entry, thing: int) -> Complement | None:
    """The complement whose preposition the parse hangs on the object ("accused [the president of ...]")."""
    if "o" in entry.frames or not entry.prepositions:
        return None
    value = figures.set_at(line, thing) if entry.word == "put" else None
    if value is not None:
        return line.subtree(thing), (thing,), "p", [value]
    for noun in _joined(line, thing):
        for child in line.children[noun]:
            if line.deps[child] != "prep" or line.lows[child] not in entry.prepositions or child < noun:
                continue
            inner = line.child(child, "pobj", "pcomp")
            if inner is None:
                continue
            if "t" in entry.frames:
                return line.subtree(inner), (inner,), "p", [child]
            return line.subtree(thing), (inner,), "p", [child]
    return None


def _joined(line: Line, noun: int) -> Iterator[int]:
    yield noun
    for child in line.children[noun]:
        if line.deps[child] == "conj":
            yield from _joined(line, child)


def named(line: Line, verb: int, thing: int | None) -> Complement | None:
    """The complement of "call", "see" and the like: a quotation, a noun or an "as" phrase behind the object."""
    return _quoted(line, verb) or (_beside(line, verb, thing) if thing is not None else _two(line, verb))


def _two(line: Line, verb: int) -> Complement | None:
    """What is called and what it is called, where the parse takes both for the predicate."""
    both = [child for child in line.children[verb] if line.deps[child] == "oprd" and child > verb]
    content = {token for child in both for token in line.subtree(child)}
    return (content, (both[1],), "s", []) if len(both) == 2 else None


def _quoted(line: Line, verb: int) -> Complement | None:
    """ "called that “absurd”", whatever the parse makes of it."""
    first = verb + 1
    if line.tags[verb] == "VBN" and line.child(verb, "aux", "auxpass") is None:
        return None  # "a show called “Brokers”"
    that = line.lows[first] == "that" if first < line.size else False
    if first >= line.size or not (that or line.tags[first] in (*_NOUNS, "PRP$", "JJ", "VBG", "CD")):
        return None
    for token in range(first + 1, min(line.size, first + MOST_NAMED)):
        if line.lows[token] in _OPENING:
            close = next((at for at in range(token + 2, line.size) if line.lows[at] in _CLOSING), None)
            if close is None:
                return None
            inside = range(first, close + 1)
            below = [line.subtree(each) for each in inside if line.heads[each] in inside]
            rest = {each for own in below if min(own) >= first for each in own}
            return {*inside, *rest}, (token + 1,), "s", []
        if line.tags[token] in _FINITE or line.lows[token] in (",", ";", ":", "."):
            return None
    return None


def _beside(line: Line, verb: int, thing: int) -> Complement | None:
    for child in line.children[thing]:
        if child == max(line.subtree(thing)) and line.deps[child] == "amod" and line.lemmas[verb] == "call":
            # "Called the delay unacceptable"
            return line.subtree(thing), (child,), "s", []
        behind = child > thing and line.deps[child] == "appos" and min(line.subtree(child)) == thing + 1
        if behind and line.lows[thing + 1] not in (",", "-LRB-", "("):
            return line.subtree(thing), (child,), "s", []
        if child > thing and line.deps[child] == "prep" and line.lows[child] == "as":
            return line.subtree(thing), (child,), "s", []
    for child in line.children[verb]:
        first = min(line.subtree(child))
        led = line.deps[child] == "advcl" or line.tags[child] == "JJ"
        if led and line.lows[first] == "as" and first > thing:
            content = line.subtree(thing) | line.subtree(child)
            if first == max(line.subtree(thing)) + 1 and not _finite(line, child):
                return content, (child,), "s", []
        if line.deps[child] == "dative" and verb < child < thing:
            return line.subtree(child) | line.subtree(thing), (thing,), "s", []
    return None


def _finite(line: Line, verb: int) -> bool:
    return line.tags[verb] in _FINITE or any(
        line.tags[child] in _FINITE and line.deps[child] in ("aux", "auxpass") for child in line.children[verb]
    )


def of_hearer(line: Line, verb: int, entry: Entry) -> Complement | None:
    """What somebody "was asked about" or "was told of": the hearer is no part of it."""
    if "t" not in entry.frames:
        return None
    for child in line.children[verb]:
        if line.deps[child] == "prep" and line.lows[child] in entry.prepositions and child > verb:
            inner = line.child(child, "pobj", "pcomp")
            if inner is not None:
                return line.subtree(inner), (inner,), "p", [child]
    return None


def trailing(line: Line, verb: int, entry: Entry, content: set[int]) -> set[int]:
    """What the verb has behind its object that belongs to what is said: a reason, a purpose, a measure."""
    found: set[int] = set()
    for child in line.children[verb]:
        if child <= verb or child in content:
            continue
        own = line.subtree(child)
        dep, low = line.deps[child], line.lows[child]
        inner = line.child(child, "pobj") if dep == "prep" else None
        told = len(content) >= LEAST_OBJECT or entry.act == "evidence" or low in ("to", "against", "than")
        close = told and min(own) == max(content) + 1 and not (inner is not None and _venue(line, inner))
        if (
            (dep == "prep" and close and low in _BEHIND.get(entry.act, ()))
            or (entry.kind == "predict" and min(own) == max(content | found) + 1 and dep in _CIRCUMSTANCES)
            or (dep == "prep" and low == "by" and inner is not None and line.lows[inner] == "name")
            or (
                dep == "advcl"
                and entry.act in ("speech", "belief")
                and any(line.lows[mark] == "because" for mark in line.children[child])
            )
            or (dep in ("advcl", "xcomp") and line.tags[child] == "VB" and entry.act in ("topic", "speech"))
        ):
            found |= own
    return found
