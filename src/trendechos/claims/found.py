"""What the cue grammar finds in one sentence, before quotations, chains and speakers."""

from __future__ import annotations

from dataclasses import dataclass, field

from trendechos.languages.en.reporting import Act
from trendechos.records import CueKind, ReportedAs


@dataclass(slots=True)
class Found:
    """One cue with its source and content as token indices of one sentence.

    `source` is the head token of the source, None when the grammar gives none; `antecedent` the noun
    that a relative source ("who") stands for. `cue` are the cue's tokens. `ranges` are the content as
    character ranges of the report, over several sentences once quotations and continuation are in;
    a cue that still waits for its quotation has none. `field` says which string they count in. `inside`
    says that the cue stands in a quotation.
    """

    line: int
    at: int
    cue: tuple[int, ...]
    content: set[int]
    roots: tuple[int, ...]
    kind: CueKind
    stance: ReportedAs
    act: Act
    frame: str
    source: int | None = None
    antecedent: int | None = None
    negated: bool = False
    via: int | None = None
    ranges: list[tuple[int, int]] = field(default_factory=list)
    quotes: bool = False
    inside: bool = False
    parent: int | None = None

    def __post_init__(self) -> None:
        """Keeps the words of the cue in their order, in whatever order the grammar met them."""
        self.cue = tuple(sorted(self.cue))
