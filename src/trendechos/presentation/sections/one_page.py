"""What a single page adds of its own, told apart from what it passes on."""

from __future__ import annotations

from trendechos.presentation.index import Index
from trendechos.presentation.wording import figures
from trendechos.presentation.wording.parts import joined, note, say
from trendechos.records import BriefSentence, Origin, Proposition

_OWN_EYES = frozenset({"imagery", "intercept", "captive", "eyewitness", "document"})


def lines(index: Index, lead: Proposition | None) -> list[BriefSentence]:
    """Whether the one page held adds evidence on the leading number, and what it says on its own account."""
    if index.situation.coverage.reports != 1:
        return []
    out = []
    if lead is not None:
        origins = index.known(stance.origin_id for stance in lead.stances)
        seen = [one for one in index.situation.origins if _own(one) and one.basis in _OWN_EYES]
        if not seen and origins:
            text = "The page adds no evidence of its own on the number; its analysis is its own."
            out.append(say(text, claims=index.cites(*origins)))
    own = {origin.origin_id for origin in index.situation.origins if _own(origin)}
    situation = index.situation
    kinds = (
        (sum(one.origin_id in own for one in situation.assessments), "judgement"),
        (sum(one.origin_id in own for one in situation.predictions), "statement on what may come"),
        (sum(one.origin_id in own for one in situation.calls), "call"),
    )
    counted = []
    for many, noun in kinds:
        if many:
            plural = "statements on what may come" if noun.startswith("statement on") else None
            counted.append((figures.count(many, noun, plural),))
    if counted:
        listed = joined(counted)
        out.append(note("On its own account, without a source, the page gives ", *listed, "."))
    return out


def _own(origin: Origin) -> bool:
    return origin.speaker.kind == "none"
