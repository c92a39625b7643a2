"""The states and bodies of one sentence: who leads it, whose "its" is, and who is introduced in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from trendechos.claims.line import Line
from trendechos.claims.mentioned import state_of
from trendechos.claims.sources import core
from trendechos.knowledge import actors
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


def introduced(line: Line, lemma: str, mentions: Sequence[Mention]) -> Mention | None:
    """The body of the `mentions` of a sentence that it has called so before, with its party, or None.

    "A team sent by Chad's flood agency Ipsa has arrived, the agency said".
    """
    for mention in mentions:
        if mention.kind == "person":
            continue
        before = line.parsed.text[: mention.span.start - line.offset].split()
        if [word.lower() for word in before[-1:]] == [lemma]:
            roles = (actors.compose(" ".join(before[at:])) for at in range(-5, -1))
            party = next((role.party for role in roles if role is not None and role.party), mention.party)
            return replace(mention, party=party)
    return None
