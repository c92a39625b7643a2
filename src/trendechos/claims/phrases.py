"""Cues that are no verbs: nouns ("the claim that"), adjectives, "according to", "per", adverbs."""

from __future__ import annotations

from collections.abc import Iterator

from trendechos.claims.found import Found
from trendechos.claims.line import Line
from trendechos.claims.sources import governor, owner, subject
from trendechos.claims.verb_groups import group, infinitive, negated
from trendechos.languages.en.reporting import (
    BARE_NOUNS,
    LIGHT_NOUNS,
    LIGHT_VERBS,
    REPORT_ADVERBS,
    Act,
    Entry,
    entries,
)
from trendechos.languages.en.sources import SIDES, SURVEYS
from trendechos.records import CueKind

_INSIDE = frozenset({"amod", "acl", "relcl", "pcomp", "xcomp", "pobj", "aux", "auxpass"})
# Between a noun and its "that" stand a few words ("in an interview last May").
MOST_APART = 9
# "Spoke in defence of", "with a warning that": who acts is the source of the noun behind these.
_HOLDING = frozenset({"in", "with", "to", "on", "at"})
_PLACES = frozenset({"in", "at", "near", "inside", "across"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NOT_LIGHT: tuple[frozenset[str], CueKind, Act] = (frozenset(), "say", "speech")
# Content tokens, clause head, and cue tokens.
_Part = tuple[set[int], int, tuple[int, ...]]


def noun(line: Line, token: int, entry: Entry) -> Iterator[Found]:
    """The attribution of a noun with a clause, an infinitive or a preposition behind it."""
    if (made := light(line, token)) is not None:
        yield made
        return
    part = _copula(line, token, entry) or _behind(line, token, entry)
    if part is None or _is_denied(line, token):
        return
    content, root, cue = part
    source = _whose(line, token)
    content -= set(cue)
    if source is not None and source in content:
        content -= line.subtree(source)
    if content:
        act = entry.act if line.tags[root][0] == "V" else "topic"
        if source is None and act == "belief" and len(cue) > 1:
            act = "attitude"  # "for fear of losing her job": nobody is said to hold it
        yield Found(
            line.index, token, cue, content, (root,), entry.kind, entry.stance, act, "n",
            source=source, negated=negated(line, token),
        )  # fmt: skip


def _is_denied(line: Line, noun: int) -> bool:
    """True for "rejected the claim that", which says who denies it and not who claims it."""
    verb = entries()["v"].get(line.lemmas[line.heads[noun]])
    objects = verb is not None and verb.kind == "deny" and verb.act == "speech" and "o" in verb.frames
    return objects and line.deps[noun] == "dobj" and owner(line, noun) is None


def _whose(line: Line, noun: int) -> int | None:
    """Who is the source of a noun of speech: its owner, else who acts on it ("ignored warnings that ...")."""
    source, dep = owner(line, noun), line.deps[noun]
    if source is not None:
        return source
    if dep == "attr" and line.lemmas[noun] in SIDES:
        # "Is a pointed critic of the bill": who takes a side holds the view.
        return subject(line, line.heads[noun])[0]
    if dep == "attr" or (dep == "pobj" and line.lows[line.heads[noun]] not in _HOLDING):
        # "Fell amid concern about ...", "there is doubt about ...": nobody is named.
        return None
    who = governor(line, noun)
    return None if who == noun else who


def light(line: Line, token: int) -> Found | None:
    """The attribution of a verb with a noun of speech ("raised alarms about"), or None."""
    verb = line.heads[token]
    if line.deps[token] != "dobj" or line.lemmas[verb] not in LIGHT_VERBS or verb > token:
        return None
    prepositions, kind, act = LIGHT_NOUNS.get(line.lemmas[token], _NOT_LIGHT)
    found = (
        child for child in (*line.children[token], *line.children[verb])
        if child == token + 1 and line.deps[child] == "prep" and line.lows[child] in prepositions
    )  # fmt: skip
    behind = next(found, None)
    inner = line.child(behind, "pobj", "pcomp") if behind is not None else None
    source, antecedent = subject(line, verb)
    if behind is None or inner is None or source is None:
        return _bare(line, token, verb, (source, antecedent))
    cue = tuple(range(verb, behind + 1))
    content = line.subtree(inner) - set(cue)
    for child in line.children[verb]:
        # "Sounded the alarm over hunger in the camp": where it is belongs to it.
        if child == max(content) + 1 and line.deps[child] == "prep" and line.lows[child] in _PLACES:
            content |= line.subtree(child)
    return Found(
        line.index, verb, cue, content, (inner,), kind, "neutral", act, "p",
        source=source, antecedent=antecedent, negated=negated(line, verb),
    )  # fmt: skip


def _bare(line: Line, token: int, verb: int, ends: tuple[int | None, int | None]) -> Found | None:
    """The attribution of "made the accusation before", "made no comment" and "sounded the alarm", or None."""
    how = BARE_NOUNS.get(line.lemmas[token])
    if how is None or ends[0] is None:
        return None
    below = {line.deps[child] for child in line.children[token] if child > token and line.children[child]}
    none = any(line.lows[child] == "no" for child in line.children[token])
    if below & {"acl", "relcl", "ccomp", "prep", "appos"} or none != (how[0] == "decline"):
        return None
    if line.lemmas[token] == "alarm" and line.lemmas[verb] not in ("sound", "raise"):
        return None
    return Found(
        line.index, verb, group(line, verb), line.subtree(token), (token,), *how, "speech", "o",
        source=ends[0], antecedent=ends[1], negated=negated(line, verb),
    )  # fmt: skip


def aside(line: Line, token: int) -> Found | None:
    """The attribution of "which Lee fears would fail", whose verb the tagger takes for a noun; else None."""
    entry = entries()["v"].get(line.lemmas[token])
    first, head = token, line.heads[token]
    while first > 0 and line.tags[first - 1].startswith("NNP"):
        first -= 1
    if entry is None or "c" not in entry.frames or first == token or head <= token:
        return None
    finite = line.tags[token + 1] in ("MD", "VBZ", "VBD", "VBP") and line.is_verb(head)
    if not finite or line.lows[first - 1] not in ("which", "who", "that"):
        return None
    content = {other for other in line.subtree(head) if other == first - 1 or other > token}
    return Found(
        line.index, token, (token,), content, (head,), entry.kind, entry.stance, entry.act, "c",
        source=token - 1,
    )  # fmt: skip


def _copula(line: Line, token: int, entry: Entry) -> _Part | None:
    """ "The minister's view is that ..."."""
    head = line.heads[token]
    if line.deps[token] != "nsubj" or line.lemmas[head] != "be" or "c" not in entry.frames:
        return None
    clause = line.child(head, "ccomp")
    return (line.subtree(clause), clause, (token,)) if clause is not None and clause > head else None


def _behind(line: Line, token: int, entry: Entry) -> _Part | None:
    for child in line.children[token]:
        dep = line.deps[child]
        if dep in ("acl", "ccomp", "relcl") and child > token:
            marks = {line.lows[mark] for mark in line.children[child] if line.deps[mark] == "mark"}
            if ("c" in entry.frames and ("that" in marks or _whole(line, child))) or (
                "x" in entry.frames and infinitive(line, child)
            ):
                return line.subtree(child), child, (token,)
        if dep == "prep" and child == token + 1 and line.lows[child] in entry.prepositions:
            inner = line.child(child, "pobj", "pcomp")
            if inner is not None:
                return line.subtree(inner), inner, (token, child)
    apart = "c" in entry.frames and line.deps[token] not in ("compound", "amod", "npadvmod", "nmod")
    return _that_clause(line, token) if apart else None


def _whole(line: Line, verb: int) -> bool:
    """True for a clause in which "that" stands for nothing ("her denial that it had sent troops")."""
    first = min(line.subtree(verb))
    own, thing = line.child(verb, "nsubj", "nsubjpass"), line.child(verb, "dobj")
    led = line.lows[first] == "that" and own not in (None, first)
    return led and any(
        child > verb and line.deps[child] in ("dobj", "attr", "acomp", "ccomp", "xcomp", "oprd")
        for child in line.children[verb]
        if child != thing or thing > verb
    )


def _that_clause(line: Line, noun: int) -> _Part | None:
    """A "that" clause near the noun which the parse hangs elsewhere ("her claim in May that ...")."""
    for token in range(noun + 1, min(line.size, noun + MOST_APART)):
        head = line.heads[token]
        if line.lows[token] == "that" and line.tags[token] == "IN" and line.is_verb(head) and head > token:
            return {other for other in line.subtree(head) if other >= token}, head, (noun,)
        if line.is_verb(token) or line.tags[token] in (",", ":", "."):
            return None
    return None


def adjective(line: Line, token: int, entry: Entry) -> Iterator[Found]:
    """The attribution of "confident that", "eager to", "aware of"."""
    if line.deps[token] not in ("acomp", "conj", "ROOT", "amod", "advcl", "acl"):
        return
    head = line.heads[token]
    source, antecedent = subject(line, head if line.deps[token] == "acomp" else token)
    if source is not None and line.lows[source] == "it" and "c" in entry.frames:
        yield from _open_question(line, token, entry)
        return
    for child in line.children[token]:
        dep = line.deps[child]
        finite = dep == "ccomp" and "c" in entry.frames and not infinitive(line, child)
        wish = dep == "xcomp" and "x" in entry.frames and infinitive(line, child)
        inner: int | None = child if finite or wish else None
        if dep == "prep" and line.lows[child] in entry.prepositions:
            inner = line.child(child, "pobj", "pcomp")
        if inner is not None:
            yield Found(
                line.index, token, (token,), line.subtree(inner), (inner,), entry.kind, entry.stance,
                entry.act, "j", source=source, antecedent=antecedent, negated=negated(line, head),
            )  # fmt: skip
            return


def _open_question(line: Line, token: int, entry: Entry) -> Iterator[Found]:
    """ "It is unclear who ...", which nobody is named for."""
    for above in (token, line.heads[token]):
        for child in line.children[above]:
            if child > token and line.deps[child] in ("ccomp", "advcl") and not infinitive(line, child):
                yield Found(
                    line.index, token, (token,), line.subtree(child), (child,), entry.kind, entry.stance,
                    entry.act, "j", negated=negated(line, line.heads[token]),
                )  # fmt: skip
                return


def survey(line: Line, token: int) -> Iterator[Found]:
    """The attribution of "In a poll by X, ..." before a clause and of "... in a new Gallup poll" behind one."""
    source, head = line.child(token, "pobj") if line.deps[token] == "prep" else None, line.heads[token]
    if source is None or line.lemmas[source] not in SURVEYS:
        return
    own: set[int] = line.subtree(token)
    content: set[int] = set()
    if token >= 2:
        while not line.is_verb(head) and line.heads[head] != head:
            head = line.heads[head]
        content = line.subtree(head) - own if _is_result(line, source, head) else content
    elif line.is_verb(head):
        # "In a poll by X last week, ..."
        near = range(max(own) + 1, min(line.size, max(own) + 4))
        comma = next((other for other in near if line.lows[other] == ","), line.size)
        content = {other for other in line.subtree(head) - own if other > comma}
    if head in content:
        yield Found(
            line.index, token, (token,), content, (head,), "show", "neutral", "evidence", "a", source=source
        )


def _is_result(line: Line, poll: int, verb: int) -> bool:
    """True where the finite clause of `verb` gives a number and one poll with a name stands in it."""
    named = any(line.tags[child].startswith("NNP") for child in line.children[poll] if child < poll)
    numbers = any(line.tags[token] == "CD" for token in line.subtree(verb) - line.subtree(poll))
    told = any(line.tags[token] in _FINITE for token in (verb, *line.children[verb]))
    return named and numbers and told and line.tags[poll] in ("NN", "NNP")


def according(line: Line, token: int) -> Iterator[Found]:
    """The attribution of "according to"."""
    to = line.child(token, "prep")
    source = line.child(to, "pobj") if to is not None else None
    if to is not None and source is not None:
        yield from _outside(line, token, (token, to), source)


def per(line: Line, token: int) -> Iterator[Found]:
    """The attribution of "..., per the ministry"; "per" before a measure ("per day") gives nothing."""
    source = line.child(token, "pobj")
    if source is not None and (
        line.tags[source].startswith("NNP") or line.lemmas[source] in ("source", "official")
    ):
        yield from _outside(line, token, (token,), source)


def _outside(line: Line, token: int, cue: tuple[int, ...], source: int) -> Iterator[Found]:
    """What stands around a phrase of source, from the clause that it hangs on."""
    head = _clause(line, line.heads[token], whole=_closes(line, token))
    content = line.subtree(head) - line.subtree(token)
    beside = line.child(source, "appos")
    if beside is not None and token < source < beside < head and line.child(head, "nsubj", "nsubjpass") is None:
        # "According to the council, 40 people remain": the parse takes the subject for another name of it.
        content |= line.subtree(beside)
    for child in line.children[head]:
        # "Lee leads, according to a count, but Osei has vowed to go on": the phrase holds for its own clause.
        own = line.child(child, "nsubj", "nsubjpass") is not None and line.deps[child] == "conj"
        if own and token < min(line.subtree(child)) and head < token:
            content -= {other for other in content if other >= min(line.subtree(child)) - 1}
    if len(content) > 1:
        yield Found(line.index, token, cue, content, (head,), "say", "neutral", "speech", "a", source=source)


def _closes(line: Line, token: int) -> bool:
    """True when the phrase of `token` follows a comma and no verb follows: it holds for all of the sentence."""
    tokens = line.subtree(token)
    behind = range(max(tokens) + 1, line.size)
    return line.lows[min(tokens) - 1] == "," and not any(line.is_verb(other) for other in behind)


def _clause(line: Line, token: int, *, whole: bool) -> int:
    """The head of the clause that `token` stands in, and of the first of clauses joined on one level.

    `whole` goes up to the head of the sentence.
    """
    seen: set[int] = set()
    while token not in seen:
        seen.add(token)
        dep, head = line.deps[token], line.heads[token]
        inside = not line.is_verb(token) or dep in _INSIDE
        joined = dep in ("conj", "ccomp") and line.lemmas[head] not in entries()["v"]
        if head == token or not (inside or joined or whole):
            break
        token = head
    return token


def adverb(line: Line, token: int) -> Iterator[Found]:
    """What "reportedly" or "allegedly" stands in, without a source."""
    head = line.heads[token]
    content = line.subtree(head) - {token}
    if line.deps[token] == "advmod" and content:
        stance = REPORT_ADVERBS[line.lows[token]]
        yield Found(line.index, token, (token,), content, (head,), "say", stance, "speech", "r")
