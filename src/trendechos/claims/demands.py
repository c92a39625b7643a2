"""Demands with an infinitive ("called on X to go"), and clauses that trail behind what is said."""

from __future__ import annotations

from trendechos.claims.line import Line
from trendechos.claims.rescue import Complement
from trendechos.claims.verb_groups import infinitive
from trendechos.languages.en.reporting import Entry

# Behind a comma these clauses are the writer's in three of four cases in news; "which" is an even bet.
_ASIDES = frozenset({"who", "where", "though", "although", "while", "whereas"})
_MARKS = frozenset({"“", "”", '"', "''", "``"})


def demand(line: Line, verb: int, entry: Entry) -> Complement | None:
    """What "called for X to go" and "called on X to go" ask, None for any other form."""
    if "for" not in entry.prepositions and "on" not in entry.prepositions:
        return None
    for child in line.children[verb]:
        if child < verb or not infinitive(line, child):
            continue
        if line.deps[child] in ("advcl", "xcomp", "ccomp"):
            mark = next((token for token in line.children[child] if line.deps[token] == "mark"), None)
            if mark is not None and line.lows[mark] == "for" and "for" in entry.prepositions:
                return line.subtree(child), (child,), "i", [mark]
            on = _hearer(line, verb, child) if "on" in entry.prepositions else None
            if on is not None:
                thing = line.child(verb, "dobj")
                hearer = line.subtree(on if thing is None else thing) - {on}
                return line.subtree(child) | hearer, (child,), "i", [on]
    return None


def _hearer(line: Line, verb: int, clause: int) -> int | None:
    """The "on" or "upon" right behind `verb` with its object before `clause`, or None."""
    thing = line.child(verb, "dobj")
    for child in line.children[verb]:
        if line.deps[child] == "prep" and line.lows[child] in ("on", "upon") and verb < child < clause:
            return child if line.child(child, "pobj") is not None or thing is not None else None
    return None


def trailing(line: Line, verb: int, content: set[int]) -> set[int]:
    """The clause of the writer's that ends a content without quotation ("..., who left the party in May")."""
    after = [token for token in content if token > verb]
    if not after or any(line.lows[token] in _MARKS for token in content):
        return set()
    last = max(after)
    for token in sorted(after):
        if line.deps[token] not in ("relcl", "advcl"):
            continue
        tokens = line.subtree(token)
        first = min(tokens)
        if line.lows[first] == "," and first + 1 in tokens:
            first += 1
        comma = line.lows[first - 1] == ","
        if comma and line.lows[first] in _ASIDES and first > verb + 2 and max(tokens) >= last - 1:
            return tokens if tokens < content else set()
    return set()
