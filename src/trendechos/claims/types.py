"""The claim type: what the event, its status, polarity and cue make of a clause together."""

from __future__ import annotations

from trendechos.records import Certainty, ClaimType, CueKind, Polarity, SpeakerKind, Status

# What can be foretold; a foretold sanction or visit is announced and keeps its type.
_FORETOLD = frozenset({"deployment", "combat", "casualties", "capture", "withdrawal", "other", "protest"})


def final_type(
    event_type: ClaimType | None,
    *,
    status: Status,
    polarity: Polarity,
    speaker: SpeakerKind,
    cue: CueKind | None,
    certainty: Certainty,
    assessed: bool,
    conditional: bool,
) -> ClaimType:
    """The type of a claim; `event_type` is what the trigger says, None where no word names an event.

    A speaker's negative is a denial, whatever it is about; a judgement is an assessment before it is an
    event; without an event an attributed clause is a statement and an unattributed one `other`.
    """
    if polarity == "denied" and (speaker != "none" or cue == "deny"):
        return "denial"
    if cue == "call" or status == "demanded":
        return "call"
    if assessed:
        return "assessment"
    if polarity == "noncommittal" and cue in ("deny", "decline"):
        return "statement"
    foretold = (status == "predicted" or cue == "predict") and certainty == "conditional_or_future"
    if event_type is None:
        said = speaker != "none" or cue is not None
        foretelling = cue == "predict" or (foretold and speaker != "none" and not conditional)
        return "prediction" if foretelling else "statement" if said else "other"
    return "prediction" if foretold and event_type in _FORETOLD else event_type
