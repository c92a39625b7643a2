"""Complements of reporting verbs that the parse hung elsewhere."""

from __future__ import annotations

from trendechos.claims.line import Line
from trendechos.claims.sources import is_time
from trendechos.languages.en.reporting import RELATIVES, Entry, entries

# Content tokens, clause heads, frame, and prepositions that belong to the cue.
Complement = tuple[set[int], tuple[int, ...], str, list[int]]

# "Held, despite warnings that ...": the clause is the noun's.
_HELD = frozenset({"hold", "see"})
_ROUGHLY = frozenset({"over", "about", "around", "under", "nearly", "some", "between", "up"})
_ASIDES = frozenset(
    [
        "denied",
        "denies",
        "deny",
        "disputed",
        "disputes",
        "dispute",
        "rejected",
        "rejects",
        "reject",
        "confirmed",
        "confirms",
        "confirm",
    ]
)


def rescue(line: Line, verb: int, entry: Entry) -> Complement | None:
    """The complement of an active `verb` that has none in the parse, or None where there is none."""
    if verb + 1 < line.size and line.lows[verb + 1] == "by":
        return None  # "photographs verified by the paper": a passive, whatever the parse makes of it
    if "c" in entry.frames:
        found = _that_clause(line, verb, heard="t" in entry.frames) if entry.word not in _HELD else None
        if found is not None:
            return found
        if entry.word in ("ask", "inquire", "enquire", "query", "wonder"):
            for child in line.children[verb]:
                marks = {line.lows[mark] for mark in line.children[child] if line.deps[mark] == "mark"}
                if line.deps[child] == "advcl" and child > verb and marks & {"if", "whether"}:
                    return line.subtree(child), (child,), "c", []
    if "o" in entry.frames and "t" not in entry.frames:
        return _amount(line, verb) or _late_object(line, verb) or _gap(line, verb)
    return None


def _that_clause(line: Line, verb: int, *, heard: bool) -> Complement | None:
    """A "that" clause further right with no other reporting verb between ("said, citing X, that ...").

    `heard` says that the verb has a hearer, on whom the parse may hang it ("told a council that ...").
    """
    verbs = entries()["v"]
    for token in range(verb + 1, line.size):
        head = line.heads[token]
        if line.lows[token] == "that" and (
            line.deps[token] == "mark"
            or _behind_time(line, token)
            or (heard and line.deps[head] == "relcl" and line.heads[line.heads[head]] == verb)
        ):
            content = {member for member in line.subtree(head) if member >= token}
            return (content, (head,), "c", []) if len(content) > 2 and verb not in content else None
        other = verbs.get(line.lemmas[token])
        finite = (
            line.tags[token] in ("VBD", "VBZ", "VBP") and line.child(token, "nsubj", "nsubjpass") is not None
        )
        bare = line.tags[token] in ("VBG", "VB")
        nearer = bare and token + 1 < line.size and line.lows[token + 1] == "that"
        if other and "c" in other.frames and (finite or nearer):
            return None
        if line.lows[token] in (".", ";", ":"):
            return None
    return None


def _behind_time(line: Line, token: int) -> bool:
    """True for the "that" of "stated the same day that ...", which the parse hangs on the time."""
    head = line.heads[token]
    noun = line.heads[head]
    timed = line.deps[noun] == "npadvmod" or line.tags[noun] in ("NNP", "CD") or is_time(line, noun)
    own = line.child(head, "nsubj", "nsubjpass")
    return line.deps[head] == "relcl" and noun == token - 1 and timed and own not in (None, token)


def _amount(line: Line, verb: int) -> Complement | None:
    """A number behind a word that the parse takes for a preposition: "reported over 10,000"."""
    for child in line.children[verb]:
        if line.deps[child] == "prep" and child > verb and line.lows[child] in _ROUGHLY:
            number = line.child(child, "pobj")
            if number is not None and (line.tags[number] == "CD" or _counted(line, number)):
                return {token for token in line.subtree(verb) if token >= child}, (number,), "o", []
    return None


def _counted(line: Line, noun: int) -> bool:
    return any(line.deps[child] == "nummod" for child in line.children[noun])


def _late_object(line: Line, verb: int) -> Complement | None:
    """An object behind a date or an aside: "confirmed on 5 November the first clashes"."""
    for child in line.children[verb]:
        if (
            child > verb
            and line.deps[child] == "dep"
            and (line.tags[child] == "CD" or line.tags[child][0] == "N")
        ):
            return line.subtree(child), (child,), "o", []
        if child > verb and line.deps[child] == "prep":
            when = line.child(child, "pobj")
            late = line.child(when, "appos", "npadvmod") if when is not None else None
            dated = when is not None and line.tags[when] in ("NNP", "CD")
            if late is not None and dated and line.lows[late - 1] != ",":
                return line.subtree(late), (late,), "o", []
    return None


def _gap(line: Line, verb: int) -> Complement | None:
    """What a relative clause denies or confirms: "a figure that Kyiv disputes", "..., which Moscow denies"."""
    if line.deps[verb] != "relcl" or line.lows[verb] not in _ASIDES:
        return None
    thing = line.heads[verb]
    if line.lows[thing] in ("something", "which", "that") and line.heads[thing] != thing:
        above = line.heads[thing]
        told = line.child(above, "ccomp") if line.lemmas[above] in entries()["v"] else None
        head = told if told is not None and told < thing else line.heads[thing]
        content = line.subtree(head) - line.subtree(thing)
        return (content, (head,), "o", []) if content else None
    content = line.subtree(thing) - line.subtree(verb)
    return (content, (thing,), "o", []) if line.lows[thing] not in RELATIVES and content else None
