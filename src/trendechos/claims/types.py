"""The claim type: what the event, its status, polarity and cue make of a clause together."""

from __future__ import annotations

from dataclasses import dataclass

from trendechos.records import Certainty, ClaimType, CueKind, Polarity, SpeakerKind, Status

# What can be foretold; a foretold sanction or visit is announced and keeps its type.
_FORETOLD = frozenset({"deployment", "combat", "casualties", "capture", "withdrawal", "other", "protest"})


@dataclass(frozen=True, slots=True)
class Said:
    """How a clause is put forward: by what speaker and cue, on which side, how surely, how far along."""

    status: Status
    polarity: Polarity
    certainty: Certainty
    speaker: SpeakerKind
    cue: CueKind | None
    assessed: bool = False
    conditional: bool = False
    threatens: bool = False
    silent: bool = False


def final_type(event_type: ClaimType | None, said: Said) -> ClaimType:
    """The type of a claim; `event_type` is what the trigger says, None where no word names an event.

    A speaker's negative is a denial, whatever it is about; a judgement is an assessment and never an
    event; without an event an attributed clause is a statement and an unattributed one `other`.
    """
    attributed = said.speaker != "none"
    if settled := _spoken(event_type, said):
        return settled
    ahead = said.status == "predicted" or said.cue == "predict"
    foretold = ahead and said.certainty == "conditional_or_future"
    if event_type is None:
        foretelling = said.cue == "predict" or (foretold and attributed and not said.conditional)
        return "prediction" if foretelling else "statement" if attributed or said.cue else "other"
    return "prediction" if foretold and event_type in _FORETOLD else event_type


def _spoken(event_type: ClaimType | None, said: Said) -> ClaimType | None:
    """The act of speech that outranks what is spoken of: silence, denial, threat, call, judgement, or None."""
    attributed = said.speaker != "none"
    if said.silent:
        return "statement"
    if said.polarity == "denied" and (attributed or said.cue == "deny"):
        return _negative(event_type, said)
    if said.threatens and event_type not in ("call", "denial"):
        return "threat"
    if said.cue == "call" or said.status == "demanded":
        return "call"
    if said.assessed:
        return "assessment"
    return "statement" if said.polarity == "noncommittal" and said.cue in ("deny", "decline") else None


def _negative(event_type: ClaimType | None, said: Said) -> ClaimType:
    """A denial; but "will not create panic" promises, "will not do" foretells, and neither denies anything."""
    ahead = said.status in ("announced", "predicted") and said.certainty == "conditional_or_future"
    if event_type is not None or not ahead or said.cue == "deny":
        return "denial"
    return "prediction" if said.status == "predicted" else "statement"
