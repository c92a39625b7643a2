"""Who leads a sentence: the state or body in whose main clause something is told, for "its" and for its own."""

from __future__ import annotations

from collections.abc import Callable

from trendechos.claims.line import Line
from trendechos.claims.sources import core
from trendechos.knowledge.actor_tables import states
from trendechos.records import Mention, ParsedSentence, Span

_BODIES = frozenset({"government", "organisation", "group"})


def leading(line: Line, head: int, mention_at: Callable[[Span, Span], Mention | None]) -> Mention | None:
    """The state or body that leads a main clause before "its" at `head`, whose it is; or None.

    "Chad, two of whose trucks burnt, has asked Niger for an answer, its ministry said".
    """
    for token in range(head - 1, -1, -1):
        if line.deps[token] not in ("nsubj", "nsubjpass") or not is_main(line.parsed, line.heads[token]):
            continue
        at = line.span(token, token)
        own = mention_at(at, at)
        if own is None and line.tags[token] == "NNP":
            name = line.text(*core(line, token))
            return Mention(name, name, "organisation", at)
        owner = line.child(token, "poss")
        if own is None and owner is not None:
            # "Chad's government"
            own = mention_at(line.span(owner, owner), line.span(owner, owner))
        if own is not None and _may_own(own):
            return own
    return None


def _may_own(own: Mention) -> bool:
    """True for a body or state, and for one name that reads like a person's ("Ipsa, it says, ...")."""
    alone = own.kind == "person" and not own.known and " " not in own.canonical
    return alone or own.kind in _BODIES or (own.kind == "place" and state_of(own) in states())


def is_main(parsed: ParsedSentence, verb: int) -> bool:
    """True for the verb of a main clause, and of what stands before "the ministry said"."""
    deps, heads = parsed.deps, parsed.heads
    while deps[verb] == "conj":
        verb = heads[verb]
    before = deps[verb] == "ccomp" and deps[heads[verb]] == "ROOT" and verb < heads[verb]
    return before or deps[verb] == "ROOT"


def state_of(mention: Mention) -> str:
    """The code of the state that a mention names; none for an outlet, which says nothing of its country."""
    code = mention.code or ""
    return "" if code[3:] == "MED" else code[:3]
