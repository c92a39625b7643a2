"""Speakers that a page calls by their last name only, tied to the one full name that ends in it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace

from trendechos.records import Claim, Speaker

# So many claims by somebody of that full name before a last name alone stands for it.
_AT_LEAST = 2


class Surnames:
    """The full name that each last name stands for in one set of claims; the same for any order."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        """Counts who speaks under a full name."""
        held: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
        for claim in claims:
            speaker = claim.speaker
            words = speaker.canonical.split()
            if speaker.kind == "person" and len(words) > 1:
                held[words[-1]][(speaker.canonical, speaker.party or "")] += 1
        self._of: dict[str, tuple[str, str]] = {}
        for last, found in held.items():
            # Two people of one last name: a page that gives no more could mean either.
            if len({name for name, _ in found}) == 1 and found.total() >= _AT_LEAST:
                self._of[last] = min(found, key=lambda one: (-found[one], one))

    def full(self, speaker: Speaker) -> Speaker:
        """The speaker under the full name where only one is known; the same speaker otherwise."""
        if speaker.kind != "person" or " " in speaker.canonical or speaker.canonical not in self._of:
            return speaker
        name, party = self._of[speaker.canonical]
        if speaker.party and party and speaker.party != party:
            return speaker
        return replace(speaker, canonical=name, party=speaker.party or party or None)
