"""English phrases with which a speaker, or a page for the speaker, leans on another; plain data.

Each pattern is searched in text as written, case apart; what follows it is searched for names.
"""

from __future__ import annotations

# The speaker gives somebody else as the source of the words.
CITES: tuple[str, ...] = (
    r"\b(?:citing|cites|cited)\b",
    r"\b(?:quoting|quotes|quoted)\b",
    r"\b(?:based|rel(?:ying|ies|ied)|draw(?:ing|s)|drew) (?:up)?on\b",
    r"\b(?:referring|pointing|with reference) to\b",
    r"\bon the (?:strength|basis) of\b",
    r"\baccording to\b",
    r"\b(?:after|following|upon) (?:\w+ ){0,2}(?:word|reports?|information|data) (?:from|by|of)\b",
    r"\b(?:shared|provided|supplied|passed on) by\b",
    r"\b(?:figures?|data|count|tally|toll|estimate)s? (?:comes?|came) from\b",
)
# What stands between such a phrase and the name: "based on figures compiled by X".
DATA = (
    r"(?:[a-z-]+ ){0,3}(?:figures?|data|numbers?|counts?|tally|tallies|tolls?|estimates?|reports?|records"
    r"|statistics|information|findings) "
    r"(?:compiled |collected |gathered |provided |published |shared )?(?:from|by|of) "
)
# A sentence that goes on to say where the figure before it comes from: "Its count draws on X".
GOES_ON = (
    r"(?:its|their|his|her|the|that|this|these) (?:[a-z-]+ ){0,2}"
    r"(?:figures?|data|numbers?|counts?|tally|tolls?|totals?|estimates?|findings) (?:\w+ )?"
    r"(?:draws?|drew|is|are|was|were|relies|rely|relied|comes?|came|cites?|cited|rests?|rested)\b"
)
# The speaker was told by somebody else before speaking.
BRIEFED: tuple[str, ...] = (
    r"\bbriefed (?:\w+ ){0,3}by\b",
    r"\bbriefing (?:\w+ ){0,2}(?:by|from)\b",
    r"\bafter (?:hearing|meeting|talks with|a meeting with)\b",
    r"\b(?:was|were|been) (?:told|informed) by\b",
    r"\bhad briefed\b",
)
# A page says that it is a translation.
TRANSLATED: tuple[str, ...] = (
    r"\btranslated (?:from|by|into)\b",
    r"\b(?:machine |own |our )?translation (?:from|by|of)\b",
)
# Marks that evidence is the speaker's own and not another's.
OWN: tuple[str, ...] = (
    r"\b(?:its|their|our|his|her) own\b",
    r"\b(?:we|our (?:forces|soldiers|troops|officers))\b",
)
# Words beside a number that count on top of another: "a further 1,500" is not "1,500".
ON_TOP: frozenset[str] = frozenset(("another", "further", "additional", "extra"))
# Capitalised words that follow such a phrase and name a time ("according to Friday's statement").
CALENDAR: frozenset[str] = frozenset((
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "monday's", "tuesday's",
    "wednesday's", "thursday's", "friday's", "saturday's", "sunday's", "january", "february", "march", "april",
    "may", "june", "july", "august", "september", "october", "november", "december",
))  # fmt: skip
# Verbs by which a speaker puts forward what the speaker holds true: caution, less than doubt. First letters.
BELIEFS: tuple[str, ...] = ("believ", "think", "thought", "estimat", "assess", "judg", "consider", "reckon")
