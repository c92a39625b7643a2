"""The stages: what each reads and writes, and its version. A new version makes what it wrote stale."""

from __future__ import annotations

from dataclasses import dataclass

from trendechos.records.codec import content_id


@dataclass(frozen=True, slots=True)
class Stage:
    """One step from bytes to brief; `reads` and `writes` name records."""

    name: str
    version: int
    reads: tuple[str, ...]
    writes: tuple[str, ...]
    does: str


STAGES: tuple[Stage, ...] = (
    Stage("parse", 2, ("bytes",), ("Report", "Gap"), "turns files and pages into reports, frozen as received"),
    Stage("split", 4, ("Report",), ("Layout",), "finds sentences, dateline and furniture"),
    Stage("model", 3, ("Layout",), ("ParsedSentence",), "parses each sentence alone, once for ever"),
    Stage(
        "join",
        6,
        ("Report", "Layout", "ParsedSentence"),
        ("Reading",),
        "finds names, places, times, quantities",
    ),
    Stage(
        "find", 6, ("Report", "Reading"), ("Claim",), "finds who says what happened, through whom, how surely"
    ),
    Stage("hold", 1, ("Report", "Claim"), ("Held",), "keeps what was shown to exist by the day asked about"),
    Stage("compare", 6, ("Held", "Claim"), ("Echo",), "compares claims that share a key, by named features"),
    Stage("group", 6, ("Echo", "Claim"), ("EchoGroup",), "groups the claims that repeat one statement"),
    Stage(
        "trace",
        6,
        ("EchoGroup", "Claim", "Report"),
        ("Origin",),
        "leads each group to its statement, with drift",
    ),
    Stage(
        "pose", 6, ("Origin", "Claim"), ("Proposition",), "finds the questions that several origins speak to"
    ),
    Stage(
        "relate",
        6,
        ("Origin", "Proposition"),
        ("Relation",),
        "says which origins depend on each other, and why",
    ),
    Stage(
        "assess", 6, ("Origin", "Proposition", "Relation"), ("Situation",), "assembles everything as of one day"
    ),
    Stage(
        "compose", 6, ("Situation",), ("Brief",), "writes the situation out, every sentence with its evidence"
    ),
)

# The stages whose results the store keeps: a change of one makes reports unread.
KEPT = ("split", "model", "join", "find")


def engine_id(model: str, release: str) -> str:
    """The name under which readings are kept: language model, release and versions of the stages."""
    versions = [(stage.name, stage.version) for stage in STAGES if stage.name in KEPT]
    return content_id("engine", model, release, versions)
