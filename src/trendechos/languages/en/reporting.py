"""Reporting words: verbs, nouns and adjectives that carry an attribution, and the words around them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, cast

from trendechos.records import CueKind, ReportedAs

Act = Literal["speech", "topic", "belief", "attitude", "evidence"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One reporting word: its kind of cue, the page's stance, the act, its frames and content prepositions."""

    word: str
    kind: CueKind
    stance: ReportedAs
    act: Act
    frames: frozenset[str]
    prepositions: frozenset[str] = frozenset()


@cache
def entries() -> dict[str, dict[str, Entry]]:
    """The lexicon by part of speech (`v`, `n`, `j`) and lemma; frames of repeated words are joined."""
    found: dict[str, dict[str, Entry]] = {"v": {}, "n": {}, "j": {}}
    for line in (Path(__file__).parent / "reporting.tsv").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        part, words, kind, stance, act, codes = line.split("\t")
        frames = frozenset(code for code in codes.split() if "=" not in code and code != "-")
        given = [code.removeprefix("p=").split(",") for code in codes.split() if "=" in code]
        prepositions = frozenset(word for group in given for word in group)
        for word in words.split():
            new = Entry(
                word, cast(CueKind, kind), cast(ReportedAs, stance), cast(Act, act), frames, prepositions
            )
            old = found[part].get(word)
            if old:
                new = Entry(
                    word, old.kind, old.stance, old.act, old.frames | frames, old.prepositions | prepositions
                )
            found[part][word] = new
    return found


# What the language model's lemmatiser makes of "hoping", "hoped", "cited" and the like.
LEMMA_REPAIRS = {"hop": "hope", "rat": "rate", "plead": "plead", "citing": "cite", "stating": "state"}

# Words whose content is a clause and reads alone; what others govern may be no more than a noun.
CLAUSE_WORDS = frozenset(
    {"say", "says", "said", "saying", "add", "adds", "added", "adding", "according", "that"}
)

PRONOUNS_HE = frozenset({"he", "him", "his", "himself"})
PRONOUNS_SHE = frozenset({"she", "her", "hers", "herself"})
PRONOUNS_THEY = frozenset({"they", "them", "their", "themselves"})
PRONOUNS_WE = frozenset({"i", "we", "me", "us", "my", "our"})
RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})

# What people do right before or while they speak: a quotation behind such a sentence is theirs.
REACTIONS = frozenset(
    [
        "disagree", "agree", "concur", "differ", "object", "shrug", "nod", "laugh", "smile", "sigh", "pause",
        "grin", "frown", "hesitate", "weep", "cry", "sob", "chuckle", "wince", "bristle", "demur", "relent",
        "apologize", "apologise", "protest", "joke", "gesture", "grimace", "shake", "blush", "beam", "fume",
    ]
)  # fmt: skip

# How people are when they speak so ("Mr. Osei was blunt.").
MOODS = frozenset(
    [
        "blunt", "unrepentant", "defiant", "unapologetic", "unmoved", "adamant", "sceptical", "skeptical",
        "harsh", "scathing", "dismissive", "optimistic", "pessimistic", "hopeful", "unconvinced", "angry",
        "furious", "categorical", "emphatic", "philosophical", "sanguine", "cautious", "unfazed", "resigned",
        "critical", "clear", "succinct", "outraged", "incredulous", "delighted", "enthusiastic", "wary",
        "undeterred", "contrite", "apologetic", "candid", "frank", "livid", "jubilant", "ecstatic", "upbeat",
    ]
)  # fmt: skip

# Verbs that give a count a new value, and words for counts that somebody keeps.
REVISING = frozenset({"raise", "lower", "revise", "update", "cut", "increase", "reduce", "correct"})
COUNTS = frozenset({"toll", "count", "tally", "estimate", "figure", "forecast", "projection", "total"})

# The number of these is counted, and not made.
HARMED = frozenset(
    [
        "dead", "death", "die", "kill", "casualty", "victim", "injure", "injury", "wound", "hurt", "miss",
        "missing", "infect", "infection", "case", "displace", "arrest", "detain",
    ]
)  # fmt: skip

# Who seeks these has fled.
SAFETY = frozenset({"refuge", "shelter", "safety", "sanctuary", "cover"})

# Verbs whose subject is what others' words are about or what stirs them ("faces calls to", "drew criticism").
RECEIVING = frozenset(
    [
        "face", "draw", "receive", "field", "attract", "meet", "endure", "provoke", "prompt", "spark",
        "trigger", "generate", "invite", "incur", "earn", "win", "survive", "suffer", "fuel", "stoke",
        "ignite", "weather",
    ]
)  # fmt: skip

# Adverbs that report without a source.
REPORT_ADVERBS: dict[str, ReportedAs] = {
    "reportedly": "neutral",
    "allegedly": "distancing",
    "supposedly": "distancing",
    "purportedly": "distancing",
}

# Verbs that with a noun of speech make one cue ("raised alarms about", "took a swipe at").
LIGHT_VERBS = frozenset(
    [
        "make",
        "take",
        "raise",
        "sound",
        "issue",
        "deliver",
        "offer",
        "launch",
        "cast",
        "give",
        "have",
        "level",
        "lodge",
    ]
)
# Nouns that with such a verb tell that something was said, whose content stands elsewhere or nowhere.
BARE_NOUNS: dict[str, tuple[CueKind, ReportedAs]] = {
    "accusation": ("claim", "distancing"),
    "allegation": ("claim", "distancing"),
    "alarm": ("say", "neutral"),
    "comment": ("decline", "neutral"),
}
# The nouns, with the prepositions that bring the content, the kind of cue and the act. Those that warn put
# forward what they warn of. Found more often than not to report in a look through American news of 2016.
LIGHT_NOUNS: dict[str, tuple[frozenset[str], CueKind, Act]] = {
    noun: (frozenset(prepositions.split()), cast(CueKind, kind), cast(Act, act))
    for words, prepositions, kind, act in (
        ("alarm", "about over at", "say", "speech"),
        ("warning", "about of over", "predict", "speech"),
        ("concern worry fear", "about over", "predict", "belief"),
        ("question doubt", "about over on", "doubt", "topic"),
        ("issue", "with", "deny", "topic"),
        ("objection exception", "to", "deny", "topic"),
        ("shot swipe dig jab swing whack potshot aim", "at", "say", "topic"),
        ("attack assault", "against", "say", "topic"),
        ("criticism rebuke critique indictment", "of for on over", "say", "topic"),
        ("comment remark joke statement", "about", "say", "topic"),
        ("mention description account overview", "of", "say", "topic"),
        ("reference allusion", "to", "say", "topic"),
        ("defense defence endorsement", "of", "say", "topic"),
        ("case argument plea appeal", "for against", "call", "topic"),
        ("apology excuse", "for", "say", "topic"),
        ("fun", "at of", "say", "topic"),
        ("praise blame", "for on", "say", "topic"),
        ("hint", "about of at", "claim", "topic"),
        ("responsibility", "for", "confirm", "speech"),
    )
    for noun in words.split()
}  # fmt: skip
