"""Whether a name is a news outlet's."""

from __future__ import annotations

import re
from functools import lru_cache

from trendechos.claims.line import Line
from trendechos.claims.sources import core
from trendechos.knowledge import composition, outlets
from trendechos.languages.en.outlets import (
    FIRST_WORDS,
    GENERIC,
    LAST_WORDS,
    NAMES,
    NEWS_WORDS,
    PLATFORMS,
    SHARED_WORDS,
)
from trendechos.languages.en.pointing import PRESS, STATE_RUN
from trendechos.records import Speaker

# Listed as outlets because they publish; what they say, they say as bodies.
_BODIES = frozenset({"official", "think_tank"})
_OWNER = re.compile(r"^[A-Z][\w.-]*(?: [A-Z][\w.-]*)?['’]s (?=[A-Z])")


@lru_cache(maxsize=10_000)
def outlet(name: str) -> str | None:
    """The outlet or platform that `name` is, by packaged knowledge or by how it reads; None for anything else.

    >>> outlet("the Kyiv Independent"), outlet("Reuters"), outlet("Lloyd Austin")
    ('The Kyiv Independent', 'Reuters', None)
    """
    plain = name.strip(" .,\"'“”").removesuffix("'s").removesuffix("’s")
    for article in ("the ", "The "):
        plain = plain.removeprefix(article)
    whole, plain = plain, _OWNER.sub("", plain)
    while plain[:1].islower() and plain.split(" ")[0] in STATE_RUN:
        plain = plain.partition(" ")[2]
    words = plain.split()
    if not words or not (plain[:1].isupper() or plain.lower() in PLATFORMS):
        return None
    for each in dict.fromkeys((whole, plain, _bare(words))):
        known = outlets.find(each) if each else None
        if known is not None:
            return None if known.kind in _BODIES else known.name
    lows = [word.lower().strip(".,") for word in words]
    if len(words) == 1:
        return plain if lows[0] in NAMES else None
    if not words[-1][:1].isupper():
        return None
    if lows[-1] in SHARED_WORDS and NEWS_WORDS.isdisjoint(lows[:-1]):
        return None
    return plain if lows[-1] in LAST_WORDS or lows[0] in FIRST_WORDS or lows[0] in NAMES else None


def _bare(words: list[str]) -> str:
    """The name behind what kind of outlet it is and whose: "Israeli newspaper Haaretz", "state agency SANA"."""
    first = 0
    while first < len(words) - 1 and (
        words[first].lower() in GENERIC | STATE_RUN or composition.state_of(words[first]) is not None
    ):
        first += 1
    return " ".join(words[first:]) if first else ""


def press(line: Line, token: int) -> str | None:
    """How "local media" and "state television" are called, an outlet without a name; None for anything else."""
    if line.lemmas[token] not in PRESS or line.lows[token - 1] == "social":
        return None
    first, _ = core(line, token)
    while first < token and line.tags[first] in ("DT", "PRP$", "CD"):
        first += 1
    told = any(line.tags[at] in ("JJ", "NN", "NNP") for at in range(first, token))
    return " ".join(line.text(first, token).split()) if told else None


def is_press(speaker: Speaker) -> bool:
    """True for an outlet, named or not: what its sources say, they say."""
    words = speaker.canonical.lower().split()
    return speaker.kind == "outlet" or (speaker.kind == "unnamed" and words[-1:] != [] and words[-1] in PRESS)


def is_platform(name: str) -> bool:
    """True when `name` is a place to post, not an outlet that reports."""
    return name.lower() in PLATFORMS
