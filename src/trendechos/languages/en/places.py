"""Words around place names that do not change which place is meant."""

from __future__ import annotations

import re

# "Kursk region", "Kursk Oblast" and "Kursk" in news are one province.
PROVINCE_WORDS: frozenset[str] = frozenset(
    [
        "oblast", "region", "province", "governorate", "krai", "republic", "state", "district", "county",
        "prefecture", "department", "voivodeship", "canton", "emirate", "division", "sector", "area",
    ]
)  # fmt: skip
# A stretch of a country that no gazetteer bounds.
COMPASS_WORDS: frozenset[str] = frozenset(
    [
        "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "far",
        "northeastern", "northwestern", "southeastern", "southwestern", "northeast", "northwest", "southeast",
        "southwest", "upper", "lower", "greater", "mid", "middle", "occupied", "border", "bordering",
        "controlled", "annexed", "mainland", "rural", "coastal",
    ]
)  # fmt: skip
ARTICLES: frozenset[str] = frozenset(["the"])
# A country is where something is behind these, or as the land itself ("on Ukrainian soil").
WHERE_BEFORE = re.compile(
    r"\b(?:in|into|inside|within|to|near|at|on|across|around|over|of|from|toward|towards|entered|reached|left)"
    r"(?: the)?(?: \w+)? ?$",
    re.IGNORECASE,
)
# A capital is the town, and not the government that sits there, behind these.
IN_TOWN = re.compile(r"\b(?:in|inside|outside|near|at|across|around|through|from)(?: \w+)? $", re.IGNORECASE)
LAND_BEHIND = re.compile(r"\w* (?:soil|land|ground|territory|waters|side)\b")
# Behind these a whole country is what something is near, and not where it is ("moved nearer to X").
BESIDE = re.compile(
    r"\b(?:near|nearer|nearer to|closer|closer to|close to|short of|toward|towards|bordering|bound for|"
    r"borders? (?:with|of)|direction of|way to)(?: the)? ?$",
    re.IGNORECASE,
)
# What points back to a place named before.
POINTING_BACK = re.compile(
    r"\b(?:there|here|(?:this|that|the) (?:country|region|area|province|city|town|district|oblast))\b",
    re.IGNORECASE,
)
# Behind a figure that is the number of a house ("at 1600 Mill Road").
STREET_BEHIND = re.compile(
    r"\s+(?:[A-Z][\w'’.-]*\s+){1,3}"
    r"(?:Street|Avenue|Road|Boulevard|Lane|Drive|Square|Highway|Terrace|Crescent|(?:St|Ave|Rd|Blvd)\b\.?)(?!\w)"
)
# What is taken or held as a place, where it is not named.
LAND: frozenset[str] = frozenset(
    [
        "airbase", "airfield", "airport", "area", "areas", "base", "bases", "bridge", "bridgehead", "camp",
        "capital", "city", "cities", "compound", "crossing", "district", "ground", "headquarters", "heights",
        "hill", "hills", "island", "islands", "land", "neighbourhood", "outpost", "palace", "plant", "port",
        "position", "positions", "post", "posts", "province", "region", "settlement", "settlements", "square",
        "stronghold", "territory", "territories", "town", "towns", "trenches", "valley", "village", "villages",
    ]
)  # fmt: skip
