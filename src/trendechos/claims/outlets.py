"""Whether a name is a news outlet's."""

from __future__ import annotations

from functools import lru_cache

from trendechos.knowledge import outlets
from trendechos.languages.en.outlets import FIRST_WORDS, LAST_WORDS, NAMES, PLATFORMS

# Listed as outlets because they publish; what they say, they say as bodies.
_BODIES = frozenset({"official", "think_tank"})


@lru_cache(maxsize=10_000)
def outlet(name: str) -> str | None:
    """The outlet or platform that `name` is, by packaged knowledge or by how it reads; None for anything else.

    >>> outlet("the Kyiv Independent"), outlet("Reuters"), outlet("Lloyd Austin")
    ('The Kyiv Independent', 'Reuters', None)
    """
    plain = name.strip(" .,\"'“”").removesuffix("'s").removesuffix("’s")
    for article in ("the ", "The "):
        plain = plain.removeprefix(article)
    words = plain.split()
    if not words or not (plain[:1].isupper() or plain.lower() in PLATFORMS):
        return None
    known = outlets.find(plain)
    if known is not None:
        return None if known.kind in _BODIES else known.name
    lows = [word.lower().strip(".,") for word in words]
    if len(words) == 1:
        return plain if lows[0] in NAMES else None
    if not words[-1][:1].isupper():
        return None
    return plain if lows[-1] in LAST_WORDS or lows[0] in FIRST_WORDS or lows[0] in NAMES else None


def is_platform(name: str) -> bool:
    """True when `name` is a place to post, not an outlet that reports."""
    return name.lower() in PLATFORMS
