"""How sure the speaker sounds and which side the speaker takes, by the words of clause and cue together."""

from __future__ import annotations

from trendechos.claims import certainty, polarity
from trendechos.claims.attribution import Attribution
from trendechos.claims.coded import Coded
from trendechos.languages.en.stances import ASKING
from trendechos.records import Certainty, Hedge, Polarity


def certainty_of(coded: Coded, attribution: Attribution, side: Polarity) -> Certainty:
    """The certainty of the clause; a cue of belief, doubt or forecast counts where the clause has no hedge."""
    sure = certainty.certainty(coded.softenings)
    cue = attribution.cue
    if (cue is not None and cue.kind == "doubt") or _not_settled(attribution):
        return "possible"
    if sure == "asserted" and cue is not None:
        if cue.kind == "predict" and not attribution.negated:
            return "possible" if _past(coded) else "conditional_or_future"
        loose = attribution.speaker.kind == "document" and certainty.unconfirmed(attribution.speaker.name)
        if loose or (coded.asks and asks(cue.text)) or certainty.believes(cue.text):
            return "possible"
        if polarity.unable_to_check(coded.clause) or certainty.doubts_ground(coded.clause):
            return "possible"
    return "possible" if sure == "asserted" and side == "noncommittal" else sure


def polarity_of(coded: Coded, attribution: Attribution) -> Polarity:
    """The side that the speaker takes; a negated cue turns or suspends what the words alone say."""
    kind = attribution.cue.kind if attribution.cue else "say"
    if attribution.noncommittal or kind == "decline" or _not_settled(attribution):
        return "noncommittal"
    negative = polarity.negated(coded.clause, coded.path)
    if kind == "deny":
        return _denied(coded, attribution, negative=negative)
    if attribution.negated:
        unfound = attribution.act == "evidence" and not polarity.left_open(coded.clause)
        return "denied" if attribution.act == "belief" or unfound else "noncommittal"
    return _plain(coded, attribution, negative=negative)


def _not_settled(attribution: Attribution) -> bool:
    """True for "it was not clear who", which nobody denies."""
    words = attribution.cue.text.lower().split() if attribution.cue is not None else []
    return attribution.negated and words[-1:] != [] and words[-1] in certainty.CLEAR


def _denied(coded: Coded, attribution: Attribution, *, negative: bool) -> Polarity:
    if attribution.negated:
        return "noncommittal"
    return "asserted" if negative and not polarity.called_false(coded.clause) else "denied"


def _plain(coded: Coded, attribution: Attribution, *, negative: bool) -> Polarity:
    """The side that the clause's own words take."""
    if attribution.cue is None and coded.event_type == "denial":
        return "noncommittal" if negative else "denied"
    if polarity.unable_to_check(coded.clause):
        return "noncommittal"
    if polarity.called_false(coded.clause):
        return "asserted" if negative else "denied"
    doubted = attribution.cue is not None and attribution.cue.kind == "doubt"
    if doubted:
        asked = attribution.cue is not None and asks(attribution.cue.text)
        return "noncommittal" if asked or coded.asks else "denied"
    if polarity.lacks_evidence(coded.clause) or polarity.called_untrue(coded.clause):
        return "denied"
    # "Partners have given no answer" names nothing that it could deny: the negative is what is put forward.
    bare = coded.clause.parsed.poses[coded.clause.core] not in ("VERB", "AUX")
    above = polarity.ruled_out(coded.clause, coded.path)
    denies = bare or above or coded.trigger is not None or polarity.turned(coded.clause)
    return "denied" if negative and denies else "asserted"


def hedges(coded: Coded, attribution: Attribution) -> tuple[Hedge, ...]:
    """The softening words as written, the cue's own first."""
    words = coded.clause.parsed.words
    found = [Hedge(words[item.token], item.kind, coded.context.span([item.token])) for item in coded.softenings]
    cue = attribution.cue
    if cue is not None and certainty.believes(cue.text):
        found.insert(0, Hedge(cue.text, "verb", cue.span))
    return tuple(found)


def _past(coded: Coded) -> bool:
    """True when the clause itself speaks of what has been ("projects that the force was raised")."""
    parsed, children = coded.clause.parsed, coded.clause.tree.children
    helping = [
        child for token in coded.path for child in children[token] if parsed.deps[child] in ("aux", "auxpass")
    ]
    return any(parsed.tags[token] == "VBD" for token in (*coded.path, *helping))


def asks(cue: str) -> bool:
    """True for a cue of asking, whose content nobody doubts or denies."""
    return any(word.startswith(ASKING) for word in cue.lower().split())
