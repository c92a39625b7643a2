"""Who puts which words of a report forward, through whom, and with which cue."""

from __future__ import annotations

from dataclasses import dataclass

from trendechos.languages.en.reporting import Act
from trendechos.records import Cue, Mode, ReportedAs, Span, Speaker


@dataclass(frozen=True, slots=True)
class Attribution:
    """One stretch of a report with its speaker; the coding stage splits it into claims.

    `content` is the attributed stretch, in order, possibly discontinuous and over several sentences
    (`sentences`, indices into the reading; the first is the cue's). `source` is where the source stands beside
    the cue ("he", "which"); `speaker` is who that is in the end, behind the `chain` (outermost first).
    `cue_at` and `roots` are (sentence, token) pairs: the cue's head word and the heads of the content.
    `act` tells speech from mere attitude: only `speech`, `belief` and `evidence` put a proposition
    forward (`puts_forward`); `topic` is speech about a thing, `attitude` a wish or plan.
    `negated` is a cue under negation; `noncommittal` marks no comment, silence and non-denial.
    `parent` is the index, in the same tuple, of the attribution whose content holds this one, None when
    it is outermost. `doubt` says why a quotation has no speaker, for a Gap.
    """

    mode: Mode
    speaker: Speaker
    content: tuple[Span, ...]
    sentences: tuple[int, ...]
    cue: Cue | None = None
    source: Span | None = None
    co_speakers: tuple[Speaker, ...] = ()
    chain: tuple[Speaker, ...] = ()
    cue_at: tuple[int, int] | None = None
    roots: tuple[tuple[int, int], ...] = ()
    act: Act = "speech"
    reported_as: ReportedAs = "neutral"
    negated: bool = False
    noncommittal: bool = False
    parent: int | None = None
    doubt: str | None = None

    @property
    def puts_forward(self) -> bool:
        """True when the source puts a proposition forward, not only a wish, a plan or a topic."""
        return self.act in ("speech", "belief", "evidence")
