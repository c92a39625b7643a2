"""Counts that somebody changes or sets ("lowered the toll to 38", "puts the number at 248")."""

from __future__ import annotations

from trendechos.claims.found import Found
from trendechos.claims.line import Line
from trendechos.claims.sources import is_time, subject
from trendechos.claims.verb_groups import group, negated, passive
from trendechos.languages.en.reporting import COUNTS, HARMED, REVISING
from trendechos.languages.en.sources import JUDGED

_NUMBERS = ("CD", "$")
# Verbs that may set a count without being verbs of speech.
VERBS = REVISING | {"give"}


def revised(line: Line, verb: int) -> Found | None:
    """The attribution of a verb that gives a count a new value; the value before is no part of what is said.

    A number of seats or of troops is changed in deed: only words for counting make it a statement.
    """
    thing = line.child(verb, "dobj") if line.lemmas[verb] in REVISING else None
    if thing is None or not (line.lemmas[thing] in COUNTS or _counts_harm(line, thing)):
        return None
    source, antecedent = subject(line, verb)
    below = line.subtree(verb)
    new = next((token for token in sorted(below) if token > thing and _brings(line, token, "to")), None)
    if source is None or new is None or passive(line, verb):
        return None
    first, last = min(line.subtree(thing)), max(_value(line, new))
    content = {token for token in below if first <= token <= last}
    for token in sorted(content):
        if token > thing and _brings(line, token, "from"):
            content -= line.subtree(token) - _value(line, new)
    content -= line.subtree(new) - _value(line, new)
    return Found(
        line.index, verb, group(line, verb), content, (thing,), "say", "neutral", "speech", "o",
        source=source, antecedent=antecedent, negated=negated(line, verb),
    )  # fmt: skip


def _counts_harm(line: Line, thing: int) -> bool:
    """True for "the number of miners killed"."""
    return line.lemmas[thing] == "number" and any(line.lemmas[token] in HARMED for token in line.subtree(thing))


def given(line: Line, verb: int) -> Found | None:
    """The attribution of "gave the number of dead as 22", or None."""
    thing = line.child(verb, "dobj") if line.lemmas[verb] == "give" else None
    if thing is None or line.lemmas[thing] in JUDGED or passive(line, verb):
        return None
    source, antecedent = subject(line, verb)
    below = line.subtree(verb)
    if source is None or not any(token > thing and _is_as(line, token) for token in below):
        return None
    first = min(line.subtree(thing))
    content = {token for token in below if token >= first and line.deps[token] != "punct"}
    return Found(
        line.index, verb, group(line, verb), content, (thing,), "say", "neutral", "speech", "o",
        source=source, antecedent=antecedent, negated=negated(line, verb),
    )  # fmt: skip


def _is_as(line: Line, token: int) -> bool:
    """True for the "as" before a number, whatever the parse makes of it."""
    if line.lows[token] != "as" or token + 1 >= line.size:
        return False
    return _brings(line, token, "as") or line.tags[token + 1] in _NUMBERS


def set_at(line: Line, thing: int) -> int | None:
    """The "at" with its number that ends the noun phrase of `thing` ("the number killed since May at 248")."""
    own = line.subtree(thing)
    last = max(own)
    for token in sorted(own):
        if token > thing and _brings(line, token, "at") and max(line.subtree(token)) == last:
            return token
    return None


def _value(line: Line, to: int) -> set[int]:
    """The preposition `to` with its number, without the day that the parse hangs there ("to 53 on Tuesday")."""
    own = line.subtree(to)
    for token in sorted(own):
        noun = line.child(token, "pobj") if line.deps[token] == "prep" else None
        if noun is not None and is_time(line, noun):
            own -= line.subtree(token)
    return own


def _brings(line: Line, token: int, word: str) -> bool:
    """True when `token` is the preposition `word` with a number behind it."""
    if line.lows[token] != word or line.deps[token] != "prep":
        return False
    number = line.child(token, "pobj", "pcomp")
    if number is None:
        return False
    return line.tags[number] in _NUMBERS or line.child(number, "nummod", "quantmod", "nmod") is not None
