"""Words by which a name shows that it stands for a body, a force or somebody who only speaks."""

from __future__ import annotations

import re

# Last (or first) words of the names of bodies that can be a party to a conflict or an agreement.
BODY_WORDS: frozenset[str] = frozenset(
    [
        "army", "front", "forces", "movement", "party", "council", "union", "brigade", "brigades", "group",
        "league", "authority", "government", "command", "guard", "militia", "alliance", "coalition",
        "federation", "organisation", "organization", "committee", "congress", "agency", "ministry",
        "resistance", "state", "republic", "commission", "court", "bank",
    ]
)  # fmt: skip
# Heads of phrases that can only mean armed forces; "officers" and "men" can be anybody's.
FORCE_WORDS: frozenset[str] = frozenset(
    [
        "troop", "troops", "soldier", "soldiers", "serviceman", "servicemen", "army", "armies", "military",
        "forces", "brigade", "brigades", "battalion",
        "battalions", "regiment", "infantry", "marine", "marines", "navy",
        "militia", "militias", "paratroopers", "rebels", "insurgents", "militants", "reservists", "conscripts",
        "mercenaries", "peacekeepers", "warships", "contingent",
    ]
)  # fmt: skip
# "Ukrainian military sources" speak; they are not the forces spoken of.
SPEAKER_WORDS: frozenset[str] = frozenset(
    [
        "source", "sources", "official", "officials", "intelligence", "spokesman", "spokeswoman",
        "spokesperson", "analyst", "analysts", "expert", "experts", "media", "report", "reports",
        "president", "minister", "ministry", "government", "lawmaker", "lawmakers",
    ]
)  # fmt: skip
# What half of a country's name stands before as an adjective: "Northern troops".
SHORTENED: tuple[str, ...] = (
    "troops",
    "soldiers",
    "forces",
    "men",
    "units",
    "officers",
    "personnel",
    "servicemen",
    "contingent",
)
# Who does this is the one it happens to: "Russia lost 1,000 troops", "the army suffered losses".
LOSING = re.compile(r"\b(los(?:t|e[sd]?|ing)|suffer(?:s|ed|ing)?|sustain(?:s|ed|ing)?)\b", re.IGNORECASE)
# "People" and "men" may be soldiers: they count as whoever else was killed there.
ANYBODY: frozenset[str] = frozenset(
    ["people", "person", "human", "staff", "minor", "native", "islander", "victim"]
)
