"""Countries that the pages call by the first half of their names: "the North", "men of the South"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from functools import cache

from trendechos.knowledge import countries
from trendechos.languages.en.parties import SHORTENED
from trendechos.records import Claim, Speaker
from trendechos.situation.surnames import Surnames

# So many claims name the country in full before half of its name stands for it.
_AT_LEAST = 3


class Shortened:
    """The country that each half name stands for in one set of claims; the same for any order."""

    def __init__(self, claims: Iterable[Claim] = ()) -> None:
        """Counts how often each country is named in full."""
        self._full: Counter[tuple[str, str]] = Counter()
        self._of: dict[str, str] = {}
        self.change((), claims)

    def change(self, gone: Iterable[Claim], new: Iterable[Claim]) -> bool:
        """Takes claims out and in; True when a half name now stands for another country, or for none."""
        self._full.subtract(pair for claim in gone for pair in _named_in_full(claim))
        self._full.update(pair for claim in new for pair in _named_in_full(claim))
        best: dict[str, Counter[str]] = {}
        for (half, full), many in self._full.items():
            country = countries.find(full) or countries.demonym(full)
            if country and many:
                best.setdefault(half, Counter())[country.code] += many
        before, self._of = (
            self._of,
            {
                half: min(found, key=lambda code, found=found: (-found[code], code))  # type: ignore[misc]
                for half, found in sorted(best.items())
                if max(found.values()) >= _AT_LEAST
            },
        )
        return self._of != before

    def spell(self, text: str) -> str:
        """The text with half names spelled out where they stand alone, unchanged where none is known."""
        for half, code in self._of.items():
            if half in text:
                country = countries.by_code(code)
                people = country.adjective or country.name
                text = re.sub(rf"\b[Tt]he {half}['’]s\b", people, text)
                text = re.sub(rf"\b[Tt]he {half}\b(?! [A-Z])", country.name, text)
                text = re.sub(rf"\b{half}ern(?= (?:{'|'.join(SHORTENED)})\b)", people, text)
        return text

    def party(self, speaker: Speaker) -> str | None:
        """The country that a speaker without a party speaks for by a half name in its own name."""
        if speaker.party or speaker.kind in ("none", "person"):
            return None
        for half, code in self._of.items():
            if speaker.canonical == half or re.search(
                rf"\b(?:the {half}\b(?! [A-Z])|{half}ern diplomat)", f"{speaker.name} "
            ):
                return code
        return None


class Names:
    """Speakers such as "the North" tied to their country, and last names to their full one, by all claims."""

    def __init__(self, claims: Collection[Claim] = ()) -> None:
        """Counts full names."""
        self._short, self._last = Shortened(claims), Surnames(claims)

    def change(self, gone: Collection[Claim], new: Collection[Claim]) -> bool:
        """Takes claims out and in; True when a name now stands for another, so that all must be asked again."""
        return any([self._short.change(gone, new), self._last.change(gone, new)])

    def resolved(self, claim: Claim) -> Claim:
        """The claim with its speaker under the full name; the same claim where there is nothing to tie."""
        return _resolved(claim, self._short, self._last)


def resolved(claims: Mapping[str, Claim]) -> dict[str, Claim]:
    """The claims with speakers such as "the North" tied to their country, and last names to their full one."""
    names = Names(claims.values())
    return {claim_id: names.resolved(claim) for claim_id, claim in claims.items()}


def _resolved(claim: Claim, short: Shortened, last: Surnames) -> Claim:
    full = last.full(claim.speaker)
    if full is not claim.speaker:
        return replace(claim, speaker=full)
    code = short.party(claim.speaker)
    if code is None:
        return claim
    if claim.speaker.kind == "unnamed":
        return replace(claim, speaker=replace(claim.speaker, party=code))
    named = countries.by_code(code)
    speaker = replace(
        claim.speaker, canonical=f"{named.adjective or named.name} government", kind="government", party=code
    )
    return replace(claim, speaker=speaker)


def _named_in_full(claim: Claim) -> list[tuple[str, str]]:
    """(half name, full name) of the countries with a name of two words that its text, and its codes, name."""
    text, found = claim.text, set[str]()
    if "orth" in text or "outh" in text or "ast" in text or "est" in text:
        found = set(_full().findall(text))
    coded = {name for code in _codes(claim) if (name := _halved().get(code))}
    return [(_half(name), name) for name in (*found, *coded)]


def _codes(claim: Claim) -> set[str]:
    found = {claim.speaker.party or ""}
    if claim.event:
        found |= {(actor.code or "")[:3] for actor in (*claim.event.actors, *claim.event.recipients)}
    return found


def _half(full: str) -> str:
    return full.split(maxsplit=1)[0]


@cache
def _halved() -> dict[str, str]:
    """Countries whose name is a point of the compass and one more word, by code."""
    return {
        country.code: country.name
        for country in countries.every()
        if len(country.name.split()) == 2 and country.name.split()[0] in ("North", "South", "East", "West")
    }


@cache
def _full() -> re.Pattern[str]:
    names = {
        name
        for code, full in _halved().items()
        for name in (full, *countries.by_code(code).demonyms)
        if name.split()[0] == _half(full) and len(name.split()) == 2
    }
    return re.compile(rf"\b(?:{'|'.join(sorted(names, key=lambda name: (-len(name), name)))})\b")
