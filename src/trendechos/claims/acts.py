"""What an attribution's cue does besides putting words forward: calls, criticism, plans."""

from __future__ import annotations

from trendechos.claims.arguments import arguments
from trendechos.claims.attribution import Attribution
from trendechos.claims.clauses import Clause
from trendechos.claims.coded import Coded
from trendechos.claims.context import Context
from trendechos.claims.events import Trigger, at
from trendechos.languages.en import grammar
from trendechos.records import CueKind

_SPEECH_ACTS = frozenset({"statement", "call", "threat", "denial"})
_CALLING = ("on", "for", "upon")


def kind(attribution: Attribution, context: Context) -> CueKind | None:
    """The kind of the cue; "called it a lie" is speech, not a call."""
    cue = attribution.cue
    if cue is None:
        return None
    if cue.kind == "call" and cue.text.lower().split()[-1] in ("call", "calls", "called", "calling"):
        rest = context.report.words(cue.span.field)[cue.span.end :].split(maxsplit=1)
        if not rest or rest[0].lower() not in _CALLING:
            return "say"
    return cue.kind


def topic(attribution: Attribution, context: Context) -> tuple[Clause, Trigger] | None:
    """The cue with its topic as one clause ("condemned the raid"); None where the cue is no act of speech."""
    tree, head = context.tree, cue_token(attribution, context)
    if head is None:
        return None
    inside = context.tokens(attribution.content)
    around = arguments(tree, head)
    trigger = at(tree, head, inside | {head}, None)
    if trigger is None or trigger.term.claim_type not in _SPEECH_ACTS:
        return None
    tokens = sorted(
        inside | (context.tokens([attribution.cue.span]) if attribution.cue else frozenset()) | {head}
    )
    return Clause(tree, head, head, (), tuple(tokens)), Trigger(head, trigger.term, around)


def performed(one: Coded, attribution: Attribution) -> Trigger | None:
    """The cue as an act, where the speaker does by saying what a bare noun phrase names; None elsewhere.

    "Declared a state of emergency", "rejected the plan", "demanded an end": without an event of its own the
    phrase is the object of the act; with one ("announced sanctions") only for verbs that bring it about.
    """
    tree, parsed = one.context.tree, one.clause.parsed
    head, inner = cue_token(attribution, one.context), one.trigger
    if head is None:
        return None
    noun = parsed.poses[one.clause.core] in ("NOUN", "PROPN") and tree.child(head, "dobj", "prep") is not None
    brings = parsed.lemmas[head].lower() in grammar.PERFORMATIVES
    if not noun or attribution.negated or (inner is not None and not brings and inner.term.plover != "REQUEST"):
        return None
    own = one.context.tokens(attribution.content) | {head}
    trigger = at(tree, head, own, None)
    return trigger if trigger is not None and trigger.term.plover is not None else None


def owned(attribution: Attribution, context: Context) -> bool:
    """True when an attitude is a plan of the source's own or a wish about others, and so worth a claim."""
    if (
        attribution.cue is None
        or not _holds_cue(attribution, context)
        or attribution.cue.kind not in ("predict", "call", "deny", "decline")
    ):
        return False
    if attribution.cue.kind != "call":
        return True
    tree = context.tree
    return any(
        sentence == attribution.sentences[0] and tree.child(root, "nsubj", "nsubjpass") is not None
        for sentence, root in attribution.roots
    )


def speaks(attribution: Attribution, context: Context) -> bool:
    """True when the attribution gives claims of its own, so that the page does not say the same again."""
    if attribution.puts_forward or owned(attribution, context):
        return True
    return topic(attribution, context) is not None


def cue_token(attribution: Attribution, context: Context) -> int | None:
    """The head of the cue as a token of this sentence; None where it stands in another."""
    if attribution.cue_at is None or not _holds_cue(attribution, context):
        return None
    return attribution.cue_at[1]


def _holds_cue(attribution: Attribution, context: Context) -> bool:
    """True when the cue stands in this sentence, so that its token numbers count here."""
    return attribution.cue is not None and context.sentence.span.holds(attribution.cue.span)
