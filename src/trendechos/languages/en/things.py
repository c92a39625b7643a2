"""Nouns that name no source, and verbs by which a page concludes something from a thing."""

from __future__ import annotations

# Verbs of showing and meaning: with a thing for a subject the conclusion is the page's.
CONCLUDING: frozenset[str] = frozenset(
    [
        "suggest", "show", "signal", "demonstrate", "underscore", "underline", "highlight", "illustrate",
        "indicate", "reflect", "imply", "mean", "prove", "hint", "emphasize", "emphasise", "raise",
        "confirm", "reveal",
    ]
)  # fmt: skip
# Acts, states and pieces of land: whatever the verb, they say nothing.
THINGS: frozenset[str] = frozenset(
    [
        "terrain", "move", "step", "shift", "attack", "war", "conflict", "crisis", "situation", "effort",
        "presence", "role", "backing", "choice", "event", "trend", "landscape", "world",
        "history", "battle", "fighting", "silence", "absence", "pattern", "success", "failure",
        "visit", "trip", "arrival", "departure", "growth", "rise", "fall", "loss", "gain", "win", "timing",
        "context", "momentum", "stake", "balance", "tactic", "location", "influence", "tie", "bond", "cost",
        "price",
    ]
)  # fmt: skip
# More of them that an act may touch, and verbs by which one touches another.
MATTERS: frozenset[str] = frozenset(
    [
        "question", "concern", "fear", "worry", "doubt", "hope", "tension", "risk", "danger",
        "morale", "insight", "complexity", "layer", "variable", "pressure", "strategy", "threat", "stake",
        "point", "dynamic", "action", "relation", "policy", "response", "trust", "credibility",
    ]
)  # fmt: skip
AFFECTING: frozenset[str] = frozenset(
    [
        "add", "raise", "heighten", "complicate", "compel", "encourage", "embolden", "undermine", "impact",
        "affect", "influence", "contribute", "shape", "deepen", "exacerbate", "strain", "provide", "serve",
        "fuel", "lead",
    ]
)  # fmt: skip
# What something is called that matters much.
WEIGHTY: frozenset[str] = frozenset(["essential", "crucial", "vital", "pivotal", "paramount", "imperative"])
# What somebody said, from which the page concludes.
REMARKS: frozenset[str] = frozenset(
    ["remark", "comment", "word", "speech", "decision", "warning", "reaction", "response"]
)
# Endings of nouns for acts and states.
SUFFIXES: tuple[str, ...] = ("ment", "tion", "sion", "ness", "ance", "ence", "ity", "ism", "ship", "ure")
# Nouns with such an ending that stand for people or bodies.
HOLDERS: frozenset[str] = frozenset(
    [
        "delegation", "opposition", "prosecution", "population", "generation", "defence", "defense",
        "competition", "leadership", "management", "intelligence", "majority", "minority", "authority",
        "community", "university", "celebrity", "charity", "audience", "conference", "legislature",
        "judiciary", "government", "administration", "department", "establishment", "parliament",
        "organisation", "organization", "association", "federation", "foundation", "corporation",
        "commission", "institution", "coalition", "nation", "station", "union", "publication",
        "opinion", "position", "constitution", "legislation", "declaration", "resolution", "testimony",
        "document", "statement", "assessment", "announcement", "documentation", "information",
        "correspondence", "evidence", "petition", "convention", "membership", "partnership", "security",
        "entity", "facility", "municipality", "electorate", "citizenship", "church", "figure", "literature",
        "alliance", "patient", "agreement", "judgement", "judgment", "amendment", "investigation",
        "examination", "inspection", "observation", "projection", "calculation", "simulation", "edition",
        "question", "section", "version",
    ]
)  # fmt: skip
# Who does none of it has not said so ("offered no evidence").
GIVING: frozenset[str] = frozenset(["give", "offer", "provide", "cite", "present"])
# Verbs of help by word or deed.
HELPING: frozenset[str] = frozenset({"support", "back", "defend"})
# What is helped in kind, and not by word.
MATERIAL: frozenset[str] = frozenset(
    [
        "country", "nation", "ally", "operation", "need", "force", "troop", "army", "soldier", "unit",
        "fighter", "rebel", "militia", "family", "refugee", "economy", "growth", "effort", "logistic",
        "territory", "integrity", "sovereignty", "border", "city", "village", "homeland", "motherland",
    ]
)  # fmt: skip
# What the page sees in somebody, and nobody says.
INCLINATIONS: frozenset[str] = frozenset(["willingness", "readiness", "ability", "eagerness"])
# With a bare noun ("recognise the stakes") these tell what the page thinks that they feel.
PERCEIVED: frozenset[str] = frozenset(["recognize", "recognise", "realize", "realise", "understand"])
