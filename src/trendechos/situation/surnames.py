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

    def __init__(self, claims: Iterable[Claim] = ()) -> None:
        """Counts who speaks under a full name."""
        self._held: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
        self._of: dict[str, tuple[str, str]] = {}
        self.change((), claims)

    def change(self, gone: Iterable[Claim], new: Iterable[Claim]) -> bool:
        """Takes claims out and in; True when a last name now stands for another full name, or for none."""
        touched: set[str] = set()
        for claims, by in ((gone, -1), (new, 1)):
            for claim in claims:
                speaker = claim.speaker
                words = speaker.canonical.split()
                if speaker.kind == "person" and len(words) > 1:
                    self._held[words[-1]][(speaker.canonical, speaker.party or "")] += by
                    touched.add(words[-1])
        before = {last: self._of.pop(last, None) for last in touched}
        for last in touched:
            found = self._held[last] = +self._held[last]
            # Two people of one last name: a page that gives no more could mean either.
            if len({name for name, _ in found}) == 1 and found.total() >= _AT_LEAST:
                self._of[last] = min(found, key=lambda one: (-found[one], one))
        return any(self._of.get(last) != before[last] for last in touched)

    def full(self, speaker: Speaker) -> Speaker:
        """The speaker under the full name where only one is known; the same speaker otherwise."""
        if speaker.kind != "person" or " " in speaker.canonical or speaker.canonical not in self._of:
            return speaker
        name, party = self._of[speaker.canonical]
        if speaker.party and party and speaker.party != party:
            return speaker
        return replace(speaker, canonical=name, party=speaker.party or party or None)
