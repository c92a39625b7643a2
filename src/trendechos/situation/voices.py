"""Which voice an origin counts for."""

from __future__ import annotations

from trendechos.records import Origin


def voice_of(origin: Origin) -> str | None:
    """The voice that an origin counts for: its party, else its named speaker; None for unnamed or none.

    A government is one voice, however many of its people speak. Outlets and papers that nobody signs pass
    on what others say: they are pages and no voice.
    """
    if origin.speaker.kind in ("unnamed", "none", "outlet"):
        return None
    if origin.speaker.kind == "document" and not (origin.party or origin.speaker.party):
        return None
    return origin.party or origin.speaker.party or origin.speaker.canonical or None


def voices_of(origin: Origin) -> set[str]:
    """The voices of an origin: one, or those of all who make a joint statement; none where nobody is named."""
    joint = {
        speaker.party or speaker.canonical
        for speaker in origin.co_speakers
        if speaker.kind not in ("unnamed", "none", "outlet")
    }
    own = voice_of(origin)
    return ({own} if own else set()) | (joint - {""})
