"""Cues inside the content of other cues: which belong there, and which only stand there in the parse."""

from __future__ import annotations

from collections.abc import Sequence

from trendechos.claims.found import Found
from trendechos.claims.line import Line
from trendechos.languages.en.reporting import entries

_JOINS = frozenset({"and", "but", "while", "though", "although", "yet", "or"})
_FINITE = {"VBD": "past", "VBZ": "present", "VBP": "present"}


def release(line: Line, found: Sequence[Found]) -> None:
    """Takes clauses out of a content that the parse hangs there but that report again ("said A and added B").

    A clause leaves when it is joined to the content, stands in the tense of the cue and reports itself, or when
    a participle that reports follows a comma ("..., calling it a lie"); its source is then that of the cue.
    """
    for outer in found:
        if outer.frame not in ("c", "q", "s", "i", "o", "p", "x") or not outer.content:
            continue
        for token in sorted(outer.content):
            if token <= outer.at or token in outer.roots or not _leaves(line, outer, token):
                continue
            gone = line.subtree(token)
            outer.content -= gone
            before = min(gone) - 1
            while before in outer.content and (line.lows[before] in _JOINS or line.deps[before] == "punct"):
                outer.content.discard(before)
                before -= 1
            if line.child(token, "nsubj", "nsubjpass") is None:
                for inner in found:
                    if inner.at == token:
                        inner.source, inner.antecedent = outer.source, outer.antecedent


def _leaves(line: Line, outer: Found, token: int) -> bool:
    entry = entries()["v"].get(line.lemmas[token])
    if entry is None or not line.is_verb(token):
        return False
    dep, tag = line.deps[token], line.tags[token]
    first = min(line.subtree(token))
    if dep == "advcl" and tag == "VBG":
        return line.lows[first - 1] == "," or line.lows[first] == "," or line.lows[first - 1] in ("”", '"', "\u2019")
    tense = _tense(line, token)
    if tense is None or tense != _tense(line, outer.at) or "c" not in entry.frames and entry.act == "attitude":
        return False
    own_subject = line.child(token, "nsubj", "nsubjpass") is not None
    if dep == "conj" and line.heads[token] in outer.content:
        if own_subject:
            return line.lows[first - 1] in _JOINS and line.lows[first - 2] == ","
        same = line.lemmas[token] == line.lemmas[outer.at]
        return same or _tense(line, line.heads[token]) != tense or line.heads[token] == outer.at
    if dep == "advcl" and own_subject:
        return line.lows[first] in ("while", "though", "although") and line.lows[first - 1] == ","
    return False


def _tense(line: Line, token: int) -> str | None:
    found = _FINITE.get(line.tags[token])
    if found is None:
        for child in line.children[token]:
            if line.deps[child] in ("aux", "auxpass") and line.tags[child] in _FINITE:
                return _FINITE[line.tags[child]]
    return found
