"""English words for what people came to harm by: what somebody did, or a mishap; plain data with reasons.

Patterns are searched in lower-cased words. Whoever did it or not is the one distinction that a reader never
adds up: a flood and the boat that sank in it are one disaster, a blast in a pit and a volley at those who
mourn are not.
"""

from __future__ import annotations

import re
from typing import Literal

Cause = Literal["violence", "mishap"]

# Nouns of happenings, by cause.
_HAPPENINGS: dict[Cause, str] = {
    "violence": (
        r"unrest|clash(?:es)?|crackdown|riot(?:s|ing)?|shootings?|gunfire|shelling|bomb(?:ing|ardment)s?|fighting"
        r"|massacre|ambush|air ?strikes?|raids?|violence|crossfire|protests?|demonstrations?|attacks?"
    ),
    "mishap": (
        r"accident|collapse|crash|derailment|capsizing|shipwreck|stampede|gas leak|floods?|flooding|landslides?"
        r"|mudslides?|earthquake|quake|cyclone|hurricane|typhoon|storm|tornado|tsunami|eruption|avalanche"
        r"|heatwave|wildfires?|blaze"
    ),
}
# Other words that only one of the two brings with it.
_TOLD: dict[Cause, str] = {
    "violence": (
        r"shot|gun(?:ned|ning)? down|mow(?:ed|ing)? down|open(?:ed|ing)? fire|fired (?:on|at|into|live)"
        r"|live (?:ammunition|rounds|fire)|gunshots?|bullets?|stabb(?:ed|ing)|execut(?:ed|ion|ions)|bombed"
        r"|shelled|beheaded|lynched|rubber bullets|protesters|demonstrators|rioters|gunmen"
        r"|(?:killed|harmed|beaten) by (?:[\w’'-]+ ){0,3}?"
        r"(?:police|troops|soldiers|forces|army|officers|guards)"
    ),
    "mishap": (
        r"methane|underground|crashed|derailed|capsized|sank|collapsed|caved in|drown(?:ed|ing)|swept away"
        r"|flooded|burst its banks"
    ),
}
CAUSES: tuple[tuple[Cause, re.Pattern[str]], ...] = tuple(
    (cause, re.compile(rf"\b(?:{_HAPPENINGS[cause]}|{_TOLD[cause]})\b")) for cause in _HAPPENINGS
)
# May be either: what they were here is told beside the others.
OPEN: re.Pattern[str] = re.compile(
    r"\b(?:explosion|blast|strike|fire|disaster|tragedy|mine|pit|rescue|rescuer)s?\b"
)
_EITHER: dict[Cause, str] = {"violence": "explosion|blast", "mishap": "explosion|blast|fire|disaster|tragedy"}
# How a question names it.
HAPPENED: dict[Cause, re.Pattern[str]] = {
    cause: re.compile(rf"\b(?:{words}|{_EITHER[cause]})\b") for cause, words in _HAPPENINGS.items()
}
# What stands beyond these words is what people protest at or act upon, not what killed those counted.
BEYOND: re.Pattern[str] = re.compile(
    r"\b(?:over|about|against|angered|outrage at|anger at|in protest at|mourning|demanding)\b"
)
# Before a number also what came first ("opened fire after a blast that killed 46").
BEFORE: re.Pattern[str] = re.compile(rf"{BEYOND.pattern}|\b(?:after|following|since)\b")
# Where no page names it.
UNNAMED: dict[Cause, str] = {"violence": "violence", "mishap": "accident"}
# Nouns for those counted that say nothing of who they were.
ANYONE: frozenset[str] = frozenset(
    [
        "people", "persons", "person", "men", "women", "children", "civilians", "civilian", "workers", "dead",
        "deaths", "death", "bodies", "body", "corpses", "victims", "casualties", "fatalities", "others",
        "killed", "wounded", "injured", "missing", "citizens", "residents", "locals", "martyrs", "toll",
        "injuries", "man", "woman", "lives", "police", "officers", "soldiers",
    ]
)  # fmt: skip
