"""Cues inside the content of other cues: which belong there, and which only stand there in the parse."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from trendechos.claims.found import Found
from trendechos.claims.line import Line
from trendechos.claims.verb_groups import NO_PASSIVE
from trendechos.languages.en.reporting import Entry, entries
from trendechos.languages.en.sources import kinds
from trendechos.languages.en.things import GIVING
from trendechos.records.span import Field

_JOINS = frozenset({"and", "but", "while", "though", "although", "yet", "or"})
_CONTRASTS = frozenset({"while", "though", "although"})
_POINTING = frozenset({"they", "it", "he", "she"})
_FINITE = {"VBD": "past", "VBZ": "present", "VBP": "present"}


def release(line: Line, found: list[Found]) -> None:
    """Takes clauses out of a content that the parse hangs there but that report again ("said A and added B").

    A clause leaves when it is joined to the content, stands in the tense of the cue and reports itself, or
    when a participle that reports follows a comma ("..., calling it a lie"); its source is then the cue's.
    """
    found[:] = [
        one for one in found
        if not (_on_the_way(line, one, found) or _only_softens(one, found) or _only_names(one, found))
    ]  # fmt: skip
    for inner in found:
        _turn(line, inner, found)
        if inner.frame == "a":
            _fill(line, inner, found)
            _stand_outside(line, inner, found)
        if line.tags[inner.at] == "VBG" and line.deps[inner.at] == "advcl":
            _own_aside(line, inner, found)
        if line.deps[inner.at] == "pcomp" and inner.quotes and not inner.content:
            _by_saying(line, inner, found)
        if line.deps[inner.at] == "parataxis" or (inner.frame == "q" and inner.content):
            _aside(line, inner, found)
    for outer in found:
        if outer.frame in ("c", "q", "s", "i", "o", "p", "x"):
            _let_go(line, outer, found)


def _only_softens(one: Found, found: Sequence[Found]) -> bool:
    """True for "reportedly" beside a named source."""
    return (one.frame, one.act) == ("r", "speech") and any(
        other.source is not None
        and other.act == "speech"
        and (one.at in other.content or other.at in one.content)
        for other in found
    )


def _on_the_way(line: Line, one: Found, found: Sequence[Found]) -> bool:
    """True for the verb of "said after hearing aides that ...", whose clause belongs to the verb before."""
    return line.deps[one.at] == "pcomp" and any(
        other.frame == "c" and other.at < one.at and set(one.roots) & set(other.roots) for other in found
    )


def _only_names(one: Found, found: Sequence[Found]) -> bool:
    """True for the noun of "said in a statement that ...", whose content the verb has already."""
    return one.frame == "n" and any(
        other.frame == "c"
        and other.at < one.at
        and one.at not in other.content
        and one.content <= other.content
        for other in found
    )


def _stand_outside(line: Line, inner: Found, found: Sequence[Found]) -> None:
    """Takes "..., according to X" out of the contents that it stands behind."""
    own = line.subtree(inner.at)
    for outer in found:
        holds = inner.at in outer.content and inner.roots[0] not in outer.content
        if outer is not inner and outer.at not in own and holds:
            outer.content -= own


def _aside(line: Line, inner: Found, found: Sequence[Found]) -> None:
    """Takes a cue in parenthesis out of the contents that it interrupts ("X confirmed, it says, that ...")."""
    own = {*inner.cue, *(line.subtree(inner.source) if inner.source is not None else ())}
    for outer in found:
        if outer is not inner and inner.at in outer.content and outer.at in inner.content:
            outer.content -= own


def _let_go(line: Line, outer: Found, found: Sequence[Found]) -> None:
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


def _fill(line: Line, outer: Found, found: Sequence[Found]) -> None:
    """Gives a cue without a content what an outlet has of it ("Lee disclosed ..., as Reuters reported")."""
    for one in found:
        if not one.content and one.at in outer.roots and one.source is not None and one.act == "speech":
            one.content = outer.content - line.subtree(one.source) - set(one.cue)
            one.roots = (one.at,)


def _turn(line: Line, one: Found, found: Sequence[Found]) -> None:
    """Frees a cue that closes the sentence ("..., the envoy said") from the content that it closes."""
    if one.source is None or one.frame not in ("c", "q") or one.act != "speech" or one.source > one.at:
        return
    first = min(line.subtree(one.source) - set(one.cue), default=one.source)
    if first < 2 or line.lows[first - 1] != "," or any(token > one.at for token in one.content):
        return
    for outer in found:
        if outer is not one and outer.at < first and one.at in outer.content:
            gone = {token for token in outer.content if token >= first - 1}
            if not outer.content - gone:
                continue
            outer.roots = tuple(token for token in outer.roots if token not in gone) or one.roots
            outer.content -= gone
            one.content |= set(range(_opening(line, outer.at), first - 1)) - gone


def _opening(line: Line, token: int) -> int:
    """The first token of the clause that `token` heads."""
    return min(line.subtree(line.heads[token] if line.deps[token] == "conj" else token))


def _own_aside(line: Line, inner: Found, found: Sequence[Found]) -> None:
    """Gives "citing X" between a cue and its content to the subject of that cue."""
    for outer in found:
        after = [token for token in outer.content if token > outer.at]
        if outer is not inner and outer.source is not None and after and outer.at < inner.at < min(after):
            inner.source, inner.antecedent = outer.source, outer.antecedent


def _by_saying(line: Line, inner: Found, found: Sequence[Found]) -> None:
    """Takes "by saying, “...”" out of the thing that somebody answered by it."""
    by = line.heads[inner.at]
    for outer in found:
        if line.lows[by] == "by" and outer is not inner and inner.at in outer.content and outer.at < by:
            outer.content -= line.subtree(by)
            inner.source, inner.antecedent = outer.source, outer.antecedent


def _leaves(line: Line, outer: Found, token: int) -> bool:
    if _withholds(line, outer, token):
        return True
    entry = entries()["v"].get(line.lemmas[token])
    if entry is None or not line.is_verb(token):
        return False
    dep = line.deps[token]
    if dep == "conj" and line.tags[token] == "VBN" and line.lemmas[token] in NO_PASSIVE and _alone(line, token):
        # "Said 40 were displaced and appealed to all ...": nobody is appealed.
        return line.tags[outer.at] in ("VBD", "VBN")
    first = min(line.subtree(token))
    if dep == "advcl" and line.tags[token] == "VBG":
        return line.lows[first] == "," or line.lows[first - 1] in (",", "”", '"', "’")
    if dep == "conj" and line.tags[token] == line.tags[outer.at] == "VBG" and entry.act in ("speech", "topic"):
        # "By naming the dam and adding, “...”": both are what the speaker does.
        return line.tags[line.heads[token]] != "VBG" and _alone(line, token)
    return ("c" in entry.frames or entry.act != "attitude") and _reports_again(line, outer, token, entry)


def _withholds(line: Line, outer: Found, token: int) -> bool:
    """True for "said turnout was low but gave no figure", which the page tells of the speaker."""
    if line.deps[token] != "conj" or line.lemmas[token] not in GIVING:
        return False
    thing = line.child(token, "dobj")
    if thing is None:
        return False
    none = any(line.lows[child] == "no" for child in line.children[thing])
    return none and _alone(line, token) and _tense(line, token) == _tense(line, outer.at)


def _reports_again(line: Line, outer: Found, token: int, entry: Entry) -> bool:
    """True for a finite verb in the content that speaks for itself, with the subject of the cue or its own."""
    dep, tense, first = line.deps[token], _tense(line, token), min(line.subtree(token))
    joined = dep == "conj" and line.heads[token] in outer.content
    if tense is None:
        return False
    if tense != _tense(line, outer.at):
        other = _tense(line, line.heads[token])
        return joined and entry.act == "speech" and _alone(line, token) and other not in (tense, None)
    if _alone(line, token):
        return joined and _shares(line, outer, token, tense)
    if dep == "conj":
        return joined and line.lows[first - 1] in _JOINS and line.lows[first - 2] == ","
    if dep != "advcl" or line.lows[first] not in _CONTRASTS:
        return False
    own = line.child(token, "nsubj", "nsubjpass")
    return line.lows[first - 1] == "," or (
        entry.act == "speech" and own is not None and line.tags[own] != "PRP"
    )


def _alone(line: Line, token: int) -> bool:
    return line.child(token, "nsubj", "nsubjpass") is None


def _shares(line: Line, outer: Found, token: int, tense: str) -> bool:
    """True when a joined verb without a subject has that of the cue rather than that of the content."""
    head = line.heads[token]
    if line.lemmas[token] == line.lemmas[outer.at] or head == outer.at or _tense(line, head) != tense:
        return True
    other = line.child(head, "nsubj", "nsubjpass")
    if other is None:
        return False
    if line.tags[other] == "PRP" and line.lows[other] not in ("i", "we", "you"):
        # "Said he welcomed it and added ...": the pronoun is the speaker, who goes on.
        entry = entries()["v"].get(line.lemmas[token])
        return entry is not None and entry.act == "speech" and "c" in entry.frames
    return not _may_speak(line, other)


def _may_speak(line: Line, noun: int) -> bool:
    """True for names, people and bodies: what else is no subject of a reporting verb."""
    tag = line.tags[noun]
    if tag == "PRP":
        return line.lows[noun] != "it"
    return tag.startswith(("NNP", "W")) or line.lemmas[noun] in kinds()


def _tense(line: Line, token: int) -> str | None:
    found = _FINITE.get(line.tags[token])
    if found is None:
        for child in line.children[token]:
            if line.deps[child] in ("aux", "auxpass") and line.tags[child] in _FINITE:
                return _FINITE[line.tags[child]]
    return found


def carry_on(line: Line, found: Sequence[Found]) -> None:
    """Gives a statement what goes on with it behind a semicolon or colon ("A is full; it may burst")."""
    for one in found:
        stop = max(one.content, default=one.at) + 1
        told = one.frame == "c" and one.act in ("speech", "belief") and one.kind not in ("deny", "doubt")
        if not told or stop < one.at or stop + 1 >= line.size or line.lows[stop] not in (";", ":"):
            continue
        behind = line.lows[stop + 1]
        goes_on = (line.tags[stop + 1] == "PRP" and behind in _POINTING) or (
            line.lows[stop] == ":" and line.tags[stop + 1] not in ("``", "''") and behind[0].isalnum()
        )
        if goes_on and not any(other.at > stop and other.source is not None for other in found):
            last = line.size - (line.deps[line.size - 1] == "punct")
            one.content |= set(range(stop, last))


def nest(lines: Sequence[Line], found: Sequence[Found]) -> None:
    """Gives each cue as parent the smallest larger content that holds it."""
    places: dict[Field, list[tuple[int, int]]] = {"title": [], "text": []}
    sizes = []
    for index, one in enumerate(found):
        line = lines[one.line]
        places[line.sentence.span.field].append((line.offset + line.parsed.starts[one.at], index))
        sizes.append(sum(b - a for a, b in one.ranges))
    for each in places.values():
        each.sort()
    for holder, outer in enumerate(found):
        inside = places[lines[outer.line].sentence.span.field]
        for start, end in outer.ranges:
            for _, index in inside[bisect_left(inside, (start, -1)) : bisect_left(inside, (end, -1))]:
                one = found[index]
                if index == holder or (sizes[holder], -holder) <= (sizes[index], -index):
                    continue
                if one.parent is None or sizes[holder] < sizes[one.parent]:
                    one.parent = holder
