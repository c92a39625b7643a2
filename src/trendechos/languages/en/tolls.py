"""English words for tolls: that nobody came to harm, who is counted apart, and what people died of; plain data.

Patterns are searched in lower-cased words.
"""

from __future__ import annotations

import re
from typing import Literal

_NOBODY = (
    r"(?:no ?one|no-one|nobody|none|no (?:\w+ ){0,2}(?:people|persons?|civilians?|residents?|soldiers?|troops|"
    r"men|women|children|officers?|fighters?|staff|passengers?|workers?))"
)
_FEW = r"(?:[\w,’'-]+ ){0,6}?"
# What a claim says that nobody suffered, by what is counted. "No casualties" says that nobody was killed.
NOBODY: tuple[tuple[Literal["killed", "wounded", "missing", "displaced"], str], ...] = (
    ("killed", rf"\b{_NOBODY} {_FEW}(?:killed|died|dead|die|harmed|hurt or killed)\b"),
    (
        "killed",
        (
            r"\b(?:no|zero|without|nor any) (?:\w+ ){0,2}(?:deaths?|fatalit(?:y|ies)|dead|casualt(?:y|ies)|"
            r"victims?|loss(?:es)? of (?:human )?life)\b"
        ),
    ),
    ("wounded", rf"\b{_NOBODY} {_FEW}(?:wounded|injured|hurt)\b"),
    ("wounded", r"\b(?:no|zero|without) (?:\w+ ){0,2}(?:injur(?:y|ies)|wounded)\b"),
    ("missing", rf"\b{_NOBODY} {_FEW}(?:missing|unaccounted for)\b"),
    ("displaced", rf"\b{_NOBODY} {_FEW}(?:displaced|evacuated)\b"),
)
# Only some, or not yet: no zero.
SOME: tuple[str, ...] = (
    r"\bno (?:further|more|other|new|additional|official|reliable|exact|confirmed|immediate|word)\b",
    r"\bno (?:\w+ ){0,2}(?:figures?|reports?|numbers?|counts?|tolls?|lists?|details?|information)\b",
    r"\bno one (?:knows|will|should|can|could|must|may)\b",
    r"\bnone of\b",
    # Not by these hands: who else did it stays open.
    r"\b(?:killed|shot|shot dead|hit|struck|wounded|injured|hurt|harmed) by\b",
)
# People who are counted apart from all who suffered the same ("five volunteers" of fifty people killed).
APART: frozenset[str] = frozenset(
    [
        "children", "journalists", "doctors", "nurses", "medics", "volunteers", "teachers", "pupils",
        "students", "schoolchildren", "prisoners", "inmates", "peacekeepers", "paramedics", "firefighters",
        "rescuers",
    ]
)  # fmt: skip
# What people die of beside the violence or the disaster that a situation is about.
SIDE_CAUSES: tuple[str, ...] = (
    "cholera", "diarrhoea", "diarrhea", "measles", "dengue", "malaria", "typhoid", "diphtheria", "polio",
    "ebola", "marburg", "mpox", "meningitis", "yellow fever", "covid-19", "covid", "hunger", "starvation",
    "malnutrition", "famine", "hypothermia", "dehydration", "heatstroke",
)  # fmt: skip
# Beside these a toll is that of the disease named before on its page.
OF_DISEASE: tuple[str, ...] = (r"\b(?:cases|patients|samples|infections?|infected|outbreak)\b",)
# Prisoners of whom this is said were not taken.
AT_LARGE: tuple[str, ...] = (
    r"\b(?:escap(?:e[sd]?|ing)|broke out|freed|releas(?:e[sd]?|ing)|pardon(?:s|ed)?)\b",
)
# Of a number that only mends another count.
MISCOUNTED: tuple[str, ...] = (r"\b(?:counted twice|double[- ]counted|counted by mistake|wrongly counted)\b",)
# Before a number of what is yet to befall people.
FORECAST: tuple[str, ...] = (
    r"\b(?:could|may|might|would|will) (?:\w+ )?(?:reach|rise|climb|exceed|grow|top|swell|be)\b[\w ]{0,20}$",
)
# Before a number: it counts some of those counted before ("47 people, including nine women"), or those with
# whom somebody dealt, not all who suffered ("reviewed the records of 17 deaths").
PART_BEFORE: tuple[str, ...] = (
    (
        r"\b(?:among (?:them|those|whom|the \w+)|of (?:whom|which|them)|of (?:those|the) [\w -]{1,30},)"
        r"(?: \w+){0,2} $"
    ),
    r"\bincluding (?:\w+ ){0,2}$",
    r"\b(?:first|next|last|remaining) $",
    r"\b(?:records|cases|files|samples|names|ages|relatives|families|friends) of (?:\w+ ){0,2}$",
    r"\b(?:(?:interview|question|me[et]t)\w*|(?:speak|spoke|spoken|talk)\w* (?:to|with)) (?:\w+ ){0,2}$",
)
# Behind a number of soldiers: it says of what kind some of those counted before are.
KIND_OF_THEM = re.compile(
    r"^ of (?:them|whom) (?:were |are )?(?:civilians|women|children|men|police\w*|officers)\b"
)
# Behind a number the same ("14 women were among the dead", "six of the deaths").
PART_BEHIND: tuple[str, ...] = (
    r"^[\w, -]{0,60}?\b(?:were|are|was|is) (?:also )?(?:among|part of)\b",
    (
        r"^ of (?:the|those|them|these|whom|its|his|her|their|\d[\d,.]*|two|three|four|five|six|seven|eight"
        r"|nine|ten|eleven|twelve)\b"
    ),
    r"^ (?:further|additional|extra|new)\b",
    r"^ [\w’'-]+(?: [\w’'-]+){0,3} in (?:[\w’'-]+ ){0,4}toll\b",
)
# "Fourteen cases, including nine deaths": the deaths are all that there were.
ALL_OF_THEM: frozenset[str] = frozenset(["death", "deaths", "dead", "fatalities", "killed"])
# Where those who suffered were brought to is not where they suffered.
BROUGHT_TO = re.compile(
    r"\b(?:flown|taken|evacuated|moved|transferred|brought|sent|carried|rushed|airlifted|referred|fled|returned)"
    r" (?:\w+ ){0,3}?to (?:\w+ ){0,4}$"
)
# A day named in the words, of which a toll is ("22 killed on Thursday"), but not the last day of a longer time.
ON_A_DAY = re.compile(
    r"(?<!since )(?<!until )(?<!as of )(?<!by )(?<!from )(?<!before )(?<!after )"
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day(?!['’]s)|past 24 hours|last 24 hours"
    r"|overnight|yesterday|today)\b"
)
